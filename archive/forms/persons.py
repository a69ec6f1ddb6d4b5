"""The persons in a picture, one row each."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from archive.beside import Seen
from archive.models import Person

HUNDRED = 100
KNOWN_PEOPLE = {"list": "known-people", "autocomplete": "off", "dir": "auto"}


class PercentField(forms.FloatField):
    """A place in the picture, in percent of its width or height."""

    def __init__(self, **facts: Any) -> None:
        super().__init__(
            required=False,
            widget=forms.NumberInput(attrs={"min": 0, "max": 100, "step": "any"}),
            **facts,
        )
        self.error_messages["invalid"] = _("Write a number from 0 to 100.")

    def to_python(self, value: Any) -> Any:
        found = super().to_python(value)
        if found is not None and not 0 <= found <= HUNDRED:
            raise forms.ValidationError(self.error_messages["invalid"])
        return found if found is None else round(found, 2)


class PersonForm(forms.Form):
    depiction = forms.IntegerField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(
        label=_("Name"),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs=KNOWN_PEOPLE),
    )
    living = forms.ChoiceField(
        label=_("Living"),
        choices=Person.Living.choices,
        initial=Person.Living.UNKNOWN,
        required=False,
    )
    may_be_named = forms.BooleanField(
        label=_("Has said yes to being named"), required=False
    )
    is_name_hidden = forms.BooleanField(
        label=_("Hide this name everywhere"), required=False
    )

    x = PercentField(label=_("From the left, %"))
    y = PercentField(label=_("From the top, %"))

    def clean(self) -> dict[str, Any]:
        """A point has two numbers; one alone is no point."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if told.get("x") is None or told.get("y") is None:
            told["x"] = told["y"] = None
        return told

    def seen(self) -> Seen:
        told = self.cleaned_data
        return Seen(
            name=told["name"],
            living=told["living"] or Person.Living.UNKNOWN,
            may_be_named=told["may_be_named"],
            is_name_hidden=told["is_name_hidden"],
            depiction=told["depiction"],
            x=told["x"],
            y=told["y"],
        )


PersonRows = forms.formset_factory(PersonForm, extra=1, max_num=60, absolute_max=80)
