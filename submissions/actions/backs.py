"""Which picture is the back of which: one print, two files."""

from __future__ import annotations

from django.db import transaction

from submissions.actions.standing import NotPossibleNow, still_waiting
from submissions.models import Photograph, Submission


@transaction.atomic
def mark_back(submission: Submission, *, photograph: int, of: int | None) -> Photograph:
    """Say that a picture is the back of another, or, without one, that it is not.

    Raises NotPossibleNow when it was answered, or a back would have a back.
    """
    current = still_waiting(submission)
    files = {each.pk: each for each in current.photographs.all()}
    back, front = files.get(photograph), files.get(of) if of else None
    if back is None or back == front or (of and front is None):
        raise NotPossibleNow
    if front is not None and (front.back_of_id or back.backs.exists()):
        raise NotPossibleNow
    back.back_of = front
    back.save(update_fields=["back_of"])
    return back
