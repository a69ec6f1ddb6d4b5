"""A father waits under the station clock."""

import math
from typing import Final

from config.demo.drawing.figures import (
    WALK,
    Person,
    Pose,
    person,
    shadow,
)
from config.demo.drawing.inks import PAPER, mix
from config.demo.drawing.patterns import plain
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import PORTRAIT, drawing
from config.demo.drawing.shapes import (
    Place,
    arc,
    around,
    down,
    line,
    oval,
    poly,
    rect,
    rounded,
    stroke,
)
from config.demo.drawing.things import suitcase


def _arches(page: Page) -> None:
    dark = mix(brown=0.95, night=0.62)
    page.paint(mix(brown=0.85, night=0.45), page.sheet)
    with page.inside(oval(400, 520, 250, 262), rect(150, 520, 500, 300)):
        page.wash(
            mix(sun=0.1),
            mix(sun=0.7, pink=0.35),
            rect(140, 240, 520, 580),
            tone=down(280, 800),
        )
        for x in range(150, 660, 46):
            page.paint(dark, rect(x, 240, 5, 470))
        for bar in range(290, 720, 74):
            page.paint(dark, rect(140, bar, 520, 5))
        page.paint(dark, rect(140, 690, 520, 130))
    for i, k in enumerate((1.0, 1.32, 1.76, 2.36, 3.2)):
        r, y = 252 * k, 520 - 30 * (k - 1)
        wood = mix(
            brown=0.62 - 0.05 * i, sun=0.62 - 0.06 * i, pink=0.2, night=0.06 + 0.05 * i
        )
        page.paint(wood, stroke(arc(400, y, r, 176, 364), 15 * k))
        page.paint(wood, stroke(arc(400, y, r * 0.87, 180, 360), 4.5 * k))
        for a in range(184, 360, 8):
            c, s = math.cos(math.radians(a)), math.sin(math.radians(a))
            c2, s2 = math.cos(math.radians(a + 4)), math.sin(math.radians(a + 4))
            page.paint(
                wood,
                line(
                    (400 + r * c, y + r * s),
                    (400 + r * 0.87 * c2, y + r * 0.87 * s2),
                    3.4 * k,
                ),
            )
        page.paint(
            wood,
            rect(400 - r - 8 * k, y, 16 * k, 420 * k),
            rect(400 + r - 8 * k, y, 16 * k, 420 * k),
        )


def _hall_floor(page: Page) -> None:
    page.wash(
        mix(sun=0.66, brown=0.3, pink=0.2),
        mix(brown=0.84, night=0.44),
        rect(-10, 812, 820, 400),
        tone=down(812, 1210),
    )
    for i in range(-14, 15):
        page.over(mix(night=0.22), line((400 + i * 26, 812), (400 + i * 150, 1210), 3))
    for y in (830, 856, 892, 942, 1010, 1100):
        page.over(mix(night=0.22), rect(-10, y, 820, (y - 800) / 60 + 1))
    for left in (190, 330, 470):
        beam = poly(
            (left, 330), (left + 90, 330), (left - 110 + 20, 1100), (left - 290, 1100)
        )
        page.fade(0.5, beam, tone=down(1150, 300, 0.7), inks=("brown", "night"))
        page.over(mix(sun=0.2), beam, tone=down(1150, 300, 0.7))
    for x, y, k, tone in (
        (214, 826, 1.0, 0.8),
        (590, 830, 1.1, 0.8),
        (628, 838, 1.2, 0.9),
        (266, 822, 0.9, 0.7),
        (540, 824, 0.9, 0.7),
    ):
        dark = plain(mix(brown=0.9, night=tone))
        walker = Person(
            dark.ground,
            dark.ground,
            dark,
            dark,
            dark.ground,
            cover="hat",
            covering=dark,
            cut="coat",
            pose=WALK,
        )
        person(page, walker, Place(x, y, k, flip=x > 400))


def _clock(page: Page, x: float, y: float, r: float) -> None:
    dark = mix(night=0.95, brown=0.8)
    page.paint(
        dark,
        rect(x - 4, -10, 8, y),
        oval(x, y, r + 15),
        rounded(x - 30, y - r - 34, 60, 26, 8),
    )
    page.paint(mix(sun=0.1), oval(x, y, r))
    for hour in range(12):
        a = math.radians(hour * 30)
        c, s, inner = math.sin(a), -math.cos(a), 0.72 if hour % 3 == 0 else 0.82
        page.paint(
            dark,
            line(
                (x + r * inner * c, y + r * inner * s),
                (x + r * 0.94 * c, y + r * 0.94 * s),
                8 if hour % 3 == 0 else 4,
            ),
        )
    for degrees, long, thick in ((312, 0.5, 10), (66, 0.76, 6.4)):
        a = math.radians(degrees)
        c, s = math.sin(a), -math.cos(a)
        page.paint(
            dark,
            line(
                (x - r * 0.14 * c, y - r * 0.14 * s),
                (x + r * long * c, y + r * long * s),
                thick,
            ),
        )
    page.paint(mix(pink=0.6, brown=0.5), oval(x, y, 6))


def central_station(page: Page) -> None:
    _arches(page)
    _hall_floor(page)
    _clock(page, 400, 400, 96)
    page.fade(0.5, tone=around(400, 600, 360, 330, 1.4))
    skin, dark = mix(sun=0.5, pink=0.5, brown=0.2), mix(night=0.96, brown=0.7)
    father = Person(
        skin,
        dark,
        plain(mix(night=0.82, brown=0.3)),
        plain(mix(night=0.9, brown=0.85)),
        dark,
        cover="hat",
        covering=plain(mix(brown=1, night=0.5)),
        cut="coat",
        legs="flares",
        pose=Pose(
            left_arm=((-13, 66), (-7, 53)),
            right_arm=((13, 66), (6, 63)),
            nod=(0.8, 0.8),
        ),
    )
    place = Place(370, 1074, 2.9)
    shadow(page, father, place, (470, 1330), mix(night=0.6))
    person(page, father, place)
    for dx, dy in ((0, 0), (-9, 5), (8, 7), (2, -9), (-5, -6)):
        page.paint(mix(pink=0.95, sun=0.3), oval(396 + dx, 878 + dy, 6.4))
    page.paint(PAPER, poly("382,884 412,884 399,922"))
    suitcase(page, Place(300, 1080, 2.6), mix(brown=0.8, pink=0.5), dark, 26)


DRAWING: Final = drawing(
    "hovedbanegaard",
    "En far i frakke og hat venter med blomster under det store ur på Københavns Hovedbanegård.",
    central_station,
    size=PORTRAIT,
    mount="slide",
    inks="sun pink brown night",
    paper="buff",
)
