"""The scanner's folder: pictures come in by themselves, and wait for their family.

One folder for each table under SCANNER_DIR (DATA_DIR/scanner by default). The worker
looks again and again; a file is taken when it has been still for a moment and has an
end. It is copied and synced first, then has its row, and only then moves to "taken".
Nothing is deleted here; what cannot be taken stays where it is, and is named.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from archive import intake
from archive.darkroom.wholeness import is_whole
from archive.models import Media
from archive.storage import sync
from submissions.models import CollectionDay, Scan

logger = logging.getLogger(__name__)

STILL = 2.0  # seconds without a change after which a file may be finished
GIVEN_UP = 60.0  # seconds after which one without an end is named as broken
UNFINISHED = "unfinished"
TAKEN = "taken"
UNCLAIMED_DAYS = 60
NOT_YET = (".part", ".tmp", ".crdownload", ".filepart", "~")

State = tuple[int, int]


@dataclass
class Look:
    """What a file was at the last look, since when, and whether it was refused."""

    state: State
    since: float
    refused: bool = False


_looks: dict[Path, Look] = {}


def folder() -> Path:
    """Where the scanners put their files."""
    return Path(settings.SCANNER_DIR or settings.DATA_DIR / "scanner")


def sweep(*, at: float | None = None) -> int:
    """Take what is finished into the day that is open; returns how many were taken."""
    day = CollectionDay.objects.on_now()
    if day is None:
        _looks.clear()
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
        with os.scandir(place) as entries:
            found = [
                Path(each.path)
                for each in entries
                if each.is_file(follow_symlinks=False)
                and not each.name.startswith(".")
                and not each.name.lower().endswith(NOT_YET)
            ]
    except OSError as error:
        logger.debug("%s cannot be read: %s", place, error)
        return []
    return sorted(found)


def _consider(day: CollectionDay, letter: str, path: Path, now: float) -> bool:
    try:
        state = _state(path)
        look = _looks.get(path)
        if look is None or look.state != state:
            _looks[path] = Look(state, now)
            return False
        if look.refused or now - look.since < STILL:
            return False
        if not is_whole(path):
            if now - look.since >= GIVEN_UP:
                look.refused = True
                _name(day, letter, path, UNFINISHED)
            return False
        return _take(day, letter, path, look)
    except OSError as error:  # gone, or the share is: the next look will tell
        logger.debug("%s cannot be read now: %s", path, error)
        return False


def _take(day: CollectionDay, letter: str, path: Path, look: Look) -> bool:
    with _synced_copy(path) as copy:
        if _state(path) != look.state:
            return False
        with copy.open("rb") as file:
            upload = UploadedFile(file, name=path.name, size=look.state[0])
            try:
                scan, is_new = _receive(day, letter, upload)
            except intake.Refused as refused:
                look.refused = refused.why != intake.Refused.NO_ROOM
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
    place = path.parent / TAKEN
    place.mkdir(exist_ok=True)
    target = place / path.name
    if target.exists():
        target = place / f"{path.stem}-{time.time_ns()}{path.suffix}"
    with suppress(FileNotFoundError):  # another worker has moved it
        path.rename(target)
        scan.copy = str(target)[:500]
        scan.save(update_fields=["copy"])
    _looks.pop(path, None)


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
    for gone in set(_looks) - paths:
        del _looks[gone]
    names = {
        (letter, path.name[:255]) for letter, found in there.items() for path in found
    }
    for scan in day.scans.bad():
        if (scan.table, scan.name) not in names:
            scan.delete()


def _state(path: Path) -> State:
    stat = path.stat()
    return stat.st_size, stat.st_mtime_ns


@contextmanager
def _synced_copy(path: Path) -> Iterator[Path]:
    """The bytes on our own disk, so that nobody writes in them while we read."""
    number, name = tempfile.mkstemp(prefix="scan-", dir=settings.FILE_UPLOAD_TEMP_DIR)
    copy = Path(name)
    try:
        with path.open("rb") as source, os.fdopen(number, "wb") as target:
            shutil.copyfileobj(source, target)
        sync(copy)
        yield copy
    finally:
        copy.unlink(missing_ok=True)
