"""An item as a row: text by the keys of columns.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Prefetch

from archive.exchange.cells import joined, tick
from archive.exchange.columns import TRANSLATED
from archive.headings import in_order
from archive.models import Depiction, Item

AT_A_TIME = 200

PLAIN = (
    *("title", "seen", "remarks", "date_told", "date_edtf", "date_basis", "date_note"),
    *("date_language", "restriction", "restriction_note", "material", "held_as"),
    *("photographer", "photographer_kind", "negative_number", "special_number"),
    *("shelf", "back_text", "place_told", "precision", "dk5", "keywords"),
    *("rights_basis", "credit", "publication", "internal_note", "alt_text", "language"),
)
WHERE = ("place", "place_told", "latitude", "longitude", "precision")
TICKS = ("is_date_unknown", "is_place_unknown", "are_names_hidden", "first_names_only")


def of_archive() -> Iterator[tuple[Item, dict[str, str]]]:
    """Every item that is not erased, by number, with its row; a few at a time."""
    seen = Prefetch("depictions", Depiction.objects.select_related("person"))
    items = (
        Item.objects.order_by("number")
        .select_related("place", "accession", "collection", "photographed_by")
        .prefetch_related("stories", "media__original", seen)
    )
    for item in items.iterator(chunk_size=AT_A_TIME):
        yield item, row_of(item)


def row_of(item: Item) -> dict[str, str]:
    """The item in words and codes; every column of our own sheet, filled or empty."""
    row = {key: str(getattr(item, key) or "") for key in PLAIN}
    row |= {key: tick(getattr(item, key)) for key in TICKS}
    row |= {
        "reg_number": item.reg_number,
        "accession": str(item.accession or ""),
        "giver": item.accession.giver if item.accession else "",
        "date_from": _iso(item.earliest),
        "date_to": _iso(item.latest),
        "restricted_until": _iso(item.restricted_until),
        "size": size_of(item.height_mm, item.width_mm),
        "photographed_by": item.photographed_by.name if item.photographed_by else "",
        "place": item.place.name if item.place else "",
        "latitude": _number(item.latitude),
        "longitude": _number(item.longitude),
        "subjects": joined(
            str(each.labels.get("da") or each.slug) for each in in_order(item)
        ),
        "collection": item.collection.names.get("da", "") if item.collection else "",
        "permitted_uses": joined(sorted(item.permitted_uses)),
        "files": joined(
            each.name for each in item.media.all() if each.laid_away_at is None
        ),
    }
    if item.is_place_hidden:  # whoever reads a sheet would publish it
        row |= dict.fromkeys(WHERE, "")
    return row | _persons(item.depictions.all()) | _story(item) | _translations(item)


def size_of(height: int | None, width: int | None) -> str:
    """Height × width in millimetres, as Arkibas writes it; a missing one is “–”."""
    if not (height or width):
        return ""
    return f"{height or '–'} × {width or '–'} mm"


def _persons(depictions: Iterable[Depiction]) -> dict[str, str]:
    seen = list(depictions)
    spots = [
        f"{each.x:g},{each.y:g}" if each.x is not None and each.y is not None else ""
        for each in seen
    ]
    return {
        "persons": joined(each.person.name for each in seen),
        "persons_living": joined(each.person.living for each in seen),
        "persons_named": joined("yes" if each.may_be_named else "no" for each in seen),
        "persons_at": joined(spots) if any(spots) else "",
    }


def _story(item: Item) -> dict[str, str]:
    first = next((each for each in item.stories.all() if each.text), None)
    return {
        "story": first.text if first else "",
        "story_language": first.language if first else "",
        "teller": first.teller if first else "",
    }


def _translations(item: Item) -> dict[str, str]:
    return {
        f"{field}:{code}": words[field]
        for code, words in item.translations.items()
        for field in TRANSLATED
        if words.get(field)
    }


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""


def _number(value: float | None) -> str:
    return "" if value is None else repr(value)
