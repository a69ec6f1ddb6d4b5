"""Erasing an item that nobody may keep: two steps, and its number typed by hand."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.doors import SignedInRequest, only
from accounts.permissions import may_decide
from archive.models import Item
from archive.views.browse import number_in
from submissions import erasure


@only(may_decide)
def erase_item(request: SignedInRequest, reg_number: str) -> HttpResponse:
    """Only what was laid away first; a wrong number erases nothing."""
    item = Item.objects.filter(number=number_in(reg_number), erased_at=None).first()
    if item is None or item.laid_away_at is None:
        raise Http404
    typed = request.POST.get("number", "").strip()
    is_right = number_in(typed) == item.number
    if request.method != "POST" or not is_right:
        context = {"item": item, "typed": typed, "is_wrong": request.method == "POST"}
        return render(request, "submissions/erase_item.html", context)
    erasure.erase_item(item, by=request.user)
    messages.success(
        request,
        _("Erased: %(number)s. Only the number is left.") % {"number": item.reg_number},
    )
    return redirect("archive:laid_away")
