"""The card's own fields, in Arkibas' words and order."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from archive import dates
from archive.forms.days import read_day
from archive.headings import headings_in, said_subjects
from archive.models import Collection, Item, Photographer, Place, Subject
from archive.naming import slug_for

Data = Mapping[str, Any] | None

# Fields that offer what is known already (datalists of the page).
LISTS = {
    "place_name": "known-places",
    "photographer_name": "known-photographers",
    "material": "known-materials",
}
NOT_A_NUMBER = _("Write a whole number of millimetres, for instance 90.")


class DegreeField(forms.FloatField):
    """A latitude or longitude, with a point or a comma; never more than its limit."""

    widget = forms.TextInput

    def __init__(self, *, limit: int, **facts: Any) -> None:
        super().__init__(required=False, **facts)
        self.widget.attrs |= {"inputmode": "decimal", "dir": "ltr"}
        self.error_messages["invalid"] = _(
            "This is not a place on the map. Write it as 55.6134."
        )
        self.limit = limit

    def to_python(self, value: Any) -> Any:
        found = super().to_python(str(value or "").strip().replace(",", "."))
        if found is not None and abs(found) > self.limit:
            raise forms.ValidationError(self.error_messages["invalid"])
        return found


class ItemForm(forms.ModelForm):
    """Stamkort, teknik, geografi and publicering, in that order."""

    date_from = forms.CharField(label=_("Dated from"), max_length=40, required=False)
    date_to = forms.CharField(label=_("Dated to"), max_length=40, required=False)
    place_name = forms.CharField(label=_("Place"), max_length=120, required=False)
    subject_words = forms.CharField(label=_("Subjects"), max_length=400, required=False)
    photographer_name = forms.CharField(
        label=_("Photographer"), max_length=160, required=False
    )
    latitude = DegreeField(label=_("Latitude"), limit=90)
    longitude = DegreeField(label=_("Longitude"), limit=180)

    class Meta:
        model = Item
        fields = [
            "title",
            "seen",
            "remarks",
            "internal_note",
            "date_told",
            "date_basis",
            "date_note",
            "is_date_unknown",
            "restriction",
            "restricted_until",
            "restriction_note",
            "dk5",
            "keywords",
            "collection",
            "height_mm",
            "width_mm",
            "material",
            "held_as",
            "back_text",
            "negative_number",
            "special_number",
            "shelf",
            "photographer",
            "photographer_kind",
            "is_place_unknown",
            "latitude",
            "longitude",
            "precision",
            "rights_basis",
            "credit",
            "alt_text",
            "are_names_hidden",
            "first_names_only",
        ]
        widgets = {
            "alt_text": forms.Textarea,
            "restricted_until": forms.DateInput(
                format="%Y-%m-%d", attrs={"type": "date"}
            ),
        }

    def __init__(self, data: Data, item: Item, subjects: Sequence[Subject]) -> None:
        self.item = item
        super().__init__(
            data,
            instance=copy.copy(item),
            initial={
                "date_from": day_said(item.earliest, starts=True),
                "date_to": day_said(item.latest, starts=False),
                "place_name": str(item.place or item.hidden_place or ""),
                "subject_words": said_subjects(subjects),
                "photographer_name": str(item.photographed_by or ""),
            },
        )
        collection: Any = self.fields["collection"]
        collection.queryset = Collection.objects.order_by("sort_key")
        for name, field in self.fields.items():
            if isinstance(field.widget, forms.TextInput | forms.Textarea):
                field.widget.attrs.setdefault("dir", "auto")
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = 3
            if name in LISTS:
                field.widget.attrs |= {"list": LISTS[name], "autocomplete": "off"}
            field.error_messages["max_length"] = _(
                "This is longer than there is room for. Nothing is lost: shorten it a "
                "little, or put the rest under Remarks."
            )
            field.error_messages["invalid_choice"] = _("Choose one from the list.")
        for name in ("height_mm", "width_mm"):
            self.fields[name].widget = forms.NumberInput(attrs={"min": 1, "max": 9999})
            for problem in ("invalid", "min_value", "max_value"):
                self.fields[name].error_messages[problem] = NOT_A_NUMBER
        self.fields["restricted_until"].error_messages["invalid"] = _(
            "This is not a date we understand. Write it as 2031-12-31."
        )

    def clean_alt_text(self) -> str:
        """One line, however it was broken while it was written."""
        return " ".join(self.cleaned_data["alt_text"].split())

    def clean_date_from(self) -> dt.date | None:
        date = read_day(self.cleaned_data["date_from"])
        return date.earliest if date else None

    def clean_date_to(self) -> dt.date | None:
        date = read_day(self.cleaned_data["date_to"])
        return date.latest if date else None

    def clean_place_name(self) -> str:
        return " ".join(str(self.cleaned_data["place_name"]).split())

    def clean_photographer_name(self) -> str:
        return " ".join(str(self.cleaned_data["photographer_name"]).split())

    def clean_subject_words(self) -> list[Subject]:
        found, strange = headings_in(self.cleaned_data["subject_words"])
        if strange:
            raise forms.ValidationError(
                _("“%(word)s” is not among the headings. Choose one from the list."),
                params={"word": "”, “".join(strange)},
            )
        return found

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = cleaned.get("date_from"), cleaned.get("date_to")
        if first and last and first > last:
            self.add_error(
                "date_to", _("This is before the first day. Turn them round?")
            )
        until = Item.Restriction.UNTIL
        if cleaned.get("restriction") == until and not cleaned.get("restricted_until"):
            self.add_error("restricted_until", _("Until when is it closed?"))
        self._check_pin(cleaned)
        if self.item.is_published:
            for name in ("title", "alt_text"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, _("A published picture needs this."))
        return cleaned

    def changes(self) -> dict[str, Any]:
        """What describe() is to write, from a valid form."""
        plain = {name: self.cleaned_data[name] for name in self._meta.fields or []}
        if plain["restriction"] != Item.Restriction.UNTIL:
            plain["restricted_until"] = None
        if plain["latitude"] is None:
            plain["precision"] = Item.Precision.NONE
        known = {"place": self._place(), "photographed_by": self._photographer()}
        return plain | self._dating() | known

    @property
    def subjects(self) -> list[Subject]:
        return list(self.cleaned_data["subject_words"])

    def _check_pin(self, cleaned: Mapping[str, Any]) -> None:
        pin = {name: cleaned.get(name) for name in ("latitude", "longitude")}
        missing = [name for name, value in pin.items() if value is None]
        if len(missing) == 1 and not {*pin} & {*self.errors}:
            self.add_error(missing[0], _("A pin needs both of its numbers."))

    def _dating(self) -> dict[str, Any]:
        """The date: days changed by hand win over words, new words over what was known.

        Words that are not understood leave the days as they stand in the form.
        """
        told = self.cleaned_data["date_told"]
        if self.cleaned_data["is_date_unknown"]:
            return _dated(None, basis=Item.DateBasis.NONE)
        has_new_words = told != self.item.date_told
        language = (
            (get_language() or "da") if has_new_words else self.item.date_language
        )
        read = dates.read(told, language) if told else None
        span = self.cleaned_data["date_from"], self.cleaned_data["date_to"]
        basis = Item.DateBasis.ARCHIVIST
        if span != _span(self.item) and not (has_new_words and span == (None, None)):
            known = read if span == _span(read) else dates.from_span(*span)
        elif has_new_words:
            known = read or dates.from_span(*span)
        else:
            known, basis = self.item.date, Item.DateBasis(self.item.date_basis)
        if self.cleaned_data["date_basis"] != self.item.date_basis:
            basis = Item.DateBasis(self.cleaned_data["date_basis"])
        return _dated(known, basis=basis) | {"date_language": language}

    def _place(self) -> Place | None:
        name = self.cleaned_data["place_name"]
        if not name:
            return None
        known = Place.objects.called(name)
        return known or Place(name=name, slug=slug_for(Place, name))

    def _photographer(self) -> Photographer | None:
        name = self.cleaned_data["photographer_name"]
        if not name:
            return None
        return Photographer.objects.called(name) or Photographer(
            name=name,
            slug=slug_for(Photographer, name),
            kind=self.cleaned_data["photographer_kind"],
        )


def _dated(date: dates.UncertainDate | None, *, basis: str) -> dict[str, Any]:
    return {
        "date_edtf": date.edtf if date else "",
        "earliest": date.earliest if date else None,
        "latest": date.latest if date else None,
        "date_basis": basis if date else "",
    }


def _span(
    dated: Item | dates.UncertainDate | None,
) -> tuple[dt.date | None, dt.date | None]:
    return (dated.earliest, dated.latest) if dated else (None, None)


def day_said(day: dt.date | None, *, starts: bool) -> str:
    """A first or last day as short as it can be said: a year, a month, or the day."""
    if day is None:
        return ""
    beyond = day + dt.timedelta(days=-1 if starts else 1)
    if beyond.year != day.year:
        return f"{day.year:04d}"
    if beyond.month != day.month:
        return f"{day.year:04d}-{day.month:02d}"
    return day.isoformat()
