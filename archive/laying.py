"""The way back for what was laid away; part of the deeds in actions.py."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from archive import beside
from archive.models import Edition, Item
from archive.signals import item_changed


@transaction.atomic
def bring_back(item: Item, *, by: User | None, title: str = "") -> Item:
    """Take an item up again that was laid away; it stays unpublished.

    A title that is given stands in place of the one from before.
    """
    current = Item.objects.select_for_update().get(pk=item.pk)
    if current.laid_away_at is None:
        return current
    current.laid_away_at = None
    current.title = title or current.title
    current.version += 1
    current.changed_at = timezone.now()
    beside.sign(current, by=by, reason="bring back", at=current.changed_at)
    current.save()
    Edition.bump()
    item_changed.send(Item, item=current)
    return current
