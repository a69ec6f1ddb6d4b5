"""The way back for what was laid away."""

from __future__ import annotations

from django.db import transaction

from accounts.models import User
from archive.actions.ending import save
from archive.models import Item
from archive.signals import item_changed


@transaction.atomic
def take_back(item: Item, *, by: User) -> Item:
    """Put an item that was laid away among the others again, still unpublished."""
    current = Item.objects.select_for_update().get(pk=item.pk)
    if current.laid_away_at is not None and current.erased_at is None:
        current.laid_away_at, current.laid_away_because = None, ""
        save(current, by=by, reason="take back")
        item_changed.send(Item, item=current)
    return current
