"""What to ask back where a told date can mean two things; nobody has to answer."""

from __future__ import annotations

import re
from datetime import date

from archive.dates import shapes
from archive.dates.shapes import Point, Range, Shape
from archive.dates.uncertain import UncertainDate, of

CENTURY = 100
MOST = 3
TWO_FIGURES = re.compile(r"(?<![\d./-])['’´]?(\d\d)(?!\d)|[./-]['’´]?(\d\d)(?![\d./-])")
FROM_ANYWHERE = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def meanings(told: str, understood: UncertainDate, today: date) -> list[UncertainDate]:
    """The dates these words can mean, when there are two or three; else none.

    A winter without its second year, a feast that fell twice in one year, day and
    month that can be told both ways, and a year of two figures in either century.
    """
    shape = shapes.parse(understood.edtf)
    if shape is None:
        return []
    for ways in (_centuries(told, shape, today), _winters(shape), _items(shape)):
        if 1 < len(ways) <= MOST:
            return [of(each) for each in ways]
    return []


def _winters(shape: Shape) -> list[Shape]:
    item = shape.items[0]
    if len(shape.items) > 1 or not isinstance(item, Point):
        return []
    if item.part != shapes.WINTER:
        return []
    return [
        Shape((Range(Point(year, 12), Point(year + 1, 2)),), shape.doubt)
        for year in (item.year - 1, item.year)
    ]


def _items(shape: Shape) -> list[Shape]:
    """A feast's several times, or day and month either way; not “1969 or 1970”."""
    if not (_is_feast(shape) or _is_either_way(shape)):
        return []
    return [Shape((item,), shape.doubt) for item in shape.items]


def _is_feast(shape: Shape) -> bool:
    return all(
        isinstance(item, Range) and item.start is not None and item.start.day
        for item in shape.items
    )


def _is_either_way(shape: Shape) -> bool:
    days = [item for item in shape.items if isinstance(item, Point)]
    figures = {(item.year, frozenset((item.part, item.day))) for item in days}
    return len(days) == len(shape.items) and len(figures) == 1


def _centuries(told: str, shape: Shape, today: date) -> list[Shape]:
    item = shape.items[0]
    if len(shape.items) > 1 or not isinstance(item, Point) or item.years > 1:
        return []
    figures = [a or b for a, b in TWO_FIGURES.findall(told.translate(FROM_ANYWHERE))]
    later = Point(item.year + CENTURY, item.part, item.day)
    if f"{item.year % CENTURY:02}" not in figures or later.earliest > today:
        return []
    if str(item.year) in told.translate(FROM_ANYWHERE):
        return []
    return [shape, Shape((later,), shape.doubt)]
