"""What happened to an item: who changed what, when, from which words to which."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import footnotes, related
from archive.models import (
    AnchorAnswer,
    Collection,
    Depiction,
    FileChange,
    Item,
    Person,
    Photographer,
    Place,
    Relation,
    Story,
    StoryTranslation,
    Subject,
)
from archive.readout import SAID, Line, in_languages, said

A_PAGE = 30
INTERNAL = {
    "number",
    "id",
    "version",
    "created_at",
    "changed_at",
    "published_at",
    "date_language",
    "origins",
}

DEEDS = {
    "register": gettext_lazy("Taken into the archive"),
    "scanner": gettext_lazy("Taken in from the scanner"),
    "describe": gettext_lazy("Described"),
    "revert": gettext_lazy("Put back to an earlier version"),
    "publish": gettext_lazy("Published"),
    "unpublish": gettext_lazy("Taken out of the reading room"),
    "barred": gettext_lazy("Taken out of the reading room, as the rules ask"),
    "withdraw": gettext_lazy("Taken down"),
    "names": gettext_lazy("Names shown in another way"),
    "permit": gettext_lazy("Permission written down"),
    "decide": gettext_lazy("Decided what it may be used for"),
    "take back": gettext_lazy("Taken back from what was laid away"),
    "suggestion": gettext_lazy("A volunteer's suggestion taken in"),
    "erase": gettext_lazy("Erased"),
    "lay away": gettext_lazy("Laid away"),
    "relate": gettext_lazy("Put beside another item"),
    "files": gettext_lazy("Files changed"),
    "sure": gettext_lazy("Sure of the date"),
    "merge": gettext_lazy("Two names made one"),
    "undo merge": gettext_lazy("Two names taken apart again"),
    "split": gettext_lazy("Seen to be somebody else"),
    "bring back": gettext_lazy("Taken up again"),
    "told beside": gettext_lazy("Another story added"),
    "taken away": gettext_lazy("Another story taken away again"),
}


@dataclass(frozen=True)
class Change:
    """One entry: a deed, whose, when, and what it changed."""

    entry: int
    at: dt.datetime
    by: str
    deed: str
    lines: list[Line]


@dataclass(frozen=True)
class Comparison:
    """Two entries, and everything that differs between them."""

    older: Change
    newer: Change
    lines: list[Line]


@dataclass(frozen=True)
class Page:
    """Some entries, the newest first; `older` is the cursor of the next page."""

    changes: list[Change]
    older: int | None = None


def of(item: Item, *, before: int | None = None) -> Page:
    """A page of an item's history. The number of queries does not grow with it."""
    entries = item.history.select_related("history_user", "accession").order_by(
        "-history_date", "-history_id"
    )
    if before is not None:
        entries = entries.filter(history_id__lte=before)
    found = list(entries[: A_PAGE + 1])
    words = _Words(found)
    beside = _beside(item)
    changes = [
        _change(entry, former, words, beside)
        for entry, former in pairwise([*found, None])
        if entry is not None
    ]
    older = found[A_PAGE].history_id if len(found) > A_PAGE else None
    return Page(changes[:A_PAGE], older)


def between(item: Item, one: int, other: int) -> Comparison | None:
    """Two entries of an item side by side, the older first; None where one is unknown."""
    found = list(
        item.history.filter(history_id__in={one, other})
        .select_related("history_user", "accession")
        .order_by("history_date", "history_id")
    )
    if len(found) != 2:  # noqa: PLR2004
        return None
    older, newer = found
    lines = _lines(newer, older, _Words(found))
    had, has = _persons_at(item, older), _persons_at(item, newer)
    if had != has:
        lines.append(Line(_("Persons"), "; ".join(had), "; ".join(has)))
    return Comparison(_entry(older), _entry(newer), lines)


def _persons_at(item: Item, entry: Any) -> list[str]:
    then = Depiction.history.as_of(entry.history_date).filter(item=item)
    people = Person.history.as_of(entry.history_date)
    names = {
        each.pk: each.name for each in people.filter(id__in=[d.person_id for d in then])
    }
    return sorted(names.get(each.person_id, "–") for each in then)


