"""At home: what stood on the table, and what the window showed."""

import math
from typing import Final

from config.demo.drawing.inks import PAPER, Swatch, mix
from config.demo.drawing.patterns import (
    Cloth, checks, diamonds, dots, flowers, hoops, plain, stripes, wear, zigzag,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import PORTRAIT, SQUARE, WIDE, Drawing, drawing
from config.demo.drawing.shapes import (
    Place, Point, Shape, across, around, blob, curve, down, limb, line, move, oval, poly, rect,
    rounded, spread, stroke, turn,
)

SKIN: Final = mix(sun=0.48, pink=0.56)
DARK: Final = mix(night=0.96, red=0.4)
SHADOW: Final = mix(teal=0.42, night=0.1)


def ring(x: float, y: float, r: float, width: float) -> Shape:
    circle = oval(x, y, r)
    return stroke([*circle, circle[0]], width)


def _saucer(page: Page, x: float, y: float, r: float, rim: Swatch) -> None:
    page.over(SHADOW, oval(x + r * 0.24, y + r * 0.26, r * 1.02))
    page.paint(PAPER, oval(x, y, r))
    page.paint(rim, ring(x, y, r * 0.9, r * 0.07))
    for i in range(16):
        a = math.tau * i / 16
        page.paint(rim, oval(x + math.cos(a) * r * 0.73, y + math.sin(a) * r * 0.73, r * 0.085, r * 0.05, math.degrees(a)))
    page.over(mix(teal=0.14), ring(x, y, r * 0.54, r * 0.04))


def _tea(page: Page, x: float, y: float, r: float, rim: Swatch) -> None:
    """A tulip glass of tea on its saucer, from above, a spoon beside it."""
    _saucer(page, x, y, r, rim)
    page.over(mix(red=0.3, sun=0.5), oval(x + r * 0.34, y + r * 0.36, r * 0.42, r * 0.36, 45))
    page.paint(mix(sun=0.2), oval(x, y, r * 0.45))
    page.paint(mix(red=0.88, sun=0.9, night=0.12), oval(x, y, r * 0.4))
    page.over(mix(night=0.24), blob((x - r * 0.3, y - r * 0.2), (x, y - r * 0.38), (x + r * 0.3, y - r * 0.2), (x, y - r * 0.1)))
    page.fade(0.75, blob((x - r * 0.24, y + r * 0.1), (x - r * 0.06, y + r * 0.28), (x - r * 0.12, y + r * 0.3), (x - r * 0.29, y + r * 0.16)))
    metal = mix(teal=0.26, night=0.16)
    page.paint(metal, oval(x + r * 0.62, y - r * 0.34, r * 0.12, r * 0.2, 24), limb((x + r * 0.56, y - r * 0.2), (x + r * 0.24, y + r * 0.76), widths=(r * 0.06, r * 0.05)))


def _table(page: Page) -> None:
    page.paint(PAPER, page.sheet)
    red = mix(red=0.78, pink=0.2)
    half = {ink: v * 0.5 for ink, v in red.items()}
    marks = [i * 124 + 24 for i in range(-1, 11)]
    for at in marks:
        page.paint(half, rect(at, -10, 62, 1220), rect(-10, at, 1220, 62))
    for x in marks:
        page.paint(red, *[rect(x, y, 62, 62) for y in marks])
    for x, y in spread(page.rng, 90, (0, 0, 1200, 1200)):
        page.fade(0.5, oval(x, y, 2))


def _bread(page: Page, x: float, y: float, r: float) -> None:
    page.paint(mix(sun=0.86, red=0.44, night=0.2), rounded(x - r * 1.34, y - r * 0.98, r * 2.68, r * 1.96, 30))
    for i in range(9):
        page.over(mix(red=0.16, night=0.16), limb((x - r * 1.3, y - r * 0.8 + i * r * 0.2), (x, y - r * 0.82 + i * r * 0.2 + 6), (x + r * 1.3, y - r * 0.8 + i * r * 0.2), widths=(1.6,)))
    page.over(SHADOW, oval(x + 18, y + 20, r, r * 0.86))
    loaf = oval(x, y, r, r * 0.86)
    page.wash(mix(sun=0.62, pink=0.2), mix(sun=0.92, red=0.42), loaf, tone=lambda u, v: min(1.0, math.hypot((u - x) / r, (v - y) / (r * 0.86)) ** 3))
    with page.inside(loaf):
        for i in range(-6, 7):
            for tilt in (40, -40):
                bar = rect(x - r * 1.4, y + i * r * 0.24 - 4, r * 2.8, 8)
                page.over(mix(red=0.26, sun=0.2), turn(bar, tilt, x, y))
        for sx, sy in spread(page.rng, 240, (x - r, y - r, x + r, y + r)):
            page.paint(page.rng.choice((mix(sun=0.1), mix(night=0.9, red=0.5))), oval(sx, sy, 3.6, 2, page.rng.uniform(0, 180)))
    page.paint(mix(sun=0.86, red=0.44, night=0.34), poly((x + r * 0.3, y - r * 0.1), (x + r * 0.8, y - r * 0.6), (x + r * 1.0, y - r * 0.3), (x + r * 0.98, y - r * 0.1)))


def _bowls(page: Page) -> None:
    for x, y, r, inner, rim in ((300, 880, 92, mix(sun=0.2), mix(teal=0.85)), (846, 978, 78, mix(teal=0.3), mix(sun=0.85))):
        page.over(SHADOW, oval(x + 24, y + 26, r))
        page.paint(rim, oval(x, y, r))
        page.paint(inner, oval(x, y, r * 0.84))
        page.over(mix(teal=0.24), oval(x - r * 0.1, y - r * 0.1, r * 0.72))
    for x, y in ((262, 850), (300, 842), (336, 862), (254, 892), (292, 884), (332, 902), (276, 926), (314, 938), (352, 896)):
        page.paint(mix(night=0.94, teal=0.4, red=0.2), oval(x, y, 19, 15, page.rng.uniform(0, 180)))
        page.fade(0.6, oval(x - 6, y - 5, 4, 3))
    for i, (x, y) in enumerate(((820, 950), (858, 944), (884, 974), (830, 988), (862, 1000), (846, 968))):
        cube = turn(rect(x - 15, y - 15, 30, 30), i * 27, x, y)
        page.paint(PAPER, cube)
        page.over(mix(teal=0.2), turn(rect(x + 4, y - 15, 11, 30), i * 27, x, y))
    for x, y in ((690, 1050), (724, 1076)):
        page.over(SHADOW, turn(rect(x - 9, y - 7, 30, 30), 20, x, y))
        page.paint(PAPER, turn(rect(x - 15, y - 15, 28, 28), 20, x, y))


def _hand(page: Page, place: Place, sleeve: Cloth) -> None:
    """A forearm coming in from the edge, its hand open: up is where it points."""
    fingers = [limb((x * 0.6, 30), (x, 62), (x * 1.1, 62 + tall), widths=(15, 14, 9)) for x, tall in ((-24, 26), (-8, 40), (9, 36), (24, 20))]
    thumb = limb((-24, 0), (-46, 22), (-44, 52), widths=(20, 16, 10))
    palm = blob((-27, -10), (-29, 30), (-26, 62), (26, 58), (29, 26), (24, -10))
    arm = limb((0, -300), (0, -60), (0, 6), widths=(86, 66, 46))
    parts = [place(part) for part in (*fingers, thumb, palm, arm)]
    page.over(SHADOW, *[move(part, 22, 26) for part in parts])
    page.paint(SKIN, *parts)
    for x in (-15, 1, 17):
        page.over(mix(red=0.22), place(limb((x * 0.9, 52), (x * 1.06, 80), widths=(2.6, 1))))
    wear(page, sleeve, place(limb((0, -420), (0, -92), widths=(130, 90))))
    page.over(mix(night=0.2), place(limb((28, -400), (30, -92), widths=(30, 14))))


def _pot(page: Page, x: float, y: float) -> None:
    steel, dark = mix(teal=0.34, sun=0.1), mix(teal=0.7, night=0.5)
    page.over(SHADOW, oval(x + 36, y + 40, 128))
    page.paint(dark, limb((x - 100, y + 40), (x - 230, y + 96), widths=(46, 30)))
    page.paint(steel, limb((x + 90, y - 50), (x + 150, y - 90), (x + 168, y - 128), widths=(44, 26, 18)), oval(x, y, 126))
    page.over(mix(teal=0.3), oval(x + 12, y + 12, 104))
    page.paint(mix(red=0.82, sun=0.2), oval(x, y, 88))
    page.paint(PAPER, ring(x, y, 72, 5))
    for i in range(10):
        a = math.tau * i / 10
        page.paint(PAPER, oval(x + math.cos(a) * 52, y + math.sin(a) * 52, 9, 6, math.degrees(a)))
    page.paint(dark, oval(x, y, 24))
    page.fade(0.7, oval(x - 8, y - 8, 7))


def kitchen_table(page: Page) -> None:
    _table(page)
    _bread(page, 640, 560, 176)
    _pot(page, 1010, 246)
    _bowls(page)
    for x, y, rim in ((330, 330, mix(red=0.9)), (664, 206, mix(teal=0.9)), (1010, 700, mix(red=0.9)), (560, 930, mix(teal=0.9))):
        _tea(page, x, y, 104, rim)
    _hand(page, Place(64, 560, 1.3, tilt=62), Cloth(mix(teal=0.7), flowers, mix(sun=0.5), 44))
    _hand(page, Place(1052, 1084, 1.25, tilt=-16), Cloth(mix(sun=0.8), dots, PAPER, 30))
    panes = [poly((a, -20), (a + 210, -20), (a - 330, 620), (a - 540, 620)) for a in (640, 880)]
    panes += [poly((a - 350, 650), (a - 140, 650), (a - 620, 1220), (a - 830, 1220)) for a in (620, 860)]
    page.over(mix(teal=0.2, pink=0.1), tone=lambda x, y: 1.0)
    page.fade(0.52, *panes, inks=("teal", "pink"))
    page.over(mix(sun=0.12), *panes)


def _diner(page: Page, place: Place, coat: Cloth, cover: Cloth, *, reach: Point, cap: bool) -> None:
    """Somebody on the floor seen from above; up is towards the food."""
    back = place(blob((-66, -8), (-44, 20), (0, 28), (44, 20), (66, -8), (60, -46), (30, -66), (-30, -66), (-60, -46)))
    knees = [place(blob((side * 20, -6), (side * 70, 2), (side * 88, 36), (side * 60, 50), (side * 24, 34))) for side in (-1, 1)]
    page.over(SHADOW, *[move(part, 13, 15) for part in (back, *knees)])
    page.paint({ink: value * 0.75 for ink, value in coat.ground.items()} | {"night": 0.5}, *knees)
    for side, (x, y) in ((-1, (-reach[0] * 0.6 - 16, reach[1] * 0.7)), (1, reach)):
        arm = place(limb((side * 50, 0), (side * 58, 42), (x, y - 10), widths=(36, 29, 21)))
        page.over(SHADOW, move(arm, 6, 8))
        page.paint(SKIN, place(limb((x, y - 10), (x - side * 3, y + 12), widths=(17, 14))))
        wear(page, coat, arm)
    wear(page, coat, back)
    page.over(mix(night=0.16), place(blob((-64, -24), (0, -36), (64, -24), (58, -48), (30, -68), (-30, -68), (-58, -48))))
    page.over(mix(night=0.34), place(oval(3, -2, 38, 42)))
    page.paint(SKIN, place(oval(0, 24, 19, 16)), place(oval(0, 42, 5, 7)))
    if cap:
        page.paint(DARK, place(oval(0, 4, 33, 36)))
        wear(page, cover, place(oval(0, 2, 25, 27)))
        rim = oval(0, 2, 25, 27)
        page.over(mix(night=0.3), place(stroke([*rim, rim[0]], 3)))
    else:
        wear(page, cover, place(blob((-34, 0), (-26, 26), (0, 34), (26, 26), (34, 0), (24, -38), (0, -58), (-24, -38))))
        page.over(mix(night=0.24), place(limb((0, -14), (0, -52), widths=(2, 7))), place(limb((-20, 16), (0, 26), (20, 16), widths=(1, 4, 1))))


def _floor(page: Page) -> None:
    rug = mix(red=0.8, night=0.3)
    page.paint(mix(sun=0.56, pink=0.3, red=0.1), page.sheet)
    for i in range(13):
        page.over(mix(red=0.14, night=0.12), rect(-10, i * 72, 1220, 2.4), *[rect(x * 300 + 150 * (i % 2), i * 72, 2.4, 72) for x in range(5)])
    page.over(mix(night=0.4), rect(40, 44, 1136, 800))
    page.paint(rug, rect(26, 26, 1148, 808))
    wear(page, Cloth(mix(night=0.84, red=0.2), diamonds, mix(sun=0.7, red=0.3), 40), rect(44, 44, 1112, 40), rect(44, 776, 1112, 40), rect(44, 44, 40, 772), rect(1116, 44, 40, 772))
    page.paint(mix(sun=0.6, red=0.4), rect(96, 96, 1008, 4), rect(96, 760, 1008, 4), rect(96, 96, 4, 668), rect(1100, 96, 4, 668))
    for i in range(30):
        page.paint(mix(sun=0.2), rect(12, 40 + i * 27, 15, 4), rect(1173, 40 + i * 27, 15, 4))
    page.over(mix(night=0.3), rounded(236, 250, 760, 392, 30))
    page.paint(mix(sun=0.14), rounded(220, 232, 760, 392, 24))
    wear(page, Cloth(mix(sun=0.14), flowers, mix(teal=0.75), 34), rounded(220, 232, 760, 40, 20), rounded(220, 584, 760, 40, 20))
    page.paint(mix(teal=0.75), rect(222, 276, 756, 5), rect(222, 576, 756, 5))


def _dishes(page: Page) -> None:
    for x, y, r, food, rim in ((600, 428, 98, mix(sun=0.8, red=0.1), mix(teal=0.9)), (392, 430, 68, mix(red=0.8, sun=0.5), mix(sun=0.5)),
                               (806, 430, 68, mix(teal=0.5, sun=0.8), mix(red=0.9)), (296, 350, 38, mix(night=0.8, red=0.4), PAPER), (906, 510, 38, mix(red=0.9), PAPER),
                               (498, 334, 36, mix(sun=0.3), mix(teal=0.7)), (702, 526, 36, mix(pink=0.8), mix(teal=0.7)), (906, 344, 36, mix(sun=0.9, red=0.2), mix(red=0.8)), (296, 516, 36, mix(sun=0.9, teal=0.4), mix(red=0.8))):
        page.over(SHADOW, oval(x + 10, y + 11, r))
        page.paint(rim, oval(x, y, r))
        page.paint(PAPER, ring(x, y, r * 0.92, r * 0.05))
        page.paint(food, oval(x, y, r * 0.82))
        for _ in range(int(r * 0.9)):
            a, d = page.rng.uniform(0, math.tau), r * 0.72 * page.rng.random() ** 0.5
            grain = page.rng.choice((mix(sun=0.3), mix(red=0.6, sun=0.6), mix(teal=0.5, sun=0.7)))
            page.paint(grain, oval(x + math.cos(a) * d, y + math.sin(a) * d, 5, 2.4, page.rng.uniform(0, 180)))
    for x, y in ((568, 408), (630, 420), (596, 456), (606, 398)):
        page.paint(mix(red=0.8, sun=0.7, night=0.24), oval(x, y, 22, 14, page.rng.uniform(-60, 60)))
    for x, y, tilt in ((468, 520, 10), (732, 338, -14), (700, 344, 20)):
        page.over(SHADOW, oval(x + 7, y + 8, 48, 34, tilt))
        page.paint(mix(sun=0.66, red=0.2), oval(x, y, 48, 34, tilt))
        for dx, dy in ((-18, -6), (4, 8), (18, -8), (-4, -14)):
            page.over(mix(red=0.3), oval(x + dx, y + dy, 8, 5))
    for x, y in ((388, 312), (600, 300), (800, 316), (392, 550), (600, 560), (808, 552)):
        page.paint(PAPER, oval(x, y, 22))
        page.paint(mix(red=0.85, sun=0.9), oval(x, y, 11))


def eid(page: Page) -> None:
    _floor(page)
    _dishes(page)
    coats = (Cloth(mix(teal=0.8), flowers, mix(sun=0.4), 30), Cloth(mix(sun=0.12), stripes, mix(teal=0.5), 14), Cloth(mix(pink=0.75), dots, PAPER, 16),
             Cloth(mix(night=0.8)), Cloth(mix(sun=0.85), zigzag, mix(red=0.7), 22), Cloth(mix(teal=0.4), checks, mix(night=0.5), 18), Cloth(mix(red=0.85), flowers, PAPER, 26))
    covers = (Cloth(PAPER, dots, mix(red=0.9), 12), Cloth(mix(sun=0.1), diamonds, mix(teal=0.8), 13), Cloth(mix(teal=0.75), flowers, mix(sun=0.3), 20),
              Cloth(mix(sun=0.7), dots, mix(red=0.9), 12), Cloth(mix(night=0.9)), Cloth(mix(pink=0.5), flowers, mix(red=0.9), 18))
    seats = ((316, 156, 176, 0, 1, True), (486, 152, 184, 1, 0, False), (676, 154, 178, 3, 1, True), (866, 158, 174, 2, 2, False),
             (1076, 322, 262, 5, 1, True), (1080, 520, 276, 6, 3, False), (122, 430, 90, 4, 5, False),
             (312, 708, 4, 2, 0, False), (480, 700, -4, 5, 4, True), (660, 712, 2, 0, 3, False), (868, 706, -6, 1, 1, True))
    for x, y, tilt, coat, cover, cap in seats:
        size = 0.98 if (x, y) in {(480, 700), (1076, 322)} else 1.3
        _diner(page, Place(x, y, size, tilt=tilt), coats[coat], covers[cover], reach=(page.rng.uniform(6, 28), page.rng.uniform(78, 98)), cap=cap)
    page.fade(0.3, poly((700, -10), (1210, -10), (1210, 420), (500, 870), (160, 870)), tone=lambda x, y: 0.8, inks=("night", "teal"))
    page.over(mix(night=0.2, red=0.1), tone=lambda x, y: 1 - around(620, 420, 900, 660, 0.8)(x, y))


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
    page.over(mix(teal=0.2), place(rect(0, tall * 0.5, wide, 2)), place(rect(0, 0, wide, tall * 0.5)), tone=lambda u, v: 0.25)


def _airmail(page: Page, place: Place, wide: float, tall: float, stamp: Swatch) -> None:
    sheet = place(rect(0, 0, wide, tall))
    page.over(mix(night=0.4), move(sheet, 9, 11))
    page.paint(mix(sun=0.12), sheet)
    with page.inside(sheet):
        for i in range(int((wide + tall) / 22) + 2):
            swatch = mix(red=0.9) if i % 2 else mix(teal=0.95, night=0.3)
            page.paint(swatch, place(poly((i * 24 - 30, -2), (i * 24 - 18, -2), (i * 24 - 6, 14), (i * 24 - 18, 14))), place(poly((i * 24 - 30, tall - 14), (i * 24 - 18, tall - 14), (i * 24 - 6, tall + 2), (i * 24 - 18, tall + 2))))
            page.paint(swatch, place(poly((-2, i * 24 - 30), (-2, i * 24 - 18), (14, i * 24 - 6), (14, i * 24 - 18))), place(poly((wide - 14, i * 24 - 30), (wide - 14, i * 24 - 18), (wide + 2, i * 24 - 6), (wide + 2, i * 24 - 18))))
    page.paint(PAPER, place(rect(wide - 104, tall - 114, 74, 88)))
    page.paint(stamp, place(rect(wide - 98, tall - 108, 62, 76)))
    page.paint(mix(sun=0.3), place(poly((wide - 98, tall - 90), (wide - 74, tall - 62), (wide - 58, tall - 78), (wide - 36, tall - 52), (wide - 36, tall - 108), (wide - 98, tall - 108))), place(oval(wide - 52, tall - 46, 7)))
    cx, cy = wide - 118, tall - 62
    for r in (34, 26):
        circle = oval(cx, cy, r)
        page.over(mix(night=0.7), place(stroke([*circle, circle[0]], 2)))
    for i in range(4):
        page.over(mix(night=0.6), place(stroke(curve((cx - 110, cy - 20 + i * 13), (cx - 80, cy - 14 + i * 13), (cx - 36, cy - 20 + i * 13)), 2)))
    for i, long in enumerate((0.44, 0.36, 0.28)):
        pts = [(wide * 0.3 + t * 8, tall * 0.44 - i * 28 + 3.6 * math.sin(t * 1.9 + i)) for t in range(int(wide * long / 8))]
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
    page.fade(0.34, place(poly((60, 228), (130, 228), (90, 98), (30, 98), (30, 150))))
    for i in range(6):
        page.paint(mix(red=0.95) if i == 0 else PAPER, place(rounded(34 + i * 44, 26, 38, 52, 5)))
        page.over(mix(night=0.4), place(rect(34 + i * 44, 26, 38, 12)))
    page.paint(dark, place(limb((20, 470), (26, 520), (165, 534), (304, 520), (310, 470), widths=(15,))))
    page.paint(mix(sun=0.9), place(oval(292, 84, 6)))


def _cassette(page: Page, place: Place, box: tuple[float, float, float, float], label: Swatch) -> None:
    x, y, w, h = box
    page.paint(mix(night=0.9, teal=0.3), place(rounded(x, y, w, h, 8)))
    page.paint(label, place(rounded(x + w * 0.07, y + h * 0.26, w * 0.86, h * 0.64, 5)))
    page.paint(PAPER, place(rect(x + w * 0.1, y + h * 0.68, w * 0.8, h * 0.16)))
    pts = [(x + w * 0.14 + i * w * 0.03, y + h * 0.76 + 2.4 * math.sin(i * 2.1)) for i in range(20)]
    page.paint(mix(night=0.9), place(stroke(pts, 1.8)))
    page.paint(mix(night=0.86), place(rounded(x + w * 0.2, y + h * 0.34, w * 0.6, h * 0.27, 13)))
    for cx in (x + w * 0.31, x + w * 0.69):
        page.paint(PAPER, place(oval(cx, y + h * 0.475, h * 0.105)))
        page.paint(mix(night=0.9), place(oval(cx, y + h * 0.475, h * 0.055)))
    page.paint(mix(night=0.7, teal=0.4), place(poly((x + w * 0.22, y), (x + w * 0.26, y + h * 0.2), (x + w * 0.74, y + h * 0.2), (x + w * 0.78, y))))


def _doily(page: Page, x: float, y: float, r: float) -> None:
    page.paint(mix(sun=0.05), oval(x, y, r))
    for i in range(36):
        a = math.tau * i / 36
        page.paint(mix(sun=0.05), oval(x + math.cos(a) * r, y + math.sin(a) * r, r * 0.087))
        page.paint(mix(teal=0.86), oval(x + math.cos(a) * r, y + math.sin(a) * r, r * 0.034))
    for k, n, s in ((0.86, 30, 0.03), (0.72, 24, 0.045), (0.56, 18, 0.05)):
        for i in range(n):
            a = math.tau * i / n
            page.paint(mix(teal=0.8), oval(x + math.cos(a) * r * k, y + math.sin(a) * r * k, r * s, r * s * 0.6, math.degrees(a)))


def letters(page: Page) -> None:
    page.paint(mix(teal=0.86), page.sheet)
    wear(page, Cloth(mix(teal=0.86), flowers, mix(teal=0.98, night=0.36), 70), page.sheet)
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
    _saucer(page, 690, 110, 96, mix(red=0.9))
    page.paint(mix(red=0.88, sun=0.9, night=0.1), oval(690, 110, 44))
    page.fade(0.7, oval(676, 124, 12, 7, 40))
    page.over(mix(night=0.16, teal=0.16), tone=lambda x, y: 1 - around(330, 420, 760, 980, 0.9)(x, y))
    page.fade(0.26, poly((-10, 60), (500, -10), (810, -10), (-10, 520)), inks=("teal", "night"))


def _sea(page: Page) -> None:
    page.wash(mix(teal=0.42, pink=0.08), mix(sun=0.4, pink=0.3), page.sheet, tone=down(100, 520))
    page.paint(mix(sun=0.2), oval(470, 372, 78))
    page.wash(mix(teal=0.5, pink=0.1), mix(teal=0.86, night=0.2), rect(-10, 520, 820, 330), tone=down(520, 800))
    for i in range(120):
        t = page.rng.random()
        page.paint(mix(sun=0.34), oval(470 + page.rng.gauss(0, 16 + 56 * t), 524 + t * 180, (4 + 18 * t) * page.rng.uniform(0.4, 1), 0.8 + 1.8 * t))
    for x, y, k in ((250, 540, 1.0), (610, 556, 1.5)):
        page.paint(PAPER, poly((x, y), (x, y - 42 * k), (x + 22 * k, y - 4 * k)), poly((x - 3, y - 4), (x - 3, y - 34 * k), (x - 16 * k, y - 4)))
        page.paint(mix(night=0.8), blob((x - 18 * k, y), (x + 22 * k, y), (x + 14 * k, y + 6 * k), (x - 12 * k, y + 6 * k)))
    shore = blob((-20, 730), (150, 716), (330, 736), (560, 712), (830, 730), (830, 900), (-20, 900))
    page.wash(mix(sun=0.34, pink=0.1), mix(sun=0.56, pink=0.2), shore, tone=down(716, 780))
    page.wash(mix(teal=0.5, sun=0.8), mix(teal=0.8, sun=0.7, night=0.2), blob((-20, 780), (200, 752), (420, 784), (640, 756), (830, 776), (830, 1100), (-20, 1100)), tone=down(760, 960))
    page.paint(mix(sun=0.3, pink=0.1), blob((300, 1000), (380, 890), (340, 830), (430, 778), (448, 780), (372, 832), (420, 892), (380, 1000)))
    for x, y in spread(page.rng, 40, (0, 790, 800, 920)):
        page.paint(mix(teal=0.9, sun=0.5, night=0.3), oval(x, y - 10, 13, 15))
    for x, y, flip in ((330, 232, 1), (388, 258, 1), (210, 298, 1)):
        page.paint(mix(night=0.7), limb((x - 17, y - 6), (x - 6, y - 9), (x, y), widths=(1, 3, 2)), limb((x, y), (x + 6, y - 9), (x + 17, y - 6), widths=(2, 3, 1)))


def _casement(page: Page) -> None:
    wall, wood = mix(pink=0.4, sun=0.24), mix(sun=0.06)
    hole = rect(112, 70, 584, 860)
    frame: Shape = [*page.sheet, page.sheet[0], hole[0], hole[3], hole[2], hole[1], hole[0], page.sheet[0]]
    page.paint(wall, frame)
    with page.inside(frame):
        wear(page, Cloth(wall, flowers, mix(pink=0.7, sun=0.3), 54), rect(-10, -10, 820, 1220))
    page.paint(wood, rect(96, 52, 616, 28), rect(96, 52, 28, 890), rect(684, 52, 28, 890), rect(394, 70, 22, 870))
    page.over(mix(teal=0.26), rect(118, 78, 7, 860), rect(410, 78, 7, 860), rect(118, 78, 570, 6))
    page.paint(wood, rect(60, 926, 690, 44))
    page.over(mix(teal=0.4, night=0.06), rect(60, 962, 690, 16))
    page.wash(mix(pink=0.5, sun=0.2, teal=0.2), mix(pink=0.56, teal=0.5), rect(-10, 976, 820, 240), tone=down(976, 1200))
    for x in range(150, 680, 34):
        page.paint(mix(sun=0.06), rounded(x, 1020, 25, 200, 11))
        page.over(mix(teal=0.3), rect(x + 17, 1026, 8, 190))
    page.fade(0.42, poly((200, 976), (430, 976), (330, 1220), (60, 1220)), inks=("teal", "pink"))


def _on_the_sill(page: Page) -> None:
    page.paint(mix(red=0.8, sun=0.4), poly((572, 846), (668, 846), (654, 930), (586, 930)), rect(564, 832, 112, 24))
    page.over(mix(night=0.26), poly((640, 846), (668, 846), (654, 930), (632, 930)), rect(564, 852, 112, 6))
    for x, y, r in ((556, 790, 34), (606, 764, 40), (664, 786, 38), (636, 720, 36), (582, 716, 32), (690, 742, 28), (620, 808, 34)):
        page.paint(mix(teal=0.8, sun=0.75), oval(x, y, r, r * 0.86, page.rng.uniform(0, 90)))
        page.over(mix(teal=0.4), ring(x, y, r * 0.6, 4))
    for x, y in ((584, 664), (660, 672), (700, 708), (546, 740), (624, 640)):
        page.paint(mix(teal=0.8, sun=0.6), line((x, y), (622, 790), 3))
        for dx, dy in ((-12, 0), (10, -8), (0, 12), (12, 9), (-6, -12), (0, 0)):
            page.paint(mix(red=0.92, pink=0.3), oval(x + dx, y + dy, 11))
    page.paint(PAPER, oval(336, 926, 56, 10))
    glass = blob((308, 828), (316, 862), (320, 884), (312, 922), (360, 922), (352, 884), (356, 862), (364, 828), steps=6)
    page.paint(mix(sun=0.1), glass)
    page.paint(mix(red=0.8, sun=0.9), blob((311, 842), (318, 866), (322, 886), (315, 918), (357, 918), (350, 886), (354, 866), (361, 842), steps=6))
    page.fade(0.6, limb((324, 850), (328, 884), widths=(6, 4)))
    for n in range(2):
        page.fade(0.5, limb((330 + n * 14, 816), (322 + n * 14, 790), (338 + n * 14, 764), (328 + n * 14, 734), widths=(5, 8, 5, 1)))


def _curtain(page: Page) -> None:
    cloth = blob((40, 20), (330, 20), (330, 140), (300, 330), (230, 520), (176, 640), (166, 720), (190, 900), (204, 1010), (30, 1010), (44, 640))
    page.fade(0.62, cloth, inks=("teal", "night", "pink", "red"))
    page.over(mix(sun=0.24, pink=0.12), cloth)
    with page.inside(cloth):
        for row in range(13):
            for col in range(6):
                x, y = 50 + col * 62 + 31 * (row % 2), 60 + row * 78
                for a in range(0, 360, 72):
                    page.over(mix(red=0.6), turn(oval(x, y - 11, 6.4, 9.4), a, x, y))
                page.over(mix(teal=0.5), limb((x + 3, y + 16), (x + 14, y + 34), widths=(2, 7, 1)))
        for pts in (((110, 10), (112, 330), (82, 640), (84, 1010)), ((190, 10), (186, 330), (126, 620), (130, 1010)), ((270, 10), (252, 330), (156, 620), (172, 1010))):
            page.over(mix(teal=0.24, pink=0.2), limb(*pts, widths=(10, 26, 12, 22)))
    page.paint(mix(red=0.9), limb((56, 640), (110, 664), (176, 650), widths=(15, 18, 13)))
    page.paint(mix(sun=0.8, red=0.4, night=0.3), rect(30, 22, 740, 13), oval(28, 28, 16), oval(772, 28, 16))


def fifth_floor(page: Page) -> None:
    _sea(page)
    _casement(page)
    _curtain(page)
    _on_the_sill(page)
    page.fade(0.25, tone=around(470, 400, 420, 460, 1.4), inks=("teal", "pink", "night"))


DRAWINGS: Final[tuple[Drawing, ...]] = (
    drawing("koekkenbord", "Ternet køkkenbord set fra oven: te i små glas, brød med sesam, oliven og to hænder, der rækker ind.",
            kitchen_table, size=SQUARE, mount="border", inks="sun pink red teal night"),
    drawing("eid", "Familien sidder på gulvet om dugen til eid, set fra oven. Fade med ris og kød, brød og te i midten.",
            eid, size=WIDE, mount="none", inks="sun pink red teal night"),
    drawing("brevkassette", "En kassettebåndoptager på en hæklet dug med lydbånd, håndskrevne breve og luftpostkuverter.",
            letters, size=PORTRAIT, mount="border", inks="sun pink red teal night"),
    drawing("udsigt-femte-sal", "Udsigt fra femte sal: havet ved Køge Bugt bag et gardin med blomster. I karmen te og en pelargonie.",
            fifth_floor, size=PORTRAIT, mount="film", inks="sun pink red teal night"),
)
