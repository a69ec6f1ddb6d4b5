"""The private place for originals: unguessable names, synced to the disk."""

import errno
import hashlib
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage


class SyncedStorage(FileSystemStorage):
    """A file counts as saved when it and its folder are on the disk, not before."""

    def _save(self, name: str, content: File) -> str:
        saved: str = super()._save(name, content)  # type: ignore[misc]
        path = Path(self.path(saved))
        sync(path)
        sync(path.parent)
        return saved

    def adopt(self, path: Path, name: str) -> None:
        """Let a file that is synced already lie here too, without a second copy.

        Doing it again is harmless. Only on another disk the bytes are copied.
        """
        place = Path(self.path(name))
        place.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            same_bytes(path, place)
        sync(place.parent)
        sync(place.parent.parent)


def same_bytes(path: Path, place: Path) -> None:
    """Let a file that is synced lie in another place too; copied only if need be."""
    try:
        os.link(path, place)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in {errno.EXDEV, errno.EPERM, errno.ENOTSUP}:
            raise
        _copy(path, place)


def _copy(path: Path, place: Path) -> None:
    beside = place.with_name(f"{place.name}.part")
    shutil.copyfile(path, beside)
    sync(beside)
    beside.replace(place)


def sync(path: Path) -> None:
    """Wait until the disk has this file or folder (fsync)."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def unguessable_name(_instance: Any, filename: str) -> str:
    """A place for a new original: nothing of the family's file name but its ending."""
    return _place(uuid4().hex, filename)


def unguessable(filename: str) -> str:
    """The same without a folder."""
    return Path(_place(uuid4().hex, filename)).name


def settled_name(seed: str, filename: str) -> str:
    """The same place for the same secret, as unguessable as the secret itself."""
    return _place(hashlib.sha256(seed.encode()).hexdigest()[:32], filename)


def _place(name: str, filename: str) -> str:
    ending = Path(filename).suffix.lower()
    ending = ending if ending[1:].isascii() and ending[1:].isalnum() else ""
    return f"{name[:2]}/{name}{ending[:6]}"
