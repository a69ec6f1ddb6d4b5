"""One file, looked at once: what it is, what it recorded, what it looks like."""

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image

from archive import exif
from archive.darkroom import claims, likeness, picture, renditions
from archive.darkroom.problems import Problem, Refused
from archive.darkroom.sniff import Kind, sniff_file

_OUR_OWN_TROUBLE = {errno.ENOSPC, errno.EDQUOT, errno.ENOENT, errno.EACCES, errno.EIO}


def inspect(source: Path, folder: Path, *, turn: int = 0) -> dict[str, Any]:
    """Develop one file into a folder and say, in words JSON has, what came of it."""
    return _answered(source, folder, turn, _developed)


def play(source: Path, folder: Path, *, turn: int = 0) -> dict[str, Any]:
    """Make what can be heard or seen of a sound or a film, in the same words."""
    return _answered(source, folder, turn, _played)


def for_print(source: Path, folder: Path, *, turn: int = 0) -> dict[str, Any]:
    """Make the one large picture that paper needs, in the same words as `inspect`."""
    return _answered(source, folder, turn, _enlarged)


Deed = Callable[[Path, Kind, Path, int], dict[str, Any]]


def _answered(source: Path, folder: Path, turn: int, deed: Deed) -> dict[str, Any]:
    result: dict[str, Any] = {"ok": False, "problem": None}
    try:
        kind = _known(source)
        result |= {"kind": kind.medium, "mime": kind.mime, "extension": kind.extension}
        if kind.medium == "image" or deed is _played:
            result |= deed(source, kind, folder, turn)
    except Exception as error:  # noqa: BLE001 – decoders raise anything, and often do
        result["problem"] = _problem(error)
    return result | {"ok": result["problem"] is None}


def _known(source: Path) -> Kind:
    if kind := sniff_file(source):
        return kind
    raise Refused(Problem.NOT_AN_IMAGE)


def _developed(source: Path, kind: Kind, folder: Path, turn: int) -> dict[str, Any]:
    claims.check(source, kind)
    home = picture.bring_home(source, kind, turn=turn)
    made, smallest = renditions.make(home.image, folder)
    return {
        "width": home.width,
        "height": home.height,
        "pages": home.pages,
        "salvaged": home.salvaged,
        "renditions": made,
        "dhash": likeness.dhash(smallest),
        "colour": likeness.dominant_colour(smallest),
        "recorded": exif.recorded(source),
    }


def _played(source: Path, kind: Kind, folder: Path, _turn: int) -> dict[str, Any]:
    from archive.darkroom import playing  # noqa: PLC0415 – pictures need no player

    return playing.write(source, kind, folder)


def _enlarged(source: Path, kind: Kind, folder: Path, turn: int) -> dict[str, Any]:
    claims.check(source, kind)
    home = picture.bring_home(source, kind, turn=turn, largest=renditions.PAPER)
    return {
        "width": home.width,
        "height": home.height,
        "renditions": [renditions.for_print(home.image, folder)],
    }


def _problem(error: Exception) -> Problem:
    match error:
        case Refused():
            return error.problem
        case (
            MemoryError()
            | Image.DecompressionBombError()
            | Image.DecompressionBombWarning()
        ):
            return Problem.TOO_BIG
    match getattr(error, "errno", None):
        case code if code in _OUR_OWN_TROUBLE:
            return Problem.NOT_NOW
        case errno.EFBIG | errno.ENOMEM:
            return Problem.TOO_BIG
    return Problem.BROKEN
