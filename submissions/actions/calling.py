"""The deeds of those who call: writing, opening and closing a call, knowing partners."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db import models, transaction
from django.utils import timezone

from accounts.models import Partner, User
from archive.models import Edition
from archive.naming import slug_for
from submissions.models import Call

Row = TypeVar("Row", Call, Partner)


class ChangedMeanwhile(Exception):
    """Somebody else saved first; `.theirs` is the row as it now stands."""

    def __init__(self, theirs: Any) -> None:
        super().__init__(str(theirs))
        self.theirs = theirs


@transaction.atomic
def issue_call(*, title: str, slug: str, language: str, by: User) -> Call:
    """Begin a call. Only the house sees it until it is opened."""
    last = Call.objects.aggregate(last=models.Max("position"))["last"]
    return Call.objects.create(
        title=title,
        slug=slug_for(Call, slug or title),
        language=language,
        position=0 if last is None else last + 1,
        is_announced=False,
        changed_by=by,
    )


@transaction.atomic
def write_call(
    call: Call, *, version: int, changes: Mapping[str, Any], by: User
) -> Call:
    """Write the call anew. Raises ChangedMeanwhile when somebody saved since."""
    return _write(call, version, {**changes, **_signed(by)})


@transaction.atomic
def open_call(call: Call, *, by: User) -> Call:
    """Announce the call; from today, and with no end that has passed already."""
    current = Call.objects.select_for_update().get(pk=call.pk)
    today = timezone.localdate()
    over = current.closes is not None and current.closes < today
    changes = {
        "is_announced": True,
        "opens": current.opens if current.opens and current.opens <= today else None,
        "closes": None if over else current.closes,
    }
    return _write(current, current.version, {**changes, **_signed(by)})


@transaction.atomic
def announce_call(call: Call, *, by: User) -> Call:
    """Let everybody know of the call; its dates say when it opens."""
    current = Call.objects.select_for_update().get(pk=call.pk)
    return _write(current, current.version, {"is_announced": True, **_signed(by)})


@transaction.atomic
def close_call(call: Call, *, by: User) -> Call:
    """End the call now: yesterday was its last day. What was begun may still be sent."""
    current = Call.objects.select_for_update().get(pk=call.pk)
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    return _write(current, current.version, {"closes": yesterday, **_signed(by)})


@transaction.atomic
def move_call(call: Call, *, up: bool, by: User) -> Call:
    """One place up or down in the row; the first open one is met first."""
    row = list(Call.objects.select_for_update())
    at = row.index(call)
    to = min(max(at + (-1 if up else 1), 0), len(row) - 1)
    row.insert(to, row.pop(at))
    for position, each in enumerate(row):
        if each.position != position:
            Call.objects.filter(pk=each.pk).update(position=position)
    return _write(row[to], row[to].version, {"position": to, **_signed(by)})


@transaction.atomic
def welcome_partner(*, name: str, slug: str = "", language: str = "da") -> Partner:
    """The partner of this name, known from now on."""
    name = " ".join(name.split())
    known = Partner.objects.filter(name__iexact=name).first()
    if known is not None:
        return known
    Edition.bump()
    return Partner.objects.create(
        name=name, slug=slug_for(Partner, slug or name), language=language
    )


def welcome_partners(names: Iterable[str]) -> list[Partner]:
    """Those the society's file names: each is known, none is written over."""
    return [welcome_partner(name=name) for name in names]


@transaction.atomic
def write_partner(
    partner: Partner, *, version: int, changes: Mapping[str, Any]
) -> Partner:
    """Write about the partner. Raises ChangedMeanwhile when somebody saved since."""
    return _write(partner, version, changes)


def _signed(by: User) -> dict[str, Any]:
    return {"changed_at": timezone.now(), "changed_by": by}


def _write(row: Row, version: int, changes: Mapping[str, Any]) -> Row:
    current: Row = type(row).objects.select_for_update().get(pk=row.pk)
    if current.version != version:
        raise ChangedMeanwhile(current)
    for field, value in changes.items():
        setattr(current, field, value)
    current.version += 1
    current.save(update_fields=[*changes, "version"])
    Edition.bump()
    return current
