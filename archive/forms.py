"""The describing desk: one form in Arkibas' words, with persons and translations."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from archive import dates
from archive.beside import Beside, Seen, Translated
from archive.headings import headings_in, said_subjects
from archive.models import Item, Person, Place, Story, Subject
from archive.naming import slug_for
from archive.texts import direction
from archive.transcribing import transcripts

Data = Mapping[str, Any] | None

# Fields that offer what is known already (datalists of the page).
LISTS = {"place_name": "known-places"}
LINES = {"rows": 3, "dir": "auto"}
KNOWN_PEOPLE = {"list": "known-people", "autocomplete": "off", "dir": "auto"}


class ItemForm(forms.ModelForm):
    """Stamkort, teknik, geografi and publicering, in that order."""

    date_from = forms.CharField(label=_("Dated from"), max_length=40, required=False)
    date_to = forms.CharField(label=_("Dated to"), max_length=40, required=False)
    place_name = forms.CharField(label=_("Place"), max_length=120, required=False)
    subject_words = forms.CharField(label=_("Subjects"), max_length=400, required=False)

    class Meta:
        model = Item
        fields = [
            "title",
            "seen",
            "remarks",
            "internal_note",
            "date_told",
            "date_note",
            "is_date_unknown",
            "restriction",
            "restricted_until",
            "restriction_note",
            "material",
            "photographer",
            "photographer_kind",
            "is_place_unknown",
            "rights_basis",
            "credit",
            "alt_text",
            "are_names_hidden",
            "first_names_only",
        ]
        widgets = {
            "restricted_until": forms.DateInput(
                format="%Y-%m-%d", attrs={"type": "date"}
            )
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
            },
        )
        for name, field in self.fields.items():
            if isinstance(field.widget, forms.TextInput | forms.Textarea):
                field.widget.attrs["dir"] = "auto"
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = 3
            if name in LISTS:
                field.widget.attrs |= {"list": LISTS[name], "autocomplete": "off"}
            field.error_messages["max_length"] = _(
                "This is longer than there is room for. Nothing is lost: shorten it a "
                "little, or put the rest under Remarks."
            )
            field.error_messages["invalid_choice"] = _("Choose one from the list.")
        self.fields["restricted_until"].error_messages["invalid"] = _(
            "This is not a date we understand. Write it as 2031-12-31."
        )

    def clean_date_from(self) -> dt.date | None:
        date = self._read_day("date_from")
        return date.earliest if date else None

    def clean_date_to(self) -> dt.date | None:
        date = self._read_day("date_to")
        return date.latest if date else None

    def clean_place_name(self) -> str:
        return " ".join(str(self.cleaned_data["place_name"]).split())

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
        return plain | self._dating() | {"place": self._place()}

    @property
    def subjects(self) -> list[Subject]:
        return list(self.cleaned_data["subject_words"])

    def _read_day(self, name: str) -> dates.UncertainDate | None:
        words = str(self.cleaned_data[name]).strip()
        if not words:
            return None
        date = dates.read(words, get_language() or "da")
        if date is None:
            raise forms.ValidationError(
                _("We do not understand this day. Write a year, or 3.5.1974.")
            )
        return date

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
        return _dated(known, basis=basis) | {"date_language": language}

    def _place(self) -> Place | None:
        name = self.cleaned_data["place_name"]
        if not name:
            return None
        for place in Place.objects.all():
            names = [place.name, *place.aliases]
            if name.casefold() in {each.casefold() for each in names}:
                return place
        return Place(name=name, slug=slug_for(Place, name))


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


class TranslationForm(forms.Form):
    """One item in one more language: the archive's words, and each story."""

    title = forms.CharField(label=_("Title"), max_length=200, required=False)
    seen = forms.CharField(
        label=_("Description"), required=False, widget=forms.Textarea(attrs=LINES)
    )
    alt_text = forms.CharField(label=_("Alt text"), max_length=250, required=False)

    def __init__(self, data: Data, item: Item, language: str, name: str) -> None:
        self.language, self.name, self.stories = language, name, foreign(item, language)
        initial = dict(item.translations.get(language, {}))
        for story in self.stories:
            translation = story.translation(language)
            initial[f"story-{story.pk}"] = translation.text if translation else ""
            initial[f"by-{story.pk}"] = translation.translator if translation else ""
        super().__init__(data, prefix=language, initial=initial)
        for story in self.stories:
            self.fields[f"story-{story.pk}"] = forms.CharField(
                label=_("The story, translated"),
                required=False,
                widget=forms.Textarea(attrs=LINES),
            )
            self.fields[f"by-{story.pk}"] = forms.CharField(
                label=_("Translated by"), max_length=160, required=False
            )
        if item.language == language:
            for field in ("title", "seen", "alt_text"):
                del self.fields[field]

    @property
    def direction(self) -> str:
        return direction(self.language)

    @property
    def is_begun(self) -> bool:
        return any(self[name].value() for name in self.fields)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for story in self.stories:
            told, by = cleaned.get(f"story-{story.pk}"), cleaned.get(f"by-{story.pk}")
            if told and not by:
                self.add_error(
                    f"by-{story.pk}", _("Who translated it? Write the name.")
                )
        return cleaned

    def words(self) -> dict[str, str]:
        names = [name for name in ("title", "seen", "alt_text") if name in self.fields]
        return {
            name: self.cleaned_data[name] for name in names if self.cleaned_data[name]
        }

    def translated(self) -> list[Translated]:
        return [
            Translated(
                story.pk,
                self.language,
                self.cleaned_data[f"story-{story.pk}"],
                self.cleaned_data[f"by-{story.pk}"],
            )
            for story in self.stories
        ]


