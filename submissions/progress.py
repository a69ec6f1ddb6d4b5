"""Where a contribution stands, in words a family would use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from archive.models import Item
from submissions.models import Submission
from submissions.on_show import Hanging

State = Submission.State


@dataclass(frozen=True)
class Step:
    """One word on the way from the phone to the wall; when, and where it leads."""

    words: str
    is_reached: bool
    is_current: bool = False
    at: dt.datetime | None = None
    url: str = ""


def line(
    submission: Submission,
    items: Collection[Item],
    shows: Iterable[Hanging] = (),
    *,
    has_asked: bool = False,
) -> list[Step]:
    """The way so far and what is still to come; a way out ends the line."""
    begun = [
        Step(_("Draft"), is_reached=True, at=submission.started_at),
        Step(_("Received"), is_reached=True, at=submission.sent_at),
    ]
    way_out = _way_out(submission)
    if way_out:
        return [*begun, way_out]
    on_show = _on_show(shows)
    is_shown = any(item.is_published for item in items)
    steps = [*begun, *_reading(submission, has_asked=has_asked)]
    steps.append(_accepted(submission, is_current=not is_shown))
    steps.append(_shown(items, is_shown=is_shown, is_current=is_shown and not on_show))
    return steps + (on_show or [Step(_("In an exhibition"), is_reached=False)])


def _reading(submission: Submission, *, has_asked: bool) -> list[Step]:
    """Being read, and the question where there is or has been one."""
    asks = submission.state == State.QUESTION
    reads = submission.state == State.RECEIVED
    question = Step(_("We have a question"), is_reached=True, is_current=asks)
    reading = Step(_("Is being read"), is_reached=True, is_current=reads)
    return [reading, question] if asks or has_asked else [reading]


def _accepted(submission: Submission, *, is_current: bool) -> Step:
    is_accepted = submission.state == State.ACCEPTED
    return Step(
        _("Accepted"),
        is_reached=is_accepted,
        is_current=is_accepted and is_current,
        at=submission.answered_at if is_accepted else None,
    )


def _shown(items: Collection[Item], *, is_shown: bool, is_current: bool) -> Step:
    days = [each.published_at for each in items if each.is_published]
    return Step(
        _("Is shown"),
        is_reached=is_shown,
        is_current=is_current,
        at=min((day for day in days if day), default=None),
    )


def _on_show(shows: Iterable[Hanging]) -> list[Step]:
    return [
        Step(
            _("In the exhibition “%(title)s”")
            % {"title": f"\u2068{each.exhibition.localized_title}\u2069"},
            is_reached=True,
            is_current=True,
            url=each.url,
        )
        for each in shows
    ]


def _way_out(submission: Submission) -> Step | None:
    at: dt.datetime | None
    if submission.erased_at:
        words, at = _("Erased"), submission.erased_at
    elif submission.state == State.WITHDRAWN:
        words, at = _("Taken back"), submission.withdrawn_at
    elif submission.state == State.DECLINED:
        words, at = _("Not for this collection"), submission.answered_at
    else:
        return None
    return Step(words, is_reached=True, is_current=True, at=at)
