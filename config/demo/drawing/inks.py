"""The drawer of inks: a few faded colours, and how they are mixed."""

from typing import Final

Swatch = dict[str, float]
Colour = tuple[int, int, int]

INKS: Final[dict[str, Colour]] = {
    "ink": (38, 35, 33),
    "night": (28, 46, 74),
    "teal": (31, 90, 102),
    "sea": (72, 142, 150),
    "sky": (142, 188, 198),
    "moss": (84, 104, 48),
    "leaf": (134, 152, 84),
    "brick": (154, 59, 38),
    "red": (204, 66, 46),
    "pink": (236, 164, 150),
    "lilac": (156, 138, 168),
    "amber": (196, 124, 34),
    "sun": (240, 184, 74),
    "sand": (226, 200, 158),
    "brown": (104, 72, 50),
}

PAPERS: Final[dict[str, Colour]] = {
    "cream": (250, 245, 234),
    "white": (251, 249, 244),
    "grey": (240, 238, 232),
    "buff": (246, 234, 212),
}

PAPER: Final[Swatch] = {}


def mix(**inks: float) -> Swatch:
    """Some of each ink, from 0 (none) to 1 (as much as the plate can carry)."""
    return inks
