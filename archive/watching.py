"""A folder that a scanner writes into: what lies there, and what of it is finished.

A file is finished when it has been still for a moment and has an end; one that is put
in place by a rename is looked at just as long. It is copied and synced before anybody
reads it, and moved away only when it is safely in. Nothing is deleted here.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from archive.darkroom.wholeness import is_whole
from archive.storage import sync

STILL = 2.0  # seconds without a change after which a file may be finished
GIVEN_UP = 60.0  # seconds after which one without an end is named as broken
UNFINISHED = "unfinished"
NOT_YET = (".part", ".tmp", ".crdownload", ".filepart", "~")
NOT_MEANT = (".", "~")  # hidden, and what a program keeps beside an open file
NO_PICTURE = {"thumbs.db", "desktop.ini"}

State = tuple[int, int]


class Unfinished(Exception):
    """The file has no end, and nobody has written on it for long."""


@dataclass
class Look:
    """What a file was at the last look, and since when.

    A file that is settled is not looked at again until it changes; one that is to wait
    not before its time.
    """

    state: State
    since: float
    is_settled: bool = False
    not_before: float = 0.0

    def age(self, now: float) -> float:
        return now - self.since


class Watch:
    """What a worker has seen in such folders; another one begins from nothing."""

    def __init__(self) -> None:
        self._looks: dict[Path, Look] = {}
        self._rounds_from = 0.0

    def is_due(self, now: float, *, every: float) -> bool:
        """Whether it is time for another round through a folder far away."""
        if now < self._rounds_from:
            return False
        self._rounds_from = now + every
        return True

    def finished(self, path: Path, now: float) -> Look | None:
        """The look at a file that may be taken now; None while it may still grow.

        Raises Unfinished, and OSError when it is gone or the share is.
        """
        state = state_of(path)
        look = self._looks.get(path)
        if look is None or look.state != state:
            self._looks[path] = Look(state, now)
            return None
        if look.is_settled or now < look.not_before or look.age(now) < STILL:
            return None
        if is_whole(path):
            return look
        if look.age(now) >= GIVEN_UP:
            raise Unfinished
        return None

    def settle(self, path: Path) -> None:
        """Look at it no more until somebody writes on it."""
        state = state_of(path)
        self._looks[path] = Look(state, 0.0, is_settled=True)

    def put_off(self, path: Path, until: float) -> None:
        """Look at it again only then, or when somebody writes on it."""
        if path in self._looks:
            self._looks[path].not_before = until

    def is_settled(self, path: Path) -> bool:
        look = self._looks.get(path)
        return look is not None and look.is_settled and look.state == state_of(path)

    def forget(self, path: Path) -> None:
        self._looks.pop(path, None)

    def keep_only(self, paths: set[Path]) -> None:
        """Forget every file that lies there no longer."""
        for gone in set(self._looks) - paths:
            del self._looks[gone]

    def clear(self) -> None:
        self._looks.clear()
        self._rounds_from = 0.0


def lying_in(place: Path) -> list[Path]:
    """The finished-looking names in a folder. Raises OSError when it is out of reach."""
    with os.scandir(place) as entries:
        found = [
            Path(each.path)
            for each in entries
            if _is_meant(each.name) and each.is_file(follow_symlinks=False)
        ]
    return sorted(found)


def state_of(path: Path) -> State:
    stat = path.stat()
    return stat.st_size, stat.st_mtime_ns


@contextmanager
def synced_copy(path: Path) -> Iterator[Path]:
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


def way_out(path: Path, folder: str) -> Path:
    """Where it may lie in a folder beside it: its own name or the next free one."""
    target = path.parent / folder / path.name
    if target.exists():
        target = target.with_name(f"{path.stem}-{time.time_ns()}{path.suffix}")
    return target


def move(path: Path, target: Path) -> bool:
    """Move it out of the way; False when another worker has done so before."""
    target.parent.mkdir(exist_ok=True)
    try:
        path.rename(target)
    except FileNotFoundError:
        return False
    return True


def _is_meant(name: str) -> bool:
    plain = name.lower()
    return not (
        plain.startswith(NOT_MEANT) or plain.endswith(NOT_YET) or plain in NO_PICTURE
    )
