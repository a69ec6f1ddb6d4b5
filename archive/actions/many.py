"""Writing many items at once as if each had been written by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

from accounts.models import User
from archive.models import Edition, Item
from archive.signals import items_changed

AN_ARMFUL = 200


@dataclass(frozen=True)
class Signed:
    """In whose name rows are written, why and when: the same for all of a deed."""

    by: User | None
    reason: str
    at: dt.datetime


def save_items(items: Sequence[Item], *, fields: Iterable[str], signed: Signed) -> None:
    """Write these fields of many items; each gets a version and an entry of history.

    The rows of their subjects are written before: an entry copies them.
    """
    if not items:
        return
    for item in items:
        item.version += 1
        item.changed_at = signed.at
    names = sorted({*fields, "version", "changed_at"})
    Item.objects.bulk_update(items, names, batch_size=AN_ARMFUL)
    entries = _write_history(Item, items, signed)
    _copy_subjects(entries)
    Edition.bump()
    items_changed.send(Item, items=items)


def save_rows(
    rows: Sequence[models.Model], *, fields: Iterable[str], signed: Signed
) -> None:
    """Write these fields of many rows of one model, with history where it has one."""
    if not rows:
        return
    model = type(rows[0])
    model._base_manager.bulk_update(rows, list(fields))  # noqa: SLF001
    if hasattr(model, "history"):
        _write_history(model, rows, signed)


def _write_history(model: Any, rows: Sequence[Any], signed: Signed) -> list[Any]:
    written: list[Any] = model.history.bulk_history_create(
        rows,
        batch_size=AN_ARMFUL,
        update=True,
        default_user=signed.by,
        default_change_reason=signed.reason,
        default_date=signed.at,
    )
    return written


def _copy_subjects(entries: Sequence[Any]) -> None:
    """What simple-history does for one entry, for many."""
    through: Any = Item.subjects.through
    copies: Any = apps.get_model("archive", "HistoricalItem_subjects")
    by_item = {entry.id: entry for entry in entries}
    copies.objects.bulk_create(
        copies(
            id=row.pk,
            history=by_item[row.item_id],
            item_id=row.item_id,
            subject_id=row.subject_id,
        )
        for row in through.objects.filter(item_id__in=list(by_item)).order_by("pk")
    )
