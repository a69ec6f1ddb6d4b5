"""About when: chips, own words, or how old somebody was."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from archive import dates

OLDEST = 110  # years somebody may have been

FIRST_YEAR = 1800

UNKNOWN = "unknown"

# EDTF is said in the page's language; years as they stand are read in every language.
SPANS = ("196X", "1970–74", "1975–79", "198X", "199X")


def date_chips(language: str) -> list[tuple[str, str | Promise]]:
    """Decades to tap on; what is written on a chip is also what is told."""
    chips = []
    for span in SPANS:
        date = dates.from_edtf(span)
        told = date.say(language) if date else span
        chips.append((told, f"\u2066{told}\u2069" if told == span else told))
    return [*chips, (UNKNOWN, _("I don't know"))]


def told_date(answers: Mapping[str, Any], language: str) -> str:
    """The date in one telling: own words first, then a chip, then age and birth."""
    words = str(answers.get("date_told") or "").strip()[:200]
    chip = str(answers.get("date_chip") or "")
    if words:
        return words
    if chip and chip != UNKNOWN:
        return chip
    reckoned = reckon(str(answers.get("age") or ""), str(answers.get("born") or ""))
    return reckoned.say(language) if reckoned else ""


def reckon(age: str, born: str) -> dates.UncertainDate | None:
    """About when somebody of that age, born that year, stood there."""
    years, year = _number(age), _number(born)
    if years is None or year is None or years > OLDEST:
        return None
    if year < FIRST_YEAR or year + years > timezone.localdate().year:
        return None
    return dates.from_age(years, year)


def _number(told: str) -> int | None:
    """The first number in the words, in anybody's digits: “8 år”, “۸”."""
    found = re.search(r"\d{1,4}", told)
    return int(found.group()) if found else None
