"""Fields for a name that must be one the archive knows."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from archive.models import Photographer, Place


def known(names: str) -> forms.TextInput:
    """A field that offers what is known already (a datalist of the page)."""
    return forms.TextInput(attrs={"list": names, "autocomplete": "off", "dir": "auto"})


class KnownNames(forms.Form):
    """A place and a photographer by any of their names."""

    place_name = forms.CharField(
        label=_("Place"),
        max_length=120,
        required=False,
        widget=known("known-places"),
    )
    photographer_name = forms.CharField(
        label=_("Photographer"),
        max_length=160,
        required=False,
        widget=known("known-photographers"),
    )

    def clean_place_name(self) -> Place | None:
        name = self.cleaned_data["place_name"].strip()
        place = Place.objects.called(name) if name else None
        if name and place is None:
            raise forms.ValidationError(
                _("We do not know this place. Choose one we know.")
            )
        return place

    def clean_photographer_name(self) -> Photographer | None:
        name = self.cleaned_data["photographer_name"].strip()
        found = Photographer.objects.called(name) if name else None
        if name and found is None:
            raise forms.ValidationError(
                _("We do not know this photographer. Choose one we know.")
            )
        return found


def lists_for_names() -> dict[str, Any]:
    """What the fields offer, for the page's datalists."""
    return {
        "places": Place.objects.order_by("sort_key"),
        "photographers": Photographer.objects.order_by("sort_key"),
    }
