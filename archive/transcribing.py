"""Writing down what a voice says: a field beside it, and who wrote it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from archive.beside import Transcribed
from archive.models import Item, Story
from archive.texts import direction


class TranscriptForm(forms.Form):
    """What one voice says. Without text there is no transcript, and no name."""

    transcript = forms.CharField(
        label=_("What the voice says"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
    )
    transcriber = forms.CharField(
        label=_("Written down by"), max_length=160, required=False
    )

    def __init__(self, data: Any, story: Story) -> None:
        self.story = story
        initial = {"transcript": story.transcript, "transcriber": story.transcriber}
        super().__init__(data, prefix=f"voice-{story.pk}", initial=initial)
        self.fields["transcript"].widget.attrs["lang"] = story.language

    @property
    def direction(self) -> str:
        return direction(self.story.language)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("transcript") and not cleaned.get("transcriber"):
            self.add_error("transcriber", _("Who wrote it down? Write the name."))
        return cleaned

    def transcribed(self) -> Transcribed:
        return Transcribed(
            self.story.pk,
            self.cleaned_data["transcript"],
            self.cleaned_data["transcriber"],
        )


def transcripts(data: Any, item: Item) -> list[TranscriptForm]:
    """One form for each story that was told aloud."""
    return [
        TranscriptForm(data, story)
        for story in item.stories.all()
        if story.sound_id is not None
    ]
