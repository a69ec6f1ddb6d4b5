"""Many at once: choose cards, say what is to be the same, look, and do it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import SignedInRequest, only
from accounts.permissions import may_review, works_here
from archive import actions, batches
from archive.forms.known import lists_for_names
from archive.forms.many import ManyForm, filled_from
from archive.keyset import number
from archive.models import Batch, Item, Subject, Template
from archive.views.registrations import asked_for

MOST = 1000
LAST_ONES = 20
SHOWN = 12
LISTED = 200


@dataclass(frozen=True)
class Chosen:
    """Items by key, each with its version when it was chosen."""

    versions: Mapping[int, int]
    left_out: int = 0

    @classmethod
    def of(cls, asked: QueryDict) -> Chosen:
        """Those that are ticked, or all that answer the list's filter and search."""
        if "alle" in asked:
            found = asked_for(asked)
        else:
            keys = [number(each) or 0 for each in asked.getlist("valgt")]
            found = Item.objects.filter(pk__in=keys[:MOST], laid_away_at=None)
        rows = found.order_by("-number").values_list("pk", "version")
        return cls(dict(rows[:MOST]), max(0, rows.count() - MOST))

    @classmethod
    def told(cls, words: str) -> Chosen:
        """The same, as the page carries it along: “12:3,14:1”."""
        pairs = [each.partition(":") for each in words.split(",")[:MOST]]
        read = [(number(pk), number(version)) for pk, _colon, version in pairs]
        return cls({pk: version for pk, version in read if pk and version})

    def as_they_are_now(self) -> Chosen:
        """The same, as somebody has left them meanwhile."""
        found = Item.objects.filter(pk__in=self.versions, laid_away_at=None)
        rows = found.order_by("-number").values_list("pk", "version")
        return Chosen(dict(rows), len(self) - len(rows))

    def __str__(self) -> str:
        return ",".join(f"{pk}:{version}" for pk, version in self.versions.items())

    def __len__(self) -> int:
        return len(self.versions)


@only(works_here)
def many(request: SignedInRequest) -> HttpResponse:
    """What has been done to many at once; with a choice, the form to do it with."""
    if request.method == "POST":
        return _step(request)
    chosen = Chosen.of(request.GET)
    if not chosen or not may_review(request.user):
        return _done_before(request)
    return _ask(request, chosen, ManyForm())


@only(works_here)
@require_safe
def batch(request: SignedInRequest, pk: int) -> HttpResponse:
    """One deed done to many: which, by whom, and the way back."""
    found = get_object_or_404(Batch.objects.select_related("by"), pk=pk)
    lines = found.lines.select_related("item", "item__place").order_by("item__number")
    context = {
        "batch": found,
        "parts": [batches.LABELS[part] for part in found.parts],
        "lines": lines[:MOST],
        "kept": found.lines.filter(is_put_back=False).count(),
        "may_describe": may_review(request.user),
    }
    return render(request, "archive/workroom/batch.html", context)


