"""Dating anchors: what is known of places and words, against what a card says.

An anchor never corrects a date. It asks, where a picture cannot be of the time it is
dated to; whoever knows better says so once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from archive.models import AnchorAnswer, DatingAnchor, Item, Place, Story
from archive.texts import folded

WORDS = ("title", "seen", "remarks", "place_told", "keywords", "back_text")


@dataclass(frozen=True)
class Told:
    """What a card says, saved or still being written."""

    edtf: str
    earliest: dt.date | None
    latest: dt.date | None
    place: Place | None
    words: str


def told_by(item: Item, stories: Iterable[Story]) -> Told:
    """What a saved card says, with its stories."""
    words = [getattr(item, name) for name in WORDS]
    return Told(
        item.date_edtf,
        item.earliest,
        item.latest,
        item.place or item.hidden_place,
        "\n".join([*words, *(story.words for story in stories)]),
    )


def told_in(changes: Mapping[str, Any], item: Item, stories: Iterable[Story]) -> Told:
    """What a card that is being written would say."""
    words = [changes.get(name, getattr(item, name)) for name in WORDS]
    return Told(
        changes["date_edtf"],
        changes["earliest"],
        changes["latest"],
        changes["place"],
        "\n".join([*words, *(story.words for story in stories)]),
    )


def against(told: Told, item: Item) -> list[DatingAnchor]:
    """The anchors that speak against a card and have not been answered for its date."""
    if not told.edtf:
        return []
    known = DatingAnchor.objects.filter(laid_away_at=None).select_related("place")
    words = folded(told.words)
    found = [
        anchor
        for anchor in known
        if _speaks_against(anchor, told) and _is_about(anchor, told, words)
    ]
    if not found:
        return []
    answered = set(
        AnchorAnswer.objects.filter(item=item, date_edtf=told.edtf).values_list(
            "anchor", "bounds"
        )
    )
    return [each for each in found if (each.pk, bounds(each)) not in answered]


def bounds(anchor: DatingAnchor) -> str:
    """The two days of an anchor as one word: an answer holds for exactly these."""
    days = (anchor.not_before, anchor.not_after)
    return "/".join(day.isoformat() if day else ".." for day in days)


def _speaks_against(anchor: DatingAnchor, told: Told) -> bool:
    """A picture whose every possible day lies outside the anchor's."""
    too_old = anchor.not_before and told.latest and told.latest < anchor.not_before
    too_new = anchor.not_after and told.earliest and told.earliest > anchor.not_after
    return bool(too_old or too_new)


def _is_about(anchor: DatingAnchor, told: Told, words: str) -> bool:
    place = told.place
    if place and anchor.place_id and anchor.place_id in {place.pk, place.parent_id}:
        return True
    return any(
        re.search(rf"\b{re.escape(folded(word))}", words) for word in anchor.keywords
    )
