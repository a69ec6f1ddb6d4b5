"""Work: the sewing hall, the factory gate, the building site."""

import math
from dataclasses import replace
from typing import Final

from config.demo.drawing.figures import (
    HIPS, POCKETS, STAND, WALK, Person, Pose, person, shadow,
)
from config.demo.drawing.inks import PAPER, Swatch, mix
from config.demo.drawing.patterns import Cloth, checks, dots, flowers, plain, stripes, wear
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import LANDSCAPE, PORTRAIT, Drawing, drawing
from config.demo.drawing.shapes import (
    Place, Shape, across, around, blob, curve, down, limb, line, oval, poly, rect, rounded,
    spread, stretch, stroke,
)

SKIN: Final = mix(sun=0.46, pink=0.5)
DARK: Final = mix(night=0.98, pink=0.3)


def _hall(page: Page) -> None:
    page.wash(mix(teal=0.3, sun=0.1), mix(teal=0.5, sun=0.22), page.sheet, tone=down(0, 420))
    page.wash(mix(sun=0.46, pink=0.22, teal=0.14), mix(sun=0.6, pink=0.36, teal=0.46), poly((640, 330), (1220, 660), (1220, 820), (-20, 820), (-20, 640)), tone=down(330, 800))
    for i in range(7):
        t0, t1 = 0.84 ** (i * 1.9), 0.84 ** (i * 1.9 + 1.5)
        pts = [(640 - 680 * t, y) for t, y in ((t0, 320 - 280 * t0), (t1, 320 - 280 * t1), (t1, 330 + 120 * t1), (t0, 330 + 120 * t0))]
        page.wash(mix(sun=0.12), mix(sun=0.4, pink=0.16), pts, tone=across(0, 640))
        mid = (t0 + t1) / 2
        page.paint(mix(teal=0.7, night=0.3), line((640 - 680 * mid, 320 - 280 * mid), (640 - 680 * mid, 330 + 120 * mid), 7 * mid),
                   line((640 - 680 * t0, 325 - 90 * t0), (640 - 680 * t1, 325 - 90 * t1), 6 * mid))
        floor = [(640 - 680 * t0, 360 + 330 * t0), (640 - 680 * t1, 360 + 330 * t1), (640 + 240 * t1, 360 + 470 * t1), (640 + 240 * t0, 360 + 470 * t0)]
        page.fade(0.4, floor, inks=("pink", "teal"))
    for i in range(9):
        t = 0.8 ** i
        page.paint(mix(teal=0.8, night=0.4), line((640 - 720 * t, 322 - 322 * t), (640 + 720 * t, 322 - 322 * t), 13 * t))
    for x in (0.1, 0.72):
        page.paint(mix(night=0.7, teal=0.5), line((640, 300), (640 + 760 * x, -20), 3))


def _machine(page: Page, place: Place, cloth: Cloth) -> None:
    metal, dark = mix(night=0.86, teal=0.4), mix(night=0.98)
    page.paint(mix(sun=0.72, pink=0.5, night=0.16), place(poly((-52, 0), (60, 0), (72, -11), (-64, -11))))
    page.paint(mix(night=0.7, pink=0.3), place(poly((-64, -11), (72, -11), (72, -18), (-64, -18))))
    for x in (-56, 62):
        page.paint(mix(night=0.86), place(line((x, -18), (x, -96), 5)))
    page.over(mix(night=0.24), place(poly((-50, -18), (60, -18), (60, -60), (-50, -60))), tone=down(place.at(0, -64)[1], place.at(0, -18)[1]))
    wear(page, cloth, place(blob((-58, -1), (-30, 3), (0, 3), (12, 1), (6, -8), (-12, -28), (-30, -46), (-56, -38), (-66, -14))))
    page.over(mix(night=0.3), place(limb((-26, -4), (-36, -24), (-34, -42), widths=(1, 3, 1))), place(limb((-44, -4), (-52, -20), (-54, -36), widths=(1, 3, 1))))
    page.paint(metal, place(blob((6, 0), (52, 0), (52, 26), (46, 36), (10, 36), (4, 30), (4, 12), (12, 12), (14, 24), (34, 24), (36, 8), (6, 8), steps=4)))
    page.paint(dark, place(oval(56, 28, 8)), place(line((8, 12), (8, 1), 2.4)))
    page.paint(mix(sun=0.8), place(rect(24, 36, 6, 9)))
    page.paint(mix(pink=0.9), place(rect(36, 36, 6, 9)))


