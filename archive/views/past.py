"""What happened to an item, and putting a description back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import SignedInRequest, only
from accounts.permissions import may_decide, may_review, works_here
from archive import actions, history
from archive.keyset import number
from archive.models import Item
from archive.views.describe import find


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


@only(may_review)
@require_POST
def undo(request: SignedInRequest, reg_number: str, version: int) -> HttpResponse:
    """Take back what one did last to the card, while nobody has done more."""
    item = find(reg_number)
    decides = may_decide(request.user)
    try:
        actions.undo_last(item, version=version, by=request.user, decides=decides)
    except (actions.ChangedMeanwhile, actions.CannotPublish):
        messages.warning(
            request,
            _("It cannot be undone any more: something has been done to it since."),
        )
    else:
        messages.success(request, _("Undone."))
    return redirect("archive:edit", reg_number)
