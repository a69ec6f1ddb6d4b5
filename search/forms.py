"""What a visitor may ask: words, and a choice in each facet. Nothing asked is wrong."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 200


class AnyWords(forms.CharField):
    """Text that is shortened and cleaned instead of refused."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, **options)

    def clean(self, value: Any) -> str:
        readable = "".join(
            sign for sign in str(value or "")[: LONGEST * 2] if sign.isprintable()
        )
        return " ".join(readable.split())[:LONGEST]


class SearchForm(forms.Form):
    """One question. Its names stand in addresses that people share."""

    q = AnyWords(
        label=_("Name, street or year"),
        widget=forms.TextInput(attrs={"enterkeyhint": "search"}),
    )
    aarti = AnyWords(widget=forms.HiddenInput)
    sted = AnyWords(widget=forms.HiddenInput)
    emne = AnyWords(widget=forms.HiddenInput)
    sprog = AnyWords(widget=forms.HiddenInput)
    side = AnyWords(widget=forms.HiddenInput)
