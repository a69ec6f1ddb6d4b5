"""The table of dating anchors, and what they ask while a card is being written."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import SignedInRequest, only
from accounts.permissions import may_review, works_here
from archive import actions, anchors
from archive.forms import AnchorForm
from archive.models import DatingAnchor, Place
from archive.views.describe import desk_of, find


@only(works_here)
@require_safe
def table(request: SignedInRequest) -> HttpResponse:
    """Everything whose date we know, the oldest first."""
    known = DatingAnchor.objects.select_related("place")
    context = {
        "anchors": known.filter(laid_away_at=None),
        "aside": known.exclude(laid_away_at=None),
        "may_describe": may_review(request.user),
    }
    return render(request, "archive/workroom/anchors.html", context)


@only(may_review)
def new(request: SignedInRequest) -> HttpResponse:
    """A dating anchor nobody has written yet."""
    return _write(request, None)


@only(may_review)
def edit(request: SignedInRequest, slug: str) -> HttpResponse:
    """Write a dating anchor."""
    known = DatingAnchor.objects.select_related("place")
    return _write(request, get_object_or_404(known, slug=slug))


@only(may_review)
@require_POST
def lay_away(request: SignedInRequest, slug: str) -> HttpResponse:
    """Let an anchor ask no more, or ask again."""
    anchor = get_object_or_404(DatingAnchor, slug=slug)
    if anchor.laid_away_at is None:
        actions.lay_anchor_away(anchor, by=request.user)
        sentence = _("It asks no more. You can take it back below.")
    else:
        actions.take_anchor_back(anchor, by=request.user)
        sentence = _("It asks again.")
    messages.success(request, sentence, extra_tags=request.path)
    return redirect("archive:anchors")


@only(may_review)
@require_POST
def ask(request: SignedInRequest, reg_number: str) -> HttpResponse:
    """What the anchors have against a card that is being written; nothing is saved."""
    item = find(reg_number)
    desk = desk_of(item, request.POST)
    asked = []
    if desk.form.is_valid():
        told = anchors.told_in(desk.form.changes(), item, item.stories.all())
        asked = anchors.against(told, item)
    context = {"asked": asked, "may_describe": True}
    return render(request, "archive/workroom/_asked.html", context)


def _write(request: SignedInRequest, anchor: DatingAnchor | None) -> HttpResponse:
    form = AnchorForm(request.POST if request.method == "POST" else None, anchor)
    if form.is_bound and form.is_valid():
        actions.write_anchor(anchor, changes=form.changes(), by=request.user)
        messages.success(request, _("Saved."))
        return redirect("archive:anchors")
    context = {"form": form, "anchor": anchor, "places": Place.objects.all()}
    return render(request, "archive/workroom/anchor.html", context)
