"""The classroom, seen from the last row."""

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
    checks,
    dots,
    flowers,
    hoops,
    plain,
    stripes,
    zigzag,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import LANDSCAPE, drawing
from config.demo.drawing.shapes import (
    Place,
    blob,
    curve,
    down,
    line,
    oval,
    poly,
    rect,
    rounded,
    spread,
    stroke,
)

SKIN: Final = mix(sun=0.5, pink=0.54)
DARK: Final = mix(night=0.98, red=0.45)


def _blackboard(page: Page) -> None:
    page.wash(
        mix(sun=0.3, pink=0.1),
        mix(sun=0.46, pink=0.2, sky=0.1),
        page.sheet,
        tone=down(0, 600),
    )
    page.paint(mix(sun=0.7, red=0.4, night=0.1), rect(300, 166, 640, 284))
    page.wash(
        mix(moss=0.86, night=0.7),
        mix(moss=0.9, night=0.54),
        rect(314, 180, 612, 256),
        tone=down(180, 436),
    )
    for x, y in spread(page.rng, 26, (330, 200, 900, 420)):
        page.fade(0.14, oval(x, y, 60, 12, -8))
    chalk = mix(sun=0.08)
    page.text(
        chalk, (392, 240), "sol", 50, font="source-serif-4-400-italic", anchor="lm"
    )
    page.text(
        chalk, (392, 306), "so", 50, font="source-serif-4-400-italic", anchor="lm"
    )
    page.text(
        chalk, (392, 374), "is", 50, font="source-serif-4-400-italic", anchor="lm"
    )
    page.paint(
        mix(sun=0.5),
        stroke([*oval(560, 244, 24), (584, 244)], 4),
        *[
            line(
                (560 + 32 * math.cos(a / 4), 244 + 32 * math.sin(a / 4)),
                (560 + 44 * math.cos(a / 4), 244 + 44 * math.sin(a / 4)),
                4,
            )
            for a in range(0, 26, 3)
        ],
    )
    page.paint(
        chalk,
        stroke(
            curve(
                "520,316 540,300 590,300 604,316 590,332 540,332 520,316",
            ),
            4,
        ),
        line((604, 316), (622, 300), 4),
        line((622, 300), (622, 332), 4),
    )
    page.paint(mix(pink=0.6), poly("548,364 580,364 564,404"), oval(564, 358, 18, 14))
    page.text(
        chalk,
        (680, 250),
        "Jeg hedder",
        36,
        font="source-serif-4-400-italic",
        anchor="lm",
    )
    page.text(
        chalk,
        (680, 306),
        "Jeg bor i",
        36,
        font="source-serif-4-400-italic",
        anchor="lm",
    )
    page.paint(chalk, rect(680, 274, 200, 2.4), rect(680, 330, 200, 2.4))
    page.paint(mix(sun=0.6, red=0.3), rect(300, 446, 640, 15))
    for x in (500, 540, 566):
        page.paint(PAPER, rect(x, 438, 20, 7))
    for i, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"):
        x = 40 + i * 40
        page.paint(
            (mix(red=0.78), mix(sun=0.84), mix(sky=0.9, night=0.2), mix(pink=0.75))[
                i % 4
            ],
            rect(x - 18, 80, 36, 50),
        )
        page.text(PAPER, (x, 105), letter, 30)


def _window_light(page: Page) -> None:
    for x in (40, 150):
        page.paint(PAPER, rect(x - 8, 180, 106, 250))
        page.wash(
            mix(sky=0.5),
            mix(sun=0.3, pink=0.2),
            rect(x, 188, 90, 234),
            tone=down(188, 422),
        )
        page.paint(mix(pink=0.3, sky=0.3), rect(x, 330, 60, 92))
        for i in range(5):
            page.paint(
                mix(night=0.5, sky=0.3),
                rect(x + 8, 338 + i * 17, 9, 9),
                rect(x + 26, 338 + i * 17, 9, 9),
                rect(x + 44, 338 + i * 17, 9, 9),
            )
        page.paint(PAPER, rect(x + 42, 180, 7, 250), rect(x - 8, 290, 106, 6))
    page.paint(mix(sun=0.6, red=0.2), rect(20, 428, 240, 14))
    page.paint(mix(red=0.8, sun=0.3), poly("90,396 130,396 124,430 96,430"))
    for x, y in ((92, 380), (112, 364), (132, 380), (104, 350), (124, 346)):
        page.paint(mix(moss=0.9), oval(x, y, 15, 11))
    page.paint(PAPER, rect(990, 180, 170, 240))
    page.paint(mix(sky=0.6), rect(998, 188, 154, 224))
    page.paint(
        mix(moss=0.5, sun=0.4),
        blob(
            "1030,300 1060,220 1090,200 1096,260 1080,340 1050,390",
            "1024,380",
        ),
        blob("1104,300 1136,290 1144,330 1120,350"),
        blob("1070,372 1090,356 1104,378 1086,392"),
    )
    page.paint(mix(red=0.95), oval(1132, 320, 6))
    page.wash(
        mix(sun=0.6, pink=0.3, red=0.1),
        mix(sun=0.66, pink=0.4, red=0.2, night=0.16),
        rect(-10, 500, 1220, 320),
        tone=down(500, 800),
    )
    page.over(mix(night=0.2, red=0.1), rect(-10, 492, 1220, 12))
    page.fade(
        0.45,
        poly("40,520 240,520 560,820 240,820"),
        inks=("red", "pink", "night"),
    )


