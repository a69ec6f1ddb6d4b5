"""Which items belong together, written from either side.

Part of the deeds in actions/; everything here runs inside their transaction.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from archive.beside import Related, Signature, sign
from archive.models import Item, Relation


def of(item: Item) -> list[tuple[Item, str]]:
    """The items that belong with this one, and how; in one query."""
    rows = Relation.objects.of(item.pk).select_related("item", "other")
    return [(_across(row, item.pk), row.kind) for row in rows]


def as_of(item: Item, at: dt.datetime) -> list[Related]:
    """What belonged together when an entry of history was written."""
    rows = [
        row
        for row in Relation.history.as_of(at)
        if item.pk in {row.item_id, row.other_id}
    ]
    known = Item.objects.in_bulk([_other(row, item.pk) for row in rows])
    return [
        Related(_other(row, item.pk), row.kind)
        for row in rows
        if _other(row, item.pk) in known
    ]


def said_as_of(item: Item, at: dt.datetime) -> list[tuple[str, str]]:
    """The same, as reg. numbers and kinds."""
    then = as_of(item, at)
    found = Item.objects.in_bulk([each.other for each in then])
    return [(found[each.other].reg_number, str(each.kind)) for each in then]


def write(item: Item, wanted: Sequence[Related], signature: Signature) -> list[Item]:
    """Make these, and no others, the relations of an item; the others it changed."""
    want = {each.other: each.kind for each in wanted if each.other != item.pk}
    had = {_other(row, item.pk): row for row in Relation.objects.of(item.pk)}
    touched = set()
    for pk, row in had.items():
        if pk not in want:
            _signed(row, signature).delete()
            touched.add(pk)
    for pk, kind in want.items():
        row = had[pk] if pk in had else _between(item.pk, pk)
        if pk not in had or row.kind != kind:
            row.kind = kind
            _signed(row, signature).save()
            touched.add(pk)
    return list(Item.objects.select_for_update().filter(pk__in=touched).order_by("pk"))


def numbers(rows: Iterable[Any]) -> dict[int, str]:
    """The reg. numbers of all items in some rows of the relations' history."""
    keys = {key for row in rows for key in (row.item_id, row.other_id)}
    found = Item.objects.filter(pk__in=keys).values_list("pk", "number")
    return {pk: f"B{number}" for pk, number in found}


def _between(one: int, other: int) -> Relation:
    first, later = sorted((one, other))
    return Relation(item_id=first, other_id=later)


def _other(row: Any, pk: int) -> int:
    return int(row.other_id if row.item_id == pk else row.item_id)


def _across(row: Relation, pk: int) -> Item:
    return row.other if row.item_id == pk else row.item


def _signed(row: Relation, signature: Signature) -> Relation:
    sign(row, by=signature.by, reason=signature.reason, at=signature.at)
    return row
