"""Who may see an item: publishing, taking down, and what the family permits."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from archive.actions import addresses
from archive.actions.ending import close, save
from archive.models import Item
from archive.permissions import Answer, Use, missing_for_publication
from archive.signals import item_changed, item_published, item_withdrawn


class CannotPublish(Exception):
    """The item may not be published; `.answer` says everything that is missing."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(", ".join(answer.missing))
        self.answer = answer


@transaction.atomic
def publish(item: Item, *, publication: str, by: User) -> Item:
    """Let everybody see the item, with its picture or without.

    Raises CannotPublish with every missing thing at once. The row is read again
    inside the transaction, so a withdrawal that came first always wins.
    """
    current = Item.objects.select_for_update().get(pk=item.pk)
    if publication == Item.Publication.NOT:
        return unpublish(current, by=by)
    answer = missing_for_publication(current)
    if not answer:
        raise CannotPublish(answer)
    current.publication = publication
    current.published_at = current.published_at or timezone.now()
    addresses.give(current)
    save(current, by=by, reason="publish")
    item_published.send(Item, item=current)
    item_changed.send(Item, item=current)
    return current


@transaction.atomic
def unpublish(item: Item, *, by: User | None) -> Item:
    """Take the item out of the reading room without the family having asked."""
    current = Item.objects.select_for_update().get(pk=item.pk)
    close(current)
    save(current, by=by, reason="unpublish")
    item_changed.send(Item, item=current)
    return current


@transaction.atomic
def withdraw(item: Item, *, by: User | None) -> Item:
    """Take the item down everywhere, now. Only a new consent can bring it back.

    `by` is None when the family does it themselves. Doing it twice does no harm.
    """
    current = Item.objects.select_for_update().get(pk=item.pk)
    if not current.is_withdrawn:
        current.withdrawn_at = timezone.now()
        current.permitted_uses = []
        close(current)
        save(current, by=by, reason="withdraw")
        item_withdrawn.send(Item, item=current)
        item_changed.send(Item, item=current)
    return current


@transaction.atomic
def permit(item: Item, *, uses: Collection[str], by: User | None) -> Item:
    """Write the family's newest permission on the item.

    A yes after a withdrawal lifts it (the item stays unpublished); losing the web
    takes the item out of the reading room at once. What is erased stays as it is.
    """
    current = Item.objects.select_for_update().get(pk=item.pk)
    if current.erased_at is not None:
        return current
    current.permitted_uses = sorted(set(uses))
    if Use.WEB in uses:
        current.withdrawn_at = None
    elif current.is_published:
        close(current)
    save(current, by=by, reason="permit")
    item_changed.send(Item, item=current)
    return current


@transaction.atomic
def lay_away(item: Item, *, by: User, because: str = "") -> Item:
    """Put the item aside: nothing is deleted, everything can come back.

    Of what has been erased meanwhile no reason is kept.
    """
    current = Item.objects.select_for_update().get(pk=item.pk)
    if current.erased_at is not None:
        return current
    current.laid_away_at = timezone.now()
    current.laid_away_because = because
    close(current)
    save(current, by=by, reason="lay away")
    item_changed.send(Item, item=current)
    return current
