"""Every deed in the house, of every noun: who, when, and from what to what.

Each noun with a history is asked for as many rows as a page holds, and the newest of
them all make the page: the number of queries is that of nouns, never that of deeds.
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.models import PersonDeed, User
from archive import footnotes
from archive.history import DEEDS, INTERNAL, deed_said, done_by
from archive.models import Item, Story
from archive.readout import SAID, Line, in_languages, said

A_PAGE = 40
PEOPLE = "people"
ITEM = Item._meta.label  # noqa: SLF001  (Django's documented API)
ADDED, CHANGED, GONE = "+", "~", "-"
# What a row belongs to stands in its head, and a short name says nothing new.
BESIDE = {"slug", "story", "item"}


@dataclass(frozen=True)
class Asked:
    """What somebody wants to see of it."""

    by: int | None = None
    deed: str = ""
    number: int | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    with_people: bool = False


@dataclass(frozen=True)
class Deed:
    """One deed, whole."""

    at: dt.datetime
    by: str
    says: str
    noun: str
    name: str
    number: int | None = None
    lines: list[Line] = field(default_factory=list)

    @property
    def reg_number(self) -> str:
        return f"B{self.number}" if self.number else ""


@dataclass(frozen=True)
class Page:
    """Some deeds, the newest first; `older` is the cursor of the next page."""

    deeds: list[Deed]
    older: str = ""


Key = tuple[dt.datetime, str, int]


@cache
def nouns() -> dict[str, type[models.Model]]:
    """Every model that keeps a history, by its label; no app need tell us."""
    return {
        model._meta.label: model  # noqa: SLF001  (Django's documented API)
        for model in apps.get_models()
        if hasattr(model._meta, "simple_history_manager_attribute")  # noqa: SLF001
    }


def page(asked: Asked, *, after: str = "", size: int = A_PAGE) -> Page:
    """The newest deeds that answer, or those after a cursor; read once, in order."""
    cursor = _cursor(after)
    pk = _pk_of(asked.number)
    streams = [
        _keyed(label, _rows(model, asked, cursor, pk)[: size + 1])
        for label, model in nouns().items()
        if asked.deed != PEOPLE
    ]
    if _tells_of_people(asked):
        streams.append(_keyed(PEOPLE, _of_people(asked, cursor)[: size + 1]))
    merged = heapq.merge(*streams, key=lambda each: each[0], reverse=True)
    found = [each for each, _number in zip(merged, range(size + 1), strict=False)]
    shown = found[:size]
    older = _as_text(shown[-1][0]) if len(found) > size else ""
    return Page(_told(shown), older)


def everything(asked: Asked) -> Iterator[Deed]:
    """All deeds that answer, page after page; for taking them out of the house."""
    after = ""
    while True:
        found = page(asked, after=after, size=200)
        yield from found.deeds
        after = found.older
        if not after:
            return


def _rows(
    model: Any, asked: Asked, cursor: Key | None, item: int | None
) -> models.QuerySet[Any]:
    history = model.history.model
    label = model._meta.label  # noqa: SLF001
    earlier = history.objects.filter(
        Q(history_date__lt=OuterRef("history_date"))
        | Q(
            history_date=OuterRef("history_date"), history_id__lt=OuterRef("history_id")
        ),
        id=OuterRef("id"),
    ).order_by("-history_date", "-history_id")
    rows = history.objects.select_related("history_user").annotate(
        former_id=Subquery(earlier.values("history_id")[:1])
    )
    if asked.by is not None:
        rows = rows.filter(history_user=asked.by)
    if asked.deed:
        rows = rows.filter(history_change_reason=asked.deed)
    if asked.number is not None:
        rows = rows.filter(_is_of_item(model, item))
    rows = _within(rows, asked, "history_date")
    rows = _beyond(rows, cursor, label, "history_date", "history_id")
    return rows.order_by("-history_date", "-history_id")


def _is_of_item(model: Any, item: int | None) -> Q:
    if model is Item:
        return Q(id=item)
    names = {each.name for each in model._meta.get_fields()}  # noqa: SLF001
    if "item" in names:
        return Q(item_id=item)
    if "story" in names:
        return Q(story__item_id=item)
    return Q(pk=None)


def _tells_of_people(asked: Asked) -> bool:
    wanted = asked.deed in {"", PEOPLE} and asked.number is None
    return asked.with_people and wanted


def _of_people(asked: Asked, cursor: Key | None) -> models.QuerySet[Any]:
    rows = PersonDeed.objects.select_related("by").annotate(history_date=F("at"))
    if asked.by is not None:
        rows = rows.filter(by=asked.by)
    rows = _within(rows, asked, "at")
    return _beyond(rows, cursor, PEOPLE, "at", "pk").order_by("-at", "-pk")


def _within(rows: models.QuerySet[Any], asked: Asked, at: str) -> models.QuerySet[Any]:
    zone = timezone.get_current_timezone()
    if asked.since:
        start = dt.datetime.combine(asked.since, dt.time.min, zone)
        rows = rows.filter(**{f"{at}__gte": start})
    if asked.until:
        end = dt.datetime.combine(asked.until + dt.timedelta(days=1), dt.time.min, zone)
        rows = rows.filter(**{f"{at}__lt": end})
    return rows


def _beyond(
    rows: models.QuerySet[Any], cursor: Key | None, label: str, at: str, pk: str
) -> models.QuerySet[Any]:
    """What comes after the cursor, in the order (moment, noun, row), newest first."""
    if cursor is None:
        return rows
    moment, noun, row = cursor
    beyond = Q(**{f"{at}__lt": moment})
    if label < noun:
        beyond |= Q(**{at: moment})
    elif label == noun:
        beyond |= Q(**{at: moment, f"{pk}__lt": row})
    return rows.filter(beyond)


def _keyed(label: str, rows: Iterable[Any]) -> Iterator[tuple[Key, Any]]:
    for row in rows:
        yield (row.history_date, label, row.pk), row


def _cursor(text: str) -> Key | None:
    parts = text.split("~")
    if len(parts) != 3 or not parts[2].isdigit():  # noqa: PLR2004
        return None
    try:
        moment = parse_datetime(parts[0])
    except ValueError:
        return None
    if moment is None or timezone.is_naive(moment) or len(parts[2]) > 18:  # noqa: PLR2004
        return None
    return moment, parts[1], int(parts[2])


def _as_text(key: Key) -> str:
    moment = key[0].astimezone(dt.UTC).isoformat().replace("+00:00", "Z")
    return f"{moment}~{key[1]}~{key[2]}"


def _pk_of(number: int | None) -> int | None:
    if number is None:
        return None
    return Item.objects.filter(number=number).values_list("pk", flat=True).first()


def _told(found: list[tuple[Key, Any]]) -> list[Deed]:
    """The rows in words: one query for each noun's former rows, one for each thing named."""
    formers = _formers(found)
    names = _Names([*(row for _key, row in found), *formers.values()])
    notes = footnotes.of({row.id for key, row in found if key[1] == ITEM})
    told = []
    for key, row in found:
        if key[1] == PEOPLE:
            told.append(_of_person(row))
            continue
        deed = _deed(row, formers.get((key[1], row.former_id)), names)
        said_of_it = notes.get((row.id, key[0]), []) if key[1] == ITEM else []
        deed.lines.extend(Line(label, "", words) for label, words in said_of_it)
        told.append(deed)
    return told


