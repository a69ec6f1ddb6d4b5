"""Public addresses of files: given when an item is published, taken when it is not."""

from __future__ import annotations

import secrets

from django.db.models import Q, QuerySet

from archive.models import Item, Media


def give(item: Item) -> None:
    """Every file of the item that is not laid aside can be fetched by everybody."""
    for media in _files_of(item).filter(laid_away_at=None, public_token=None):
        _give(media)


def give_to(media: Media, item: Item) -> None:
    """A file that joins a published item is published with it."""
    told_elsewhere = _told_in_public().filter(pk=media.pk).exists()
    if media.public_token is None and (item.is_published or told_elsewhere):
        _give(media)


def take(item: Item) -> None:
    """None is left, but of a voice that another published item still tells with."""
    elsewhere = _told_in_public(besides=item).values("pk")
    _files_of(item).exclude(pk__in=elsewhere).update(public_token=None)


def _give(media: Media) -> None:
    media.public_token = secrets.token_urlsafe(24)
    media.save(update_fields=["public_token"])


def _told_in_public(besides: Item | None = None) -> QuerySet[Media]:
    telling = Item.objects.filter(publication=Item.Publication.FULL)
    if besides is not None:
        telling = telling.exclude(pk=besides.pk)
    return Media.objects.filter(stories__item__in=telling)


def _files_of(item: Item) -> QuerySet[Media]:
    """The item's own files, and the voices of its stories."""
    return Media.objects.filter(Q(item=item) | Q(pk__in=item.stories.values("sound")))
