"""An exhibition as it hangs now: what may be shown, what leaves a gap, in one language.

The web page, the panels and the preview all read this, so they cannot disagree.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import get_language

from archive.images import Picture, public_picture
from archive.models import Item
from archive.texts import Text
from exhibitions.blocks import KINDS, Kind
from exhibitions.markdown import words_in
from exhibitions.models import Block, Exhibition, Placement, Section
from exhibitions.permissions import may_hang

SECONDS_A_PICTURE = 6
WORDS_A_MINUTE = 200

# Widths the style sheet knows (blocks.css): no picture is shown wider than it is.
NARROWEST, WIDEST, STEP = 160, 1280, 80


@dataclass(frozen=True)
class Hung:
    """One item on the wall, or the neutral gap it left."""

    placement: Placement
    item: Item
    picture: Picture | None
    label: Text
    alt: Text

    @property
    def is_gap(self) -> bool:
        return self.picture is None

    @property
    def is_wide(self) -> bool:
        return self.picture is not None and not self.picture.is_portrait

    @property
    def shape(self) -> str:
        """Classes that keep the picture's proportion, also of the gap it left."""
        if self.picture is None:
            return _shape_of_file(self.item)
        return f"{self.picture.ratio_class} {width_class(self.picture)}"


@dataclass(frozen=True)
class Shown:
    """One block with its words in the visitor's language and its pictures."""

    block: Block
    kind: Kind
    original: Text
    body: Text
    pictures: list[Hung] = field(default_factory=list)
    is_right: bool = False

    @property
    def anchor(self) -> str:
        return f"blok-{self.block.pk}"

    @property
    def first(self) -> Hung | None:
        return self.pictures[0] if self.pictures else None


@dataclass(frozen=True)
class Chapter:
    """One chapter with its number, words and blocks."""

    section: Section
    number: int
    title: Text
    promise: Text
    blocks: list[Shown]

    @property
    def anchor(self) -> str:
        return f"kapitel-{self.number}"


@dataclass(frozen=True)
class Tour:
    """How long a visit takes and how many pictures one meets."""

    minutes: int
    pictures: int


def chapters(exhibition: Exhibition, *, language: str | None = None) -> list[Chapter]:
    """All chapters, numbered from 1. Costs no query on an exhibition got by whole()."""
    language = language or get_language() or "da"
    now = timezone.now()
    return [
        Chapter(
            section=section,
            number=number,
            title=section.text("title", language),
            promise=section.text("promise", language),
            blocks=blocks(section, language=language, at=now),
        )
        for number, section in enumerate(exhibition.sections.all(), start=1)
    ]


def blocks(section: Section, *, language: str, at: dt.datetime) -> list[Shown]:
    """The blocks of a chapter; single pictures hang left and right in turn."""
    shown, singles = [], 0
    for block in section.blocks.all():
        kind = KINDS.get(block.kind)
        if kind is None:
            continue
        pictures = [
            hang(placement, language=language, at=at)
            for placement in block.placements.all()
        ]
        singles += kind.pictures == (1, 1)
        shown.append(
            Shown(
                block=block,
                kind=kind,
                original=Text(block.body, block.language),
                body=block.text("body", language),
                pictures=pictures,
                is_right=kind.pictures == (1, 1) and singles % 2 == 0,
            )
        )
    return shown


def cover(exhibition: Exhibition) -> Picture | None:
    """The picture on the threshold, while it may be shown in exhibitions."""
    item = exhibition.cover
    return public_picture(item) if item and may_hang(item) else None


def width_class(picture: Picture) -> str:
    """The class that keeps a small original small; none for the large ones."""
    if picture.width >= WIDEST:
        return ""
    return f"px-{max(NARROWEST, picture.width // STEP * STEP)}"


def _shape_of_file(item: Item) -> str:
    sizes = [(each.width, each.height) for each in item.media.all()]
    width, height = next(((w, h) for w, h in sizes if w and h), (3, 2))
    return f"r-{min(max(round(width / height * 50) * 2, 40), 300)}"


def hang(placement: Placement, *, language: str, at: dt.datetime) -> Hung:
    """One hanging; a gap where the item may not be shown in exhibitions any more."""
    item = placement.item
    alt = placement.text("alt_text", language)
    return Hung(
        placement=placement,
        item=item,
        picture=public_picture(item) if may_hang(item, at) else None,
        label=placement.text("label", language),
        alt=alt or item.text("alt_text", language),
    )


def lenders(chapters: list[Chapter]) -> list[str]:
    """Whose pictures hang here, as they wish to be named, each once."""
    return _each_once(hung.item.credit for hung in _hung(chapters))


def photographers(chapters: list[Chapter]) -> list[str]:
    """Who took the pictures that hang here, each once."""
    return _each_once(hung.item.photographer for hung in _hung(chapters))


def _hung(chapters: list[Chapter]) -> Iterator[Hung]:
    for chapter in chapters:
        for shown in chapter.blocks:
            yield from (hung for hung in shown.pictures if not hung.is_gap)


def _each_once(names: Iterable[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name]


def tour(exhibition: Exhibition, chapters: list[Chapter]) -> Tour:
    """Reading at 200 words a minute and six seconds a picture, in whole minutes."""
    words = words_in(exhibition.localized_introduction.words)
    pictures = list(_hung(chapters))
    for chapter in chapters:
        words += sum(words_in(shown.body.words) for shown in chapter.blocks)
    words += sum(words_in(hung.label.words) for hung in pictures)
    seconds = words / WORDS_A_MINUTE * 60 + len(pictures) * SECONDS_A_PICTURE
    return Tour(minutes=max(1, round(seconds / 60)), pictures=len(pictures))
