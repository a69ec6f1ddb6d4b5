"""A copy of everything a family gave, to take home: files, words, permissions."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from archive import images
from archive.models import Media
from archive.parcel import Parcel, Thing
from submissions import consent, going_along, recipes
from submissions.models import Consent, Submission
from submissions.querysets import files_of, items_of

LONGEST = 150  # bytes of a name, so that it fits on every disk
NOT_IN_NAMES = set('<>:"/\\|?*')
RESERVED = {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10))}
RULE = "-" * 40


def parcel(submission: Submission) -> Parcel:
    """The zip, in the language of the page; the same contents are the same bytes."""
    return Parcel(_things(submission))


def name_of(submission: Submission) -> str:
    """“ankomst-ishoej-0137.zip”, in plain letters."""
    words = settings.SOCIETY.archive_name.casefold()
    for letter, plain in (("æ", "ae"), ("ø", "oe"), ("å", "aa"), (" ", "-")):
        words = words.replace(letter, plain)
    plain = "".join(each for each in words if each.isascii() and _is_plain(each))
    return f"{plain or 'ankomst'}-{submission.number}.zip"


def fingerprint(submission: Submission) -> str:
    """Changes when anything in the parcel does: an interrupted download goes on."""
    facts = json.dumps(_facts(submission), sort_keys=True, default=str)
    words = _words(submission, _named(submission))
    return hashlib.sha256((facts + words).encode()).hexdigest()[:32]


def safe_name(position: int, name: str) -> str:
    """The family's own file name behind its number, safe on every computer."""
    kept = "".join(
        each
        for each in unicodedata.normalize("NFC", name)
        if each not in NOT_IN_NAMES and unicodedata.category(each)[0] != "C"
    ).strip(". ")
    stem, ending = Path(kept).stem, Path(kept).suffix
    if stem.casefold() in RESERVED or not stem:
        stem = f"{stem}_"
    room = LONGEST - len(ending.encode())
    return f"{position:02d} {_at_most(stem, room)}{ending}"


def _things(submission: Submission) -> Iterator[Thing]:
    named = _named(submission)
    folder = f"{Path(name_of(submission)).stem}/"
    at = _local(submission.sent_at or submission.started_at)
    words = _words(submission, named)
    title = _("Read me first")
    yield Thing(f"{folder}{title}.txt", at, _as_text(words))
    facts = json.dumps(_facts(submission), ensure_ascii=False, indent=2, default=str)
    yield Thing(f"{folder}{submission.number}.json", at, facts.encode())
    for media, name in named:
        path = _original(media)
        if path is not None:
            yield Thing(folder + name, _local(media.received_at), path)


def _named(submission: Submission) -> list[tuple[Media, str]]:
    files = files_of(submission).select_related("original", "item")
    ours = going_along.names(submission)
    return [
        (
            media,
            safe_name(position, ours.get(media.pk) or media.name or media.sha256[:12]),
        )
        for position, media in enumerate(files.order_by("received_at", "pk"), start=1)
    ]


def _original(media: Media) -> Path | None:
    try:
        path = images.original_path(media)
    except FileNotFoundError:
        return None
    return path if path.is_file() else None


def _words(submission: Submission, named: list[tuple[Media, str]]) -> str:
    """Everything as a person would read it."""
    head = _("%(archive)s, contribution %(number)s") % {
        "archive": settings.SOCIETY.archive_name,
        "number": submission.number,
    }
    parts = [head, _("A copy of everything you gave us. It is yours.")]
    parts += [_part(title, text) for title, text in _told(submission) if text.strip()]
    files = "\n".join(f"{name}\n   SHA-256 {media.sha256}" for media, name in named)
    parts.append(_part(_("Your files, byte for byte as you sent them"), files))
    letters = "\n\n".join(
        f"{_day(each.written_at)} · {each.author}\n{each.text}"
        for each in submission.messages.all()
    )
    parts.append(_part(_("What we have written to each other"), letters))
    agreed = f"\n\n{RULE}\n\n".join(_agreed(each) for each in _consents(submission))
    parts.append(_part(_("What was agreed, and when"), agreed))
    return "\n\n\n".join(part for part in parts if part) + "\n"


