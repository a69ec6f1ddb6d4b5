"""What is done to an item's files."""

from __future__ import annotations

from django.db import transaction

from archive import images
from archive.models import Edition, Item, Media
from archive.signals import item_changed


def turn(media: Media, degrees: int) -> Media:
    """Turn a picture clockwise for everybody; the original is not touched."""
    images.turn(media, degrees)
    with transaction.atomic():
        Edition.bump()
        if media.item is not None:
            item_changed.send(Item, item=media.item)
    return media
