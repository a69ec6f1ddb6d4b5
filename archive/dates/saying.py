"""Says a date as people say dates, in each language of the archive."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from archive.dates import shapes
from archive.dates.languages import VOICES
from archive.dates.shapes import Item, Point, Range, Shape
from archive.dates.told import DECADE_PARTS, thirds
from archive.dates.vocabulary import Voice

DEFAULT = "da"
DECEMBER, FEBRUARY = 12, 2
NAMED_MONTHS = 3
SHARED_NAMES = {1800, 1900}  # “1900’erne” and “the 1900s” are the century


def say(shape: Shape, language: str) -> str:
    """The date in a person's words, the digits in those of the language."""
    return _digits(_Speaker(_voice(language)).shape(shape), _voice(language))


def explain(shape: Shape, language: str) -> str:
    """The days it can be, with nothing left to interpretation."""
    speaker = _Speaker(_voice(language))
    leeway = shapes.LEEWAY[shape.doubt]
    spans = _merged(shapes.span(item, leeway) for item in shape.items)
    said = speaker.one_of([speaker.span(first, last) for first, last in spans])
    return _digits(said, speaker.voice)


def _voice(language: str) -> Voice:
    name = language.lower().replace("_", "-").partition("-")[0]
    return VOICES.get(name, VOICES[DEFAULT])


def _digits(text: str, voice: Voice) -> str:
    return text.translate(str.maketrans("0123456789", voice.digits))


