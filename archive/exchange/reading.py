"""A row read into what an item is made of, with a sentence for all that is wrong.

Nothing is written here: a dry run reads exactly as the import does.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from archive import dates
from archive.beside import Seen
from archive.exchange.cells import apart, choice_of, is_yes
from archive.exchange.columns import TRANSLATED
from archive.exchange.rows import TICKS
from archive.models import Item, Person
from archive.permissions import Use

Row = Mapping[str, str]

TEXTS = (
    *("title", "seen", "remarks", "date_told", "date_note", "restriction_note"),
    *("material", "photographer", "negative_number", "special_number", "shelf"),
    *("back_text", "place_told", "dk5", "keywords", "credit", "internal_note"),
    "alt_text",
)
CHOICES: dict[str, type[models.TextChoices]] = {
    "date_basis": Item.DateBasis,
    "restriction": Item.Restriction,
    "held_as": Item.HeldAs,
    "photographer_kind": Item.PhotographerKind,
    "precision": Item.Precision,
    "rights_basis": Item.RightsBasis,
    "publication": Item.Publication,
}
# How Arkibas says what our lists say in other words.
ARKIBAS_SAYS = {
    "almindelige regler": "none",
    "særlig aftale, se beskrivelse": "special",
    "må publiceres uden billede/fil": "text_only",
}
NUMBER = re.compile(r"[A-ZÆØÅ]?\s*0*(\d{1,9})", re.IGNORECASE)
SIZE = re.compile(r"(\d+(?:[.,]\d+)?|–)\s*[x×*]\s*(\d+(?:[.,]\d+)?|–)\s*(mm|cm)?")
TONGUE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
TALLEST = 30_000  # millimetres; more is a slip of the pen


@dataclass
class Reading:
    """What one row says; `faults` are (column, sentence), `notes` only tell."""

    number: int | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    accession: str = ""
    giver: str = ""
    place: str = ""
    photographed_by: str = ""
    collection: str = ""
    subjects: list[str] = field(default_factory=list)
    persons: list[Seen] = field(default_factory=list)
    story: str = ""
    story_language: str = ""
    teller: str = ""
    uses: list[str] = field(default_factory=list)
    publication: str = Item.Publication.NOT
    files: list[str] = field(default_factory=list)
    date: dates.UncertainDate | None = None
    faults: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def wrong(self, key: str, sentence: str) -> None:
        self.faults.append((key, sentence))


def read(row: Row, *, language: str = "da") -> Reading:
    """Read one row; `language` is that of dates and texts that do not say their own."""
    found = Reading()
    _number(row, found)
    _texts(row, found)
    _choices(row, found)
    _tongues(row, found, language)
    _dating(row, found)
    _size(row, found)
    _point(row, found)
    _people(row, found)
    _permission(row, found)
    _translations(row, found)
    for key in ("accession", "giver", "place", "photographed_by", "collection"):
        setattr(found, key, " ".join(row.get(key, "").split()))
    for key in ("story", "story_language", "teller"):
        setattr(found, key, row.get(key, "").strip())
    found.subjects = [each for each in apart(row.get("subjects", "")) if each]
    found.files = [each for each in apart(row.get("files", "")) if each]
    if not (row.get("title", "").strip() or row.get("seen", "").strip() or found.files):
        found.wrong("title", _("The line has neither a title nor a picture."))
    return found


def room_for(model: type[models.Model], key: str) -> int | None:
    """How many letters a field has room for; None where nobody counts."""
    length: int | None = getattr(model._meta.get_field(key), "max_length", None)  # noqa: SLF001
    return length


def _number(row: Row, found: Reading) -> None:
    told = row.get("reg_number", "").strip()
    if not told:
        return
    match = NUMBER.fullmatch(told)
    if match is None or not int(match[1]):
        found.wrong("reg_number", _("“%(told)s” is no number.") % {"told": told})
    else:
        found.number = int(match[1])


def _texts(row: Row, found: Reading) -> None:
    for key in TEXTS:
        text = row.get(key, "").strip()
        limit = room_for(Item, key)
        if limit and len(text) > limit:
            words = {"count": len(text), "limit": limit}
            found.wrong(
                key,
                _("%(count)s letters, and there is room for %(limit)s.") % words,
            )
        else:
            found.facts[key] = text


def _choices(row: Row, found: Reading) -> None:
    for key, choices in CHOICES.items():
        told = row.get(key, "").strip()
        if not told:
            continue
        value = choice_of(choices, ARKIBAS_SAYS.get(told.casefold(), told))
        if value is None:
            found.wrong(key, _("“%(told)s” is not in our list.") % {"told": told})
        elif key == "publication":
            found.publication = value
        else:
            found.facts[key] = value
    for key in TICKS:
        said = is_yes(row.get(key, ""))
        if said is None:
            found.wrong(key, _("Write yes or no."))
        else:
            found.facts[key] = said


def _tongues(row: Row, found: Reading, language: str) -> None:
    for key in ("language", "date_language"):
        told = row.get(key, "").strip() or language
        if TONGUE.fullmatch(told):
            found.facts[key] = told
        else:
            found.wrong(key, _("“%(told)s” is no language code.") % {"told": told})


def _dating(row: Row, found: Reading) -> None:
    """EDTF first, then days from and to, then words; words are always kept as told."""
    told = found.facts.get("date_told", "")
    tongue = found.facts.get("date_language", "da")
    read_words = dates.read(told, tongue) if told else None
    edtf = row.get("date_edtf", "").strip()
    first = _day(row, found, "date_from", starts=True)
    last = _day(row, found, "date_to", starts=False)
    if first and last and first > last:
        found.wrong("date_to", _("This is before the first day. Turn them round?"))
        return
    date = dates.from_edtf(edtf) if edtf else None
    if edtf and date is None:
        found.wrong("date_edtf", _("“%(told)s” is not EDTF.") % {"told": edtf})
    found.date = date or dates.from_span(first, last) or read_words
    if told and found.date is None:
        found.notes.append(_("“%(told)s” is kept as told.") % {"told": told})
    if found.date is None:
        found.facts["date_basis"] = ""
        return
    found.facts |= {
        "date_edtf": found.date.edtf,
        "earliest": first or found.date.earliest,
        "latest": last or found.date.latest,
    }
    found.facts.setdefault("date_basis", Item.DateBasis.ARCHIVIST)


def _day(row: Row, found: Reading, key: str, *, starts: bool) -> dt.date | None:
    told = row.get(key, "").strip()
    if not told:
        return None
    date = dates.read(told, "da")
    if date is None:
        found.wrong(
            key, _("“%(told)s” is no day or year we understand.") % {"told": told}
        )
        return None
    return date.earliest if starts else date.latest


def _size(row: Row, found: Reading) -> None:
    told = row.get("size", "").strip()
    if not told:
        return
    match = SIZE.fullmatch(told.casefold())
    if match is None:
        found.wrong("size", _("Write the size as 90 × 130 mm (height first)."))
        return
    for key, value in (("height_mm", match[1]), ("width_mm", match[2])):
        if value == "–":
            continue
        length = float(value.replace(",", ".")) * (10 if match[3] == "cm" else 1)
        if 0 < length < TALLEST:
            found.facts[key] = round(length)
        else:
            found.wrong("size", _("That is larger than a picture can be."))


def _point(row: Row, found: Reading) -> None:
    for key, limit in (("latitude", 90), ("longitude", 180)):
        told = row.get(key, "").strip().replace(",", ".")
        if not told:
            continue
        value = _decimal(told)
        if value is None or abs(value) > limit:
            found.wrong(key, _("“%(told)s” is no position.") % {"told": told})
        else:
            found.facts[key] = value
    both = ("latitude" in found.facts) == ("longitude" in found.facts)
    if not both:
        found.wrong("latitude", _("A position needs both its numbers."))
    until = row.get("restricted_until", "").strip()
    if until:
        day = _day(row, found, "restricted_until", starts=False)
        found.facts["restricted_until"] = day


def _decimal(told: str) -> float | None:
    try:
        value = float(told)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _people(row: Row, found: Reading) -> None:
    beside = {
        key: apart(row.get(key, ""))
        for key in ("persons_living", "persons_named", "persons_at")
    }
    longest = room_for(Person, "name") or 0
    for index, name in enumerate(apart(row.get("persons", ""))):
        if not name:
            continue
        if len(name) > longest:
            found.wrong("persons", _("A name is longer than there is room for."))
            continue
        living, named, at = (
            values[index] if index < len(values) else "" for values in beside.values()
        )
        x, y = _spot(at)
        found.persons.append(
            Seen(
                name=name,
                living=choice_of(Person.Living, living) or Person.Living.UNKNOWN,
                may_be_named=bool(is_yes(named)),
                x=x,
                y=y,
            )
        )


def _spot(told: str) -> tuple[float | None, float | None]:
    numbers = [_decimal(each) for each in told.split(",")]
    if len(numbers) != 2 or None in numbers:  # noqa: PLR2004
        return None, None
    x, y = numbers
    inside = x is not None and y is not None and 0 <= x <= 100 and 0 <= y <= 100  # noqa: PLR2004
    return (x, y) if inside else (None, None)


def _permission(row: Row, found: Reading) -> None:
    for told in apart(row.get("permitted_uses", "")):
        use = choice_of(Use, told)
        if use is None:
            found.wrong(
                "permitted_uses", _("“%(told)s” is not in our list.") % {"told": told}
            )
        else:
            found.uses.append(use)


def _translations(row: Row, found: Reading) -> None:
    words: dict[str, dict[str, str]] = {}
    for key, text in row.items():
        name, _colon, code = key.partition(":")
        if code and name in TRANSLATED and text.strip():
            words.setdefault(code, {})[name] = text.strip()
    found.facts["translations"] = words
