"""Calling home from a telephone box."""

import math
from typing import Final

from config.demo.drawing.figures import (
    Person,
    Pose,
    person,
)
from config.demo.drawing.inks import PAPER, mix
from config.demo.drawing.patterns import (
    Cloth,
    plain,
    stripes,
    wear,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import PORTRAIT, drawing
from config.demo.drawing.shapes import (
    Place,
    around,
    curve,
    down,
    limb,
    oval,
    poly,
    rect,
    rounded,
    spread,
    stroke,
)

DARK: Final = mix(night=0.98, red=0.45)


def _night_block(page: Page) -> None:
    page.wash(
        mix(night=0.9, teal=0.3),
        mix(night=0.3, teal=0.62, pink=0.3),
        page.sheet,
        tone=down(-10, 900),
    )
    for x, y in spread(page.rng, 46, (0, 0, 800, 260)):
        page.paint(mix(sun=0.2), oval(x, y, page.rng.choice((1, 1.4, 2))))
    for x, y, w in ((-20, 250, 330), (540, 330, 300)):
        page.wash(
            mix(night=0.82, teal=0.7, red=0.1),
            mix(night=0.7, teal=0.66, red=0.14),
            rect(x, y, w, 660),
            tone=down(y, 900),
        )
        page.over(mix(night=0.3), rect(x, y, w, 7), rect(x + w - 12, y, 12, 660))
        for row in range(9):
            for i in range(w // 52):
                lit = page.rng.random() < 0.22
                page.paint(
                    mix(sun=0.85, pink=0.3) if lit else mix(night=0.96, teal=0.5),
                    rect(x + 22 + i * 52, y + 26 + row * 62, 32, 34),
                )
                page.over(
                    mix(night=0.4), rect(x + 37 + i * 52, y + 26 + row * 62, 2.4, 34)
                )
    page.wash(
        mix(night=0.84, teal=0.6),
        mix(night=1, teal=0.4),
        rect(-10, 906, 820, 310),
        tone=down(906, 1210),
    )
    dark = mix(night=1, red=0.3)
    for a, b, c, w in (
        ((690, 920), (684, 700), (700, 480), 22),
        ((694, 640), (640, 540), (610, 420), 10),
        ((694, 580), (740, 480), (770, 380), 11),
        ((698, 500), (680, 420), (690, 330), 9),
        ((630, 500), (590, 470), (566, 410), 5),
        ((752, 450), (790, 430), (820, 370), 5),
        ((640, 540), (650, 470), (640, 400), 4),
    ):
        page.paint(dark, limb(a, b, c, widths=(w, w * 0.66, w * 0.25)))


def _box(page: Page) -> None:
    page.over(
        mix(sun=0.5),
        poly("196,1040 548,1040 760,1220 -20,1220"),
        tone=around(372, 1040, 420, 230, 0.8),
    )
    page.fade(
        0.75,
        poly("196,1040 548,1040 760,1220 -20,1220"),
        tone=around(372, 1040, 420, 230, 0.8),
        inks=("night", "teal"),
    )
    page.fade(0.6, tone=around(372, 760, 430, 520, 1.5), inks=("night", "teal"))
    page.over(mix(sun=0.34), tone=around(372, 760, 420, 520, 1.7))
    frame, shade = mix(red=0.92, night=0.12), mix(red=0.9, night=0.6)
    page.paint(shade, poly("548,420 592,440 592,1010 548,1044"))
    page.paint(frame, rect(190, 420, 364, 626))
    page.paint(frame, poly("168,372 576,372 566,430 178,430"))
    page.paint(shade, rect(178, 424, 388, 9))
    page.paint(PAPER, rounded(250, 380, 244, 38, 5))
    page.text(mix(red=0.95), (372, 398), "TELEFON", 30)
    page.wash(
        mix(sun=0.26),
        mix(sun=0.72, pink=0.16),
        rect(216, 448, 312, 570),
        tone=down(448, 1020),
    )
    page.paint(mix(red=0.5, sun=0.66), rect(216, 884, 312, 134))
    page.paint(mix(sun=0.06), rounded(280, 450, 184, 14, 6))


def _caller(page: Page) -> None:
    page.paint(mix(night=0.9, teal=0.5), rounded(414, 590, 92, 150, 8))
    page.paint(mix(sun=0.2), oval(460, 646, 30))
    for i in range(10):
        a = math.radians(40 + i * 30)
        page.paint(
            mix(night=0.95), oval(460 + 21 * math.cos(a), 646 + 21 * math.sin(a), 4.6)
        )
    page.paint(mix(night=0.5), oval(460, 646, 9), rect(432, 604, 56, 8))
    page.paint(mix(red=0.5, sun=0.7, night=0.3), rect(402, 752, 120, 12))
    for i, x in enumerate((414, 436, 458, 480, 502)):
        for level in range((5, 3, 6, 2, 4)[i]):
            page.paint(
                mix(sun=0.86, pink=0.3) if level % 2 else mix(sun=0.5, night=0.2),
                oval(x, 750 - level * 5, 9.5, 3.6),
            )
    who = Person(
        mix(sun=0.55, pink=0.55),
        DARK,
        plain(mix(teal=0.88, night=0.3)),
        plain(mix(night=0.92, red=0.3)),
        DARK,
        cover="cap",
        covering=plain(mix(night=0.9, pink=0.4)),
        cut="coat",
        legs="flares",
        pose=Pose(
            left_arm=((-15, 66), (-7, 53)),
            right_arm=((15, 74), (6.4, 91)),
            lean=1,
            nod=(0.6, -1.4),
        ),
    )
    place = Place(330, 1010, 4.1)
    person(page, who, place)
    page.paint(
        mix(night=1, red=0.2),
        place(limb("6.2,98 7.6,92 5.2,86", widths=(3.4, 2, 3.4))),
    )
    page.paint(
        mix(night=0.95),
        stroke(curve("354,650 384,760 420,800 448,742", steps=10), 3),
    )
    wear(
        page,
        Cloth(mix(red=0.9), stripes, PAPER, 13),
        place(limb("-6,83 1,80.4 7,83", widths=(5, 5))),
        place(limb("-3,81 -5,68 -4,58", widths=(4.4, 5))),
    )


def _glass(page: Page) -> None:
    frame = mix(red=0.92, night=0.12)
    for x in (190, 528):
        page.paint(frame, rect(x, 430, 26, 616))
    page.paint(frame, rect(190, 880, 364, 12))
    page.over(mix(red=0.5), rect(216, 520, 312, 4), rect(400, 448, 4, 72))
    page.paint(frame, rect(190, 1016, 364, 30))
    page.fade(
        0.3,
        poly("230,600 330,448 364,448 226,670"),
        poly("390,880 528,660 528,720 430,880"),
    )
    page.over(
        mix(night=0.5),
        poly("260,1046 400,1046 440,1220 190,1220"),
        tone=down(1300, 1046),
    )
    for u, v in spread(page.rng, 120, (0, 0, 800, 1200)):
        page.paint(PAPER, oval(u, v, page.rng.choice((1.4, 2, 2.8, 4))))


def telephone(page: Page) -> None:
    _night_block(page)
    _box(page)
    _caller(page)
    _glass(page)


DRAWING: Final = drawing(
    "telefonboks",
    "En mand i kasket ringer hjem fra en oplyst telefonboks om natten. Mønterne står i stabler på hylden.",
    telephone,
    size=PORTRAIT,
    mount="border",
    inks="sun pink red teal night",
)
