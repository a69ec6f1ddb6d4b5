"""Out of doors: the beach park in snow and in summer, the allotment."""

import math
from dataclasses import replace
from typing import Final

from config.demo.drawing.figures import LINK, STAND, WALK, Person, Pose, person, shadow
from config.demo.drawing.inks import PAPER, Swatch, mix
from config.demo.drawing.patterns import Cloth, checks, dots, flowers, hoops, plain, stripes, wear
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import LANDSCAPE, PORTRAIT, Drawing, drawing
from config.demo.drawing.shapes import (
    Place, Point, Shape, around, blob, curve, down, limb, line, oval, poly, rect, rounded,
    spread, stroke, turn,
)

SKIN: Final = mix(sun=0.46, pink=0.55)
DARK: Final = mix(night=0.97, red=0.45)


def _winter(page: Page) -> None:
    page.wash(mix(sky=0.5, pink=0.1), mix(pink=0.5, sun=0.24), page.sheet, tone=down(-20, 330))
    page.paint(mix(sun=0.2, pink=0.04), oval(300, 262, 66))
    page.wash(mix(sky=0.7, night=0.22), mix(sky=0.9, night=0.34), rect(-10, 330, 1220, 120), tone=down(330, 440))
    for i in range(50):
        t = page.rng.random()
        page.paint(mix(pink=0.3, sun=0.3), oval(300 + page.rng.gauss(0, 14 + 46 * t), 334 + t * 62, (5 + 13 * t), 0.8 + t))
    for x, y, w, h in ((640, 392, 110, 9), (880, 376, 150, 7), (120, 398, 90, 7), (460, 410, 150, 9), (1040, 404, 120, 8), (760, 414, 60, 6)):
        page.paint(mix(sky=0.12), blob((x - w / 2, y), (x, y - h), (x + w / 2, y), (x + w / 4, y + h), (x - w / 3, y + h)))
    page.wash(mix(sky=0.16, pink=0.12), mix(sky=0.04), blob((-20, 430), (180, 416), (420, 428), (700, 412), (940, 424), (1230, 400), (1230, 560), (-20, 560)), tone=down(410, 520))
    page.wash(mix(sky=0.42, pink=0.16), mix(sky=0.06, pink=0.04), blob((-20, 500), (150, 462), (330, 486), (560, 520), (800, 488), (1010, 452), (1230, 482), (1230, 840), (-20, 840)), tone=down(450, 640))
    page.wash(mix(sky=0.02), mix(sky=0.4, pink=0.14, night=0.04), blob((-20, 640), (220, 604), (520, 640), (800, 602), (1040, 622), (1230, 578), (1230, 840), (-20, 840)), tone=down(600, 830))


def _tree(page: Page, x: float, y: float, tall: float, lean: float, swatch: Swatch) -> None:
    """A bare thorn, bent by the wind from the sea."""
    def grow(a: Point, angle: float, long: float, wide: float, depth: int) -> None:
        rad = math.radians(angle)
        b = (a[0] + math.sin(rad) * long, a[1] - math.cos(rad) * long)
        bend = ((a[0] + b[0]) / 2 + page.rng.uniform(-0.08, 0.08) * long, (a[1] + b[1]) / 2)
        page.paint(swatch, limb(a, bend, b, widths=(wide, wide * 0.66)))
        if depth:
            for turned in (page.rng.uniform(-40, -16), page.rng.uniform(10, 38)):
                grow(b, angle + turned + lean, long * page.rng.uniform(0.62, 0.8), wide * 0.62, depth - 1)

    grow((x, y), lean, tall * 0.3, tall * 0.045, 5)


def _grasses(page: Page) -> None:
    for cx, cy, n, tall in ((80, 660, 44, 90), (1120, 640, 50, 96), (980, 690, 36, 110), (220, 760, 44, 120), (700, 500, 16, 30), (430, 520, 16, 34), (1060, 480, 20, 36)):
        for _ in range(n):
            x, h = cx + page.rng.gauss(0, tall * 0.4), tall * page.rng.uniform(0.5, 1)
            tip = x + h * page.rng.uniform(0.1, 0.55)
            swatch = page.rng.choice((mix(sun=0.7, red=0.16), mix(sun=0.5, night=0.4), mix(sun=0.4, pink=0.3)))
            page.paint(swatch, stroke(curve((x, cy), (x + (tip - x) * 0.3, cy - h * 0.6), (tip, cy - h)), 2.6 * tall / 100 + 0.6, 0.5))
    for i in range(11):
        x = 40 + i * 58
        page.paint(mix(night=0.6, red=0.3), rect(x, 452 + 14 * math.sin(i * 0.7), 5, 46))
    for dy in (8, 24):
        page.paint(mix(night=0.55, red=0.2), stroke([(40 + i * 58, 452 + dy + 14 * math.sin(i * 0.7)) for i in range(11)], 2))


