"""The describing desk: one item's card, and its deeds."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from accounts.doors import SignedInRequest, only
from accounts.permissions import may_decide, may_review, works_here
from archive import actions, advice, anchors, images, related
from archive.differences import differences, settled
from archive.forms import Desk, ItemForm
from archive.headings import in_order
from archive.keyset import number
from archive.models import Item, Media, Person, Photographer, Place, Subject
from archive.permissions import Missing, Use, missing_for_publication
from archive.views.browse import number_in
from archive.views.dating import read_out

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
    Missing.SOUND: "files",
    Missing.WORDS: "files",
    Missing.LAID_AWAY: "publishing",
}


class LaidAway(Http404):
    """Not among the cards any more; `.item` is what is left of it."""

    def __init__(self, item: Item) -> None:
        super().__init__(item.reg_number)
        self.item = item


def handing_back(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Whoever writes on a card that was laid away meanwhile gets their words back."""

    @wraps(view)
    def careful(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except LaidAway as away:
            if "version" not in request.POST:
                raise
            mine = desk_of(away.item, request.POST)
            return conflict(request, mine, number(request.POST["version"]) or 0)

    return careful


@method_decorator(only(works_here), name="dispatch")
class Edit(TemplateView):
    """One item's card: everybody of the house reads, registrars write."""

    template_name = "archive/workroom/edit.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return page(request, desk_of(find(kwargs["reg_number"])))

    def post(self, request: SignedInRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.write(request, kwargs["reg_number"])

    @staticmethod
    @handing_back
    def write(request: SignedInRequest, reg_number: str) -> HttpResponse:
        if not may_review(request.user):
            raise PermissionDenied
        item = find(reg_number)
        saved = save(request, item)
        if isinstance(saved, HttpResponse):
            return saved
        say(request, _("Saved."), saved if saved.version != item.version else None)
        return redirect("archive:edit", reg_number)


@only(may_decide)
@require_POST
@handing_back
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
        shown = actions.publish(item, publication=level, by=request.user)
    except actions.CannotPublish:
        messages.warning(request, _("Saved, but not published. Something is missing."))
        return redirect(f"{reverse('archive:edit', args=[reg_number])}#missing")
    done = (
        _("Taken out of the reading room.")
        if level == Item.Publication.NOT
        else _("Published. Everybody can see it now.")
    )
    say(request, done, shown)
    return redirect("archive:edit", reg_number)


def say(request: HttpRequest, sentence: str, done: Item | None) -> None:
    """Tell what was done to the item, with the way to undo it."""
    way = (done.reg_number, done.version) if done else None
    tags = reverse("archive:undo_last", args=way) if way else ""
    messages.success(request, sentence, extra_tags=tags)


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


def find(reg_number: str) -> Item:
    """The item with everything its card tells; 404 for a number nobody has."""
    item = whole(reg_number)
    if item.laid_away_at is not None:
        raise LaidAway(item)
    return item


def whole(reg_number: str) -> Item:
    """The same, also of what was laid away."""
    known = Item.objects.whole().filter(number=number_in(reg_number))
    item: Item | None = known.first()
    if item is None:
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
    if not desk.says_something_new and "sure" not in data:
        return item
    try:
        with transaction.atomic():
            saved = actions.describe(
                item,
                version=version,
                changes=desk.changes(),
                subjects=desk.form.subjects,
                also=desk.also(),
                by=request.user,
            )
            sure = {number(each) or 0 for each in data.getlist("sure")}
            return actions.be_sure(saved, of=sure, by=request.user) if sure else saved
    except actions.ChangedMeanwhile:
        return conflict(request, desk, version)


def conflict(request: SignedInRequest, mine: Desk, version: int) -> HttpResponse:
    """Both versions side by side; nothing that was typed is lost."""
    item = whole(mine.item.reg_number)
    theirs = desk_of(item)
    entry = item.history.filter(version=version).first()
    base, related_then = None, []
    if entry is not None:
        hung = entry.subjects.order_by("id").select_related("subject")
        base = ItemForm(None, entry.instance, [row.subject for row in hung])
        related_then = related.said_as_of(item, entry.history_date)
    last = item.history.select_related("history_user").first()
    context = {
        "item": item,
        "last": last,
        "differences": differences(mine, theirs, base, related_then),
        "reason": request.POST.get("decide-reason", "").strip(),
        "also_pressed": bool({"publication", "decide"} & set(request.POST)),
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
    told = anchors.told_by(item, item.stories.all())
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
        "photographers": Photographer.objects.values_list("name", flat=True),
        "asked": anchors.against(told, item),
        "people": Person.objects.values_list("name", flat=True).distinct(),
        "uses": uses_of(item),
        "has_town": settings.TOWN is not None,
        "relations_count": len(desk.relations.initial or []),
    }
    context |= neighbours(item) | on_easel(item, request.GET.get("fil"))
    return render(request, "archive/workroom/edit.html", context)


def on_easel(item: Item, asked: str | None) -> dict[str, Any]:
    """The file on the easel (the one asked for, else the front) and its other side."""
    files = [each for each in item.media.all() if each.laid_away_at is None]
    wanted = number(asked)
    shown = next((each for each in files if each.pk == wanted), images.front(item))
    sides = [Media.Side.BACK, Media.Side.FRONT]
    if shown and shown.side == Media.Side.BACK:
        sides.reverse()
    others = [each for each in files if each != shown and each.side in sides]
    return {
        "shown_files": files,
        "shown": shown,
        "other_side": min(
            others, key=lambda each: sides.index(Media.Side(each.side)), default=None
        ),
    }


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
