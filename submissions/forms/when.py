"""About when: chips, the very day, own words, or how old somebody was."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from archive import dates
from submissions.forms.fields import Chips, Pick, Told, Words

OLDEST = 110  # years somebody may have been

FIRST_YEAR = 1800

UNKNOWN, EXACT = "unknown", "exact"

# EDTF is said in the page's language; years as they stand are read in every language.
SPANS = ("196X", "1970–74", "1975–79", "198X", "199X")


class WhenFields(Told):
    """Whichever of these is answered is the date; none of them has to be."""

    date_chip = Pick(label=_("About when"), widget=Chips)
    exact_day = Words(label=_("Day"), max_length=20)
    exact_month = Pick(label=_("Month"), widget=forms.Select)
    exact_year = Words(label=_("Year"), max_length=20)
    date_told = Words(label=_("Or in your own words"), max_length=200)
    date_meant = Words(label=_("Which of them is it?"), max_length=80)
    age = Words(label=_("I was"), max_length=20)
    born = Words(label=_("Born"), max_length=20)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: dict[str, list[Any]] = {
            "date_chip": date_chips(get_language() or "da"),
            "exact_month": [("", "–"), *((str(n), name) for n, name in MONTHS.items())],
        }
        for name, choices in chosen.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101  (as above)
            field.choices = choices

    def date(self, language: str) -> dict[str, str]:
        """The date as told, and which one was meant where it can be two."""
        told = told_date(self.cleaned_data, language)
        meant = self.cleaned_data.get("date_meant", "")
        known = {each.edtf for each in meanings(told, language)}
        return {"date_told": told, "date_meant": meant if meant in known else ""}


def date_chips(language: str) -> list[tuple[str, str | Promise]]:
    """Decades to tap on; what is written on a chip is also what is told."""
    chips = []
    for span in SPANS:
        date = dates.from_edtf(span)
        told = date.say(language) if date else span
        chips.append((told, f"\u2066{told}\u2069" if told == span else told))
    return [
        *chips,
        (EXACT, _("I know it exactly")),
        (UNKNOWN, _("I don't know")),
    ]


def told_date(answers: Mapping[str, Any], language: str) -> str:
    """The date in one telling: own words first, then the day, a chip, and the age."""
    words = _said(answers, "date_told")[:200]
    if words:
        return words
    chip = _said(answers, "date_chip")
    exact = exact_date(answers, language)
    if exact:
        return exact
    if chip and chip not in {UNKNOWN, EXACT}:
        return chip
    reckoned = reckon(_said(answers, "age"), _said(answers, "born"))
    return reckoned.say(language) if reckoned else ""


def exact_date(answers: Mapping[str, Any], language: str) -> str:
    """Day, month and year in words; as they were typed where there is no such day."""
    day, month, year = (_said(answers, f"exact_{each}") for each in PARTS)
    if not (day or year):
        return ""
    numbers = [_number(each) for each in (year, month, day)]
    edtf = "-".join(f"{each:02}" for each in numbers if each)
    date = dates.from_edtf(edtf) if all(_fits(numbers)) else None
    return date.say(language) if date else "/".join(filter(None, (day, month, year)))


def meanings(told: str, language: str) -> list[dates.UncertainDate]:
    """What the words can mean, where that is more than one thing."""
    understood = dates.read(told, language) if told else None
    if understood is None:
        return []
    return dates.meanings(told, understood, timezone.localdate())


def understand(told: str, language: str, *, meant: str = "") -> dict[str, Any] | None:
    """The reading back: said, explained, and what to ask where it can be two things."""
    if not told:
        return None
    date = dates.read(told, language)
    if date is None:
        return {"told": told}
    ways = meanings(told, language)
    return {
        "told": told,
        "said": date.say(language),
        "days": date.explain(language),
        "ways": [(each.edtf, each.say(language), each.edtf == meant) for each in ways],
    }


def reckon(age: str, born: str) -> dates.UncertainDate | None:
    """About when somebody of that age, born that year, stood there."""
    years, year = _number(age), _number(born)
    if years is None or year is None or years > OLDEST:
        return None
    if year < FIRST_YEAR or year + years > timezone.localdate().year:
        return None
    return dates.from_age(years, year)


PARTS = ("day", "month", "year")


def _fits(numbers: list[int | None]) -> list[bool]:
    """A year of four figures, and no day without its month."""
    year, month, day = numbers
    return [year is not None and year >= FIRST_YEAR, bool(month) or not day]


def _said(answers: Mapping[str, Any], name: str) -> str:
    return str(answers.get(name) or "").strip()


def _number(told: str) -> int | None:
    """The first number in the words, in anybody's digits: “8 år”, “۸”."""
    found = re.search(r"\d{1,4}", told)
    return int(found.group()) if found else None
