"""A day as people type it into a field of its own."""

from __future__ import annotations

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from archive import dates

NOT_UNDERSTOOD = _("We do not understand this day. Write a year, or 3.5.1974.")


def read_day(typed: str) -> dates.UncertainDate | None:
    """What was typed, read in the reader's language; None for an empty field.

    Raises ValidationError for words that nobody can read as a day.
    """
    words = typed.strip()
    if not words:
        return None
    date = dates.read(words, get_language() or "da")
    if date is None:
        raise forms.ValidationError(NOT_UNDERSTOOD)
    return date
