"""The wedding in the community hall."""

import math
from dataclasses import replace
from typing import Final

from config.demo.drawing.figures import (
    STAND,
    Person,
    Pose,
    person,
)
from config.demo.drawing.inks import PAPER, mix
from config.demo.drawing.patterns import (
    Cloth,
    dots,
    flowers,
    plain,
    wear,
    zigzag,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import LANDSCAPE, drawing
from config.demo.drawing.shapes import (
    Place,
    around,
    blob,
    down,
    limb,
    line,
    oval,
    poly,
    rect,
    stroke,
)

SKIN: Final = mix(sun=0.5, pink=0.54)
DARK: Final = mix(night=0.98, red=0.45)


def _ballroom(page: Page) -> None:
    page.wash(
        mix(teal=0.95, night=0.5),
        mix(teal=0.72, red=0.16, night=0.1),
        page.sheet,
        tone=down(-10, 520),
    )
    for x in range(20, 1220, 118):
        page.over(mix(night=0.3), rect(x, -10, 5, 540))
    page.paint(mix(red=0.7, night=0.36), rect(420, 150, 380, 330))
    for i in range(13):
        page.over(mix(night=0.34), rect(424 + i * 30, 150, 12, 330))
    page.paint(mix(sun=0.6, red=0.3), rect(410, 138, 400, 18), rect(410, 474, 400, 12))
    page.wash(
        mix(sun=0.7, red=0.34, night=0.16),
        mix(sun=0.56, red=0.44, night=0.5),
        rect(-10, 520, 1220, 300),
        tone=down(520, 810),
    )
    for i in range(-9, 10):
        page.over(
            mix(night=0.14, red=0.1), line((600 + i * 60, 520), (600 + i * 150, 820), 3)
        )
    page.paint(mix(night=0.8, teal=0.5), rect(-10, 506, 1220, 16))
    for x, y, who in ((500, 470, 0), (566, 474, 1), (664, 470, 2), (724, 474, 3)):
        dark = plain(mix(night=0.9, red=0.5))
        player = Person(
            mix(sun=0.5, pink=0.5, night=0.2),
            DARK,
            (dark, Cloth(PAPER))[who % 2],
            dark,
            DARK,
            pose=Pose(left_arm=((-12, 66), (4, 62)), right_arm=((13, 66), (8, 58))),
        )
        person(page, player, Place(x, y, 1.55))
        page.paint(
            mix(sun=0.8, red=0.5), oval(x + 5, y - 92, 15 if who % 2 else 10, 20)
        )
        page.paint(
            mix(sun=0.6, red=0.7, night=0.3),
            line((x + 5, y - 92), (x + 44, y - 130), 5),
        )


def _garlands(page: Page) -> None:
    for n, (a, b, sag) in enumerate(
        (
            ((-20, 40), (420, 60), 120),
            ((420, 60), (800, 60), 70),
            ((800, 60), (1220, 30), 130),
            ((-20, 150), (600, 16), 110),
            ((600, 16), (1220, 150), 110),
        )
    ):
        pts = [
            (
                a[0] + (b[0] - a[0]) * t / 16,
                a[1] + (b[1] - a[1]) * t / 16 + sag * math.sin(math.pi * t / 16),
            )
            for t in range(17)
        ]
        page.paint(mix(night=0.95), stroke(pts, 1.8))
        for i, (x, y) in enumerate(pts[1:-1]):
            if n < 3:
                flag = (mix(red=0.9), mix(sun=0.85), PAPER, mix(pink=0.7))[(i + n) % 4]
                page.paint(flag, poly((x - 12, y), (x + 12, y), (x, y + 30)))
            else:
                page.fade(
                    0.75,
                    oval(x, y + 9, 48),
                    tone=around(x, y + 9, 48, power=1.5),
                    inks=("teal", "night", "red"),
                )
                page.over(
                    mix(sun=0.6),
                    oval(x, y + 9, 48),
                    tone=around(x, y + 9, 48, power=1.3),
                )
                page.paint(mix(sun=0.25), oval(x, y + 9, 8, 10))


def _bride(page: Page, place: Place) -> None:
    gown = place(
        blob(
            "-8,84 8,84 8.6,74 6,60 16,30 24,3 0,-1 -26,3 -17,30 -6,60",
            "-8.6,74",
            steps=6,
        )
    )
    page.paint(
        mix(sun=0.04),
        place(
            blob(
                "-6,98 6,98 15,70 26,20 32,2 0,8 -34,2 -27,20 -14,70",
            )
        ),
    )
    page.over(
        mix(pink=0.16, teal=0.1),
        place(
            blob(
                "-6,98 6,98 15,70 26,20 32,2 0,8 -34,2 -27,20 -14,70",
            )
        ),
    )
    for side in (-1, 1):
        page.paint(SKIN, place(oval(21 * side, 59, 2.4, 2.6)))
        page.paint(
            PAPER,
            place(
                limb((7 * side, 80), (15 * side, 71), (21 * side, 60), widths=(7, 6, 4))
            ),
        )
    page.paint(PAPER, gown)
    for x in (-12, -4, 5, 13):
        page.over(
            mix(teal=0.2, pink=0.1),
            place(limb((x * 0.3, 54), (x, 26), (x * 1.7, 3), widths=(0.6, 2, 3.6))),
        )
    page.paint(
        mix(red=0.95),
        place(poly("-6.4,61 6.4,61 6.6,56 -6.6,56")),
        place(limb("4,57 7,44 6,32", widths=(2.6, 2.4, 3))),
    )
    page.paint(
        SKIN,
        place(limb((0, 82), (0.4, 90), widths=(4.6, 4.2))),
        place(oval(0.4, 93, 5, 6.3)),
    )
    page.paint(
        DARK,
        place(
            blob(
                "-5.4,92 -5,98 0,100.4 5.4,98 5.8,92 3,96 -2,96",
            )
        ),
    )
    page.paint(
        PAPER,
        place(blob("-6,98 0,103.4 6.4,98 3,100 -3,100")),
        *[place(oval(x, 100.4, 1.4)) for x in (-4, -1.4, 1.4, 4)],
    )


def wedding(page: Page) -> None:
    _ballroom(page)
    _garlands(page)
    black, flare = plain(mix(night=0.94, red=0.3)), plain(mix(night=0.86))
    kick = replace(
        STAND,
        left_arm=((-15, 71), (-21, 60)),
        right_arm=((15, 71), (21, 60)),
        right_leg=((9, 32), (14, 13)),
    )
    step = replace(kick, right_leg=((6, 27), (9, 2)), left_leg=((-6, 27), (-9, 1)))
    tops = (
        Cloth(mix(pink=0.75), flowers, mix(red=0.95), 18),
        Cloth(mix(night=0.9)),
        Cloth(mix(sun=0.85), dots, mix(red=0.9), 13),
        Cloth(mix(red=0.86), flowers, mix(sun=0.6), 17),
        Cloth(mix(teal=0.8, night=0.3), zigzag, mix(sun=0.5), 14),
        Cloth(mix(sun=0.5, red=0.44)),
    )
    line_up = (
        (0, "dress", "scarf", "skirt"),
        (1, "jacket", "short", "flares"),
        (2, "dress", "long", "skirt"),
        (5, "jacket", "short", "flares"),
        None,
        (1, "jacket", "short", "flares"),
        (3, "dress", "bun", "skirt"),
        (4, "dress", "scarf", "skirt"),
    )
    for i, entry in enumerate(line_up):
        x, y = 84 + i * 116, 690 + 34 * math.sin(i * 0.55)
        page.over(mix(night=0.4, red=0.1), oval(x + 10, y + 4, 70, 11))
        page.over(
            mix(night=0.26),
            poly((x - 20, y + 4), (x + 24, y + 4), (x + 36, 830), (x - 28, 830)),
            tone=down(850, y),
        )
        place = Place(x, y, 2.95)
        if entry is None:
            _bride(page, place)
            continue
        top, cut, cover, legs = entry
        who = Person(
            SKIN,
            DARK,
            tops[top],
            flare if legs == "flares" else tops[top],
            DARK,
            cover=cover,
            covering=Cloth(PAPER, dots, mix(red=0.9), 11),
            cut=cut,
            legs=legs,
            pose=kick if i % 3 == 1 else step,
        )
        person(page, who, place)
    leader = Person(
        SKIN,
        DARK,
        Cloth(PAPER),
        black,
        DARK,
        cover="short",
        cut="shirt",
        legs="flares",
        pose=replace(
            kick,
            right_arm=((15, 84), (19, 102)),
            right_leg=((10, 36), (16, 18)),
            lean=2,
        ),
    )
    place = Place(1012, 702, 3.1)
    page.over(mix(night=0.4, red=0.1), oval(1022, 706, 80, 12))
    person(page, leader, place)
    wear(
        page,
        black,
        place(blob("-8,80 -3,84 -1,70 -2,52 -7.6,52")),
        place(blob("10,80 6,84 3,70 3,52 7.6,52")),
    )
    page.paint(
        mix(red=0.96),
        place(
            blob(
                "18,100 22,116 36,128 33,116 46,112 34,106 36,96 26,101",
            )
        ),
    )
    page.fade(0.26, tone=around(600, 520, 700, 380), inks=("night", "teal"))


DRAWING: Final = drawing(
    "bryllup",
    "Bryllup i festsalen: bruden i hvidt danser i kæde med gæsterne, den forreste svinger et rødt lommetørklæde.",
    wedding,
    size=LANDSCAPE,
    mount="none",
    inks="sun pink red teal night",
)
