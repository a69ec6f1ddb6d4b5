"""One date as somebody told it, perhaps half, and the items it can mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from archive.dates import feasts, shapes
from archive.dates.shapes import Item, Point, Range, between, end_of_month, on
from archive.dates.vocabulary import BEGINNING, END, MIDDLE

# “1. juledag”, “2. påskedag”
SECOND_DAYS = {
    "christmas day": "boxing day",
    "easter sunday": "easter monday",
    "whit sunday": "whit monday",
}
MONTHS = 12
DECADE_PARTS = {BEGINNING: (0, 3), MIDDLE: (4, 6), END: (7, 9)}
YEAR_PARTS = {BEGINNING: (1, 4), MIDDLE: (5, 8), END: (9, 12)}


@dataclass(frozen=True, slots=True)
class Told:
    """The parts of a date that were told; nothing is filled in by guessing."""

    year: int = 0
    next_year: int = 0
    month: int = 0
    season: int = 0
    day: int = 0
    number: int = 0
    feast: str = ""
    nth: int = 0
    years: int = 1
    part: int = 0
    either_way: bool = False

    @property
    def wants_year(self) -> bool:
        return not self.year and bool(self.month or self.season or self.feast)

    @property
    def items(self) -> list[Item]:
        """What it can mean; nothing if it is half, or no such day exists."""
        if not self.year:
            return []
        try:
            return self._items()
        except ValueError:
            return []

    def _items(self) -> list[Item]:
        if self.part:
            return self._one(self._part())
        ways: list[tuple[bool, Callable[[], list[Item]]]] = [
            (bool(self.feast), self._feast),
            (bool(self.season), self._season),
            (bool(self.day), self._day),
            (bool(self.next_year), self._years),
        ]
        for applies, items in ways:
            if applies:
                return items()
        return [Point(self.year, self.month, years=self.years)]

    @staticmethod
    def _one(item: Item | None) -> list[Item]:
        return [item] if item else []

    def _years(self) -> list[Item]:
        return self._one(between(Point(self.year), Point(self.next_year)))

    def _day(self) -> list[Item]:
        if not self.either_way or self.day == self.month:
            return [on(date(self.year, self.month, self.day))]
        found: list[Item] = []
        for month, day in ((self.day, self.month), (self.month, self.day)):
            if month <= MONTHS:
                found.append(on(date(self.year, month, day)))
        return sorted(found, key=str)

    def _season(self) -> list[Item]:
        if not self.next_year:
            return [Point(self.year, self.season)]
        if self.season == shapes.WINTER and self.next_year == self.year + 1:
            return [Range(Point(self.year, 12), Point(self.next_year, 2))]
        return []

    def _feast(self) -> list[Item]:
        feast = self.feast
        if self.nth:
            if feast not in SECOND_DAYS or self.nth > END - 1:
                return []
            feast = feast if self.nth == 1 else SECOND_DAYS[feast]
        if self.next_year and self.next_year != self.year + 1:
            return []
        if self.next_year:
            days = feasts.turn_of_the_year(feast, self.year)
        else:
            days = feasts.days_of(feast, self.year)
        found = [between(on(first), on(last)) for first, last in days]
        return [item for item in found if item]

    def _part(self) -> Item | None:
        if self.feast or self.day or self.next_year or self.years == shapes.CENTURY:
            return None
        if self.years == shapes.DECADE:
            first, last = DECADE_PARTS[self.part]
            return between(Point(self.year + first), Point(self.year + last))
        if self.season:
            start = shapes.SEASON_MONTHS.get(self.season)
            return Point(self.year, start + self.part - 1) if start else None
        if self.month:
            return thirds(self.year, self.month)[self.part - 1]
        first, last = YEAR_PARTS[self.part]
        return between(Point(self.year, first), Point(self.year, last))


def thirds(year: int, month: int) -> tuple[Range, Range, Range]:
    """The beginning, the middle and the end of a month."""
    days = (1, 10), (11, 20), (21, end_of_month(year, month).day)
    one, two, three = (
        Range(Point(year, month, first), Point(year, month, last))
        for first, last in days
    )
    return one, two, three


def completed(told: list[Told]) -> list[Told]:
    """Give each half-told date what the next one says: “maj eller juni 1974”."""
    whole: list[Told] = []
    for position in range(len(told) - 1, -1, -1):
        before = told[position - 1] if position else None
        after = whole[0] if whole else None
        whole.insert(0, _completed(told[position], before, after))
    return whole


def _completed(told: Told, before: Told | None, after: Told | None) -> Told:
    if told.number:
        return _number(told, before, after)
    if told.wants_year and after and (after.month or after.season or after.feast):
        return replace(told, year=after.year, next_year=after.next_year)
    return told


def _number(told: Told, before: Told | None, after: Told | None) -> Told:
    """A bare number: the day of the next date, or a year of two figures."""
    number = told.number
    if after and after.day and number <= shapes.on(date.max).day:
        return replace(after, day=number, either_way=False)
    if before and before == Told(year=before.year) and number > date.max.month:
        year = before.year // 100 * 100 + number
        return Told(year=year) if year > before.year else Told()
    return Told(year=1900 + number) if number > date.max.day else Told()
