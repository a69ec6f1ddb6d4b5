"""One dating anchor, as archivists write it."""

from __future__ import annotations

import copy
import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from archive.forms.days import read_day
from archive.forms.item import day_said
from archive.models import DatingAnchor, Place
from archive.texts import direction

BETWEEN = re.compile(r"[;\n؛]")
LONGEST = 300


class AnchorForm(forms.Form):
    words = forms.CharField(label=_("Words"), max_length=400, required=False)
    place_name = forms.CharField(
        label=_("Place"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"list": "known-places", "autocomplete": "off"}),
    )
    not_before = forms.CharField(label=_("Not before"), max_length=40, required=False)
    not_after = forms.CharField(label=_("Not after"), max_length=40, required=False)
    source = forms.CharField(label=_("Source"), max_length=LONGEST, required=False)
    is_verified = forms.BooleanField(
        label=_("Somebody has checked it against the source"), required=False
    )

    def __init__(
        self, data: Mapping[str, Any] | None, anchor: DatingAnchor | None
    ) -> None:
        known = copy.copy(anchor) if anchor else DatingAnchor()
        initial = {
            "words": "; ".join(known.keywords),
            "place_name": known.place.name if known.place else "",
            "not_before": day_said(known.not_before, starts=True),
            "not_after": day_said(known.not_after, starts=False),
            "source": known.source,
            "is_verified": known.is_verified,
        }
        super().__init__(data, initial=initial)
        for code, name in settings.LANGUAGES:
            self.fields[f"in_{code}"] = forms.CharField(
                label=_now(str(name)),
                max_length=LONGEST,
                required=False,
                initial=known.sentences.get(code, ""),
                widget=forms.TextInput(attrs={"lang": code, "dir": direction(code)}),
            )

    @property
    def sentences(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("in_")]

    def clean_not_before(self) -> dt.date | None:
        date = read_day(self.cleaned_data["not_before"])
        return date.earliest if date else None

    def clean_not_after(self) -> dt.date | None:
        date = read_day(self.cleaned_data["not_after"])
        return date.latest if date else None

    def clean_place_name(self) -> Place | None:
        name = str(self.cleaned_data["place_name"]).strip()
        known = Place.objects.called(name) if name else None
        if name and known is None:
            raise forms.ValidationError(
                _("We do not know this place. Choose one we know.")
            )
        return known

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors:
            self._check(told)
        return told

    def changes(self) -> dict[str, Any]:
        """What write_anchor() is to write, from a valid form."""
        told = self.cleaned_data
        return {
            "keywords": list(
                dict.fromkeys(
                    word.strip()
                    for word in BETWEEN.split(told["words"])
                    if word.strip()
                )
            ),
            "place": told["place_name"],
            "not_before": told["not_before"],
            "not_after": told["not_after"],
            "source": told["source"],
            "is_verified": told["is_verified"],
            "sentences": {
                code: told[f"in_{code}"].strip()
                for code, _name in settings.LANGUAGES
                if told[f"in_{code}"].strip()
            },
        }

    def _check(self, told: Mapping[str, Any]) -> None:
        first, last = told["not_before"], told["not_after"]
        if not told["words"].strip() and not told["place_name"]:
            self.add_error("words", _("Which words or which place is it about?"))
        if not first and not last:
            self.add_error("not_before", _("Not before when, or not after when?"))
        if first and last and first > last:
            self.add_error(
                "not_after", _("This is before the first day. Turn them round?")
            )
        if not any(told[field.name].strip() for field in self.sentences):
            self.add_error(
                f"in_{settings.LANGUAGE_CODE}",
                _("Say it in a sentence, with its date."),
            )
