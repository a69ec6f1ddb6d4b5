"""Years as bars: solid where the year is known, soft where it lies somewhere about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template

from archive.facets import Year

register = template.Library()

WIDTH, HEIGHT = 1000, 100


@register.inclusion_tag("components/histogram.html")
def histogram(years: Sequence[Year]) -> dict[str, Any]:
    """An SVG of one bar a year, its soft part behind its sure part."""
    tallest = max(year.sure + year.soft for year in years)
    step = WIDTH / len(years)
    bars = [
        {
            "x": round(index * step + step * 0.1, 1),
            "width": round(step * 0.8, 1),
            "soft_y": round(HEIGHT - HEIGHT * (year.sure + year.soft) / tallest, 1),
            "soft_height": round(HEIGHT * (year.sure + year.soft) / tallest, 1),
            "sure_y": round(HEIGHT - HEIGHT * year.sure / tallest, 1),
            "sure_height": round(HEIGHT * year.sure / tallest, 1),
        }
        for index, year in enumerate(years)
    ]
    return {"bars": bars, "first": years[0].year, "last": years[-1].year}
