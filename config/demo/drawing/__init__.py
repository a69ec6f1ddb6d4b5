"""Twenty-four pictures of an arrival, drawn and printed by the house itself."""

from random import Random
from typing import Final

from config.demo.drawing import press, scenes
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import Drawing, Scene

_DRAWINGS: Final[dict[str, Drawing]] = {
    drawing.scene.slug: drawing for drawing in scenes.DRAWINGS
}
SCENES: Final[dict[str, Scene]] = {
    slug: drawing.scene for slug, drawing in _DRAWINGS.items()
}


def draw(slug: str) -> bytes:
    """Draw one scene from nothing: the same slug gives the same JPEG file."""
    drawing = _DRAWINGS[slug]
    rng = Random(slug)
    page = Page(*drawing.size, drawing.inks, seed=rng.randrange(1 << 30))
    drawing.hand(page)
    picture = press.pull(page, drawing.paper, rng)
    return press.jpeg(press.mounted(picture, drawing.scene.mount, rng))