def _seamstress(page: Page, place: Place, dress: Cloth, scarf: Cloth | None) -> None:
    body = place(blob((-62, -70), (-58, -20), (-48, 34), (-30, 58), (-10, 54), (2, 30), (2, -10), (0, -70)))
    wear(page, dress, body)
    page.over(mix(night=0.16), place(blob((-62, -70), (-58, -20), (-48, 34), (-36, 54), (-40, 10), (-42, -70))))
    page.paint(SKIN, place(limb((-16, 54), (-6, 66), widths=(13, 12))))
    page.paint(SKIN, place(oval(-1, 76, 14, 17, 16)))
    if scarf:
        wear(page, scarf, place(blob((-22, 64), (-20, 92), (0, 98), (14, 90), (4, 86), (-6, 78), (-6, 62), (-14, 54), (-34, 46), (-32, 58))))
    else:
        page.paint(DARK, place(blob((-18, 66), (-20, 88), (-2, 97), (14, 89), (2, 86), (-6, 76), (-8, 66))), place(oval(-22, 80, 10)))
    wear(page, dress, place(limb((-34, 42), (-26, 10), (-4, 8), widths=(22, 18, 13))))
    page.paint(SKIN, place(limb((-6, 8), (8, 5), widths=(10, 8))))


def _lamp(page: Page, x: float, y: float, k: float, top: float) -> None:
    page.fade(0.5, poly((x - 30 * k, y), (x + 30 * k, y), (x + 120 * k, y + 220 * k), (x - 120 * k, y + 220 * k)), tone=down(y + 220 * k, y), inks=("teal", "night", "pink"))
    page.over(mix(sun=0.4), poly((x - 30 * k, y), (x + 30 * k, y), (x + 120 * k, y + 220 * k), (x - 120 * k, y + 220 * k)), tone=down(y + 220 * k, y))
    page.paint(mix(night=0.9), rect(x - 1.3 * k, top, 2.6 * k, y - top))
    page.paint(mix(night=0.8, teal=0.7), blob((x - 38 * k, y), (x - 22 * k, y - 20 * k), (x - 6 * k, y - 34 * k), (x + 6 * k, y - 34 * k), (x + 22 * k, y - 20 * k), (x + 38 * k, y), steps=5))
    page.paint(mix(sun=0.3), oval(x, y + 1, 36 * k, 6 * k))


def sewing_hall(page: Page) -> None:
    _hall(page)
    cloths = (Cloth(mix(pink=0.9, sun=0.3)), Cloth(mix(teal=0.5), stripes, PAPER, 9), Cloth(mix(sun=0.85)), Cloth(mix(pink=0.6), dots, PAPER, 10))
    dresses = (Cloth(mix(pink=0.6, sun=0.2), flowers, mix(pink=0.95, night=0.3), 26), Cloth(mix(teal=0.7), dots, PAPER, 16), Cloth(mix(sun=0.7, pink=0.2), checks, mix(pink=0.8), 14))
    scarves = (Cloth(PAPER, dots, mix(pink=0.95), 11), None, Cloth(mix(teal=0.85, night=0.2), flowers, mix(sun=0.3), 14))
    n = 0
    for depth in range(5, -1, -1):
        t = 0.72 ** depth
        for column in (1, 0):
            x = 640 + (-330 + column * 560) * t
            place = Place(x, 360 + 312 * t, 2.5 * t)
            _seamstress(page, place, dresses[n % 3], scarves[(n * 2 + 2) % 3])
            _machine(page, place, cloths[n % 4])
            _lamp(page, x + 10 * t, 322 - 106 * t, 1.7 * t, 322 - 400 * t)
            n += 1
    page.fade(0.35, tone=around(150, 260, 620, 460, 1.5), inks=("teal", "night", "pink"))


