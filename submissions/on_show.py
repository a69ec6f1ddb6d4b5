"""Where a family's pictures hang, met from the item's side: `item.placements`.

Exhibitions lie above submissions and are never imported here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils import timezone

from archive.models import Item
from archive.permissions import Use, permits

THE_WAY_THERE = "placements__block__section__exhibition"


@dataclass(frozen=True)
class Hanging:
    """An exhibition, and the first of the family's pictures in it."""

    exhibition: Any
    item: Item
    anchor: str

    @property
    def url(self) -> str:
        """The exhibition, starting at their own picture."""
        return f"{self.exhibition.get_absolute_url()}#{self.anchor}"

    @property
    def topic(self) -> str:
        """What a notice about it is about, told once."""
        return topic_of(self.exhibition.pk)


def topic_of(exhibition: int) -> str:
    return f"exhibition-{exhibition}"


def hangings(items: Iterable[Item]) -> list[Hanging]:
    """Open exhibitions in which these pictures hang now, each once, the newest first.

    A picture that is not shown there (a gap) does not count.
    """
    shown = [each for each in items if _may_hang(each)]
    prefetch_related_objects(shown, THE_WAY_THERE)
    now = timezone.now()
    found: dict[int, Hanging] = {}
    for item in shown:
        for placement in item.placements.all():
            exhibition = placement.block.section.exhibition
            if exhibition.published_at and exhibition.published_at <= now:
                hanging = Hanging(exhibition, item, placement.anchor)
                found.setdefault(exhibition.pk, hanging)
    return [found[pk] for pk in sorted(found, reverse=True)]


def _may_hang(item: Item) -> bool:
    return item.is_published and item.shows_picture and bool(permits(item, Use.EXHIBIT))
