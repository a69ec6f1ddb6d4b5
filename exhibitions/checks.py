"""What must be right before an exhibition opens, and what is worth a look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exhibitions import limits
from exhibitions.blocks import KINDS
from exhibitions.blocks.kind import Kind
from exhibitions.limits import Measure
from exhibitions.markdown import words_in
from exhibitions.models import Block, Exhibition, Placement, Section
from exhibitions.permissions import may_hang

MOST_TEXTS_IN_A_ROW = 2
MOST_SILENT_PICTURES = 3
CHAPTERS = range(3, 8)
MOST_BLOCKS = 8


@dataclass(frozen=True)
class Finding:
    """One thing that was found: where, what, how to cure it, and whether it stops."""

    where: str
    what: str
    cure: str
    anchor: str
    stops: bool = True

    @property
    def light(self) -> str:
        return "stop" if self.stops else "look"

    @property
    def block(self) -> str:
        """The number of the block to open, where it is about a block."""
        name, _dash, number = self.anchor.partition("-")
        return number if name == "blok" else ""


def findings(exhibition: Exhibition) -> list[Finding]:
    """Everything found, in the order of the exhibition, what stops it first."""
    found = [*_of_exhibition(exhibition), *_of_introduction(exhibition)]
    for number, section in enumerate(exhibition.sections.all(), start=1):
        found += _of_section(section, number)
    return sorted(found, key=lambda finding: not finding.stops)


def stops(exhibition: Exhibition) -> list[Finding]:
    """Only what keeps it from opening."""
    whole = Exhibition.objects.whole().get(pk=exhibition.pk)
    return [finding for finding in findings(whole) if finding.stops]


def _of_exhibition(exhibition: Exhibition) -> Iterator[Finding]:
    where, sections = exhibition.title, list(exhibition.sections.all())
    for name, words in (("title", where), ("subtitle", exhibition.subtitle)):
        measure = limits.in_letters(words, limits.LETTERS[name])
        yield from _too_long(measure, where, "udstilling")
    if not any(section.blocks.all() for section in sections):
        yield Finding(
            where,
            _("Nothing hangs in it yet."),
            _("Add a picture to a chapter."),
            "kapitler",
        )
    elif len(sections) not in CHAPTERS:
        yield Finding(
            where,
            ngettext(
                "It has %(count)s chapter.", "It has %(count)s chapters.", len(sections)
            )
            % {"count": len(sections)},
            _("Three to seven are good to walk through."),
            "kapitler",
            stops=False,
        )
    yield from _of_cover(exhibition)


def _of_cover(exhibition: Exhibition) -> Iterator[Finding]:
    where, cover = exhibition.title, exhibition.cover
    if cover is None:
        yield Finding(
            where,
            _("No picture hangs on the threshold."),
            _("Choose one; it is what visitors meet first."),
            "forside",
            stops=False,
        )
    elif not may_hang(cover):
        yield Finding(
            where,
            _("The picture on the threshold may not be shown any more."),
            _("Choose another; until then the threshold is dark."),
            "forside",
            stops=False,
        )


def _of_introduction(exhibition: Exhibition) -> Iterator[Finding]:
    where, count = exhibition.title, words_in(exhibition.introduction)
    if not count:
        yield Finding(
            where,
            _("It has no introduction."),
            _("Write 50 to 120 words about why this matters."),
            "udstilling",
        )
    elif count < limits.LEAST_INTRODUCTION:
        yield Finding(
            where,
            ngettext(
                "The introduction has only %(count)s word.",
                "The introduction has only %(count)s words.",
                count,
            )
            % {"count": count},
            _("Write 50 to 120 words about why this matters."),
            "udstilling",
            stops=False,
        )
    measure = limits.in_words(exhibition.introduction, limits.INTRODUCTION)
    yield from _too_long(measure, where, "udstilling")


def _of_section(section: Section, number: int) -> Iterator[Finding]:
    where = section.title or _("Chapter %(number)s") % {"number": number}
    anchor, blocks = f"kapitel-{section.pk}", list(section.blocks.all())
    if not section.title.strip():
        yield Finding(where, _("The chapter has no title."), _("Give it one."), anchor)
    measure = limits.in_letters(section.title, limits.LETTERS["chapter"])
    yield from _too_long(measure, where, anchor)
    if len(blocks) > MOST_BLOCKS:
        yield Finding(
            where,
            _("There are %(count)s things in the chapter.") % {"count": len(blocks)},
            _("Up to eight is good; the rest may become a chapter of its own."),
            anchor,
            stops=False,
        )
    yield from _of_rhythm(blocks, where)
    for block in blocks:
        if block.kind in KINDS:
            yield from _of_block(block, KINDS[block.kind], where)


def _of_rhythm(blocks: Iterable[Block], where: str) -> Iterator[Finding]:
    texts = silent = 0
    for block in blocks:
        texts = texts + 1 if block.kind == "text" else 0
        if texts == MOST_TEXTS_IN_A_ROW + 1:
            yield Finding(
                where,
                _("Three texts follow each other."),
                _("Let a picture breathe between them."),
                f"blok-{block.pk}",
                stops=False,
            )
        silent = silent + 1 if _is_silent(block) else 0
        if silent == MOST_SILENT_PICTURES + 1:
            yield Finding(
                where,
                _("Four pictures follow each other without a word."),
                _("Say something about one of them."),
                f"blok-{block.pk}",
                stops=False,
            )


def _is_silent(block: Block) -> bool:
    placements = block.placements.all()
    said = block.body.strip() or any(each.label.strip() for each in placements)
    return bool(placements) and not said


def _of_block(block: Block, kind: Kind, where: str) -> Iterator[Finding]:
    anchor, where = f"blok-{block.pk}", f"{where}: {kind.label}"
    placements = list(block.placements.all())
    if len(placements) < kind.pictures[0]:
        what = ngettext(
            "It needs at least %(count)s picture.",
            "It needs at least %(count)s pictures.",
            kind.pictures[0],
        ) % {"count": kind.pictures[0]}
        yield Finding(where, what, _("Hang one, or take the block out."), anchor)
    if kind.words and not kind.takes_pictures and not block.body.strip():
        yield Finding(
            where, _("It has no words."), _("Write some, or take it out."), anchor
        )
    if kind.words:
        yield from _too_long(limits.in_words(block.body, kind.words), where, anchor)
    for placement in placements:
        yield from _of_placement(placement, kind, where, anchor)


def _of_placement(
    placement: Placement, kind: Kind, where: str, anchor: str
) -> Iterator[Finding]:
    item = placement.item
    where = f"{where}, {item.reg_number}"
    if not may_hang(item):
        yield Finding(
            where,
            _("The picture may not be shown any more; visitors see a gap."),
            _("Take it out, or hang another."),
            anchor,
            stops=False,
        )
    if not placement.alt_text and not item.alt_text:
        yield Finding(where, _("It has no alt text."), _("Say what is seen."), anchor)
    if kind.label_words:
        measure = limits.in_words(placement.label, kind.label_words)
        yield from _too_long(measure, where, anchor)


def _too_long(measure: Measure, where: str, anchor: str) -> Iterator[Finding]:
    if measure.state == "fine":
        return
    bounds = {"count": measure.count, "good": measure.limit.good}
    most = {"most": measure.limit.most}
    if measure.in_letters:
        what = _("%(count)s letters; good is up to %(good)s.") % bounds
        cure = _("Shorten it to at most %(most)s letters.") % most
    else:
        what = _("%(count)s words; good is up to %(good)s.") % bounds
        cure = _("Shorten it to at most %(most)s words.") % most
    yield Finding(where, what, cure, anchor, stops=measure.state == "stop")
