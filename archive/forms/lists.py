"""One row of a list, as archivists write it: a person, a place, a journal line."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from archive import dates
from archive.forms.days import NOT_UNDERSTOOD
from archive.forms.item import DegreeField
from archive.headings import headings_in
from archive.models import (
    Accession,
    Collection,
    Listed,
    Person,
    Photographer,
    Place,
    Subject,
)
from archive.naming import slug_for
from archive.texts import direction

Row = TypeVar("Row")
Data = Mapping[str, Any] | None
BETWEEN = re.compile(r"[;\n؛]")
NAME_NEEDED = _("It needs a name.")
NOT_A_YEAR = _("Write a year, for instance 1934.")


class ListForm(forms.ModelForm):
    """What all of them share: names with semicolons, words in every language."""

    semicolons: tuple[str, ...] = ()
    in_languages: tuple[tuple[str, Any], ...] = ()
    years: tuple[str, ...] = ()

    def __init__(self, data: Data, row: Listed) -> None:
        super().__init__(data, instance=row)
        for name in self.semicolons:
            self.initial[name] = "; ".join(getattr(row, name))
        for name in self.years:
            for problem in ("invalid", "min_value", "max_value"):
                self.fields[name].error_messages[problem] = NOT_A_YEAR
        for name, words in self.in_languages:
            self._ask_in_every_language(name, str(words), getattr(row, name))
        for field in self.fields.values():
            field.widget.attrs.setdefault("dir", "auto")
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = 3
        if "name" in self.fields:
            self.fields["name"].error_messages["required"] = NAME_NEEDED

    def _ask_in_every_language(
        self, name: str, words: str, said: Mapping[str, str]
    ) -> None:
        for code, language in settings.LANGUAGES:
            self.fields[f"{name}_{code}"] = forms.CharField(
                label=f"{words} · {_now(str(language))}",
                max_length=2000,
                required=False,
                initial=said.get(code, ""),
                widget=forms.TextInput(attrs={"lang": code, "dir": direction(code)}),
            )

    @property
    def heading_fields(self) -> list[forms.BoundField]:
        """Its name, in every language."""
        return self._said(0)

    @property
    def description_fields(self) -> list[forms.BoundField]:
        """What it is, in every language."""
        return self._said(1)

    def _said(self, which: int) -> list[forms.BoundField]:
        name, _words = self.in_languages[which]
        return [self[f"{name}_{code}"] for code, _language in settings.LANGUAGES]

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        for name in self.semicolons:
            told[name] = split(told.get(name, ""))
        for name, _words in self.in_languages:
            said = {
                code: " ".join(told.get(f"{name}_{code}", "").split())
                for code, _language in settings.LANGUAGES
            }
            told[name] = {code: words for code, words in said.items() if words}
        first = self.in_languages[0][0] if self.in_languages else ""
        if first and not told[first].get(settings.LANGUAGE_CODE):
            self.add_error(f"{first}_{settings.LANGUAGE_CODE}", NAME_NEEDED)
        return told

    def _post_clean(self) -> None:
        """The deed writes the row, not the form."""

    def changes(self) -> dict[str, Any]:
        """What write_authority() is to write, from a valid form."""
        fields = {*(self._meta.fields or [])} | {name for name, _ in self.in_languages}
        changes = {name: self.cleaned_data[name] for name in fields}
        row: Any = self.instance
        if not row.pk and hasattr(row, "merged_into"):
            row.slug = slug_for(type(row), self.called(changes))
        return changes

    def called(self, changes: Mapping[str, Any]) -> str:
        if "name" in changes:
            return str(changes["name"])
        words = changes[self.in_languages[0][0]]
        return str(words.get("da") or next(iter(words.values())))


class LinksField(forms.CharField):
    """Addresses elsewhere, one on each line; kept, never fetched."""

    widget = forms.Textarea(attrs={"dir": "ltr"})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        links = str(super().clean(value)).split()
        for link in links:
            try:
                parts = urlsplit(link)
            except ValueError:
                parts = urlsplit("")
            if parts.scheme not in {"http", "https"} or "." not in parts.netloc:
                raise forms.ValidationError(
                    _("“%(link)s” is not an address. It begins with https://"),
                    params={"link": link[:80]},
                )
        return links


class WhenField(forms.CharField):
    """A time as it is said, or as EDTF; kept as EDTF."""

    def clean(self, value: Any) -> Any:
        words = str(super().clean(value)).strip()
        if not words:
            return ""
        date = dates.from_edtf(words) or dates.read(words, get_language() or "da")
        if date is None or len(date.edtf) > 40:  # noqa: PLR2004
            raise forms.ValidationError(NOT_UNDERSTOOD)
        return date.edtf


class PersonCard(ListForm):
    semicolons = ("also_known_as",)
    years = ("born", "died")
    also_known_as = forms.CharField(
        label=_("Also called"), max_length=400, required=False
    )

    class Meta:
        model = Person
        fields = [
            *("name", "also_known_as", "living", "born", "died"),
            *("note", "is_name_hidden"),
        ]

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        born, died = told.get("born"), told.get("died")
        if born and died and died < born:
            self.add_error("died", _("This is before the birth. Turn them round?"))
        if died and told.get("living") == Person.Living.YES:
            self.add_error("died", _("A year of death, but living. Which is right?"))
        return told


class PhotographerCard(ListForm):
    semicolons = ("also_known_as",)
    years = ("born", "died")
    also_known_as = forms.CharField(
        label=_("Also called"), max_length=400, required=False
    )
    links = LinksField(label=_("Links"), max_length=2000, required=False)

    class Meta:
        model = Photographer
        fields = ["name", "also_known_as", "kind", "born", "died", "note", "links"]


class SubjectCard(ListForm):
    in_languages = (("labels", _("Heading")),)
    broader = forms.CharField(
        label=_("Broader heading"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"list": "known-rows", "autocomplete": "off"}),
    )
    links = LinksField(label=_("The same elsewhere"), max_length=2000, required=False)

    class Meta:
        model = Subject
        fields = ["broader", "links"]

    def __init__(self, data: Data, row: Listed) -> None:
        super().__init__(data, row)
        self.initial["broader"] = str(self.instance.broader or "")

    def clean_broader(self) -> Subject | None:
        found, strange = headings_in(self.cleaned_data["broader"])
        if strange or len(found) > 1:
            raise forms.ValidationError(_("Choose one heading we know."))
        return above(self.instance, found[0] if found else None, "broader")


class CollectionCard(ListForm):
    in_languages = (("names", _("Name")), ("descriptions", _("What it is")))

    class Meta:
        model = Collection
        fields = ["provenance"]


class PlaceCard(ListForm):
    semicolons = ("aliases",)
    aliases = forms.CharField(label=_("Also called"), max_length=400, required=False)
    parent = forms.CharField(
        label=_("Lies in"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"list": "known-rows", "autocomplete": "off"}),
    )
    latitude = DegreeField(label=_("Latitude"), limit=90)
    longitude = DegreeField(label=_("Longitude"), limit=180)
    opened = WhenField(label=_("Opened"), max_length=80, required=False)
    closed = WhenField(label=_("Closed"), max_length=80, required=False)

    class Meta:
        model = Place
        fields = [
            *("name", "aliases", "parent", "latitude", "longitude"),
            *("opened", "closed", "source", "is_suggested"),
        ]

    def __init__(self, data: Data, row: Listed) -> None:
        super().__init__(data, row)
        self.initial["parent"] = str(self.instance.parent or "")
        initial = [
            {"name": each["name"], "since": each["from"], "until": each["to"]}
            for each in self.instance.former_names
        ]
        self.former = FormerNames(data, prefix="navne", initial=initial)

    def is_valid(self) -> bool:
        if not self.is_bound or self.former.is_valid():
            return super().is_valid()
        self.add_error(None, _("Look once more at the names through time."))
        return False

    def clean_parent(self) -> Place | None:
        name = self.cleaned_data["parent"].strip()
        found = Place.objects.called(name) if name else None
        if name and found is None:
            raise forms.ValidationError(
                _("We do not know this place. Choose one we know.")
            )
        return above(self.instance, found, "parent")

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        pin = {name: told.get(name) for name in ("latitude", "longitude")}
        missing = [name for name, value in pin.items() if value is None]
        if len(missing) == 1 and not {*pin} & {*self.errors}:
            self.add_error(missing[0], _("A pin needs both of its numbers."))
        return told

    def changes(self) -> dict[str, Any]:
        former = [form.told() for form in self.former.forms]
        return super().changes() | {"former_names": [each for each in former if each]}


class FormerName(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120, required=False)
    since = WhenField(label=_("From"), max_length=80, required=False)
    until = WhenField(label=_("To"), max_length=80, required=False)

    def told(self) -> dict[str, str]:
        said = self.cleaned_data
        name = " ".join(said.get("name", "").split())
        if not name:
            return {}
        return {"name": name, "from": said["since"], "to": said["until"]}


FormerNames = forms.formset_factory(FormerName, extra=2, max_num=20, absolute_max=30)


class AccessionCard(ListForm):
    received_on = forms.DateField(label=_("Received"), required=False)

    class Meta:
        model = Accession
        fields = ["giver", "terms", "content"]

    def __init__(self, data: Data, row: Listed) -> None:
        super().__init__(data, row)
        self.fields["giver"].error_messages["required"] = _("Who gave it?")
        self.fields["received_on"].error_messages["invalid"] = _(
            "This is not a date we understand. Write it as 2031-12-31."
        )
        self.day = timezone.localdate(self.instance.received_at)
        self.initial["received_on"] = self.day

    def changes(self) -> dict[str, Any]:
        told = super().changes()
        day = self.cleaned_data["received_on"] or self.day
        if day != self.day:
            noon = dt.datetime.combine(day, dt.time(12))
            told["received_at"] = timezone.make_aware(noon)
        return told


FORMS: dict[type[Any], type[ListForm]] = {
    Person: PersonCard,
    Place: PlaceCard,
    Subject: SubjectCard,
    Collection: CollectionCard,
    Photographer: PhotographerCard,
    Accession: AccessionCard,
}


def split(words: str) -> list[str]:
    """“Emine; Emine hanım” as a list, each once."""
    return list(
        dict.fromkeys(" ".join(w.split()) for w in BETWEEN.split(words) if w.strip())
    )


def above(row: Any, found: Row, field: str) -> Row:
    """What it lies in, unless that lies in it."""
    over: Any = found
    while over is not None:
        if row.pk and over.pk == row.pk:
            raise forms.ValidationError(_("It cannot lie in itself."))
        over = getattr(over, field)
    return found
