"""The pictures that belong to a sheet: a folder or a zip, found by file name."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import IO

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

IN_MEMORY = 4 * 1024 * 1024
A_PIECE = 1024 * 1024


class Pictures:
    """Files by their names, whatever folder they lie in and however it is cased."""

    def __init__(self, place: Path | None) -> None:
        self.place = place
        self._known = dict(_names_in(place)) if place else {}

    def __bool__(self) -> bool:
        return self.place is not None

    def has(self, name: str) -> bool:
        return _plain(name) in self._known

    @contextmanager
    def open(self, name: str) -> Iterator[UploadedFile]:
        """The file as an upload. Raises KeyError when it is not here."""
        path, size = self._known[_plain(name)]
        assert self.place is not None  # noqa: S101  (else nothing is known)
        with _opened(self.place, path) as file:
            yield UploadedFile(file=file, name=PurePosixPath(path).name, size=size)


def _plain(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).name.casefold()


def _names_in(place: Path) -> Iterator[tuple[str, tuple[str, int]]]:
    if place.is_dir():
        for path in sorted(place.rglob("*")):
            if path.is_file() and path.resolve().is_relative_to(place.resolve()):
                yield _plain(path.name), (str(path), path.stat().st_size)
        return
    with zipfile.ZipFile(place) as packed:
        for each in packed.infolist():
            if not each.is_dir() and each.file_size <= settings.LARGEST_FILE:
                yield _plain(each.filename), (each.filename, each.file_size)


@contextmanager
def _opened(place: Path, path: str) -> Iterator[IO[bytes]]:
    if place.is_dir():
        with Path(path).open("rb") as file:
            yield file
        return
    room = settings.FILE_UPLOAD_TEMP_DIR
    with (
        zipfile.ZipFile(place) as packed,
        packed.open(path) as source,
        SpooledTemporaryFile(max_size=IN_MEMORY, dir=room) as copy,
    ):
        left = settings.LARGEST_FILE
        while left > 0 and (piece := source.read(min(left, A_PIECE))):
            copy.write(piece)
            left -= len(piece)
        copy.seek(0)
        yield copy
