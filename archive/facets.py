"""Decades, places and subjects: choosing by them, and how many there are of each.

Counts are made once per edition of the archive and kept in this process.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import urlencode

from django.core.cache import caches
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.models import Item, Place, Subject
from archive.querysets import ItemQuerySet

DAY = 60 * 60 * 24
MOST_PLACES = 12
MOST_SUBJECTS = 12


@dataclass(frozen=True)
class Choice:
    """What a visitor has chosen in the address: ?aarti=1970&sted=…&emne=…"""

    decade: int | None = None
    place: str = ""
    subject: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Choice:
        decade = asked.get("aarti", "")
        known = decade.isascii() and decade.isdigit() and len(decade) == 4  # noqa: PLR2004
        return cls(
            decade=int(decade) // 10 * 10 if known and int(decade) else None,
            place=asked.get("sted", "")[:60],
            subject=asked.get("emne", "")[:60],
        )

    def query(self) -> dict[str, str]:
        """The same choice as it stands in an address."""
        pairs = {
            "aarti": str(self.decade or ""),
            "sted": self.place,
            "emne": self.subject,
        }
        return {name: value for name, value in pairs.items() if value}

    def items(self) -> ItemQuerySet:
        """The published items that answer it."""
        items = Item.objects.published().with_pictures()
        if self.decade:
            items = items.of_decade(self.decade)
        if self.place:
            items = items.at_place(self.place)
        if self.subject:
            items = items.about(self.subject)
        return items

    def __bool__(self) -> bool:
        return bool(self.query())


@dataclass(frozen=True)
class Year:
    """One year of the histogram: pictures surely from it, and perhaps from it."""

    year: int
    sure: int
    soft: float


@dataclass(frozen=True)
class Counted:
    """What there is to choose from, with numbers."""

    total: int = 0
    decades: list[tuple[int, int]] = field(default_factory=list)
    places: list[tuple[str, str, int]] = field(default_factory=list)
    subjects: list[tuple[Subject, int]] = field(default_factory=list)
    years: list[Year] = field(default_factory=list)


def counted(edition: int) -> Counted:
    """Numbers for the whole reading room; no query when nothing has changed."""
    key = f"facets:{edition}:{timezone.localdate():%j}"
    known: Counted | None = caches["facets"].get(key)
    if known is None:
        known = _count_all()
        caches["facets"].set(key, known, DAY)
    return known


def count(choice: Choice, edition: int) -> int:
    """How many pictures answer a choice; kept like the rest."""
    if not choice:
        return counted(edition).total
    asked = sha256(urlencode(choice.query()).encode()).hexdigest()  # of any length
    key = f"count:{edition}:{timezone.localdate():%j}:{asked}"
    known: int | None = caches["facets"].get(key)
    if known is None:
        known = choice.items().order_by().count()
        caches["facets"].set(key, known, DAY)
    return known


def _count_all() -> Counted:
    items = Item.objects.published().order_by()
    spans = list(items.values_list("earliest", "latest"))
    places = (
        Place.objects.filter(items__in=items)
        .annotate(count=Count("items"))
        .order_by("-count", "name")[:MOST_PLACES]
    )
    subjects = (
        Subject.objects.filter(items__in=items)
        .annotate(count=Count("items"))
        .order_by("-count", "slug")[:MOST_SUBJECTS]
    )
    return Counted(
        total=len(spans),
        decades=_decades(spans),
        places=[(place.slug, place.name, place.count) for place in places],
        subjects=[(subject, subject.count) for subject in subjects],
        years=_years(spans),
    )


Span = tuple[dt.date | None, dt.date | None]


def _decades(spans: list[Span]) -> list[tuple[int, int]]:
    """How many items may have been made in each decade, oldest first."""
    numbers: Counter[int] = Counter()
    for earliest, latest in spans:
        first, last = earliest or latest, latest or earliest
        if first and last:
            for decade in range(first.year // 10 * 10, last.year + 1, 10):
                numbers[decade] += 1
    return sorted(numbers.items())


def _years(spans: list[Span]) -> list[Year]:
    """Each year's sure pictures, and its share of those that lie about there."""
    sure: Counter[int] = Counter()
    soft: Counter[int] = Counter()
    for earliest, latest in spans:
        if not earliest or not latest:
            continue
        years = range(earliest.year, latest.year + 1)
        if len(years) == 1:
            sure[earliest.year] += 1
        else:
            for year in years:
                soft[year] += 1 / len(years)  # type: ignore[assignment]
    everything = sure | soft
    if not everything:
        return []
    return [
        Year(year, sure[year], round(soft[year], 2))
        for year in range(min(everything), max(everything) + 1)
    ]


def known_and_unknown(item: Item) -> dict[str, list[tuple[str, str]]]:
    """What the archive knows of an item, with who says so, and what it does not know.

    Uncertainty is shown, never hidden: each unknown is a question to the reader.
    """
    known, unknown = [], []
    is_seen = any(not media.is_sound for media in item.media.all())
    if item.date_edtf:
        known.append((item.date_said, item.get_date_basis_display()))
    else:
        unknown.append(
            _("When was the picture taken?") if is_seen else _("When was it?")
        )
    if item.place:
        known.append((item.place.name, _("The archive")))
    else:
        unknown.append(_("Where is it?"))
    if names := item.public_names:
        known.append((", ".join(names), _("The family")))
    elif is_seen and not item.depictions.all():
        unknown.append(_("Who do we see?"))
    if item.photographer:
        known.append((item.photographer, _("Photographer")))
    elif is_seen:
        unknown.append(_("Who took the picture?"))
    return {"known": known, "unknown": [(question, "") for question in unknown]}