def _formers(found: list[tuple[Key, Any]]) -> dict[tuple[str, int], Any]:
    wanted: dict[str, list[int]] = defaultdict(list)
    for key, row in found:
        if key[1] != PEOPLE and row.former_id:
            wanted[key[1]].append(row.former_id)
    return {
        (label, former.pk): former
        for label, pks in wanted.items()
        for former in _history(label).in_bulk(pks).values()
    }


def _history(label: str) -> models.QuerySet[Any]:
    model: Any = nouns()[label]
    rows: models.QuerySet[Any] = model.history.model.objects.all()
    return rows


class _Names:
    """What rows point to, by name, each kind of thing fetched once."""

    def __init__(self, rows: list[Any]) -> None:
        wanted: dict[Any, set[int]] = defaultdict(set)
        for row in rows:
            if isinstance(row, PersonDeed):
                continue
            for each in _pointers(row):
                pk = getattr(row, each.attname)
                if pk is not None:
                    wanted[each.related_model].add(pk)
        self.known = {
            model: model._default_manager.in_bulk(list(pks))  # noqa: SLF001
            for model, pks in wanted.items()
        }
        told = {each.item_id for each in self.known.get(Story, {}).values()}
        if told:
            self.known[Item] = Item.objects.in_bulk(list(told | wanted[Item]))

    def of(self, model: Any, pk: int | None) -> str:
        thing = self.known.get(model, {}).get(pk)
        if isinstance(thing, Item):
            return thing.reg_number
        name = getattr(thing, "name", None) or getattr(thing, "label", None)
        return str(name or thing or "") if thing is not None else ""

    def number(self, row: Any) -> int | None:
        if row.instance_type is Item:
            return int(row.number)
        story = self.known.get(Story, {}).get(getattr(row, "story_id", None))
        pk = getattr(row, "item_id", None) or getattr(story, "item_id", None)
        item = self.known.get(Item, {}).get(pk)
        return item.number if isinstance(item, Item) else None


