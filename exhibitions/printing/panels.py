"""Panels and labels: the exhibition's own blocks, as the typesetter needs them."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from archive import typesetting
from archive.images import front, print_picture
from archive.models import Item
from archive.permissions import Use, permits
from exhibitions import hanging
from exhibitions.hanging import Chapter, Hung, Shown
from exhibitions.markdown import to_plain
from exhibitions.models import Exhibition
from exhibitions.printing.formats import FORMATS, Format
from exhibitions.sharing.cards import credit_line
from submissions.models import Call

logger = logging.getLogger(__name__)

PLAIN_LETTERS: dict[str, str | int | None] = {"ø": "oe", "æ": "ae", "å": "aa"}
MOST_PICTURES = 4  # on one panel


@dataclass(frozen=True)
class Job:
    """What is handed to the typesetter: data, the pictures, and whose they are."""

    data: typesetting.PanelSheet
    pictures: dict[str, Path] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)


def panels(exhibition: Exhibition, *, size: str, language: str) -> Job:
    """One panel a chapter, from the same blocks as the web page.

    Only what may be shown in exhibitions is on it; a withdrawn picture is not.
    """
    form = FORMATS[size]
    pictures: dict[str, Path] = {}
    items: dict[str, Item] = {}
    with translation.override(language):
        chapters = hanging.chapters(exhibition, language=language)
        sheets = [
            _panel(exhibition, chapter, form, pictures, items) for chapter in chapters
        ]
        title = exhibition.text("title", language).words
    data: typesetting.PanelSheet = {
        "format": cast("typesetting.PanelSize", form.name),
        "language": language,
        "title": title,
        "panels": sheets,
    }
    return Job(data, pictures, items)


def labels(
    exhibition: Exhibition, *, sheet: str, language: str
) -> typesetting.LabelSheet:
    """An object label for every picture that hangs and may be printed on the wall."""
    with translation.override(language):
        written = [
            _label(hung)
            for chapter in hanging.chapters(exhibition, language=language)
            for shown in chapter.blocks
            for hung in may_print(shown)
        ]
        return {
            "sheet": "single" if sheet == "single" else "A4",
            "language": language,
            "title": exhibition.text("title", language).words,
            "labels": written,
            "slug": file_name(exhibition, f"skilte_{sheet}"),
        }


def may_print(shown: Shown) -> list[Hung]:
    """The pictures of a block that may hang on the wall now."""
    return [
        hung
        for hung in shown.pictures
        if not hung.is_gap and permits(hung.item, Use.EXHIBIT)
    ]


def file_name(of: Exhibition | Call, what: str) -> str:
    """“ishoej_den-foerste-dag_panel03_A2_420x594_bleed3”, as print shops like it."""
    place = slugify(
        settings.SOCIETY.place.lower().translate(str.maketrans(PLAIN_LETTERS))
    )
    return "_".join(part for part in (place, of.slug, what) if part)


def _panel(
    exhibition: Exhibition,
    chapter: Chapter,
    form: Format,
    pictures: dict[str, Path],
    items: dict[str, Item],
) -> typesetting.Panel:
    visit = reverse("short_exhibition", args=[exhibition.slug])
    address = f"{settings.SITE_URL}{visit}#{chapter.anchor}"
    panel: typesetting.Panel = {
        "title": chapter.title.words,
        "number": str(chapter.number),
        "lead": chapter.promise.words,
        "text": _paragraphs(chapter),
        "pictures": _pictures(chapter, form, pictures, items),
        "qr": typesetting.qr_svg(address),
        "qr_text": _("Read more and listen"),
        "address": bare(settings.SITE_URL + visit),
        "slug": _slug_line(exhibition, chapter, form),
    }
    if quote := _quote(chapter):
        panel["quote"] = quote
    return panel


def _paragraphs(chapter: Chapter) -> list[str]:
    """The chapter's texts, and the labels of its pictures, as plain paragraphs."""
    bodies = [
        shown.body.words
        for shown in chapter.blocks
        if shown.kind.name in {"text", "gallery"}
    ]
    said = [
        hung.label.words
        for shown in chapter.blocks
        for hung in may_print(shown)
        if shown.kind.name == "picture"
    ]
    return [part for text in [*bodies, *said] for part in to_plain(text)]


def _quote(chapter: Chapter) -> typesetting.Quote | None:
    quotes = [shown for shown in chapter.blocks if shown.kind.name == "quote"]
    if not quotes or not quotes[0].body:
        return None
    shown = quotes[0]
    return {
        "text": shown.body.words,
        "by": shown.block.attribution,
        "language": shown.body.language,
    }


def _pictures(
    chapter: Chapter,
    form: Format,
    pictures: dict[str, Path],
    items: dict[str, Item],
) -> list[typesetting.Picture]:
    found: list[typesetting.Picture] = []
    for shown in chapter.blocks:
        for hung in may_print(shown):
            media = front(hung.item)
            if media is None or len(found) == MOST_PICTURES:
                continue
            key = f"p{hung.placement.pk}"
            try:
                pictures[key] = print_picture(media)
            except FileNotFoundError:
                logger.warning("%s has no picture that can be printed", hung.item)
                continue
            items[key] = hung.item
            found.append(
                {
                    "key": key,
                    "alt": hung.alt.words,
                    "title": hung.item.localized_title.words,
                    "facts": tombstone(hung.item),
                    "max_width": form.largest_mm(media.width or 0),
                }
            )
    return found


def tombstone(item: Item) -> str:
    """“Vildtbanegård, 1971. Foto: …. Udlånt af …. B121”, never without a credit."""
    where = ", ".join(
        part for part in (item.place.name if item.place else "", item.date_said) if part
    )
    parts = [where, credit_line(item), item.reg_number]
    return ". ".join(part for part in parts if part)


def _label(hung: Hung) -> typesetting.Label:
    address = settings.SITE_URL + reverse("short_item", args=[hung.item.number])
    return {
        "title": hung.item.localized_title.words,
        "number": hung.item.reg_number,
        "facts": tombstone(hung.item),
        "text": "\n\n".join(to_plain(hung.label.words)),
        "qr": typesetting.qr_svg(address),
        "address": bare(address),
    }


def _slug_line(exhibition: Exhibition, chapter: Chapter, form: Format) -> str:
    what = (
        f"panel{chapter.number:02d}_{form.name}_{form.width}x{form.height}"
        f"_bleed{typesetting.BLEED:.0f}"
    )
    today = timezone.localdate()
    return f"{file_name(exhibition, what)} · 1:1 · RGB · {today:%d.%m.%Y}"


def bare(address: str) -> str:
    return address.removeprefix("https://").removeprefix("http://")
