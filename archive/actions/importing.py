"""Bringing in what was described elsewhere, one line at a time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from accounts.models import User
from archive import beside, origins
from archive.actions.describing import hang_subjects, tell
from archive.actions.ending import save
from archive.beside import Beside, Signature
from archive.exchange.reading import Reading
from archive.models import (
    Accession,
    Item,
    Media,
    Photographer,
    Place,
    Subject,
)
from archive.models import Collection as Provenance
from archive.signals import item_changed


@dataclass(frozen=True)
class Known:
    """What a line's words stand for in this archive."""

    accession: Accession
    subjects: Sequence[Subject] = ()
    place: Place | None = None
    photographer: Photographer | None = None
    collection: Provenance | None = None


class NumberTaken(Exception):
    """Another item already has this number."""


@transaction.atomic
def bring_in(
    reading: Reading, *, known: Known, media: Collection[Media], by: User | None
) -> Item:
    """Make one item of one line: described, with its files, persons and story.

    It keeps its own number if the line has one, and is not published by this. Raises
    NumberTaken.
    """
    item = Item(
        number=_free_number(reading.number),
        accession=known.accession,
        place=known.place,
        photographed_by=known.photographer,
        collection=known.collection,
        permitted_uses=sorted(set(reading.uses)),
        **reading.facts,
    )
    signature = Signature(by, timezone.now(), "import")
    origins.note(item, [*reading.facts, "date"], origins.origin_of(by), signature.at)
    save(item, by=by, reason="import", at=signature.at)
    if known.subjects:
        hang_subjects(item, known.subjects)
    for position, each in enumerate(media):
        each.item, each.position = item, position
        each.save(update_fields=["item", "position"])
    beside.write(item, Beside(persons=reading.persons), signature)
    if reading.story:
        tell(
            item,
            text=reading.story,
            language=reading.story_language or item.language,
            teller=reading.teller,
        )
    item_changed.send(Item, item=item)
    return item


def _free_number(wanted: int | None) -> int:
    if wanted is None:
        last = Item.objects.aggregate(last=Max("number"))["last"] or 0
        return int(last) + 1
    if Item.objects.filter(number=wanted).exists():
        raise NumberTaken(wanted)
    return wanted
