"""Two people wrote at once: what differs, side by side, and what is to be kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField, CheckboxInput
from django.http import QueryDict
from django.utils.translation import gettext as _

from archive.forms import Desk, ItemForm
from archive.models import Person, Relation

MINE, THEIRS = "mine", "theirs"

# Fields that only make sense together are chosen together.
TOGETHER = {
    "date_told": (
        "date_told",
        "date_from",
        "date_to",
        "date_basis",
        "is_date_unknown",
    ),
    "place_name": ("place_name", "is_place_unknown"),
    "latitude": ("latitude", "longitude", "precision"),
    "height_mm": ("height_mm", "width_mm"),
    "restriction": ("restriction", "restricted_until", "restriction_note"),
}
PART_OF = {name: group for group, names in TOGETHER.items() for name in names}
# Rows that are kept or dropped together, all of one kind.
ROWS = ("persons", "relations")


@dataclass(frozen=True)
class Difference:
    """One thing both wrote differently; `preferred` is whose is kept by default."""

    name: str
    label: str
    theirs: str
    mine: str
    preferred: str


def differences(
    mine: Desk,
    theirs: Desk,
    base: ItemForm | None,
    related_then: Iterable[tuple[str, str]] = (),
) -> list[Difference]:
    """What differs between a posted desk and the item as it stands now.

    `base` is the item as it was when the page was opened, and `related_then` what it
    belonged with: where only one of the two changed something, that one is preferred.
    """
    was = _values(list(base)) if base else {}
    now, typed = _values(_fields(theirs)), _values(_fields(mine))
    found = []
    for group, names in _groups(typed).items():
        here = {name: typed[name] for name in names}
        there = {name: now.get(name, "") for name in names}
        if here != there:
            untouched = bool(was) and here == {each: was.get(each) for each in names}
            label = _labels(mine)[group]
            found.append(
                Difference(
                    group,
                    label,
                    _said(there),
                    _said(here),
                    THEIRS if untouched else MINE,
                )
            )
    ours, others = _persons(mine), _persons(theirs)
    if ours != others:
        found.append(Difference("persons", _("Persons"), others, ours, MINE))
    ours, others = _relations(mine), _relations(theirs)
    if ours != others:
        untouched = base is not None and ours == _said_relations(related_then)
        preferred = THEIRS if untouched else MINE
        found.append(Difference("relations", _("Relations"), others, ours, preferred))
    return found


def settled(posted: QueryDict, theirs: Desk) -> QueryDict:
    """What was posted, with theirs put in wherever the person chose to keep it."""
    data = posted.copy()
    raw = as_posted(theirs)
    for key, choice in posted.items():
        if not key.startswith("keep-") or choice != THEIRS:
            continue
        group = key.removeprefix("keep-")
        names = TOGETHER.get(group, (group,))
        if group in ROWS:
            names = tuple(
                name for name in {*data, *raw} if name.startswith(f"{group}-")
            )
        for name in names:
            data.setlist(name, raw.get(name, []))
    return data


def as_posted(desk: Desk) -> dict[str, list[str]]:
    """What a browser would send if nothing on this page were touched."""
    raw = {bound.html_name: _raw(bound) for form in desk.forms for bound in form}
    for rows in (desk.persons, desk.relations):
        for bound in rows.management_form:
            raw[bound.html_name] = _raw(bound)
    return raw


def _raw(bound: BoundField) -> list[str]:
    widget, value = bound.field.widget, bound.value()
    if isinstance(widget, CheckboxInput):
        return ["on"] if value else []
    shown = widget.format_value(value)
    if isinstance(shown, list):
        return [str(each) for each in shown]
    return [str(shown or "")]


def _fields(desk: Desk) -> list[BoundField]:
    return [bound for form in _written(desk) for bound in form]


def _written(desk: Desk) -> list[Any]:
    return [desk.form, *desk.transcripts, *desk.translations]


def _values(fields: list[BoundField]) -> dict[str, str]:
    """What each field says, in words a person can compare."""
    said = {}
    for bound in fields:
        value = bound.value()
        if isinstance(bound.field.widget, CheckboxInput):
            said[bound.html_name] = _("yes") if value else ""
            continue
        choices = {str(key): word for key, word in getattr(bound.field, "choices", [])}
        word = choices.get(str(value or ""), bound.field.widget.format_value(value))
        said[bound.html_name] = _plain(word)
    return said


def _plain(word: Any) -> str:
    return "" if word is None else str(word).replace("\r\n", "\n").strip()


def _groups(values: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for name in values:
        group = PART_OF.get(name, name)
        groups.setdefault(group, TOGETHER.get(group, (name,)))
    return groups


def _labels(desk: Desk) -> dict[str, str]:
    labels = {bound.html_name: str(bound.label) for bound in desk.form}
    for voice in desk.transcripts:
        labels |= {bound.html_name: str(bound.label) for bound in voice}
    for form in desk.translations:
        labels |= {bound.html_name: f"{bound.label} ({form.name})" for bound in form}
    return labels


def _said(values: Mapping[str, str]) -> str:
    return " · ".join(value for value in values.values() if value)


def _persons(desk: Desk) -> str:
    rows = []
    for form in desk.persons.forms:
        name = form["name"].value()
        if name:
            marks = [
                str(form[field].label)
                for field in ("may_be_named", "is_name_hidden")
                if form[field].value()
            ]
            if form["x"].value() not in {None, ""}:
                marks.append(f"{form['x'].value()} · {form['y'].value()} %")
            living = dict(Person.Living.choices).get(form["living"].value(), "")
            rows.append(f"{name} ({', '.join([str(living), *marks])})")
    return "\n".join(rows)


def _relations(desk: Desk) -> str:
    return _said_relations(
        (str(form["number"].value() or ""), str(form["kind"].value()))
        for form in desk.relations.forms
    )


def _said_relations(rows: Iterable[tuple[str, str]]) -> str:
    kinds = dict(Relation.Kind.choices)
    return "\n".join(
        f"{number} ({kinds.get(kind, '')})" for number, kind in rows if number
    )
