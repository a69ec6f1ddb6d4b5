"""The red train arrives at the new station, and a family with it."""

from dataclasses import replace
from typing import Final

from config.demo.drawing.figures import (
    CARRY,
    LINK,
    STAND,
    WAVE,
    Person,
    person,
    shadow,
)
from config.demo.drawing.inks import PAPER, mix
from config.demo.drawing.patterns import Cloth, checks, dots, flowers, plain
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import LANDSCAPE, drawing
from config.demo.drawing.shapes import (
    Place,
    Point,
    Shape,
    across,
    around,
    blob,
    down,
    line,
    oval,
    poly,
    rect,
    rounded,
)
from config.demo.drawing.things import suitcase

SKIN: Final = mix(sand=0.75, red=0.24)
HAIR: Final = mix(night=0.98, red=0.5)
VANISH: Final[Point] = (388, 402)


def _towards(x: float, y: float, t: float) -> Point:
    """From a near point a part of the way to where all lines meet."""
    return x + (VANISH[0] - x) * t, y + (VANISH[1] - y) * t


def _band(near_top: Point, near_low: Point, t0: float, t1: float) -> Shape:
    return [
        _towards(*near_top, t0),
        _towards(*near_top, t1),
        _towards(*near_low, t1),
        _towards(*near_low, t0),
    ]


def _station(page: Page) -> None:
    page.wash(mix(sky=0.72), mix(sand=0.34, red=0.1), page.sheet, tone=down(0, 410))
    page.paint(mix(sand=0.16), oval(610, 330, 86))
    for x, w, h in ((470, 40, 58), (520, 56, 84), (584, 44, 66), (420, 30, 40)):
        page.paint(mix(sky=0.55, red=0.12, night=0.08), rect(x, 404 - h, w, h + 4))
    page.paint(mix(sky=0.5, sand=0.6), rect(-10, 400, 1220, 30))
    page.wash(
        mix(sand=0.5, sky=0.12),
        mix(sand=0.72, red=0.06),
        poly(VANISH, (700, 820), (-20, 820), (-20, 560)),
        tone=down(400, 800),
    )
    page.paint(
        mix(night=0.5, sand=0.5, red=0.14),
        poly(VANISH, (700, 820), (1240, 820), (1240, 760)),
    )
    page.paint(mix(sand=0.95, night=0.24), poly(VANISH, (700, 820), (770, 820)))
    page.paint(PAPER, poly(VANISH, (600, 820), (640, 820)))
    for t in (0.0, 0.2, 0.36, 0.5, 0.62, 0.72, 0.8, 0.86):
        page.over(
            mix(night=0.16),
            line(_towards(-200, 800, t), _towards(640, 800, t), 3 * (1 - t)),
        )
    for near in (860, 1120):
        page.paint(
            mix(night=0.8),
            line((near, 830), VANISH, 7),
        )
    roof = poly(VANISH, (-20, 20), (-20, -20), (430, -20))
    page.paint(mix(night=0.86, red=0.2), roof)
    page.paint(mix(night=0.55, red=0.1), poly(VANISH, (430, -20), (470, -20)))
    for t in (0.1, 0.34, 0.52, 0.66, 0.76):
        top, foot = _towards(150, -30, t), _towards(150, 690, t)
        page.paint(
            mix(night=0.7, red=0.16),
            rect(top[0] - 8 * (1 - t), top[1], 16 * (1 - t), foot[1] - top[1]),
        )


