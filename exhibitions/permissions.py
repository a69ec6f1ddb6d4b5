"""What may hang in an exhibition. Who may curate is said in accounts."""

from __future__ import annotations

import datetime as dt

from archive.models import Item
from archive.permissions import Answer, Use, permits


def may_hang(item: Item, at: dt.datetime | None = None) -> bool:
    """Published with its picture, and the family said yes to exhibitions."""
    return item.is_published and item.shows_picture and bool(why_not(item, at))


def why_not(item: Item, at: dt.datetime | None = None) -> Answer:
    """Yes, or every reason why the picture may not be shown in exhibitions."""
    return permits(item, Use.EXHIBIT, at)
