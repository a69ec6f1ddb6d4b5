"""Originals on their way into a new house: unpacked on a table, then moved in at once.

They were received by intake once, in the house they come from, and are the same bytes:
so they are neither refused nor looked at here, only hashed. Names of files come from
nobody: an original lies under its hash in the zip, and under a new name in this house.
"""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import IO
from uuid import uuid4

from archive import images
from archive.exchange import nouns
from archive.models import Media
from archive.storage import sync

A_PIECE = 1024 * 1024
HASH = re.compile(r"(?:.*/)?([0-9a-f]{64}(?:-[0-9]{1,19})?)(?:\.\w{1,6})?", re.ASCII)
NOWHERE = "0" * 40  # filer would look for a file without a print at every reading


@dataclass(frozen=True)
class Unpacked:
    """An original on the table, and what its bytes really are."""

    path: Path
    sha256: str
    sha1: str
    size: int


@dataclass
class Luggage:
    """What was unpacked, by the name it had: its hash when it came into the old house."""

    table: Path
    home: str = field(default_factory=lambda: f"{images.MOVED}{uuid4().hex}")
    originals: dict[str, Unpacked] = field(default_factory=dict)

    @classmethod
    def unpack(cls, place: Path, table: Path) -> Luggage:
        """Lay everything on the table, each file synced; `place` is a zip or a folder."""
        luggage = cls(table)
        (table / luggage.home).mkdir()
        for name, opened in _files_in(place):
            if found := HASH.fullmatch(name):
                with opened() as file:
                    luggage.lay_down(found[1], file)
        if zipfile.is_zipfile(place):
            with zipfile.ZipFile(place) as packed:
                luggage.lay_down_folders(packed)
        return luggage

    @staticmethod
    def clear_what_was_left() -> None:
        """Originals of an attempt that was killed at its last moment; no row has them."""
        if not Media.objects.exists():
            images.clear_moved()

    def lay_down(self, name: str, file: IO[bytes]) -> None:
        path = self.table / name
        by_sha256, by_sha1, size = hashlib.sha256(), hashlib.sha1(), 0  # noqa: S324
        with path.open("wb") as copy:
            while piece := file.read(A_PIECE):
                by_sha256.update(piece)
                by_sha1.update(piece)
                size += copy.write(piece)
        sync(path)
        self.originals[name] = Unpacked(
            path, by_sha256.hexdigest(), by_sha1.hexdigest(), size
        )

    def lay_down_folders(self, packed: zipfile.ZipFile) -> None:
        """The files beside the rows, each under a name its own app knows."""
        for folder in nouns.folders():
            (self.table / folder.name).mkdir()
            for name in packed.namelist():
                of, _slash, alone = name.partition("/")
                if of == folder.name and folder.is_known(alone):
                    with packed.open(name) as file:
                        _lay_at(self.table / folder.name / alone, file)

    def find(self, media: Media) -> Unpacked | None:
        """Its own bytes, or those of another that came with the same hash."""
        own = self.originals.get(f"{media.sha256}-{media.pk}")
        return own or self.originals.get(media.sha256)

    def settle(self, media: Media, found: Unpacked | None) -> images.Original:
        """The row of an original, its bytes under a new name in the folder to move."""
        name = f"{self.home}/{images.unguessable(media.name)}"
        original = images.moved_original(
            name,
            media.name,
            sha1=found.sha1 if found else NOWHERE,
            size=found.size if found else media.size,
        )
        if found is not None:
            images.same_bytes(found.path, self.table / name)
        original.save()
        return original

    def move_in(self) -> None:
        """The whole folder among the originals, by one rename."""
        images.move_folder_in(self.table / self.home)

    def move_out(self) -> None:
        """Nobody has these originals after all."""
        images.clear_moved(self.home)

    def put_down_folders(self) -> None:
        """What is on its way goes where it was; not before its rows can be seen."""
        for folder in nouns.folders():
            laid = self.table / folder.name
            for path in laid.iterdir() if laid.is_dir() else ():
                folder.home().mkdir(parents=True, exist_ok=True)
                shutil.move(path, folder.home() / path.name)
            if folder.home().is_dir():
                sync(folder.home())


def _files_in(place: Path) -> Iterator[tuple[str, Callable[[], IO[bytes]]]]:
    """Every file of a zip or a folder, by name and how to open it."""
    if place.is_dir():
        for path in sorted(place.rglob("*")):
            if path.is_file():
                yield path.name, partial(io.FileIO, path)
    elif zipfile.is_zipfile(place):
        with zipfile.ZipFile(place) as packed:
            for each in packed.infolist():
                yield each.filename, partial(packed.open, each)


def _lay_at(path: Path, file: IO[bytes]) -> None:
    with path.open("wb") as copy:
        shutil.copyfileobj(file, copy, A_PIECE)
    sync(path)
