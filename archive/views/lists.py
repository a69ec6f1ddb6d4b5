"""The lists: persons, places, headings, collections, photographers, the journal."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import SignedInRequest, only
from accounts.permissions import may_decide, may_review, works_here
from archive import actions
from archive.authorities import KINDS, Kind, public_items
from archive.forms.lists import FORMS, ListForm
from archive.history import deed_said
from archive.keyset import number
from archive.models import Authority, Item, Listed, Merge, Person

A_PAGE = 100
SHOWN = 24
LAST_CHANGES = 8


@only(works_here)
@require_safe
def authorities(request: SignedInRequest, kind: Kind) -> HttpResponse:
    """One list, sorted, with a search that knows how names are written."""
    asked = request.GET.get("q", "").replace("\0", "").strip()[:80]
    found = Paginator(kind.matching(asked), A_PAGE)
    page = found.get_page(request.GET.get("side"))
    context = {
        "kind": kind,
        "asked": asked,
        "rows": page,
        "count": found.count,
        "may_describe": may_review(request.user),
    }
    return render(request, "archive/workroom/lists/list.html", context)


@only(may_review)
def new_authority(request: SignedInRequest, kind: Kind) -> HttpResponse:
    """Somebody, or something, nobody has written down yet."""
    row = kind.model()
    if request.method != "POST":
        return _page(request, kind, row, FORMS[kind.model](None, row))
    return _save(request, kind, row)


@only(works_here)
def authority(request: SignedInRequest, kind: Kind, slug: str) -> HttpResponse:
    """One row of a list: what is known, who uses it, what it was merged of."""
    row = kind.find(slug)
    if row is None:
        raise Http404
    if isinstance(row, Authority) and row.merged_into:
        return redirect("archive:authority", kind, row.standing.slug)  # type: ignore[attr-defined]
    if request.method != "POST":
        return _page(request, kind, row, FORMS[kind.model](None, row))
    if not may_review(request.user):
        raise PermissionDenied
    return _save(request, kind, row)


@only(may_review)
@require_POST
def undo_authority(
    request: SignedInRequest, kind: Kind, slug: str, version: int
) -> HttpResponse:
    """Take back what one has just saved, while nobody has done more."""
    row = kind.find(slug)
    if row is None:
        raise Http404
    try:
        actions.undo_written(row, version=version, by=request.user)
    except (actions.WrittenMeanwhile, IntegrityError):
        messages.warning(
            request,
            _("It cannot be undone any more: something has been done to it since."),
        )
    else:
        messages.success(request, _("Undone."))
    return redirect("archive:authority", kind, slug)


@only(may_decide)
def merge(request: SignedInRequest, kind: Kind, slug: str) -> HttpResponse:
    """Choose the one that stays, look at what will move, and merge."""
    gone = _standing(kind, slug)
    words = request.POST.get("into", request.GET.get("into", "")).strip()[:160]
    into = _into(kind, gone, words)
    if request.method == "POST" and "sure" in request.POST and into:
        try:
            done = actions.merge(gone, into=into, by=request.user)
        except actions.CannotMerge:
            messages.warning(request, _("These two cannot be made one."))
            return redirect("archive:authority", kind, slug)
        messages.success(
            request,
            _("“%(gone)s” is now “%(into)s”.") % {"gone": gone, "into": into},
            extra_tags=reverse("archive:undo_merge", args=[done.pk]),
        )
        return redirect("archive:authority", kind, into.slug)
    context = {
        "kind": kind,
        "row": gone,
        "into": into,
        "words": words,
        "others": kind.matching(words).exclude(pk=gone.pk)[:SHOWN] if words else [],
        "known": kind.model.objects.exclude(pk=gone.pk).order_by("sort_key"),
        "count": kind.items(gone).count(),
    }
    return render(request, "archive/workroom/lists/merge.html", context)


@only(may_decide)
@require_POST
def undo_merge(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take two apart that were merged."""
    row = get_object_or_404(Merge, pk=pk)
    kind = next(each for each in KINDS.values() if each.model is row.model)
    try:
        gone: Any = actions.undo_merge(row, by=request.user)
    except actions.CannotMerge:
        messages.warning(request, _("They have been taken apart already."))
        return redirect("archive:authorities", kind)
    messages.success(
        request, _("Taken apart again. What still belonged there has gone back.")
    )
    return redirect("archive:authority", kind, gone.slug)


