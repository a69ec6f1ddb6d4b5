"""Dating anchors: what is known, and “I am sure” where a card says otherwise."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from accounts.models import User
from archive import anchors, beside
from archive.actions.ending import save
from archive.models import AnchorAnswer, DatingAnchor, Item
from archive.naming import slug_for
from archive.signals import item_changed


@transaction.atomic
def be_sure(item: Item, *, of: Collection[int], by: User) -> Item:
    """Keep the date although these anchors (by key) speak against it.

    The answer holds for the date as it is now, and has an entry of history. An anchor
    that has nothing against the date any more is left out.
    """
    current = Item.objects.select_for_update().get(pk=item.pk)
    at = timezone.now()
    told = anchors.told_by(current, current.stories.all())
    asked = [each for each in anchors.against(told, current) if each.pk in of]
    for anchor in asked:
        AnchorAnswer.objects.create(
            item=current,
            anchor=anchor,
            date_edtf=current.date_edtf,
            bounds=anchors.bounds(anchor),
            by=by,
            at=at,
        )
    if asked:
        save(current, by=by, reason="sure", at=at)
        item_changed.send(Item, item=current)
    return current


@transaction.atomic
def write_anchor(
    anchor: DatingAnchor | None, *, changes: Mapping[str, Any], by: User
) -> DatingAnchor:
    """Write a dating anchor, or a new one."""
    row = DatingAnchor() if anchor is None else _again(anchor)
    for field, value in changes.items():
        if isinstance(value, models.Model) and value.pk is None:
            value.save()
        setattr(row, field, value)
    if not row.slug:
        row.slug = slug_for(DatingAnchor, row.sentence)
    return _signed(row, by, "describe")


@transaction.atomic
def lay_anchor_away(anchor: DatingAnchor, *, by: User) -> DatingAnchor:
    """Let an anchor ask no more; it can come back."""
    row = _again(anchor)
    row.laid_away_at = timezone.now()
    return _signed(row, by, "lay away")


@transaction.atomic
def take_anchor_back(anchor: DatingAnchor, *, by: User) -> DatingAnchor:
    """Let an anchor ask again."""
    row = _again(anchor)
    row.laid_away_at = None
    return _signed(row, by, "take back")


def _again(anchor: DatingAnchor) -> DatingAnchor:
    return DatingAnchor.objects.select_for_update().get(pk=anchor.pk)


def _signed(row: DatingAnchor, by: User, reason: str) -> DatingAnchor:
    beside.sign(row, by=by, reason=reason, at=timezone.now())
    row.save()
    return row
