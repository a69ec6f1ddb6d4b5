"""The card: who each value comes from, and a date as a bar on a line of years."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import template
from django.utils import timezone
from django.utils.formats import date_format

from archive.models import Item, Origin
from archive.origins import PART_OF

register = template.Library()

# Fields of the form that show one field of the item under another name.
SHOWS = PART_OF | {
    "date_from": "date",
    "date_to": "date",
    "place_name": "place",
    "subject_words": "subjects",
    "photographer_name": "photographed_by",
}
DAY_AND_MONTH = "j. b"


@register.simple_tag
def origin_said(item: Item, field: Any) -> str:
    """“familien · 12. nov.” for a field of the card; nothing where nobody knows."""
    if getattr(field.form, "prefix", None):
        return ""
    kept = item.origins.get(SHOWS.get(field.name, field.name))
    if not kept or kept.get("from") not in Origin.values:
        return ""
    whose = str(Origin(kept["from"]).label)
    day = _day(kept.get("on", ""))
    return f"{whose} · {day}" if day else whose


def _day(written: str) -> str:
    try:
        day = dt.date.fromisoformat(written)
    except ValueError:
        return ""
    this_year = day.year == timezone.localdate().year
    return date_format(day, DAY_AND_MONTH if this_year else "SHORT_DATE_FORMAT")


WIDTH = 1000
FIRST_YEAR = 1940
SOFT_YEARS = 2  # how much of “ca. 1974” is only about
UNSURE = {"~", "?", "%"}  # the signs of EDTF for that
OPEN_YEARS = 12  # how long an open end fades away
DECADE, A_YEAR = 10, 365.25


@register.inclusion_tag("components/date_bar.html")
def date_bar(
    edtf: str, earliest: dt.date | None, latest: dt.date | None
) -> dict[str, Any]:
    """The years a picture can be of, solid where sure and soft where it may reach."""
    if earliest is None and latest is None:
        return {}
    this_year = timezone.localdate().year
    first = min(FIRST_YEAR, *(day.year for day in (earliest, latest) if day))
    first -= first % DECADE
    last = this_year + DECADE - this_year % DECADE
    scale = WIDTH / (last - first)

    def place(years: float) -> float:
        return round(min(max((years - first) * scale, 0), WIDTH), 1)

    start, end = _years(earliest), _years(latest, days=1)
    known = [year for year in (start, end) if year is not None]
    low = start if start is not None else known[0] - OPEN_YEARS
    high = end if end is not None else known[0] + OPEN_YEARS
    fades = min(SOFT_YEARS, (high - low) / 3) if set(edtf) & UNSURE else 0
    solid = (
        place(low + fades if start is not None else high - 1),
        place(high - fades if end is not None else low + 1),
    )
    soft = (place(low), place(high))
    return {
        "x": solid[0],
        "width": max(round(solid[1] - solid[0], 1), 6),
        "before": {"x": soft[0], "width": round(solid[0] - soft[0], 1)},
        "after": {"x": solid[1], "width": round(soft[1] - solid[1], 1)},
        "decades": [
            {"x": place(year), "year": year} for year in range(first, last, DECADE)
        ],
    }


def _years(day: dt.date | None, *, days: int = 0) -> float | None:
    return (
        None
        if day is None
        else day.year + (day.timetuple().tm_yday - 1 + days) / A_YEAR
    )
