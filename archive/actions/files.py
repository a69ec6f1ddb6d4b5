"""What is done to an item's files: turned, added, ordered, laid aside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from archive import depicting, images
from archive.actions import addresses
from archive.actions.ending import close, save
from archive.models import Edition, FileChange, Item, Media
from archive.signals import item_changed, picture_turned

Deed = FileChange.Deed


def turn(media: Media, degrees: int) -> Media:
    """Turn a picture clockwise for everybody; the original is not touched.

    Whoever is pointed at in it turns with it.
    """
    images.turn(media, degrees)
    with transaction.atomic():
        Edition.bump()
        depicting.turn_points(media, degrees)
        picture_turned.send(Media, media=media, degrees=degrees)
        if media.item is not None:
            item_changed.send(Item, item=media.item)
    return media


def add_file(item: Item, media: Media, *, side: str, by: User | None) -> Media:
    """Give an item one more file that intake has taken in: its back, a detail."""
    with _changing(item, by) as (current, at):
        last = current.media.order_by("position").values_list("position", flat=True)
        media.item, media.side = current, side
        media.position = max(last, default=-1) + 1
        media.save(update_fields=["item", "side", "position"])
        addresses.give_to(media, current)
        _note(media, Deed.ADDED, "", media.name, by=by, at=at)
    return media


def call_side(media: Media, *, side: str, by: User) -> Media:
    """Say that a file is the front, the back or a detail of its item."""
    with _changing(media.item, by) as (_current, at):
        before = media.get_side_display()
        media.side = side
        media.save(update_fields=["side"])
        _note(media, Deed.SIDE, before, media.get_side_display(), by=by, at=at)
    return media


def move_file(media: Media, *, steps: int, by: User) -> Media:
    """Move a file so many places down in the order of its item's files."""
    with _changing(media.item, by) as (current, at):
        order = list(current.media.filter(laid_away_at=None).exclude(pk=media.pk))
        was = current.media.filter(
            laid_away_at=None, position__lt=media.position
        ).count()
        place = min(max(was + steps, 0), len(order))
        order.insert(place, media)
        for position, each in enumerate(order):
            each.position = position
            each.save(update_fields=["position"])
        _note(media, Deed.ORDER, str(was + 1), str(place + 1), by=by, at=at)
    return media


def make_front(media: Media, *, by: User) -> Media:
    """Show this file first: it becomes the front, and what was the front a detail."""
    with _changing(media.item, by) as (current, at):
        for each in current.media.filter(side=Media.Side.FRONT).exclude(pk=media.pk):
            before, each.side = each.get_side_display(), Media.Side.DETAIL
            each.save(update_fields=["side"])
            _note(each, Deed.SIDE, before, each.get_side_display(), by=by, at=at)
        before, media.side = media.get_side_display(), Media.Side.FRONT
        media.save(update_fields=["side"])
        _note(media, Deed.SIDE, before, media.get_side_display(), by=by, at=at)
    return media


def lay_file_aside(media: Media, *, by: User) -> Media:
    """Put a file aside: its address is gone at once, its bytes stay, it can come back.

    An item whose only picture (or only voice) this was is taken out of the reading room.
    """
    with _changing(media.item, by) as (current, at):
        media.laid_away_at, media.public_token = at, None
        media.save(update_fields=["laid_away_at", "public_token"])
        _note(media, Deed.ASIDE, media.name, "", by=by, at=at)
        if current.is_published and not _still_shows(current, media):
            close(current)
    return media


def take_file_back(media: Media, *, by: User) -> Media:
    """Take back a file that was laid aside."""
    with _changing(media.item, by) as (current, at):
        media.laid_away_at = None
        media.save(update_fields=["laid_away_at"])
        addresses.give_to(media, current)
        _note(media, Deed.BACK, "", media.name, by=by, at=at)
    return media


@contextmanager
def _changing(item: Item | None, by: User | None) -> Iterator[tuple[Item, dt.datetime]]:
    """One transaction round a change of an item's files, with its entry of history."""
    if item is None:
        raise ValueError("Only files of an item can be put in order.")
    with transaction.atomic():
        current = Item.objects.select_for_update().get(pk=item.pk)
        at = timezone.now()
        yield current, at
        save(current, by=by, reason="files", at=at)
        item_changed.send(Item, item=current)


def _still_shows(item: Item, gone: Media) -> bool:
    """Whether there is a picture left to see, or at least something to hear."""
    left = [each for each in item.media.all() if each.is_shown]
    return any(gone.is_sound or not each.is_sound for each in left)


def _note(
    media: Media,
    deed: str,
    before: str,
    after: str,
    *,
    by: User | None,
    at: dt.datetime,
) -> None:
    if media.item is None:
        return
    FileChange.objects.create(
        item=media.item,
        media=media,
        deed=deed,
        before=before[:255],
        after=after[:255],
        by=by,
        at=at,
    )
