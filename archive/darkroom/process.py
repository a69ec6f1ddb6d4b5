"""The counter of the darkroom: hand a file in, get an answer, whatever happens.

Imported by the web and the worker, so nothing here opens a picture.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from glob import escape
from pathlib import Path
from typing import IO, Any

from archive.darkroom.limits import FOR_PICTURES, FOR_PLAYING
from archive.darkroom.problems import Problem
from archive.darkroom.sniff import sniff_file

__all__ = ["Developed", "Problem", "Rendition", "develop", "enlarge"]

_HOUSE = Path(__file__).resolve().parents[2]
_ANSWER_BYTES = 65_536
_LEFT_BEHIND_SECONDS = 600
_NAME = re.compile(r"\d{1,4}\.(webp|jpg)|sound\.m4a|film\.mp4")
_WALL_SECONDS = {
    "inspect": FOR_PICTURES.wall_seconds,
    "print": FOR_PICTURES.wall_seconds,
    "play": FOR_PLAYING.wall_seconds,
}
_TOO_LONG = {signal.SIGXCPU}
_TOO_BIG = {signal.SIGKILL, signal.SIGXFSZ}


@dataclass(frozen=True, slots=True)
class Rendition:
    """One size of a picture, a sound or a film, as a file in the folder asked for."""

    width: int
    height: int
    format: str
    name: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Developed:
    """What the darkroom found out about a file; `problem` says why it is not more."""

    kind: str = ""
    mime: str = ""
    extension: str = ""
    width: int | None = None
    height: int | None = None
    pages: int = 1
    recorded: Mapping[str, Any] = field(default_factory=dict)
    dhash: str = ""
    colour: str = ""
    duration: float | None = None
    peaks: tuple[int, ...] = ()
    renditions: tuple[Rendition, ...] = ()
    problem: Problem | None = None
    salvaged: bool = False

    @property
    def ok(self) -> bool:
        """Say whether the file was developed as it should be."""
        return self.problem is None


def develop(source: Path, folder: Path, *, turn: int = 0) -> Developed:
    """Make every rendition of a file into a folder, all or none; never raise.

    `turn` is how far a person turned the picture, clockwise, in quarter turns of
    90 degrees. Of a sound or a film, what can be played is made, and a film's picture.
    A PDF leaves no folder.
    """
    return _send(source, folder, deed=_deed_for(source), turn=turn)


def enlarge(source: Path, folder: Path, *, turn: int = 0) -> Developed:
    """Make one large picture for paper into a folder, as `develop` makes the others."""
    return _send(source, folder, deed="print", turn=turn)


def _deed_for(source: Path) -> str:
    try:
        kind = sniff_file(source)
    except OSError:
        return "inspect"  # which will say the same, in its own words
    return "play" if kind and kind.medium in {"audio", "video"} else "inspect"


def _send(source: Path, folder: Path, *, deed: str, turn: int) -> Developed:
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        tray = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError:
        return Developed(problem=Problem.NOT_NOW)
    try:
        developed = _run(source, tray, deed=deed, turn=turn)
        if developed.ok and developed.renditions:
            _put_in_place(tray, folder, {each.name for each in developed.renditions})
    except OSError:
        return Developed(problem=Problem.NOT_NOW)
    finally:
        shutil.rmtree(tray, ignore_errors=True)
    return developed


def _run(source: Path, tray: Path, *, deed: str, turn: int) -> Developed:
    command = [sys.executable, "-m", "archive.darkroom", deed]
    command += [str(source.resolve()), str(tray.resolve()), "--turn", str(turn % 360)]
    with tempfile.TemporaryFile(dir=tray) as answer:
        process = subprocess.Popen(  # noqa: S603 – our own module, our own paths
            command,
            cwd=_HOUSE,
            env={"PATH": os.defpath, "LANG": "C.UTF-8", "TMPDIR": str(tray.resolve())},
            stdin=subprocess.DEVNULL,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            code = process.wait(timeout=_WALL_SECONDS[deed])
        except subprocess.TimeoutExpired:
            return Developed(problem=Problem.TOOK_TOO_LONG)
        finally:
            _end(process)
        return _read(answer, tray) if code == 0 else Developed(problem=_died(code))


def _end(process: subprocess.Popen[bytes]) -> None:
    """Leave nothing running, whatever it may have started."""
    if process.poll() is None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _died(code: int) -> Problem:
    if -code in _TOO_LONG:
        return Problem.TOOK_TOO_LONG
    return Problem.TOO_BIG if -code in _TOO_BIG else Problem.BROKEN


def _read(answer: IO[bytes], tray: Path) -> Developed:
    """Believe the answer only as far as it can be checked."""
    answer.seek(0)
    try:
        told = json.loads(answer.read(_ANSWER_BYTES))
        problem = told.pop("problem")
        told.pop("ok")
        made = tuple(Rendition(**each) for each in told.pop("renditions", ()))
        developed = Developed(
            **told | {"peaks": tuple(told.get("peaks", ()))},
            renditions=made,
            problem=Problem(problem) if problem else None,
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return Developed(problem=Problem.BROKEN)
    honest = all(_is_there(tray, rendition) for rendition in made)
    return developed if honest else Developed(problem=Problem.BROKEN)


def _is_there(tray: Path, rendition: Rendition) -> bool:
    path = tray / rendition.name
    return (
        _NAME.fullmatch(rendition.name) is not None
        and path.is_file()
        and not path.is_symlink()
        and path.stat().st_size == rendition.bytes > 0
    )


def _put_in_place(tray: Path, folder: Path, names: set[str]) -> None:
    """Move the tray to where it belongs in one step, once it is safe on disk."""
    for path in tray.iterdir():
        if path.name in names:
            _sync(path)
        else:
            path.unlink()
    tray.chmod(0o755)
    _sync(tray)
    if folder.exists():
        older = tray.with_name(f"{tray.name}.old")
        folder.rename(older)
        tray.rename(folder)
        shutil.rmtree(older, ignore_errors=True)
    else:
        tray.rename(folder)
    _sync(folder.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sweep(folder: Path) -> None:
    """Clear away what a power cut left half done, long after anyone can be at it."""
    for tray in folder.parent.glob(f".{escape(folder.name)}.*"):
        if time.time() - tray.stat().st_mtime > _LEFT_BEHIND_SECONDS:
            shutil.rmtree(tray, ignore_errors=True)
