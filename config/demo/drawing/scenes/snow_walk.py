"""The beach park in snow, two people arm in arm."""

import math
from dataclasses import replace
from typing import Final

from config.demo.drawing.figures import LINK, WALK, Person, person, shadow
from config.demo.drawing.inks import PAPER, Swatch, mix
from config.demo.drawing.patterns import (
    Cloth,
    dots,
    hoops,
    plain,
    stripes,
    wear,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import LANDSCAPE, drawing
from config.demo.drawing.shapes import (
    Place,
    Point,
    around,
    blob,
    curve,
    down,
    limb,
    oval,
    poly,
    rect,
    stroke,
)

SKIN: Final = mix(sun=0.46, pink=0.55)
DARK: Final = mix(night=0.97, red=0.45)


def _winter(page: Page) -> None:
    page.wash(
        mix(sky=0.5, pink=0.1), mix(pink=0.5, sun=0.24), page.sheet, tone=down(-20, 330)
    )
    page.paint(mix(sun=0.2, pink=0.04), oval(300, 262, 66))
    page.wash(
        mix(sky=0.7, night=0.22),
        mix(sky=0.9, night=0.34),
        rect(-10, 330, 1220, 120),
        tone=down(330, 440),
    )
    for _ in range(50):
        t = page.rng.random()
        page.paint(
            mix(pink=0.3, sun=0.3),
            oval(
                300 + page.rng.gauss(0, 14 + 46 * t),
                334 + t * 62,
                (5 + 13 * t),
                0.8 + t,
            ),
        )
    for x, y, w, h in (
        (640, 392, 110, 9),
        (880, 376, 150, 7),
        (120, 398, 90, 7),
        (460, 410, 150, 9),
        (1040, 404, 120, 8),
        (760, 414, 60, 6),
    ):
        page.paint(
            mix(sky=0.12),
            blob(
                (x - w / 2, y),
                (x, y - h),
                (x + w / 2, y),
                (x + w / 4, y + h),
                (x - w / 3, y + h),
            ),
        )
    page.wash(
        mix(sky=0.16, pink=0.12),
        mix(sky=0.04),
        blob(
            "-20,430 180,416 420,428 700,412 940,424 1230,400 1230,560",
            "-20,560",
        ),
        tone=down(410, 520),
    )
    page.wash(
        mix(sky=0.42, pink=0.16),
        mix(sky=0.06, pink=0.04),
        blob(
            "-20,500 150,462 330,486 560,520 800,488 1010,452 1230,482",
            "1230,840 -20,840",
        ),
        tone=down(450, 640),
    )
    page.wash(
        mix(sky=0.02),
        mix(sky=0.4, pink=0.14, night=0.04),
        blob(
            "-20,640 220,604 520,640 800,602 1040,622 1230,578 1230,840",
            "-20,840",
        ),
        tone=down(600, 830),
    )


def _tree(
    page: Page, x: float, y: float, tall: float, lean: float, swatch: Swatch
) -> None:
    """A bare thorn, bent by the wind from the sea."""

    def grow(a: Point, angle: float, long: float, wide: float, depth: int) -> None:
        rad = math.radians(angle)
        b = (a[0] + math.sin(rad) * long, a[1] - math.cos(rad) * long)
        bend = (
            (a[0] + b[0]) / 2 + page.rng.uniform(-0.08, 0.08) * long,
            (a[1] + b[1]) / 2,
        )
        page.paint(swatch, limb(a, bend, b, widths=(wide, wide * 0.66)))
        if depth:
            for turned in (page.rng.uniform(-40, -16), page.rng.uniform(10, 38)):
                grow(
                    b,
                    angle + turned + lean,
                    long * page.rng.uniform(0.62, 0.8),
                    wide * 0.62,
                    depth - 1,
                )

    grow((x, y), lean, tall * 0.3, tall * 0.045, 5)


def _grasses(page: Page) -> None:
    for cx, cy, n, tall in (
        (80, 660, 44, 90),
        (1120, 640, 50, 96),
        (980, 690, 36, 110),
        (220, 760, 44, 120),
        (700, 500, 16, 30),
        (430, 520, 16, 34),
        (1060, 480, 20, 36),
    ):
        for _ in range(n):
            x, h = cx + page.rng.gauss(0, tall * 0.4), tall * page.rng.uniform(0.5, 1)
            tip = x + h * page.rng.uniform(0.1, 0.55)
            swatch = page.rng.choice(
                (
                    mix(sun=0.7, red=0.16),
                    mix(sun=0.5, night=0.4),
                    mix(sun=0.4, pink=0.3),
                )
            )
            page.paint(
                swatch,
                stroke(
                    curve((x, cy), (x + (tip - x) * 0.3, cy - h * 0.6), (tip, cy - h)),
                    2.6 * tall / 100 + 0.6,
                    0.5,
                ),
            )
    for i in range(11):
        x = 40 + i * 58
        page.paint(
            mix(night=0.6, red=0.3), rect(x, 452 + 14 * math.sin(i * 0.7), 5, 46)
        )
    for dy in (8, 24):
        page.paint(
            mix(night=0.55, red=0.2),
            stroke(
                [(40 + i * 58, 452 + dy + 14 * math.sin(i * 0.7)) for i in range(11)], 2
            ),
        )


def snow_walk(page: Page) -> None:
    _winter(page)
    _tree(page, 1010, 500, 330, 9, mix(night=0.86, red=0.4))
    _tree(page, 890, 494, 190, 11, mix(night=0.66, red=0.3))
    page.over(
        mix(sky=0.5, night=0.16),
        poly("1003,500 1018,500 1260,600 1260,622"),
        poly("884,494 894,494 1120,560 1120,568"),
    )
    track = curve("-20,800 160,720 330,690 470,640 566,606", steps=12)
    for i, (x, y) in enumerate(track[:-1]):
        k = 1.5 - i / 44
        page.over(
            mix(sky=0.6, night=0.2),
            oval(x, y + 7 * k, 7 * k, 2.6 * k, -12),
            oval(x + 12 * k, y - 7 * k, 7 * k, 2.6 * k, -12),
            oval(x + 30 * k, y + 5 * k, 6 * k, 2.4 * k, -12),
        )
    man = Person(
        SKIN,
        DARK,
        plain(mix(night=0.86)),
        plain(mix(night=0.9, red=0.3)),
        DARK,
        cover="wool",
        covering=Cloth(mix(sun=0.8), hoops, mix(night=0.9), 9),
        cut="coat",
        back=True,
        pose=WALK,
    )
    woman = Person(
        SKIN,
        DARK,
        plain(mix(red=0.92)),
        plain(mix(night=0.7)),
        DARK,
        cover="scarf",
        covering=Cloth(PAPER, dots, mix(red=0.9), 8),
        cut="coat",
        legs="skirt",
        back=True,
        pose=replace(LINK, right_arm=((11, 66), (12, 52))),
    )
    for who, place in ((man, Place(596, 624, 1.75)), (woman, Place(642, 626, 1.6))):
        shadow(
            page, who, place, (place.x + 300, place.y + 92), mix(sky=0.5, night=0.12)
        )
        person(page, who, place)
    wear(
        page,
        Cloth(mix(sun=0.8), stripes, mix(night=0.9), 5),
        limb("590,482 575,500 556,506", widths=(6, 5)),
    )
    _grasses(page)
    for x, y, k in ((520, 150, 1.0), (566, 176, 0.8), (480, 190, 0.7), (700, 130, 0.9)):
        page.paint(
            mix(night=0.7),
            limb(
                (x - 20 * k, y - 7 * k),
                (x - 7 * k, y - 10 * k),
                (x, y),
                widths=(1, 3.4 * k, 2),
            ),
            limb(
                (x, y),
                (x + 7 * k, y - 10 * k),
                (x + 20 * k, y - 7 * k),
                widths=(2, 3.4 * k, 1),
            ),
        )
    page.fade(0.4, tone=around(300, 262, 430, 300, 1.7))


DRAWING: Final = drawing(
    "strandpark-sne",
    "To mennesker arm i arm går gennem Strandparken i sne. Lav vintersol over det halvt frosne hav.",
    snow_walk,
    size=LANDSCAPE,
    mount="border",
    inks="sun pink red sky night",
    paper="white",
)
