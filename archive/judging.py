"""Published items judged anew, when what the rules rest on has changed beside them.

What is written on a card is judged as it is written. A photographer's dates stand on
another card, and the society's rules in a file: whoever changes those touches no item.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from archive.actions.ending import close, save
from archive.models import Item
from archive.permissions import LIVES_WITH, Use, permits
from archive.signals import item_changed

if TYPE_CHECKING:
    from accounts.models import User

AT_ONCE = 200


@dataclass
class Round:
    """How far today's round has come in this process, by the items' keys."""

    day: dt.date | None = None
    after: int = 0


_round = Round()


def sweep(limit: int = AT_ONCE) -> int:
    """Judge the next published items; all of them once a day, and once after a start.

    Returns how many left the reading room. The rules are read when the house starts, so
    an item that new rules do not let stand is out of it a moment later.
    """
    today = timezone.localdate()
    if _round.day == today:
        return 0
    ahead = Item.objects.published().filter(pk__gt=_round.after).order_by("pk")
    items = list(ahead.select_related("photographed_by")[:limit])
    if items:
        _round.after = items[-1].pk
    else:
        _round.day, _round.after = today, 0
    return sum(end_what_is_barred(each, by=None) for each in items)


def end_what_is_barred(item: Item, *, by: User | None) -> bool:
    """Take an item out of the reading room if it may not be on the web any more.

    `by` is whoever changed what it rests on; None when the house found it by itself.
    """
    if not _is_barred(item):
        return False
    with transaction.atomic():
        held = Item.objects.select_for_update(of=("self",))
        current = held.select_related("photographed_by").get(pk=item.pk)
        if not (current.is_published and _is_barred(current)):
            return False
        close(current)
        save(current, by=by, reason="barred")
        item_changed.send(Item, item=current)
    return True


def _is_barred(item: Item) -> bool:
    return bool(set(permits(item, Use.WEB).missing) - LIVES_WITH)
