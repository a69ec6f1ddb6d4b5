"""A front of balconies, with washing, carpets and neighbours."""

from dataclasses import replace
from typing import Final

from config.demo.drawing.figures import (
    WAVE,
    Person,
    Pose,
    person,
)
from config.demo.drawing.inks import PAPER, mix
from config.demo.drawing.patterns import (
    Cloth,
    checks,
    diamonds,
    dots,
    flowers,
    hoops,
    plain,
    stripes,
    wear,
    zigzag,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import SQUARE, drawing
from config.demo.drawing.shapes import (
    Place,
    blob,
    curve,
    line,
    poly,
    rect,
    stroke,
)

SKIN: Final = mix(sun=0.48, pink=0.52)
DARK: Final = mix(night=0.97, red=0.5)
PANELS: Final = (
    mix(red=0.72, sun=0.3),
    mix(sun=0.8, pink=0.1),
    mix(sky=0.85, night=0.24),
    mix(pink=0.6, sun=0.1),
)


def _bay(page: Page, x: float, y: float, number: int) -> None:
    """One flat of the front: a window, a door, and the balcony before them."""
    page.paint(mix(sky=0.4, night=0.5, pink=0.16), rect(x, y, 218, 128))
    for left, wide in ((14, 70), (92, 38), (138, 66)):
        lit = (number * 7 + left) % 5 == 0
        page.paint(
            mix(sun=0.7, pink=0.2) if lit else mix(night=0.82, sky=0.4),
            rect(x + left, y + 14, wide, 114),
        )
        page.paint(
            mix(sun=0.1, sky=0.1),
            rect(x + left, y + 14, wide, 5),
            rect(x + left, y + 14, 5, 114),
            rect(x + left + wide - 4, y + 14, 4, 114),
        )
        if (number + left) % 3:
            page.paint(
                mix(sun=0.2, pink=0.1 + 0.3 * (number % 2)),
                blob(
                    (x + left + 6, y + 20),
                    (x + left + wide * 0.5, y + 20),
                    (x + left + wide * 0.3, y + 70),
                    (x + left + 8, y + 126),
                    (x + left + 5, y + 126),
                ),
            )
    page.over(mix(night=0.3), rect(x, y, 218, 26), rect(x, y, 20, 128))
    page.paint(
        PANELS[(0, 3, 1, 2, 0, 1, 3, 0, 2, 3, 1)[number * 3 % 11]],
        rect(x - 4, y + 92, 226, 78),
    )
    page.over(mix(night=0.2), rect(x - 4, y + 160, 226, 10))
    page.paint(mix(sun=0.06, sky=0.06), rect(x - 6, y + 86, 230, 8))


def _hang(page: Page, x: float, y: float, w: float, h: float, cloth: Cloth) -> None:
    page.over(mix(night=0.4), rect(x + 7, y + 6, w, h))
    wear(
        page,
        cloth,
        poly(
            (x, y),
            (x + w, y),
            (x + w + 1, y + h),
            (x + w * 0.5, y + h + 3),
            (x - 1, y + h),
        ),
    )


def _front(page: Page) -> None:
    page.paint(mix(sun=0.24, sky=0.12, pink=0.12), page.sheet)
    number = 0
    for row in range(7):
        for col in range(5):
            _bay(page, 22 + col * 238, -60 + row * 192, number * 3 + row)
            number += 1
        page.over(mix(night=0.16, sky=0.2), rect(-10, 114 + row * 192, 1220, 5))
    for col in range(6):
        x = -5 + col * 238
        page.paint(mix(sun=0.2, sky=0.14, pink=0.1), rect(x, -10, 22, 1220))
        page.over(mix(night=0.3, sky=0.2), rect(x + 15, -10, 7, 1220))


def _carpets(page: Page) -> None:
    rugs = (
        (
            774,
            410,
            112,
            186,
            Cloth(mix(red=0.92, night=0.1), diamonds, mix(sun=0.7), 34),
        ),
        (522, 26, 128, 210, Cloth(mix(night=0.84), zigzag, mix(red=0.8, pink=0.3), 30)),
        (20, 602, 108, 190, Cloth(mix(sun=0.8), diamonds, mix(red=0.92), 28)),
        (286, 794, 130, 200, Cloth(mix(red=0.8, pink=0.3), zigzag, mix(night=0.9), 36)),
        (1000, 218, 96, 150, Cloth(mix(sky=0.9, night=0.3), diamonds, PAPER, 24)),
        (560, 986, 120, 170, Cloth(mix(pink=0.7), flowers, mix(red=0.95), 34)),
    )
    for x, y, w, h, cloth in rugs:
        _hang(page, x, y, w, h, cloth)
        page.paint(
            mix(sun=0.5, red=0.3), rect(x, y + h - 16, w, 5), rect(x, y + 14, w, 5)
        )
        for i in range(int(w // 8)):
            page.paint(
                PAPER, line((x + 4 + i * 8, y + h), (x + 3 + i * 8, y + h + 12), 2)
            )


def _washing(page: Page) -> None:
    lines = (
        (262, 30, 200),
        (740, 222, 206),
        (30, 994, 190),
        (500, 606, 206),
        (974, 798, 200),
        (262, 414, 196),
    )
    for n, (x, y, long) in enumerate(lines):
        page.paint(
            mix(night=0.8),
            stroke(curve((x, y), (x + long / 2, y + 9), (x + long, y)), 2),
        )
        at, m = x + 8, n
        while at < x + long - 34:
            w, h = ((36, 62), (28, 48), (58, 78), (24, 34))[m % 4]
            cloth = (
                Cloth(PAPER),
                Cloth(mix(red=0.85)),
                Cloth(mix(sun=0.3), stripes, mix(sky=0.9), 11),
                Cloth(mix(sun=0.85), dots, PAPER, 12),
                Cloth(mix(pink=0.6)),
                Cloth(PAPER, checks, mix(red=0.8), 13),
            )[(m * 5 + n) % 6]
            if m % 4 == 1:
                shirt = blob(
                    (at, y + 6),
                    (at + w, y + 6),
                    (at + w + 12, y + 26),
                    (at + w - 2, y + 22),
                    (at + w - 2, y + h + 8),
                    (at + 2, y + h + 8),
                    (at + 2, y + 22),
                    (at - 10, y + 26),
                    steps=3,
                )
                wear(page, cloth, shirt)
            else:
                _hang(page, at, y + 6, w, h, cloth)
            at += w + 9
            m += 1


def _neighbours(page: Page) -> None:
    shaker = Person(
        SKIN,
        DARK,
        Cloth(mix(pink=0.65), flowers, mix(red=0.95), 17),
        plain(mix(night=0.8)),
        DARK,
        cover="scarf",
        covering=Cloth(PAPER, dots, mix(red=0.9), 10),
        cut="tunic",
        pose=Pose(
            left_arm=((-14, 72), (-12, 60)), right_arm=((14, 72), (12, 60)), lean=0
        ),
    )
    with page.inside(rect(480, 240, 240, 178)):
        person(page, shaker, Place(598, 500, 2.0))
    _hang(page, 556, 380, 92, 150, Cloth(mix(red=0.9), diamonds, mix(sun=0.8), 26))
    reader = Person(
        SKIN,
        DARK,
        Cloth(PAPER),
        plain(mix(night=0.9)),
        DARK,
        cover="short",
        cut="shirt",
        pose=Pose(left_arm=((-14, 67), (-4, 64)), right_arm=((14, 67), (5, 64))),
    )
    with page.inside(rect(974, 518, 218, 86)):
        person(page, reader, Place(1080, 674, 1.56))
    page.paint(
        PAPER,
        poly("1052,560 1079,565 1079,598 1051,592"),
        poly("1081,565 1108,560 1110,592 1081,598"),
    )
    page.over(
        mix(night=0.4),
        rect(1058, 572, 14, 2.4),
        rect(1058, 579, 16, 2.4),
        rect(1087, 572, 14, 2.4),
        rect(1087, 579, 16, 2.4),
    )
    kids = Person(
        SKIN,
        DARK,
        Cloth(mix(sun=0.9), hoops, mix(red=0.9), 10),
        plain(mix(night=0.9)),
        DARK,
        cover="bob",
        cut="shirt",
        head=1.35,
        pose=replace(WAVE, left_arm=((-13, 70), (-16, 62))),
    )
    with page.inside(rect(736, 708, 218, 86)):
        person(page, kids, Place(800, 850, 1.24))
        person(
            page,
            replace(
                kids,
                top=Cloth(mix(sky=0.9, night=0.2)),
                cover="short",
                pose=replace(WAVE, right_arm=((17, 80), (24, 98))),
            ),
            Place(858, 850, 1.14),
        )


def balconies(page: Page) -> None:
    _front(page)
    _washing(page)
    _neighbours(page)
    _carpets(page)
    page.over(
        mix(night=0.34, sky=0.1),
        poly("-20,760 420,1220 -20,1220"),
        poly("-20,640 -20,760 420,1220 540,1220"),
    )
    page.fade(
        0.21,
        poly("420,-20 1220,-20 1220,760"),
        inks=("night", "sky"),
    )


DRAWING: Final = drawing(
    "betonblok",
    "Betonblok med farvede altaner, vasketøj og tæpper. En kvinde ryster et tæppe, børn vinker, en mand læser avis.",
    balconies,
    size=SQUARE,
    mount="border",
    inks="sun pink red sky night",
)