def _pointers(row: Any) -> list[Any]:
    fields = row.instance_type._meta.concrete_fields  # noqa: SLF001
    return [each for each in fields if each.is_relation]


def _deed(row: Any, former: Any | None, names: _Names) -> Deed:
    model = row.instance_type
    reason = row.history_change_reason or ""
    return Deed(
        at=row.history_date,
        by=done_by(row, of_a_picture=model in {Item, Story}),
        says=deed_said(reason) if _is_known(reason) else _by_type(row.history_type),
        noun=str(model._meta.verbose_name),  # noqa: SLF001
        name=_name_of(row, names),
        number=names.number(row),
        lines=_lines(row, former, names),
    )


def _is_known(reason: str) -> bool:
    return reason in DEEDS or "batch " in reason


def _by_type(kind: str) -> str:
    return {ADDED: _("Written"), GONE: _("Taken away")}.get(kind, _("Changed"))


def _name_of(row: Any, names: _Names) -> str:
    for attribute in ("title", "name", "label"):
        if found := getattr(row, attribute, ""):
            return str(found)
    for each in _pointers(row):
        if each.name in {"person", "story", "item"}:
            return names.of(each.related_model, getattr(row, each.attname))
    return ""


def _lines(row: Any, former: Any | None, names: _Names) -> list[Line]:
    lines: list[Line] = []
    for each in _kept(row):
        gone = row.history_type == GONE
        after = each.get_default() if gone else getattr(row, each.attname)
        before = row if gone else former
        was = getattr(before, each.attname) if before else each.get_default()
        if was == after:
            continue
        if each.name == "translations":
            lines += in_languages(was or {}, after or {})
        else:
            label = capfirst(str(each.verbose_name))
            lines.append(
                Line(label, _said(each, was, names), _said(each, after, names))
            )
    return lines


def _kept(row: Any) -> list[Any]:
    """The fields whose changes are told: those that are kept in the history at all."""
    told = {each.name for each in row._meta.concrete_fields}  # noqa: SLF001
    told -= {*INTERNAL, *BESIDE}
    fields = row.instance_type._meta.concrete_fields  # noqa: SLF001
    return [each for each in fields if each.name in told and not each.primary_key]


def _said(each: Any, value: Any, names: _Names) -> str:
    if each.is_relation:
        return names.of(each.related_model, value)
    if each.name in SAID:
        return SAID[each.name](value or [])
    if each.name == "language":
        return _(str(dict(settings.LANGUAGES).get(value, value or "")))
    if each.choices and not isinstance(value, list | dict):
        return str(dict(each.flatchoices).get(value, value))
    return said(value)


def _of_person(row: PersonDeed) -> Deed:
    before, after = row.before_said, row.after_said
    is_role = {row.before, row.after} & set(User.Role.values)
    label = _("Role") if is_role else row.get_deed_display()
    lines = [Line(label, before, after)] if before or after else []
    return Deed(
        at=row.at,
        by=str(row.by or ""),
        says=row.get_deed_display(),
        noun=str(User._meta.verbose_name),  # noqa: SLF001
        name=row.name,
        lines=lines,
    )
