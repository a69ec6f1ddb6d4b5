"""Slips for a receipt roll or a sheet of A6: the number, and the family's receipt."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from archive import typesetting
from submissions.models import CollectionDay, Submission, Ticket
from submissions.notices import link_to

Paper = Literal["80mm", "A6"]


class Slip(TypedDict):
    """`receipt_slip.typ`: one slip, in the family's language."""

    paper: Paper
    language: str
    archive: list[str]
    day: str
    number: str
    title: str
    lead: str
    facts: NotRequired[list[list[str]]]  # pairs of words and value
    words_title: NotRequired[str]
    words: NotRequired[str]
    qr: NotRequired[str]
    address: NotRequired[str]
    note: NotRequired[str]


def paper(asked: str) -> Paper:
    """A6 when it is asked for; else the roll."""
    return "A6" if asked == "A6" else "80mm"


def number_slip(ticket: Ticket, *, on: Paper, language: str) -> bytes:
    """The number to wait with."""
    with override(language):
        slip = _begin(ticket.day, on=on, language=language) | {
            "number": ticket.code,
            "title": _("Your number"),
            "lead": _("We call it when it is your turn. Have your pictures ready."),
        }
    return _set(slip)


def receipt(ticket: Ticket, *, on: Paper) -> bytes:
    """What the family takes home: number, three words, link and code, a thank you."""
    submission = ticket.submission
    if submission is None:
        raise typesetting.CannotSet("there is no contribution yet")
    with override(submission.language):
        slip = _begin(ticket.day, on=on, language=submission.language) | {
            "number": ticket.code,
            "title": _("Thank you!"),
            "lead": _("You keep the picture. We have borrowed a copy."),
            "facts": _facts(submission),
            "words_title": _("Three words to write down"),
            "words": submission.words,
            "qr": typesetting.qr_svg(link_to(submission)),
            "address": link_to(submission),
            "note": _(
                "Here you can follow, add and change, and take everything back. Keep "
                "this slip in the family."
            ),
        }
    return _set(slip)


def _begin(day: CollectionDay, *, on: Paper, language: str) -> dict[str, object]:
    society = settings.SOCIETY
    when = date_format(day.day, "DATE_FORMAT")
    return {
        "paper": on,
        "language": language,
        "archive": [each for each in (society.wordmark, society.place) if each],
        "day": "\n".join([" · ".join(filter(None, (day.name, day.place))), when]),
    }


def _facts(submission: Submission) -> list[list[str]]:
    society = settings.SOCIETY
    pictures = submission.photographs.count()
    facts = [
        (_("Contribution"), submission.number),
        (_("Pictures"), str(pictures) if pictures else ""),
        (_("Questions? Call"), society.phone),
    ]
    return [[words, value] for words, value in facts if value]


def _set(slip: dict[str, object]) -> bytes:
    return typesetting.pdf("receipt_slip", slip, pictures={})
