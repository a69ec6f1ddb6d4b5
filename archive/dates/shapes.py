"""The shapes a date of an old photograph can have, and their EDTF.

A `Point` is a century, decade, year, season, month or day. A `Range` is every
day between two points, either of which may be open. A shape is one or more of
them, of which one is true, with one measure of doubt for the whole.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
DECADE, CENTURY = 10, 100
# The first month of a season; of a winter nobody knows which: the earlier one.
SEASON_MONTHS = {SPRING: 3, SUMMER: 6, AUTUMN: 9}
# How many of its own units a date may be off, by EDTF's mark of doubt.
LEEWAY = {"": 0, "?": 1, "~": 2, "%": 2}

POINT = re.compile(
    r"([12][0-9]XX|[12][0-9]{2}X|[12][0-9]{3}(?:-[0-9]{2}(?:-[0-9]{2})?)?)([~?%]?)"
)


@dataclass(frozen=True, slots=True)
class Point:
    """One date as precise as it is known; `part` is a month or a season."""

    year: int
    part: int = 0
    day: int = 0
    years: int = 1

    def __str__(self) -> str:
        if self.years == CENTURY:
            return f"{self.year // 100}XX"
        if self.years == DECADE:
            return f"{self.year // 10}X"
        day = f"-{self.day:02}" if self.day else ""
        return f"{self.year}-{self.part:02}{day}" if self.part else str(self.year)

    @property
    def is_season(self) -> bool:
        return self.part >= SPRING

    @property
    def earliest(self) -> date:
        if self.part == WINTER:
            return date(self.year - 1, 12, 1)
        return date(
            self.year, SEASON_MONTHS.get(self.part, self.part or 1), self.day or 1
        )

    @property
    def latest(self) -> date:
        if self.day:
            return date(self.year, self.part, self.day)
        if self.part == WINTER:
            return end_of_month(self.year + 1, 2)
        if self.is_season:
            return end_of_month(self.year, SEASON_MONTHS[self.part] + 2)
        return end_of_month(self.year + self.years - 1, self.part or 12)

    def widened(self, units: int) -> tuple[date, date]:
        """Earliest and latest when the date may be off by some of its units."""
        if self.day:
            leeway = timedelta(days=units)
            return self.earliest - leeway, self.latest + leeway
        months = units if self.part else 12 * units
        first, last = self.earliest, self.latest
        start = date(*months_later(first.year, first.month, -months), 1)
        return start, end_of_month(*months_later(last.year, last.month, months))

    def edges(self) -> tuple[Point, Point]:
        """Its first and last year, month or day: what a range can start or end with."""
        if self.years > 1:
            return Point(self.year), Point(self.year + self.years - 1)
        if self.is_season:
            first, last = self.earliest, self.latest
            return Point(first.year, first.month), Point(last.year, last.month)
        return self, self

    def step(self, units: int) -> Point:
        """The year, month or day so many of them later."""
        if self.day:
            return on(self.earliest + timedelta(days=units))
        if self.part:
            return Point(*months_later(self.year, self.part, units))
        return Point(self.year + units)


@dataclass(frozen=True, slots=True)
class Range:
    """Some day from the start of one point to the end of another."""

    start: Point | None
    end: Point | None


Item = Point | Range


@dataclass(frozen=True, slots=True)
class Shape:
    """The items of which one is true, and EDTF's mark for how sure that is."""

    items: tuple[Item, ...]
    doubt: str = ""

    def __str__(self) -> str:
        texts = [self._write(item) for item in self.items]
        if len(texts) == 1 and isinstance(self.items[0], Point):
            return texts[0]
        return f"[{','.join(texts)}]"

    def _write(self, item: Item) -> str:
        if isinstance(item, Point):
            return f"{item}{self.doubt}"
        start = f"{item.start}{self.doubt}" if item.start else ""
        end = f"{item.end}{self.doubt}" if item.end else ""
        return f"{start}..{end}"

    @property
    def bounds(self) -> tuple[date | None, date | None]:
        spans = [span(item, LEEWAY[self.doubt]) for item in self.items]
        starts = [start for start, _ in spans if start is not None]
        ends = [end for _, end in spans if end is not None]
        return (
            min(starts) if len(starts) == len(spans) else None,
            max(ends) if len(ends) == len(spans) else None,
        )


