"""Where the index lies: one generation in use, one writer at a time, never trusted.

index/current.json          which generation is in use, and how its files should be
index/writer.lock           held by whoever writes
index/<generation>/         Whoosh's own files
index/<generation>/damaged  left by a reader who could not read
"""

import fcntl
import json
import os
import shutil
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

CHUNK = 1 << 20
MOST_CHECKED = 4096


class IndexUnavailable(Exception):
    """There is no index, or it cannot be read; the writer will make a new one."""


class WriterBusy(Exception):
    """Somebody else is writing just now."""


class IndexFolder:
    """The folder of one index."""

    _held = threading.local()

    def __init__(self, path: Path) -> None:
        self.path = path
        self.manifest = path / "current.json"

    def stamp(self) -> tuple[int, int, int]:
        """Changes with every commit and every swap. Costs one look at a file."""
        try:
            facts = self.manifest.stat()
        except OSError as error:
            raise IndexUnavailable(str(error)) from error
        return facts.st_ino, facts.st_mtime_ns, facts.st_size

    def generation(self) -> Path:
        """The folder of the generation in use; IndexUnavailable if it is damaged."""
        folder = self.path / str(self._read()["generation"])
        if not folder.is_dir() or (folder / "damaged").exists():
            raise IndexUnavailable(f"{folder} is damaged or gone")
        return folder

    def verify(self) -> Path:
        """The generation in use, after every file was compared with its checksum."""
        folder = self.generation()
        for name, expected in self._read()["files"].items():
            file = folder / name
            if file.exists() and _checksum(file) != expected:
                raise IndexUnavailable(f"{file} is not as it was written")
        return folder

    def begin(self) -> Path:
        """An empty folder for a new generation, not yet in use."""
        folder = self.path / uuid4().hex[:12]
        folder.mkdir(parents=True)
        return folder

    def use(self, folder: Path) -> None:
        """From now on this generation is read, as its files are at this moment."""
        files = {
            file.name: _checksum(file)
            for file in sorted(folder.iterdir())
            if file.is_file() and not file.name.endswith("LOCK")
        }
        content = json.dumps({"generation": folder.name, "files": files})
        draft = self.path / f"current-{uuid4().hex[:8]}.json"
        with draft.open("w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.manifest)
        self._sync(folder)

    def tidy(self) -> None:
        """Remove every generation but the one in use. Readers keep what they opened."""
        keep = self._read()["generation"]
        for each in self.path.iterdir():
            if each.is_dir() and each.name != keep:
                shutil.rmtree(each, ignore_errors=True)
            elif each.name.startswith("current-"):
                each.unlink(missing_ok=True)

    def mark_damaged(self) -> None:
        """Ask the writer for a new generation: this one could not be read."""
        try:
            (self.path / self._read()["generation"] / "damaged").touch()
        except (IndexUnavailable, OSError):
            return  # it is gone altogether, and the writer sees that by itself

    @contextmanager
    def writing(self, *, wait: bool = True) -> Iterator[None]:
        """Hold the one writer's place; WriterBusy when it is taken and we don't wait.

        The place is given back by the system when its holder dies. Within one thread
        it may be taken twice.
        """
        held: set[Path] = self._held.__dict__.setdefault("paths", set())
        if self.path in held:
            yield
            return
        self.path.mkdir(parents=True, exist_ok=True)
        with (self.path / "writer.lock").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            except BlockingIOError as error:
                raise WriterBusy from error
            held.add(self.path)
            try:
                yield
            finally:
                held.discard(self.path)

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self.manifest.read_text(encoding="utf-8"))
            if not (found["generation"] and isinstance(found["files"], dict)):
                raise IndexUnavailable(f"{self.manifest} says nothing")
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexUnavailable(str(error)) from error
        else:
            return dict(found)

    def _sync(self, folder: Path) -> None:
        for each in (folder, self.path):
            handle = os.open(each, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


_checked: dict[tuple[str, int, int, int], int] = {}


def _checksum(file: Path) -> int:
    """CRC-32 of a file; read once for as long as the file is not touched."""
    facts = file.stat()
    key = (str(file), facts.st_ino, facts.st_size, facts.st_mtime_ns)
    if key not in _checked:
        if len(_checked) > MOST_CHECKED:
            _checked.clear()
        _checked[key] = _read_through(file)
    return _checked[key]


def _read_through(file: Path) -> int:
    found = 0
    with file.open("rb") as opened:
        while chunk := opened.read(CHUNK):
            found = zlib.crc32(chunk, found)
        if opened.tell():
            os.fsync(opened.fileno())
    return found
