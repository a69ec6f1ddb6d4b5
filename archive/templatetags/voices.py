"""Voices in templates: `{% voice story item %}` outside, `{% working_voice media %}`."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import template
from django.urls import reverse

from archive.images import front
from archive.models import Item, Media, Story
from archive.voices import Bar, bars, public_voice, sound_of
from archive.voices import voice as voice_in

register = template.Library()

COMPONENT = "components/voice.html"
FEWER = 6  # of the moments of a voice, those a drawing as wide as a thumb has room for


@register.inclusion_tag(COMPONENT)
def voice(story: Story, item: Item) -> dict[str, Any]:
    """A story's voice as visitors may hear it; nothing where they may not."""
    return {
        "voice": public_voice(story, item),
        "teller": story.teller,
        "language": story.language,
    }


@register.inclusion_tag(COMPONENT)
def working_voice(media: Media, *, language: str = "") -> dict[str, Any]:
    """A voice as people of the house hear it, published or not."""
    address = partial(_working_address, media.pk)
    return {"voice": voice_in(media, address), "language": language}


@register.filter
def drawn_voice(item: Item) -> list[Bar]:
    """The bars that stand for an item without a picture; none where it has one."""
    sound = sound_of(item)
    return bars(sound.peaks) if sound and front(item) is None else []


@register.inclusion_tag("components/wave.html")
def small_wave(media: Media) -> dict[str, Any]:
    """A voice as a small drawing among an item's files."""
    return {"bars": bars(media.peaks[::FEWER])}


@register.filter
def is_told_only(item: Item) -> bool:
    """Whether there is no picture to wait for."""
    files = [each for each in item.media.all() if each.laid_away_at is None]
    return all(media.is_sound for media in files)


@register.filter
def may_be_heard(story: Story, item: Item) -> bool:
    """Whether visitors hear this story just now."""
    return public_voice(story, item) is not None


def _working_address(pk: int, name: str) -> str:
    return reverse("archive:working", args=[pk, name])
