"""The ferry at night."""

from typing import Final

from config.demo.drawing.figures import (
    Person,
    Pose,
    person,
)
from config.demo.drawing.inks import mix
from config.demo.drawing.patterns import (
    plain,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import LANDSCAPE, drawing
from config.demo.drawing.shapes import (
    Place,
    across,
    around,
    blob,
    down,
    line,
    oval,
    poly,
    rect,
    rounded,
    spread,
)


def _night_sea(page: Page) -> None:
    page.wash(
        mix(night=0.98, teal=0.3),
        mix(night=0.5, teal=0.55, pink=0.22),
        page.sheet,
        tone=down(-10, 455, 1.5),
    )
    for x, y in spread(page.rng, 110, (10, 10, 1190, 360)):
        page.paint(mix(sun=0.1), oval(x, y, page.rng.choice((0.9, 1.3, 1.3, 2.2))))
    page.fade(0.75, oval(930, 160, 330), tone=around(930, 160, 330, power=2))
    page.paint(mix(sun=0.12), oval(930, 160, 62))
    page.over(
        mix(teal=0.1, sun=0.14),
        oval(914, 146, 13, 10),
        oval(950, 178, 17, 12),
        oval(936, 142, 7),
    )
    page.wash(
        mix(night=0.72, teal=0.8),
        mix(night=1, teal=0.7),
        rect(-10, 452, 1220, 360),
        tone=down(452, 780),
    )
    page.paint(
        mix(night=0.9, teal=0.3),
        blob("-20,454 70,440 200,446 330,455 -20,458"),
    )
    for x in (40, 74, 130, 160, 214):
        page.paint(mix(sun=0.6, pink=0.1), oval(x, 449, 2.2))
    for i in range(64):
        t = i / 64
        wide = 10 + 74 * t * page.rng.uniform(0.3, 1)
        left = 930 + page.rng.uniform(-34, 34) * (0.3 + t)
        page.paint(mix(sun=0.12), oval(left, 458 + t * t * 340, wide / 2, 1 + 2.2 * t))


def _ferry(page: Page) -> None:
    white, shade = mix(sun=0.16, pink=0.06), mix(night=0.4, teal=0.3, pink=0.16)
    hull = blob(
        "150,424 154,470 192,540 260,556 600,560 950,556 1000,520",
        "1064,404 1040,412 900,428 500,430 180,424",
        steps=5,
    )
    page.paint(mix(night=0.94, pink=0.1), hull)
    with page.inside(hull):
        page.paint(mix(pink=0.95, sun=0.5, night=0.14), rect(100, 534, 960, 60))
        page.paint(white, rect(100, 448, 960, 9))
    page.paint(
        white,
        poly("176,424 196,350 930,350 992,424"),
        poly("270,350 290,286 850,286 884,350"),
        poly("640,286 654,240 806,240 832,286"),
    )
    page.over(
        shade,
        rect(196, 350, 740, 12),
        rect(290, 286, 560, 10),
        rect(652, 240, 156, 8),
        rect(176, 412, 810, 12),
    )
    page.wash(
        shade,
        white,
        poly("176,424 196,350 330,350 330,424"),
        poly("270,350 290,286 390,286 390,350"),
        tone=across(180, 400),
    )
    funnel = poly("420,286 436,176 540,176 544,286")
    page.paint(mix(pink=0.9, sun=0.62, night=0.1), funnel)
    page.paint(mix(night=0.94), poly("434,196 436,176 540,176 541,196"))
    page.paint(white, poly("428,236 431,214 542,214 543,236"))
    for n, (x, y) in enumerate(
        ((470, 156), (430, 128), (372, 104), (298, 88), (206, 80))
    ):
        page.over(
            mix(pink=0.2, teal=0.1, night=0.1), oval(x, y, 34 + n * 15, 15 + n * 4)
        )
    for row, (x0, x1, y, step, h) in enumerate(
        ((226, 940, 374, 34, 24), (316, 840, 306, 34, 24), (668, 800, 254, 26, 18))
    ):
        for x in range(x0, x1, step):
            lit = page.rng.random() > 0.16
            page.paint(
                mix(sun=0.86, pink=0.16) if lit else mix(night=0.7, teal=0.4),
                rounded(x, y, 20 - row, h, 4),
            )
    for x in range(210, 960, 60):
        page.paint(mix(sun=0.9, pink=0.2), oval(x, 490, 8))
    page.paint(
        white,
        rect(896, 190, 5, 236),
        line((896, 200), (1052, 402), 2),
        line((900, 200), (760, 240), 2),
        rect(206, 268, 4, 160),
        line((206, 270), (440, 180), 1.6),
    )
    for i in range(14):
        page.paint(mix(sun=0.7), oval(898 + i * 11.6, 202 + i * 15.2, 3.4))
    for x in range(180, 1010, 18):
        page.paint(white, rect(x, 402, 1.4, 22))


def _reflections(page: Page) -> None:
    page.over(mix(night=0.5), rect(150, 560, 900, 40), tone=down(640, 556))
    for x in range(214, 1000, 31):
        for i in range(15):
            t = i / 15
            if page.rng.random() < 0.28:
                continue
            page.paint(
                mix(sun=0.8 - 0.35 * t, pink=0.18, night=0.14 + 0.4 * t, teal=0.2 * t),
                oval(
                    x + page.rng.uniform(-10, 10) * (0.4 + t),
                    566 + t * 190,
                    page.rng.uniform(5, 18) * (0.5 + t * 0.6),
                    1.5 + t * 1.8,
                ),
            )
    foam = mix(sun=0.1)
    for x, y, long in (
        (1010, 556, 90),
        (180, 560, 120),
        (560, 566, 150),
        (840, 562, 120),
        (340, 568, 110),
    ):
        page.paint(
            foam,
            blob(
                (x - long, y + 3),
                (x - long / 3, y - 4),
                (x + long / 2, y + 1),
                (x + long, y + 4),
                (x, y + 6),
            ),
        )
    for u, v in spread(page.rng, 70, (0, 470, 1200, 790)):
        k = (v - 440) / 350
        page.over(mix(night=0.4), oval(u, v, 60 * k, 2.4 * k))


def _deck(page: Page) -> None:
    """In front: the rail of the quay, and those who wait for the next one."""
    dark = mix(night=1, pink=0.3)
    page.paint(
        dark, rect(-10, 776, 1220, 40), rect(-10, 716, 1220, 7), rect(-10, 744, 1220, 4)
    )
    for x in range(24, 1220, 92):
        page.paint(dark, rect(x, 716, 6, 80))
    shirt = plain(dark)
    rim = plain(mix(night=0.9, teal=0.2, pink=0.4))
    adult = Person(
        dark,
        dark,
        rim,
        shirt,
        dark,
        cover="hat",
        covering=rim,
        cut="coat",
        back=True,
        pose=Pose(left_arm=((-13, 66), (-9, 54)), right_arm=((14, 70), (22, 60))),
    )
    person(page, adult, Place(500, 900, 3.2))
    red = plain(mix(pink=0.95, sun=0.4, night=0.3))
    child = Person(
        dark,
        dark,
        red,
        shirt,
        dark,
        cover="wool",
        covering=red,
        cut="coat",
        back=True,
        head=1.4,
        pose=Pose(left_arm=((-12, 74), (-18, 84)), right_arm=((14, 82), (21, 92))),
    )
    person(page, child, Place(592, 880, 1.9))


def ferry(page: Page) -> None:
    _night_sea(page)
    _ferry(page)
    _reflections(page)
    _deck(page)


DRAWING: Final = drawing(
    "baad",
    "Færge med tændte vinduer på et mørkt hav under månen. En far og et barn ser på fra kajen.",
    ferry,
    size=LANDSCAPE,
    mount="film",
    inks="sun pink teal night",
)
