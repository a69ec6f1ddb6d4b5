"""“I am in this picture”, seen from the desk: hidden with one click, and answered."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import SignedInRequest, only
from accounts.permissions import may_decide, may_review
from archive import actions as archive_actions
from submissions import actions, desk, inbox
from submissions.models import Objection

MOST = 60


@only(may_review)
@require_safe
def objections(request: SignedInRequest) -> HttpResponse:
    """The open ones first, the longest waiting at the top; then what was settled."""
    known = Objection.objects.select_related("item", "contributor").prefetch_related(
        "item__media"
    )
    waiting = list(known.filter(settled_at=None).order_by("written_at", "pk")[:MOST])
    numbers = inbox.counts(request.user)
    context = {
        "waiting": [(each, desk.age(each)) for each in waiting],
        "settled": known.exclude(settled_at=None).order_by("-settled_at")[:MOST],
        "filters": inbox.filters(numbers),
        "counts": numbers,
        "may_decide": may_decide(request.user),
    }
    return render(request, "submissions/inbox_objections.html", context)


@only(may_decide)
@require_POST
def hide(request: SignedInRequest, pk: int) -> HttpResponse:
    """One click: the picture, or the names in it, are gone; and the person is told."""
    objection = get_object_or_404(Objection.objects.select_related("item"), pk=pk)
    names_only = request.POST.get("what") == "names"
    wish = Objection.Wish.HIDE_NAME if names_only else Objection.Wish.HIDE_PICTURE
    with transaction.atomic():
        if names_only:
            archive_actions.name_as(
                objection.item, hidden=True, first_names_only=True, by=request.user
            )
        else:
            archive_actions.withdraw(objection.item, by=request.user)
        with override(objection.contributor.language):
            told = str(desk.SETTLED[wish])
        actions.settle(objection, settlement=told, by=request.user)
    messages.success(request, _("Hidden everywhere, and the person has been told."))
    return redirect("submissions:objections")


@only(may_decide)
@require_POST
def recognise(request: SignedInRequest, pk: int) -> HttpResponse:
    """“Yes, this is …”: the name goes on the item, and the family hears of it."""
    objection = get_object_or_404(Objection.objects.select_related("item"), pk=pk)
    name = " ".join(request.POST.get("name", "").replace("\0", "").split())[:160]
    if not name:
        messages.warning(request, _("Write the person's name."))
        return redirect("submissions:objections")
    with override(objection.contributor.language):
        told = str(desk.RECOGNISED)
    actions.recognise(
        objection,
        name=name,
        may_be_named="may_be_named" in request.POST,
        settlement=told,
        by=request.user,
    )
    messages.success(request, _("Written down, and the person has been told."))
    return redirect("submissions:objections")


@only(may_review)
@require_POST
def settle(request: SignedInRequest, pk: int) -> HttpResponse:
    """Answer without hiding anything."""
    objection = get_object_or_404(Objection, pk=pk)
    text = request.POST.get("text", "").strip()
    if not text:
        messages.warning(request, _("Write what we did. The person reads it."))
        return redirect("submissions:objections")
    actions.settle(objection, settlement=text, by=request.user)
    messages.success(request, _("Settled, and the person has been told."))
    return redirect("submissions:objections")