def done_by(entry: Any, *, of_a_picture: bool) -> str:
    """Who did it, in words.

    Of pictures and stories families decide; the rest the house does by itself.
    """
    if entry.history_user:
        return str(entry.history_user)
    is_ours = not of_a_picture or entry.history_change_reason == "barred"
    return _("The house itself") if is_ours else _("The family")


def _entry(entry: Any) -> Change:
    by = done_by(entry, of_a_picture=True)
    deed = deed_said(entry.history_change_reason or "")
    return Change(entry.history_id, entry.history_date, by, deed, [])


class _Words:
    """Names of what entries point to, fetched once for a whole page."""

    def __init__(self, entries: list[Any]) -> None:
        self.places = Place.everything.in_bulk(
            [pk for each in entries for pk in (each.place_id, each.hidden_place_id)]
        )
        self.collections = Collection.everything.in_bulk(
            [each.collection_id for each in entries]
        )
        self.photographers = Photographer.everything.in_bulk(
            [each.photographed_by_id for each in entries]
        )
        self.journal = {
            each.accession_id: str(each.accession) for each in entries if each.accession
        }
        known = {each.pk: each for each in Subject.everything.all()}
        self.subjects: dict[int, list[str]] = defaultdict(list)
        hung = apps.get_model("archive", "HistoricalItem_subjects").objects
        for row in hung.filter(history__in=entries).order_by("id"):
            subject = known.get(row.subject_id)
            self.subjects[row.history_id].append(subject.label if subject else "–")

    def named(self, field: str, pk: int | None) -> str | None:
        """The name of what a field points to; None where it is no such field."""
        named: dict[str, Mapping[int, Any]] = {
            "place": self.places,
            "hidden_place": self.places,
            "collection": self.collections,
            "photographed_by": self.photographers,
            "accession": self.journal,
        }
        known = named.get(field)
        if known is None:
            return None
        return str(known.get(pk, "")) if pk else ""


def _change(
    entry: Any,
    former: Any | None,
    words: _Words,
    beside: Mapping[dt.datetime, list[Line]],
) -> Change:
    reason = entry.history_change_reason or ""
    lines = _lines(entry, former, words)
    if not (former is None and reason == "register"):
        lines += beside.get(entry.history_date, [])
    by = done_by(entry, of_a_picture=True)
    deed = deed_said(reason)
    return Change(entry.history_id, entry.history_date, by, deed, lines)


def deed_said(reason: str) -> str:
    """A deed in words; many at once are known by their number."""
    words = reason.rpartition(" ")
    if words[0] == "batch":
        return _("Many at once, no. %(number)s") % {"number": words[2]}
    if words[0] == "undo batch":
        return _("Many at once, no. %(number)s, undone") % {"number": words[2]}
    return str(DEEDS.get(reason, _("Changed")))


def _lines(entry: Any, former: Any | None, words: _Words) -> list[Line]:
    lines: list[Line] = []
    for field in Item._meta.concrete_fields:  # noqa: SLF001  (Django's documented API)
        if field.name in INTERNAL:
            continue
        after = getattr(entry, field.attname)
        before = getattr(former, field.attname) if former else field.get_default()
        if before == after:
            continue
        if field.name == "translations":
            lines += in_languages(before, after)
        else:
            label = capfirst(str(field.verbose_name))
            lines.append(
                Line(label, _said(field, before, words), _said(field, after, words))
            )
    hung = words.subjects.get(entry.history_id, [])
    had = words.subjects.get(former.history_id, []) if former else []
    if hung != had:
        lines.append(Line(_("Subjects"), "; ".join(had), "; ".join(hung)))
    return lines


