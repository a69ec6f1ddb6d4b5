"""What the exhibitions hear from the archive: a withdrawn picture leaves the cards."""

from functools import partial
from typing import Any

from django.db import transaction
from django.dispatch import receiver

from archive.models import Item
from archive.signals import item_withdrawn
from exhibitions.models import Exhibition
from exhibitions.sharing.cards import forget
from submissions.models import Call


@receiver(item_withdrawn)
def forget_cards(sender: type[Item], item: Item, **_more: Any) -> None:
    """Remove the item's cards, and those of exhibitions and calls it opened, once it is sure."""
    transaction.on_commit(partial(forget, item))
    for exhibition in Exhibition.objects.filter(cover=item):
        transaction.on_commit(partial(forget, exhibition))
    for call in Call.objects.filter(hero=item):
        transaction.on_commit(partial(forget, call))