def _told(submission: Submission) -> list[tuple[str, str]]:
    """Title and words of all that was told, in the family's own words."""
    taken = submission.get_taken_by_display() if submission.taken_by else ""
    photographer = ", ".join(each for each in (taken, submission.photographer) if each)
    later = [
        (_("More you told us, %(day)s") % {"day": _day(each.told_at)}, each.text)
        for each in submission.additions.all()
    ]
    return [
        (_("What you told us"), recipes.story_of(submission)),
        *later,
        *going_along.words(submission),
        (pgettext("step", "When"), submission.date_told),
        (_("Taken by"), photographer),
        (_("Told by"), submission.contributor.name),
    ]


def _agreed(given: Consent) -> str:
    """One permission: when, how, what was said yes to, and the words it was asked in."""
    known = {each.name: each.words for each in consent.questions()}
    yes = [f"  + {known[name]}" for name in consent.names_of(given.uses)]
    lines = [
        f"{_day(given.given_at)} · {given.get_channel_display()}",
        *(yes or [_("Nothing may be shown.")]),
        given.get_names_display(),
        *going_along.beside(given),
        "",
        _("The exact words that were shown:"),
        given.text.text,
    ]
    return "\n".join(lines)


def _facts(submission: Submission) -> dict[str, Any]:
    """The same for a machine."""
    return {
        "archive": settings.SOCIETY.archive_name,
        "number": submission.number,
        "language": submission.language,
        "begun": submission.started_at,
        "sent": submission.sent_at,
        "giver": {
            "name": submission.contributor.name,
            "shown_as": submission.contributor.shown_as,
            "email": submission.contributor.email,
        },
        "story": {"text": submission.story, "language": submission.story_language},
        "told_later": [
            {"text": each.text, "language": each.language, "told": each.told_at}
            for each in submission.additions.all()
        ],
        "who": submission.who_told,
        "when": submission.date_told,
        "where": submission.place_told,
        **going_along.facts(submission),
        "is_place_hidden": submission.is_place_hidden,
        "taken_by": submission.taken_by,
        "photographer": submission.photographer,
        "files": [
            {
                "name": media.name,
                "here": name,
                "sha256": media.sha256,
                "bytes": media.size,
                "received": media.received_at,
                "item": media.item.reg_number if media.item else None,
            }
            for media, name in _named(submission)
        ],
        "items": [each.reg_number for each in items_of(submission)],
        "messages": [
            {
                "from_family": each.is_from_family,
                "author": each.author,
                "text": each.text,
                "written": each.written_at,
            }
            for each in submission.messages.all()
        ],
        "permissions": [
            {
                "given": each.given_at,
                "channel": each.channel,
                "uses": each.uses,
                "names": each.names,
                "have_persons_agreed": each.have_persons_agreed,
                "is_of_age": each.is_of_age,
                "helped_by": each.helped_by,
                "guardian": each.guardian,
                "asked_in": each.text.language,
                "asked_with": each.text.text,
            }
            for each in _consents(submission)
        ],
    }


def _consents(submission: Submission) -> list[Consent]:
    return list(submission.consents.select_related("text"))


def _part(title: str, text: str) -> str:
    return f"{title}\n{RULE}\n{text}" if text.strip() else ""


def _day(at: dt.datetime) -> str:
    return date_format(timezone.localtime(at), "DATETIME_FORMAT")


def _local(at: dt.datetime) -> dt.datetime:
    return timezone.localtime(at)


def _as_text(words: str) -> bytes:
    """With a mark and line ends that the plainest editor of any computer understands."""
    return words.replace("\n", "\r\n").encode("utf-8-sig")


def _at_most(words: str, room: int) -> str:
    """Cut between letters, never inside one."""
    while len(words.encode()) > room:
        words = words[:-1]
    return words


def _is_plain(sign: str) -> bool:
    return sign.isalnum() or sign == "-"
