"""The light table: published pictures that may hang in an exhibition."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from archive.models import Item
from exhibitions.models import Exhibition, Placement
from exhibitions.permissions import may_hang

ON_THE_TABLE = 24
LONGEST_NUMBER = 9


@dataclass(frozen=True)
class Table:
    """The pictures in sight, and where the older ones begin."""

    items: list[Item]
    hanging: frozenset[int]
    older: int | None


def lay_out(exhibition: Exhibition, *, words: str, before: int | None) -> Table:
    """The newest pictures that fit the words, or those numbered below `before`."""
    items = (
        Item.objects.published()
        .filter(publication=Item.Publication.FULL, permitted_uses__icontains="exhibit")
        .filter(_fits(words.strip()))
        .with_pictures()
    )
    if before is not None:
        items = items.filter(number__lt=before)
    found = list(items.order_by("-number")[: ON_THE_TABLE + 1])
    shown = found[:ON_THE_TABLE]
    return Table(
        items=[item for item in shown if may_hang(item)],
        hanging=frozenset(
            Placement.objects.filter(block__section__exhibition=exhibition).values_list(
                "item_id", flat=True
            )
        ),
        older=shown[-1].number if len(found) > ON_THE_TABLE else None,
    )


def _fits(words: str) -> Q:
    """Every word somewhere in what is known; a number is the item's own."""
    fits = Q()
    for word in words.split():
        digits = word.lstrip("Bb")
        if digits.isascii() and digits.isdigit() and len(digits) <= LONGEST_NUMBER:
            fits &= Q(number=int(digits)) | Q(date_told__contains=digits)
            continue
        fits &= (
            Q(title__icontains=word)
            | Q(seen__icontains=word)
            | Q(alt_text__icontains=word)
            | Q(place__name__icontains=word)
            | Q(date_told__icontains=word)
            | Q(photographer__icontains=word)
        )
    return fits
