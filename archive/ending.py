"""How every deed ends: a new version, signed, and the edition turned."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from accounts.models import User
from archive import beside
from archive.models import Edition, Item


def save(
    item: Item, *, by: User | None, reason: str, at: dt.datetime | None = None
) -> None:
    """Write the item with a new version, in the name of whoever did it."""
    item.version = item.version + 1 if item.pk else 1
    item.changed_at = at or timezone.now()
    beside.sign(item, by=by, reason=reason, at=item.changed_at)
    item.save()
    Edition.bump()


def close(item: Item) -> None:
    """Take the item and its pictures' public addresses out of the reading room."""
    item.publication = Item.Publication.NOT
    item.media.update(public_token=None)
