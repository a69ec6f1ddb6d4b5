"""A collection day's own facts, and the sheet that is filled in at the table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from archive import dates
from submissions.forms.contribute import ways_to_show_a_name
from submissions.forms.fields import (
    BAD_ADDRESS,
    LONGEST_ADDRESS,
    LONGEST_STORY,
    STORY_LANGUAGES,
    STORY_TOO_LONG,
    TOO_LONG,
    Chips,
    Lines,
    Pick,
    Told,
    Words,
)
from submissions.forms.permission import PermissionFields
from submissions.models import Call, CollectionDay, Submission
from submissions.models.collection_day import LETTERS

DATE = {"invalid": _("Write the day as day.month.year, such as 28.11.2026.")}
TIME = {"invalid": _("Write the time as hours and minutes, such as 14.00.")}
TIMES = ["%H:%M", "%H.%M", "%H"]


class DayForm(Told):
    """What the society says about a collection day."""

    name = Words(label=_("Name"), max_length=120)
    place = Words(label=_("Place"), max_length=160)
    day = forms.DateField(
        label=_("Day"),
        error_messages=DATE | {"required": DATE["invalid"]},
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    opens = forms.TimeField(
        label=_("From"),
        required=False,
        error_messages=TIME,
        input_formats=TIMES,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    closes = forms.TimeField(
        label=_("To"),
        required=False,
        error_messages=TIME,
        input_formats=TIMES,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    tables = forms.TypedChoiceField(
        label=_("Tables"),
        coerce=int,
        choices=[(n, LETTERS[:n]) for n in range(1, len(LETTERS) + 1)],
        error_messages={
            "required": _("Choose how many tables there are."),
            "invalid_choice": _("Choose how many tables there are."),
        },
    )
    call = forms.ModelChoiceField(
        label=_("Call"),
        required=False,
        queryset=Call.objects.all(),
        empty_label=_("None"),
        error_messages={"invalid_choice": _("Choose one of the calls, or none.")},
    )
    wall_words = Words(label=_("Words on the wall"), max_length=200)

    def clean_name(self) -> str:
        if not self.cleaned_data["name"]:
            raise forms.ValidationError(_("Give the day a name."))
        return str(self.cleaned_data["name"])


def of_day(day: CollectionDay) -> dict[str, Any]:
    """The day as its form shows it."""
    return {name: getattr(day, name) for name in DayForm.base_fields}


class SheetForm(PermissionFields, Told):
    """One family at the table. Every field is kept by itself, while it is typed."""

    language = Pick(label=_("The family's language"), widget=Chips)
    name = Words(label=_("Who gives?"), max_length=120)
    shown_as = Pick(label=_("How may we show the name?"), widget=Lines)
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        max_length=LONGEST_ADDRESS,
        error_messages={"invalid": BAD_ADDRESS, "max_length": TOO_LONG},
        widget=forms.EmailInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )
    helper = Words(label=_("Who helps at the table?"), max_length=120)
    story = Words(
        label=_("The story, in the teller's own words"),
        max_length=LONGEST_STORY,
        lines=True,
        error_messages={"max_length": STORY_TOO_LONG},
    )
    story_language = forms.ChoiceField(
        label=_("The language it is told in"), choices=STORY_LANGUAGES, required=False
    )
    voice = forms.FileField(label=_("Your voice"), required=False)
    who_told = Words(label=_("Who do we see?"), max_length=2000, lines=True)
    date_told = Words(label=_("About when?"), max_length=200)
    date_meant = Words(max_length=80)
    place_told = Words(label=_("Where is it?"), max_length=200)
    taken_by = Pick(
        label=_("Who took the picture?"),
        choices=Submission.TakenBy.choices[1:],
        widget=Chips,
    )
    photographer = Words(label=_("The photographer's name or stamp"), max_length=160)
    is_of_age = forms.BooleanField(required=False)
    guardian = Words(max_length=120)
    aloud = forms.BooleanField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choose("language", page_languages())
        self._choose("shown_as", ways_to_show_a_name())
        self.fields["story"].widget.attrs["rows"] = 8
        self.fields["who_told"].widget.attrs["rows"] = 3
        self.fields["name"].widget.attrs["autocomplete"] = "off"

    def clean_date_meant(self) -> str:
        """One of the ways a date can be read, or none."""
        meant = str(self.cleaned_data["date_meant"])
        return meant if dates.from_edtf(meant) else ""

    def changes(self, names: Iterable[str]) -> dict[str, Any]:
        """What was posted of these fields, as far as it can be kept."""
        return {
            name: self.cleaned_data[name]
            for name in names
            if name in self.cleaned_data
            and (self.cleaned_data[name] or _may_be_empty(name))
        }

    def complain(self, sentences: Mapping[str, str | Promise]) -> None:
        """Put what is still missing beside its field."""
        for name, sentence in sentences.items():
            self.add_error(name, str(sentence))


def _may_be_empty(name: str) -> bool:
    """An answer can be taken out again; a language cannot."""
    return name not in {"language", "story_language", "shown_as", "names"}


def page_languages() -> list[tuple[str, str]]:
    """The languages the permission can be read aloud in, by their own names."""
    ours = {code for code, _name in settings.LANGUAGES}
    return [(code, str(name)) for code, name in STORY_LANGUAGES if code in ours]
