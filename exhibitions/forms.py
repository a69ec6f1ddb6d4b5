"""What a curator fills in: the exhibition, its chapters, blocks and hangings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.models import Partner
from archive.models import Item
from archive.texts import direction
from exhibitions import limits
from exhibitions.blocks import KINDS
from exhibitions.limits import Measure
from exhibitions.models import Block, Exhibition, Placement, Section
from exhibitions.seen import fingerprint

LANGUAGES = [code for code, _name in settings.LANGUAGES]


class TranslatedForm(forms.ModelForm):
    """A form for the words of one row, in its own language or in a translation.

    `language` is the language being written; `own` is the language of the original.
    In a translation only the words in `translated` are on the form, and the original
    is never touched.
    """

    translated: tuple[str, ...] = ()

    def __init__(self, *args: Any, language: str, own: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language, self.own = language, own
        if self.is_translation:
            self.keep_only_words()
        for name in self.translated:
            if name in self.fields:
                self.fields[name].widget.attrs |= {
                    "lang": language,
                    "dir": direction(language),
                }

    @property
    def is_translation(self) -> bool:
        return self.language != self.own

    def keep_only_words(self) -> None:
        known = self.instance.translations.get(self.language, {})
        for name in list(self.fields):
            if name not in self.translated:
                del self.fields[name]
                continue
            self.fields[name].required = False
            self.initial[name] = known.get(name, "")

    def _post_clean(self) -> None:
        if not self.is_translation:
            super()._post_clean()  # type: ignore[misc]

    @property
    def written(self) -> tuple[str, ...]:
        """The fields of the row that this form writes."""
        return tuple(self.fields)

    @property
    def changes(self) -> dict[str, Any]:
        """Fields and values to write, after the form has been found well."""
        given = {name: self.cleaned_data[name] for name in self.cleaned_data}
        if not self.is_translation:
            return given
        known = self.instance.translations.get(self.language, {})
        words = {**known, **given}
        kept = {name: text for name, text in words.items() if text}
        return {"translations": {self.language: kept}}

    def seen(self, row: Any) -> str:
        """The sign of what stands on the row in this form's fields."""
        language = self.language if self.is_translation else None
        return fingerprint(row, self.written, language)

    def stands_already(self, row: Any) -> bool:
        """Whether the row already says what is being written: sent twice, no harm."""
        changes = self.changes
        if self.is_translation:
            kept = row.translations.get(self.language, {})
            return bool(kept == changes["translations"][self.language])
        return all(getattr(row, name) == value for name, value in changes.items())

    def stands(self, row: Any) -> list[tuple[str, str, str]]:
        """Name, label and value of each field as it now stands on the row."""
        kept = row.translations.get(self.language, {})
        return [
            (
                name,
                str(field.label),
                str(
                    kept.get(name, "") if self.is_translation else self.shown(row, name)
                ),
            )
            for name, field in self.fields.items()
        ]

    def shown(self, row: Any, name: str) -> Any:
        value = getattr(row, name)
        return "" if value is None else value

    def measure(self, name: str) -> Measure | None:
        """How long the words in a field are, where there is a limit."""
        return None

    def original(self, name: str) -> str:
        return str(getattr(self.instance, name))

    def words(self, name: str) -> str:
        return str(self[name].value() or "")


NEEDS_TITLE = {"required": _("Give it a title; it can be changed later.")}


class NewExhibitionForm(forms.Form):
    title = forms.CharField(
        label=_("What is it called?"), max_length=70, error_messages=NEEDS_TITLE
    )


class WordsForm(TranslatedForm):
    translated = ("title", "subtitle", "introduction", "note")

    class Meta:
        model = Exhibition
        fields = ("title", "subtitle", "introduction", "note")
        error_messages = {"title": NEEDS_TITLE}
        widgets = {"introduction": forms.Textarea(attrs={"rows": 6})}

    def measure(self, name: str) -> Measure | None:
        if name == "introduction":
            return limits.in_words(self.words(name), limits.INTRODUCTION)
        limit = limits.LETTERS.get(name)
        return limits.in_letters(self.words(name), limit) if limit else None


