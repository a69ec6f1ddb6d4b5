"""The kitchen table from above: tea, bread, two hands."""

import math
from typing import Final

from config.demo.drawing.inks import PAPER, Swatch, mix
from config.demo.drawing.patterns import (
    Cloth,
    dots,
    flowers,
    wear,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import SQUARE, drawing
from config.demo.drawing.shapes import (
    Place,
    blob,
    limb,
    move,
    oval,
    poly,
    rect,
    rounded,
    spread,
    turn,
)
from config.demo.drawing.things import ring, saucer

SKIN: Final = mix(sun=0.48, pink=0.56)
SHADOW: Final = mix(teal=0.42, night=0.1)


def _tea(page: Page, x: float, y: float, r: float, rim: Swatch) -> None:
    """A tulip glass of tea on its saucer, from above, a spoon beside it."""
    saucer(page, x, y, r, rim)
    page.over(
        mix(red=0.3, sun=0.5), oval(x + r * 0.34, y + r * 0.36, r * 0.42, r * 0.36, 45)
    )
    page.paint(mix(sun=0.2), oval(x, y, r * 0.45))
    page.paint(mix(red=0.88, sun=0.9, night=0.12), oval(x, y, r * 0.4))
    page.over(
        mix(night=0.24),
        blob(
            (x - r * 0.3, y - r * 0.2),
            (x, y - r * 0.38),
            (x + r * 0.3, y - r * 0.2),
            (x, y - r * 0.1),
        ),
    )
    page.fade(
        0.75,
        blob(
            (x - r * 0.24, y + r * 0.1),
            (x - r * 0.06, y + r * 0.28),
            (x - r * 0.12, y + r * 0.3),
            (x - r * 0.29, y + r * 0.16),
        ),
    )
    metal = mix(teal=0.26, night=0.16)
    page.paint(
        metal,
        oval(x + r * 0.62, y - r * 0.34, r * 0.12, r * 0.2, 24),
        limb(
            (x + r * 0.56, y - r * 0.2),
            (x + r * 0.24, y + r * 0.76),
            widths=(r * 0.06, r * 0.05),
        ),
    )


def _table(page: Page) -> None:
    page.paint(PAPER, page.sheet)
    red = mix(red=0.78, pink=0.2)
    half = {ink: v * 0.5 for ink, v in red.items()}
    marks = [i * 124 + 24 for i in range(-1, 11)]
    for at in marks:
        page.paint(half, rect(at, -10, 62, 1220), rect(-10, at, 1220, 62))
    for x in marks:
        page.paint(red, *[rect(x, y, 62, 62) for y in marks])
    for u, v in spread(page.rng, 90, (0, 0, 1200, 1200)):
        page.fade(0.5, oval(u, v, 2))


def _bread(page: Page, x: float, y: float, r: float) -> None:
    page.paint(
        mix(sun=0.86, red=0.44, night=0.2),
        rounded(x - r * 1.34, y - r * 0.98, r * 2.68, r * 1.96, 30),
    )
    for i in range(9):
        page.over(
            mix(red=0.16, night=0.16),
            limb(
                (x - r * 1.3, y - r * 0.8 + i * r * 0.2),
                (x, y - r * 0.82 + i * r * 0.2 + 6),
                (x + r * 1.3, y - r * 0.8 + i * r * 0.2),
                widths=(1.6,),
            ),
        )
    page.over(SHADOW, oval(x + 18, y + 20, r, r * 0.86))
    loaf = oval(x, y, r, r * 0.86)
    page.wash(
        mix(sun=0.62, pink=0.2),
        mix(sun=0.92, red=0.42),
        loaf,
        tone=lambda u, v: min(1.0, math.hypot((u - x) / r, (v - y) / (r * 0.86)) ** 3),
    )
    with page.inside(loaf):
        for i in range(-6, 7):
            for tilt in (40, -40):
                bar = rect(x - r * 1.4, y + i * r * 0.24 - 4, r * 2.8, 8)
                page.over(mix(red=0.26, sun=0.2), turn(bar, tilt, x, y))
        for sx, sy in spread(page.rng, 240, (x - r, y - r, x + r, y + r)):
            page.paint(
                page.rng.choice((mix(sun=0.1), mix(night=0.9, red=0.5))),
                oval(sx, sy, 3.6, 2, page.rng.uniform(0, 180)),
            )
    page.paint(
        mix(sun=0.86, red=0.44, night=0.34),
        poly(
            (x + r * 0.3, y - r * 0.1),
            (x + r * 0.8, y - r * 0.6),
            (x + r * 1.0, y - r * 0.3),
            (x + r * 0.98, y - r * 0.1),
        ),
    )


def _bowls(page: Page) -> None:
    for x, y, r, inner, rim in (
        (300, 880, 92, mix(sun=0.2), mix(teal=0.85)),
        (846, 978, 78, mix(teal=0.3), mix(sun=0.85)),
    ):
        page.over(SHADOW, oval(x + 24, y + 26, r))
        page.paint(rim, oval(x, y, r))
        page.paint(inner, oval(x, y, r * 0.84))
        page.over(mix(teal=0.24), oval(x - r * 0.1, y - r * 0.1, r * 0.72))
    for x, y in (
        (262, 850),
        (300, 842),
        (336, 862),
        (254, 892),
        (292, 884),
        (332, 902),
        (276, 926),
        (314, 938),
        (352, 896),
    ):
        page.paint(
            mix(night=0.94, teal=0.4, red=0.2),
            oval(x, y, 19, 15, page.rng.uniform(0, 180)),
        )
        page.fade(0.6, oval(x - 6, y - 5, 4, 3))
    for i, (x, y) in enumerate(
        ((820, 950), (858, 944), (884, 974), (830, 988), (862, 1000), (846, 968))
    ):
        cube = turn(rect(x - 15, y - 15, 30, 30), i * 27, x, y)
        page.paint(PAPER, cube)
        page.over(mix(teal=0.2), turn(rect(x + 4, y - 15, 11, 30), i * 27, x, y))
    for x, y in ((690, 1050), (724, 1076)):
        page.over(SHADOW, turn(rect(x - 9, y - 7, 30, 30), 20, x, y))
        page.paint(PAPER, turn(rect(x - 15, y - 15, 28, 28), 20, x, y))


def _hand(page: Page, place: Place, sleeve: Cloth) -> None:
    """A forearm coming in from the edge, its hand open: up is where it points."""
    fingers = [
        limb((x * 0.6, 30), (x, 62), (x * 1.1, 62 + tall), widths=(15, 14, 9))
        for x, tall in ((-24, 26), (-8, 40), (9, 36), (24, 20))
    ]
    thumb = limb("-24,0 -46,22 -44,52", widths=(20, 16, 10))
    palm = blob("-27,-10 -29,30 -26,62 26,58 29,26 24,-10")
    arm = limb("0,-300 0,-60 0,6", widths=(86, 66, 46))
    parts = [place(part) for part in (*fingers, thumb, palm, arm)]
    page.over(SHADOW, *[move(part, 22, 26) for part in parts])
    page.paint(SKIN, *parts)
    for x in (-15, 1, 17):
        page.over(
            mix(red=0.22), place(limb((x * 0.9, 52), (x * 1.06, 80), widths=(2.6, 1)))
        )
    wear(page, sleeve, place(limb((0, -420), (0, -92), widths=(130, 90))))
    page.over(mix(night=0.2), place(limb((28, -400), (30, -92), widths=(30, 14))))


def _pot(page: Page, x: float, y: float) -> None:
    steel, dark = mix(teal=0.34, sun=0.1), mix(teal=0.7, night=0.5)
    page.over(SHADOW, oval(x + 36, y + 40, 128))
    page.paint(dark, limb((x - 100, y + 40), (x - 230, y + 96), widths=(46, 30)))
    page.paint(
        steel,
        limb(
            (x + 90, y - 50), (x + 150, y - 90), (x + 168, y - 128), widths=(44, 26, 18)
        ),
        oval(x, y, 126),
    )
    page.over(mix(teal=0.3), oval(x + 12, y + 12, 104))
    page.paint(mix(red=0.82, sun=0.2), oval(x, y, 88))
    page.paint(PAPER, ring(x, y, 72, 5))
    for i in range(10):
        a = math.tau * i / 10
        page.paint(
            PAPER,
            oval(x + math.cos(a) * 52, y + math.sin(a) * 52, 9, 6, math.degrees(a)),
        )
    page.paint(dark, oval(x, y, 24))
    page.fade(0.7, oval(x - 8, y - 8, 7))


def kitchen_table(page: Page) -> None:
    _table(page)
    _bread(page, 640, 560, 176)
    _pot(page, 1010, 246)
    _bowls(page)
    for x, y, rim in (
        (330, 330, mix(red=0.9)),
        (664, 206, mix(teal=0.9)),
        (1010, 700, mix(red=0.9)),
        (560, 930, mix(teal=0.9)),
    ):
        _tea(page, x, y, 104, rim)
    _hand(
        page,
        Place(64, 560, 1.3, tilt=62),
        Cloth(mix(teal=0.7), flowers, mix(sun=0.5), 44),
    )
    _hand(page, Place(1052, 1084, 1.25, tilt=-16), Cloth(mix(sun=0.8), dots, PAPER, 30))
    panes = [
        poly((a, -20), (a + 210, -20), (a - 330, 620), (a - 540, 620))
        for a in (640, 880)
    ]
    panes += [
        poly((a - 350, 650), (a - 140, 650), (a - 620, 1220), (a - 830, 1220))
        for a in (620, 860)
    ]
    page.over(mix(teal=0.2, pink=0.1))
    page.fade(0.52, *panes, inks=("teal", "pink"))
    page.over(mix(sun=0.12), *panes)


DRAWING: Final = drawing(
    "koekkenbord",
    "Ternet køkkenbord set fra oven: te i små glas, brød med sesam, oliven og to hænder, der rækker ind.",
    kitchen_table,
    size=SQUARE,
    mount="border",
    inks="sun pink red teal night",
)