def snow_walk(page: Page) -> None:
    _winter(page)
    _tree(page, 1010, 500, 330, 9, mix(night=0.86, red=0.4))
    _tree(page, 890, 494, 190, 11, mix(night=0.66, red=0.3))
    page.over(mix(sky=0.5, night=0.16), poly((1003, 500), (1018, 500), (1260, 600), (1260, 622)), poly((884, 494), (894, 494), (1120, 560), (1120, 568)))
    track = curve((-20, 800), (160, 720), (330, 690), (470, 640), (566, 606), steps=12)
    for i, (x, y) in enumerate(track[:-1]):
        k = 1.5 - i / 44
        page.over(mix(sky=0.6, night=0.2), oval(x, y + 7 * k, 7 * k, 2.6 * k, -12), oval(x + 12 * k, y - 7 * k, 7 * k, 2.6 * k, -12), oval(x + 30 * k, y + 5 * k, 6 * k, 2.4 * k, -12))
    man = Person(SKIN, DARK, plain(mix(night=0.86)), plain(mix(night=0.9, red=0.3)), DARK, cover="wool", covering=Cloth(mix(sun=0.8), hoops, mix(night=0.9), 9), cut="coat", back=True, pose=WALK)
    woman = Person(SKIN, DARK, plain(mix(red=0.92)), plain(mix(night=0.7)), DARK, cover="scarf", covering=Cloth(PAPER, dots, mix(red=0.9), 8), cut="coat", legs="skirt", back=True, pose=replace(LINK, right_arm=((11, 66), (12, 52))))
    for who, place in ((man, Place(596, 624, 1.75)), (woman, Place(642, 626, 1.6))):
        shadow(page, who, place, (place.x + 300, place.y + 92), mix(sky=0.5, night=0.12))
        person(page, who, place)
    wear(page, Cloth(mix(sun=0.8), stripes, mix(night=0.9), 5), limb((590, 482), (575, 500), (556, 506), widths=(6, 5)))
    _grasses(page)
    for x, y, k in ((520, 150, 1.0), (566, 176, 0.8), (480, 190, 0.7), (700, 130, 0.9)):
        page.paint(mix(night=0.7), limb((x - 20 * k, y - 7 * k), (x - 7 * k, y - 10 * k), (x, y), widths=(1, 3.4 * k, 2)), limb((x, y), (x + 7 * k, y - 10 * k), (x + 20 * k, y - 7 * k), widths=(2, 3.4 * k, 1)))
    page.fade(0.4, tone=around(300, 262, 430, 300, 1.7))


def _summer_sea(page: Page) -> None:
    page.wash(mix(sky=0.3), mix(sun=0.3, pink=0.2), page.sheet, tone=down(-10, 190))
    page.paint(mix(pink=0.2, sky=0.3, sun=0.1), rect(560, 156, 110, 34), rect(684, 140, 76, 50))
    page.wash(mix(sky=0.9, night=0.24), mix(sky=0.7, leaf=0.16), rect(-10, 188, 820, 1030), tone=down(188, 1100))
    for n, y in enumerate((230, 270, 322, 388, 470, 566, 672, 790, 924, 1066)):
        k = (y - 150) / 900
        pts = [(x, y + 10 * k * math.sin(x / (40 + 90 * k) + n * 1.7) + 5 * math.sin(x / 33 + n)) for x in range(-20, 840, 14)]
        page.fade(0.42, stroke(pts, 3 + 15 * k, 1 + 4 * k, 2 + 15 * k))
        page.over(mix(night=0.13), stroke([(x, y2 + 9 + 10 * k) for x, y2 in pts], 2 + 8 * k, 1, 2 + 6 * k))
    for x, y in spread(page.rng, 150, (0, 210, 800, 1200)):
        k = (y - 150) / 1000
        page.fade(0.9, oval(x, y, (5 + 26 * k) * page.rng.uniform(0.4, 1), 1 + 2.4 * k))