class FactsForm(TranslatedForm):
    class Meta:
        model = Exhibition
        fields = ("opens", "closes", "venue", "curators")
        widgets = {
            "opens": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "closes": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        opens, closes = cleaned.get("opens"), cleaned.get("closes")
        if opens and closes and closes < opens:
            self.add_error("closes", _("It cannot close before it opens."))
        return cleaned


class CoverForm(TranslatedForm):
    cover_number = forms.CharField(
        label=_("Picture on the threshold"),
        help_text=_("Its number, such as B137"),
        required=False,
        max_length=12,
    )

    class Meta:
        model = Exhibition
        fields = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cover = self.instance.cover
        self.initial["cover_number"] = cover.reg_number if cover else ""

    def clean_cover_number(self) -> Item | None:
        digits = self.cleaned_data["cover_number"].strip().lstrip("Bb")
        if not digits:
            return None
        known = digits.isascii() and digits.isdigit() and len(digits) < 10  # noqa: PLR2004
        item = Item.objects.published().filter(number=digits).first() if known else None
        if item is None:
            raise forms.ValidationError(_("No published picture has that number."))
        return item

    @property
    def written(self) -> tuple[str, ...]:
        return ("cover",)

    @property
    def changes(self) -> dict[str, Any]:
        return {"cover": self.cleaned_data["cover_number"]}

    def shown(self, row: Any, name: str) -> Any:
        return row.cover.reg_number if row.cover else ""


class ThanksForm(TranslatedForm):
    translated = ("thanks", "sources")

    class Meta:
        model = Exhibition
        fields = ("thanks", "sources")
        widgets = {
            "thanks": forms.Textarea(attrs={"rows": 3}),
            "sources": forms.Textarea(attrs={"rows": 3}),
        }


class PartnersForm(forms.Form):
    """Who makes it together: those we know, and one more by name."""

    partners = forms.ModelMultipleChoiceField(
        label=_("Partners"),
        queryset=Partner.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    new_partner = forms.CharField(
        label=_("Somebody else"),
        help_text=_("The name of an association, a school, a library"),
        required=False,
        max_length=160,
    )


class SectionForm(TranslatedForm):
    translated = ("title", "promise")

    class Meta:
        model = Section
        fields = ("title", "promise")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].required = False

    def measure(self, name: str) -> Measure | None:
        if name != "title":
            return None
        return limits.in_letters(self.words(name), limits.LETTERS["chapter"])


class BlockForm(TranslatedForm):
    translated = ("body",)
    spoken_in = forms.ChoiceField(
        label=_("Language of the quote"),
        choices=[(code, name) for code, name in settings.LANGUAGES],
        required=False,
    )

    class Meta:
        model = Block
        fields = ("body", "attribution")
        widgets = {"body": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = KINDS[self.instance.kind]
        if self.kind.words is None:
            self.fields.pop("body", None)
        if not self.kind.has_attribution:
            self.fields.pop("attribution", None)
            self.fields.pop("spoken_in", None)
        self.initial["spoken_in"] = self.instance.settings.get("language", self.own)

    @property
    def written(self) -> tuple[str, ...]:
        if self.is_translation:
            return super().written
        return tuple(
            "settings" if name == "spoken_in" else name for name in self.fields
        )

    @property
    def changes(self) -> dict[str, Any]:
        changes = super().changes
        if spoken := changes.pop("spoken_in", ""):
            changes["settings"] = {**self.instance.settings, "language": spoken}
        return changes

    def shown(self, row: Any, name: str) -> Any:
        return row.language if name == "spoken_in" else super().shown(row, name)

    def measure(self, name: str) -> Measure | None:
        if name != "body" or self.kind.words is None:
            return None
        return limits.in_words(self.words(name), self.kind.words)


class PlacementForm(TranslatedForm):
    translated = ("label", "alt_text")

    class Meta:
        model = Placement
        fields = ("label", "alt_text")
        widgets = {"label": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "alt_text": _("Who, where, doing what. Empty: as in the archive."),
        }

    def measure(self, name: str) -> Measure | None:
        kind = KINDS[self.instance.block.kind]
        if name == "alt_text":
            return limits.in_letters(self.words(name), limits.LETTERS[name])
        if kind.label_words is None:
            return None
        return limits.in_words(self.words(name), kind.label_words)


# The exhibition's own forms, by the word that comes with each.
OF_EXHIBITION: Mapping[str, type[TranslatedForm]] = {
    "words": WordsForm,
    "facts": FactsForm,
    "cover": CoverForm,
    "thanks": ThanksForm,
}
