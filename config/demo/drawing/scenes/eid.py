"""The meal of eid, from above."""

import math
from typing import Final

from config.demo.drawing.inks import PAPER, mix
from config.demo.drawing.patterns import (
    Cloth,
    checks,
    diamonds,
    dots,
    flowers,
    stripes,
    wear,
    zigzag,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import WIDE, drawing
from config.demo.drawing.shapes import (
    Place,
    Point,
    around,
    blob,
    limb,
    move,
    oval,
    poly,
    rect,
    rounded,
    stroke,
)
from config.demo.drawing.things import ring

SKIN: Final = mix(sun=0.48, pink=0.56)
DARK: Final = mix(night=0.96, red=0.4)
SHADOW: Final = mix(teal=0.42, night=0.1)


def _diner(
    page: Page, place: Place, coat: Cloth, cover: Cloth, *, reach: Point, cap: bool
) -> None:
    """Somebody on the floor seen from above; up is towards the food."""
    back = place(
        blob(
            "-66,-8 -44,20 0,28 44,20 66,-8 60,-46 30,-66 -30,-66",
            "-60,-46",
        )
    )
    knees = [
        place(
            blob(
                (side * 20, -6),
                (side * 70, 2),
                (side * 88, 36),
                (side * 60, 50),
                (side * 24, 34),
            )
        )
        for side in (-1, 1)
    ]
    page.over(SHADOW, *[move(part, 13, 15) for part in (back, *knees)])
    page.paint(
        {ink: value * 0.75 for ink, value in coat.ground.items()} | {"night": 0.5},
        *knees,
    )
    for side, (x, y) in ((-1, (-reach[0] * 0.6 - 16, reach[1] * 0.7)), (1, reach)):
        arm = place(
            limb((side * 50, 0), (side * 58, 42), (x, y - 10), widths=(36, 29, 21))
        )
        page.over(SHADOW, move(arm, 6, 8))
        page.paint(
            SKIN, place(limb((x, y - 10), (x - side * 3, y + 12), widths=(17, 14)))
        )
        wear(page, coat, arm)
    wear(page, coat, back)
    page.over(
        mix(night=0.16),
        place(
            blob(
                "-64,-24 0,-36 64,-24 58,-48 30,-68 -30,-68 -58,-48",
            )
        ),
    )
    page.over(mix(night=0.34), place(oval(3, -2, 38, 42)))
    page.paint(SKIN, place(oval(0, 24, 19, 16)), place(oval(0, 42, 5, 7)))
    if cap:
        page.paint(DARK, place(oval(0, 4, 33, 36)))
        wear(page, cover, place(oval(0, 2, 25, 27)))
        rim = oval(0, 2, 25, 27)
        page.over(mix(night=0.3), place(stroke([*rim, rim[0]], 3)))
    else:
        wear(
            page,
            cover,
            place(
                blob(
                    "-34,0 -26,26 0,34 26,26 34,0 24,-38 0,-58 -24,-38",
                )
            ),
        )
        page.over(
            mix(night=0.24),
            place(limb((0, -14), (0, -52), widths=(2, 7))),
            place(limb("-20,16 0,26 20,16", widths=(1, 4, 1))),
        )


def _floor(page: Page) -> None:
    rug = mix(red=0.8, night=0.3)
    page.paint(mix(sun=0.56, pink=0.3, red=0.1), page.sheet)
    for i in range(13):
        page.over(
            mix(red=0.14, night=0.12),
            rect(-10, i * 72, 1220, 2.4),
            *[rect(x * 300 + 150 * (i % 2), i * 72, 2.4, 72) for x in range(5)],
        )
    page.over(mix(night=0.4), rect(40, 44, 1136, 800))
    page.paint(rug, rect(26, 26, 1148, 808))
    wear(
        page,
        Cloth(mix(night=0.84, red=0.2), diamonds, mix(sun=0.7, red=0.3), 40),
        rect(44, 44, 1112, 40),
        rect(44, 776, 1112, 40),
        rect(44, 44, 40, 772),
        rect(1116, 44, 40, 772),
    )
    page.paint(
        mix(sun=0.6, red=0.4),
        rect(96, 96, 1008, 4),
        rect(96, 760, 1008, 4),
        rect(96, 96, 4, 668),
        rect(1100, 96, 4, 668),
    )
    for i in range(30):
        page.paint(
            mix(sun=0.2), rect(12, 40 + i * 27, 15, 4), rect(1173, 40 + i * 27, 15, 4)
        )
    page.over(mix(night=0.3), rounded(236, 250, 760, 392, 30))
    page.paint(mix(sun=0.14), rounded(220, 232, 760, 392, 24))
    wear(
        page,
        Cloth(mix(sun=0.14), flowers, mix(teal=0.75), 34),
        rounded(220, 232, 760, 40, 20),
        rounded(220, 584, 760, 40, 20),
    )
    page.paint(mix(teal=0.75), rect(222, 276, 756, 5), rect(222, 576, 756, 5))


def _dishes(page: Page) -> None:
    for x, y, r, food, rim in (
        (600, 428, 98, mix(sun=0.8, red=0.1), mix(teal=0.9)),
        (392, 430, 68, mix(red=0.8, sun=0.5), mix(sun=0.5)),
        (806, 430, 68, mix(teal=0.5, sun=0.8), mix(red=0.9)),
        (296, 350, 38, mix(night=0.8, red=0.4), PAPER),
        (906, 510, 38, mix(red=0.9), PAPER),
        (498, 334, 36, mix(sun=0.3), mix(teal=0.7)),
        (702, 526, 36, mix(pink=0.8), mix(teal=0.7)),
        (906, 344, 36, mix(sun=0.9, red=0.2), mix(red=0.8)),
        (296, 516, 36, mix(sun=0.9, teal=0.4), mix(red=0.8)),
    ):
        page.over(SHADOW, oval(x + 10, y + 11, r))
        page.paint(rim, oval(x, y, r))
        page.paint(PAPER, ring(x, y, r * 0.92, r * 0.05))
        page.paint(food, oval(x, y, r * 0.82))
        for _ in range(int(r * 0.9)):
            a, d = page.rng.uniform(0, math.tau), r * 0.72 * page.rng.random() ** 0.5
            grain = page.rng.choice(
                (mix(sun=0.3), mix(red=0.6, sun=0.6), mix(teal=0.5, sun=0.7))
            )
            page.paint(
                grain,
                oval(
                    x + math.cos(a) * d,
                    y + math.sin(a) * d,
                    5,
                    2.4,
                    page.rng.uniform(0, 180),
                ),
            )
    for x, y in ((568, 408), (630, 420), (596, 456), (606, 398)):
        page.paint(
            mix(red=0.8, sun=0.7, night=0.24),
            oval(x, y, 22, 14, page.rng.uniform(-60, 60)),
        )
    for x, y, tilt in ((468, 520, 10), (732, 338, -14), (700, 344, 20)):
        page.over(SHADOW, oval(x + 7, y + 8, 48, 34, tilt))
        page.paint(mix(sun=0.66, red=0.2), oval(x, y, 48, 34, tilt))
        for dx, dy in ((-18, -6), (4, 8), (18, -8), (-4, -14)):
            page.over(mix(red=0.3), oval(x + dx, y + dy, 8, 5))
    for x, y in (
        (388, 312),
        (600, 300),
        (800, 316),
        (392, 550),
        (600, 560),
        (808, 552),
    ):
        page.paint(PAPER, oval(x, y, 22))
        page.paint(mix(red=0.85, sun=0.9), oval(x, y, 11))


def eid(page: Page) -> None:
    _floor(page)
    _dishes(page)
    coats = (
        Cloth(mix(teal=0.8), flowers, mix(sun=0.4), 30),
        Cloth(mix(sun=0.12), stripes, mix(teal=0.5), 14),
        Cloth(mix(pink=0.75), dots, PAPER, 16),
        Cloth(mix(night=0.8)),
        Cloth(mix(sun=0.85), zigzag, mix(red=0.7), 22),
        Cloth(mix(teal=0.4), checks, mix(night=0.5), 18),
        Cloth(mix(red=0.85), flowers, PAPER, 26),
    )
    covers = (
        Cloth(PAPER, dots, mix(red=0.9), 12),
        Cloth(mix(sun=0.1), diamonds, mix(teal=0.8), 13),
        Cloth(mix(teal=0.75), flowers, mix(sun=0.3), 20),
        Cloth(mix(sun=0.7), dots, mix(red=0.9), 12),
        Cloth(mix(night=0.9)),
        Cloth(mix(pink=0.5), flowers, mix(red=0.9), 18),
    )
    seats = (
        (316, 156, 176, 0, 1, True),
        (486, 152, 184, 1, 0, False),
        (676, 154, 178, 3, 1, True),
        (866, 158, 174, 2, 2, False),
        (1076, 322, 262, 5, 1, True),
        (1080, 520, 276, 6, 3, False),
        (122, 430, 90, 4, 5, False),
        (312, 708, 4, 2, 0, False),
        (480, 700, -4, 5, 4, True),
        (660, 712, 2, 0, 3, False),
        (868, 706, -6, 1, 1, True),
    )
    for x, y, tilt, coat, cover, cap in seats:
        size = 0.98 if (x, y) in {(480, 700), (1076, 322)} else 1.3
        _diner(
            page,
            Place(x, y, size, tilt=tilt),
            coats[coat],
            covers[cover],
            reach=(page.rng.uniform(6, 28), page.rng.uniform(78, 98)),
            cap=cap,
        )
    page.fade(
        0.24,
        poly("700,-10 1210,-10 1210,420 500,870 160,870"),
        inks=("night", "teal"),
    )
    page.over(
        mix(night=0.2, red=0.1),
        tone=lambda x, y: 1 - around(620, 420, 900, 660, 0.8)(x, y),
    )


DRAWING: Final = drawing(
    "eid",
    "Familien sidder på gulvet om dugen til eid, set fra oven. Fade med ris og kød, brød og te i midten.",
    eid,
    size=WIDE,
    mount="none",
    inks="sun pink red teal night",
)
