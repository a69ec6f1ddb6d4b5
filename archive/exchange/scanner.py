"""The archive's own scanner: a folder that empties itself into drafts.

The worker looks again and again at ARCHIVE_SCANNER_DIR (DATA_DIR/archive-scanner by
default). A finished file is copied and synced, hashed and opened in the darkroom; its
original, its draft and its row are written in one transaction; only then it moves to
"taget ind". What cannot be read moves to "kunne ikke læses", with its reason in its
row. Nothing is deleted, and where nothing can be moved, its row remembers it.
"""

from __future__ import annotations

import hashlib
import logging
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import OperationalError
from django.utils import timezone
from django.utils.crypto import salted_hmac

from archive import images, intake, watching
from archive.actions.scanning import (
    ERASED,
    Home,
    NotAgain,
    home_of,
    known_by,
    scan_in,
)
from archive.exchange.scan_names import Named, in_order, printable, read_name
from archive.intake import Arrived, Refused
from archive.models import Scanned, ScannerBox
from archive.watching import GIVEN_UP, Look

logger = logging.getLogger(__name__)

TAKEN = "taget ind"
NOT_READ = "kunne ikke læses"
UNREADABLE = "unreadable"
PAUSE = 1.0  # seconds between two rounds; the folder may be far away
AT_ONCE = 3  # files in one round of the worker, so that others get their turn
LATER = 15.0  # seconds before a full disk, or a share in trouble, is tried again
MAY_STILL_GROW = {Refused.EMPTY, UNREADABLE}

State = Scanned.State
_watch = watching.Watch()


@dataclass(frozen=True)
class Found:
    """A file in the folder that may be taken now, with its row."""

    path: Path
    row: Scanned
    look: Look
    now: float

    @property
    def is_old(self) -> bool:
        """Nobody has written on it for so long that nobody will."""
        return self.look.age(self.now) >= GIVEN_UP


def folder() -> Path:
    """Where the archive's scanner puts its files."""
    return Path(settings.ARCHIVE_SCANNER_DIR or settings.DATA_DIR / "archive-scanner")


def sweep(*, at: float | None = None) -> int:
    """Take what is finished into the archive; returns how many files were read."""
    now = time.monotonic() if at is None else at
    if at is None and not _watch.is_due(now, every=PAUSE):
        return 0
    paths = _reached()
    if paths is None:
        return 0
    _watch.keep_only(set(paths))
    rows = _rows_of(paths)
    _forget_mended()
    done = 0
    for path in sorted(paths, key=lambda path: in_order(path.name)):
        row = rows.get(printable(path.name))
        if row is not None and done < AT_ONCE:
            done += _consider_safely(path, row, now)
    return done


def _consider_safely(path: Path, row: Scanned, now: float) -> bool:
    """One file, whatever is wrong with it: the others do not wait for it."""
    try:
        return _consider(path, row, now)
    except Exception:
        logger.exception("%s could not be taken in", path)
        _watch.put_off(path, now + LATER)
        return False


def _reached() -> list[Path] | None:
    """What lies in the folder; None when it is out of reach, which is written down."""
    box = ScannerBox.objects.now()
    try:
        if not settings.ARCHIVE_SCANNER_DIR:  # another's may be a share not mounted yet
            folder().mkdir(parents=True, exist_ok=True)
        paths = watching.lying_in(folder())
    except OSError as error:
        logger.debug("%s cannot be read: %s", folder(), error)
        if box is not None and box.out_of_reach_since is None:
            box.out_of_reach_since = timezone.now()
            box.save(update_fields=["out_of_reach_since"])
        return None
    if box is not None and box.out_of_reach_since is not None:
        box.out_of_reach_since = None
        box.save(update_fields=["out_of_reach_since"])
    return paths


def _rows_of(paths: list[Path]) -> dict[str, Scanned]:
    """The row of each file that waits, by name; who left the folder waits no longer."""
    rows = {row.name: row for row in Scanned.objects.filter(state=State.WAITING)}
    waiting: dict[str, Scanned] = {}
    for path in paths:
        name = printable(path.name)
        with suppress(OSError):
            if name in rows or not _is_done_with(path, name):
                waiting[name] = rows.get(name) or _begun(name)
    gone = [row.pk for name, row in rows.items() if name not in waiting]
    if gone:
        Scanned.objects.filter(pk__in=gone).delete()
    return waiting


def _begun(name: str) -> Scanned:
    row, _is_new = Scanned.objects.get_or_create(name=name, state=State.WAITING)
    return row


def _is_done_with(path: Path, name: str) -> bool:
    """It had to stay where it is, and is known by its name, size and time."""
    if _watch.is_settled(path):
        return True
    stayed = Scanned.objects.filter(stays=True, name=name, stamp=_stamp(path))
    if stayed.exists():
        _watch.settle(path)
        return True
    return False


def _consider(path: Path, row: Scanned, now: float) -> bool:
    try:
        look = _watch.finished(path, now)
        if look is None:
            return False
        found = Found(path, row, look, now)
        return not _waits_for_front(found) and _take(found)
    except watching.Unfinished:
        _set_aside(path, row, watching.UNFINISHED)
    except (OSError, OperationalError) as error:
        if isinstance(error, OperationalError) and not intake.is_out_of_room(error):
            raise
        logger.debug("%s cannot be taken now: %s", path, error)
        _try_later(path, row, now, error)
    return False