def _said(field: models.Field[Any, Any], value: Any, words: _Words) -> str:
    if (name := words.named(field.name, value)) is not None:
        return name
    if field.name in SAID:
        return SAID[field.name](value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return said(value)


def _beside(item: Item) -> dict[dt.datetime, list[Line]]:
    """Persons and translated stories, by the moment of the deed they belong to."""
    lines: dict[dt.datetime, list[Line]] = defaultdict(list)
    seen = list(Depiction.history.filter(item_id=item.pk).order_by("history_id"))
    people = {row.person_id for row in seen}
    told = Person.history.filter(id__in=people).order_by("history_id")
    names = {row.id: row.name for row in told}
    for row, former in _steps(told):
        if former is not None:
            lines[row.history_date].append(
                Line(_("Person"), _person(former), _person(row))
            )
    for row, former in _steps(seen):
        lines[row.history_date].append(
            Line(
                _("Seen in the picture"),
                _depiction(former, names),
                _depiction(row, names),
            )
        )
    translated = StoryTranslation.history.filter(story__item_id=item.pk)
    for row, former in _steps(translated.order_by("history_id")):
        label = _("Story in another language (%(code)s)") % {"code": row.language}
        lines[row.history_date].append(
            Line(label, _translation(former), _translation(row))
        )
    for row, former in _steps(Story.history.filter(item_id=item.pk)):
        before, after = _transcript(former), _transcript(row)
        if before != after:
            lines[row.history_date].append(Line(_("Written down"), before, after))
    others = [*_relations(item), *_files(item), *_answers(item), *_notes(item)]
    for at, line in others:
        lines[at].append(line)
    return lines


def _notes(item: Item) -> Iterable[tuple[dt.datetime, Line]]:
    for (_pk, at), notes in footnotes.of([item.pk]).items():
        for label, words in notes:
            yield at, Line(label, "", words)


def _relations(item: Item) -> Iterable[tuple[dt.datetime, Line]]:
    rows = list(
        Relation.history.filter(Q(item_id=item.pk) | Q(other_id=item.pk)).order_by(
            "history_id"
        )
    )
    numbers = related.numbers(rows)
    for row, former in _steps(rows):
        before, after = (_relation(each, item, numbers) for each in (former, row))
        yield row.history_date, Line(_("Belongs with"), before, after)


def _files(item: Item) -> Iterable[tuple[dt.datetime, Line]]:
    for each in FileChange.objects.filter(item=item).select_related("media"):
        label = f"{_('File')}: {each.get_deed_display()}"
        yield each.at, Line(label, each.before, each.after)


def _answers(item: Item) -> Iterable[tuple[dt.datetime, Line]]:
    for each in AnchorAnswer.objects.filter(item=item).select_related("anchor"):
        yield each.at, Line(_("Sure of the date"), each.anchor.sentence, each.date_edtf)


def _steps(rows: Iterable[Any]) -> Iterable[tuple[Any, Any | None]]:
    """Each row of history with the one before it of the same thing."""
    last: dict[int, Any] = {}
    for row in rows:
        yield row, last.get(row.id)
        last[row.id] = row


def _person(row: Any) -> str:
    marks = [str(dict(Person.Living.choices).get(row.living, ""))]
    if row.is_name_hidden:
        marks.append(_("name is not shown"))
    return f"{row.name} ({', '.join(marks)})"


def _depiction(row: Any | None, names: Mapping[int, str]) -> str:
    if row is None or row.history_type == "-":
        return ""
    name = names.get(row.person_id, "–")
    marks = [_("may be named")] if row.may_be_named else []
    if row.x is not None and row.y is not None:
        marks.append(f"{row.x:.0f} · {row.y:.0f} %")
    return f"{name} ({', '.join(marks)})" if marks else name


def _relation(row: Any | None, item: Item, numbers: Mapping[int, str]) -> str:
    if row is None or row.history_type == "-":
        return ""
    other = row.other_id if row.item_id == item.pk else row.item_id
    kind = dict(Relation.Kind.choices).get(row.kind, "")
    return f"{numbers.get(other, '–')} ({kind})"


def _transcript(row: Any | None) -> str:
    if row is None or row.history_type == "-" or not row.transcript:
        return ""
    by = _("Written down by %(name)s") % {"name": row.transcriber}
    return f"{row.transcript} ({by})" if row.transcriber else str(row.transcript)


def _translation(row: Any | None) -> str:
    if row is None or row.history_type == "-":
        return ""
    by = _("Translated by %(name)s") % {"name": row.translator}
    return f"{row.text} ({by})"