def _factory(page: Page) -> None:
    page.wash(mix(pink=0.34, sky=0.42), mix(sun=0.72, pink=0.42), page.sheet, tone=down(0, 520))
    page.paint(mix(sun=0.2), oval(846, 428, 116))
    far = mix(pink=0.5, sky=0.5, brown=0.2)
    page.paint(far, rect(1010, 330, 34, 200), rect(1076, 370, 26, 160), rect(-10, 470, 1220, 60))
    for n, (x, y) in enumerate(((1040, 310), (1080, 282), (1140, 256), (1210, 236))):
        page.fade(0.4, oval(x, y, 30 + 14 * n, 16 + 5 * n))
    hall: Shape = [(-20, 560)]
    for i in range(5):
        hall += [(-20 + i * 140, 370), (60 + i * 140, 286), (120 + i * 140, 370)]
    hall += [(700, 370), (700, 560)]
    page.wash(mix(brown=0.74, pink=0.6), mix(brown=0.82, pink=0.5, night=0.14), hall, tone=down(290, 560))
    for i in range(5):
        page.paint(mix(sun=0.5, pink=0.14), poly((66 + i * 140, 302), (112 + i * 140, 366), (68 + i * 140, 366)))
        page.over(mix(night=0.4), line((90 + i * 140, 332), (90 + i * 140, 366), 2))
    for x in range(10, 690, 66):
        page.paint(mix(night=0.72, brown=0.5), rect(x, 410, 44, 58))
        page.paint(mix(sun=0.66, pink=0.1), rect(x + 4, 414, 16, 22), rect(x + 24, 440, 16, 24))
    page.paint(mix(brown=0.86, pink=0.66, night=0.1), poly((560, 380), (572, 60), (624, 60), (640, 380)))
    page.paint(mix(sun=0.2, pink=0.3), poly((571, 96), (572, 80), (625, 80), (626, 96)), )
    for n, (x, y) in enumerate(((612, 36), (668, 12), (740, -4))):
        page.over(mix(sky=0.2, pink=0.2, night=0.1), oval(x, y, 40 + 20 * n, 22 + 5 * n))
    page.wash(mix(sun=0.62, pink=0.4, brown=0.1), mix(brown=0.64, night=0.42, pink=0.3), rect(-10, 520, 1220, 300), tone=down(520, 800))
    page.fade(0.7, poly((780, 520), (912, 520), (1010, 820), (640, 820)), tone=down(840, 520), inks=("brown", "night", "pink"))
    page.paint(mix(brown=0.8, night=0.5), rect(700, 424, 22, 130), rect(1000, 424, 22, 130), rect(694, 414, 34, 12), rect(994, 414, 34, 12))
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
    for a, b in (((-30, 21), (-2, 21)), ((-30, 21), (-10, 48)), ((-2, 21), (-12, 54)), ((-2, 21), (24, 50)), ((-10, 48), (24, 52)), ((32, 21), (22, 60))):
        page.paint(frame, place(line(a, b, 2.8)))
    page.paint(dark, place(limb((22, 60), (30, 64), (16, 66), widths=(2.4, 2.4))), place(blob((-20, 55), (-4, 54), (-8, 58), (-20, 58))), place(oval(-2, 21, 4)), place(line((-2, 21), (3, 12), 2)))
    page.paint(mix(brown=0.9), place(rect(-40, 44, 22, 13)))


