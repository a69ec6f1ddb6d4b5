"""The permissions, as they are asked on a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from submissions import consent
from submissions.forms.fields import Lines, Pick, Ticks, Told
from submissions.models import Consent


class PermissionFields(forms.Form):
    """The permissions, each by itself; the words come from submissions.consent."""

    may = Ticks(label=_("What may we do with the picture?"))
    names = Pick(
        label=_("May we show the names?"), choices=Consent.Names.choices, widget=Lines
    )
    persons = Pick(label=_("The people in the picture"), widget=Lines)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = consent.questions()
        self._choose("may", [(each.name, each.words) for each in self.asked])
        self._choose("persons", consent.asked_persons())

    def _choose(self, name: str, choices: Iterable[tuple[str, str | Promise]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  (for the type checker)
        field.choices = list(choices)

    def questions(self) -> list[tuple[consent.Question, bool]]:
        """Each question, and whether it is ticked on the page."""
        ticked = self["may"].value() or []
        return [(each, each.name in ticked) for each in self.asked]

    def permission(self) -> dict[str, Any]:
        """The permission as the deeds take it."""
        return {
            "uses": consent.uses_of(self.cleaned_data["may"]),
            "names": self.cleaned_data["names"] or Consent.Names.NONE,
            "have_persons_agreed": self.cleaned_data["persons"] == "yes",
        }


class DecideForm(PermissionFields, Told):
    """The permissions on the family's own page: every answer may be a no."""
