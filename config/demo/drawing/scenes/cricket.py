"""Cricket on the lawn between the blocks."""

from dataclasses import replace
from typing import Final

from config.demo.drawing.figures import (
    HIPS,
    POCKETS,
    WALK,
    WAVE,
    Person,
    Pose,
    person,
    shadow,
)
from config.demo.drawing.inks import PAPER, mix
from config.demo.drawing.patterns import (
    Cloth,
    hoops,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import LANDSCAPE, drawing
from config.demo.drawing.shapes import (
    Place,
    around,
    down,
    limb,
    line,
    oval,
    poly,
    rect,
    spread,
)

SKIN: Final = mix(sun=0.48, pink=0.52)
DARK: Final = mix(night=0.97, red=0.5)


def _lawn(page: Page) -> None:
    page.wash(mix(sky=0.5), mix(sun=0.34, pink=0.1), page.sheet, tone=down(0, 300))
    page.wash(
        mix(leaf=0.72, sun=0.4),
        mix(leaf=0.9, sun=0.34),
        rect(-10, 270, 1220, 560),
        tone=down(270, 800),
    )
    for n, (x, w, h) in enumerate(((-30, 330, 190), (380, 300, 160), (760, 470, 214))):
        page.paint(mix(sun=0.2, pink=0.14, sky=0.1), rect(x, 280 - h, w, h))
        page.paint(
            mix(sky=0.5, pink=0.2, night=0.12),
            poly(
                (x + w, 280 - h), (x + w + 26, 290 - h), (x + w + 26, 284), (x + w, 280)
            ),
        )
        rows = h // 36
        for row in range(rows):
            y = 288 - h + row * 36
            for i in range(w // 34):
                page.paint(
                    mix(night=0.6, sky=0.4) if (i * 3 + row + n) % 7 else mix(sun=0.7),
                    rect(x + 8 + i * 34, y, 20, 17),
                )
                if (i + row + n) % 4 == 0:
                    page.paint(
                        mix(red=0.7, pink=0.2) if i % 2 else mix(sun=0.8),
                        rect(x + 4 + i * 34, y + 13, 28, 12),
                    )
                else:
                    page.paint(
                        mix(sky=0.36, pink=0.1), rect(x + 4 + i * 34, y + 14, 28, 11)
                    )
    for x in (330, 712):
        page.paint(
            mix(leaf=0.9, night=0.3), oval(x, 250, 34, 44), oval(x + 22, 262, 26, 32)
        )
        page.paint(mix(night=0.7, red=0.3), rect(x - 3, 280, 6, 26))
    page.over(
        mix(night=0.36, sky=0.24),
        poly("-20,284 330,284 540,470 210,470 -20,390"),
        poly("760,284 1220,284 1220,366 930,366"),
    )
    page.paint(mix(sun=0.5, pink=0.26), poly("500,400 566,396 880,690 740,712"))
    for u, v in spread(page.rng, 260, (0, 300, 1200, 800)):
        k = (v - 240) / 500
        page.over(
            mix(leaf=0.5), limb((u, v), (u + 4 * k, v - 15 * k), widths=(3 * k, 0.8))
        )


def _stumps(page: Page, x: float, y: float, k: float) -> None:
    for dx in (-9, 0, 9):
        page.paint(
            mix(red=0.7, sun=0.7, night=0.2),
            rect(x + dx * k - 2 * k, y - 62 * k, 4 * k, 62 * k),
        )
    page.paint(mix(red=0.7, sun=0.5), rect(x - 12 * k, y - 66 * k, 24 * k, 4 * k))


def _match(page: Page) -> None:
    white, cream = Cloth(PAPER), Cloth(mix(sun=0.2))
    teal, red = Cloth(mix(sky=0.9, night=0.34)), Cloth(mix(red=0.86))
    batsman = Person(
        SKIN,
        DARK,
        white,
        white,
        mix(red=0.7, night=0.5),
        cover="cap",
        covering=red,
        cut="tunic",
        legs="shalwar",
        pose=Pose(
            left_arm=((-4, 70), (13, 72)),
            right_arm=((16, 82), (18, 74)),
            left_leg=((-9, 26), (-15, 2)),
            right_leg=((8, 26), (12, 1)),
            lean=-2,
            nod=(-1.5, 0),
        ),
    )
    bowler = Person(
        SKIN,
        DARK,
        teal,
        cream,
        DARK,
        cut="tunic",
        legs="shalwar",
        pose=Pose(
            left_arm=((-15, 72), (-22, 62)),
            right_arm=((10, 96), (13, 114)),
            left_leg=((-11, 30), (-20, 8)),
            right_leg=((7, 28), (13, 2)),
            lean=3,
        ),
    )
    keeper = Person(
        SKIN,
        DARK,
        Cloth(mix(sun=0.85)),
        white,
        DARK,
        cover="hat",
        covering=white,
        cut="shirt",
        back=True,
        legs="flares",
        pose=Pose(
            left_arm=((-15, 62), (-10, 50)),
            right_arm=((15, 62), (10, 50)),
            left_leg=((-11, 28), (-10, 1)),
            right_leg=((11, 28), (10, 1)),
        ),
    )
    field = Person(SKIN, DARK, red, white, DARK, cut="shirt", legs="flares", pose=HIPS)
    boy = Person(
        SKIN,
        DARK,
        Cloth(mix(sun=0.9), hoops, mix(red=0.8), 12),
        Cloth(mix(night=0.8)),
        DARK,
        head=1.35,
        pose=replace(WAVE, left_arm=((-16, 84), (-19, 104))),
    )
    cast = (
        (field, Place(250, 480, 1.35)),
        (bowler, Place(556, 444, 1.55, flip=True)),
        (boy, Place(1010, 480, 1.2)),
        (
            replace(
                field,
                top=Cloth(mix(pink=0.7)),
                pose=POCKETS,
                cover="cap",
                covering=white,
            ),
            Place(1092, 470, 1.5),
        ),
        (batsman, Place(838, 694, 2.85, flip=True)),
        (keeper, Place(1034, 770, 2.9)),
        (replace(boy, pose=WALK, top=teal), Place(170, 680, 2.0)),
    )
    for who, place in cast:
        shadow(
            page,
            who,
            place,
            (place.x + 104 * place.size, place.y + 42 * place.size),
            mix(night=0.44, sky=0.2),
        )
    for who, place in cast:
        if who is keeper:
            _stumps(page, 930, 722, 1.5)
        person(page, who, place)
    page.paint(
        mix(sun=0.74, red=0.24),
        poly("778,494 796,484 736,372 716,384"),
        line((786, 484), (800, 512), 9),
    )
    _stumps(page, 520, 414, 0.62)
    page.paint(mix(red=0.98), oval(612, 520, 10))
    for i in range(5):
        page.paint(mix(red=0.4), oval(602 - i * 14, 502 - i * 22 + i * i, 4 - i * 0.6))


def cricket(page: Page) -> None:
    _lawn(page)
    _match(page)
    page.over(mix(sun=0.2, pink=0.06), tone=around(1200, 100, 1000, 800))


DRAWING: Final = drawing(
    "cricket",
    "Mænd og drenge spiller cricket på plænen mellem boligblokkene i lavt sollys.",
    cricket,
    size=LANDSCAPE,
    mount="film",
    inks="sun pink red leaf sky night",
)
