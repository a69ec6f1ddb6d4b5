"""A date as far as it is known: EDTF, its earliest and latest day, and words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from archive.dates import saying, shapes
from archive.dates.shapes import Point, Shape


@dataclass(frozen=True)
class UncertainDate:
    """When a picture was taken, as far as anybody knows."""

    edtf: str
    earliest: date | None
    latest: date | None

    def say(self, language: str) -> str:
        """The date as a person would say it: “ca. 1974”, “sommeren 1975”."""
        return saying.say(self._shape, language)

    def explain(self, language: str) -> str:
        """The days it can be: “juni, juli eller august 1975”."""
        return saying.explain(self._shape, language)

    @property
    def _shape(self) -> Shape:
        shape = shapes.parse(self.edtf)
        if shape is None:
            raise ValueError(f"{self.edtf!r} is not EDTF that this archive writes")
        return shape


def of(shape: Shape) -> UncertainDate:
    """The date with this shape."""
    earliest, latest = shape.bounds
    return UncertainDate(str(shape), earliest, latest)


def from_edtf(edtf: str) -> UncertainDate | None:
    """The date behind EDTF as this archive writes it; nothing for any other text."""
    shape = shapes.parse(edtf.strip())
    return of(shape) if shape else None


def from_age(age: int, born: int) -> UncertainDate:
    """About the year somebody had that age: “I was 8, born in 1967” is `1975~`.

    Raises ValueError for a year outside history, such as 99967.
    """
    shape = shapes.parse(f"{born + age}~")
    if shape is None:
        raise ValueError(f"{born + age} is not a year of history")
    return of(shape)


def from_span(earliest: date | None, latest: date | None) -> UncertainDate | None:
    """The simplest date for a first and a last possible day, either of them open."""
    if earliest and latest and earliest <= latest:
        named = _named(earliest, latest)
        if named:
            return of(Shape((named,)))
    item = shapes.between(_coarse(earliest, starts=True), _coarse(latest, starts=False))
    return of(Shape((item,))) if item else None


def _named(earliest: date, latest: date) -> Point | None:
    """The decade, century or season that is exactly these days, if there is one."""
    year = earliest.year
    candidates = [Point(year, season) for season in shapes.SEASON_MONTHS]
    if year % shapes.DECADE == 0 and year % shapes.CENTURY:
        candidates.append(Point(year, years=shapes.DECADE))
    if year % shapes.CENTURY == 0:
        candidates.append(Point(year, years=shapes.CENTURY))
    for point in candidates:
        if (point.earliest, point.latest) == (earliest, latest):
            return point
    return None


def _coarse(day: date | None, *, starts: bool) -> Point | None:
    """The year or month that starts or ends with a day, else the day itself."""
    if day is None:
        return None
    beyond = day + timedelta(days=-1 if starts else 1)
    if beyond.year != day.year:
        return Point(day.year)
    if beyond.month != day.month:
        return Point(day.year, day.month)
    return shapes.on(day)
