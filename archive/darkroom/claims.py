"""What a file claims about itself, read before anything is decoded."""

import mmap
import re
from pathlib import Path

from archive.darkroom.problems import Problem, Refused
from archive.darkroom.sniff import JPEG, WEBP, Kind

MAX_SCANS = 64
_MEGAPIXEL = 1_000_000

_MARKER = re.compile(rb"\xff([\x01-\xcf\xd8-\xfe])")
_START_OF_SCAN, _START, _END, _TEM = 0xDA, 0xD8, 0xD9, 0x01


def max_pixels(kind: Kind) -> int:
    """Say how large a picture may be; JPEGs can be opened at a fraction of it."""
    return (250 if kind == JPEG else 100) * _MEGAPIXEL


def check(path: Path, kind: Kind) -> None:
    """Refuse what would cost more to open than any real picture does."""
    if path.stat().st_size == 0:
        raise Refused(Problem.BROKEN)
    with (
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
    ):
        if kind == JPEG and jpeg_scans(data) > MAX_SCANS:
            raise Refused(Problem.TOOK_TOO_LONG)
        if kind == WEBP and webp_pixels(data[:32]) > max_pixels(kind):
            raise Refused(Problem.TOO_BIG)


def jpeg_scans(data: bytes | mmap.mmap) -> int:
    """Count how often a JPEG draws itself, stopping when it is too often."""
    scans, at = 0, 2
    while scans <= MAX_SCANS and (found := _MARKER.search(data, at)):
        marker, at = found[1][0], found.end()
        if marker == _END:
            break
        if marker in {_START, _TEM}:
            continue
        scans += marker == _START_OF_SCAN
        at += max(2, int.from_bytes(data[at : at + 2], "big"))
    return scans


def webp_pixels(head: bytes) -> int:
    """Read the size a WebP claims; its decoder sets memory aside on opening."""
    match head[12:16]:
        case b"VP8X":
            width = int.from_bytes(head[24:27], "little") + 1
            height = int.from_bytes(head[27:30], "little") + 1
        case b"VP8L":
            bits = int.from_bytes(head[21:25], "little")
            width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case _:
            width = int.from_bytes(head[26:28], "little") & 0x3FFF
            height = int.from_bytes(head[28:30], "little") & 0x3FFF
    return width * height
