"""The steps of giving, and which of them a call leaves out.

The page lays one brick a step; form and page leave out the same ones.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from submissions.models import Call

# In the page's order. Each has a template contribute_<name>.html of its own.
ORDER = ("pictures", "recipe", "story", "who", "when", "where", "may", "you")

# The rows of persons that are there without a script, and the parts of each.
ROWS = 4
PARTS = ("name", "relation", "living")

# What a call may do without: its name on the page, and the fields that go with it.
MAY_BE_LEFT_OUT: dict[str, Promise] = {
    "pictures": pgettext_lazy("step", "Picture"),
    "story": pgettext_lazy("step", "Story"),
    "who": pgettext_lazy("step", "Who"),
    "when": pgettext_lazy("step", "When"),
    "where": pgettext_lazy("step", "Where"),
}
FIELDS: dict[str, tuple[str, ...]] = {
    "pictures": ("pictures", "is_old_print"),
    "recipe": ("dish", "ingredients", "method", "taught_by"),
    "story": (*("voice", "voice_language", "voice_prompt", "story", "story_language"),),
    "who": (
        *("people", "who_told"),
        *(f"person_{row}_{part}" for row in range(ROWS) for part in PARTS),
    ),
    "when": (
        *("date_chip", "exact_day", "exact_month", "exact_year"),
        *("date_told", "date_meant", "age", "born"),
    ),
    "where": (
        *("place_tile", "latitude", "longitude", "precision"),
        *("place_away", "place_told"),
    ),
}

# A contribution is at least one of these; a call cannot leave out both.
SUBSTANCE = {"pictures", "story"}
SUBSTANCE_FIELDS = ("pictures", "ingredients", "method", "story")


@dataclass(frozen=True)
class Step:
    """One step of the page, and the how-manieth it is."""

    name: str
    number: int

    @property
    def template(self) -> str:
        return f"submissions/contribute_{self.name}.html"


def steps_of(call: Call | None) -> list[Step]:
    """The steps this call asks for, numbered as the family meets them."""
    out = left_out(call)
    return [
        Step(name, number)
        for number, name in enumerate(
            (name for name in ORDER if name not in out), start=1
        )
    ]


def left_out(call: Call | None) -> set[str]:
    """The steps nobody is asked for in this call."""
    if call is None:
        return {"recipe"}
    out = set(call.left_out) & set(MAY_BE_LEFT_OUT)
    if call.asks_for_recipe:
        return out
    return (out if not out >= SUBSTANCE else out - {"story"}) | {"recipe"}


def fields_left_out(call: Call | None) -> set[str]:
    """The fields that neither the page shows nor the form reads."""
    return {field for name in left_out(call) for field in FIELDS[name]}
