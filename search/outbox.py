"""The one writer of the index: takes in what changed, and makes good what is lost.

`drain` is called by the worker's sweep; it may be called by anybody, any number of
times. Only one process writes; the others are told that there was nothing to do.
"""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from haystack import connections
from haystack.constants import DEFAULT_ALIAS
from haystack.utils import get_identifier

from archive.models import Item, Place, Story, Subject
from search.engine import ArchiveBackend, IndexUnavailable
from search.engine.folder import WriterBusy
from search.engine.schema import surfaces
from search.models import Outbox
from search.search_indexes import ItemIndex

ARMFUL = 200
RECONCILE_EVERY = 30  # seconds
_reconciled: dict[Path, float] = {}


def remember(sender: Any, item: Item, **about: Any) -> None:
    """Note that the index is behind; inside the transaction that changed the item."""
    Outbox.objects.create(item_id=item.pk)


def remember_many(sender: Any, items: Sequence[Item], **about: Any) -> None:
    """The same for many at once, in one query."""
    Outbox.objects.bulk_create(Outbox(item_id=item.pk) for item in items)


def drain(*, limit: int = 500) -> int:
    """Bring the index up to date; returns how many items it took in or out.

    Does nothing while another process writes. An index that is missing or damaged is
    made anew from the database.
    """
    engine = backend()
    try:
        with engine.folder.writing(wait=False):
            return _drain(engine, limit)
    except WriterBusy:
        return 0


def rebuild() -> int:
    """Make the whole index anew; waits for its turn. Returns how many it holds."""
    engine = backend()
    with engine.folder.writing():
        known_before = list(Outbox.objects.values_list("pk", flat=True))
        count = engine.rebuild(ItemIndex(), published(), known=_own_words())
        Outbox.objects.filter(pk__in=known_before).delete()
        return count


def reconcile() -> int:
    """Take in what nobody told of; returns how many items that were.

    An item becomes public, or ceases to be, by the clock alone; and a row may be
    changed by hand.
    """
    engine = backend()
    with engine.folder.writing():
        public = Item.objects.published()
        if engine.verify() == public.count():
            return 0
        should = set(public.values_list("pk", flat=True))
        known = {int(name.rpartition(".")[2]) for name in engine.identifiers()}
        if different := should ^ known:
            _take_in(engine, different)
        return len(different)


def pending() -> list[int]:
    """Items the index may be wrong about."""
    return list(Outbox.objects.values_list("item_id", flat=True).distinct()[:1000])


def backend() -> ArchiveBackend:
    made: ArchiveBackend = connections[DEFAULT_ALIAS].get_backend()
    return made


def published() -> Iterator[Item]:
    """Everything the index should hold, an armful at a time."""
    whole = ItemIndex().index_queryset().order_by("number")
    yield from whole.iterator(chunk_size=ARMFUL)


def _drain(engine: ArchiveBackend, limit: int) -> int:
    try:
        engine.verify()
        rows = list(Outbox.objects.all()[:limit])
        if not rows:
            return _reconcile_now_and_then()
        _take_in(engine, {row.item_id for row in rows})
    except IndexUnavailable:
        return rebuild()
    Outbox.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len({row.item_id for row in rows})


def _reconcile_now_and_then() -> int:
    """The sweep comes four times a second; counting everything need not."""
    now = time.monotonic()
    if (
        now - _reconciled.get(Path(settings.DATA_DIR), -RECONCILE_EVERY)
        < RECONCILE_EVERY
    ):
        return 0
    _reconciled[Path(settings.DATA_DIR)] = now
    return reconcile()


def _take_in(engine: ArchiveBackend, changed: set[int]) -> None:
    """Put what is published in and everything else out."""
    index = ItemIndex()
    items = list(index.index_queryset().filter(pk__in=changed))
    gone = changed - {item.pk for item in items}
    engine.replace(index, items, gone=[identifier(pk) for pk in gone])


def _own_words() -> Iterator[str]:
    """Every word the archive uses; compounds are opened with them."""
    for labels in Subject.objects.values_list("labels", flat=True):
        yield from surfaces(labels.values())
    yield from surfaces(Place.objects.values_list("name", flat=True))
    items = Item.objects.published()
    for texts in items.values_list("title", "seen").iterator():
        yield from surfaces(texts)
    stories = Story.objects.filter(item__in=items)
    for texts in stories.values_list("text", "transcript").iterator():
        yield from surfaces(texts)


def identifier(pk: int) -> str:
    """Haystack's name of an item that may be gone already."""
    return str(get_identifier(Item(pk=pk)))
