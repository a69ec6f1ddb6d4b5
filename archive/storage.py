"""The private place for originals: unguessable names, synced to the disk."""

import os
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


def sync(path: Path) -> None:
    """Wait until the disk has this file or folder (fsync)."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def unguessable_name(_instance: Any, filename: str) -> str:
    """A place for a new original: nothing of the family's file name but its ending."""
    name = uuid4().hex
    ending = Path(filename).suffix.lower()
    ending = ending if ending[1:].isascii() and ending[1:].isalnum() else ""
    return f"{name[:2]}/{name}{ending[:6]}"