@only(may_review)
@require_POST
def undo(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put every item of a batch back that has not been changed since."""
    try:
        done = actions.undo_batch(get_object_or_404(Batch, pk=pk), by=request.user)
    except actions.CannotUndo:
        messages.warning(request, _("It has been undone already."))
        return redirect("archive:batch", pk)
    words = ngettext(
        "%(count)s item is as it was.",
        "%(count)s items are as they were.",
        done.changed,
    )
    messages.success(request, words % {"count": done.changed})
    _tell_meanwhile(request, done)
    return redirect("archive:batch", pk)


def _step(request: SignedInRequest) -> HttpResponse:
    """The steps between choosing and having done it; each carries everything along."""
    if not may_review(request.user):
        raise PermissionDenied
    chosen = Chosen.told(request.POST.get("chosen", ""))
    step = request.POST.get("step", "preview")
    if not chosen:
        messages.warning(request, _("Choose some registrations first."))
        return redirect("archive:items")
    if step == "template":
        key = number(request.POST.get("template")) or 0
        template = Template.objects.filter(pk=key, laid_away_at=None).first()
        filled = filled_from(template) if template else {}
        return _ask(request, chosen, ManyForm(initial=filled))
    form = ManyForm(request.POST)
    if step == "edit" or not form.is_valid():
        return _ask(request, chosen, form, status=200 if step == "edit" else 422)
    return _do(request, chosen, form) if step == "do" else _show(request, chosen, form)


def _ask(
    request: SignedInRequest, chosen: Chosen, form: ManyForm, *, status: int = 200
) -> HttpResponse:
    first = Item.objects.with_pictures().filter(pk__in=chosen.versions)
    context = {
        "chosen": chosen,
        "count": len(chosen),
        "first": first.order_by("-number")[:SHOWN],
        "more": max(0, len(chosen) - SHOWN),
        "form": form,
        "templates": Template.objects.filter(laid_away_at=None),
        "subjects": sorted(Subject.objects.all(), key=str),
        **lists_for_names(),
    }
    return render(request, "archive/workroom/many.html", context, status=status)


def _show(request: SignedInRequest, chosen: Chosen, form: ManyForm) -> HttpResponse:
    """What will change, from what to what; nothing is written."""
    plan = batches.plan(batches.chosen(chosen.versions), form.wish(), timezone.now())
    fresh = [each for each in plan if _is_as_shown(each, chosen)]
    changing = [each for each in fresh if each.is_changed]
    context = {
        "chosen": chosen,
        "changing": changing[:LISTED],
        "count": len(changing),
        "more": max(0, len(changing) - LISTED),
        "already": len(fresh) - len(changing),
        "hiding": batches.hidden(changing),
        "hidden": sum(bool(each.hidden_for) for each in changing),
        "meanwhile": [
            *(each.item for each in plan if not _is_as_shown(each, chosen)),
            *batches.laid_away(chosen.versions),
        ],
        "typed": _typed(request.POST),
    }
    return render(request, "archive/workroom/many_preview.html", context)


def _do(request: SignedInRequest, chosen: Chosen, form: ManyForm) -> HttpResponse:
    done = actions.change_many(chosen.versions, wish=form.wish(), by=request.user)
    if done.batch is None and done.meanwhile:
        _tell_meanwhile(request, done)
        return _ask(request, chosen.as_they_are_now(), form, status=409)
    if done.batch is None:
        messages.info(request, _("Nothing was changed: they have it already."))
    else:
        words = ngettext(
            "%(count)s item is changed.", "%(count)s items are changed.", done.changed
        )
        messages.success(
            request,
            words % {"count": done.changed},
            extra_tags=reverse("archive:undo_batch", args=[done.batch.pk]),
        )
    _tell_meanwhile(request, done)
    if done.batch is None:
        return redirect("archive:items")
    return redirect("archive:batch", done.batch.pk)


def _tell_meanwhile(request: SignedInRequest, done: actions.Done) -> None:
    if done.meanwhile:
        numbers = ", ".join(each.reg_number for each in done.meanwhile[:SHOWN])
        messages.warning(
            request,
            _("Somebody has changed these meanwhile; they are left alone: %(numbers)s")
            % {"numbers": numbers + (" …" if len(done.meanwhile) > SHOWN else "")},
        )


def _is_as_shown(each: batches.Planned, chosen: Chosen) -> bool:
    return each.item.version == chosen.versions[each.item.pk]


def _typed(data: QueryDict) -> list[tuple[str, Any]]:
    """What was typed, to be carried along by the preview."""
    return [
        (name, value)
        for name, values in data.lists()
        for value in values
        if name not in {"step", "csrfmiddlewaretoken", "chosen", "template"} and value
    ]


def _done_before(request: SignedInRequest) -> HttpResponse:
    lines = Count("lines"), Count("lines", filter=Q(lines__is_put_back=True))
    found = Batch.objects.select_related("by").annotate(count=lines[0], back=lines[1])
    context = {
        "batches": [
            (each, [batches.LABELS[part] for part in each.parts])
            for each in found[:LAST_ONES]
        ],
        "templates": Template.objects.filter(laid_away_at=None),
        "aside": Template.objects.exclude(laid_away_at=None),
        "may_describe": may_review(request.user),
    }
    return render(request, "archive/workroom/batches.html", context)
