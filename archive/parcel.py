"""A zip that is nowhere whole: not in memory, not on the disk.

The standard library's zipfile writes it once onto a plan, which keeps the zip's own
bytes and only remembers where the files lie. Then it is read in pieces, from any place,
with a length that is known before the first byte.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

CHUNK = 1024 * 1024
OLDEST = 1980  # a zip knows no year before


@dataclass(frozen=True)
class Thing:
    """One file of the parcel: its name in it, when it is from, and its bytes."""

    name: str
    at: dt.datetime
    content: bytes | Path


class Parcel(io.RawIOBase):
    """The zip as a file that can be read and sought."""

    def __init__(self, things: Iterable[Thing]) -> None:
        """Look at every file once, for its checksum; keep none of them."""
        super().__init__()
        plan = _Plan()
        with zipfile.ZipFile(plan, "w", zipfile.ZIP_STORED) as packed:
            for thing in things:
                _pack(packed, plan, thing)
        self.size = plan.end
        self._starts = sorted(plan.pieces)
        self._pieces = plan.pieces
        self._at = 0
        self._open: tuple[Path, IO[bytes]] | None = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        self._at = max(base + offset, 0)
        return self._at

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as this piece goes.

        Raises EOFError when a file is no longer what it was: the download breaks off
        instead of going on with something else.
        """
        if self._at >= self.size:
            return 0
        start = self._starts[bisect_right(self._starts, self._at) - 1]
        piece, inside = self._pieces[start], self._at - start
        if isinstance(piece, bytes):
            found = piece[inside : inside + len(buffer)]
        else:
            path, length = piece
            file = self._file(path)
            file.seek(inside)
            found = file.read(min(len(buffer), length - inside))
        if not found:
            raise EOFError(start)
        buffer[: len(found)] = found
        self._at += len(found)
        return len(found)

    def close(self) -> None:
        if self._open is not None:
            self._open[1].close()
        self._open = None
        super().close()

    def _file(self, path: Path) -> IO[bytes]:
        if self._open is None or self._open[0] != path:
            if self._open is not None:
                self._open[1].close()
            self._open = path, path.open("rb")
        return self._open[1]


class _Plan:
    """What zipfile writes to: pieces by where they begin."""

    def __init__(self) -> None:
        self.pieces: dict[int, bytes | tuple[Path, int]] = {}
        self.at = self.end = 0
        self.source: Path | None = None
        self.last = 0

    def write(self, data: bytes) -> int:
        """Keep the zip's own bytes; of a file only how far it goes.

        Before the end stands a header, written again now that all is known.
        """
        known = self.pieces.get(self.last)
        if self.at < self.end or self.source is None:
            self.pieces[self.at] = bytes(data)
        elif isinstance(known, tuple) and self.last + known[1] == self.at:
            self.pieces[self.last] = (self.source, known[1] + len(data))
        else:
            self.last = self.at
            self.pieces[self.at] = (self.source, len(data))
        self.at += len(data)
        self.end = max(self.end, self.at)
        return len(data)

    def tell(self) -> int:
        return self.at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self.at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self.at}.get(whence, self.end)
        return self.at

    def flush(self) -> None:
        """Nothing waits anywhere."""

    def close(self) -> None:
        """Nothing is open."""


def _pack(packed: zipfile.ZipFile, plan: _Plan, thing: Thing) -> None:
    at = (
        thing.at.timetuple()[:6] if thing.at.year >= OLDEST else (OLDEST, 1, 1, 0, 0, 0)
    )
    info = zipfile.ZipInfo(thing.name, at)
    info.external_attr = 0o644 << 16
    if isinstance(thing.content, bytes):
        packed.writestr(info, thing.content)
        return
    info.file_size = thing.content.stat().st_size
    with thing.content.open("rb") as file, packed.open(info, "w") as inside:
        plan.source = thing.content
        while chunk := file.read(CHUNK):
            inside.write(chunk)
        plan.source = None
