"""What is to be the same on many cards; what is left empty stays as it is."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from archive import dates
from archive.batches import LABELS, PARTS, Wish
from archive.forms.known import KnownNames, known
from archive.headings import headings_in, said_subjects
from archive.models import Collection, Item, Photographer, Place, Subject, Template

LEAVE = ("", _("Leave as it is"))


class ManyForm(KnownNames):
    is_place_unknown = forms.BooleanField(
        label=_("The place is not known"), required=False
    )
    date_words = forms.CharField(
        label=_("Date"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    is_date_unknown = forms.BooleanField(
        label=_("The date is not known"), required=False
    )
    add_subjects = forms.CharField(
        label=_("Add subjects"),
        max_length=400,
        required=False,
        widget=known("known-subjects"),
    )
    remove_subjects = forms.CharField(
        label=_("Take subjects away"),
        max_length=400,
        required=False,
        widget=known("known-subjects"),
    )
    collection = forms.ModelChoiceField(
        label=_("Collection"),
        queryset=Collection.objects.none(),
        required=False,
        empty_label=LEAVE[1],
    )
    restriction = forms.ChoiceField(
        label=_("Restriction"),
        choices=[LEAVE, *Item.Restriction.choices],
        required=False,
    )
    restricted_until = forms.DateField(label=_("Closed until"), required=False)
    restriction_note = forms.CharField(
        label=_("Agreement"), max_length=300, required=False
    )
    material = forms.CharField(label=_("Material"), max_length=120, required=False)
    held_as = forms.ChoiceField(
        label=_("The archive's edition"),
        choices=[LEAVE, *Item.HeldAs.choices[1:]],
        required=False,
    )
    previous = forms.MultipleChoiceField(
        label=_("As the previous one"),
        choices=[(part, LABELS[part]) for part in PARTS],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        collection: Any = self.fields["collection"]
        collection.queryset = Collection.objects.order_by("sort_key")
        for name in ("collection", "restriction", "held_as"):
            self.fields[name].error_messages["invalid_choice"] = _(
                "Choose one from the list."
            )
        self.fields["restricted_until"].error_messages["invalid"] = _(
            "This is not a date we understand. Write it as 2031-12-31."
        )

    def clean_date_words(self) -> dates.UncertainDate | None:
        words = self.cleaned_data["date_words"].strip()
        if not words:
            return None
        date = dates.from_edtf(words) or dates.read(words, get_language() or "da")
        if date is None:
            raise forms.ValidationError(
                _("We do not understand this date, so it cannot be set on many.")
            )
        return date

    def clean_add_subjects(self) -> list[Subject]:
        return self._headings("add_subjects")

    def clean_remove_subjects(self) -> list[Subject]:
        return self._headings("remove_subjects")

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        until = Item.Restriction.UNTIL
        if told.get("restriction") == until and not told.get("restricted_until"):
            self.add_error("restricted_until", _("Until when is it closed?"))
        if told.get("place_name") and told.get("is_place_unknown"):
            self.add_error("place_name", _("Either a place, or that it is not known."))
        if told.get("date_words") and told.get("is_date_unknown"):
            self.add_error("date_words", _("Either a date, or that it is not known."))
        if not self.errors and not self.wish():
            self.add_error(None, _("Choose at least one thing to change."))
        return told

    def wish(self) -> Wish:
        """What the form asks for, once it is valid."""
        told = self.cleaned_data
        return Wish(
            fields=self._place()
            | self._date()
            | self._photographer()
            | self._restriction()
            | {
                name: told[name]
                for name in ("collection", "material", "held_as")
                if told[name]
            },
            add=tuple(each.pk for each in told["add_subjects"]),
            remove=tuple(each.pk for each in told["remove_subjects"]),
            previous=tuple(told["previous"]),
        )

    def _headings(self, name: str) -> list[Subject]:
        found, strange = headings_in(self.cleaned_data[name])
        if strange:
            raise forms.ValidationError(
                _("“%(word)s” is not among the headings. Choose one from the list."),
                params={"word": "”, “".join(strange)},
            )
        return found

    def _place(self) -> dict[str, Any]:
        place = self.cleaned_data["place_name"]
        if place:
            return {"place": place, "is_place_unknown": False}
        if self.cleaned_data["is_place_unknown"]:
            return {"place": None, "is_place_unknown": True}
        return {}

    def _date(self) -> dict[str, Any]:
        date: dates.UncertainDate | None = self.cleaned_data["date_words"]
        if date is None and not self.cleaned_data["is_date_unknown"]:
            return {}
        words = self.data.get("date_words", "").strip()
        told = {"date_told": words, "date_language": get_language() or "da"}
        return {
            "date_edtf": date.edtf if date else "",
            "earliest": date.earliest if date else None,
            "latest": date.latest if date else None,
            "date_basis": Item.DateBasis.ARCHIVIST if date else Item.DateBasis.NONE,
            "is_date_unknown": date is None,
        } | (told if date and date.edtf != words else {})

    def _photographer(self) -> dict[str, Any]:
        found: Photographer | None = self.cleaned_data["photographer_name"]
        if found is None:
            return {}
        kind = {} if found.kind == "unknown" else {"photographer_kind": found.kind}
        return {"photographed_by": found, "photographer": found.name} | kind

    def _restriction(self) -> dict[str, Any]:
        told = self.cleaned_data
        if not told["restriction"]:
            return {}
        is_until = told["restriction"] == Item.Restriction.UNTIL
        return {
            "restriction": told["restriction"],
            "restricted_until": told["restricted_until"] if is_until else None,
            "restriction_note": told["restriction_note"].strip(),
        }


def filled_from(template: Template) -> dict[str, Any]:
    """What a template fills in; what has gone since is left empty."""
    values = template.values
    place = Place.everything.filter(pk=values.get("place") or 0).first()
    photographer = Photographer.everything.filter(
        pk=values.get("photographer") or 0
    ).first()
    collection = Collection.everything.filter(pk=values.get("collection") or 0).first()
    known = Subject.everything.in_bulk(values.get("subjects", []))
    headings = [known[pk].standing for pk in values.get("subjects", []) if pk in known]
    restriction = values.get("restriction", "")
    is_restricted = restriction not in {"", Item.Restriction.NONE}
    until = values.get("restricted_until", "")
    return {
        "place_name": place.standing.name if place else "",
        "date_words": values.get("date", ""),
        "add_subjects": said_subjects(headings),
        "photographer_name": photographer.standing.name if photographer else "",
        "collection": collection.standing.pk if collection else "",
        "restriction": restriction if is_restricted else "",
        "restricted_until": dt.date.fromisoformat(until) if until else None,
        "material": values.get("material", ""),
        "held_as": values.get("held_as", ""),
    }