Span = tuple[date | None, date | None]


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Spans that touch each other become one."""
    merged: list[Span] = []
    for first, last in sorted(spans, key=lambda span: span[0] or date.min):
        before = merged[-1][1] if merged else None
        if before and first and first <= before + timedelta(days=1):
            end = max(before, last) if last else None
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((first, last))
    return merged


class _Speaker:
    """One voice, saying the parts of a date."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice

    def shape(self, shape: Shape) -> str:
        about = shape.doubt in {"~", "%"}
        if len(shape.items) > 1:
            said = self._possibilities(shape.items)
        else:
            said, about = self._single(shape, about=about)
        said = self.voice.about.format(x=said) if about else said
        maybe = shape.doubt in {"?", "%"}
        return self.voice.maybe.format(x=said) if maybe else said

    def one_of(self, texts: list[str]) -> str:
        if len(texts) == 1:
            return texts[0]
        return self.voice.comma.join(texts[:-1]) + self.voice.either + texts[-1]

    def _single(self, shape: Shape, *, about: bool) -> tuple[str, bool]:
        """One item, and whether “about” still has to be said."""
        item = shape.items[0]
        if isinstance(item, Point):
            named = item.years == shapes.DECADE and item.year not in SHARED_NAMES
            if named and not about:
                return self.voice.decade_alone.format(x=self.point(item)), False
            return self.point(item), about
        if item.start and item.end:
            unsure = bool(shape.doubt)
            return self.range(item.start, item.end, unsure=unsure), about
        return self._open(item, about=about), False

    def _open(self, item: Range, *, about: bool) -> str:
        point = item.end.step(1) if item.end else item.start and item.start.step(-1)
        text = self.point(point) if point else ""
        template = self.voice.before if item.end else self.voice.after
        bent = self.voice.bend(text)
        if about:
            text, bent = (self.voice.about.format(x=x) for x in (text, bent))
        return template.format(x=text, bent=bent)

    def _possibilities(self, items: tuple[Item, ...]) -> str:
        """One of several; months of one year, and days of one month, share it."""
        points = [item for item in items if isinstance(item, Point) and item.part]
        last = points[-1] if len(points) == len(items) else None
        if last and all(self._shares(point, last) for point in points):
            short = [self._short(point) for point in points[:-1]]
            return self.one_of([*short, self.point(last)])
        return self.one_of([self._possibility(item) for item in items])

    def _short(self, point: Point) -> str:
        if point.day:
            return self.voice.nth.format(d=point.day)
        return self._month(point)

    def _shares(self, point: Point, last: Point) -> bool:
        if point.day and last.day:
            return (point.year, point.part) == (last.year, last.part)
        return point.year == last.year and not point.day and not last.day

    def _possibility(self, item: Item) -> str:
        """One of several: seasons and decades get their names back."""
        if isinstance(item, Point):
            return self.point(item)
        if not item.start or not item.end:
            raise ValueError("One of several possibilities cannot be open")
        named = _named(item)
        return self.point(named) if named else self.range(item.start, item.end)

    def point(self, point: Point) -> str:
        if point.years == shapes.CENTURY:
            return self.voice.century(point.year // 100 + 1)
        if point.years == shapes.DECADE:
            if point.year in SHARED_NAMES:
                return self._between(*point.edges())
            return self.voice.decade(point.year)
        if point.is_season:
            return self.voice.seasons[point.part - shapes.SPRING].format(y=point.year)
        if point.day:
            return self.voice.day.format(
                d=point.day, m=self._month(point), y=point.year
            )
        return f"{self._month(point)} {point.year}" if point.part else str(point.year)

    def _month(self, point: Point) -> str:
        return self.voice.months[point.part - 1]

    def range(self, start: Point, end: Point, *, unsure: bool = False) -> str:
        if start.day:
            return self._days(start, end)
        if start.part:
            return self._months(start, end)
        return self._years(start, end, unsure=unsure)

    def _years(self, start: Point, end: Point, *, unsure: bool) -> str:
        decade = start.year // 10 * 10
        of_decade = self.voice.of_decade or self.voice.decade
        for (first, last), template in zip(
            DECADE_PARTS.values(), self.voice.decade_parts, strict=True
        ):
            named = decade % shapes.CENTURY and start.year == decade + first
            if named and end.year == decade + last:
                return template.format(x=of_decade(decade))
        if unsure:
            return f"{start.year}–{end.year}"
        return self._between(start, end)

    def _between(self, start: Point, end: Point) -> str:
        return self.voice.between.format(a=self.point(start), b=self.point(end))

    def _months(self, start: Point, end: Point) -> str:
        if start.year == end.year:
            return f"{self._month(start)}–{self._month(end)} {end.year}"
        is_winter = (start.part, end.part) == (DECEMBER, FEBRUARY)
        if is_winter and end.year == start.year + 1:
            short = f"{end.year % 100:02}"
            return self.voice.winter.format(y=start.year, short=short, next=end.year)
        return self._between(start, end)

    def _days(self, start: Point, end: Point) -> str:
        if start.year != end.year:
            return self._between(start, end)
        if start.part != end.part:
            return f"{self._day_of_month(start)} – {self.point(end)}"
        item = Range(start, end)
        for third, template in zip(
            thirds(start.year, start.part), self.voice.month_parts, strict=True
        ):
            if item == third:
                return template.format(x=self.point(Point(start.year, start.part)))
        return self._in_month(start, end)

    def _in_month(self, start: Point, end: Point) -> str:
        return self.voice.days.format(
            a=start.day, b=end.day, m=self._month(start), y=start.year
        )

    def _day_of_month(self, point: Point) -> str:
        return self.voice.day_of_month.format(d=point.day, m=self._month(point))

    def span(self, first: date | None, last: date | None) -> str:
        """First and last day: “juni, juli eller august 1975”, “3. maj 1974”."""
        if not first or not last:
            template = self.voice.until if last else self.voice.since
            known = last or first
            return template.format(x=self.point(shapes.on(known))) if known else ""
        if first == last:
            return self.point(shapes.on(first))
        if _few_whole_months(first, last):
            return self._month_list(first, last)
        return self._span_of_days(shapes.on(first), shapes.on(last))

    def _month_list(self, first: date, last: date) -> str:
        months = self.voice.months[first.month - 1 : last.month]
        return f"{self.one_of(list(months))} {first.year}"

    def _span_of_days(self, first: Point, last: Point) -> str:
        if (first.year, first.part) == (last.year, last.part):
            return self._in_month(first, last)
        same_year = first.year == last.year
        start = self._day_of_month(first) if same_year else self.point(first)
        return self.voice.span.format(a=start, b=self.point(last))


def _few_whole_months(first: date, last: date) -> bool:
    """Two or three whole months of one year, which are easily listed."""
    whole = first.day == 1 and last == shapes.end_of_month(last.year, last.month)
    count = last.month - first.month + 1
    return whole and first.year == last.year and 1 < count <= NAMED_MONTHS


def _named(item: Range) -> Point | None:
    """The season, decade or century that a range is, whole."""
    start = item.start
    if start is None:
        return None
    seasons = [Point(start.year, season) for season in shapes.SEASON_MONTHS]
    years = shapes.DECADE if start.year % shapes.CENTURY else shapes.CENTURY
    whole = [] if start.year % years else [Point(start.year, years=years)]
    candidates = seasons if start.part else whole
    for point in candidates:
        if point.edges() == (item.start, item.end):
            return point
    return None
