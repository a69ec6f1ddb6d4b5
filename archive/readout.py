"""How what stands in a field is read out in the history: codes in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.permissions import Purpose, Use, Verdict

TRANSLATED = {
    "title": gettext_lazy("Title"),
    "seen": gettext_lazy("Description"),
    "alt_text": gettext_lazy("Alt text"),
}


@dataclass(frozen=True)
class Line:
    """One field, before and after."""

    label: str
    before: str
    after: str


def _uses(value: Sequence[str]) -> str:
    return ", ".join(str(Use(use).label) for use in value)


def _decided(value: Mapping[str, str]) -> str:
    return ", ".join(
        f"{Purpose(purpose).label}: {Verdict(verdict).label}"
        for purpose, verdict in value.items()
    )


# Fields that hold codes, and how they are read out.
SAID: dict[str, Callable[[Any], str]] = {
    "permitted_uses": _uses,
    "decided": lambda value: _decided(value or {}),
}


def said(value: Any) -> str:
    """A value as a person reads it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, dt.datetime):
        return date_format(value, "SHORT_DATETIME_FORMAT")
    if isinstance(value, dt.date):
        return date_format(value, "SHORT_DATE_FORMAT")
    return _listed(value)


def _listed(value: Any) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {words}" for key, words in value.items())
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return str(value)


def in_languages(before: Any, after: Any) -> Iterable[Line]:
    """What was written in other languages, a line for each field of each."""
    for code, name in settings.LANGUAGES:
        had, has = before.get(code, {}), after.get(code, {})
        for field, words in TRANSLATED.items():
            if had.get(field, "") != has.get(field, ""):
                label = f"{words} ({_(str(name))})"
                yield Line(label, had.get(field, ""), has.get(field, ""))
