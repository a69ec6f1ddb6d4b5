"""Who is seen: points tapped on the pictures, and plain rows where no script runs."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from archive.models import Person
from submissions.forms.fields import Chips, Pick, Told, Words
from submissions.models import PersonTold
from submissions.steps import PARTS, ROWS

LONGEST_NAME = 160
MOST = 60  # persons in one contribution: a school class, twice
HUNDRED = 100.0
REFERENCE = re.compile(r"p?\d{1,15}|u[\w-]{16}", re.ASCII)

LIVING = [
    (Person.Living.YES, _("Yes")),
    (Person.Living.NO, _("No")),
    (Person.Living.UNKNOWN, _("I don't know")),
]


class People(forms.CharField):
    """Persons as the script writes them, in JSON; what nobody could write is left out.

    Cleans to a list of what `PersonTold` keeps: picture, x, y, name, living, relation.
    """

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, strip=False, **kwargs)

    def clean(self, value: Any) -> list[dict[str, Any]]:
        try:
            told = json.loads(value or "[]")
        except (ValueError, RecursionError):
            return []
        rows = told if isinstance(told, list) else []
        found = [person(each) for each in rows[:MOST] if isinstance(each, dict)]
        return [each for each in found if says_something(each)]


class WhoFields(Told):
    """The persons: `people` by the script, and a few rows without it."""

    people = People(label=_("The people in the picture"))
    who_told = Words(label=_("Names, from left to right"), max_length=2000, lines=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(ROWS):
            self.fields |= {
                f"person_{number}_name": Words(
                    label=_("Name"), max_length=LONGEST_NAME
                ),
                f"person_{number}_relation": Words(
                    label=_("What are they to you?"), max_length=LONGEST_NAME
                ),
                f"person_{number}_living": Pick(
                    label=_("Are they living today?"), choices=LIVING, widget=Chips
                ),
            }

    def person_rows(self) -> list[dict[str, BoundField]]:
        """The rows as the page writes them, each part by its name."""
        return [
            {part: self[f"person_{number}_{part}"] for part in PARTS}
            for number in range(ROWS)
        ]

    def seen_persons(self) -> list[dict[str, Any]]:
        """Everybody who was told of, tapped on or written in a row."""
        rows = [
            {part: self.cleaned_data.get(f"person_{number}_{part}") for part in PARTS}
            for number in range(ROWS)
        ]
        told = [*self.cleaned_data.get("people", []), *map(person, rows)]
        return [each for each in told if says_something(each)][:MOST]


def person(told: dict[str, Any]) -> dict[str, Any]:
    """One person as it can be kept. Raises ValidationError for a name too long."""
    x, y = percent(told.get("x")), percent(told.get("y"))
    whole = x is not None and y is not None
    living = told.get("living")
    return {
        "picture": _reference(told.get("picture")),
        "x": x if whole else None,
        "y": y if whole else None,
        "name": NAME.clean(_text(told.get("name"))),
        "relation": NAME.clean(_text(told.get("relation"))),
        "living": living if living in Person.Living.values else Person.Living.UNKNOWN,
        "is_teller": told.get("is_teller") is True,
    }


def says_something(told: dict[str, Any]) -> bool:
    """A point alone is a tap beside; a name or a word about them is a person."""
    return bool(told["name"] or told["relation"] or told["is_teller"])


def percent(told: object) -> float | None:
    """A place in a picture, between its edges; None for anything else."""
    if isinstance(told, bool) or not isinstance(told, int | float):
        return None
    if not math.isfinite(told):
        return None
    return round(min(max(float(told), 0.0), HUNDRED), 2)


def as_people(persons: Iterable[PersonTold]) -> str:
    """What was told before, as the script reads it."""
    return json.dumps(
        [
            {
                "picture": f"p{each.photograph_id}"
                if each.photograph_id
                else each.picture,
                "x": each.x,
                "y": each.y,
                "name": each.name,
                "relation": each.relation,
                "living": each.living,
                "is_teller": each.is_teller,
            }
            for each in persons
        ],
        ensure_ascii=False,
    )


NAME = Words(max_length=LONGEST_NAME)


def _text(told: object) -> str:
    return told if isinstance(told, str) else ""


def _reference(told: object) -> str:
    """“p137” for a picture that has arrived, “u…” for one on its way, “2” by its place."""
    text = _text(told)
    return text if REFERENCE.fullmatch(text) else ""
