"""Somebody else's words about an item the archive has already.

They stand beside the first ones under their own teller's name, and go without touching
anything else. Who may say so is decided above; here it is only done.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from archive import beside
from archive.models import Edition, Item, Media, Story
from archive.signals import item_changed


@dataclass(frozen=True)
class Telling:
    """What one person tells, written or aloud, and what was written down of it."""

    language: str
    teller: str
    text: str = ""
    sound: Media | None = None
    transcript: str = ""
    transcriber: str = ""


@transaction.atomic
def tell_beside(
    item: Item, tellings: Sequence[Telling], *, by: User | None
) -> list[Story]:
    """Let these stand with the item; where it is shown they are shown at once."""
    current = Item.objects.select_for_update().get(pk=item.pk)
    stories = [
        Story.objects.create(
            item=current,
            text=each.text,
            sound=each.sound,
            language=each.language or "da",
            teller=each.teller,
            transcript=each.transcript,
            transcriber=each.transcriber,
        )
        for each in tellings
    ]
    if current.is_published and current.shows_picture:
        _give_addresses(stories)
    _sign(current, by=by, reason="told beside")
    return stories


@transaction.atomic
def take_away(item: Item, stories: Collection[Story], *, by: User | None) -> None:
    """Take these words and voices off the item, now and everywhere."""
    current = Item.objects.select_for_update().get(pk=item.pk)
    sounds = [each.sound_id for each in stories if each.sound_id]
    Story.objects.filter(pk__in=[each.pk for each in stories], item=current).delete()
    Media.objects.filter(pk__in=sounds, item=None).update(public_token=None)
    _sign(current, by=by, reason="taken away")


def forget(made: Collection[int]) -> None:
    """Remove what the history still knows of words that were taken away."""
    Story.history.filter(id__in=list(made)).delete()


def _give_addresses(stories: list[Story]) -> None:
    for story in stories:
        if story.sound is not None and story.sound.public_token is None:
            story.sound.public_token = secrets.token_urlsafe(24)
            story.sound.save(update_fields=["public_token"])


def _sign(item: Item, *, by: User | None, reason: str) -> None:
    item.version += 1
    item.changed_at = timezone.now()
    beside.sign(item, by=by, reason=reason, at=item.changed_at)
    item.save()
    Edition.bump()
    item_changed.send(Item, item=item)
