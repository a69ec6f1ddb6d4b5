"""What the workroom writes about a call or a partner, in every language side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Partner
from archive.models import Item
from archive.naming import slug_for
from archive.permissions import Use, permits
from archive.texts import direction
from submissions.models import Call
from submissions.steps import MAY_BE_LEFT_OUT, SUBSTANCE

LANGUAGES = [code for code, _name in settings.LANGUAGES]
OWN_NAMES = {
    "da": "Dansk",
    "en": "English",
    "tr": "Türkçe",
    "ur": "اردو",
    "ar": "العربية",
}
NO_SIGNS = {"required": _("Write it here first.")}


class WordsForm(forms.Form):
    """The words of one row in one language."""

    many: tuple[str, ...] = ()

    def __init__(self, *args: Any, language: str, own: str, **kwargs: Any) -> None:
        kwargs["prefix"] = language
        super().__init__(*args, **kwargs)
        self.language, self.own = language, own
        self.name = OWN_NAMES[language]
        for field in self.fields.values():
            field.required = field.required and language == own
            field.widget.attrs |= {"lang": language, "dir": direction(language)}

    @property
    def is_original(self) -> bool:
        return self.language == self.own


class CallWords(WordsForm):
    title = forms.CharField(label=_("Title"), max_length=120, error_messages=NO_SIGNS)
    question = forms.CharField(
        label=_("Question"),
        max_length=200,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    introduction = forms.CharField(
        label=_("Introduction"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    prompts = forms.CharField(
        label=_("Questions that help"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    outcome = forms.CharField(
        label=_("What came of it"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class PartnerWords(WordsForm):
    about = forms.CharField(
        label=_("In their own words"),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class CallForm(forms.ModelForm):
    """When, how much, which steps and which picture."""

    hero_number = forms.CharField(
        label=_("Picture"),
        help_text=_("The number of a published picture, such as B4"),
        required=False,
        max_length=12,
        widget=forms.TextInput(attrs={"list": "newest", "dir": "ltr"}),
    )
    left_out = forms.MultipleChoiceField(
        label=_("Steps this call does without"),
        choices=list(MAY_BE_LEFT_OUT.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Call
        fields = ("kind", "language", "opens", "closes", "goal")
        widgets = {
            "opens": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "closes": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "kind": forms.RadioSelect,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(code, OWN_NAMES[code]) for code in LANGUAGES]
        self.fields["language"] = forms.ChoiceField(
            label=_("Written first in"), choices=names
        )
        self.fields["goal"].help_text = _("How many families we hope for")
        self.fields["kind"].choices = Call.Kind.choices  # type: ignore[attr-defined]
        self.initial["left_out"] = self.instance.left_out
        if self.instance.hero:
            self.initial["hero_number"] = self.instance.hero.reg_number

    def clean_hero_number(self) -> Item | None:
        told = self.cleaned_data["hero_number"].strip()
        if not told:
            return None
        digits = told.lstrip("Bb").strip()
        number = int(digits) if digits.isascii() and digits.isdigit() else 0
        found: Item | None = Item.objects.filter(number=number % 2**31).first()
        if found is None:
            raise forms.ValidationError(_("There is no picture with this number."))
        if not found.is_published or not permits(found, Use.WEB):
            raise forms.ValidationError(
                _("This picture is not public, or the family has not said yes to it.")
            )
        return found

    def clean_left_out(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["left_out"]
        if set(chosen) >= SUBSTANCE and self.data.get("kind") != Call.Kind.RECIPE:
            raise forms.ValidationError(
                _("Keep pictures or the story: one of them has to be given.")
            )
        return chosen

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        opens, closes = cleaned.get("opens"), cleaned.get("closes")
        if opens and closes and closes < opens:
            self.add_error("closes", _("It closes before it opens."))
        return cleaned

    @property
    def changes(self) -> dict[str, Any]:
        given = {name: self.cleaned_data[name] for name in self.Meta.fields}
        given["left_out"] = self.cleaned_data["left_out"]
        given["hero"] = self.cleaned_data["hero_number"]
        return given


class PartnerForm(forms.ModelForm):
    """A partner's name and language, and whom the house speaks with there."""

    class Meta:
        model = Partner
        fields = ("name", "language", "contact_name", "contact_email", "contact_phone")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(code, OWN_NAMES[code]) for code in LANGUAGES]
        self.fields["language"] = forms.ChoiceField(
            label=_("Their language"), choices=names
        )

    @property
    def changes(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class NewForm(forms.Form):
    """A new call or partner: a name, and the address that is printed for good."""

    name = forms.CharField(label=_("Title"), max_length=120, error_messages=NO_SIGNS)
    slug = forms.SlugField(
        label=_("Address"),
        required=False,
        max_length=40,
        help_text=_(
            "Small letters, digits and hyphens. It is printed, and is never changed "
            "again. Leave it out, and it follows from the title."
        ),
        error_messages={"invalid": _("Only small letters, digits and hyphens.")},
    )

    def __init__(self, *args: Any, of: type[Call | Partner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.of = of
        if of is Partner:
            self.fields["name"].label = _("Name")

    def clean_slug(self) -> str:
        slug = str(self.cleaned_data["slug"]).lower()
        if not slug:
            return self.from_name()
        is_known = self.of.objects.filter(slug=slug).exists()
        if is_known or (self.of is Call and is_taken(slug)):
            raise forms.ValidationError(_("This address is taken. Choose another."))
        return slug

    def from_name(self) -> str:
        """An address out of the name that leads nowhere yet."""
        slug = slug_for(self.of, self.cleaned_data.get("name", ""))
        return f"{slug}-1" if self.of is Call and is_taken(slug) else slug


def is_taken(slug: str) -> bool:
    """Whether /bidrag/<slug>/ is already the address of something else."""
    try:
        found = resolve(reverse("submissions:contribute_to", args=[slug]))
    except Resolver404:
        return True
    return found.url_name != "contribute_to"


def words_of(row: Call | Partner, form: type[WordsForm], data: Any) -> list[WordsForm]:
    """A form for each language, the row's own first."""
    asked = data.get("language") if data else None
    own = asked if asked in LANGUAGES else row.language
    order = sorted(LANGUAGES, key=lambda code: code != row.language)
    names = list(form.base_fields)
    return [
        form(
            data,
            language=code,
            own=own,
            initial={name: _stands(row, name, code) for name in names},
        )
        for code in order
    ]


def written(forms_: Iterable[WordsForm]) -> dict[str, Any]:
    """The words as the row keeps them: its own language in fields, others beside."""
    changes: dict[str, Any] = {"translations": {}}
    prompts: dict[str, list[str]] = {}
    for form in forms_:
        given = dict(form.cleaned_data)
        if "prompts" in given:
            prompts[form.language] = given.pop("prompts").splitlines()
        if form.is_original:
            changes |= given
        elif kept := {name: words for name, words in given.items() if words}:
            changes["translations"][form.language] = kept
    if prompts:
        changes["prompts"] = _side_by_side(prompts)
    return changes


def _stands(row: Call | Partner, name: str, code: str) -> str:
    if name == "prompts" and isinstance(row, Call):
        return "\n".join(each.get(code, "") for each in row.prompts).rstrip("\n")
    if code == row.language:
        return str(getattr(row, name))
    return str(row.translations.get(code, {}).get(name, ""))


def _side_by_side(prompts: dict[str, list[str]]) -> list[dict[str, str]]:
    """Line by line: the third line in Turkish says the third line in Danish."""
    longest = max(map(len, prompts.values()), default=0)
    rows = [
        {
            code: lines[number].strip()
            for code, lines in prompts.items()
            if number < len(lines) and lines[number].strip()
        }
        for number in range(longest)
    ]
    return [row for row in rows if row]