@only(may_decide)
@require_POST
def split_person(request: SignedInRequest, slug: str) -> HttpResponse:
    """Say that the ticked pictures show somebody else."""
    person = get_object_or_404(Person.objects, slug=slug)
    name = " ".join(request.POST.get("name", "").replace("\0", "").split())[:160]
    keys = {number(each) or 0 for each in request.POST.getlist("billede")}
    if not name or not keys:
        messages.warning(
            request, _("Tick the pictures, and write who is seen in them.")
        )
        return redirect("archive:authority", "personer", slug)
    try:
        other = actions.split(person, depictions=keys, name=name, by=request.user)
    except actions.CannotMerge:
        messages.warning(
            request, _("Tick the pictures, and write who is seen in them.")
        )
        return redirect("archive:authority", "personer", slug)
    messages.success(
        request,
        _("Two persons now. Merge them again if it was the same one after all."),
    )
    return redirect("archive:authority", "personer", other.slug)


def _standing(kind: Kind, slug: str) -> Any:
    if not kind.is_mergeable:
        raise Http404
    return get_object_or_404(kind.model.objects, slug=slug)


def _into(kind: Kind, gone: Listed, words: str) -> Any | None:
    """The one that is meant: by its short name, or by one of its names."""
    manager: Any = kind.model.objects
    others = manager.exclude(pk=gone.pk)
    return others.filter(slug=words).first() or next(
        (each for each in others if words and words in each.known_as), None
    )


def _save(request: SignedInRequest, kind: Kind, row: Any) -> HttpResponse:
    form = FORMS[kind.model](request.POST, row)
    version = number(request.POST.get("version")) or 0
    if not form.is_valid():
        return _page(request, kind, row, form, status=422)
    try:
        saved = actions.write_authority(
            row, changes=form.changes(), version=version, by=request.user
        )
    except actions.WrittenMeanwhile as other:
        return _page(request, kind, other.theirs, form, status=409)
    except kind.model.DoesNotExist:  # erased with the last picture it was on
        messages.warning(request, _("It has been erased meanwhile. Yours stands here."))
        return _page(request, kind, kind.model(), form, status=410)
    way = [kind, saved.slug, saved.version] if row.version < saved.version else []
    tags = reverse("archive:undo_authority", args=way) if way else ""
    messages.success(request, _("Saved."), extra_tags=tags)
    return redirect("archive:authority", kind, saved.slug)


def _page(
    request: SignedInRequest, kind: Kind, row: Any, form: ListForm, *, status: int = 200
) -> HttpResponse:
    items = kind.items(row) if row.pk else Item.objects.none()
    context = {
        "kind": kind,
        "row": row,
        "form": form,
        "version": row.version,
        "differences": _differences(kind, row, form) if status == 409 else [],  # noqa: PLR2004
        "items": items.with_pictures().order_by("-number")[:SHOWN],
        "count": items.count() if row.pk else 0,
        "known": kind.model.objects.exclude(pk=row.pk).order_by("sort_key"),
        "merges": _merges(row),
        "changes": _changes(row),
        "below": _below(row),
        "seen": _seen(row),
        "public_url": _public_url(kind, row),
        "may_describe": may_review(request.user),
        "may_decide": may_decide(request.user),
    }
    return render(request, "archive/workroom/lists/page.html", context, status=status)


def _differences(kind: Kind, theirs: Any, mine: ListForm) -> list[tuple[str, str, str]]:
    """Field by field: what the other has written, and what was typed here."""
    other = FORMS[kind.model](None, theirs)
    return [
        (str(mine[name].label), _shown(other[name]), _shown(mine[name]))
        for name in mine.fields
        if _shown(other[name]) != _shown(mine[name])
    ]


def _shown(field: Any) -> str:
    value = field.value()
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "" if value is None else str(value)


def _merges(row: Any) -> list[tuple[Merge, str]]:
    if not row.pk or not isinstance(row, Authority):
        return []
    found = list(Merge.objects.of(row).select_related("by"))
    manager: Any = type(row).everything
    gone = manager.in_bulk([each.gone for each in found])
    return [(each, str(gone.get(each.gone, "–"))) for each in found]


def _changes(row: Any) -> list[tuple[str, Any]]:
    if not row.pk:
        return []
    entries = row.history.select_related("history_user").order_by("-history_id")
    return [
        (deed_said(each.history_change_reason or ""), each)
        for each in entries[:LAST_CHANGES]
    ]


def _public_url(kind: Kind, row: Any) -> str:
    """Its page in the reading room, where it has one now."""
    if not row.pk or kind.key in {"journal", "fotografer"}:
        return ""
    if not public_items(row).exists():
        return ""
    return reverse(f"archive:about_{kind}", args=[row.slug])


def _below(row: Any) -> list[Any]:
    for name in ("children", "narrower"):
        if row.pk and hasattr(row, name):
            return list(getattr(row, name).filter(merged_into=None))
    return []


def _seen(row: Any) -> list[Any]:
    """The pictures a person is seen in, to be ticked when they are somebody else's."""
    if not isinstance(row, Person) or not row.pk:
        return []
    found = row.depictions.select_related("item").order_by("item__number")
    return list(found.filter(item__laid_away_at=None)[:A_PAGE])