def _pupils(page: Page) -> None:
    teacher = Person(
        mix(sun=0.3, pink=0.42),
        mix(sun=0.85, red=0.36),
        Cloth(mix(moss=0.7), checks, mix(night=0.5), 18),
        Cloth(mix(red=0.7, night=0.3)),
        DARK,
        cover="bob",
        cut="shirt",
        legs="skirt",
        pose=Pose(
            left_arm=((-13, 66), (-9, 52)), right_arm=((14, 76), (24, 86)), nod=(1, 0)
        ),
    )
    person(page, teacher, Place(268, 580, 3.7))
    page.paint(mix(sun=0.6, red=0.5, night=0.3), line((354, 264), (404, 246), 4))
    wood = mix(sun=0.78, red=0.34)
    tops = (
        Cloth(mix(red=0.86)),
        Cloth(mix(sky=0.9, night=0.24), hoops, PAPER, 15),
        Cloth(mix(sun=0.85), dots, mix(red=0.9), 15),
        Cloth(mix(pink=0.7), flowers, mix(red=0.9), 20),
        Cloth(mix(moss=0.86), zigzag, mix(sun=0.5), 18),
        Cloth(mix(night=0.8), checks, mix(red=0.5), 20),
        Cloth(PAPER, stripes, mix(sky=0.9), 11),
    )
    covers = (
        "short",
        "braid",
        "bob",
        "scarf",
        "long",
        "short",
        "wool",
        "short",
        "braid",
        "bob",
        "short",
    )
    hairs = (
        DARK,
        DARK,
        mix(sun=0.8, red=0.3),
        DARK,
        mix(night=0.7, red=0.7, sun=0.5),
        DARK,
        DARK,
        mix(sun=0.6, red=0.5, night=0.3),
    )
    n = 0
    for row, (y, k, count, gap) in enumerate(
        ((592, 1.55, 5, 176), (676, 2.1, 4, 248), (800, 2.9, 4, 306))
    ):
        for i in range(count):
            x = (
                700
                + (i - (count - 1) / 2) * gap
                + (60 if row == 1 else -40 if row == 2 else 60)
            )
            place = Place(x, y + 40 * k, k)
            page.over(mix(night=0.3), place(poly("-34,56 34,56 44,46 -30,46")))
            page.paint(wood, place(poly("-36,66 36,66 40,58 -40,58")))
            page.over(
                mix(night=0.3, red=0.2),
                place(poly("-40,58 40,58 40,55 -40,55")),
            )
            page.paint(PAPER, place(poly("10,65 26,65 28,60 11,60")))
            up = n in {2, 7, 8}
            pose = replace(
                STAND,
                left_arm=((-13, 68), (-14, 60)),
                right_arm=((13, 88), (14, 112)) if up else ((13, 68), (14, 60)),
            )
            who = Person(
                SKIN,
                hairs[n % 8],
                tops[n % 7],
                plain(mix(night=0.86)),
                DARK,
                cover=covers[n % 11],
                covering=Cloth(PAPER, dots, mix(red=0.9), 10),
                cut="shirt",
                head=1.5,
                back=True,
                pose=pose,
            )
            with page.inside(place(rect(-60, 30, 120, 130))):
                person(page, who, place)
            page.paint(
                mix(sun=0.7, red=0.44, night=0.1), place(rounded(-17, 36, 34, 17, 3))
            )
            page.over(mix(night=0.26), place(rect(-17, 36, 34, 3)))
            page.paint(
                mix(night=0.8),
                place(line((-14, 38), (-15, -6), 2)),
                place(line((14, 38), (15, -6), 2)),
            )
            n += 1


def classroom(page: Page) -> None:
    _blackboard(page)
    _window_light(page)
    _pupils(page)
    page.fade(
        0.24,
        poly("20,190 240,190 760,820 320,820"),
        inks=("red", "night", "moss"),
    )


DRAWING: Final = drawing(
    "skoleklasse",
    "En skoleklasse set bagfra. Læreren peger på tavlen, hvor der står sol, so og is. Tre elever rækker hånden op.",
    classroom,
    size=LANDSCAPE,
    mount="border",
    inks="sun pink red moss sky night",
)
