"""Letters that were spoken, and letters that were written."""

import math
from typing import Final

from config.demo.drawing.inks import PAPER, Swatch, mix
from config.demo.drawing.patterns import (
    Cloth,
    flowers,
    wear,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import PORTRAIT, drawing
from config.demo.drawing.shapes import (
    Place,
    Point,
    around,
    curve,
    limb,
    move,
    oval,
    poly,
    rect,
    rounded,
    stroke,
)
from config.demo.drawing.things import saucer

SHADOW: Final = mix(teal=0.42, night=0.1)


def _letter(page: Page, place: Place, wide: float, tall: float) -> None:
    sheet = place(rect(0, 0, wide, tall))
    page.over(mix(night=0.4), move(sheet, 9, 10))
    page.paint(mix(sun=0.08), sheet)
    rng = page.rng
    y = tall - 42
    while y > 30:
        pts: list[Point] = []
        x, stop = 34.0, wide - rng.uniform(30, 120)
        while x < stop:
            pts.append((x, y + rng.uniform(-4, 4.4)))
            x += rng.uniform(4, 8)
            if rng.random() < 0.16 and len(pts) > 2:
                page.paint(mix(night=0.8, teal=0.4), place(stroke(pts, 1.7)))
                pts, x = [], x + 11
        if len(pts) > 2:
            page.paint(mix(night=0.8, teal=0.4), place(stroke(pts, 1.7)))
        y -= 25
    page.over(
        mix(teal=0.05),
        place(rect(0, tall * 0.5, wide, 2)),
        place(rect(0, 0, wide, tall * 0.5)),
    )


def _airmail(page: Page, place: Place, wide: float, tall: float, stamp: Swatch) -> None:
    sheet = place(rect(0, 0, wide, tall))
    page.over(mix(night=0.4), move(sheet, 9, 11))
    page.paint(mix(sun=0.12), sheet)
    with page.inside(sheet):
        for i in range(int((wide + tall) / 22) + 2):
            swatch = mix(red=0.9) if i % 2 else mix(teal=0.95, night=0.3)
            page.paint(
                swatch,
                place(
                    poly(
                        (i * 24 - 30, -2),
                        (i * 24 - 18, -2),
                        (i * 24 - 6, 14),
                        (i * 24 - 18, 14),
                    )
                ),
                place(
                    poly(
                        (i * 24 - 30, tall - 14),
                        (i * 24 - 18, tall - 14),
                        (i * 24 - 6, tall + 2),
                        (i * 24 - 18, tall + 2),
                    )
                ),
            )
            page.paint(
                swatch,
                place(
                    poly(
                        (-2, i * 24 - 30),
                        (-2, i * 24 - 18),
                        (14, i * 24 - 6),
                        (14, i * 24 - 18),
                    )
                ),
                place(
                    poly(
                        (wide - 14, i * 24 - 30),
                        (wide - 14, i * 24 - 18),
                        (wide + 2, i * 24 - 6),
                        (wide + 2, i * 24 - 18),
                    )
                ),
            )
    page.paint(PAPER, place(rect(wide - 104, tall - 114, 74, 88)))
    page.paint(stamp, place(rect(wide - 98, tall - 108, 62, 76)))
    page.paint(
        mix(sun=0.3),
        place(
            poly(
                (wide - 98, tall - 90),
                (wide - 74, tall - 62),
                (wide - 58, tall - 78),
                (wide - 36, tall - 52),
                (wide - 36, tall - 108),
                (wide - 98, tall - 108),
            )
        ),
        place(oval(wide - 52, tall - 46, 7)),
    )
    cx, cy = wide - 118, tall - 62
    for r in (34, 26):
        circle = oval(cx, cy, r)
        page.over(mix(night=0.7), place(stroke([*circle, circle[0]], 2)))
    for i in range(4):
        page.over(
            mix(night=0.6),
            place(
                stroke(
                    curve(
                        (cx - 110, cy - 20 + i * 13),
                        (cx - 80, cy - 14 + i * 13),
                        (cx - 36, cy - 20 + i * 13),
                    ),
                    2,
                )
            ),
        )
    for i, long in enumerate((0.44, 0.36, 0.28)):
        pts = [
            (wide * 0.3 + t * 8, tall * 0.44 - i * 28 + 3.6 * math.sin(t * 1.9 + i))
            for t in range(int(wide * long / 8))
        ]
        page.paint(mix(night=0.86), place(stroke(pts, 2.3)))


def _recorder(page: Page, place: Place) -> None:
    dark, metal = mix(night=0.96, red=0.2), mix(sun=0.22, night=0.16)
    case = rounded(0, 0, 330, 470, 22)
    page.over(mix(night=0.5), move(place(case), 18, 22))
    page.paint(dark, place(case))
    page.paint(metal, place(rounded(14, 14, 302, 442, 12)))
    page.paint(dark, place(rounded(30, 246, 270, 194, 10)))
    for i in range(17):
        for j in range(12):
            page.paint(metal, place(oval(44 + i * 15.2, 258 + j * 15.4, 3.6)))
    page.paint(mix(night=0.8), place(rounded(30, 96, 270, 136, 8)))
    _cassette(page, place, (52, 104, 226, 118), mix(pink=0.55, sun=0.4))
    page.fade(0.34, place(poly("60,228 130,228 90,98 30,98 30,150")))
    for i in range(6):
        page.paint(
            mix(red=0.95) if i == 0 else PAPER,
            place(rounded(34 + i * 44, 26, 38, 52, 5)),
        )
        page.over(mix(night=0.4), place(rect(34 + i * 44, 26, 38, 12)))
    page.paint(
        dark,
        place(limb("20,470 26,520 165,534 304,520 310,470", widths=(15,))),
    )
    page.paint(mix(sun=0.9), place(oval(292, 84, 6)))


def _cassette(
    page: Page, place: Place, box: tuple[float, float, float, float], label: Swatch
) -> None:
    x, y, w, h = box
    page.paint(mix(night=0.9, teal=0.3), place(rounded(x, y, w, h, 8)))
    page.paint(label, place(rounded(x + w * 0.07, y + h * 0.26, w * 0.86, h * 0.64, 5)))
    page.paint(PAPER, place(rect(x + w * 0.1, y + h * 0.68, w * 0.8, h * 0.16)))
    pts = [
        (x + w * 0.14 + i * w * 0.03, y + h * 0.76 + 2.4 * math.sin(i * 2.1))
        for i in range(20)
    ]
    page.paint(mix(night=0.9), place(stroke(pts, 1.8)))
    page.paint(
        mix(night=0.86),
        place(rounded(x + w * 0.2, y + h * 0.34, w * 0.6, h * 0.27, 13)),
    )
    for cx in (x + w * 0.31, x + w * 0.69):
        page.paint(PAPER, place(oval(cx, y + h * 0.475, h * 0.105)))
        page.paint(mix(night=0.9), place(oval(cx, y + h * 0.475, h * 0.055)))
    page.paint(
        mix(night=0.7, teal=0.4),
        place(
            poly(
                (x + w * 0.22, y),
                (x + w * 0.26, y + h * 0.2),
                (x + w * 0.74, y + h * 0.2),
                (x + w * 0.78, y),
            )
        ),
    )


def _doily(page: Page, x: float, y: float, r: float) -> None:
    page.paint(mix(sun=0.05), oval(x, y, r))
    for i in range(36):
        a = math.tau * i / 36
        page.paint(
            mix(sun=0.05), oval(x + math.cos(a) * r, y + math.sin(a) * r, r * 0.087)
        )
        page.paint(
            mix(teal=0.86), oval(x + math.cos(a) * r, y + math.sin(a) * r, r * 0.034)
        )
    for k, n, s in ((0.86, 30, 0.03), (0.72, 24, 0.045), (0.56, 18, 0.05)):
        for i in range(n):
            a = math.tau * i / n
            page.paint(
                mix(teal=0.8),
                oval(
                    x + math.cos(a) * r * k,
                    y + math.sin(a) * r * k,
                    r * s,
                    r * s * 0.6,
                    math.degrees(a),
                ),
            )


def letters(page: Page) -> None:
    page.paint(mix(teal=0.86), page.sheet)
    wear(
        page, Cloth(mix(teal=0.86), flowers, mix(teal=0.98, night=0.36), 70), page.sheet
    )
    _doily(page, 420, 560, 372)
    _letter(page, Place(430, 470, 1.02, tilt=11), 330, 440)
    _letter(page, Place(36, 1120, 1.0, tilt=-9), 340, 430)
    _airmail(page, Place(372, 1000, 1.05, tilt=-7), 380, 240, mix(red=0.9, sun=0.3))
    _airmail(page, Place(468, 1190, 1.0, tilt=14), 360, 220, mix(teal=0.7, sun=0.8))
    _recorder(page, Place(96, 706, 1.12, tilt=-6))
    tape = Place(470, 700, 1.0, tilt=21)
    page.over(mix(night=0.5), move(tape(rounded(0, 0, 196, 124, 8)), 9, 11))
    _cassette(page, tape, (0, 0, 196, 124), mix(sun=0.8, red=0.2))
    second = Place(80, 892, 1.0, tilt=-16)
    page.over(mix(night=0.5), move(second(rounded(0, 0, 196, 124, 8)), 9, 11))
    _cassette(page, second, (0, 0, 196, 124), mix(red=0.75, pink=0.4))
    page.over(mix(night=0.4), limb((332, 1066), (600, 964), widths=(11, 11)))
    page.paint(mix(red=0.95, night=0.2), limb((324, 1056), (560, 964), widths=(14, 14)))
    page.paint(mix(sun=0.8), limb((548, 968), (584, 954), widths=(14, 4)))
    saucer(page, 690, 110, 96, mix(red=0.9))
    page.paint(mix(red=0.88, sun=0.9, night=0.1), oval(690, 110, 44))
    page.fade(0.7, oval(676, 124, 12, 7, 40))
    page.over(
        mix(night=0.16, teal=0.16),
        tone=lambda x, y: 1 - around(330, 420, 760, 980, 0.9)(x, y),
    )
    page.fade(
        0.26,
        poly("-10,60 500,-10 810,-10 -10,520"),
        inks=("teal", "night"),
    )


DRAWING: Final = drawing(
    "brevkassette",
    "En kassettebåndoptager på en hæklet dug med lydbånd, håndskrevne breve og luftpostkuverter.",
    letters,
    size=PORTRAIT,
    mount="border",
    inks="sun pink red teal night",
)