def _take(found: Found) -> bool:
    with watching.synced_copy(found.path) as copy:
        if watching.state_of(found.path) != found.look.state:
            return False
        found.row.stamp = _stamp(found.path)
        try:
            done = _taken_in(copy, found.row)
        except NotAgain:
            _set_aside(found.path, found.row, ERASED)
            return True
        except Refused as refused:
            _refuse(found, refused.why)
            return True
    _leave(found.path, done, TAKEN)
    return True


def _taken_in(copy: Path, row: Scanned) -> Scanned:
    """The row of these bytes, written now or by a worker that was cut off."""
    file = _arrived(copy, row.name)
    cut_off = _cut_off(file)
    if cut_off is not None:
        row.delete()
        return cut_off
    opened = _opened(file)
    try:
        done = scan_in(file, opened=opened, row=row)
    except BaseException:
        _let_go(opened)
        raise
    if done.state != State.TAKEN:  # another worker was quicker
        _let_go(opened)
    return done


def _let_go(opened: images.Opened | None) -> None:
    if opened is not None:
        images.remove_folder(opened.folder)


def _arrived(copy: Path, name: str) -> Arrived:
    """The copy as a file that can be taken over: the same bytes, the same place."""
    intake.check(copy, name)
    copy.chmod(0o644)  # a copy may only be read by us; an original like the others
    with copy.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    seed = salted_hmac("archive.scanner", digest).hexdigest()
    return Arrived(copy, intake.short_name(name), digest, seed)


def _opened(file: Arrived) -> images.Opened | None:
    """The file in the darkroom, unless we have it. Raises Refused, and NotAgain."""
    if known_by(file.sha256) is not None:
        return None
    opened = images.open_early(file.path)
    if opened.is_unreadable:
        images.remove_folder(opened.folder)
        raise Refused(UNREADABLE, file.name)
    return opened


def _cut_off(file: Arrived) -> Scanned | None:
    """It was taken in before, and only its way out of the folder was cut off."""
    done = Scanned.objects.filter(sha256=file.sha256, copy="")
    return done.filter(state__in=[State.TAKEN, State.KNOWN]).exclude(name="").first()


def _waits_for_front(found: Found) -> bool:
    """A back stays a while until its front has come in; then it is one by itself."""
    named = read_name(found.row.name)
    if not named.is_back or found.is_old:
        return False
    box = ScannerBox.objects.now()
    home = home_of(named, box) if box else Home()
    if home != Home():
        return False
    return named.is_sure or _front_lies_beside(found.path, named)


def _front_lies_beside(path: Path, named: Named) -> bool:
    beside = watching.lying_in(path.parent)
    return any(other.stem == named.front for other in beside)


def _refuse(found: Found, why: str) -> None:
    if why == Refused.NO_ROOM:
        _say_no_room(found.path, found.row, found.now)
    elif why in MAY_STILL_GROW and not found.is_old:
        _watch.put_off(found.path, found.look.since + GIVEN_UP)
    else:
        _set_aside(found.path, found.row, why)


def _try_later(path: Path, row: Scanned, now: float, error: BaseException) -> None:
    """A full disk, or a file or share that is gone: the next look will tell."""
    if intake.is_out_of_room(error):
        _say_no_room(path, row, now)
    else:
        _watch.put_off(path, now + LATER)


def _say_no_room(path: Path, row: Scanned, now: float) -> None:
    """The file stays where it is, and the page says so."""
    _watch.put_off(path, now + LATER)
    with suppress(OperationalError):  # the database may lie on the same full disk
        Scanned.objects.filter(pk=row.pk).update(problem=Refused.NO_ROOM)


def _set_aside(path: Path, row: Scanned, why: str) -> None:
    """Into "kunne ikke læses": the reason is written first, then the file moves."""
    stamp = _stamp(path)
    Scanned.objects.filter(state=State.FAILED, name=row.name, stamp=stamp).delete()
    row.state, row.problem, row.stamp = State.FAILED, why, stamp
    row.done_at, row.copy = timezone.now(), _written(path)
    row.save()
    _leave(path, row, NOT_READ)


def _leave(path: Path, row: Scanned, where: str) -> None:
    """Out of the scanner's way; from a folder that is only to be read, nowhere."""
    target = watching.way_out(path.with_name(printable(path.name)), where)
    try:
        watching.move(path, target)
        row.copy = _written(target)
        _watch.forget(path)
    except OSError as error:
        logger.debug("%s stays where it is: %s", path, error)
        row.copy, row.stays = _written(path), True
        _watch.settle(path)
    row.save(update_fields=["copy", "stays"])


def _forget_mended() -> None:
    """A bad file that somebody took away is named no longer."""
    for row in Scanned.objects.filter(state=State.FAILED).exclude(copy=""):
        if not Path(row.copy).exists():
            row.delete()


def _stamp(path: Path) -> str:
    size, changed = watching.state_of(path)
    return f"{size}:{changed}"


def _written(path: Path) -> str:
    """A path as it can be kept in a row."""
    return str(path).encode("utf-8", "replace").decode()[:500]
