"""The shift changes at the factory gate."""

import math
from dataclasses import replace
from typing import Final

from config.demo.drawing.figures import (
    WALK,
    Person,
    person,
    shadow,
)
from config.demo.drawing.inks import Swatch, mix
from config.demo.drawing.patterns import (
    Cloth,
    plain,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import LANDSCAPE, drawing
from config.demo.drawing.shapes import (
    Place,
    Shape,
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

DARK: Final = mix(night=0.98, pink=0.3)


def _factory(page: Page) -> None:
    page.wash(
        mix(pink=0.34, sky=0.42),
        mix(sun=0.72, pink=0.42),
        page.sheet,
        tone=down(0, 520),
    )
    page.paint(mix(sun=0.2), oval(846, 428, 116))
    far = mix(pink=0.5, sky=0.5, brown=0.2)
    page.paint(
        far,
        rect(1010, 330, 34, 200),
        rect(1076, 370, 26, 160),
        rect(-10, 470, 1220, 60),
    )
    for n, (x, y) in enumerate(((1040, 310), (1080, 282), (1140, 256), (1210, 236))):
        page.fade(0.4, oval(x, y, 30 + 14 * n, 16 + 5 * n))
    hall: Shape = [(-20, 560)]
    for i in range(5):
        hall += [(-20 + i * 140, 370), (60 + i * 140, 286), (120 + i * 140, 370)]
    hall += [(700, 370), (700, 560)]
    page.wash(
        mix(brown=0.74, pink=0.6),
        mix(brown=0.82, pink=0.5, night=0.14),
        hall,
        tone=down(290, 560),
    )
    for i in range(5):
        page.paint(
            mix(sun=0.5, pink=0.14),
            poly((66 + i * 140, 302), (112 + i * 140, 366), (68 + i * 140, 366)),
        )
        page.over(mix(night=0.4), line((90 + i * 140, 332), (90 + i * 140, 366), 2))
    for x in range(10, 690, 66):
        page.paint(mix(night=0.72, brown=0.5), rect(x, 410, 44, 58))
        page.paint(
            mix(sun=0.66, pink=0.1), rect(x + 4, 414, 16, 22), rect(x + 24, 440, 16, 24)
        )
    page.paint(
        mix(brown=0.86, pink=0.66, night=0.1),
        poly("560,380 572,60 624,60 640,380"),
    )
    page.paint(
        mix(sun=0.2, pink=0.3),
        poly("571,96 572,80 625,80 626,96"),
    )
    for n, (x, y) in enumerate(((612, 36), (668, 12), (740, -4))):
        page.over(
            mix(sky=0.2, pink=0.2, night=0.1), oval(x, y, 40 + 20 * n, 22 + 5 * n)
        )
    page.wash(
        mix(sun=0.62, pink=0.4, brown=0.1),
        mix(brown=0.64, night=0.42, pink=0.3),
        rect(-10, 520, 1220, 300),
        tone=down(520, 800),
    )
    page.fade(
        0.7,
        poly("780,520 912,520 1010,820 640,820"),
        tone=down(840, 520),
        inks=("brown", "night", "pink"),
    )
    page.paint(
        mix(brown=0.8, night=0.5),
        rect(700, 424, 22, 130),
        rect(1000, 424, 22, 130),
        rect(694, 414, 34, 12),
        rect(994, 414, 34, 12),
    )
    for x in range(1026, 1220, 13):
        page.paint(mix(brown=0.6, night=0.5), rect(x, 450, 2.6, 80))
    page.paint(mix(brown=0.6, night=0.5), rect(1020, 456, 200, 4))


def _bicycle(page: Page, place: Place, frame: Swatch) -> None:
    dark = mix(night=0.96, brown=0.4)
    for x in (-30, 32):
        rim = [*oval(x, 21, 20)]
        page.paint(dark, *[place(stroke([*rim, rim[0]], 2.2))])
        for a in range(0, 180, 30):
            c, s = math.cos(math.radians(a)) * 19, math.sin(math.radians(a)) * 19
            page.paint(dark, place(line((x - c, 21 - s), (x + c, 21 + s), 0.5)))
    for start, stop in (
        ((-30, 21), (-2, 21)),
        ((-30, 21), (-10, 48)),
        ((-2, 21), (-12, 54)),
        ((-2, 21), (24, 50)),
        ((-10, 48), (24, 52)),
        ((32, 21), (22, 60)),
    ):
        page.paint(frame, place(line(start, stop, 2.8)))
    page.paint(
        dark,
        place(limb("22,60 30,64 16,66", widths=(2.4, 2.4))),
        place(blob("-20,55 -4,54 -8,58 -20,58")),
        place(oval(-2, 21, 4)),
        place(line((-2, 21), (3, 12), 2)),
    )
    page.paint(mix(brown=0.9), place(rect(-40, 44, 22, 13)))


def _shift(page: Page) -> None:
    rng = page.rng
    for i in range(26):
        x, y = rng.uniform(716, 1000), 536 + i * 1.6
        dark = plain(mix(brown=0.7, night=0.4 + 0.3 * rng.random(), pink=0.4))
        who = Person(
            dark.ground,
            dark.ground,
            dark,
            dark,
            dark.ground,
            cover="cap",
            covering=dark,
            cut="jacket",
            pose=WALK,
        )
        person(page, who, Place(x, y, 0.75 + i * 0.012, flip=i % 2 == 0))
    coats = (
        Cloth(mix(night=0.84)),
        Cloth(mix(brown=0.74, sun=0.5)),
        Cloth(mix(sky=0.9, night=0.34)),
        Cloth(mix(pink=0.9, brown=0.34)),
    )
    cast = (
        (430, 690, 2.5, 0, "cap", True),
        (930, 666, 2.2, 2, "cap", False),
        (660, 706, 2.7, 3, "short", True),
        (190, 744, 3.1, 1, "wool", True),
        (1060, 762, 3.3, 0, "short", False),
    )
    for x, y, k, coat, cover, wheel in cast:
        skin = mix(sun=0.5, pink=0.5, brown=0.2)
        who = Person(
            skin,
            DARK,
            coats[coat],
            plain(mix(night=0.9, brown=0.4)),
            DARK,
            cover=cover,
            covering=coats[(coat + 1) % 4],
            cut="jacket",
            legs="flares",
            pose=replace(WALK, right_arm=((12, 68), (21, 60))),
        )
        place = Place(x, y, k)
        shadow(
            page,
            who,
            place,
            (x + (x - 846) * 0.5, y + 150 * k / 2.5),
            mix(night=0.42, brown=0.2),
        )
        if wheel:
            page.over(mix(night=0.42, brown=0.2), place(oval(30, -6, 60, 8)))
        person(page, who, place)
        if wheel:
            _bicycle(
                page,
                Place(x + 28 * k, y + 7, k * 0.84),
                mix(pink=0.9, brown=0.3) if coat == 1 else mix(sky=0.8, night=0.5),
            )


def factory_gate(page: Page) -> None:
    _factory(page)
    _shift(page)
    page.fade(
        0.42,
        tone=around(846, 428, 520, 420, 1.6),
        inks=("brown", "night", "sky", "pink"),
    )


DRAWING: Final = drawing(
    "fabrik",
    "Vagtskifte ved fabrikken i morgensol. Arbejdere går og trækker cykler ud gennem porten.",
    factory_gate,
    size=LANDSCAPE,
    mount="slide",
    inks="sun pink sky brown night",
)
