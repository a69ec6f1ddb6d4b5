"""What a picture is, before it is drawn."""

from collections.abc import Callable
from typing import NamedTuple

from config.demo.drawing.plates import PIXELS, Page
from config.demo.drawing.press import MARGINS


class Scene(NamedTuple):
    """One picture: its size in pixels with its mount, and its words for the blind."""

    slug: str
    width: int
    height: int
    mount: str
    alt: str


class Drawing(NamedTuple):
    """How a scene is made: its inks, its paper and the hand that draws it."""

    scene: Scene
    size: tuple[int, int]
    inks: tuple[str, ...]
    paper: str
    hand: Callable[[Page], None]


LANDSCAPE = (1200, 800)
WIDE = (1200, 860)
PORTRAIT = (800, 1200)
TALL = (860, 1200)
SQUARE = (1200, 1200)


def drawing(
    slug: str,
    alt: str,
    hand: Callable[[Page], None],
    *,
    size: tuple[int, int],
    mount: str,
    inks: str,
    paper: str = "cream",
) -> Drawing:
    margin = 2 * MARGINS[mount]
    scene = Scene(
        slug, size[0] * PIXELS + margin, size[1] * PIXELS + margin, mount, alt
    )
    return Drawing(scene, size, tuple(inks.split()), paper, hand)
