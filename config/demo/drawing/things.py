"""What stands in more than one picture."""

import math
from typing import Final

from config.demo.drawing.inks import PAPER, Swatch, mix
from config.demo.drawing.plates import Page
from config.demo.drawing.shapes import Place, Shape, blob, line, oval, stroke

SHADOW: Final = mix(teal=0.42, night=0.1)


def ring(x: float, y: float, r: float, width: float) -> Shape:
    circle = oval(x, y, r)
    return stroke([*circle, circle[0]], width)


def saucer(page: Page, x: float, y: float, r: float, rim: Swatch) -> None:
    page.over(SHADOW, oval(x + r * 0.24, y + r * 0.26, r * 1.02))
    page.paint(PAPER, oval(x, y, r))
    page.paint(rim, ring(x, y, r * 0.9, r * 0.07))
    for i in range(16):
        a = math.tau * i / 16
        page.paint(
            rim,
            oval(
                x + math.cos(a) * r * 0.73,
                y + math.sin(a) * r * 0.73,
                r * 0.085,
                r * 0.05,
                math.degrees(a),
            ),
        )
    page.over(mix(teal=0.14), ring(x, y, r * 0.54, r * 0.04))


def suitcase(
    page: Page, place: Place, swatch: Swatch, trim: Swatch, wide: float = 22
) -> None:
    """A suitcase with a strap, the bottom at 0."""
    tall = wide * 0.68
    page.paint(
        trim,
        place(line((-3, tall + 2.4), (3, tall + 2.4), 1.2)),
        place(line((-3, tall), (-3, tall + 2.8), 1.2)),
        place(line((3, tall), (3, tall + 2.8), 1.2)),
    )
    half = wide / 2
    page.paint(
        swatch,
        place(
            blob(
                (-half, 0.6),
                (-half, tall - 0.6),
                (-half + 1, tall),
                (half - 1, tall),
                (half, tall - 0.6),
                (half, 0.6),
                (half - 1, 0),
                (-half + 1, 0),
                steps=5,
            )
        ),
    )
    for x in (-half * 0.55, half * 0.55):
        page.paint(trim, place(line((x, 0), (x, tall), 1.5)))
    page.paint(trim, place(line((-half, tall * 0.62), (half, tall * 0.62), 0.6)))
