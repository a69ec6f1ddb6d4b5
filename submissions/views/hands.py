"""Beside the card: whose hands it is in, what was done with it, what belongs to it."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from accounts.doors import SignedInRequest
from submissions import actions
from submissions.models import Photograph, Submission

MOST = 6


def context(request: SignedInRequest, submission: Submission) -> dict[str, Any]:
    """Opening takes it in hand; somebody else's name is said, and hinders nothing."""
    held = actions.take_in_hand(submission, by=request.user)
    return {
        "held": held,
        "is_mine": held.by_id == request.user.pk,
        "deeds": list(submission.deeds.select_related("by", "undone_by")),
        "merged": list(submission.merged.select_related("contributor")),
        "parts": list(submission.parts.exclude(state=Submission.State.MERGED)),
        "of_same_giver": of_same_giver(submission) if submission.is_waiting else [],
    }


def of_same_giver(submission: Submission) -> list[Submission]:
    """Other sendings of theirs that wait too, and could be one with this."""
    giver = submission.contributor
    same = Q(contributor=giver) | Q(split_from=submission)
    if giver.email:
        same |= Q(contributor__email__iexact=giver.email)
    if submission.split_from_id:
        same |= Q(pk=submission.split_from_id)
    waiting = Submission.objects.filter(state__in=["received", "question"])
    return list(waiting.filter(same).exclude(pk=submission.pk)[:MOST])


def other_side(shown: Photograph | None, photographs: list[Photograph]) -> int | None:
    """The number of the picture on the other side of this print, if we know it."""
    if shown is None:
        return None
    for number, each in enumerate(photographs, start=1):
        if each.pk == shown.back_of_id or each.back_of_id == shown.pk:
            return number
    return None
