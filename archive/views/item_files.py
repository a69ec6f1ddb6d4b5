"""The files of one item: front, back, details; added, ordered, laid aside."""

from __future__ import annotations

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import SignedInRequest, only
from accounts.permissions import may_review, works_here
from archive import actions, intake
from archive.intake import Refused
from archive.models import Item, Media
from archive.views.describe import find

WHY_NOT = {
    Refused.TOO_LARGE: gettext_lazy("“%(name)s” is larger than we can take."),
    Refused.EMPTY: gettext_lazy("“%(name)s” is empty."),
    Refused.NOT_AN_IMAGE: gettext_lazy(
        "“%(name)s” is no picture, sound or film that we know."
    ),
    Refused.NO_ROOM: gettext_lazy(
        "There is no room for “%(name)s” on the disk. It was not saved."
    ),
}
MOST_AT_ONCE = 20
PICTURED = (Media.Side.FRONT, Media.Side.BACK, Media.Side.DETAIL)


@only(works_here)
@require_safe
def item_files(request: SignedInRequest, reg_number: str) -> HttpResponse:
    """Every file of an item, with those that are laid aside."""
    item = find(reg_number)
    files = list(item.media.all())
    context = {
        "item": item,
        "files": [each for each in files if each.laid_away_at is None],
        "aside": [each for each in files if each.laid_away_at is not None],
        "sides": [each for each in Media.Side.choices if each[0] in PICTURED],
        "kinds": Media.Side.choices,
        "may_describe": may_review(request.user),
    }
    return render(request, "archive/workroom/files.html", context)


@only(may_review)
@require_POST
def add(request: SignedInRequest, reg_number: str) -> HttpResponse:
    """Take files in and put them beside the others; a bad one stops none of the rest."""
    item = find(reg_number)
    side = request.POST.get("side", "")
    side = side if side in Media.Side.values else Media.Side.BACK
    uploads = request.FILES.getlist("files")[:MOST_AT_ONCE]
    if not uploads:
        messages.warning(request, _("Choose a file first."))
    for upload in uploads:
        _take_in(request, item, upload, side)
    return redirect("archive:files", reg_number)


def _take_in(
    request: SignedInRequest, item: Item, upload: UploadedFile, side: str
) -> None:
    try:
        media = intake.receive(upload)
    except Refused as refused:
        messages.warning(request, WHY_NOT[refused.why] % {"name": refused.name})
        return
    if item.media.filter(sha256=media.sha256).exists():
        intake.discard(media)
        messages.warning(
            request, _("“%(name)s” is here already.") % {"name": media.name}
        )
        return
    actions.add_file(item, media, side=side, by=request.user)
    messages.success(request, _("“%(name)s” is added.") % {"name": media.name})


@only(may_review)
@require_POST
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    """One of the buttons beside a file."""
    media = get_object_or_404(Media.objects.select_related("item"), pk=pk)
    item = media.item
    if item is None or item.laid_away_at is not None:
        raise Http404
    deed, by = request.POST.get("deed", ""), request.user
    if deed == "side" and _may_be_called(request.POST.get("side"), media):
        actions.call_side(media, side=request.POST["side"], by=by)
    elif deed in {"up", "down"}:
        actions.move_file(media, steps=-1 if deed == "up" else 1, by=by)
    elif deed == "front" and _may_be_called(Media.Side.FRONT, media):
        actions.make_front(media, by=by)
    elif deed == "aside":
        actions.lay_file_aside(media, by=by)
        messages.success(request, _("Laid aside. You can take it back below."))
    elif deed == "back":
        actions.take_file_back(media, by=by)
    return redirect("archive:files", item.reg_number)


def _may_be_called(side: str | None, media: Media) -> bool:
    """A picture has a front or a back; what is played is what it is."""
    return side in PICTURED and media.playable is None
