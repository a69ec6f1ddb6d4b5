"""What the name of a scanned file says: a back, a number, an order. Without Django."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

BACK = re.compile(
    r"(?P<front>.+?)[ _-]+\(?(?:bagside|bag|back|verso)\)?", re.IGNORECASE
)
SECOND = re.compile(r"(?P<front>.+)_2")
NUMBER = re.compile(r"B[ _-]?0*(?P<number>[1-9]\d{0,8})", re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    """A file name, read: `front` is whose back it is, `number` which item it names.

    “_2” may be a back or just the second of many; `is_sure` tells them apart.
    """

    stem: str
    front: str = ""
    is_sure: bool = False
    number: int | None = None

    @property
    def is_back(self) -> bool:
        return bool(self.front)


def read_name(name: str) -> Named:
    """Read “B123.tif”, “B123_bag.tif”, “IMG 7 (bagside).jpg”."""
    stem = PurePath(name).stem.strip()
    sure, second = BACK.fullmatch(stem), SECOND.fullmatch(stem)
    found = sure or second
    front = found["front"].strip() if found else ""
    number = NUMBER.fullmatch(front or stem)
    return Named(stem, front, bool(sure), int(number["number"]) if number else None)


def in_order(name: str) -> tuple[bool, list[tuple[int, str]]]:
    """Fronts before backs, and “skan 2” before “skan 10”."""
    pieces = re.split(r"(\d{1,18})", PurePath(name).stem.casefold())
    counted = [
        (int(each), "") if each.isdecimal() and each.isascii() else (-1, each)
        for each in pieces
    ]
    return read_name(name).is_back, counted


def printable(name: str) -> str:
    """The name as text; bytes that are no text become question marks."""
    return name.encode("utf-8", "replace").decode()[:255]
