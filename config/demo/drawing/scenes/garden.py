"""Tall beans in the allotment."""

import math
from typing import Final

from config.demo.drawing.figures import Person, Pose, person, shadow
from config.demo.drawing.inks import PAPER, Swatch, mix
from config.demo.drawing.patterns import (
    Cloth,
    checks,
    dots,
    flowers,
    wear,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import PORTRAIT, drawing
from config.demo.drawing.shapes import (
    Place,
    around,
    blob,
    curve,
    down,
    limb,
    line,
    oval,
    poly,
    rect,
    stroke,
    turn,
)

SKIN: Final = mix(sun=0.46, pink=0.55)
DARK: Final = mix(night=0.97, red=0.45)


def _allotment(page: Page) -> None:
    page.wash(mix(sky=0.56), mix(sun=0.36, pink=0.16), page.sheet, tone=down(-10, 560))
    page.paint(mix(sun=0.44, pink=0.1), oval(590, 250, 100))
    page.paint(
        mix(sky=0.4, leaf=0.4, pink=0.1),
        blob(
            "-20,560 110,470 220,510 380,460 520,520 680,476 830,540",
            "830,640 -20,640",
        ),
    )
    page.paint(mix(red=0.74, night=0.2), rect(40, 440, 200, 190))
    for x in range(40, 240, 20):
        page.over(mix(night=0.24), rect(x, 440, 3, 190))
    page.paint(mix(night=0.8), poly("18,446 140,366 262,446"))
    page.paint(PAPER, rect(78, 488, 62, 56))
    page.paint(mix(sky=0.8, night=0.4), rect(84, 494, 23, 44), rect(111, 494, 23, 44))
    page.paint(mix(sun=0.5), rect(168, 490, 50, 140))
    page.wash(
        mix(leaf=0.7, sun=0.4),
        mix(leaf=0.86, night=0.2, sun=0.5),
        rect(-10, 612, 820, 610),
        tone=down(612, 900),
    )
    page.wash(
        mix(sun=0.6, pink=0.4, night=0.1),
        mix(sun=0.6, pink=0.5, night=0.4),
        poly("380,616 430,616 700,1220 130,1220"),
        tone=down(616, 1220),
    )
    for row in range(4):
        y = 650 + row * 44 + row * row * 9
        for i in range(9):
            x = 372 - row * 30 - i * (36 + row * 9)
            k = 0.5 + row * 0.24
            for a in range(0, 360, 60):
                page.paint(
                    mix(leaf=0.9, sky=0.4, night=0.06 * (a // 60 % 2)),
                    turn(oval(x, y - 9 * k, 8 * k, 15 * k), a, x, y),
                )
            page.paint(mix(leaf=0.5, sky=0.3), oval(x, y, 9 * k))


def _leaf(page: Page, x: float, y: float, r: float, swatch: Swatch) -> None:
    shape = blob(
        (x, y - r * 1.1),
        (x + r * 0.85, y - r * 0.1),
        (x + r * 0.4, y + r * 0.7),
        (x, y + r * 0.55),
        (x - r * 0.4, y + r * 0.7),
        (x - r * 0.85, y - r * 0.1),
        steps=5,
    )
    page.paint(swatch, turn(shape, page.rng.uniform(-70, 70), x, y))


def _beans(page: Page, poles: list[tuple[float, float, float]], amount: int) -> None:
    greens = (
        mix(leaf=0.96, night=0.34),
        mix(leaf=1, sun=0.3),
        mix(leaf=0.8, sun=0.6),
        mix(leaf=0.9, night=0.5),
    )
    for x, foot, top in poles:
        k = (foot - top) / 900
        tip = x + 14 * k
        page.paint(mix(sun=0.7, red=0.4, night=0.2), line((x, foot), (tip, top), 9 * k))
        for i in range(amount):
            t = i / amount * 0.94
            y = foot - 16 - (foot - top - 30) * t
            cx = x + (tip - x) * t + page.rng.gauss(0, 30 * k * (1.1 - 0.75 * t))
            _leaf(
                page,
                cx,
                y,
                page.rng.uniform(20, 34) * k * (1.05 - 0.5 * t),
                page.rng.choice(greens),
            )
        for _ in range(amount // 4):
            y = page.rng.uniform(top + 60 * k, foot - 120 * k)
            cx = x + page.rng.gauss(0, 40 * k)
            if page.rng.random() < 0.55:
                page.paint(
                    mix(red=0.94),
                    oval(cx, y, 7 * k),
                    oval(cx + 8 * k, y + 7 * k, 6 * k),
                    oval(cx - 5 * k, y + 9 * k, 6 * k),
                )
            else:
                page.paint(
                    mix(leaf=0.7, sun=0.7),
                    limb(
                        (cx, y),
                        (cx + 5 * k, y + 34 * k),
                        (cx, y + 70 * k),
                        widths=(7 * k, 9 * k, 4 * k),
                    ),
                )


def _gardener(page: Page) -> None:
    dress = Cloth(mix(pink=0.75, sun=0.1), flowers, mix(red=0.95), 30)
    woman = Person(
        SKIN,
        DARK,
        dress,
        Cloth(mix(sky=0.9, night=0.3), dots, PAPER, 16),
        mix(night=1),
        cover="scarf",
        covering=Cloth(PAPER, flowers, mix(red=0.95, night=0.1), 20),
        cut="tunic",
        legs="shalwar",
        pose=Pose(
            left_arm=((-12, 68), (-13, 54)),
            right_arm=((15, 82), (24, 95)),
            lean=2,
            nod=(1.4, 1.6),
        ),
    )
    place = Place(388, 1064, 4.3)
    shadow(page, woman, place, (180, 1250), mix(night=0.4))
    person(page, woman, place)
    page.paint(PAPER, place(blob("-6,60 7,60 8.6,40 7,34 -6,34 -8,40")))
    page.over(
        mix(sky=0.4),
        place(limb((5, 58), (6, 38), widths=(1, 2))),
        place(limb((-2, 58), (-3, 38), widths=(1, 2))),
    )
    for x in (-7, -3, 2):
        page.paint(
            mix(leaf=0.8, sun=0.7),
            place(
                limb(
                    (23 + x * 0.2, 95), (24 + x, 88), (22 + x, 80), widths=(1.6, 2, 0.8)
                )
            ),
        )
    x, y = 296, 1046
    page.over(mix(night=0.4), oval(x - 20, y + 34, 110, 24))
    for i in range(22):
        page.paint(
            mix(leaf=0.8, sun=0.7, night=0.2 * (i % 2)),
            limb(
                (x - 80 + i * 7.4, y - 40),
                (x - 88 + i * 8, y - 66 - 14 * math.sin(i)),
                (x - 100 + i * 9.2, y - 60),
                widths=(8, 8, 3),
            ),
        )
    basket = blob(
        (x - 96, y - 42), (x + 96, y - 42), (x + 74, y + 36), (x - 74, y + 36), steps=4
    )
    wear(
        page,
        Cloth(mix(sun=0.85, red=0.26), checks, mix(red=0.5, night=0.3), 17),
        basket,
    )
    page.paint(
        mix(sun=0.7, red=0.5, night=0.2),
        stroke(curve((x - 98, y - 42), (x, y - 34), (x + 98, y - 42)), 11),
    )
    page.paint(
        mix(sun=0.7, red=0.5, night=0.2),
        limb(
            (x - 84, y - 44),
            (x - 50, y - 130),
            (x + 50, y - 130),
            (x + 84, y - 44),
            widths=(8,),
        ),
    )


def garden(page: Page) -> None:
    _allotment(page)
    _beans(page, [(446, 650, 420), (492, 690, 380), (556, 760, 300)], 60)
    _gardener(page)
    _beans(
        page, [(556, 860, 250), (676, 960, 150), (632, 1130, 70), (764, 1200, 30)], 92
    )
    page.fade(0.3, tone=around(590, 250, 480, 480, 1.5), inks=("night", "sky", "leaf"))


DRAWING: Final = drawing(
    "have",
    "En kvinde med blomstret tørklæde plukker bønner i kolonihaven mellem høje stænger. Kurven er fuld.",
    garden,
    size=PORTRAIT,
    mount="film",
    inks="sun pink red leaf sky night",
)
