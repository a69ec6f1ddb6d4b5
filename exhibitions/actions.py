"""The deeds of a curator: each one transaction, each leaving the exhibition whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.text import slugify

from accounts.models import Partner, User
from archive.models import Edition, Item
from exhibitions.blocks import KINDS
from exhibitions.models import Block, Exhibition, Placement, Section
from exhibitions.permissions import may_hang
from submissions import notices

PLAIN_LETTERS = (("æ", "ae"), ("ø", "oe"), ("å", "aa"), ("ı", "i"))


class CannotHang(Exception):
    """The item may not be shown in an exhibition, or the block is full."""


class ChangedMeanwhile(Exception):
    """Somebody else saved first; `.theirs` is the row as it now is."""

    def __init__(self, theirs: Any) -> None:
        super().__init__(str(theirs))
        self.theirs = theirs


class NotReady(Exception):
    """The exhibition cannot open yet; `.problems` says why, in words."""

    def __init__(self, problems: Sequence[Any]) -> None:
        super().__init__(str(len(problems)))
        self.problems = problems


@transaction.atomic
def create(*, title: str, language: str, by: User) -> Exhibition:
    """Begin an exhibition with its first chapter; nobody but curators sees it."""
    exhibition = Exhibition.objects.create(
        title=title, language=language, slug=free_slug(title), changed_by=by
    )
    Section.objects.create(exhibition=exhibition, position=0)
    return exhibition


def free_slug(title: str) -> str:
    """An address from the title, in plain letters, that nobody has yet."""
    return _free(title, Exhibition.objects.values_list("slug", flat=True), "udstilling")


def _partner_slug(name: str) -> str:
    return _free(name, Partner.objects.values_list("slug", flat=True), "partner")[:50]


def _free(words: str, taken: Any, otherwise: str) -> str:
    letters = words.lower()
    for letter, plain in PLAIN_LETTERS:
        letters = letters.replace(letter, plain)
    base = slugify(letters)[:44].strip("-_") or otherwise
    slug, number = base, 2
    while taken.filter(slug=slug).exists():
        slug, number = f"{base}-{number}", number + 1
    return slug


@transaction.atomic
def write(
    exhibition: Exhibition,
    *,
    row: Any,
    changes: Mapping[str, Any],
    by: User,
    unchanged: Callable[[Any], bool] | None = None,
) -> Any:
    """Save words on the exhibition or on one of its chapters, blocks or hangings.

    `unchanged` is asked about the row as it stands now: no, and ChangedMeanwhile is
    raised. Translations are laid beside those in other languages.
    """
    current = type(row).objects.select_for_update().get(pk=row.pk)
    if unchanged and not unchanged(current):
        raise ChangedMeanwhile(current)
    for field, value in changes.items():
        given = value
        if field == "translations":
            merged = {**current.translations, **value}
            given = {code: words for code, words in merged.items() if words}
        setattr(row, field, given)
    row.save(update_fields=list(changes))
    touch(exhibition, by=by)
    return row


@transaction.atomic
def choose_partners(
    exhibition: Exhibition, *, partners: Iterable[Partner], new: str = "", by: User
) -> None:
    """Say who makes the exhibition together; a new one is remembered by its name."""
    chosen = set(partners)
    if name := " ".join(new.split()):
        known = Partner.objects.filter(name__iexact=name).first()
        chosen.add(known or Partner.objects.create(name=name, slug=_partner_slug(name)))
    exhibition.partners.set(chosen)
    touch(exhibition, by=by)


def touch(exhibition: Exhibition, *, by: User | None) -> None:
    """Note that something changed, when and by whom; shown as “last saved”."""
    exhibition.changed_at = timezone.now()
    exhibition.changed_by = by
    Exhibition.objects.filter(pk=exhibition.pk).update(
        changed_at=exhibition.changed_at, changed_by=by, version=F("version") + 1
    )
    Edition.bump()


@transaction.atomic
def add_section(exhibition: Exhibition, *, by: User) -> Section:
    """A new chapter at the end."""
    section = Section.objects.create(
        exhibition=exhibition, position=_end(exhibition.sections)
    )
    touch(exhibition, by=by)
    return section


@transaction.atomic
def add_block(section: Section, *, kind: str, by: User) -> Block:
    """A new, empty block at the end of a chapter. Raises KeyError for unknown kinds."""
    block = Block.objects.create(
        section=section, kind=KINDS[kind].name, position=_end(section.blocks)
    )
    touch(section.exhibition, by=by)
    return block


@transaction.atomic
def place(block: Block, *, item: Item | None, by: User) -> Placement:
    """Hang a published item in a block. Raises CannotHang when it may not be shown."""
    wanted = item.pk if item else 0
    current = Item.objects.published().filter(pk=wanted).first()
    if (
        current is None
        or not may_hang(current)
        or not KINDS[block.kind].has_room(block)
    ):
        raise CannotHang
    placement = Placement.objects.create(
        block=block, item=current, position=_end(block.placements)
    )
    touch(block.section.exhibition, by=by)
    if block.section.exhibition.is_published:
        notices.owe_exhibited(current)
    return placement


@transaction.atomic
def remove(exhibition: Exhibition, *, row: Any, by: User) -> None:
    """Take a chapter, block or hanging out; the items stay in the archive."""
    row.delete()
    touch(exhibition, by=by)


@transaction.atomic
def arrange(
    exhibition: Exhibition,
    *,
    order: Sequence[tuple[Section, Sequence[Block]]],
    by: User,
) -> None:
    """Put chapters, and the blocks in them, in this order (by drag or by keyboard)."""
    for place_in_row, (section, blocks) in enumerate(order):
        Section.objects.filter(pk=section.pk).update(position=place_in_row)
        for position, block in enumerate(blocks):
            Block.objects.filter(pk=block.pk).update(section=section, position=position)
    touch(exhibition, by=by)


@transaction.atomic
def move(row: Section | Block | Placement, *, by: User, steps: int) -> None:
    """Move up (negative) or down among its siblings, as far as there is room.

    A block at the edge of its chapter goes on into the next one; so everything that
    can be dragged can also be moved step by step.
    """
    siblings = list(_siblings(row))
    index = next(i for i, each in enumerate(siblings) if each.pk == row.pk)
    target = min(max(index + steps, 0), len(siblings) - 1)
    if target == index and isinstance(row, Block):
        _cross(row, steps)
    else:
        siblings.insert(target, siblings.pop(index))
        _number(siblings)
    touch(exhibition_of(row), by=by)


def _cross(block: Block, steps: int) -> None:
    """Into the end of the chapter before, or to the top of the one after."""
    sections = list(block.section.exhibition.sections.all())
    index = sections.index(block.section) + (1 if steps > 0 else -1)
    if not 0 <= index < len(sections):
        return
    Block.objects.filter(pk=block.pk).update(section=sections[index])
    others = [each for each in sections[index].blocks.all() if each.pk != block.pk]
    _number([block, *others] if steps > 0 else [*others, block])


def _number(rows: Sequence[Any]) -> None:
    for position, row in enumerate(rows):
        type(row).objects.filter(pk=row.pk).update(position=position)


@transaction.atomic
def publish(exhibition: Exhibition, *, by: User) -> Exhibition:
    """Open the exhibition. Raises NotReady with every problem that stands in the way."""
    from exhibitions.checks import stops  # noqa: PLC0415  (checks read our blocks)

    problems = stops(exhibition)
    if problems:
        raise NotReady(problems)
    exhibition.published_at = exhibition.published_at or timezone.now()
    exhibition.save(update_fields=["published_at"])
    touch(exhibition, by=by)
    invite(exhibition)
    return exhibition


def invite(exhibition: Exhibition) -> None:
    """Owe every family whose picture hangs here an invitation; once to each."""
    hung = Item.objects.filter(placements__block__section__exhibition=exhibition)
    for item in hung.distinct():
        notices.owe_exhibited(item)


@transaction.atomic
def unpublish(exhibition: Exhibition, *, by: User) -> Exhibition:
    """Close the exhibition to visitors; the work stays."""
    exhibition.published_at = None
    exhibition.save(update_fields=["published_at"])
    touch(exhibition, by=by)
    return exhibition


def exhibition_of(row: Section | Block | Placement) -> Exhibition:
    """The exhibition a part belongs to."""
    if isinstance(row, Section):
        return row.exhibition
    section = row.section if isinstance(row, Block) else row.block.section
    return section.exhibition


def _siblings(row: Section | Block | Placement) -> Any:
    if isinstance(row, Section):
        return row.exhibition.sections.all()
    if isinstance(row, Block):
        return row.section.blocks.all()
    return row.block.placements.all()


def _end(rows: Any) -> int:
    last = rows.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1