def _train(page: Page) -> None:
    top, low = (742, 218), (742, 676)
    body = mix(red=0.92, night=0.06)
    page.over(
        mix(night=0.5), poly((742, 676), (1090, 690), (1150, 740), (720, 720), VANISH)
    )
    page.paint(mix(red=0.96, night=0.32), _band(top, low, 0, 0.86))
    page.paint(mix(night=0.3, sand=0.4), _band((742, 214), (742, 228), 0, 0.86))
    page.paint(mix(night=0.92), _band((742, 330), (742, 440), 0.02, 0.84))
    page.paint(mix(sand=0.5, red=0.1), _band((742, 520), (742, 534), 0, 0.86))
    for t0, t1 in (
        (0.06, 0.12),
        (0.22, 0.27),
        (0.36, 0.4),
        (0.48, 0.515),
        (0.58, 0.61),
        (0.67, 0.69),
        (0.745, 0.76),
    ):
        page.paint(mix(red=0.75, night=0.1), _band((742, 310), (742, 636), t0, t1))
        page.paint(
            mix(sand=0.5, sky=0.3),
            _band((742, 340), (742, 450), t0 + (t1 - t0) * 0.22, t1 - (t1 - t0) * 0.2),
        )
    front = blob(
        "744,676 740,450 744,262 760,226 910,206 1056,226 1074,262",
        "1080,450 1074,676 1060,694 760,694",
    )
    page.paint(body, front)
    with page.inside(front):
        page.paint(mix(night=0.96), rounded(764, 286, 294, 158, 34))
        page.paint(
            mix(sky=0.6, sand=0.2),
            poly("790,286 880,286 820,444 764,444 764,360"),
        )
        page.paint(mix(red=0.92, night=0.06), rect(905, 280, 12, 170))
        page.paint(mix(night=0.9), rounded(838, 236, 146, 36, 8))
        page.paint(mix(sand=0.5, red=0.1), rect(730, 520, 360, 15))
        page.paint(mix(night=0.86), rect(730, 640, 360, 60))
        page.over(
            mix(night=0.2, red=0.2), rect(1010, 200, 90, 500), tone=across(1010, 1090)
        )
    page.text(mix(sand=0.7), (911, 253), "Ishøj", 25)
    for x in (796, 1026):
        page.paint(PAPER, oval(x, 590, 21))
        page.paint(mix(sand=0.7, red=0.1), oval(x, 590, 13))
        page.fade(0.55, oval(x, 590, 110), tone=around(x, 590, 110, power=1.6))
    page.paint(
        PAPER,
        poly(
            "911,478 939,494 939,508 939,494 939,526 911,542 883,526",
            "883,494",
        ),
    )
    page.text(mix(red=0.95), (911, 509), "S", 44)
    page.paint(
        mix(night=0.95),
        rect(880, 668, 62, 26),
        line((911, 206), (880, 150), 5),
        line((880, 150), (950, 128), 5),
    )


def _family(page: Page) -> None:
    coat, navy = plain(mix(night=0.82)), plain(mix(night=0.9, red=0.3))
    father = Person(
        SKIN,
        HAIR,
        plain(mix(sand=0.9, night=0.42)),
        navy,
        mix(night=1, red=0.4),
        cover="hat",
        covering=plain(mix(sand=0.6, night=0.8)),
        cut="jacket",
        legs="flares",
        pose=CARRY,
    )
    mother = Person(
        SKIN,
        HAIR,
        Cloth(mix(sky=0.85, night=0.3)),
        Cloth(mix(red=0.7, sand=0.5), flowers, PAPER, 15),
        mix(night=1),
        cover="scarf",
        covering=Cloth(mix(red=0.85), dots, PAPER, 9),
        cut="coat",
        legs="skirt",
        pose=replace(STAND, right_arm=((12, 64), (15, 46))),
    )
    boy = Person(
        SKIN,
        HAIR,
        Cloth(mix(red=0.72, sand=0.4), checks, mix(night=0.7), 12),
        coat,
        mix(night=1),
        cover="wool",
        covering=Cloth(mix(sand=1, red=0.3), None, PAPER),
        cut="jacket",
        head=1.5,
        pose=replace(WAVE, right_arm=((16, 82), (23, 100))),
    )
    girl = Person(
        SKIN,
        HAIR,
        Cloth(mix(sand=0.85, red=0.42)),
        coat,
        mix(red=0.9, night=0.3),
        cover="braid",
        cut="coat",
        legs="bare",
        head=1.45,
        pose=replace(LINK, left_arm=((-13, 74), (-20, 84))),
    )
    cast = (
        (father, Place(182, 716, 3.7), (20, 850)),
        (mother, Place(312, 722, 3.4), (130, 850)),
        (girl, Place(404, 736, 2.1), (280, 824)),
        (boy, Place(512, 700, 2.3), (392, 780)),
    )
    for who, place, reach in cast:
        shadow(page, who, place, reach, mix(night=0.34))
    for who, place, _reach in cast:
        person(page, who, place)
    suitcase(
        page,
        Place(120, 722, 4.4),
        mix(red=0.55, sand=0.9, night=0.2),
        mix(night=0.85, red=0.4),
    )
    suitcase(page, Place(236, 742, 3.3), mix(sky=0.7, night=0.4), mix(sand=0.4), 24)


def s_train(page: Page) -> None:
    _station(page)
    _train(page)
    _family(page)
    page.paint(mix(night=0.88), rect(560, 176, 5, 150), rect(500, 186, 126, 44))
    page.text(PAPER, (563, 208), "Ishøj", 30)
    page.fade(0.3, tone=around(610, 330, 520, 380, 1.5))


DRAWING: Final = drawing(
    "s-tog",
    "Et rødt S-tog kører ind på den nye station. En far, en mor og to børn venter på perronen med kufferter.",
    s_train,
    size=LANDSCAPE,
    mount="film",
    inks="sand sky red night",
)