def _shift(page: Page) -> None:
    rng = page.rng
    for i in range(26):
        x, y = rng.uniform(716, 1000), 536 + i * 1.6
        dark = plain(mix(brown=0.7, night=0.4 + 0.3 * rng.random(), pink=0.4))
        who = Person(dark.ground, dark.ground, dark, dark, dark.ground, cover="cap", covering=dark, cut="jacket", pose=WALK)
        person(page, who, Place(x, y, 0.75 + i * 0.012, flip=i % 2 == 0))
    coats = (Cloth(mix(night=0.84)), Cloth(mix(brown=0.74, sun=0.5)), Cloth(mix(sky=0.9, night=0.34)), Cloth(mix(pink=0.9, brown=0.34)))
    cast = ((430, 690, 2.5, 0, "cap", True), (930, 666, 2.2, 2, "cap", False), (660, 706, 2.7, 3, "short", True), (190, 744, 3.1, 1, "wool", True), (1060, 762, 3.3, 0, "short", False))
    for x, y, k, coat, cover, wheel in cast:
        skin = mix(sun=0.5, pink=0.5, brown=0.2)
        who = Person(skin, DARK, coats[coat], plain(mix(night=0.9, brown=0.4)), DARK, cover=cover, covering=coats[(coat + 1) % 4],
                     cut="jacket", legs="flares", pose=replace(WALK, right_arm=((12, 68), (21, 60))))
        place = Place(x, y, k)
        shadow(page, who, place, (x + (x - 846) * 0.5, y + 150 * k / 2.5), mix(night=0.42, brown=0.2))
        if wheel:
            page.over(mix(night=0.42, brown=0.2), stretch(place(oval(30, -6, 60, 8)), 1, 1))
        person(page, who, place)
        if wheel:
            _bicycle(page, Place(x + 28 * k, y + 7, k * 0.84), mix(pink=0.9, brown=0.3) if coat == 1 else mix(sky=0.8, night=0.5))


def factory_gate(page: Page) -> None:
    _factory(page)
    _shift(page)
    page.fade(0.42, tone=around(846, 428, 520, 420, 1.6), inks=("brown", "night", "sky", "pink"))


def _crane(page: Page, x: float, foot: float, top: float, reach: float, swatch: Swatch) -> None:
    page.paint(swatch, line((x - 9, foot), (x - 9, top), 4), line((x + 9, foot), (x + 9, top), 4))
    for i in range(int((foot - top) / 22)):
        y = top + i * 22
        page.paint(swatch, line((x - 9, y), (x + 9, y + 22), 2), line((x + 9, y), (x - 9, y + 22), 2))
    back = -reach * 0.34
    page.paint(swatch, line((x + back, top), (x + reach, top), 4), line((x + back, top - 16), (x + reach * 0.96, top - 12), 2.6))
    steps = 22
    for i in range(steps):
        a = x + back + (reach - back) * i / steps
        b = x + back + (reach - back) * (i + 0.5) / steps
        c = x + back + (reach - back) * (i + 1) / steps
        page.paint(swatch, line((a, top), (b, top - 15), 1.8), line((b, top - 15), (c, top), 1.8))
    page.paint(swatch, line((x, top - 62), (x + reach * 0.7, top - 12), 2.4), line((x, top - 62), (x + back, top - 14), 2.4), line((x - 6, top), (x, top - 62), 4), line((x + 6, top), (x, top - 62), 4))
    page.paint(swatch, rect(x + back - 18, top - 4, 36, 26), rect(x - 14, top + 2, 28, 24))


