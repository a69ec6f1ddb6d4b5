"""Pages of a long list that all cost the same: the next one starts where this ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from archive.models import Item
from archive.querysets import ItemQuerySet

NEWER, OLDER = "nyere", "efter"


@dataclass(frozen=True)
class Page:
    """Some items, the newest number first, and the addresses to either side."""

    items: list[Item]
    next_url: str = ""
    previous_url: str = ""


def turn_to(
    items: ItemQuerySet, asked: Mapping[str, str], *, size: int, base: dict[str, str]
) -> Page:
    """The page that `asked` points to: ?efter=137 is what comes after B137.

    One query for the page and none for counting; a cursor that is no number, or that
    points past the end, shows the first page.
    """
    after, before = number(asked.get(OLDER)), number(asked.get(NEWER))
    if before is not None:
        rows = list(items.filter(number__gt=before).order_by("number")[: size + 1])
        found, more_newer = rows[:size][::-1], len(rows) > size
        more_older = bool(found)
    else:
        pool = items.filter(number__lt=after) if after is not None else items
        rows = list(pool.order_by("-number")[: size + 1])
        found, more_older = rows[:size], len(rows) > size
        more_newer = after is not None
    if not found:
        return Page([])
    return Page(
        found,
        next_url=_url(base, OLDER, found[-1].number) if more_older else "",
        previous_url=_url(base, NEWER, found[0].number) if more_newer else "",
    )


def number(word: str | None) -> int | None:
    """A cursor as typed or linked; None when it is no number."""
    if word and word.isascii() and word.isdigit() and len(word) < 10:  # noqa: PLR2004
        return int(word)
    return None


def _url(base: dict[str, str], name: str, cursor: int) -> str:
    return "?" + urlencode({**base, name: cursor})
