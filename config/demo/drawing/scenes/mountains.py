"""The mountains behind Konya, from the train."""

import math
from typing import Final

from config.demo.drawing.inks import PAPER, mix
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import LANDSCAPE, drawing
from config.demo.drawing.shapes import (
    Point,
    Shape,
    around,
    blob,
    curve,
    down,
    limb,
    oval,
    poly,
    rect,
    rounded,
    stroke,
)


def _ranges(page: Page) -> None:
    page.wash(
        mix(lilac=0.42, pink=0.3),
        mix(sun=0.46, pink=0.34),
        page.sheet,
        tone=down(60, 430),
    )
    page.paint(mix(sun=0.16), oval(742, 262, 64))
    page.fade(0.75, oval(742, 262, 300), tone=around(742, 262, 300, power=1.6))
    for n, (base, high) in enumerate(
        ((330, 70), (392, 96), (452, 84), (520, 74), (590, 60))
    ):
        rng = page.rng
        pts: list[Point] = [(-20.0, base + rng.uniform(-20, 20))]
        while pts[-1][0] < 1220:
            pts.append(
                (
                    pts[-1][0] + rng.uniform(70, 150),
                    base - rng.uniform(0, high) * (1.4 if len(pts) % 3 == 1 else 0.5),
                )
            )
        ridge = [*curve(*pts, steps=5), (1230, 820), (-20, 820)]
        deep = n / 4
        page.wash(
            mix(
                lilac=0.4 + 0.5 * deep,
                pink=0.5 - 0.2 * deep,
                night=0.12 + 0.5 * deep**1.5,
            ),
            mix(pink=0.46, sun=0.3, lilac=0.12 + 0.3 * deep, night=0.34 * deep),
            ridge,
            tone=down(base - high * 0.8, base + 130),
        )
    page.wash(
        mix(sun=0.5, brown=0.45, night=0.4),
        mix(sun=0.6, brown=0.7, night=0.6),
        rect(-10, 610, 1220, 200),
        tone=down(610, 760),
    )
    for x in (90, 214, 260, 480, 905, 1010):
        h = page.rng.uniform(34, 60)
        page.paint(
            mix(night=0.86, brown=0.6),
            blob(
                (x - 5, 640),
                (x - 3.6, 640 - h * 0.7),
                (x, 640 - h),
                (x + 3.6, 640 - h * 0.7),
                (x + 5, 640),
            ),
        )
    for x in (160, 520, 880):
        page.paint(
            mix(night=0.7, brown=0.6), rect(x, 470, 4, 190), rect(x - 22, 486, 48, 4)
        )
    for dy in (0, 10):
        wires = [
            (x, 488 + dy + 20 * math.sin(math.pi * ((x - 160) % 360) / 360))
            for x in range(-10, 1220, 12)
        ]
        page.paint(mix(night=0.6), stroke(wires, 1.5))


def _carriage(page: Page) -> None:
    """The window seen from the seat: frame, curtain, table, a traveller asleep."""
    wall, edge = mix(night=0.84, brown=0.78), mix(brown=0.62, sun=0.52, night=0.16)
    hole = rounded(84, 66, 1030, 596, 66)
    frame: Shape = [*page.sheet, page.sheet[0], *reversed(hole), hole[-1]]
    page.paint(wall, [*frame, page.sheet[0]])
    page.paint(edge, stroke([*hole, hole[0]], 15))
    page.paint(
        mix(night=0.95, brown=0.8),
        stroke([*rounded(96, 78, 1006, 572, 58), (96, 136)], 4),
    )
    page.paint(edge, rect(84, 214, 1030, 11))
    page.over(mix(night=0.3), rect(84, 225, 1030, 4))
    cloth = blob(
        "70,40 176,44 196,200 166,400 140,560 146,690 60,690 64,300",
    )
    page.paint(mix(pink=0.8, brown=0.42, sun=0.3), cloth)
    for x in (86, 114, 142, 166):
        page.over(
            mix(night=0.32),
            limb((x, 40), (x + 8, 300), (x - 16, 690), widths=(3, 9, 5)),
        )
    page.paint(edge, rounded(322, 688, 552, 34, 12))
    page.over(mix(night=0.4), rect(330, 716, 544, 12))


def _tea_for_the_road(page: Page) -> None:
    page.paint(PAPER, oval(470, 692, 42, 8))
    glass = blob(
        "448,614 454,644 458,664 454,684 486,684 482,664 486,644",
        "492,614",
        steps=6,
    )
    page.paint(mix(sun=0.95, pink=0.9, brown=0.4), glass)
    page.paint(mix(sun=0.15), poly("447,610 493,610 491,628 449,628"))
    page.fade(0.6, limb((460, 634), (464, 660), widths=(4, 3)))
    page.paint(
        mix(sun=0.6, brown=0.3),
        blob("640,690 650,656 720,644 780,660 790,690"),
    )
    page.over(
        mix(brown=0.3),
        limb((666, 668), (676, 684), widths=(4, 2)),
        limb((706, 656), (714, 676), widths=(4, 2)),
        limb((744, 660), (750, 680), widths=(4, 2)),
    )
    page.paint(mix(night=0.2, pink=0.2), poly("600,694 620,660 644,690 640,700"))
    head = mix(night=0.97, brown=0.9)
    page.paint(
        mix(night=0.96, brown=0.5),
        blob("1230,520 1150,524 1064,552 1010,640 984,830 1230,830"),
    )
    page.paint(
        mix(pink=0.72, sun=0.5, brown=0.34),
        blob(
            "1012,404 1020,368 1060,340 1110,360 1130,430 1124,540",
            "1070,556 1064,520 1034,518 1018,508 1020,490 1008,482",
            "1012,466 994,454 1010,428",
            steps=5,
        ),
    )
    page.paint(
        head,
        blob(
            "1010,388 1014,346 1064,310 1134,322 1172,392 1170,500",
            "1140,566 1096,560 1098,500 1078,450 1084,412 1050,392",
        ),
    )
    page.over(
        mix(night=0.3),
        blob("1052,566 1110,540 1230,532 1230,580 1120,590"),
    )


def mountains(page: Page) -> None:
    _ranges(page)
    _carriage(page)
    _tea_for_the_road(page)


DRAWING: Final = drawing(
    "bjerge",
    "Bjergene bag Konya set gennem et togvindue i morgendis. På bordet står et glas te og et brød.",
    mountains,
    size=LANDSCAPE,
    mount="film",
    inks="sun pink lilac brown night",
)
