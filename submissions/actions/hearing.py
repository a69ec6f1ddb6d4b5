"""How a family is reached, and whether they want to hear of glad news."""

from __future__ import annotations

from django.db import transaction

from submissions import notices
from submissions.actions.standing import NotPossibleNow, State, locked
from submissions.models import Submission


@transaction.atomic
def hear(
    submission: Submission, *, wants_news: bool, email: str | None = None
) -> Submission:
    """Say whether news may be sent, and where to; news not sent yet is dropped."""
    current = locked(submission)
    if current.state == State.DRAFT or current.erased_at:
        raise NotPossibleNow
    giver = current.contributor
    giver.wants_news = wants_news
    if email is not None:
        giver.email = email
    giver.save(update_fields=["wants_news", "email"])
    if not (wants_news and giver.email):
        notices.drop_news(current)
    return current
