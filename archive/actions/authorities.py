"""Authorities: written, merged into one another, taken apart again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from django.db import models, transaction
from django.utils import timezone

from accounts.models import User
from archive import beside
from archive.actions.many import Signed, save_items, save_rows
from archive.depicting import introduce
from archive.merging import Link, facts_of_both, item_of, lies_deep_in, links_to
from archive.models import (
    Accession,
    Authority,
    Depiction,
    Edition,
    Item,
    Listed,
    Merge,
    Person,
)
from archive.models.merges import kind_of

Row = TypeVar("Row", bound=Listed)


class WrittenMeanwhile(Exception):
    """Somebody else saved first; `.theirs` is the authority as they left it."""

    def __init__(self, theirs: Listed) -> None:
        super().__init__(str(theirs))
        self.theirs = theirs


class CannotMerge(Exception):
    """These two cannot become one, or cannot be taken apart."""


@transaction.atomic
def write_authority(
    row: Row, *, changes: Mapping[str, Any], version: int, by: User
) -> Row:
    """Write an authority, or a new one (without a key), with who and when.

    Raises WrittenMeanwhile when somebody saved since `version`; nothing is written.
    What it is called and whether it is hidden is told on by its pictures at once.
    """
    current = row
    if row.pk:
        current = _locked(row)
        if current.version != version:
            raise WrittenMeanwhile(current)
        current.version += 1
    elif isinstance(current, Accession):
        current.year, current.sequence = Accession.objects.next_number()
    for field, value in changes.items():
        setattr(current, field, value)
    beside.sign(current, by=by, reason="describe", at=timezone.now())
    current.save()
    Edition.bump()
    return current


@transaction.atomic
def merge(gone: Authority, *, into: Authority, by: User) -> Merge:
    """Say that two authorities are one: every link of the first goes to the other.

    The first stays as a tombstone that leads to the other. Where a picture had both,
    it has one; the other row is kept in the merge. Raises CannotMerge.
    """
    try:
        gone, into = _locked(gone), _locked(into)
    except (type(gone).DoesNotExist, type(into).DoesNotExist) as erased:
        raise CannotMerge from erased
    if not _may_become_one(gone, into):
        raise CannotMerge
    signed = Signed(by, "merge", timezone.now())
    row = Merge(kind=kind_of(gone), gone=gone.pk, into=into.pk, by=by)
    _lift_out_of(gone, into, row)
    touched: set[int] = set()
    for link in links_to(type(gone)):
        touched |= _move(link, gone, into, row, signed)
    facts = facts_of_both(gone, into)
    row.facts["before"] = {name: getattr(into, name) for name in facts}
    row.facts["after"] = facts
    row.save()
    gone.merged_into = into
    gone.version += 1
    into.version += 1
    _write(into, facts, signed)
    _write(gone, {}, signed)
    _touch(touched, signed)
    return row


@transaction.atomic
def undo_merge(row: Merge, *, by: User) -> Authority:
    """Take two apart that were merged: what still points there goes back.

    Links that were changed or erased since stay as they are. Raises CannotMerge when
    it has been undone, or when the one that stood has been merged away itself.
    """
    row = Merge.objects.select_for_update().get(pk=row.pk)
    manager = row.model._base_manager  # noqa: SLF001
    found = manager.select_for_update().in_bulk([row.gone, row.into])
    gone, into = found.get(row.gone), found.get(row.into)
    if row.undone_at or gone is None or into is None or into.merged_into:
        raise CannotMerge
    signed = Signed(by, "undo merge", timezone.now())
    gone.merged_into = None
    gone.version += 1
    into.version += 1
    before, after = row.facts.get("before", {}), row.facts.get("after", {})
    back = {name: before[name] for name in after if getattr(into, name) == after[name]}
    if lifted := row.facts.get("lifted"):
        back[f"{lifted}_id"] = gone.pk
    _write(into, back, signed)
    _write(gone, {}, signed)
    touched: set[int] = set()
    for label, keys in row.moved.items():
        link = Link.named(label)
        rows = list(link.rows(into).filter(pk__in=keys))
        touched |= _point(rows, link, gone, signed)
    touched |= _hang_again(row, gone, signed)
    row.undone_at = signed.at
    row.save(update_fields=["undone_at"])
    _touch(touched, signed)
    return gone


@transaction.atomic
def split(
    person: Person, *, depictions: Collection[int], name: str, by: User
) -> Person:
    """Say that some pictures (by the keys of their rows) show somebody else.

    Merging the new person back undoes it.
    """
    signed = Signed(by, "split", timezone.now())
    rows = list(person.depictions.select_for_update().filter(pk__in=depictions))
    if not rows:
        raise CannotMerge
    other = introduce(name=name, living=person.living, by=by)
    other.is_name_hidden = person.is_name_hidden
    _write(other, {}, signed)
    _touch(_point(rows, Link(Depiction, "person"), other, signed), signed)
    return other


def _may_become_one(gone: Authority, into: Authority) -> bool:
    if gone.pk == into.pk or type(gone) is not type(into):
        return False
    if gone.merged_into or into.merged_into:
        return False
    return not lies_deep_in(into, gone)


def _locked(row: Row) -> Row:
    found: Row = type(row)._base_manager.select_for_update().get(pk=row.pk)  # noqa: SLF001
    return found


def _write(row: Authority, facts: Mapping[str, Any], signed: Signed) -> None:
    for field, value in facts.items():
        setattr(row, field, value)
    beside.sign(row, by=signed.by, reason=signed.reason, at=signed.at)
    row.save()


def _lift_out_of(gone: Authority, into: Authority, row: Merge) -> None:
    """A place that lay in the one it takes over lies where that one lay."""
    for field in ("parent", "broader"):
        if getattr(into, f"{field}_id", None) == gone.pk:
            above = getattr(gone, f"{field}_id")
            row.facts["lifted"] = field
            setattr(into, f"{field}_id", above)
            into.save()


def _move(
    link: Link, gone: Authority, into: Authority, row: Merge, signed: Signed
) -> set[int]:
    """Point what points to the one to the other; the keys of the items it touches."""
    rows = list(link.rows(gone))
    others = [f"{each}_id" for each in link.others]
    there = set(link.rows(into).values_list(*others)) if others else set()
    twice = [
        each for each in rows if tuple(getattr(each, name) for name in others) in there
    ]
    if not others:
        twice = []
    touched = {key for each in twice if (key := item_of(each))}
    for each in twice:
        _keep_once(link, each, into, row, signed)
    once = [each for each in rows if each not in twice]
    row.moved[str(link)] = [each.pk for each in once]
    return touched | _point(once, link, into, signed)


def _keep_once(
    link: Link, each: Any, into: Authority, row: Merge, signed: Signed
) -> None:
    """Both are in one picture: one row stays, with the point and the greater care."""
    kept = {
        field.attname: getattr(each, field.attname)
        for field in each._meta.concrete_fields  # noqa: SLF001
        if not field.primary_key
    }
    row.dropped.append({"link": str(link), "row": kept})
    if isinstance(each, Depiction):
        stays = Depiction.objects.get(item=each.item_id, person=into.pk)
        before = {name: getattr(stays, name) for name in ("x", "y", "may_be_named")}
        if stays.x is None:
            stays.x, stays.y = each.x, each.y
        stays.may_be_named = stays.may_be_named and each.may_be_named
        after = {name: getattr(stays, name) for name in before}
        row.dropped[-1] |= {"stays": stays.pk, "before": before, "after": after}
        save_rows([stays], fields=before, signed=signed)
        beside.sign(each, by=signed.by, reason=signed.reason, at=signed.at)
    each.delete()


def _point(rows: list[Any], link: Link, to: Authority, signed: Signed) -> set[int]:
    for each in rows:
        setattr(each, f"{link.field}_id", to.pk)
    if link.model is not Item:
        save_rows(rows, fields=[link.field], signed=signed)
    else:
        Item.objects.filter(pk__in=[each.pk for each in rows]).update(
            **{link.field: to.pk}
        )
    return {key for each in rows if (key := item_of(each))}


def _hang_again(row: Merge, gone: Authority, signed: Signed) -> set[int]:
    """Put back the rows that would have stood twice, where their item still is."""
    touched: set[int] = set()
    for each in row.dropped:
        link, facts = Link.named(each["link"]), dict(each["row"])
        item = Item.objects.filter(pk=facts.get("item_id") or 0).first()
        twin = link.rows(gone).filter(item=item) if item else None
        if item is None or twin is None or twin.exists():
            continue
        made: models.Model = link.model(**facts)
        beside.sign(made, by=signed.by, reason=signed.reason, at=signed.at)
        made.save()
        touched.add(item.pk)
        stays = Depiction.objects.filter(pk=each.get("stays") or 0).first()
        if stays and all(getattr(stays, k) == v for k, v in each["after"].items()):
            for name, value in each["before"].items():
                setattr(stays, name, value)
            save_rows([stays], fields=each["before"], signed=signed)
    return touched


def _touch(keys: set[int], signed: Signed) -> None:
    """Give each item that was touched a new version and an entry of its history."""
    items = list(Item.objects.select_for_update().filter(pk__in=keys))
    save_items(items, fields=[], signed=signed)
