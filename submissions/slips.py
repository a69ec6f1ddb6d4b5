"""The permission on paper: the same questions in the same words, to tick and to sign."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from archive import typesetting
from submissions import consent
from submissions.models import Consent, Submission
from submissions.notices import link_to


def pdf(submission: Submission | None, *, language: str) -> bytes:
    """One A5 page in a language; blank where no contribution is named.

    Raises typesetting.CannotSet.
    """
    return typesetting.pdf("slip", sheet(submission, language=language), pictures={})


def sheet(submission: Submission | None, *, language: str) -> typesetting.Slip:
    """What stands on the slip; `archive/typesetting.py` says what each part is."""
    with override(language):
        return {
            "language": language,
            "archive": [settings.SOCIETY.wordmark, settings.SOCIETY.place],
            "number": submission.number if submission else "",
            "title": _("What may we do with the picture?"),
            "lead": _(
                "Tick what you say yes to, and sign. Everything can be changed later."
            ),
            "teller": _("The one who tells is called"),
            "name": submission.contributor.name if submission else "",
            "groups": groups(),
            "blanks": [consent.asked()["helper"]],
            "promise": consent.promise(),
            "date": pgettext("on paper", "Date"),
            "signature": pgettext("on paper", "Signature"),
            "version": f"{language} {consent.current_text(language).fingerprint[:8]}",
            "after": _("Take a photo of this page, and keep the page itself."),
            "qr": typesetting.qr_svg(address(submission)),
            "address": address(submission).split("://", 1)[-1],
        }


def groups() -> list[typesetting.Choices]:
    """The questions, as they stand on the page too."""
    said = consent.asked()
    asked: list[typesetting.Choices] = [
        {
            "round": False,
            "beside": False,
            "choices": [
                {"words": each.words, "hint": each.hint} for each in consent.questions()
            ],
        },
        {
            "title": _("Who took the picture?"),
            "round": True,
            "beside": True,
            "choices": _words(Submission.TakenBy.labels[1:]),
            "blank": _("The photographer's name or stamp"),
        },
        {
            "title": _("May we show the names?"),
            "round": True,
            "beside": True,
            "choices": _words(Consent.Names.labels),
        },
        {
            "title": _("The people in the picture"),
            "round": True,
            "beside": False,
            "choices": _words([words for _answer, words in consent.asked_persons()]),
        },
        {
            "round": False,
            "beside": False,
            "choices": _words([said["of_age"], said["young"]]),
            "blank": "",
        },
    ]
    return asked


def address(submission: Submission | None) -> str:
    """Where the code leads: to the family's own page, or to begin one."""
    if submission is None:
        return settings.SITE_URL + reverse("submissions:contribute")
    return link_to(submission)


def _words(labels: Iterable[Any]) -> list[typesetting.Choice]:
    return [{"words": str(label)} for label in labels]
