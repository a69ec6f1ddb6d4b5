"""What families fill in. Only what cannot be kept is refused, and never lost."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from archive import dates
from archive.models import Place
from submissions import consent
from submissions.actions import nameless
from submissions.models import Consent, Contributor, Objection, Submission

LONGEST_STORY = 6000
TOLD = ("story", "story_language", "who_told", "taken_by", "photographer")
OLDEST = 110  # years somebody may have been
FIRST_YEAR = 1800
UNKNOWN = "unknown"

# The languages a story may be told in, in their own names.
STORY_LANGUAGES = [
    ("da", "Dansk"),
    ("tr", "Türkçe"),
    ("ur", "اردو"),
    ("ar", "العربية"),
    ("en", "English"),
    ("bs", "Bosanski"),
    ("ku", "Kurdî"),
    ("fa", "فارسی"),
    ("so", "Soomaali"),
    ("pl", "Polski"),
    ("und", _("Another language")),
]

# EDTF is said in the page's language; years as they stand are read in every language.
SPANS = ("196X", "1970–74", "1975–79", "198X", "199X")

ATTRS = {
    "story": {"rows": 7},
    "who_told": {"rows": 4},
    "age": {"inputmode": "numeric"},
    "born": {"inputmode": "numeric"},
    "name": {"autocomplete": "name"},
    "email": {"autocomplete": "email", "dir": "ltr"},
    "website": {"autocomplete": "off", "tabindex": "-1"},
}

TOO_LONG = _(
    "This is %(show_value)s letters long, and we have room for %(limit_value)s. "
    "Please make it a little shorter."
)
STORY_TOO_LONG = _(
    "Your story is %(show_value)s letters long, and we have room for %(limit_value)s. "
    "Make it a little shorter, or send the rest as one more contribution. "
    "Everything you have written is still here."
)
BAD_ADDRESS = _(
    "We cannot write to this address. Look at it once more, or leave it out."
)


class Words(forms.CharField):
    """Text as a person typed it, without what no person can see or type."""

    def __init__(self, *, max_length: int, lines: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("error_messages", {"max_length": TOO_LONG})
        kwargs.setdefault("widget", forms.Textarea if lines else forms.TextInput)
        super().__init__(max_length=max_length, required=False, **kwargs)
        self.lines = lines

    def to_python(self, value: Any) -> str:
        text = str(value or "").replace("\r\n", "\n").replace("\r", "\n")
        kept = "".join(sign for sign in text if sign in "\n\t" or not _is_control(sign))
        return super().to_python(kept if self.lines else " ".join(kept.split())) or ""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No maxlength: it would cut what is pasted without a word."""
        return {"dir": "auto"}


class Chips(forms.RadioSelect):
    """Answers to tap on, side by side."""

    template_name = "components/chips.html"


class Lines(forms.RadioSelect):
    """Answers to tap on, one on each line."""

    template_name = "components/ticks.html"


class Pick(forms.ChoiceField):
    """One of several answers; none of them is simply no answer."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def clean(self, value: Any) -> str:
        return str(value) if value and self.valid_value(value) else ""


class Ticks(forms.MultipleChoiceField):
    """Any number of ticks; those nobody asked about are left out."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.CheckboxSelectMultiple, **kwargs)

    def clean(self, value: Any) -> list[str]:
        return [str(each) for each in value or [] if self.valid_value(each)]


class Told(forms.Form):
    """A form that shows its mistakes at their field, and marks the field."""

    def error_list(self) -> list[tuple[str, str]]:
        """Every sentence with the id of the field it is about, in the page's order."""
        on_the_whole = [("", str(each)) for each in self.non_field_errors()]
        return on_the_whole + [
            (self[name].id_for_label or self[name].auto_id, str(sentence))
            for name in self.fields
            for sentence in self.errors.get(name, [])
        ]