def _mattress(page: Page) -> None:
    place = Place(410, 700, 1.0, tilt=-9)
    page.over(mix(night=0.42), place(rounded(-262, -150, 560, 250, 60)))
    body = place(rounded(-280, -112, 560, 236, 54))
    page.paint(PAPER, body)
    with page.inside(body):
        for i in range(9):
            y = -112 + i * 27
            page.paint(mix(red=0.86) if i % 2 == 0 else mix(sun=0.72), place(rect(-190, y, 480, 26)))
            page.over(mix(night=0.16), place(rect(-190, y, 480, 7)))
            page.fade(0.4, place(rect(-190, y + 15, 480, 5)))
        page.paint(mix(red=0.94), place(rounded(-290, -120, 104, 260, 20)))
        page.paint(mix(sun=0.72), place(rounded(-270, -100, 66, 216, 20)))
        page.over(mix(night=0.3), place(rect(-192, -120, 7, 260)))
    page.paint(PAPER, place(oval(270, 118, 10)))


def _bathers(page: Page) -> None:
    girl_suit = Cloth(mix(pink=0.6), dots, mix(red=0.95), 14)
    page.paint(SKIN, limb((452, 700), (560, 704), (648, 672), widths=(36, 29, 20)), limb((456, 676), (560, 660), (640, 632), widths=(36, 28, 20)))
    wear(page, girl_suit, blob((300, 648), (350, 630), (430, 644), (476, 668), (474, 712), (420, 728), (340, 722), (300, 696)))
    page.paint(SKIN, limb((320, 652), (268, 620), (258, 566), widths=(26, 22, 17)), limb((322, 704), (262, 720), (222, 692), widths=(26, 22, 17)))
    page.paint(SKIN, oval(272, 668, 42, 38))
    page.paint(DARK, blob((252, 640), (282, 622), (316, 640), (320, 690), (292, 714), (262, 704), (290, 684), (288, 654)), limb((308, 690), (334, 724), (346, 760), widths=(20, 14, 5)))
    page.paint(mix(red=0.95), oval(314, 702, 9))
    boy = limb((520, 850), (470, 800), (452, 752), widths=(34, 26, 20))
    page.paint(SKIN, blob((500, 860), (520, 800), (580, 786), (634, 806), (650, 872), (580, 890)), boy, limb((632, 836), (690, 770), (684, 724), widths=(30, 24, 18)))
    page.paint(SKIN, oval(572, 756, 42, 46), oval(450, 744, 14, 12), oval(684, 716, 13))
    page.paint(DARK, blob((530, 752), (536, 716), (574, 700), (612, 716), (616, 756), (600, 734), (562, 726), (542, 734)))
    water = mix(sky=0.72, leaf=0.1)
    page.paint(water, blob((440, 880), (520, 858), (600, 864), (690, 856), (740, 884), (640, 916), (510, 910)))
    for x, y, r in ((470, 868, 9), (450, 840, 6), (700, 846, 8), (724, 816, 6), (742, 850, 4), (436, 812, 4), (488, 838, 5)):
        page.paint(PAPER, oval(x, y, r, r * 1.2))
    page.paint(PAPER, stroke(curve((430, 888), (510, 872), (600, 876), (700, 870), (756, 892)), 5, 9, 4), stroke(curve((470, 912), (580, 904), (690, 910)), 2, 6, 2))


def _father_wades(page: Page) -> None:
    man = Person(SKIN, DARK, Cloth(PAPER, stripes, mix(sky=0.8), 9), plain(mix(night=0.66, sun=0.3)), SKIN, cover="hat", covering=plain(mix(sun=0.5)), cut="shirt", legs="straight",
                 pose=Pose(left_arm=((-16, 66), (-8, 56)), right_arm=((15, 70), (24, 62)), nod=(1, 0)))
    place = Place(168, 478, 2.3)
    for i in range(9):
        page.over(mix(night=0.5), oval(170 + 9 * math.sin(i * 1.9), 452 + i * 11, 34 - i * 2.6, 3.4))
    with page.inside(rect(60, 200, 230, 247)):
        person(page, man, place)
    page.paint(PAPER, stroke(curve((118, 448), (166, 440), (222, 449)), 2, 6, 2), stroke(curve((130, 466), (170, 460), (212, 468)), 2, 4, 1))
    for x, y, cap in ((560, 330, mix(red=0.9)), (620, 312, mix(sun=0.9)), (664, 340, mix(pink=0.8))):
        page.paint(SKIN, oval(x, y, 12, 13))
        page.paint(cap, blob((x - 13, y), (x - 9, y - 13), (x + 9, y - 13), (x + 13, y), (x, y - 4)))
        page.paint(mix(sky=0.8, night=0.14), rect(x - 24, y + 8, 48, 14))
        page.fade(0.8, oval(x, y + 9, 26, 3))
    page.paint(mix(red=0.9), oval(402, 282, 15))
    page.paint(PAPER, oval(398, 276, 6))


