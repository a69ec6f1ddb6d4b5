"""Who has a contribution in hand: a name that goes by itself, and hinders nobody."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from submissions.models import Hold, Submission

LASTS = dt.timedelta(minutes=3)  # the page says every minute that it is still open


@transaction.atomic
def take_in_hand(submission: Submission, *, by: User, over: bool = False) -> Hold:
    """Say that this is in my hands, unless it is in somebody else's just now.

    `over` takes it over from them. Returns whose it is.
    """
    now = timezone.now()
    Submission.objects.select_for_update().get(pk=submission.pk)
    held = Hold.objects.select_related("by").filter(submission=submission).first()
    if held is None:
        held = Hold(submission=submission, by=by, taken_at=now)
    elif held.by_id != by.pk:
        if held.until > now and not over:
            return held
        held.by, held.taken_at = by, now
    elif held.until <= now:
        held.taken_at = now
    held.until = now + LASTS
    held.save()
    return held


def let_everything_go(person: User) -> None:
    """Lay down all they have in hand: they go on leave, or do something else now."""
    Hold.objects.filter(by=person).delete()


def let_go(submission: Submission, *, by: User) -> None:
    """Lay it down again; somebody else's hold stays."""
    Hold.objects.filter(submission=submission, by=by).delete()
