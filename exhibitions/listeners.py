"""What the exhibitions hear: a withdrawn picture leaves the cards, an erased one all."""

from functools import partial
from typing import Any

from django.db import transaction
from django.dispatch import receiver

from archive.models import Item
from archive.signals import item_erased, item_withdrawn
from exhibitions.models import Exhibition, Placement
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


@receiver(item_erased)
def blank_hangings(sender: type[Item], item: Item, **_more: Any) -> None:
    """Erase what curators wrote under the picture; its place on the wall is a gap."""
    Placement.objects.filter(item=item).update(
        label="", alt_text="", crop={}, translations={}
    )
