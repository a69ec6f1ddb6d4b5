"""The grocer under his awning."""

from dataclasses import replace
from typing import Final

from config.demo.drawing.figures import (
    REACH,
    Person,
    Pose,
    person,
)
from config.demo.drawing.inks import PAPER, mix
from config.demo.drawing.patterns import (
    Cloth,
    checks,
    flowers,
    plain,
    stripes,
    wear,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import LANDSCAPE, drawing
from config.demo.drawing.shapes import (
    Place,
    blob,
    down,
    limb,
    line,
    oval,
    poly,
    rect,
)

SKIN: Final = mix(sun=0.5, pink=0.54)
DARK: Final = mix(night=0.98, red=0.45)


def _shop(page: Page) -> None:
    page.paint(mix(sun=0.26, pink=0.2), page.sheet)
    for row in range(15):
        for col in range(14):
            if page.rng.random() < 0.7:
                page.over(
                    mix(pink=0.16, red=0.05),
                    rect(col * 92 - 40 + 46 * (row % 2), row * 30 - 4, 88, 26),
                )
    page.paint(mix(night=0.5, moss=0.9), rect(120, 40, 960, 112))
    page.paint(mix(sun=0.7), rect(132, 52, 936, 5), rect(132, 135, 936, 5))
    page.text(mix(sun=0.5), (600, 92), "ISHØJ  BASAR", 74, font="source-serif-4-600")
    page.paint(mix(night=0.86, moss=0.4), rect(120, 152, 960, 500))
    page.wash(
        mix(sun=0.7, pink=0.1),
        mix(sun=0.84, red=0.2),
        rect(150, 200, 370, 360),
        rect(690, 200, 370, 360),
        tone=down(200, 560),
    )
    page.wash(
        mix(sun=0.5),
        mix(sun=0.8, red=0.3),
        rect(548, 200, 116, 452),
        tone=down(200, 640),
    )
    for left in (150, 690):
        for row in range(3):
            y = 330 + row * 78
            page.paint(mix(red=0.5, sun=0.6, night=0.3), rect(left, y, 370, 8))
            for i in range(15):
                h = (34, 44, 28)[(i + row) % 3]
                page.paint(
                    (
                        mix(red=0.85),
                        mix(moss=0.85),
                        PAPER,
                        mix(sun=0.5, red=0.6),
                        mix(night=0.7),
                    )[(i * 3 + row) % 5],
                    rect(left + 8 + i * 24, y - h, 18, h),
                )
                page.paint(
                    mix(sun=0.2), rect(left + 8 + i * 24, y - h * 0.6, 18, h * 0.26)
                )
        page.fade(
            0.3,
            poly(
                (left + 40, 560),
                (left + 180, 200),
                (left + 250, 200),
                (left + 110, 560),
            ),
        )
    for x in (600, 606):
        page.paint(mix(night=0.9), rect(x, 200, 2, 60))


def _awning(page: Page) -> None:
    for i in range(16):
        x = 96 + i * 63
        swatch = mix(red=0.9) if i % 2 == 0 else PAPER
        page.paint(
            swatch,
            poly(
                (140 + i * 57.5, 152),
                (140 + (i + 1) * 57.5, 152),
                (x + 63, 268),
                (x, 268),
            ),
            oval(x + 31.5, 268, 31.5, 22),
        )
    page.over(
        mix(night=0.26),
        poly("96,252 1104,252 1104,292 96,292"),
        tone=down(236, 296),
    )
    page.over(mix(night=0.34), rect(120, 290, 960, 70), tone=down(370, 290))


def _fruit(page: Page) -> None:
    page.wash(
        mix(sun=0.3, pink=0.3, night=0.16),
        mix(sun=0.4, pink=0.4, night=0.3),
        rect(-10, 650, 1220, 170),
        tone=down(650, 800),
    )
    for i in range(14):
        page.over(mix(night=0.16), line((i * 100 - 40, 650), (i * 118 - 120, 820), 3))
    page.over(mix(night=0.45), rect(60, 716, 500, 24), rect(660, 716, 480, 24))
    kinds = (
        (mix(sun=0.9, red=0.34), 14.5),
        (mix(red=0.94), 13),
        (mix(moss=0.8, sun=0.6), 19),
        (mix(night=0.86, red=0.6), 15),
        (mix(sun=0.95), 13.5),
        (mix(moss=0.95, sun=0.3), 13),
        (mix(red=0.86, sun=0.7), 14),
        (mix(pink=0.6, sun=0.4), 16),
    )
    n = 0
    for tier, y in enumerate((556, 650)):
        for x in (64, 226, 388, 676, 836, 996):
            if tier == 0 and x == 996:
                continue
            swatch, r = kinds[(n * 5) % 8]
            n += 1
            dy = y + tier * 14
            for level in range(3, -1, -1):
                for i in range(int(150 / (r * 2)) - level):
                    cx, cy = (
                        x + 4 + r + i * r * 2 + level * r,
                        dy + 8 - level * r * 1.36,
                    )
                    page.paint(
                        swatch, oval(cx, cy, r * 1.02, r * (1.0 if r != 15 else 1.25))
                    )
                    page.over(
                        mix(night=0.18, red=0.1),
                        oval(cx + r * 0.24, cy + r * 0.3, r * 0.66),
                    )
                    page.fade(0.55, oval(cx - r * 0.34, cy - r * 0.4, r * 0.2))
            page.paint(mix(sun=0.7, red=0.3, night=0.1), rect(x - 4, dy + 6, 158, 62))
            for slat in range(3):
                page.over(
                    mix(night=0.26, red=0.2), rect(x - 4, dy + 23 + slat * 19, 158, 4)
                )
            page.over(
                mix(night=0.2), rect(x - 4, dy + 6, 9, 62), rect(x + 145, dy + 6, 9, 62)
            )
            page.paint(PAPER, rect(x + 52, dy - 4, 46, 30))
            page.text(
                mix(red=0.9),
                (x + 75, dy + 11),
                ("3,50", "6,-", "2,75", "8,-", "4,25")[n % 5],
                18,
            )


def grocer(page: Page) -> None:
    _shop(page)
    _awning(page)
    skin = SKIN
    owner = Person(
        skin,
        DARK,
        Cloth(PAPER, stripes, mix(sky=0.7), 9),
        plain(mix(night=0.9)),
        DARK,
        cover="cap",
        covering=plain(mix(night=0.7, moss=0.7)),
        cut="shirt",
        pose=replace(
            REACH, left_arm=((-13, 68), (-6, 56)), right_arm=((13, 72), (23, 72))
        ),
    )
    place = Place(598, 700, 3.6)
    page.over(mix(night=0.4), oval(606, 704, 84, 13))
    person(page, owner, place)
    wear(
        page,
        plain(mix(moss=0.9, night=0.24)),
        place(poly("-5,76 6.6,76 8.4,58 9,32 -8,32 -7.2,58")),
    )
    page.paint(mix(sun=0.9, red=0.34), place(oval(24, 74, 3.4)))
    _fruit(page)
    woman = Person(
        skin,
        DARK,
        plain(mix(red=0.6, night=0.5, pink=0.3)),
        Cloth(mix(pink=0.6), flowers, mix(red=0.9), 20),
        DARK,
        cover="scarf",
        covering=Cloth(mix(sun=0.8), flowers, mix(red=0.9), 17),
        cut="coat",
        legs="skirt",
        pose=Pose(left_arm=((-13, 70), (-22, 70)), right_arm=((11, 65), (12, 48))),
    )
    girl = Person(
        skin,
        DARK,
        Cloth(mix(sky=0.9, night=0.16)),
        plain(mix(night=0.7)),
        mix(red=0.9),
        cover="braid",
        cut="dress",
        legs="bare",
        head=1.45,
        pose=Pose(left_arm=((-12, 72), (-18, 86)), right_arm=((11, 68), (10, 54))),
    )
    for who, where in (
        (woman, Place(1066, 778, 3.9)),
        (girl, Place(940, 788, 2.35, flip=True)),
    ):
        page.over(
            mix(night=0.4),
            oval(where.x + 14, where.y + 2, 24 * where.size, 4 * where.size),
        )
        person(page, who, where)
    page.paint(mix(night=0.8), limb("1106,598 1112,560 1130,598", widths=(3,)))
    wear(
        page,
        Cloth(mix(sun=0.86), checks, mix(red=0.7), 17),
        blob("1076,600 1154,600 1160,690 1072,690", steps=4),
    )
    page.paint(
        mix(moss=0.9, sun=0.5),
        limb("1090,602 1082,570 1070,552", widths=(9, 8, 4)),
        limb("1104,602 1100,566 1108,546", widths=(9, 8, 4)),
    )


DRAWING: Final = drawing(
    "basar",
    "Købmand i grønt forklæde foran sin basar med kasser af frugt. En kvinde og en pige køber ind.",
    grocer,
    size=LANDSCAPE,
    mount="slide",
    inks="sun pink red moss sky night",
)
