"""What lies on a curator's bench: every row of an exhibition with its small form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.forms import BoundField
from django.urls import reverse

from archive.images import Picture, public_picture
from archive.texts import direction
from exhibitions import forms
from exhibitions.blocks import KINDS, Kind
from exhibitions.forms import PartnersForm, TranslatedForm
from exhibitions.limits import Measure
from exhibitions.models import Block, Exhibition, Placement, Section
from exhibitions.permissions import may_hang, why_not


@dataclass(frozen=True)
class Slip:
    """One small form: where it is sent, and what was seen when it was filled in."""

    key: str
    url: str
    form: TranslatedForm
    language: str
    part: str = ""
    seen: str = ""

    @property
    def fields(self) -> Iterator[tuple[BoundField, Measure | None, str]]:
        """Each field with its measure and, in a translation, the original."""
        translating = self.form.is_translation
        for bound in self.form:
            original = self.form.original(bound.name) if translating else ""
            yield bound, self.form.measure(bound.name), original

    @property
    def own(self) -> str:
        return self.form.own

    @property
    def own_direction(self) -> str:
        return direction(self.form.own)


@dataclass(frozen=True)
class HangingOnBench:
    """One hanging: its picture, or why it may not be shown, and its words."""

    placement: Placement
    picture: Picture | None
    reasons: list[str]
    slips: list[Slip]


@dataclass(frozen=True)
class BlockOnBench:
    """One block with its words and what hangs in it."""

    block: Block
    kind: Kind
    slips: list[Slip]
    hangings: list[HangingOnBench]
    is_open: bool

    @property
    def has_room(self) -> bool:
        return self.kind.has_room(self.block)

    @property
    def summary(self) -> str:
        said = [self.block.body, *(each.placement.label for each in self.hangings)]
        titles = [each.placement.item.title for each in self.hangings]
        return next((words for words in [*said, *titles] if words), "")


@dataclass(frozen=True)
class ChapterOnBench:
    """One chapter with its words and blocks."""

    section: Section
    number: int
    slips: list[Slip]
    blocks: list[BlockOnBench]


@dataclass(frozen=True)
class Bench:
    """An exhibition being written in one language, as one page of small forms.

    `bound` are forms that came back with something to put right; they lie where they
    were, with every word in them.
    """

    exhibition: Exhibition
    language: str
    open_block: int | None = None
    bound: Mapping[str, TranslatedForm] = field(default_factory=dict)
    partners_form: PartnersForm | None = None

    @property
    def is_translation(self) -> bool:
        return self.language != self.exhibition.language

    def slip(self, part: str) -> Slip:
        """One of the exhibition's own forms: words, facts, cover or thanks."""
        url = reverse("exhibitions:save", args=[self.exhibition.slug])
        form_class = forms.OF_EXHIBITION[part]
        own = self.exhibition.language
        return self._slip(self.exhibition, form_class, url, own=own, part=part)

    @property
    def words(self) -> Slip:
        return self.slip("words")

    @property
    def facts(self) -> Slip:
        return self.slip("facts")

    @property
    def cover(self) -> Slip:
        return self.slip("cover")

    @property
    def thanks(self) -> Slip:
        return self.slip("thanks")

    @property
    def partners(self) -> PartnersForm:
        chosen = {"partners": self.exhibition.partners.all()}
        return self.partners_form or PartnersForm(initial=chosen, auto_id="partners-%s")

    @property
    def chapters(self) -> list[ChapterOnBench]:
        return [
            ChapterOnBench(
                section=section,
                number=number,
                slips=[self.of_section(section)],
                blocks=[
                    self.block(each)
                    for each in section.blocks.all()
                    if each.kind in KINDS
                ],
            )
            for number, section in enumerate(self.exhibition.sections.all(), start=1)
        ]

    def of_section(self, section: Section) -> Slip:
        own = self.exhibition.language
        url = self.url("section", section)
        return self._slip(section, forms.SectionForm, url, own=own)

    def block(self, block: Block) -> BlockOnBench:
        kind = KINDS[block.kind]
        slips = self.of_block(block)
        hangings = [self.hanging(each) for each in block.placements.all()]
        empty = not block.body and not hangings
        troubled = any(slip.key in self.bound for slip in slips) or any(
            slip.key in self.bound for each in hangings for slip in each.slips
        )
        is_open = troubled or empty or self.open_block == block.pk
        return BlockOnBench(block, kind, slips, hangings, is_open)

    def of_block(self, block: Block) -> list[Slip]:
        """Its words; beside a quote in another language also the translation."""
        url, own = self.url("block", block), block.language
        languages = [own] if not self.is_translation else []
        if own != self.language:
            languages.append(self.language)
        slips = [
            self._slip(block, forms.BlockForm, url, own=own, language=language)
            for language in languages
        ]
        return [slip for slip in slips if slip.form.fields]

    def hanging(self, placement: Placement) -> HangingOnBench:
        item = placement.item
        reasons = [str(each.label) for each in why_not(item).missing]
        return HangingOnBench(
            placement=placement,
            picture=public_picture(item) if may_hang(item) else None,
            reasons=reasons,
            slips=[self.of_placement(placement)],
        )

    def of_placement(self, placement: Placement) -> Slip:
        url, own = self.url("placement", placement), self.exhibition.language
        return self._slip(placement, forms.PlacementForm, url, own=own)

    def url(self, what: str, row: Any) -> str:
        return reverse(f"exhibitions:save_{what}", args=[self.exhibition.slug, row.pk])

    def _slip(
        self,
        row: Any,
        form_class: type[TranslatedForm],
        url: str,
        *,
        own: str,
        language: str = "",
        part: str = "",
    ) -> Slip:
        language = language or self.language
        key = key_of(row, part, language)
        form = self.bound.get(key) or form_class(
            instance=row, language=language, own=own, auto_id=f"{key}-%s"
        )
        return Slip(key, url, form, language, part, form.seen(row))


def key_of(row: Any, part: str, language: str) -> str:
    """The name of a form on the page: “block-12-da”, “words-3-da”."""
    return f"{part or type(row).__name__.lower()}-{row.pk}-{language}"


def find(
    exhibition: Exhibition, *, language: str, open_block: int | None = None
) -> Bench:
    """The bench of one exhibition, with everything on it in eight queries."""
    whole = Exhibition.objects.whole().select_related("changed_by")
    return Bench(whole.get(pk=exhibition.pk), language, open_block)
