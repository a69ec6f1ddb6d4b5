"""Whether a file is there to its last byte, as far as its format can tell.

Safe in any process: nothing here decodes anything. A scanner writes a page in pieces;
a file that has no end yet is one that nobody may take.
"""

import struct
from pathlib import Path

from archive.darkroom.sniff import JPEG, PDF, PNG, TIFF, WAV, WEBP, sniff_file

TAIL = 65_536  # how far from the end an end may stand: some programs write after it

_ENDS = {JPEG: b"\xff\xd9", PNG: b"IEND", PDF: b"%%EOF"}


def is_whole(path: Path) -> bool:
    """False when the end is missing; true as well where a format has no end to see."""
    kind, size = sniff_file(path), path.stat().st_size
    if kind is None:
        return True
    with path.open("rb") as file:
        head = file.read(8)
        file.seek(max(size - TAIL, 0))
        tail = file.read(TAIL)
    if kind in _ENDS:
        return _ENDS[kind] in tail[2:]
    if kind in {WEBP, WAV}:
        return bool(struct.unpack("<I", head[4:8])[0] + 8 <= size)
    if kind == TIFF:
        order = "<" if head[:2] == b"II" else ">"
        return bool(0 < struct.unpack(f"{order}I", head[4:8])[0] < size)
    return True
