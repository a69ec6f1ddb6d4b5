"""The scanner's folder: pictures come in by themselves, and wait for their family.

One folder for each table under SCANNER_DIR (DATA_DIR/scanner by default). The worker
looks again and again; a file is taken when it has been still for a moment and has an
end. It is copied and synced first, then has its row, and only then moves to "taken".
Nothing is deleted here; what cannot be taken stays where it is, and is named.
"""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from archive import intake, watching
from archive.models import Media
from archive.watching import Look
from submissions.models import CollectionDay, Scan

logger = logging.getLogger(__name__)

TAKEN = "taken"
UNFINISHED = watching.UNFINISHED
UNCLAIMED_DAYS = 60

_watch = watching.Watch()


def folder() -> Path:
    """Where the scanners put their files."""
    return Path(settings.SCANNER_DIR or settings.DATA_DIR / "scanner")


def sweep(*, at: float | None = None) -> int:
    """Take what is finished into the day that is open; returns how many were taken."""
    day = CollectionDay.objects.on_now()
    if day is None:
        _watch.clear()
        return 0
    now = time.monotonic() if at is None else at
    there = {letter: _files(letter) for letter in day.letters}
    _forget_what_left(day, there)
    return sum(
        _consider(day, letter, path, now)
        for letter, paths in there.items()
        for path in paths
    )


def clear_unclaimed() -> int:
    """Erase pictures that no family took, as long after as a forgotten draft."""
    before = timezone.now() - dt.timedelta(days=UNCLAIMED_DAYS)
    forgotten = Scan.objects.unclaimed().filter(found_at__lt=before)
    return sum(forget(scan) for scan in list(forgotten[:20]))


def forget(scan: Scan) -> bool:
    """Erase a picture nobody owns, the scanner's own file with it."""
    if scan.media is None or scan.ticket_id:
        return False
    forget_copies([scan.media])
    intake.discard(scan.media)
    return True


def forget_copies(files: Iterable[Media]) -> None:
    """Erase the scanner's own copies of these files; their names go with them."""
    for scan in Scan.objects.filter(media__in=list(files)).exclude(copy="", name=""):
        if scan.copy:
            Path(scan.copy).unlink(missing_ok=True)
        scan.copy = scan.name = ""
        scan.save(update_fields=["copy", "name"])


def _files(letter: str) -> list[Path]:
    """The finished-looking names in a table's folder; none when it is out of reach."""
    place = folder() / letter
    try:
        place.mkdir(parents=True, exist_ok=True)
        return watching.lying_in(place)
    except OSError as error:
        logger.debug("%s cannot be read: %s", place, error)
        return []


def _consider(day: CollectionDay, letter: str, path: Path, now: float) -> bool:
    try:
        look = _watch.finished(path, now)
        return look is not None and _take(day, letter, path, look)
    except watching.Unfinished:
        _watch.settle(path)
        _name(day, letter, path, UNFINISHED)
    except OSError as error:  # gone, or the share is: the next look will tell
        logger.debug("%s cannot be read now: %s", path, error)
    return False


def _take(day: CollectionDay, letter: str, path: Path, look: Look) -> bool:
    with watching.synced_copy(path) as copy:
        if watching.state_of(path) != look.state:
            return False
        with copy.open("rb") as file:
            upload = UploadedFile(file, name=path.name, size=look.state[0])
            try:
                scan, is_new = _receive(day, letter, upload)
            except intake.Refused as refused:
                look.is_settled = refused.why != intake.Refused.NO_ROOM
                _name(day, letter, path, refused.why)
                return False
    _move_away(scan, path)
    return is_new


def _receive(
    day: CollectionDay, letter: str, upload: UploadedFile
) -> tuple[Scan, bool]:
    """The row of these bytes; the same bytes at one table are one scan."""
    same = Scan.objects.filter(day=day, table=letter)
    known = same.filter(sha256=intake.fingerprint(upload)).first()
    if known is not None:
        return known, False
    media = intake.receive(upload)
    try:
        with transaction.atomic():
            same.filter(sha256="", name=upload.name).delete()
            return same.create(
                day=day,
                table=letter,
                name=media.name,
                sha256=media.sha256,
                media=media,
            ), True
    except IntegrityError:  # another worker was quicker
        intake.discard(media)
        return same.get(sha256=media.sha256), False


def _move_away(scan: Scan, path: Path) -> None:
    """Into "taken", under its own name or the next free one like it."""
    target = watching.way_out(path, TAKEN)
    if watching.move(path, target):
        scan.copy = str(target)[:500]
        scan.save(update_fields=["copy"])
    _watch.forget(path)


def _name(day: CollectionDay, letter: str, path: Path, problem: str) -> None:
    """Write down which file cannot be taken and why, once."""
    Scan.objects.update_or_create(
        day=day,
        table=letter,
        sha256="",
        name=path.name[:255],
        defaults={"problem": problem},
    )


def _forget_what_left(day: CollectionDay, there: dict[str, list[Path]]) -> None:
    """A bad file that somebody took out of the folder is named no longer."""
    paths = {path for found in there.values() for path in found}
    _watch.keep_only(paths)
    names = {
        (letter, path.name[:255]) for letter, found in there.items() for path in found
    }
    for scan in day.scans.bad():
        if (scan.table, scan.name) not in names:
            scan.delete()
