"""Laying away with a reason, and the way back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import SignedInRequest, only
from accounts.permissions import may_decide, may_review
from archive import actions, shelving
from archive.keyset import turn_to
from archive.models import Item
from archive.views.browse import number_in
from archive.views.describe import find

A_SHELF = 40


@only(may_review)
@require_safe
def laid_away(request: SignedInRequest) -> HttpResponse:
    """What was put aside, the newest number first."""
    away = Item.objects.exclude(laid_away_at=None)
    page = turn_to(away.with_pictures(), request.GET, size=A_SHELF, base={})
    context = {"page": page, "may_publish": may_decide(request.user)}
    return render(request, "archive/workroom/laid_away.html", context)


@only(may_decide)
def lay_away(request: SignedInRequest, reg_number: str) -> HttpResponse:
    """Ask why, then put the item aside."""
    item = find(reg_number)
    because = request.POST.get("because", "").strip()[:300].replace("\0", "")
    if request.method != "POST" or not because:
        context = {"item": item, "is_unsaid": request.method == "POST"}
        return render(request, "archive/workroom/lay_away.html", context)
    laid = actions.lay_away(item, because=because, by=request.user)
    if laid.erased_at is not None:
        words = _("%(number)s has been erased meanwhile. Not kept: “%(words)s”")
        told = {"number": laid.reg_number, "words": because}
        messages.warning(request, words % told)
        return redirect("archive:laid_away")
    messages.success(
        request,
        _("Laid away. It can come back at any time."),
        extra_tags=reverse("archive:take_back", args=[item.reg_number]),
    )
    return redirect("archive:laid_away")


@only(may_decide)
@require_POST
def take_back(request: SignedInRequest, reg_number: str) -> HttpResponse:
    item = get_object_or_404(Item, number=number_in(reg_number))
    shelving.take_back(item, by=request.user)
    item.refresh_from_db()
    if item.laid_away_at is not None:
        return redirect("archive:laid_away")
    messages.success(request, _("It is back. Nothing was published."))
    return redirect("archive:edit", item.reg_number)
