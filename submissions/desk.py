"""How the desk sees what came in: filters, flags in words, and ready-made sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from archive import dates
from archive.models import Media, Person
from submissions.models import Message, Objection, Submission

A_WEEK = 7
A_YEAR = 300  # days; until then the month is enough

# Translators: questions to a family, sent in the family's language.
QUESTIONS = {
    "left": gettext_lazy("Who is on the left?"),
    "street": gettext_lazy("Which street is it?"),
    "name": gettext_lazy("May we show the name?"),
    "camera": gettext_lazy("Who took the picture?"),
    "back": gettext_lazy("Do you have the back of the picture?"),
    "before": gettext_lazy("Is it before or after …?"),
}
GAP = "…"

# Translators: kind reasons for saying no thank you, sent in the family's language.
REASONS = {
    "elsewhere": gettext_lazy(
        "Thank you for thinking of us. The picture is not from our town, and another "
        "archive will take better care of its story."
    ),
    "known": gettext_lazy(
        "Thank you. We have been given this picture before, perhaps by somebody in "
        "your family, and it is in good hands."
    ),
    "unclear": gettext_lazy(
        "Thank you. We cannot see well enough what is in the picture. You are very "
        "welcome to send it once more, photographed in daylight."
    ),
    "rights": gettext_lazy(
        "Thank you. Somebody else holds the rights to this picture, and we may not "
        "keep it without their yes."
    ),
}

# Translators: what the person in the picture is told when we have done as they wished.
SETTLED = {
    Objection.Wish.HIDE_PICTURE: gettext_lazy(
        "We have taken the picture down. Nobody can see it any more."
    ),
    Objection.Wish.HIDE_NAME: gettext_lazy(
        "We have hidden the names in this picture. Nobody can read them any more."
    ),
}

# Translators: what the person in the picture is told when we have written the name down.
RECOGNISED = gettext_lazy(
    "Thank you. We have written down who you are, and told the family that gave us the "
    "picture that somebody has been recognised in it."
)

PROBLEMS = {
    "not_an_image": gettext_lazy("It is no picture we can open."),
    "broken": gettext_lazy("The file is damaged and cannot be read."),
    "too_big": gettext_lazy("The picture is too big to open here."),
    "took_too_long": gettext_lazy("It took too long to open the file."),
    "not_now": gettext_lazy("The file could not be opened right now."),
    "missing": gettext_lazy("The file is not where it should be."),
}


@dataclass(frozen=True)
class Row:
    """One line of the list: a contribution and what it needs, in words."""

    submission: Submission
    media: Media | None
    age: str
    needs: list[str]
    notes: list[str] = field(default_factory=list)


def row_of(submission: Submission) -> Row:
    """A contribution as one line; its files, messages and consents are at hand."""
    files = [each.media for each in submission.photographs.all()]
    files += [each.media for each in submission.recordings.all()]
    ready = [each for each in files if each.is_ready and each.largest]
    needs, notes = _needs(submission, files), []
    if submission.state == Submission.State.QUESTION:
        needs, notes = [], [_("We have asked")]
    elif submission.state == Submission.State.ACCEPTED and submission.added_at:
        needs, notes = [_("The family has added something")], []
    elif not submission.is_waiting:
        needs, notes = [], [submission.get_state_display()]
    elif not needs:
        notes = [_ready(submission, files)]
    return Row(submission, ready[0] if ready else None, age(submission), needs, notes)


def _ready(submission: Submission, files: list[Media]) -> str:
    if submission.story_recordings:
        return _("Told aloud, ready to be accepted")
    if not files:
        return _("A story without a picture, ready to be accepted")
    return _("Ready to be accepted")


def has_answered(submission: Submission) -> bool:
    """The last word in the thread is the family's, and the contribution waits."""
    messages = list(submission.messages.all())
    return submission.is_waiting and bool(messages) and messages[-1].is_from_family


def _needs(submission: Submission, files: list[Media]) -> list[str]:
    """What a person should look at, the most pressing first."""
    consents = list(submission.consents.all())
    told = submission.date_told
    facts = [
        (_("Has answered"), has_answered(submission)),
        (_("A file needs a person"), any(not is_fine(each) for each in files)),
        (
            _("The large picture is on its way"),
            any(each.is_preview for each in submission.photographs.all()),
        ),
        (_("Missing a date"), not told.strip()),
        (
            _("Date not understood"),
            bool(told.strip()) and understood(submission) is None,
        ),
        (
            _("Names, not asked yet"),
            are_named(submission)
            and not (consents and consents[0].have_persons_agreed),
        ),
    ]
    return [words for words, holds in facts if holds]


