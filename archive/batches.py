"""What one wish would do to many items: told beforehand, and done just so.

A wish is a handful of *parts* (place, date, subjects …). Each part is a few fields of
the item that are one thing to the person who reads the card.
"""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Prefetch
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.headings import hung_on
from archive.models import Depiction, Item, Subject
from archive.permissions import Missing, hides, is_closed
from archive.querysets import ItemQuerySet

DATE = ("date_edtf", "earliest", "latest", "date_basis", "is_date_unknown")
PARTS: dict[str, tuple[str, ...]] = {
    "place": ("place", "hidden_place", "is_place_unknown"),
    "date": (*DATE, "date_told", "date_language"),
    "subjects": (),
    "photographer": ("photographed_by", "photographer", "photographer_kind"),
    "collection": ("collection",),
    "restriction": ("restriction", "restricted_until", "restriction_note"),
    "technique": ("material", "held_as"),
}
LABELS = {
    "place": gettext_lazy("Place"),
    "date": gettext_lazy("Date"),
    "subjects": gettext_lazy("Subjects"),
    "photographer": gettext_lazy("Photographer"),
    "collection": gettext_lazy("Collection"),
    "restriction": gettext_lazy("Restriction"),
    "technique": gettext_lazy("Material and edition"),
}


@dataclass(frozen=True)
class Wish:
    """What is to be the same on all of them.

    `fields` are set, `add` and `remove` are keys of subjects, and the parts named in
    `previous` are taken over from the item numbered before.
    """

    fields: Mapping[str, Any] = field(default_factory=dict)
    add: tuple[int, ...] = ()
    remove: tuple[int, ...] = ()
    previous: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.fields or self.add or self.remove or self.previous)


@dataclass(frozen=True)
class Line:
    """One part of one item, before and after."""

    label: str
    before: str
    after: str


@dataclass
class Planned:
    """One item, and what the wish would make different on it."""

    item: Item
    changes: dict[str, Any]
    had: list[int]
    subjects: list[int]
    lines: list[Line] = field(default_factory=list)
    hidden_for: tuple[Missing, ...] = ()  # who sees it now would not see it then: why

    @property
    def is_changed(self) -> bool:
        return bool(self.changes) or self.subjects != self.had

    def after(self) -> Item:
        """The item as it would be."""
        then = copy.copy(self.item)
        for name, value in self.changes.items():
            setattr(then, name, value)
        return then


def chosen(keys: Iterable[int]) -> ItemQuerySet:
    """The items with these keys, with everything a plan asks for."""
    return (
        Item.objects.filter(pk__in=list(keys), laid_away_at=None)
        .select_related("place", "hidden_place", "collection", "photographed_by")
        .prefetch_related(
            *("media", "stories"),
            Prefetch("depictions", Depiction.objects.select_related("person")),
        )
    )


def laid_away(keys: Iterable[int]) -> list[Item]:
    """Those of these keys that are among the cards no more."""
    away = Item.objects.filter(pk__in=list(keys), laid_away_at__isnull=False)
    return list(away.order_by("number"))


def plan(items: ItemQuerySet, wish: Wish, at: dt.datetime) -> list[Planned]:
    """What the wish would do to each item, the lowest number first.

    “As the previous one” goes on from item to item: the second is as the first will
    be. The number of queries does not grow with the items.
    """
    found = list(items.order_by("number"))
    before = _previous(found) if wish.previous else {}
    hung = hung_on([*found, *before.values()])
    planned: dict[int, Planned] = {}
    for item in found:
        model = before.get(item.pk)
        done = planned.get(model.pk) if model else None
        like = done.after() if done else model
        like_hung = done.subjects if done else hung.get(model.pk, []) if model else []
        each = _plan_one(item, hung.get(item.pk, []), wish, like, like_hung)
        if each.is_changed and _is_shown(item, at):
            each.hidden_for = hides(each.after(), at)
        planned[item.pk] = each
    _say(list(planned.values()))
    return list(planned.values())


def hidden(planned: Iterable[Planned]) -> list[tuple[str, list[Item]]]:
    """Those that everybody can see now and nobody could then, by the reason."""
    found: dict[Missing, list[Item]] = {}
    for each in planned:
        for reason in each.hidden_for:
            found.setdefault(reason, []).append(each.item)
    return [(str(reason.label), items) for reason, items in found.items()]


