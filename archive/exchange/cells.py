"""What stands in a cell: lists, yes and no, choices in words, and no formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.db.models import Choices
from django.utils.translation import override

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
YES = {"1", "x", "ja", "j", "yes", "y", "true", "sand"}
NO = {"", "0", "nej", "n", "no", "false", "falsk"}
_APART = re.compile(r"(?<!\\);")


def safe(text: str) -> str:
    """A value no spreadsheet takes for a formula (OWASP: CSV injection)."""
    bare = text.lstrip("'")
    return f"'{text}" if bare.startswith(STARTS_A_FORMULA) else text


def plain(text: str) -> str:
    """The value behind `safe`: one apostrophe that stands guard is taken away."""
    text = text.replace("\0", "").replace("\r\n", "\n")
    guarded = text.startswith("'") and text.lstrip("'").startswith(STARTS_A_FORMULA)
    return text[1:] if guarded else text


def joined(values: Iterable[str]) -> str:
    """Several values in one cell, “a; b”; a semicolon of their own is kept."""
    return "; ".join(
        value.replace("\\", "\\\\").replace(";", "\\;") for value in values
    )


def apart(text: str) -> list[str]:
    """The values of such a cell, in order; empty ones hold their place."""
    if not text.strip():
        return []
    return [
        part.strip().replace("\\;", ";").replace("\\\\", "\\")
        for part in _APART.split(text)
    ]


def tick(value: object) -> str:
    """Yes as a cell says it; no is an empty cell."""
    return "yes" if value else ""


def is_yes(text: str) -> bool | None:
    """Yes, no, or None for words that are neither."""
    word = text.strip().casefold()
    if word in YES:
        return True
    return False if word in NO else None


def choice_of(choices: type[Choices], text: str) -> str | None:
    """The choice behind its code or its words, in Danish or English; None if unknown."""
    word = " ".join(text.casefold().split())
    for value, label in choices.choices:
        said = {str(value)}
        for language in ("da", "en"):
            with override(language):
                said.add(str(label))
        if word in {" ".join(each.casefold().split()) for each in said}:
            return str(value)
    return None
