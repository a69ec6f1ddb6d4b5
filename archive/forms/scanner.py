"""What lies on the scanner now; each new registration gets it."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from archive.forms.known import KnownNames, known
from archive.models import Accession, Collection, ScannerBox

JOURNAL = re.compile(r"(\d{4})\s*[/-]\s*(\d{1,6})", re.ASCII)


class ScannerForm(KnownNames):
    name = forms.CharField(
        label=_("What lies there"),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    collection = forms.ModelChoiceField(
        label=_("Collection"),
        queryset=Collection.objects.none(),
        required=False,
        empty_label=_("None"),
        error_messages={"invalid_choice": _("Choose one from the list.")},
    )
    accession_number = forms.CharField(
        label=_("Journal"),
        max_length=20,
        required=False,
        widget=known("known-journal"),
    )
    date_told = forms.CharField(
        label=_("Date"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )

    field_order = (
        *("name", "collection", "photographer_name", "accession_number"),
        *("place_name", "date_told"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        collection: Any = self.fields["collection"]
        collection.queryset = Collection.objects.order_by("sort_key")

    def clean_accession_number(self) -> Accession | None:
        told = self.cleaned_data["accession_number"].strip()
        read = JOURNAL.fullmatch(told)
        line = read and Accession.objects.filter(year=read[1], sequence=read[2]).first()
        if told and not line:
            raise forms.ValidationError(
                _("The journal has no such number. Write it as 2026/014.")
            )
        return line or None

    def facts(self) -> dict[str, Any]:
        """The fields of a box, once the form is valid."""
        told = self.cleaned_data
        date = told["date_told"]
        return {
            "name": told["name"],
            "collection": told["collection"],
            "photographed_by": told["photographer_name"],
            "accession": told["accession_number"],
            "place": told["place_name"],
            "date_told": date,
            "date_language": get_language() or "da" if date else "da",
        }


def said_of(box: ScannerBox | None) -> dict[str, Any]:
    """What the form says while nobody writes in it."""
    if box is None:
        return {}
    collection, by, place = box.collection, box.photographed_by, box.place
    return {
        "name": box.name,
        "collection": collection.standing.pk if collection else "",
        "photographer_name": by.standing.name if by else "",
        "accession_number": str(box.accession or ""),
        "place_name": place.standing.name if place else "",
        "date_told": box.date_told,
    }
