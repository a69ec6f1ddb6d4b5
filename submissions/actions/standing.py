"""Where a contribution stands, asked under lock before every deed."""

from __future__ import annotations

from submissions.models import Submission

State = Submission.State


class NothingGiven(Exception):
    """Neither a picture nor a story: one of them is enough."""


class NotPossibleNow(Exception):
    """The contribution is not in a state where this can be done."""


class OriginalMissing(Exception):
    """Only the small picture is here; the original is on its way, or never came."""


def still_waiting(submission: Submission) -> Submission:
    """The contribution under lock. Raises NotPossibleNow when it was answered."""
    current = Submission.objects.select_for_update().get(pk=submission.pk)
    if not current.is_waiting:
        raise NotPossibleNow
    return current
