"""The describing desk: registrations, one item's card, its history, and its deeds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import TemplateView

from accounts.doors import SignedInRequest, only, only_for
from accounts.permissions import may_decide, may_review, works_here
from archive import actions, advice, dates, history
from archive.differences import differences, settled
from archive.forms import Desk, ItemForm, day_said
from archive.headings import in_order
from archive.keyset import number, turn_to
from archive.models import Item, Person, Place, Subject
from archive.permissions import Missing, Use, missing_for_publication
from archive.querysets import ItemQuerySet
from archive.views.browse import number_in

A_PAGE = 40

FILTERS = {
    "": gettext_lazy("All"),
    "ikke-udgivet": gettext_lazy("Not published"),
    "udgivet": gettext_lazy("Published"),
    "uden-dato": gettext_lazy("Without a date"),
    "uden-sted": gettext_lazy("Without a place"),
    "uden-person": gettext_lazy("Without a person"),
    "uden-alt": gettext_lazy("Without alt text"),
    "taget-ned": gettext_lazy("Taken down"),
}

# What a card can lack, and the items that lack it.
LACKING: dict[str, Callable[[ItemQuerySet], ItemQuerySet]] = {
    "uden-dato": ItemQuerySet.undated,
    "uden-sted": ItemQuerySet.unplaced,
    "uden-person": ItemQuerySet.unpeopled,
}

# Where on the page each missing thing is put right.
CURES = {
    Missing.TITLE: "id_title",
    Missing.ALT_TEXT: "id_alt_text",
    Missing.DATE: "id_date_told",
    Missing.PLACE: "id_place_name",
    Missing.RIGHTS: "id_rights_basis",
    Missing.DECIDED: "adviser",
    Missing.CHILD: "adviser",
    Missing.PERSONS: "persons",
    Missing.RESTRICTED: "id_restriction",
    Missing.CONSENT: "consent",
    Missing.WITHDRAWN: "consent",
    Missing.PICTURE: "files",
    Missing.LAID_AWAY: "publishing",
}


@only_for(works_here)
class Items(TemplateView):
    """Registrations, the newest number first, with filters and a search."""

    template_name = "archive/workroom/items.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chosen = self.request.GET.get("vis", "")
        chosen = chosen if chosen in FILTERS else ""
        asked = self.request.GET.get("q", "").strip()[:80]
        found = matching(filtered(chosen), asked)
        base = {key: value for key, value in (("vis", chosen), ("q", asked)) if value}
        return super().get_context_data(
            page=turn_to(
                found.with_pictures(), self.request.GET, size=A_PAGE, base=base
            ),
            count=found.count(),
            chosen=chosen,
            asked=asked,
            filters=FILTERS,
            **kwargs,
        )


def filtered(chosen: str) -> ItemQuerySet:
    """The items behind one of FILTERS."""
    items = Item.objects.filter(laid_away_at=None)
    if chosen == "ikke-udgivet":
        return items.filter(publication=Item.Publication.NOT, withdrawn_at=None)
    if chosen == "udgivet":
        return items.exclude(publication=Item.Publication.NOT)
    if chosen in LACKING:
        return LACKING[chosen](items)
    if chosen == "uden-alt":
        return items.filter(alt_text="", withdrawn_at=None)
    if chosen == "taget-ned":
        return items.filter(withdrawn_at__isnull=False)
    return items


def matching(items: ItemQuerySet, asked: str) -> ItemQuerySet:
    """Items by number (“B12”, “12”) or by a piece of their title."""
    if not asked:
        return items
    return items.filter(Q(number=number_in(asked)) | Q(title__icontains=asked))


@method_decorator(only(works_here), name="dispatch")
class Edit(TemplateView):
    """One item's card: everybody of the house reads, registrars write."""

    template_name = "archive/workroom/edit.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return page(request, desk_of(find(kwargs["reg_number"])))

    def post(self, request: SignedInRequest, reg_number: str) -> HttpResponse:
        if not may_review(request.user):
            raise PermissionDenied
        saved = save(request, find(reg_number))
        if isinstance(saved, HttpResponse):
            return saved
        messages.success(request, _("Saved."))
        return redirect("archive:edit", reg_number)


@only(may_decide)
@require_POST
def publish(request: SignedInRequest, reg_number: str) -> HttpResponse:
    """Save what stands on the card; then show it in the reading room, or take it out.

    What was written is kept also when something is missing for publication.
    """
    item = find(reg_number)
    level = request.POST.get("publication", Item.Publication.FULL)
    if level not in Item.Publication.values:
        level = Item.Publication.FULL
    if "version" in request.POST:
        saved = save(request, item)
        if isinstance(saved, HttpResponse):
            return saved
    try:
        actions.publish(item, publication=level, by=request.user)
    except actions.CannotPublish:
        messages.warning(request, _("Saved, but not published. Something is missing."))
        return redirect(f"{reverse('archive:edit', args=[reg_number])}#missing")
    done = (
        _("Taken out of the reading room.")
        if level == Item.Publication.NOT
        else _("Published. Everybody can see it now.")
    )
    messages.success(request, done)
    return redirect("archive:edit", reg_number)


@only(may_decide)
def withdraw(request: SignedInRequest, reg_number: str) -> HttpResponse:
    """Ask once, then take the item down everywhere."""
    item = find(reg_number)
    if request.method != "POST":
        return render(request, "archive/workroom/withdraw.html", {"item": item})
    actions.withdraw(item, by=request.user)
    messages.success(
        request, _("Taken down everywhere. Only a new permission can bring it back.")
    )
    return redirect("archive:edit", reg_number)


