"""Why a file could not be developed."""

from enum import StrEnum


class Problem(StrEnum):
    """A code for what went wrong; the words for people are chosen elsewhere."""

    NOT_AN_IMAGE = "not_an_image"  # nothing on the list of formats we take
    BROKEN = "broken"  # the right format, but it cannot be read
    TOO_BIG = "too_big"  # more pixels or memory than we have room for
    TOOK_TOO_LONG = "took_too_long"  # more work than one picture can be worth
    NOT_NOW = "not_now"  # our own trouble (disk full, file away): try again later


class Refused(Exception):
    """This file is not developed, and here is why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem
