"""Many at once: one wish done to many items, and undone as one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from archive import batches, origins
from archive.actions.ending import close
from archive.actions.many import Signed, save_items
from archive.batches import PARTS, Planned, Wish
from archive.headings import hang_on, hung_on
from archive.models import Authority, Batch, BatchItem, Item, Subject, Template
from archive.permissions import ends_publication

FIELDS = sorted({name for names in PARTS.values() for name in names} | {"origins"})


@dataclass
class Done:
    """What became of it: how many were changed, and what was left alone and why."""

    batch: Batch | None = None
    changed: int = 0
    already: int = 0
    meanwhile: list[Item] = field(default_factory=list)


class CannotUndo(Exception):
    """It has been undone before."""


@transaction.atomic
def change_many(chosen: Mapping[int, int], *, wish: Wish, by: User) -> Done:
    """Do a wish to many items: their keys, and their versions when they were shown.

    An item that somebody has changed since is left alone. Items that have it already
    get no entry of history. A published item that no longer may be stops being so.
    """
    signed = Signed(by, "", timezone.now())
    list(Item.objects.select_for_update().filter(pk__in=chosen).values_list("pk"))
    done = Done()
    changing: list[Planned] = []
    for each in batches.plan(batches.chosen(chosen), wish, signed.at):
        if each.item.version != chosen[each.item.pk]:
            done.meanwhile.append(each.item)
        elif each.is_changed:
            changing.append(each)
        else:
            done.already += 1
    done.meanwhile += batches.laid_away(chosen)
    if changing:
        done.batch = Batch.objects.create(
            by=by, at=signed.at, parts=_parts_of(changing)
        )
        _write(changing, done.batch, signed)
        done.changed = len(changing)
    return done


@transaction.atomic
def undo_batch(batch: Batch, *, by: User) -> Done:
    """Put every item of a batch back that has not been changed since.

    An item that was taken out of the reading room by it is not shown again by itself.
    Raises CannotUndo when it has been undone.
    """
    batch = Batch.objects.select_for_update().get(pk=batch.pk)
    if batch.undone_at:
        raise CannotUndo
    signed = Signed(by, f"undo batch {batch.pk}", timezone.now())
    lines = {line.item_id: line for line in batch.lines.all()}
    items = Item.objects.select_for_update().filter(pk__in=lines)
    done = Done(batch)
    back: list[Item] = []
    fields: set[str] = set()
    former = _former(lines)
    for item in items.order_by("number"):
        if item.version != lines[item.pk].after or item.pk not in former:
            done.meanwhile.append(item)
            continue
        fields |= _put_back(item, former[item.pk])
        lines[item.pk].is_put_back = True
        back.append(item)
    hang_on(_hung_then({item.pk: former[item.pk] for item in back}))
    save_items(back, fields=fields, signed=signed)
    BatchItem.objects.bulk_update(lines.values(), ["is_put_back"])
    batch.undone_at = signed.at
    batch.save(update_fields=["undone_at"])
    done.changed = len(back)
    return done


@transaction.atomic
def keep_template(name: str, *, of: Item, by: User) -> Template:
    """Keep what is on one card as a template; the same name writes it anew."""
    made, _is_new = Template.objects.update_or_create(
        name=name,
        defaults={
            "values": values_for_template(of),
            "by": by,
            "laid_away_at": None,
        },
    )
    return made


def values_for_template(item: Item) -> dict[str, Any]:
    """What a template of this card would keep."""
    return batches.values_of(item, hung_on([item]).get(item.pk, []))


def lay_template_away(template: Template) -> Template:
    """Offer a template no more."""
    template.laid_away_at = timezone.now()
    template.save(update_fields=["laid_away_at"])
    return template


def take_template_back(template: Template) -> Template:
    """Offer a template again that was laid away."""
    template.laid_away_at = None
    template.save(update_fields=["laid_away_at"])
    return template


def _write(changing: list[Planned], batch: Batch, signed: Signed) -> None:
    items, lines, fields = [], [], {"origins", "publication"}
    rehung = {each.item.pk: each.subjects for each in changing if _is_rehung(each)}
    hang_on(rehung)
    for each in changing:
        item = each.item
        for name, value in each.changes.items():
            setattr(item, name, value)
        fields |= each.changes.keys()
        fresh = [*each.changes, *(["subjects"] if item.pk in rehung else [])]
        origins.note(item, fresh, origins.origin_of(signed.by), signed.at)
        if item.is_published and ends_publication(item, signed.at):
            close(item)
        items.append(item)
        lines.append(
            BatchItem(
                batch=batch, item=item, before=item.version, after=item.version + 1
            )
        )
    save_items(
        items,
        fields=fields,
        signed=Signed(signed.by, f"batch {batch.pk}", signed.at),
    )
    BatchItem.objects.bulk_create(lines)


def _put_back(item: Item, then: Any) -> set[str]:
    """Let an item say what it said then; returns the fields that are others now."""
    changed = set()
    for name in FIELDS:
        value = _standing(getattr(then, name))
        key = value.pk if isinstance(value, Authority) else value
        field: Any = Item._meta.get_field(name)  # noqa: SLF001
        if getattr(item, field.attname) != key:  # whose row is not asked for
            setattr(item, name, value)
            changed.add(name)
    return changed


def _is_rehung(each: Planned) -> bool:
    return each.subjects != each.had


def _parts_of(changing: list[Planned]) -> list[str]:
    fields = {name for each in changing for name in each.changes}
    parts = [part for part, names in PARTS.items() if fields & {*names}]
    if any(map(_is_rehung, changing)):
        parts.append("subjects")
    return parts


def _former(lines: Mapping[int, BatchItem]) -> dict[int, Any]:
    """Each item's entry of history from before the batch, in one query."""
    entries = Item.history.filter(
        id__in=lines, version__in={line.before for line in lines.values()}
    ).select_related("place", "hidden_place", "collection", "photographed_by")
    found: dict[int, Any] = {}
    for entry in entries.order_by("history_id"):
        if entry.version == lines[entry.id].before:
            found[entry.id] = entry
    return found


def _hung_then(former: Mapping[int, Any]) -> dict[int, list[int]]:
    """The subjects that were hung at those entries, as they are called now."""
    copies: Any = apps.get_model("archive", "HistoricalItem_subjects")
    rows = copies.objects.filter(history__in=former.values()).order_by("id")
    known = Subject.everything.in_bulk({row.subject_id for row in rows})
    hung: dict[int, list[int]] = {pk: [] for pk in former}
    for row in rows:
        subject = known.get(row.subject_id)
        if subject and subject.standing.pk not in hung[row.item_id]:
            hung[row.item_id].append(subject.standing.pk)
    return hung


def _standing(value: Any) -> Any:
    return value.standing if isinstance(value, Authority) else value
