"""The first snow before the stairway."""

from typing import Final

from config.demo.drawing.figures import (
    Person,
    Pose,
    person,
    shadow,
)
from config.demo.drawing.inks import PAPER, mix
from config.demo.drawing.patterns import (
    Cloth,
    hoops,
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
    down,
    limb,
    oval,
    poly,
    rect,
    rounded,
    spread,
)

DARK: Final = mix(night=0.97, red=0.5)


def _stairway(page: Page) -> None:
    page.wash(
        mix(night=0.62, sky=0.4, pink=0.1),
        mix(night=0.46, sky=0.42, pink=0.3),
        page.sheet,
        tone=down(0, 900),
    )
    brick = mix(red=0.5, night=0.62, pink=0.2)
    page.paint(brick, rect(220, -10, 600, 860))
    for row in range(44):
        y = -8 + row * 20
        page.over(mix(night=0.24), rect(220, y, 600, 2.6))
        for col in range(12):
            x = 220 + col * 52 + 26 * (row % 2)
            page.over(mix(night=0.24), rect(x, y, 2.6, 20))
            if page.rng.random() < 0.12:
                page.over(mix(red=0.2, night=0.1), rect(x, y, 52, 20))
    for y in (60, 270):
        for x, lit in ((264, False), (690, y > 100)):
            page.paint(mix(sun=0.2, sky=0.3), rect(x - 7, y - 7, 110, 144))
            page.paint(
                mix(sun=0.86, pink=0.24) if lit else mix(night=0.9), rect(x, y, 96, 130)
            )
            page.paint(mix(sun=0.2, sky=0.3), rect(x + 45, y, 6, 130))
            page.paint(
                PAPER,
                blob(
                    (x - 14, y + 138),
                    (x + 20, y + 126),
                    (x + 70, y + 128),
                    (x + 110, y + 138),
                    (x + 106, y + 146),
                    (x - 12, y + 146),
                ),
            )
    page.paint(mix(sky=0.4, night=0.36), rect(412, -10, 216, 860))
    page.paint(mix(sun=0.82, pink=0.16), rect(430, -10, 180, 380))
    for y in range(-10, 380, 64):
        page.paint(mix(night=0.66, sky=0.3), rect(430, y, 180, 6))
    page.over(
        mix(red=0.3, night=0.24),
        poly("430,370 610,210 610,250 430,400"),
        poly("610,190 430,40 430,84 610,232"),
    )
    page.paint(mix(night=0.66, sky=0.3), rect(517, -10, 6, 380))


def _door(page: Page) -> None:
    page.paint(mix(night=0.7, sky=0.5), rect(396, 410, 248, 440))
    page.wash(
        mix(sun=0.5),
        mix(sun=0.9, pink=0.3),
        rect(424, 436, 192, 414),
        tone=down(430, 860),
    )
    page.paint(
        mix(red=0.7, night=0.4),
        rect(512, 436, 12, 414),
        rect(424, 640, 192, 12),
        rect(424, 436, 10, 414),
        rect(606, 436, 10, 414),
    )
    page.paint(mix(night=0.8), rect(497, 640, 8, 48))
    page.paint(mix(night=0.84), poly("362,392 678,392 660,424 380,424"))
    page.paint(PAPER, blob("356,394 420,374 520,370 630,376 684,394"))
    page.paint(mix(sun=0.1), rounded(646, 468, 40, 56, 5))
    page.text(mix(night=0.95), (666, 496), "12", 27)
    page.paint(mix(sun=0.3), oval(520, 434, 30, 10))


def _snow(page: Page) -> None:
    page.wash(
        mix(sky=0.4, night=0.14, pink=0.1),
        mix(sky=0.1),
        blob(
            "-20,856 200,834 420,848 640,846 830,832 830,1240 -20,1240",
        ),
        tone=down(830, 1200),
    )
    page.fade(
        0.85,
        poly("420,850 618,850 760,1220 150,1220"),
        inks=("sky", "night"),
        tone=down(1230, 850),
    )
    page.over(
        mix(sun=0.6, pink=0.2),
        poly("420,850 618,850 760,1220 150,1220"),
        tone=down(1180, 846),
    )
    for i in range(9):
        x, y = 512 - 12 * i + (15 if i % 2 else -15), 872 + i * 20 + i * i
        page.over(mix(sky=0.6, night=0.3), oval(x, y, 9 + i * 0.7, 4.6 + i * 0.5, -14))
    bush = mix(night=0.7, sky=0.4)
    for x, y, k in ((296, 858, 1.0), (724, 862, 1.3), (130, 876, 1.5)):
        for a in range(-50, 60, 18):
            page.paint(
                bush,
                limb(
                    (x, y),
                    (x + a * 0.6 * k, y - 50 * k),
                    (x + a * 1.3 * k, y - 84 * k),
                    widths=(4, 2.6, 1),
                ),
            )
        page.paint(
            PAPER,
            blob(
                (x - 50 * k, y + 6),
                (x - 20 * k, y - 13),
                (x + 26 * k, y - 10),
                (x + 52 * k, y + 7),
            ),
        )


def _wonder(page: Page) -> None:
    red = Cloth(mix(red=0.94, night=0.06))
    child = Person(
        mix(sun=0.42, pink=0.54),
        DARK,
        red,
        plain(mix(night=0.94)),
        mix(night=1, red=0.6),
        cover="wool",
        covering=Cloth(mix(sun=0.9, pink=0.1), hoops, PAPER, 17),
        cut="coat",
        legs="straight",
        head=1.5,
        pose=Pose(
            left_arm=((-15, 66), (-25, 71)),
            right_arm=((15, 68), (26, 74)),
            nod=(1.4, 1.2),
            lean=-1,
        ),
    )
    place = Place(384, 1120, 3.6)
    shadow(page, child, place, (256, 1330), mix(night=0.5, sky=0.3))
    person(page, child, place)
    wear(
        page,
        Cloth(mix(sun=0.9), stripes, mix(red=0.9), 12),
        place(limb("-7,82 0,79 7,82", widths=(7, 7))),
        place(limb("5,80 8,68 7,56", widths=(6, 6))),
    )
    for x in (-25.4, 26.4):
        page.paint(
            mix(sky=0.9, night=0.4), place(oval(x, 72 if x < 0 else 75, 3.8, 4.2))
        )
    for y in (70, 60, 50, 40):
        page.paint(mix(sun=0.8), place(oval(-1, y, 1.3)))
    for u, v, r in _flakes(page):
        page.paint(PAPER, oval(u, v, r))


def _flakes(page: Page) -> list[tuple[float, float, float]]:
    return [
        (x, y, page.rng.choice((1.6, 2.2, 3, 3.6, 5, 7.5)))
        for x, y in spread(page.rng, 420, (0, 0, 800, 1200))
    ]


def first_snow(page: Page) -> None:
    _stairway(page)
    _door(page)
    _snow(page)
    page.fade(0.5, tone=around(520, 640, 330, 420, 1.6), inks=("night", "sky"))
    _wonder(page)


DRAWING: Final = drawing(
    "foerste-sne",
    "Et barn i rød frakke og hue griber efter den første sne foran opgangen, hvor lyset er tændt.",
    first_snow,
    size=PORTRAIT,
    mount="slide",
    inks="sun pink red sky night",
)
