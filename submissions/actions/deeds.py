"""What was done at the desk, written down so that it can be undone."""

from __future__ import annotations

from typing import Any

from accounts.models import User
from submissions import notices
from submissions.models import DeskDeed, Message, Notice, Submission


def note_deed(
    submission: Submission, kind: str, *, by: User, **detail: Any
) -> DeskDeed:
    """Keep the deed, and what stood before it, inside the deed's own transaction."""
    return DeskDeed.objects.create(
        submission=submission, kind=kind, by=by, detail=detail
    )


def recall(deed: DeskDeed, submission: Submission, kind: str) -> bool:
    """Stop the mail a deed owed. False when it has gone: then they must be told.

    What was written on the family's page with it goes too, if nobody was told yet.
    """
    family = [submission.pk, *submission.merged.values_list("pk", flat=True)]
    owed = Notice.objects.filter(
        submission__in=family, kind=kind, created_at__gte=deed.done_at
    )
    owed.filter(sent_at=None, claimed_at=None).delete()
    if owed.exists():
        return False
    Message.objects.filter(pk=deed.detail.get("message")).delete()
    return True


def tell_of_reopening(submission: Submission) -> None:
    """Whoever has had our answer hears that we look once more."""
    notices.owe(submission, Notice.Kind.REOPENED)