def bathing(page: Page) -> None:
    _summer_sea(page)
    _father_wades(page)
    _mattress(page)
    _bathers(page)
    page.fade(0.22, tone=around(620, 190, 620, 620), inks=("night", "sky"))


def _allotment(page: Page) -> None:
    page.wash(mix(sky=0.56), mix(sun=0.36, pink=0.16), page.sheet, tone=down(-10, 560))
    page.paint(mix(sun=0.44, pink=0.1), oval(590, 250, 100))
    page.paint(mix(sky=0.4, leaf=0.4, pink=0.1), blob((-20, 560), (110, 470), (220, 510), (380, 460), (520, 520), (680, 476), (830, 540), (830, 640), (-20, 640)))
    page.paint(mix(red=0.74, night=0.2), rect(40, 440, 200, 190))
    for x in range(40, 240, 20):
        page.over(mix(night=0.24), rect(x, 440, 3, 190))
    page.paint(mix(night=0.8), poly((18, 446), (140, 366), (262, 446)))
    page.paint(PAPER, rect(78, 488, 62, 56))
    page.paint(mix(sky=0.8, night=0.4), rect(84, 494, 23, 44), rect(111, 494, 23, 44))
    page.paint(mix(sun=0.5), rect(168, 490, 50, 140))
    page.wash(mix(leaf=0.7, sun=0.4), mix(leaf=0.86, night=0.2, sun=0.5), rect(-10, 612, 820, 610), tone=down(612, 900))
    page.wash(mix(sun=0.6, pink=0.4, night=0.1), mix(sun=0.6, pink=0.5, night=0.4), poly((380, 616), (430, 616), (700, 1220), (130, 1220)), tone=down(616, 1220))
    for row in range(4):
        y = 650 + row * 44 + row * row * 9
        for i in range(9):
            x = 372 - row * 30 - i * (36 + row * 9)
            k = 0.5 + row * 0.24
            for a in range(0, 360, 60):
                page.paint(mix(leaf=0.9, sky=0.4, night=0.06 * (a // 60 % 2)), turn(oval(x, y - 9 * k, 8 * k, 15 * k), a, x, y))
            page.paint(mix(leaf=0.5, sky=0.3), oval(x, y, 9 * k))


def _leaf(page: Page, x: float, y: float, r: float, swatch: Swatch) -> None:
    shape = blob((x, y - r * 1.1), (x + r * 0.85, y - r * 0.1), (x + r * 0.4, y + r * 0.7), (x, y + r * 0.55), (x - r * 0.4, y + r * 0.7), (x - r * 0.85, y - r * 0.1), steps=5)
    page.paint(swatch, turn(shape, page.rng.uniform(-70, 70), x, y))


def _beans(page: Page, poles: list[tuple[float, float, float]], amount: int) -> None:
    greens = (mix(leaf=0.96, night=0.34), mix(leaf=1, sun=0.3), mix(leaf=0.8, sun=0.6), mix(leaf=0.9, night=0.5))
    for x, foot, top in poles:
        k = (foot - top) / 900
        tip = x + 14 * k
        page.paint(mix(sun=0.7, red=0.4, night=0.2), line((x, foot), (tip, top), 9 * k))
        for i in range(amount):
            t = i / amount * 0.94
            y = foot - 16 - (foot - top - 30) * t
            cx = x + (tip - x) * t + page.rng.gauss(0, 30 * k * (1.1 - 0.75 * t))
            _leaf(page, cx, y, page.rng.uniform(20, 34) * k * (1.05 - 0.5 * t), page.rng.choice(greens))
        for _ in range(amount // 4):
            y = page.rng.uniform(top + 60 * k, foot - 120 * k)
            cx = x + page.rng.gauss(0, 40 * k)
            if page.rng.random() < 0.55:
                page.paint(mix(red=0.94), oval(cx, y, 7 * k), oval(cx + 8 * k, y + 7 * k, 6 * k), oval(cx - 5 * k, y + 9 * k, 6 * k))
            else:
                page.paint(mix(leaf=0.7, sun=0.7), limb((cx, y), (cx + 5 * k, y + 34 * k), (cx, y + 70 * k), widths=(7 * k, 9 * k, 4 * k)))


def _gardener(page: Page) -> None:
    dress = Cloth(mix(pink=0.75, sun=0.1), flowers, mix(red=0.95), 30)
    woman = Person(SKIN, DARK, dress, Cloth(mix(sky=0.9, night=0.3), dots, PAPER, 16), mix(night=1), cover="scarf", covering=Cloth(PAPER, flowers, mix(red=0.95, night=0.1), 20), cut="tunic", legs="shalwar",
                   pose=Pose(left_arm=((-12, 68), (-13, 54)), right_arm=((15, 82), (24, 95)), lean=2, nod=(1.4, 1.6)))
    place = Place(388, 1064, 4.3)
    shadow(page, woman, place, (180, 1250), mix(night=0.4))
    person(page, woman, place)
    page.paint(PAPER, place(blob((-6, 60), (7, 60), (8.6, 40), (7, 34), (-6, 34), (-8, 40))))
    page.over(mix(sky=0.4), place(limb((5, 58), (6, 38), widths=(1, 2))), place(limb((-2, 58), (-3, 38), widths=(1, 2))))
    for x in (-7, -3, 2):
        page.paint(mix(leaf=0.8, sun=0.7), place(limb((23 + x * 0.2, 95), (24 + x, 88), (22 + x, 80), widths=(1.6, 2, 0.8))))
    x, y = 296, 1046
    page.over(mix(night=0.4), oval(x - 20, y + 34, 110, 24))
    for i in range(22):
        page.paint(mix(leaf=0.8, sun=0.7, night=0.2 * (i % 2)), limb((x - 80 + i * 7.4, y - 40), (x - 88 + i * 8, y - 66 - 14 * math.sin(i)), (x - 100 + i * 9.2, y - 60), widths=(8, 8, 3)))
    basket = blob((x - 96, y - 42), (x + 96, y - 42), (x + 74, y + 36), (x - 74, y + 36), steps=4)
    wear(page, Cloth(mix(sun=0.85, red=0.26), checks, mix(red=0.5, night=0.3), 17), basket)
    page.paint(mix(sun=0.7, red=0.5, night=0.2), stroke(curve((x - 98, y - 42), (x, y - 34), (x + 98, y - 42)), 11))
    page.paint(mix(sun=0.7, red=0.5, night=0.2), limb((x - 84, y - 44), (x - 50, y - 130), (x + 50, y - 130), (x + 84, y - 44), widths=(8,)))


def garden(page: Page) -> None:
    _allotment(page)
    _beans(page, [(446, 650, 420), (492, 690, 380), (556, 760, 300)], 60)
    _gardener(page)
    _beans(page, [(556, 860, 250), (676, 960, 150), (632, 1130, 70), (764, 1200, 30)], 92)
    page.fade(0.3, tone=around(590, 250, 480, 480, 1.5), inks=("night", "sky", "leaf"))


DRAWINGS: Final[tuple[Drawing, ...]] = (
    drawing("strandpark-sne", "To mennesker arm i arm går gennem Strandparken i sne. Lav vintersol over det halvt frosne hav.",
            snow_walk, size=LANDSCAPE, mount="border", inks="sun pink red sky night", paper="white"),
    drawing("badning", "Sommer ved stranden: to børn med en stribet luftmadras i vandet, en far soppende med hat og opsmøgede bukser.",
            bathing, size=PORTRAIT, mount="slide", inks="sun pink red leaf sky night"),
    drawing("have", "En kvinde med blomstret tørklæde plukker bønner i kolonihaven mellem høje stænger. Kurven er fuld.",
            garden, size=PORTRAIT, mount="film", inks="sun pink red leaf sky night"),
)
