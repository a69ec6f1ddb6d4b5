"""What the family lets be seen of an item: names, their own name, and the place."""

from __future__ import annotations

import re

from django.db import transaction

from accounts.models import User
from archive.actions.ending import close, save
from archive.models import Accession, Item
from archive.signals import item_changed

# Where the archive writes the giver's name by itself.
NAMES_GIVER = ("credit", "photographer")


@transaction.atomic
def name_as(
    item: Item, *, hidden: bool, first_names_only: bool, by: User | None
) -> Item:
    """Hide the names in a picture, or shorten them, at once and with an entry of it."""
    current = Item.objects.select_for_update().get(pk=item.pk)
    if (current.are_names_hidden, current.first_names_only) != (
        hidden,
        first_names_only,
    ):
        current.are_names_hidden = hidden
        current.first_names_only = first_names_only
        save(current, by=by, reason="names")
        item_changed.send(Item, item=current)
    return current


@transaction.atomic
def credit_as(item: Item, *, before: str, after: str, by: User | None) -> Item:
    """Name the giver otherwise wherever the archive wrote their name on the item.

    Their own words are not touched, and neither is what a curator has written.
    """
    current = Item.objects.select_for_update().get(pk=item.pk)
    whole_name = re.compile(rf"(?<!\w){re.escape(before)}(?!\w)")
    named = [each for each in NAMES_GIVER if whole_name.search(getattr(current, each))]
    tellings = current.stories.filter(teller=before)
    journal = Accession.objects.filter(items=current, giver=before)
    stands = named or tellings.exists() or journal.exists()
    if before and before != after and stands:
        for field in named:
            words = whole_name.sub(lambda _found: after, getattr(current, field))
            setattr(current, field, words)
        tellings.update(teller=after)
        journal.update(giver=after)
        save(current, by=by, reason="names")
        item_changed.send(Item, item=current)
    return current


@transaction.atomic
def hide_place(item: Item, *, by: User | None) -> Item:
    """Show nobody where the picture is from; the archive keeps it for itself."""
    current = Item.objects.select_for_update().get(pk=item.pk)
    if not current.is_place_hidden:
        current.is_place_hidden = True
        _keep_place_hidden(current)
        save(current, by=by, reason="place")
        item_changed.send(Item, item=current)
    return current


@transaction.atomic
def show_place(item: Item, *, place_told: str, by: User | None) -> Item:
    """Undo hide_place: the place as the archive knows it, and as it was told."""
    current = Item.objects.select_for_update().get(pk=item.pk)
    if current.is_place_hidden:
        current.is_place_hidden = False
        current.place, current.hidden_place = current.hidden_place, None
        current.place_told = place_told
        if current.place is None and not current.is_place_unknown:
            close(current)
        save(current, by=by, reason="place")
        item_changed.send(Item, item=current)
    return current


def _keep_place_hidden(item: Item) -> None:
    """Whatever place is written on it is for us only: every page reads the others."""
    item.hidden_place = item.place or item.hidden_place
    item.place = None
    item.place_told = ""
