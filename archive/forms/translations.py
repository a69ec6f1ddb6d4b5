"""The card and its stories in one more language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from archive.beside import Translated
from archive.models import Item, Story
from archive.texts import direction

Data = Mapping[str, Any] | None

LINES = {"rows": 3, "dir": "auto"}


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
