"""Voices and films as a page needs them: where, how long, and how loud when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from archive.images import Picture, picture
from archive.models import Item, Media, Story

WIDE, HIGH = 360, 48
LEAST = 2
TYPES = {"m4a": "audio/mp4", "mp4": "video/mp4"}


@dataclass(frozen=True)
class Bar:
    """One bar of the drawn voice, in the units of its drawing."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Voice:
    """A voice or a film: its address, its length, and what stands for it."""

    src: str
    type: str
    seconds: float
    bars: list[Bar]
    poster: Picture | None = None
    width: int = 0
    height: int = 0

    @property
    def is_film(self) -> bool:
        return self.type.startswith("video/")

    @property
    def length(self) -> str:
        """“1:48”; “1:02:05” where somebody had much to tell."""
        minutes, seconds = divmod(round(self.seconds), 60)
        hours, minutes = divmod(minutes, 60)
        return (
            f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
        )


def voice(media: Media | None, address: Callable[[str], str]) -> Voice | None:
    """What can be heard or watched of a file; None while it is unopened."""
    played = media.playable if media is not None else None
    if media is None or played is None:
        return None
    return Voice(
        src=address(played["name"]),
        type=TYPES[played["format"]],
        seconds=media.duration or 0,
        bars=bars(media.peaks),
        poster=picture(media, address),
        width=played["width"],
        height=played["height"],
    )


def public_voice(story: Story, item: Item) -> Voice | None:
    """A story's voice with its public address; None unless it may be heard now."""
    media = story.sound
    if media is None or media.public_token is None:
        return None
    if not item.is_published or not item.shows_picture:
        return None
    return voice(media, media.public_url)


def bars(peaks: list[int]) -> list[Bar]:
    """The voice drawn: a bar for each moment, around a line in the middle."""
    if not peaks:
        return []
    step = WIDE / len(peaks)
    heights = [max(LEAST, HIGH * peak / 100) for peak in peaks]
    return [
        Bar(
            x=round(index * step, 1),
            y=round((HIGH - height) / 2, 1),
            width=round(step * 0.6, 1),
            height=round(height, 1),
        )
        for index, height in enumerate(heights)
    ]


def sound_of(item: Item) -> Media | None:
    """The first voice among an item's own files, to be drawn where it has no picture."""
    sounds = [each for each in item.media.all() if each.is_sound]
    return next((each for each in sounds if each.laid_away_at is None), None)