def foreign(item: Item, language: str) -> list[Story]:
    """The item's stories that are told in another language than this one."""
    return [story for story in item.stories.all() if story.language != language]


class Desk:
    """Everything one page of describing writes, bound or not, valid or not."""

    def __init__(
        self, item: Item, subjects: Sequence[Subject], data: Data = None
    ) -> None:
        self.item = item
        self.form = ItemForm(data, item, subjects)
        self.persons = PersonRows(
            data,
            prefix="persons",
            initial=[
                {
                    "depiction": row.pk,
                    "name": row.person.name,
                    "living": row.person.living,
                    "may_be_named": row.may_be_named,
                    "is_name_hidden": row.person.is_name_hidden,
                }
                for row in item.depictions.all()
            ],
        )
        self.transcripts = transcripts(data, item)
        self.translations = [
            TranslationForm(data, item, code, _now(str(name)))
            for code, name in settings.LANGUAGES
            if code != item.language or foreign(item, code)
        ]

    @property
    def forms(self) -> list[Any]:
        return [
            self.form,
            *self.persons.forms,
            *self.transcripts,
            *self.translations,
        ]

    @cached_property
    def is_valid(self) -> bool:
        checks = [self.persons.is_valid(), *(form.is_valid() for form in self.forms)]
        return all(checks)

    def changes(self) -> dict[str, Any]:
        kept = dict(self.item.translations)
        for form in self.translations:
            kept.pop(form.language, None)
            if words := form.words():
                kept[form.language] = words
        return self.form.changes() | {"translations": kept}

    def also(self) -> Beside:
        rows = [form for form in self.persons.forms if form.cleaned_data.get("name")]
        return Beside(
            persons=[form.seen() for form in rows],
            translations=[
                each for form in self.translations for each in form.translated()
            ],
            transcripts=[form.transcribed() for form in self.transcripts],
        )

    def problems(self) -> list[tuple[str, str, str]]:
        """Every problem as (id of the field, its name, sentence), in order."""
        found = [
            (bound.id_for_label, str(bound.label), str(error))
            for form in self.forms
            for bound in form
            for error in bound.errors
        ]
        rows = self.persons.non_form_errors()
        return found + [("persons", str(_("Persons")), str(error)) for error in rows]
