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


class StandsInTheWay(NotPossibleNow):
    """It cannot be done or undone, and `why` says what hinders, as one reads it."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def locked(submission: Submission) -> Submission:
    """The contribution under lock; where it was put together with one, that one."""
    current = Submission.objects.select_for_update().get(pk=submission.pk)
    while current.merged_into_id:
        current = Submission.objects.select_for_update().get(pk=current.merged_into_id)
    return current


def still_waiting(submission: Submission) -> Submission:
    """The contribution under lock. Raises NotPossibleNow when it was answered."""
    current = locked(submission)
    if not current.is_waiting:
        raise NotPossibleNow
    return current
