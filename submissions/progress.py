"""Where a contribution stands, in words a family would use."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _

from archive.models import Item
from submissions.models import Submission

State = Submission.State


@dataclass(frozen=True)
class Step:
    """One word on the way from the phone to the wall."""

    words: str
    is_reached: bool
    is_current: bool = False


def line(submission: Submission, items: Collection[Item]) -> list[Step]:
    """The way so far and what is still to come; a way out ends the line."""
    way_out = _way_out(submission)
    if way_out:
        return [Step(_("Received"), is_reached=True), way_out]
    is_accepted = submission.state == State.ACCEPTED
    is_shown = any(item.is_published for item in items)
    asks = submission.state == State.QUESTION
    return [
        Step(_("Received"), is_reached=True),
        Step(
            _("We have a question") if asks else _("Is being read"),
            is_reached=True,
            is_current=not is_accepted,
        ),
        Step(
            _("Accepted"),
            is_reached=is_accepted,
            is_current=is_accepted and not is_shown,
        ),
        Step(_("Is shown"), is_reached=is_shown, is_current=is_shown),
    ]


def _way_out(submission: Submission) -> Step | None:
    if submission.erased_at:
        return Step(_("Erased"), is_reached=True, is_current=True)
    if submission.state == State.WITHDRAWN:
        return Step(_("Taken back"), is_reached=True, is_current=True)
    if submission.state == State.DECLINED:
        return Step(_("Not for this collection"), is_reached=True, is_current=True)
    return None