class PermissionFields(forms.Form):
    """The permissions, each by itself; the words come from submissions.consent."""

    may = Ticks(label=_("What may we do with the picture?"))
    names = Pick(
        label=_("May we show the names?"), choices=Consent.Names.choices, widget=Lines
    )
    persons = Pick(label=_("The people in the picture"), widget=Lines)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = consent.questions()
        self._choose("may", [(each.name, each.words) for each in self.asked])
        self._choose("persons", consent.asked_persons())

    def _choose(self, name: str, choices: Iterable[tuple[str, str | Promise]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  (for the type checker)
        field.choices = list(choices)

    def questions(self) -> list[tuple[consent.Question, bool]]:
        """Each question, and whether it is ticked on the page."""
        ticked = self["may"].value() or []
        return [(each, each.name in ticked) for each in self.asked]

    def permission(self) -> dict[str, Any]:
        """The permission as the deeds take it."""
        return {
            "uses": consent.uses_of(self.cleaned_data["may"]),
            "names": self.cleaned_data["names"] or Consent.Names.NONE,
            "have_persons_agreed": self.cleaned_data["persons"] == "yes",
        }


class ContributeForm(PermissionFields, Told):
    """The whole contribution on one page; only three answers are asked for."""

    pictures = forms.FileField(label=_("Pictures"), required=False)
    is_old_print = Pick(
        label=_("Is it a photo of an old picture?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        widget=Chips,
    )
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
        *("pictures", "is_old_print", "story", "story_language", "who_told"),
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


class DecideForm(PermissionFields, Told):
    """The permissions on the family's own page: every answer may be a no."""


class ObjectForm(Told):
    """“I am in this picture”: what the person wishes, and how to reach them."""

    wish = Pick(
        label=_("What would you like us to do?"),
        choices=Objection.Wish.choices,
        widget=Lines,
    )
    text = Words(label=_("In your own words"), max_length=2000, lines=True)
    name = Words(label=_("Your name"), max_length=120)
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        error_messages={"invalid": BAD_ADDRESS, "max_length": TOO_LONG},
    )

    def clean_wish(self) -> str:
        if not self.cleaned_data["wish"]:
            raise forms.ValidationError(_("Choose what you would like us to do."))
        return str(self.cleaned_data["wish"])


class MessageForm(Told):
    """The family's answer to a question."""

    text = Words(label=_("Your answer"), max_length=LONGEST_STORY, lines=True)

    def clean_text(self) -> str:
        if not self.cleaned_data["text"]:
            raise forms.ValidationError(_("Write a few words first."))
        return str(self.cleaned_data["text"])


def first_answers() -> dict[str, Any]:
    """What the page stands on before anybody has touched it."""
    return {
        "is_old_print": "yes",
        "story_language": get_language() or "da",
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


def date_chips(language: str) -> list[tuple[str, str | Promise]]:
    """Decades to tap on; what is written on a chip is also what is told."""
    chips = []
    for span in SPANS:
        date = dates.from_edtf(span)
        told = date.say(language) if date else span
        chips.append((told, f"\u2066{told}\u2069" if told == span else told))
    return [*chips, (UNKNOWN, _("I don't know"))]


def told_date(answers: Mapping[str, Any], language: str) -> str:
    """The date in one telling: own words first, then a chip, then age and birth."""
    words = str(answers.get("date_told") or "").strip()[:200]
    chip = str(answers.get("date_chip") or "")
    if words:
        return words
    if chip and chip != UNKNOWN:
        return chip
    reckoned = reckon(str(answers.get("age") or ""), str(answers.get("born") or ""))
    return reckoned.say(language) if reckoned else ""


def reckon(age: str, born: str) -> dates.UncertainDate | None:
    """About when somebody of that age, born that year, stood there."""
    years, year = _number(age), _number(born)
    if years is None or year is None or years > OLDEST:
        return None
    if year < FIRST_YEAR or year + years > timezone.localdate().year:
        return None
    return dates.from_age(years, year)


def _number(told: str) -> int | None:
    """The first number in the words, in anybody's digits: “8 år”, “۸”."""
    found = re.search(r"\d{1,4}", told)
    return int(found.group()) if found else None


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cs"}
