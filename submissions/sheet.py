"""How the tablet sees a family's sheet: what is on it, and what is still missing."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language_info, gettext_lazy, override
from django.utils.translation import gettext as _

from archive.images import picture
from archive.intake import Refused
from archive.models import Media
from archive.texts import direction
from archive.voices import voice
from submissions import consent, scanner
from submissions.actions import sheets
from submissions.day_querysets import ScanQuerySet
from submissions.forms import SheetForm
from submissions.models import Consent, Keepsake, Recording, Scan, Ticket
from submissions.notices import link_to

USUAL_PICTURES = 3  # more may be given; then somebody else waits longer

MISSING = {
    "may": gettext_lazy("We only lack one answer: may we show the picture?"),
    "is_of_age": gettext_lazy(
        "Ask whether they are over 15, or write the name of the parent or guardian."
    ),
    "aloud": gettext_lazy(
        "Read the permission aloud, and tick that they agreed. Or let them sign."
    ),
}

PROBLEMS = {
    scanner.UNFINISHED: gettext_lazy("it stops in the middle. Scan it once more."),
    Refused.NOT_AN_IMAGE: gettext_lazy(
        "it is not a picture we can open. Scan as JPEG, PNG, TIFF or PDF."
    ),
    Refused.EMPTY: gettext_lazy("it is empty. Scan it once more."),
    Refused.TOO_LARGE: gettext_lazy("it is too large. Scan it at 600 dpi or less."),
    Refused.NO_ROOM: gettext_lazy("there is no more room here. Call for help."),
}


def context(ticket: Ticket, form: SheetForm) -> dict[str, Any]:
    """Everything the sheet shows. The permission is in the family's own language."""
    answers = sheets.said(ticket)
    return {
        "ticket": ticket,
        "day": ticket.day,
        "form": form,
        "submission": ticket.submission,
        "fields": [(name, sheets.stamp(answers[name])) for name in sheets.FIELDS],
        "permission": permission(answers),
        "errors_of_permission": [
            str(each)
            for name in ("may", "is_of_age", "aloud")
            for each in form.errors.get(name, [])
        ],
        **files(ticket),
    }


def permission(answers: dict[str, Any]) -> dict[str, Any]:
    """The words to read aloud, exactly as they are kept, and what is ticked so far."""
    language = answers["language"]
    with override(language):
        return {
            "language": language,
            "language_name": get_language_info(language)["name_local"],
            "direction": direction(language),
            "questions": [
                (each, each.name in answers["may"]) for each in consent.questions()
            ],
            "title": _("What may we do with the picture?"),
            "names_title": _("May we show the names?"),
            "names": [
                (value, str(words), value == answers["names"])
                for value, words in Consent.Names.choices
            ],
            "persons": [
                (value, words, value == answers["persons"])
                for value, words in consent.asked_persons()
            ],
            "of_age": consent.asked()["of_age"],
            "young": consent.asked()["young"],
            "guardian": answers["guardian"],
            "is_of_age": answers["is_of_age"],
            "promise": consent.promise(),
            "agreed": _("This was read aloud to me, and I agree."),
            "aloud": answers["aloud"],
        }


def files(ticket: Ticket) -> dict[str, Any]:
    """Pictures on the sheet, those that wait in the scanner's tray, what was signed."""
    submission = ticket.submission
    if submission is None:
        return {}
    photographs = submission.photographs.select_related("media")
    keepsake = Keepsake.objects.filter(submission=submission).first()
    pictures = [_shown(ticket, each.media) | {"pk": each.pk} for each in photographs]
    scans = [
        _shown(ticket, each.media) | {"pk": each.pk}
        for each in tray(ticket)
        if each.media
    ]
    signature = _shown(ticket, ticket.signature) if ticket.signature else None
    kept = _shown(ticket, keepsake.media) if keepsake else None
    bad = [
        (each.name, PROBLEMS.get(each.problem, PROBLEMS[Refused.NOT_AN_IMAGE]))
        for each in ticket.day.scans.bad().filter(table=ticket.seat)
    ]
    told = submission.recordings.select_related("media")
    voices = [_heard(ticket, each) for each in told]
    return {
        "ticket": ticket,
        "day": ticket.day,
        "pictures": pictures,
        "voices": voices,
        "scans": scans,
        "bad_scans": bad,
        "signature": signature,
        "keepsake": kept,
        "is_many": len(pictures) >= USUAL_PICTURES,
        "prints": {
            "files": _print(pictures, scans, [name for name, _problem in bad]),
            "voices": _print(voices),
            "kept": _print(kept),
            "signing": _print(signature),
        },
    }


def _print(*shown: Any) -> str:
    """Whether a part of the sheet still looks as a tablet has it."""
    seen = [
        [each.get("seen") if isinstance(each, dict) else each for each in part]
        if isinstance(part, list)
        else part and part["seen"]
        for part in shown
    ]
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]


def tray(ticket: Ticket) -> ScanQuerySet:
    """What the scanner of this table has brought, and no family has taken."""
    scans = Scan.objects.unclaimed().filter(day=ticket.day_id, table=ticket.seat)
    return scans.select_related("media")


def sent(ticket: Ticket) -> dict[str, Any]:
    """The receipt on the tablet: what the family takes home."""
    submission = ticket.submission
    link = ""
    if submission is not None:
        with override(submission.language):
            link = link_to(submission)
    return {
        "ticket": ticket,
        "day": ticket.day,
        "submission": submission,
        "link": link,
        **files(ticket),
    }


def in_words(theirs: dict[str, Any]) -> dict[str, str]:
    """What another tablet wrote, as it can be read on this one."""
    return {
        name: ", ".join(value) if isinstance(value, list) else str(value)
        for name, value in theirs.items()
    }


def _shown(ticket: Ticket, media: Media) -> dict[str, Any]:
    address = partial(_address, ticket, media.pk)
    return {
        "media": media,
        "picture": picture(media, address),
        "is_waiting": media.state == Media.State.RECEIVED,
        "seen": f"{media.pk} {media.state}",
    }


def _heard(ticket: Ticket, recording: Recording) -> dict[str, Any]:
    media = recording.media
    return {
        "recording": recording,
        "media": media,
        "voice": voice(media, partial(_address, ticket, media.pk)),
        "is_waiting": media.state == Media.State.RECEIVED,
        "seen": f"{media.pk} {media.state} {recording.transcript}",
    }


def _address(ticket: Ticket, pk: int, name: str) -> str:
    where = [ticket.day.slug, ticket.code, pk, name]
    return reverse("submissions:day_file", args=where)
