"""The archive's own scanner: what lies on it, and a file of it taken in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from accounts.permissions import DECIDES
from archive import images, intake
from archive.actions.describing import register
from archive.actions.files import add_file
from archive.exchange.scan_names import Named, read_name
from archive.intake import Arrived
from archive.models import Accession, Item, Media, Origin, Scanned, ScannerBox
from archive.signals import item_changed

State = Scanned.State
Side = Media.Side

# Why a file that names an item is a registration of its own all the same.
HAS_PICTURE, IS_SHOWN, IS_AWAY = "has_picture", "is_shown", "is_away"
ERASED = "erased"


@dataclass(frozen=True)
class Home:
    """The item a file belongs to, or why it is a registration of its own."""

    item: Item | None = None
    side: str = Side.FRONT
    note: str = ""


class NotAgain(Exception):
    """These bytes were erased for good; they do not come back by themselves."""


@transaction.atomic
def lay_on_scanner(facts: Mapping[str, Any], *, by: User) -> ScannerBox:
    """Say what lies on the scanner from now on; what was scanned before stays.

    A box that nothing has come from is written anew; the same said twice is said once.
    """
    box = ScannerBox.objects.now_held()
    if all(getattr(box, name) == value for name, value in facts.items()):
        return box
    if box.files.exclude(state=State.WAITING).exists():
        box = ScannerBox(out_of_reach_since=box.out_of_reach_since)
    for name, value in facts.items():
        setattr(box, name, value)
    box.by, box.since = by, timezone.now()
    box.save()
    return box


@transaction.atomic
def scan_in(file: Arrived, *, opened: images.Opened | None, row: Scanned) -> Scanned:
    """Make a draft of a file from the scanner, or a file of the item it names.

    The same bytes twice are one file. Its row, its original and its item are written
    together; a stop in between leaves none of them. Raises Refused and NotAgain.
    """
    box = ScannerBox.objects.now_held()
    box.by = box.by or _somebody()
    row.box, row.sha256, row.done_at = box, file.sha256, timezone.now()
    known = known_by(file.sha256)
    if known is not None:
        row.state, row.problem, row.item = State.KNOWN, "", known.item
        row.save()
        return row
    media = intake.take_over(file)
    try:
        _find_home(media, row, box, opened)
    except BaseException:  # the box is held: nobody else has brought these bytes
        if media.original is not None:
            images.forget_original(media.original)
        raise
    return row


def known_by(sha256: str) -> Media | None:
    """The file of an item that has these bytes. Raises NotAgain when it was erased."""
    found = Media.objects.filter(sha256=sha256).select_related("item")
    known = found.exclude(item=None).exclude(original=None).first()
    if known is None and found.filter(original=None).exists():
        raise NotAgain
    return known


def home_of(named: Named, box: ScannerBox) -> Home:
    """Where a file of such a name belongs: to what was scanned before, or by number."""
    if named.is_back:
        item = _scanned_as(named.front, box) or _numbered(named.number)
        return _home(item, Side.BACK) if item else Home()
    item = _numbered(named.number)
    return _home(item, Side.FRONT) if item else Home()


def forget_copies(files: Iterable[Media]) -> None:
    """Erase the scanner's own copies of these files; their names go with them.

    From a folder that is only to be read nothing can be erased by us.
    """
    files = list(files)
    of_item = Q(item__in={each.item_id for each in files if each.item_id})
    for row in Scanned.objects.filter(Q(media__in=files) | of_item):
        if row.copy and not row.stays:
            Path(row.copy).unlink(missing_ok=True)
        row.copy = row.name = ""
        row.save(update_fields=["copy", "name"])


def forget_box_of(item: Item) -> None:
    """What was said of a box goes with the last item that came from it."""
    for box in ScannerBox.objects.filter(files__item=item).distinct():
        others = box.files.exclude(item=item).filter(item__erased_at=None)
        if not others.exclude(item=None).exists():
            ScannerBox.objects.filter(pk=box.pk).update(name="", date_told="")


def _home(item: Item, side: str) -> Home:
    if item.erased_at or item.laid_away_at or item.is_withdrawn:
        return Home(note=IS_AWAY)
    if item.is_published:
        return Home(note=IS_SHOWN)
    there = item.media.filter(laid_away_at=None)
    is_taken = (
        there.filter(side=Side.BACK)
        if side == Side.BACK
        else there.exclude(side=Side.SOUND)
    )
    return Home(note=HAS_PICTURE) if is_taken.exists() else Home(item, side)


def _scanned_as(stem: str, box: ScannerBox) -> Item | None:
    """The item of the newest file of that name from the same box."""
    found = box.files.filter(
        state__in=[State.TAKEN, State.KNOWN], name__startswith=f"{stem}."
    )
    for row in found.select_related("item").order_by("-pk"):
        if Path(row.name).stem == stem:
            return row.item
    return None


def _numbered(number: int | None) -> Item | None:
    return Item.objects.filter(number=number).first() if number else None


def _side(media: Media, wanted: str) -> str:
    """A voice stays a voice, whatever it is called."""
    return media.side if media.side in images.SIDES.values() else wanted


def _find_home(
    media: Media, row: Scanned, box: ScannerBox, opened: images.Opened | None
) -> None:
    if opened is not None:
        images.keep_opened(media, opened)
    home = home_of(read_name(row.name), box)
    if home.item is not None:
        add_file(home.item, media, side=_side(media, home.side), by=box.by)
    row.item = home.item or _draft(media, box)
    row.media, row.state, row.problem = media, State.TAKEN, home.note
    row.save()
    Scanned.objects.filter(state=State.FAILED, name=row.name).delete()


def _draft(media: Media, box: ScannerBox) -> Item:
    item = register(
        [media],
        accession=box.accession or _journal_of(box),
        by=box.by,
        origin=Origin.ARCHIVIST,
        reason="scanner",
        **box.facts,
    )
    item_changed.send(Item, item=item)
    return item


def _journal_of(box: ScannerBox) -> Accession:
    """One line of the journal for everything in a box that names none."""
    reference = f"scanner {box.pk}"
    known = Accession.objects.filter(reference=reference).first()
    return known or Accession.objects.open(
        giver=settings.SOCIETY.name, terms="", reference=reference
    )


def _somebody() -> User | None:
    """In whose name files come in before anybody has said what lies there."""
    return User.objects.filter(role__in=DECIDES, is_active=True).order_by("pk").first()