def end_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def months_later(year: int, month: int, months: int) -> tuple[int, int]:
    """The year and month so many months later."""
    years, month = divmod(month - 1 + months, 12)
    return year + years, month + 1


def on(day: date) -> Point:
    """The point that is exactly one day."""
    return Point(day.year, day.month, day.day)


def span(item: Item, leeway: int = 0) -> tuple[date | None, date | None]:
    """Earliest and latest day of one item, widened by its doubt."""
    if isinstance(item, Point):
        return item.widened(leeway)
    return (
        item.start.widened(leeway)[0] if item.start else None,
        item.end.widened(leeway)[1] if item.end else None,
    )


def between(start: Point | None, end: Point | None) -> Item | None:
    """The simplest item from the first of one point to the last of another.

    Both ends become equally precise, because readers of EDTF expect it.
    """
    first = start.edges()[0] if start else None
    last = end.edges()[1] if end else None
    if first and last:
        if first.earliest > last.latest:
            return None
        first, last = _as_precise(first, last)
        if first == last:
            return first
    return Range(first, last) if first or last else None


def _as_precise(first: Point, last: Point) -> tuple[Point, Point]:
    if first.day or last.day:
        return on(first.earliest), on(last.latest)
    if first.part or last.part:
        return Point(first.year, first.part or 1), Point(last.year, last.part or 12)
    return first, last


def one_of(items: list[Item], doubt: str = "") -> Shape | None:
    """The shape for one or several possibilities, each mentioned once."""
    if len(items) == 1:
        return Shape((items[0],), doubt)
    plain: list[Item] = []
    for item in items:
        simple = between(item, item) if isinstance(item, Point) else item
        if simple is None or (isinstance(simple, Range) and not _closed(simple)):
            return None
        if simple not in plain:
            plain.append(simple)
    plain.sort(key=lambda item: span(item)[0] or date.min)
    return Shape(tuple(plain), doubt) if plain else None


def _closed(item: Range) -> bool:
    return item.start is not None and item.end is not None


@lru_cache(maxsize=4096)
def parse(edtf: str) -> Shape | None:
    """The shape behind EDTF as this archive writes it, and only as it writes it."""
    is_set = edtf.startswith("[") and edtf.endswith("]")
    parts = edtf[1:-1].split(",") if is_set else [edtf]
    parsed = [_parse_item(part) for part in parts]
    items = [item for item, _ in parsed if item is not None]
    doubts = {doubt for _, doubt in parsed}
    if len(items) != len(parts) or len(doubts) != 1:
        return None
    shape = Shape(tuple(items), doubts.pop())
    return shape if str(shape) == edtf and _is_ours(shape) else None


def _is_ours(shape: Shape) -> bool:
    return len(shape.items) == 1 or one_of(list(shape.items)) == Shape(shape.items)


def _parse_item(text: str) -> tuple[Item | None, str]:
    first, dots, last = text.partition("..")
    if not dots:
        return _parse_point(text)
    start, start_doubt = _parse_point(first)
    end, end_doubt = _parse_point(last)
    if (first and start is None) or (last and end is None):
        return None, ""
    if start and end and start_doubt != end_doubt:
        return None, ""
    item = between(start, end)
    ours = isinstance(item, Range) and (item.start, item.end) == (start, end)
    return (item if ours else None), start_doubt or end_doubt


def _parse_point(text: str) -> tuple[Point | None, str]:
    found = POINT.fullmatch(text)
    if not found:
        return None, ""
    body, doubt = found.groups()
    years = 10 ** body.count("X")
    year, part, day = [*map(int, body.replace("X", "0").split("-")), 0, 0][:3]
    return _checked(Point(year, part, day, years)), doubt


def _checked(point: Point) -> Point | None:
    if point.part and point.part not in {*range(1, 13), *range(SPRING, WINTER + 1)}:
        return None
    try:
        return point if point.earliest <= point.latest else None
    except (ValueError, KeyError):
        return None