def values_of(item: Item, hung: Sequence[int]) -> dict[str, Any]:
    """An item's values as a template keeps them; never what a family has said."""
    return {
        "place": item.place_id,
        "date": item.date_edtf,
        "subjects": list(hung),
        "photographer": item.photographed_by_id,
        "collection": item.collection_id,
        "restriction": item.restriction,
        "restricted_until": item.restricted_until.isoformat()
        if item.restricted_until
        else "",
        "material": item.material,
        "held_as": item.held_as,
    }


def _plan_one(
    item: Item,
    had: list[int],
    wish: Wish,
    like: Item | None,
    like_hung: Sequence[int],
) -> Planned:
    wanted = dict(wish.fields)
    add = list(wish.add)
    for part in wish.previous if like else ():
        wanted |= _taken_over(like, part)
        if part == "subjects":
            add += like_hung
    if item.is_place_hidden and "place" in wanted:  # then it is for us only
        wanted["hidden_place"] = wanted.pop("place") or item.hidden_place
    words = {  # as somebody once wrote them: they are not written over
        "date_told": item.date_told,
        "date_language": item.date_told,
        "photographer": item.photographer,
    }
    changes = {
        name: value
        for name, value in wanted.items()
        if getattr(item, name) != value and not words.get(name)
    }
    kept = [pk for pk in had if pk not in wish.remove]
    subjects = list(dict.fromkeys([*kept, *add]))
    return Planned(item, changes, had, subjects)


def _taken_over(like: Item | None, part: str) -> dict[str, Any]:
    """The fields of one part of the item before; nothing where it says nothing."""
    values = {name: getattr(like, name) for name in PARTS[part]}
    values.pop("date_told", None)  # what one family said is not said of another's
    values.pop("date_language", None)
    values.pop("hidden_place", None)  # what one family hides is not written on others
    if part == "restriction":
        return values
    said = {"place", "date_edtf", "photographed_by", "collection", "material"}
    flags = {"is_date_unknown", "is_place_unknown", "held_as"}
    return values if any(values.get(name) for name in said | flags) else {}


def _previous(items: Sequence[Item]) -> dict[int, Item]:
    """The item numbered before each, by key; in two queries however many."""
    if not items:
        return {}
    cards = Item.objects.filter(laid_away_at=None)
    below = cards.filter(number__lt=items[0].number).order_by("-number")[:1]
    between = cards.filter(
        number__range=(items[0].number, items[-1].number)
    ).values_list("number", flat=True)
    numbers = sorted({*(each.number for each in below), *between})
    before = dict(zip(numbers[1:], numbers, strict=False))
    wanted = {before[each.number] for each in items if each.number in before}
    mine = {each.number: each for each in items}
    others = cards.filter(number__in=wanted - set(mine)).select_related(
        "place", "collection", "photographed_by"
    )
    known = mine | {each.number: each for each in others}
    return {
        each.pk: known[before[each.number]] for each in items if each.number in before
    }


def _is_shown(item: Item, at: dt.datetime) -> bool:
    return item.is_published and not is_closed(item, at)


def _say(planned: Sequence[Planned]) -> None:
    keys = {pk for each in planned for pk in (*each.had, *each.subjects)}
    names = {pk: each.label for pk, each in Subject.everything.in_bulk(keys).items()}
    for each in planned:
        then = each.after()
        for part in PARTS:
            before, after = (
                _said(item, part, [names.get(pk, "–") for pk in hung])
                for item, hung in ((each.item, each.had), (then, each.subjects))
            )
            if before != after:
                each.lines.append(Line(str(LABELS[part]), before, after))


def _said(item: Item, part: str, subjects: list[str]) -> str:
    """One part of a card as a person reads it."""
    if part == "subjects":
        return "; ".join(subjects)
    return " · ".join(str(word) for word in SAYINGS[part](item) if word)


def _date(item: Item) -> list[Any]:
    return [_("not known")] if item.is_date_unknown else [item.date and item.date_said]


def _place(item: Item) -> list[Any]:
    known = item.place or item.hidden_place
    return [_("not known")] if item.is_place_unknown else [known]


def _restriction(item: Item) -> list[Any]:
    until = item.restricted_until
    day = date_format(until, "SHORT_DATE_FORMAT") if until else ""
    return [item.get_restriction_display(), day, item.restriction_note]


SAYINGS: dict[str, Callable[[Item], list[Any]]] = {
    "date": _date,
    "place": _place,
    "photographer": lambda item: [item.photographed_by or item.photographer],
    "collection": lambda item: [item.collection],
    "restriction": _restriction,
    "technique": lambda item: [
        item.material,
        item.held_as and item.get_held_as_display(),
    ],
}
