"""The recipe a call may ask for, and the steps it may do without."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from submissions.forms.fields import LONGEST_STORY, Words
from submissions.models import Call
from submissions.steps import FIELDS, fields_left_out


class RecipeFields(forms.Form):
    """What a dish is, what goes into it, how it is made, and who taught it."""

    dish = Words(label=_("What is the dish called?"), max_length=160)
    ingredients = Words(
        label=_("What goes into it?"), max_length=LONGEST_STORY, lines=True
    )
    method = Words(label=_("How do you make it?"), max_length=LONGEST_STORY, lines=True)
    taught_by = Words(label=_("Who taught you?"), max_length=200)

    def __init__(self, *args: Any, call: Call | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in fields_left_out(call):
            self.fields.pop(name, None)

    def recipe(self) -> dict[str, str]:
        """The recipe as far as it can be kept; empty where none is asked for."""
        return {
            name: self.cleaned_data[name]
            for name in FIELDS["recipe"]
            if name in self.cleaned_data
        }
