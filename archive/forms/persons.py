"""The persons in a picture, one row each."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from archive.beside import Seen
from archive.models import Person

KNOWN_PEOPLE = {"list": "known-people", "autocomplete": "off", "dir": "auto"}


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

    def seen(self) -> Seen:
        told = self.cleaned_data
        return Seen(
            name=told["name"],
            living=told["living"] or Person.Living.UNKNOWN,
            may_be_named=told["may_be_named"],
            is_name_hidden=told["is_name_hidden"],
            depiction=told["depiction"],
        )


PersonRows = forms.formset_factory(PersonForm, extra=1, max_num=60, absolute_max=80)
