"""Taking back one's own last deed, before anybody has done another."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from accounts.models import User
from archive.actions.authorities import Row, WrittenMeanwhile, write_authority
from archive.actions.describing import ChangedMeanwhile, revert
from archive.actions.publishing import publish
from archive.models import Item

PUBLISHING = frozenset({"publish", "unpublish"})
UNDONE = PUBLISHING | {"describe"}


@transaction.atomic
def undo_last(item: Item, *, version: int, by: User, decides: bool) -> Item:
    """Undo what `by` did last to the item: the deed that made `version` of it.

    This is a new deed beside the old one. Raises ChangedMeanwhile where somebody has
    done something since, or where the last deed was another's or of another kind. Only
    who `decides` takes back what has to do with publishing.
    """
    current = Item.objects.select_for_update().get(pk=item.pk)
    entries = current.history.order_by("-history_id")[:2]
    if current.version != version or len(entries) < 2:  # noqa: PLR2004
        raise ChangedMeanwhile(current)
    last, before = entries
    kinds = UNDONE if decides else UNDONE - PUBLISHING
    if last.history_user_id != by.pk or last.history_change_reason not in kinds:
        raise ChangedMeanwhile(current)
    if last.history_change_reason in PUBLISHING:
        return publish(current, publication=before.publication, by=by)
    return revert(current, to=before.history_id, version=version, by=by)


OWN = frozenset(
    {"id", "version", "slug", "merged_into"}
)  # deeds of their own change these


@transaction.atomic
def undo_written(row: Row, *, version: int, by: User) -> Row:
    """Write an authority as it was before `by` saved `version` of it.

    Raises WrittenMeanwhile where somebody has done something since.
    """
    known: Any = row
    entries = list(known.history.order_by("-history_id")[:2])
    if len(entries) < 2:  # noqa: PLR2004
        raise WrittenMeanwhile(row)
    last, before = entries
    if (last.history_user_id, last.history_change_reason) != (by.pk, "describe"):
        raise WrittenMeanwhile(row)
    fields = [each.attname for each in last.tracked_fields if each.name not in OWN]
    changes = {
        name: getattr(before, name)
        for name in fields
        if getattr(before, name) != getattr(last, name)
    }
    return write_authority(row, changes=changes, version=version, by=by)
