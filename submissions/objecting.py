"""“I am in this picture”: what a person seen in a picture may ask of the archive."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from archive import actions as archive_actions
from archive.models import Item
from submissions import notices
from submissions.models import Contributor, Notice, Objection


def object_to(
    item: Item, *, key: str, wish: str, text: str, giver: Contributor
) -> Objection:
    """Write the wish down, once for each key, and owe the person a receipt.

    `giver` is who asks, not yet saved. The row stands whether or not the mail goes.
    """
    known = Objection.objects.filter(token=key).first()
    if known is not None:
        return known
    try:
        with transaction.atomic():
            giver.save()
            objection = Objection.objects.create(
                token=key, item=item, contributor=giver, wish=wish, text=text
            )
            notices.owe(objection, Notice.Kind.OBJECTION)
    except IntegrityError:
        return Objection.objects.get(token=key)
    return objection


@transaction.atomic
def recognise(
    objection: Objection, *, name: str, may_be_named: bool, settlement: str, by: User
) -> Objection:
    """“Yes, this is …”: the person is written on the item, and both sides are told.

    The family that gave the picture hears of it through the archive's signal.
    """
    current = Objection.objects.select_for_update().get(pk=objection.pk)
    if current.settled_at is None:
        archive_actions.recognise(
            current.item, name=name, may_be_named=may_be_named, by=by
        )
    return settle(current, settlement=settlement, by=by)


@transaction.atomic
def settle(objection: Objection, *, settlement: str, by: User) -> Objection:
    """Tell the person what was done about it; once."""
    current = Objection.objects.select_for_update().get(pk=objection.pk)
    if current.settled_at is None:
        current.settled_at = timezone.now()
        current.settlement = settlement.strip()
        current.settled_by = by
        current.save(update_fields=["settled_at", "settlement", "settled_by"])
        notices.owe(current, Notice.Kind.SETTLED, text=current.settlement)
    return current