def are_named(submission: Submission) -> bool:
    """Somebody is named who lives, or may live, and is not the teller."""
    if submission.who_told.strip():
        return True
    return any(
        each.name and not each.is_teller and each.living != Person.Living.NO
        for each in submission.persons_told.all()
    )


def is_fine(media: Media) -> bool:
    """Opened, or still waiting its turn to be."""
    return media.state != Media.State.NEEDS_PERSON


def understood(submission: Submission) -> dates.UncertainDate | None:
    """The date as told, read; nothing where it is not understood."""
    told = submission.date_told.strip()
    if not told:
        return None
    meant = dates.from_edtf(submission.date_meant)
    return meant or dates.read(told, submission.language)


def age(thing: Submission | Objection, today: dt.date | None = None) -> str:
    """How long ago, as people say it: today, yesterday, Saturday, 19 November."""
    at = thing.sent_at if isinstance(thing, Submission) else thing.written_at
    if at is None:
        return ""
    day = timezone.localdate(at)
    days = ((today or timezone.localdate()) - day).days
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    if days < A_WEEK:
        return date_format(day, "l").lower()
    recent = days < A_YEAR
    return date_format(day, "MONTH_DAY_FORMAT" if recent else "DATE_FORMAT")


def moment(told: Any) -> str:
    """A recorded clock time, as a person reads it; as it stands if it is odd."""
    try:
        return date_format(
            dt.datetime.fromisoformat(str(told)), "SHORT_DATETIME_FORMAT"
        )
    except ValueError:
        return str(told)


def _position(_told: object) -> str:
    return _("The file holds a position. It is never shown.")


RECORDED: dict[str, tuple[Any, Callable[[Any], str]]] = {
    "taken_at": (gettext_lazy("Clock in the camera"), moment),
    "camera": (gettext_lazy("Camera"), str),
    "scanner": (gettext_lazy("Scanner"), str),
    "software": (gettext_lazy("Program"), str),
    "sent_through": (gettext_lazy("Sent through"), str),
    "title": (gettext_lazy("Title in the file"), str),
    "caption": (gettext_lazy("Text in the file"), str),
    "has_position": (gettext_lazy("Position"), _position),
}


def recorded(media: Media) -> list[tuple[str, str]]:
    """What the camera or scanner wrote into the file, as facts about the file."""
    return [
        (str(label), say(media.recorded[name]))
        for name, (label, say) in RECORDED.items()
        if media.recorded.get(name)
    ]


def problem(media: Media) -> str:
    """Why a file needs a person."""
    return str(PROBLEMS.get(media.problem, _("The file could not be opened.")))


@dataclass(frozen=True)
class Sentence:
    """A ready-made sentence: as we read it, and as the family will."""

    name: str
    ours: str
    theirs: str


def sentences(known: dict[str, Any], language: str) -> list[Sentence]:
    """QUESTIONS or REASONS in the page's language and in the family's."""
    ours = {name: str(words) for name, words in known.items()}
    with override(language):
        theirs = {name: str(words) for name, words in known.items()}
    return [
        Sentence(name, words, theirs[name] if theirs[name] != words else "")
        for name, words in ours.items()
    ]


def composed(known: dict[str, Any], name: str, own: str, language: str) -> str:
    """A ready-made sentence in the family's language together with our own words.

    Own words fill the gap of a sentence that has one, and else follow after it. Empty
    when there is nothing to say, or nothing to fill the gap with.
    """
    own = own.strip()
    if name not in known:
        return own
    with override(language):
        ready = str(known[name])
    if GAP in ready:
        return ready.replace(GAP, own.rstrip("?").strip()) if own else ""
    return f"{ready}\n\n{own}" if own else ready


def letters(submission: Submission) -> list[tuple[Message, str]]:
    """Each letter of the thread; beside a ready-made one how we would have said it."""
    language = submission.language
    known = [*sentences(QUESTIONS, language), *sentences(REASONS, language)]
    return [(each, _as_we_say(each, known)) for each in submission.messages.all()]


def _as_we_say(message: Message, known: list[Sentence]) -> str:
    if message.is_from_family:
        return ""
    said = message.text.partition("\n\n")[0]
    for each in known:
        before, gap, after = each.theirs.partition(GAP)
        if gap and said.startswith(before) and said.endswith(after):
            filled = said.removeprefix(before).removesuffix(after)
            return each.ours.replace(GAP, filled)
        if said and said == each.theirs:
            return each.ours
    return ""
