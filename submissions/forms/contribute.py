"""What families fill in. Only what cannot be kept is refused, and never lost."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from submissions.actions import nameless
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
    Words,
)
from submissions.forms.permission import PermissionFields
from submissions.forms.recipe import RecipeFields
from submissions.forms.when import WhenFields
from submissions.forms.where import WhereFields
from submissions.forms.who import WhoFields
from submissions.models import Contributor, Submission

TOLD = ("story", "story_language", "who_told", "taken_by", "photographer")

ATTRS = {
    "story": {"rows": 7},
    "ingredients": {"rows": 7},
    "method": {"rows": 7},
    "who_told": {"rows": 3},
    "age": {"inputmode": "numeric"},
    "born": {"inputmode": "numeric"},
    "exact_day": {"inputmode": "numeric"},
    "exact_year": {"inputmode": "numeric"},
    "name": {"autocomplete": "name"},
    "helper_name": {"autocomplete": "off"},
    "guardian": {"autocomplete": "off"},
    "email": {"autocomplete": "email", "dir": "ltr"},
    "website": {"autocomplete": "off", "tabindex": "-1"},
}


class ContributeForm(
    RecipeFields, PermissionFields, WhoFields, WhenFields, WhereFields
):
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
    taken_by = Pick(
        label=_("Who took the picture?"),
        choices=Submission.TakenBy.choices[1:],
        widget=Lines,
    )
    photographer = Words(label=_("The photographer's name or stamp"), max_length=160)
    helping = forms.BooleanField(required=False)
    helper_name = Words(label=_("Your own name, you who help"), max_length=120)
    name = Words(label=_("Your name"), max_length=120)
    shown_as = Pick(
        label=_("How may we show your name?"),
        choices=Contributor.ShownAs.choices,
        widget=Lines,
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        max_length=LONGEST_ADDRESS,
        error_messages={"invalid": BAD_ADDRESS, "max_length": TOO_LONG},
    )
    guardian = Words(label=_("The name of your parent or guardian"), max_length=120)
    is_of_age = forms.BooleanField(required=False)
    website = forms.CharField(label=_("Leave this one empty"), required=False)

    field_order = [
        *("pictures", "is_old_print", "dish", "ingredients", "method", "taught_by"),
        *("voice", "voice_language"),
        *("story", "story_language", "people", "who_told"),
        *("date_chip", "exact_day", "exact_month", "exact_year", "date_told"),
        *("date_meant", "age", "born", "place_tile", "latitude", "longitude"),
        *("precision", "place_away", "place_told"),
        *("may", "taken_by", "photographer", "names", "persons"),
        *("helping", "helper_name", "name", "shown_as", "email"),
        *("guardian", "is_of_age", "website"),
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = first_answers() | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.language = get_language() or "da"
        self._choose("shown_as", ways_to_show_a_name())
        for name in ATTRS.keys() & self.fields.keys():
            self.fields[name].widget.attrs |= ATTRS[name]

    def clean_story_language(self) -> str:
        return self.cleaned_data["story_language"] or self.language

    def clean_may(self) -> list[str]:
        may: list[str] = self.cleaned_data["may"]
        if "show" not in may:
            raise forms.ValidationError(
                _("We only lack one answer: may we show the picture?")
            )
        return may

    def clean_helper_name(self) -> str:
        """Whoever writes a helper's name is helping, with or without the tick."""
        name: str = self.cleaned_data["helper_name"]
        self.cleaned_data["helping"] = self.cleaned_data.get("helping") or bool(name)
        return name if self.cleaned_data["helping"] else ""

    def clean_is_of_age(self) -> bool:
        is_of_age: bool = self.cleaned_data["is_of_age"]
        if not is_of_age and not self.cleaned_data.get("guardian"):
            raise forms.ValidationError(
                _(
                    "Tell us that you are over 15. If you are younger, write the name "
                    "of your parent or guardian."
                )
            )
        return is_of_age

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(
                _("One field is there for machines only. Empty it, and send again.")
            )
        return ""

    def told(self) -> dict[str, Any]:
        """What was told about the picture, as far as it can be kept."""
        told = self._kept(*TOLD)
        if "is_old_print" in self.fields:
            told["is_old_print"] = self.cleaned_data.get("is_old_print") != "no"
        told["language"] = self.language
        if recipe := self.recipe():
            told["recipe"] = recipe
        if "date_told" in self.cleaned_data:
            told |= self.date(self.language)
        if "place_told" in self.cleaned_data:
            told |= self.place()
        if "people" in self.cleaned_data:
            told["persons"] = self.seen_persons()
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

    def permission(self) -> dict[str, Any]:
        """The permission, with those who stood beside the one who gave it."""
        beside = {
            "helped_by": self.cleaned_data["helper_name"],
            "guardian": ""
            if self.cleaned_data["is_of_age"]
            else self.cleaned_data["guardian"],
        }
        return super().permission() | beside

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
