"""What families fill in. Only what cannot be kept is refused, and never lost."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from archive.models import Place
from submissions.actions import nameless
from submissions.forms.fields import (
    BAD_ADDRESS,
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
from submissions.forms.when import UNKNOWN, date_chips, told_date
from submissions.models import Consent, Contributor, Submission

TOLD = ("story", "story_language", "who_told", "taken_by", "photographer")

ATTRS = {
    "story": {"rows": 7},
    "who_told": {"rows": 4},
    "age": {"inputmode": "numeric"},
    "born": {"inputmode": "numeric"},
    "name": {"autocomplete": "name"},
    "email": {"autocomplete": "email", "dir": "ltr"},
    "website": {"autocomplete": "off", "tabindex": "-1"},
}


class ContributeForm(PermissionFields, Told):
    """The whole contribution on one page; only three answers are asked for."""

    pictures = forms.FileField(label=_("Pictures"), required=False)
    is_old_print = Pick(
        label=_("Is it a photo of an old picture?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        widget=Chips,
    )
    voice = forms.FileField(label=_("Your voice"), required=False)
    voice_language = forms.ChoiceField(
        label=_("The language you speak"), choices=STORY_LANGUAGES, required=False
    )
    voice_prompt = Words(max_length=300, widget=forms.HiddenInput)
    story = Words(
        label=_("Your story"),
        max_length=LONGEST_STORY,
        lines=True,
        error_messages={"max_length": STORY_TOO_LONG},
    )
    story_language = forms.ChoiceField(
        label=_("The language you write in"), choices=STORY_LANGUAGES, required=False
    )
    who_told = Words(label=_("Names, from left to right"), max_length=2000, lines=True)
    date_chip = Pick(label=_("About when"), widget=Chips)
    date_told = Words(label=_("Or in your own words"), max_length=200)
    age = Words(label=_("I was"), max_length=20)
    born = Words(label=_("Born"), max_length=20)
    place_tile = Pick(label=_("A place in town"), widget=Chips)
    place_told = Words(label=_("Or another place"), max_length=200)
    taken_by = Pick(
        label=_("Who took the picture?"),
        choices=Submission.TakenBy.choices[1:],
        widget=Lines,
    )
    photographer = Words(label=_("The photographer's name or stamp"), max_length=160)
    is_of_age = forms.BooleanField(required=False)
    helping = forms.BooleanField(required=False)
    name = Words(label=_("Your name"), max_length=120)
    shown_as = Pick(
        label=_("How may we show your name?"),
        choices=Contributor.ShownAs.choices,
        widget=Lines,
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        error_messages={"invalid": BAD_ADDRESS, "max_length": TOO_LONG},
    )
    website = forms.CharField(label=_("Leave this one empty"), required=False)

    field_order = [
        *("pictures", "is_old_print", "voice", "voice_language"),
        *("story", "story_language", "who_told"),
        *("date_chip", "date_told", "age", "born", "place_tile", "place_told"),
        *("may", "taken_by", "photographer", "names", "persons"),
        *("helping", "name", "shown_as", "email", "is_of_age", "website"),
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = first_answers() | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.language = get_language() or "da"
        self._choose("date_chip", date_chips(self.language))
        places = Place.objects.filter(is_suggested=True).values_list("name", flat=True)
        tiles = [(name, name) for name in places]
        self._choose("shown_as", ways_to_show_a_name())
        self._choose("place_tile", [*tiles, (UNKNOWN, _("I don't know"))])
        for name, attrs in ATTRS.items():
            self.fields[name].widget.attrs |= attrs

    def clean_story_language(self) -> str:
        return self.cleaned_data["story_language"] or self.language

    def clean_may(self) -> list[str]:
        may: list[str] = self.cleaned_data["may"]
        if "show" not in may:
            raise forms.ValidationError(
                _("We only lack one answer: may we show the picture?")
            )
        return may

    def clean_is_of_age(self) -> bool:
        if not self.cleaned_data["is_of_age"]:
            raise forms.ValidationError(
                _("Tell us that you are over 15, or that a grown-up is helping you.")
            )
        return True

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(
                _("One field is there for machines only. Empty it, and send again.")
            )
        return ""

    def told(self) -> dict[str, Any]:
        """What was told about the picture, as far as it can be kept."""
        told = self._kept(*TOLD)
        told["is_old_print"] = self.cleaned_data.get("is_old_print") != "no"
        told["language"] = self.language
        if "date_told" in self.cleaned_data:
            told["date_told"] = told_date(self.cleaned_data, self.language)
        if "place_told" in self.cleaned_data:
            tile = self.cleaned_data["place_tile"]
            told["place_told"] = self.cleaned_data["place_told"] or (
                tile if tile != UNKNOWN else ""
            )
        return told

    def spoken(self) -> dict[str, str]:
        """What is known of a voice that comes with the form."""
        return {
            "language": self.cleaned_data.get("voice_language", ""),
            "prompt": self.cleaned_data.get("voice_prompt", ""),
        }

    def giver(self) -> dict[str, Any]:
        """Who gives, as far as it can be kept."""
        giver = self._kept("name", "email")
        shown_as = self.cleaned_data.get("shown_as")
        giver["shown_as"] = shown_as or Contributor.ShownAs.FULL_NAME
        giver["language"] = self.language
        return giver

    def _kept(self, *names: str) -> dict[str, Any]:
        return {
            name: self.cleaned_data[name] for name in names if name in self.cleaned_data
        }


def first_answers() -> dict[str, Any]:
    """What the page stands on before anybody has touched it."""
    return {
        "is_old_print": "yes",
        "story_language": get_language() or "da",
        "voice_language": get_language() or "da",
        "names": Consent.Names.FULL,
        "shown_as": Contributor.ShownAs.FULL_NAME,
    }


def ways_to_show_a_name() -> list[tuple[str, str | Promise]]:
    """How the giver may be named to visitors."""
    shown_as = Contributor.ShownAs
    return [
        (shown_as.FULL_NAME, shown_as.FULL_NAME.label),
        (shown_as.FIRST_NAME, shown_as.FIRST_NAME.label),
        (shown_as.FAMILY, _("No name: “%(family)s”") % {"family": nameless()}),
    ]
