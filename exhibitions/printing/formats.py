"""What can be printed: the sizes, and how sharp a picture must be on each.

Thresholds by reading distance, in pixels per inch at the printed size: wall panels A3 and
A2 are read at about a metre, A1 at one and a half to two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MM_PER_INCH = 25.4

Size = Literal["A4", "A3", "A2", "A1"]


@dataclass(frozen=True)
class Format:
    """One size: trim in millimetres, and the ppi that is good and just enough."""

    name: Size
    width: int
    height: int
    good: int
    enough: int
    words: int

    def light(self, ppi: float) -> str:
        """“ok”, “look” or “stop” for a picture printed at so many ppi."""
        if ppi >= self.good:
            return "ok"
        return "look" if ppi >= self.enough else "stop"

    def largest_mm(self, pixels: int) -> int:
        """How wide (or high) so many pixels may be printed and still be sharp enough."""
        return int(pixels / self.enough * MM_PER_INCH)


FORMATS: dict[str, Format] = {
    "A3": Format("A3", 297, 420, good=150, enough=100, words=75),
    "A2": Format("A2", 420, 594, good=150, enough=100, words=120),
    "A1": Format("A1", 594, 841, good=100, enough=70, words=180),
}

# A poster on A4 is read in the hand or at a notice board's distance.
POSTERS: dict[str, Format] = {
    "A4": Format("A4", 210, 297, good=250, enough=150, words=40),
    "A3": Format("A3", 297, 420, good=150, enough=100, words=40),
}


def ppi(pixels: int, millimetres: float) -> float:
    """Effective resolution of a picture at its printed size."""
    return pixels / (millimetres / MM_PER_INCH)