@only(works_here)
@require_safe
def item_history(request: SignedInRequest, reg_number: str) -> HttpResponse:
    """Who changed what, when; everybody of the house may read it."""
    item = find(reg_number)
    shown = history.of(item, before=number(request.GET.get("foer")))
    context = {"item": item, "page": shown, "may_revert": may_decide(request.user)}
    return render(request, "archive/workroom/history.html", context)


@only(may_decide)
@require_POST
def revert(request: SignedInRequest, reg_number: str) -> HttpResponse:
    """Put a description back as it stood, as a new change."""
    item = find(reg_number)
    try:
        actions.revert(
            item,
            to=number(request.POST.get("to")) or 0,
            version=number(request.POST.get("version")) or 0,
            by=request.user,
        )
    except Item.history.model.DoesNotExist as unknown:
        raise Http404 from unknown
    except actions.ChangedMeanwhile:
        messages.warning(
            request,
            _("Somebody has changed it in the meantime. Look once more before you do."),
        )
        return redirect("archive:history", reg_number)
    messages.success(
        request, _("Put back. The versions in between are still in the history.")
    )
    return redirect("archive:edit", reg_number)


@only(works_here)
@require_safe
def reading(request: SignedInRequest) -> JsonResponse:
    """What we understand by a date in words; for the panel beside the field."""
    language = get_language() or "da"
    date = dates.read(request.GET.get("told", "")[:200], language)
    if date is None:
        return JsonResponse({"said": ""})
    return JsonResponse(read_out(date))


def read_out(date: dates.UncertainDate) -> dict[str, str]:
    """A date as the desk shows it: in words, as EDTF, and from when to when."""
    language = get_language() or "da"
    return {
        "said": date.say(language),
        "explained": date.explain(language),
        "edtf": date.edtf,
        "from": day_said(date.earliest, starts=True),
        "to": day_said(date.latest, starts=False),
    }


def find(reg_number: str) -> Item:
    """The item with everything its card tells; 404 for a number nobody has."""
    known = Item.objects.whole().filter(number=number_in(reg_number))
    item: Item | None = known.first()
    if item is None or item.laid_away_at is not None:
        raise Http404
    return item


def desk_of(item: Item, data: QueryDict | None = None) -> Desk:
    return Desk(item, in_order(item), data)


def save(request: SignedInRequest, item: Item) -> Item | HttpResponse:
    """The saved item; or the page to show instead, with everything that was typed."""
    data: QueryDict = request.POST
    if any(key.startswith("keep-") for key in data):
        data = settled(data, desk_of(item))
    desk = desk_of(item, data)
    version = number(data.get("version")) or 0
    if not desk.is_valid:
        return page(request, desk, version=version)
    try:
        with transaction.atomic():
            return actions.describe(
                item,
                version=version,
                changes=desk.changes(),
                subjects=desk.form.subjects,
                also=desk.also(),
                by=request.user,
            )
    except actions.ChangedMeanwhile:
        return conflict(request, desk, version)


def conflict(request: SignedInRequest, mine: Desk, version: int) -> HttpResponse:
    """Both versions side by side; nothing that was typed is lost."""
    item = find(mine.item.reg_number)
    theirs = desk_of(item)
    entry = item.history.filter(version=version).first()
    base = None
    if entry is not None:
        hung = entry.subjects.order_by("id").select_related("subject")
        base = ItemForm(None, entry.instance, [row.subject for row in hung])
    last = item.history.select_related("history_user").first()
    context = {
        "item": item,
        "last": last,
        "differences": differences(mine, theirs, base),
        "typed": [
            (key, value)
            for key, values in request.POST.lists()
            for value in values
            if key not in {"version", "csrfmiddlewaretoken"}
            and not key.startswith("keep-")
        ],
    }
    return render(request, "archive/workroom/conflict.html", context, status=409)


def page(
    request: HttpRequest, desk: Desk, *, version: int | None = None
) -> HttpResponse:
    """The card, with what is missing and what the rules say."""
    item = desk.item
    user = request.user
    missing = missing_for_publication(item).missing
    date = item.date
    context = {
        "item": item,
        "desk": desk,
        "form": desk.form,
        "version": item.version if version is None else version,
        "may_describe": may_review(user),
        "may_publish": may_decide(user),
        "missing": [(reason.label, CURES[reason]) for reason in missing],
        "read": read_out(date) if date else {},
        "protection": advice.protection(item),
        "places": Place.objects.all(),
        "subjects": sorted(Subject.objects.all(), key=str),
        "people": Person.objects.values_list("name", flat=True).distinct(),
        "uses": uses_of(item),
    } | neighbours(item)
    return render(request, "archive/workroom/edit.html", context)


def neighbours(item: Item) -> dict[str, str]:
    """The next and the previous card, by number."""
    cards = Item.objects.filter(laid_away_at=None)
    after = cards.filter(number__lt=item.number).order_by("-number").first()
    before = cards.filter(number__gt=item.number).order_by("number").first()
    return {
        "next": after.reg_number if after else "",
        "previous": before.reg_number if before else "",
    }


def uses_of(item: Item) -> list[tuple[str, bool]]:
    """Each use in words, and whether the family has said yes to it."""
    return [(str(use.label), use.value in item.permitted_uses) for use in Use]
