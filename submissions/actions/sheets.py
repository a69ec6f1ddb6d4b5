"""One family's sheet at the table: kept while it is typed, seen by every tablet."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.utils import timezone

from accounts.models import User
from archive import intake
from archive.models import Media
from submissions import consent as consents
from submissions import scanner
from submissions.actions.collecting import at_table
from submissions.actions.sending import send
from submissions.actions.standing import NotPossibleNow
from submissions.drafts import remove_files, save_draft
from submissions.models import Consent, Keepsake, Photograph, Scan, Submission, Ticket
from submissions.recordings import remove_recordings

GIVER = ("name", "shown_as", "email")
TOLD = (
    *("language", "story", "story_language", "who_told", "date_told", "date_meant"),
    *("place_told", "taken_by", "photographer"),
)
ANSWERS: dict[str, Any] = {
    "may": [],
    "names": "",
    "persons": "",
    "is_of_age": False,
    "guardian": "",
    "aloud": False,
}
FIELDS = (*GIVER, *TOLD, *ANSWERS, "helper")

A_GLANCE = dt.timedelta(seconds=20)  # after which a tablet no longer looks at a sheet


def said(ticket: Ticket) -> dict[str, Any]:
    """Everything on the sheet as it is kept now, by the names of its fields."""
    submission = _draft(ticket)
    giver = submission.contributor
    return {
        **{name: getattr(giver, name) for name in GIVER},
        **{name: getattr(submission, name) for name in TOLD},
        **ANSWERS,
        **{name: ticket.answers[name] for name in ANSWERS if name in ticket.answers},
        "helper": ticket.helper,
    }


def stamp(value: Any) -> str:
    """A short print of one answer: whether it is still what a tablet saw."""
    if isinstance(value, list):
        value = " ".join(sorted(value))
    return hashlib.sha256(str(value).encode()).hexdigest()[:12]


@transaction.atomic
def write(
    ticket: Ticket, *, changes: Mapping[str, Any], seen: Mapping[str, str]
) -> dict[str, Any]:
    """Keep what one tablet has typed; returns the fields another one wrote meanwhile.

    Field by field: `seen` are the stamps of what the tablet had before it changed it.
    Where that is no longer what we have, nothing is written over; both versions live,
    ours here and theirs on the screen, until a person chooses. Another language is
    another text: what was read aloud before does not count for it.
    """
    current = at_table(ticket)
    if current.is_sent:
        raise NotPossibleNow
    now = said(current)
    theirs = {
        name: now[name]
        for name, value in changes.items()
        if seen.get(name) != stamp(now[name]) and value != now[name]
    }
    ours = {
        name: value
        for name, value in changes.items()
        if name not in theirs and value != now[name]
    }
    if ours:
        _keep(current, _with_its_consequences(ours, now))
    return theirs


def _with_its_consequences(
    ours: Mapping[str, Any], now: Mapping[str, Any]
) -> dict[str, Any]:
    if "date_told" in ours and "date_meant" not in ours:
        ours = {**ours, "date_meant": ""}
    if "language" not in ours:
        return dict(ours)
    told_in = {} if now["story"] else {"story_language": ours["language"]}
    return told_in | dict(ours) | {"aloud": False}


def _keep(ticket: Ticket, ours: Mapping[str, Any]) -> None:
    told = {name: value for name, value in ours.items() if name in TOLD}
    giver = {name: value for name, value in ours.items() if name in GIVER}
    if "language" in told:
        giver["language"] = told["language"]
    if told or giver:
        save_draft(_draft(ticket), told=told, giver=giver)
    ticket.answers |= {name: ours[name] for name in ANSWERS if name in ours}
    ticket.helper = ours.get("helper", ticket.helper)
    ticket.version += 1
    ticket.save(update_fields=["answers", "helper", "version"])


@transaction.atomic
def glance(ticket: Ticket, *, tablet: str) -> int:
    """Note that a tablet shows this sheet; returns how many others do."""
    now = timezone.now()
    current = Ticket.objects.select_for_update(of=("self",)).get(pk=ticket.pk)
    fresh = {
        name: at
        for name, at in current.tablets.items()
        if now - dt.datetime.fromisoformat(at) < A_GLANCE
    }
    current.tablets = {**fresh, tablet: now.isoformat()}
    current.save(update_fields=["tablets"])
    return len(current.tablets) - 1


@transaction.atomic
def pick(ticket: Ticket, scan: Scan) -> None:
    """Put a picture from the scanner with this family. Raises NotPossibleNow."""
    current = at_table(ticket)
    draft = _draft(current)
    found = Scan.objects.select_for_update(of=("self",)).get(pk=scan.pk)
    if found.ticket_id or found.media is None or current.is_sent:
        raise NotPossibleNow
    photographs = draft.photographs
    if photographs.filter(sha256=found.sha256).exists():
        scanner.forget(found)
        return
    last = photographs.aggregate(last=models.Max("position"))["last"]
    photographs.create(
        media=found.media,
        sha256=found.sha256,
        position=0 if last is None else last + 1,
    )
    found.ticket = current
    found.save(update_fields=["ticket"])


@transaction.atomic
def put_back(ticket: Ticket, photograph: Photograph) -> None:
    """Take a picture off the sheet; one from the scanner waits for its family again."""
    current = at_table(ticket)
    if current.is_sent:
        raise NotPossibleNow
    scan = Scan.objects.filter(media=photograph.media_id).first()
    if scan is None:
        remove_files(_draft(current), [photograph.pk])
        return
    photograph.delete()
    scan.ticket = None
    scan.save(update_fields=["ticket"])


@transaction.atomic
def unsay(ticket: Ticket, recording: int) -> None:
    """Take off the sheet what was told aloud: the family wants to say it again."""
    current = at_table(ticket)
    if current.is_sent:
        raise NotPossibleNow
    remove_recordings(_draft(current), [recording])


def sign(ticket: Ticket, file: UploadedFile) -> Media:
    """Keep what the family signed, as private evidence. Raises intake.Refused."""
    with _received(file) as media, transaction.atomic():
        former = _put_signature(ticket, media)
    if former is not None:
        intake.discard(former)
    return media


def unsign(ticket: Ticket) -> None:
    """The family wants to sign again."""
    with transaction.atomic():
        former = _put_signature(ticket, None)
    if former is not None:
        intake.discard(former)


def keep_photograph(ticket: Ticket, file: UploadedFile) -> Media:
    """Keep the family with their picture, for themselves. Raises intake.Refused."""
    with _received(file) as media, transaction.atomic():
        draft = _draft(at_table(ticket))
        former = Keepsake.objects.filter(submission=draft).first()
        if former is not None:
            former.delete()
        Keepsake.objects.create(submission=draft, media=media)
    if former is not None:
        intake.discard(former.media)
    return media


@contextmanager
def _received(file: UploadedFile) -> Iterator[Media]:
    """A file in the house; let go again when nobody could be given it."""
    media = intake.receive(file)
    try:
        yield media
    except BaseException:
        intake.discard(media)
        raise


def _put_signature(ticket: Ticket, media: Media | None) -> Media | None:
    """Write the signature, and return the one before it."""
    current = at_table(ticket)
    if current.is_sent:
        raise NotPossibleNow
    former, current.signature = current.signature, media
    current.version += 1
    current.save(update_fields=["signature", "version"])
    return former


@transaction.atomic
def hand_over(ticket: Ticket, *, by: User) -> Submission:
    """Send what the family gave, with the permission that was read aloud to them.

    Sending again returns the same contribution. Raises NothingGiven.
    """
    current = at_table(ticket)
    answers = said(current)
    return send(
        _draft(current),
        uses=consents.uses_of(answers["may"]),
        names=answers["names"] or Consent.Names.NONE,
        have_persons_agreed=answers["persons"] == "yes",
        is_of_age=answers["is_of_age"],
        guardian="" if answers["is_of_age"] else answers["guardian"],
        helped_by=current.helper,
        channel=Consent.Channel.ALOUD,
        recorded_by=by,
        evidence=current.signature,
    )


def lacks(answers: Mapping[str, Any], *, is_signed: bool) -> Collection[str]:
    """Which answers are still missing before the family's yes is a yes."""
    facts = [
        ("may", "show" not in answers["may"]),
        ("is_of_age", not (answers["is_of_age"] or answers["guardian"])),
        ("aloud", not (answers["aloud"] or is_signed)),
    ]
    return [name for name, is_missing in facts if is_missing]


def _draft(ticket: Ticket) -> Submission:
    """The contribution of a family that has been called once. Raises NotPossibleNow."""
    if ticket.submission is None:
        raise NotPossibleNow
    return ticket.submission
