"""A summer day in the water."""

import math
from typing import Final

from config.demo.drawing.figures import Person, Pose, person
from config.demo.drawing.inks import PAPER, mix
from config.demo.drawing.patterns import (
    Cloth,
    dots,
    plain,
    stripes,
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
    oval,
    rect,
    rounded,
    spread,
    stroke,
)

SKIN: Final = mix(sun=0.46, pink=0.55)
DARK: Final = mix(night=0.97, red=0.45)


def _summer_sea(page: Page) -> None:
    page.wash(mix(sky=0.3), mix(sun=0.3, pink=0.2), page.sheet, tone=down(-10, 190))
    page.paint(
        mix(pink=0.2, sky=0.3, sun=0.1), rect(560, 156, 110, 34), rect(684, 140, 76, 50)
    )
    page.wash(
        mix(sky=0.9, night=0.24),
        mix(sky=0.7, leaf=0.16),
        rect(-10, 188, 820, 1030),
        tone=down(188, 1100),
    )
    for n, y in enumerate((230, 270, 322, 388, 470, 566, 672, 790, 924, 1066)):
        k = (y - 150) / 900
        pts = [
            (
                x,
                y
                + 10 * k * math.sin(x / (40 + 90 * k) + n * 1.7)
                + 5 * math.sin(x / 33 + n),
            )
            for x in range(-20, 840, 14)
        ]
        page.fade(0.42, stroke(pts, 3 + 15 * k, 1 + 4 * k, 2 + 15 * k))
        page.over(
            mix(night=0.13),
            stroke([(x, y2 + 9 + 10 * k) for x, y2 in pts], 2 + 8 * k, 1, 2 + 6 * k),
        )
    for u, v in spread(page.rng, 150, (0, 210, 800, 1200)):
        k = (v - 150) / 1000
        page.fade(0.9, oval(u, v, (5 + 26 * k) * page.rng.uniform(0.4, 1), 1 + 2.4 * k))


def _mattress(page: Page) -> None:
    place = Place(410, 700, 1.0, tilt=-9)
    page.over(mix(night=0.42), place(rounded(-262, -150, 560, 250, 60)))
    body = place(rounded(-280, -112, 560, 236, 54))
    page.paint(PAPER, body)
    with page.inside(body):
        for i in range(9):
            y = -112 + i * 27
            page.paint(
                mix(red=0.86) if i % 2 == 0 else mix(sun=0.72),
                place(rect(-190, y, 480, 26)),
            )
            page.over(mix(night=0.16), place(rect(-190, y, 480, 7)))
            page.fade(0.4, place(rect(-190, y + 15, 480, 5)))
        page.paint(mix(red=0.94), place(rounded(-290, -120, 104, 260, 20)))
        page.paint(mix(sun=0.72), place(rounded(-270, -100, 66, 216, 20)))
        page.over(mix(night=0.3), place(rect(-192, -120, 7, 260)))
    page.paint(PAPER, place(oval(270, 118, 10)))


def _bathers(page: Page) -> None:
    girl_suit = Cloth(mix(pink=0.6), dots, mix(red=0.95), 14)
    page.paint(
        SKIN,
        limb("452,700 560,704 648,672", widths=(36, 29, 20)),
        limb("456,676 560,660 640,632", widths=(36, 28, 20)),
    )
    wear(
        page,
        girl_suit,
        blob(
            "300,648 350,630 430,644 476,668 474,712 420,728 340,722",
            "300,696",
        ),
    )
    page.paint(
        SKIN,
        limb("320,652 268,620 258,566", widths=(26, 22, 17)),
        limb("322,704 262,720 222,692", widths=(26, 22, 17)),
    )
    page.paint(SKIN, oval(272, 668, 42, 38))
    page.paint(
        DARK,
        blob(
            "252,640 282,622 316,640 320,690 292,714 262,704 290,684",
            "288,654",
        ),
        limb("308,690 334,724 346,760", widths=(20, 14, 5)),
    )
    page.paint(mix(red=0.95), oval(314, 702, 9))
    boy = limb("520,850 470,800 452,752", widths=(34, 26, 20))
    page.paint(
        SKIN,
        blob("500,860 520,800 580,786 634,806 650,872 580,890"),
        boy,
        limb("632,836 690,770 684,724", widths=(30, 24, 18)),
    )
    page.paint(SKIN, oval(572, 756, 42, 46), oval(450, 744, 14, 12), oval(684, 716, 13))
    page.paint(
        DARK,
        blob(
            "530,752 536,716 574,700 612,716 616,756 600,734 562,726",
            "542,734",
        ),
    )
    water = mix(sky=0.72, leaf=0.1)
    page.paint(
        water,
        blob(
            "440,880 520,858 600,864 690,856 740,884 640,916 510,910",
        ),
    )
    for x, y, r in (
        (470, 868, 9),
        (450, 840, 6),
        (700, 846, 8),
        (724, 816, 6),
        (742, 850, 4),
        (436, 812, 4),
        (488, 838, 5),
    ):
        page.paint(PAPER, oval(x, y, r, r * 1.2))
    page.paint(
        PAPER,
        stroke(curve("430,888 510,872 600,876 700,870 756,892"), 5, 9, 4),
        stroke(curve("470,912 580,904 690,910"), 2, 6, 2),
    )


def _father_wades(page: Page) -> None:
    man = Person(
        SKIN,
        DARK,
        Cloth(PAPER, stripes, mix(sky=0.8), 9),
        plain(mix(night=0.66, sun=0.3)),
        SKIN,
        cover="hat",
        covering=plain(mix(sun=0.5)),
        cut="shirt",
        legs="straight",
        pose=Pose(
            left_arm=((-16, 66), (-8, 56)), right_arm=((15, 70), (24, 62)), nod=(1, 0)
        ),
    )
    place = Place(168, 478, 2.3)
    for i in range(9):
        page.over(
            mix(night=0.5),
            oval(170 + 9 * math.sin(i * 1.9), 452 + i * 11, 34 - i * 2.6, 3.4),
        )
    with page.inside(rect(60, 200, 230, 247)):
        person(page, man, place)
    page.paint(
        PAPER,
        stroke(curve("118,448 166,440 222,449"), 2, 6, 2),
        stroke(curve("130,466 170,460 212,468"), 2, 4, 1),
    )
    for x, y, cap in (
        (560, 330, mix(red=0.9)),
        (620, 312, mix(sun=0.9)),
        (664, 340, mix(pink=0.8)),
    ):
        page.paint(SKIN, oval(x, y, 12, 13))
        page.paint(
            cap,
            blob(
                (x - 13, y), (x - 9, y - 13), (x + 9, y - 13), (x + 13, y), (x, y - 4)
            ),
        )
        page.paint(mix(sky=0.8, night=0.14), rect(x - 24, y + 8, 48, 14))
        page.fade(0.8, oval(x, y + 9, 26, 3))
    page.paint(mix(red=0.9), oval(402, 282, 15))
    page.paint(PAPER, oval(398, 276, 6))


def bathing(page: Page) -> None:
    _summer_sea(page)
    _father_wades(page)
    _mattress(page)
    _bathers(page)
    page.fade(0.22, tone=around(620, 190, 620, 620), inks=("night", "sky"))


DRAWING: Final = drawing(
    "badning",
    "Sommer ved stranden: to børn med en stribet luftmadras i vandet, en far soppende med hat og opsmøgede bukser.",
    bathing,
    size=PORTRAIT,
    mount="slide",
    inks="sun pink red leaf sky night",
)