def _blocks(page: Page) -> None:
    page.wash(mix(sky=0.7, pink=0.06), mix(sun=0.5, pink=0.32), page.sheet, tone=down(-20, 690))
    page.paint(mix(sun=0.26, pink=0.04), oval(560, 560, 130))
    for x, y, long in ((160, 330, 210), (640, 250, 260), (60, 480, 150), (700, 430, 180)):
        page.fade(0.7, blob((x - long, y), (x - long / 3, y - 11), (x + long / 2, y - 7), (x + long, y + 2), (x, y + 9)))
    concrete, shade = mix(pink=0.3, sky=0.3, sun=0.2), mix(sky=0.55, pink=0.42, night=0.12)
    for x, y, w, floors in ((60, 560, 270, 5), (470, 604, 220, 4), (720, 580, 130, 5)):
        page.paint(concrete, rect(x, y, w, 700 - y))
        page.paint(shade, poly((x + w, y), (x + w + 34, y + 12), (x + w + 34, 700), (x + w, 700)))
        for floor in range(floors):
            top = y + 8 + floor * (692 - y) / floors
            for i in range(int(w // 27)):
                open_floor = floor == 0 or (floor == 1 and i > w // 54)
                page.paint(mix(sky=0.3, sun=0.2) if open_floor else mix(night=0.5, sky=0.5), rect(x + 6 + i * 27, top, 18, (692 - y) / floors - 10))
    for i in range(9):
        page.paint(mix(night=0.7, pink=0.3), rect(64 + i * 30, 540, 2.4, 24))
    iron = mix(pink=0.9, sun=0.5, night=0.32)
    _crane(page, 372, 700, 170, 350, iron)
    _crane(page, 236, 560, 372, -190, mix(night=0.6, pink=0.4))
    page.paint(mix(night=0.7), line((640, 172), (640, 470), 1.8))
    page.paint(mix(pink=0.34, sky=0.3, sun=0.1), rect(596, 486, 88, 60))
    page.paint(mix(night=0.6), line((640, 470), (600, 488), 1.6), line((640, 470), (680, 488), 1.6), rect(616, 498, 48, 30))


def _cabbage(page: Page, x: float, y: float, k: float) -> None:
    page.over(mix(night=0.4), oval(x - 16 * k, y + 12 * k, 34 * k, 11 * k))
    greens = (mix(moss=0.9, sky=0.4), mix(moss=0.62, sky=0.5), mix(moss=0.36, sky=0.5, sun=0.2))
    for ring, (r, n) in enumerate(((27, 7), (18, 6))):
        for i in range(n):
            a = math.tau * (i + ring * 0.5) / n
            page.paint(greens[ring] if i % 2 else greens[ring + 1], oval(x + math.cos(a) * r * 0.6 * k, y + math.sin(a) * r * 0.42 * k, 15 * k, 11.5 * k, math.degrees(a)))
    page.paint(greens[2], oval(x, y - 3 * k, 13 * k, 11 * k))
    if k > 0.7:
        page.over(mix(moss=0.4), limb((x - 2 * k, y + 7 * k), (x + 2 * k, y - 12 * k), widths=(2 * k, 1)), limb((x, y), (x + 9 * k, y - 8 * k), widths=(1.4 * k, 1)), limb((x, y), (x - 9 * k, y - 7 * k), widths=(1.4 * k, 1)))


def _cabbages(page: Page) -> None:
    page.wash(mix(sun=0.6, pink=0.3, moss=0.2), mix(pink=0.5, sun=0.6, night=0.5), rect(-10, 694, 820, 520), tone=down(694, 1190))
    y, k = 706.0, 0.12
    while y < 1230:
        gap = 74 * k / 0.9
        start = 400 - int(460 / gap) * gap
        for i in range(int(920 / gap) + 1):
            if (i % 4) < 3:
                _cabbage(page, start + i * gap + (6 - page.rng.random() * 12) * k, y, k * 1.1)
        k *= 1.19
        y += 46 * k
    farmer = Person(SKIN, DARK, plain(mix(sky=0.9, night=0.4)), plain(mix(night=0.8)), DARK, cover="cap", covering=plain(mix(night=0.7, sun=0.5)), cut="shirt", legs="shalwar", back=True, pose=HIPS)
    boy = Person(SKIN, DARK, Cloth(mix(pink=0.95, sun=0.4)), plain(mix(night=0.86)), DARK, cover="short", cut="shirt", back=True, head=1.4, pose=replace(STAND, right_arm=((14, 84), (24, 96))))
    for who, place, reach in ((farmer, Place(452, 1010, 2.5), (300, 1130)), (boy, Place(560, 1004, 1.55), (460, 1080))):
        shadow(page, who, place, reach, mix(night=0.46))
        person(page, who, place)


def building_site(page: Page) -> None:
    _blocks(page)
    _cabbages(page)
    page.fade(0.3, tone=around(560, 560, 420, 340, 1.5))


DRAWINGS: Final[tuple[Drawing, ...]] = (
    drawing("systue", "Lange rækker af kvinder bøjet over symaskiner i en systue, hver under sin lampe. Lys fra høje vinduer.",
            sewing_hall, size=LANDSCAPE, mount="border", inks="sun pink teal night"),
    drawing("fabrik", "Vagtskifte ved fabrikken i morgensol. Arbejdere går og trækker cykler ud gennem porten.",
            factory_gate, size=LANDSCAPE, mount="slide", inks="sun pink sky brown night"),
    drawing("kran", "En mand og en dreng står mellem kålrækker og ser på kranerne, der bygger de nye boligblokke.",
            building_site, size=PORTRAIT, mount="border", inks="sun pink sky moss night"),
)
