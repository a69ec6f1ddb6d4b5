"""A collection day and its queue: opening, numbers, whose turn it is, closing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.text import slugify

from accounts.models import User
from submissions.actions.standing import NotPossibleNow
from submissions.drafts import begin
from submissions.models import CollectionDay, Ticket
from submissions.models.submission import new_token

Status = CollectionDay.Status
State = Ticket.State

RESERVED = {"ny"}  # words of our own addresses


class AnotherIsOpen(Exception):
    """One day at a time: the scanner's folder and the wall go with it."""

    def __init__(self, other: CollectionDay) -> None:
        super().__init__(other.name)
        self.other = other


@transaction.atomic
def plan_day(changes: Mapping[str, Any], *, day: CollectionDay | None) -> CollectionDay:
    """Write down a new day, or what has changed about one; its address never changes."""
    planned = day or CollectionDay()
    for field, value in changes.items():
        setattr(planned, field, value)
    if not planned.slug:
        planned.slug = _free_slug(planned.name)
    planned.save()
    return planned


@transaction.atomic
def open_day(day: CollectionDay) -> CollectionDay:
    """Begin giving out numbers. Raises AnotherIsOpen while another day is on."""
    current = CollectionDay.objects.select_for_update().get(pk=day.pk)
    other = CollectionDay.objects.exclude(pk=day.pk).on_now()
    if other is not None:
        raise AnotherIsOpen(other)
    current.status = Status.OPEN
    current.save(update_fields=["status"])
    return current


@transaction.atomic
def close_day(day: CollectionDay) -> CollectionDay:
    """The day is over: no more numbers, and no sheet is open to volunteers."""
    current = CollectionDay.objects.select_for_update().get(pk=day.pk)
    if current.is_open:
        current.status = Status.CLOSED
        current.save(update_fields=["status"])
    return current


@transaction.atomic
def take_ticket(day: CollectionDay, *, table: str, key: str) -> Ticket:
    """The next number of a table. The same tap twice (`key`) is the same number.

    The day's row is held meanwhile: two tablets never give out the same number. Raises
    NotPossibleNow when the day is not open, or has no such table.
    """
    current = _open(day)
    known: Ticket | None = current.tickets.filter(key=key).first()
    if known is not None:
        return known
    if not current.has_table(table):
        raise NotPossibleNow
    numbers = current.tickets.filter(table=table)
    last: int | None = numbers.aggregate(last=models.Max("number"))["last"]
    return Ticket.objects.create(
        day=current, table=table, number=(last or 0) + 1, key=key
    )


@transaction.atomic
def call(day: CollectionDay, *, table: str, by: User, code: str = "") -> Ticket | None:
    """Ask a family to a table: this one, or whoever's turn it is; none if none waits.

    Its own letter comes first, then whoever has waited longest. A table that has a
    family already keeps it (two tablets, two taps). Raises NotPossibleNow.
    """
    current = _open(day)
    if not current.has_table(table):
        raise NotPossibleNow
    seated = current.tickets.at_table().filter(seat=table).first()
    if seated is not None and code in {"", seated.code}:
        return seated
    if seated is not None:
        raise NotPossibleNow
    chosen = _waiting(current, table, code)
    if chosen is None and code:
        raise NotPossibleNow
    return _seat(chosen, table=table, by=by) if chosen else None


@transaction.atomic
def take_over(ticket: Ticket, *, by: User) -> Ticket:
    """Go on with a family on another tablet, or when another volunteer takes the chair."""
    current = at_table(ticket)
    current.helped_by, current.helper = by, by.name
    current.version += 1
    current.save(update_fields=["helped_by", "helper", "version"])
    return current


@transaction.atomic
def back_to_queue(ticket: Ticket) -> Ticket:
    """Let a family wait a little longer; they are the next again, nothing is lost."""
    current = at_table(ticket)
    if current.is_sent:
        raise NotPossibleNow
    current.state, current.seat, current.tablets = State.WAITING, "", {}
    current.save(update_fields=["state", "seat", "tablets"])
    return current


@transaction.atomic
def finish(ticket: Ticket) -> Ticket:
    """The family leaves the table. What was not sent stays a draft for the archivist."""
    current = at_table(ticket)
    current.state, current.seat, current.tablets = State.DONE, "", {}
    current.done_at = timezone.now()
    if current.is_sent:
        current.answers = {}
    current.save(update_fields=["state", "seat", "tablets", "done_at", "answers"])
    return current


def at_table(ticket: Ticket) -> Ticket:
    """The ticket under lock, while its family sits. Raises NotPossibleNow.

    A sheet that was left unfinished can be finished by a reviewer after the day.
    """
    current = Ticket.objects.select_for_update(of=("self",)).get(pk=ticket.pk)
    is_left = current.state == State.DONE and not current.is_sent
    if not current.is_at_table and not is_left:
        raise NotPossibleNow
    return current


def _open(day: CollectionDay) -> CollectionDay:
    current = CollectionDay.objects.select_for_update().get(pk=day.pk)
    if not current.is_open:
        raise NotPossibleNow
    return current


def _waiting(day: CollectionDay, table: str, code: str) -> Ticket | None:
    waiting = day.tickets.waiting()
    if code:
        return next((each for each in waiting if each.code == code), None)
    return waiting.filter(table=table).first() or waiting.first()


def _seat(ticket: Ticket, *, table: str, by: User) -> Ticket:
    ticket.state, ticket.seat = State.AT_TABLE, table
    ticket.helped_by, ticket.helper = by, by.name
    ticket.called_at = timezone.now()
    if ticket.submission is None:
        ticket.submission = begin(new_token(), call=ticket.day.call, language="da")
    ticket.version += 1
    ticket.save()
    return ticket


def _free_slug(name: str) -> str:
    """A short name for the address that no other day has."""
    plain = name.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    wanted = slugify(plain)[:50] or "dag"
    taken = set(CollectionDay.objects.values_list("slug", flat=True)) | RESERVED
    tries = [wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3))]
    return next(each for each in tries if each not in taken)
