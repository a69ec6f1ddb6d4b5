"""Buttons of the inbox that sort: put together, take apart, the same print, the back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.doors import SignedInRequest, only
from accounts.permissions import may_decide, may_review
from archive.keyset import number
from archive.models import Item
from submissions import actions
from submissions.models import DeskDeed, Submission
from submissions.views.review import card_address, card_of, deed, say


@deed
def merge(request: SignedInRequest, submission: Submission) -> HttpResponse:
    """Put another sending into this one."""
    pk = number(request.POST.get("other")) or 0
    away = Submission.objects.sent().filter(pk=pk).first()
    if away is None or away == submission:
        problem = _("There is no contribution with that number.")
        return card_of(request, submission.pk, problems={"merge": problem})
    try:
        done = actions.merge(
            submission, away, by=request.user, confirmed="confirmed" in request.POST
        )
    except actions.OtherGiver:
        return card_of(request, submission.pk, problems=_two_families(request))
    say(request, _("%(number)s is part of this one now.") % {"number": away}, done)
    return redirect(card_address(request, submission.pk))


def _two_families(request: SignedInRequest) -> dict[str, str]:
    if not may_decide(request.user):
        sentence = _(
            "Two different people gave these. Only an archivist may join them."
        )
        return {"merge": sentence}
    sentence = _(
        "Two different people gave these. Afterwards both read the same letters and "
        "decide together, and only what both have agreed to is allowed."
    )
    return {"merge": sentence, "confirm": _("Say that they belong together.")}


@deed
def split(request: SignedInRequest, submission: Submission) -> HttpResponse:
    """Let the chosen pictures be a sending of their own."""
    chosen = [number(each) for each in request.POST.getlist("part")]
    try:
        part = actions.split(
            submission, photographs=[pk for pk in chosen if pk], by=request.user
        )
    except actions.StandsInTheWay:
        raise
    except actions.NotPossibleNow:
        problem = _("Choose some of the pictures, and leave at least one.")
        return card_of(request, submission.pk, problems={"split": problem})
    done = submission.deeds.first()
    say(
        request,
        _("Now a contribution of its own: %(number)s.") % {"number": part},
        done,
    )
    return redirect(card_address(request, part.pk))


@deed
def join(request: SignedInRequest, submission: Submission) -> HttpResponse:
    """The same print: the story goes to the item we have."""
    item = get_object_or_404(Item, pk=number(request.POST.get("item")) or 0)
    actions.join(submission, item=item, by=request.user)
    sentence = _("The story stands with %(item)s now.") % {"item": item.reg_number}
    say(request, sentence, submission.deeds.first())
    return redirect(card_address(request, submission.pk))


@deed
def mark_back(request: SignedInRequest, submission: Submission) -> HttpResponse:
    """This picture is the back of that one."""
    photograph = number(request.POST.get("photograph")) or 0
    of = number(request.POST.get("of"))
    actions.mark_back(submission, photograph=photograph, of=of)
    at = number(request.POST.get("billede")) or 1
    return redirect(card_address(request, submission.pk, billede=at))


@only(may_review)
@require_POST
def undo(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take back a deed of the desk, or hear what stands in the way."""
    done = get_object_or_404(DeskDeed.objects.select_related("submission"), pk=pk)
    try:
        submission = actions.undo(done, by=request.user)
    except actions.StandsInTheWay as hindrance:
        messages.warning(request, hindrance.why)
        submission = done.submission
    else:
        messages.success(request, _("Undone."))
    root = submission.merged_into_id or submission.pk
    return redirect("submissions:review", root)


@only(may_review)
@require_POST
def hold(request: SignedInRequest, pk: int) -> HttpResponse:
    """The page says that it is still open, is closed, or takes over from a colleague."""
    submission = get_object_or_404(Submission.objects.sent(), pk=pk)
    if "let_go" in request.POST:
        actions.let_go(submission, by=request.user)
        return HttpResponse(status=204)
    over = "over" in request.POST
    held = actions.take_in_hand(submission, by=request.user, over=over)
    if over:
        return redirect("submissions:review", pk)
    mine = held.by_id == request.user.pk
    return JsonResponse({"mine": mine, "name": held.by.name, "minutes": held.minutes})
