"""Stations and trains: the first that anybody saw."""

import math
from dataclasses import replace
from typing import Final

from config.demo.drawing.figures import (
    CARRY, HIPS, LINK, REACH, STAND, WALK, WAVE, Person, Pose, person, shadow, suitcase,
)
from config.demo.drawing.inks import PAPER, Swatch, mix
from config.demo.drawing.patterns import Cloth, checks, dots, flowers, plain
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import LANDSCAPE, PORTRAIT, Drawing, drawing
from config.demo.drawing.shapes import (
    Place, Point, Shape, across, arc, around, blob, curve, down, limb, line, oval, poly,
    rect, rounded, stroke,
)

SKIN: Final = mix(sand=0.75, red=0.24)
HAIR: Final = mix(night=0.98, red=0.5)
VANISH: Final[Point] = (388, 402)


def _towards(x: float, y: float, t: float) -> Point:
    """From a near point a part of the way to where all lines meet."""
    return x + (VANISH[0] - x) * t, y + (VANISH[1] - y) * t


def _band(near_top: Point, near_low: Point, t0: float, t1: float) -> Shape:
    return [_towards(*near_top, t0), _towards(*near_top, t1),
            _towards(*near_low, t1), _towards(*near_low, t0)]


def _station(page: Page) -> None:
    page.wash(mix(sky=0.72), mix(sand=0.34, red=0.1), page.sheet, tone=down(0, 410))
    page.paint(mix(sand=0.16), oval(610, 330, 86))
    for x, w, h in ((470, 40, 58), (520, 56, 84), (584, 44, 66), (420, 30, 40)):
        page.paint(mix(sky=0.55, red=0.12, night=0.08), rect(x, 404 - h, w, h + 4))
    page.paint(mix(sky=0.5, sand=0.6), rect(-10, 400, 1220, 30))
    page.wash(mix(sand=0.5, sky=0.12), mix(sand=0.72, red=0.06),
              poly(VANISH, (700, 820), (-20, 820), (-20, 560)), tone=down(400, 800))
    page.paint(mix(night=0.5, sand=0.5, red=0.14), poly(VANISH, (700, 820), (1240, 820), (1240, 760)))
    page.paint(mix(sand=0.95, night=0.24), poly(VANISH, (700, 820), (770, 820)))
    page.paint(PAPER, poly(VANISH, (600, 820), (640, 820)))
    for t in (0.0, 0.2, 0.36, 0.5, 0.62, 0.72, 0.8, 0.86):
        page.over(mix(night=0.16), line(_towards(-200, 800, t), _towards(640, 800, t), 3 * (1 - t)))
    for near in (860, 1120):
        page.paint(mix(night=0.8), line((near, 830), VANISH, 7), )
    roof = poly(VANISH, (-20, 20), (-20, -20), (430, -20))
    page.paint(mix(night=0.86, red=0.2), roof)
    page.paint(mix(night=0.55, red=0.1), poly(VANISH, (430, -20), (470, -20)))
    for t in (0.1, 0.34, 0.52, 0.66, 0.76):
        top, foot = _towards(150, -30, t), _towards(150, 690, t)
        page.paint(mix(night=0.7, red=0.16), rect(top[0] - 8 * (1 - t), top[1], 16 * (1 - t), foot[1] - top[1]))


def _train(page: Page) -> None:
    top, low = (742, 218), (742, 676)
    body = mix(red=0.92, night=0.06)
    page.over(mix(night=0.5), poly((742, 676), (1090, 690), (1150, 740), (720, 720), VANISH))
    page.paint(mix(red=0.96, night=0.32), _band(top, low, 0, 0.86))
    page.paint(mix(night=0.3, sand=0.4), _band((742, 214), (742, 228), 0, 0.86))
    page.paint(mix(night=0.92), _band((742, 330), (742, 440), 0.02, 0.84))
    page.paint(mix(sand=0.5, red=0.1), _band((742, 520), (742, 534), 0, 0.86))
    for t0, t1 in ((0.06, 0.12), (0.22, 0.27), (0.36, 0.4), (0.48, 0.515), (0.58, 0.61), (0.67, 0.69), (0.745, 0.76)):
        page.paint(mix(red=0.75, night=0.1), _band((742, 310), (742, 636), t0, t1))
        page.paint(mix(sand=0.5, sky=0.3), _band((742, 340), (742, 450), t0 + (t1 - t0) * 0.22, t1 - (t1 - t0) * 0.2))
    front = blob((744, 676), (740, 450), (744, 262), (760, 226), (910, 206), (1056, 226), (1074, 262),
                 (1080, 450), (1074, 676), (1060, 694), (760, 694))
    page.paint(body, front)
    with page.inside(front):
        page.paint(mix(night=0.96), rounded(764, 286, 294, 158, 34))
        page.paint(mix(sky=0.6, sand=0.2), poly((790, 286), (880, 286), (820, 444), (764, 444), (764, 360)))
        page.paint(mix(red=0.92, night=0.06), rect(905, 280, 12, 170))
        page.paint(mix(night=0.9), rounded(838, 236, 146, 36, 8))
        page.paint(mix(sand=0.5, red=0.1), rect(730, 520, 360, 15))
        page.paint(mix(night=0.86), rect(730, 640, 360, 60))
        page.over(mix(night=0.2, red=0.2), rect(1010, 200, 90, 500), tone=across(1010, 1090))
    page.text(mix(sand=0.7), (911, 253), "Ishøj", 25)
    for x in (796, 1026):
        page.paint(PAPER, oval(x, 590, 21))
        page.paint(mix(sand=0.7, red=0.1), oval(x, 590, 13))
        page.fade(0.55, oval(x, 590, 110), tone=around(x, 590, 110, power=1.6))
    page.paint(PAPER, poly((911, 478), (939, 494), (939, 508), (939, 494), (939, 526), (911, 542), (883, 526), (883, 494)))
    page.text(mix(red=0.95), (911, 509), "S", 44)
    page.paint(mix(night=0.95), rect(880, 668, 62, 26), line((911, 206), (880, 150), 5), line((880, 150), (950, 128), 5))


def _family(page: Page) -> None:
    coat, navy = plain(mix(night=0.82)), plain(mix(night=0.9, red=0.3))
    father = Person(SKIN, HAIR, plain(mix(sand=0.9, night=0.42)), navy, mix(night=1, red=0.4), cover="hat",
                    covering=plain(mix(sand=0.6, night=0.8)), cut="jacket", legs="flares", pose=CARRY)
    mother = Person(SKIN, HAIR, Cloth(mix(sky=0.85, night=0.3)), Cloth(mix(red=0.7, sand=0.5), flowers, PAPER, 15),
                    mix(night=1), cover="scarf", covering=Cloth(mix(red=0.85), dots, PAPER, 9),
                    cut="coat", legs="skirt", pose=replace(STAND, right_arm=((12, 64), (15, 46))))
    boy = Person(SKIN, HAIR, Cloth(mix(red=0.72, sand=0.4), checks, mix(night=0.7), 12), coat, mix(night=1),
                 cover="wool", covering=Cloth(mix(sand=1, red=0.3), None, PAPER), cut="jacket", head=1.5,
                 pose=replace(WAVE, right_arm=((16, 82), (23, 100))))
    girl = Person(SKIN, HAIR, Cloth(mix(sand=0.85, red=0.42)), coat, mix(red=0.9, night=0.3), cover="braid",
                  cut="coat", legs="bare", head=1.45, pose=replace(LINK, left_arm=((-13, 74), (-20, 84))))
    cast = ((father, Place(182, 716, 3.7), (20, 850)), (mother, Place(312, 722, 3.4), (130, 850)),
            (girl, Place(404, 736, 2.1), (280, 824)), (boy, Place(512, 700, 2.3), (392, 780)))
    for who, place, reach in cast:
        shadow(page, who, place, reach, mix(night=0.34))
    for who, place, _reach in cast:
        person(page, who, place)
    suitcase(page, Place(120, 722, 4.4), mix(red=0.55, sand=0.9, night=0.2), mix(night=0.85, red=0.4))
    suitcase(page, Place(236, 742, 3.3), mix(sky=0.7, night=0.4), mix(sand=0.4), 24)


def s_train(page: Page) -> None:
    _station(page)
    _train(page)
    _family(page)
    page.paint(mix(night=0.88), rect(560, 176, 5, 150), rect(500, 186, 126, 44))
    page.text(PAPER, (563, 208), "Ishøj", 30)
    page.fade(0.3, tone=around(610, 330, 520, 380, 1.5))


def _arches(page: Page) -> None:
    dark = mix(brown=0.95, night=0.62)
    page.paint(mix(brown=0.85, night=0.45), page.sheet)
    with page.inside(oval(400, 520, 250, 262), rect(150, 520, 500, 300)):
        page.wash(mix(sun=0.1), mix(sun=0.7, pink=0.35), rect(140, 240, 520, 580), tone=down(280, 800))
        for x in range(150, 660, 46):
            page.paint(dark, rect(x, 240, 5, 470))
        for y in range(290, 720, 74):
            page.paint(dark, rect(140, y, 520, 5))
        page.paint(dark, rect(140, 690, 520, 130))
    for i, k in enumerate((1.0, 1.32, 1.76, 2.36, 3.2)):
        r, y = 252 * k, 520 - 30 * (k - 1)
        wood = mix(brown=0.62 - 0.05 * i, sun=0.62 - 0.06 * i, pink=0.2, night=0.06 + 0.05 * i)
        page.paint(wood, stroke(arc(400, y, r, 176, 364), 15 * k))
        page.paint(wood, stroke(arc(400, y, r * 0.87, 180, 360), 4.5 * k))
        for a in range(184, 360, 8):
            c, s = math.cos(math.radians(a)), math.sin(math.radians(a))
            c2, s2 = math.cos(math.radians(a + 4)), math.sin(math.radians(a + 4))
            page.paint(wood, line((400 + r * c, y + r * s), (400 + r * 0.87 * c2, y + r * 0.87 * s2), 3.4 * k))
        page.paint(wood, rect(400 - r - 8 * k, y, 16 * k, 420 * k), rect(400 + r - 8 * k, y, 16 * k, 420 * k))


def _hall_floor(page: Page) -> None:
    page.wash(mix(sun=0.66, brown=0.3, pink=0.2), mix(brown=0.84, night=0.44), rect(-10, 812, 820, 400), tone=down(812, 1210))
    for i in range(-14, 15):
        page.over(mix(night=0.22), line((400 + i * 26, 812), (400 + i * 150, 1210), 3))
    for y in (830, 856, 892, 942, 1010, 1100):
        page.over(mix(night=0.22), rect(-10, y, 820, (y - 800) / 60 + 1))
    for left in (190, 330, 470):
        beam = poly((left, 330), (left + 90, 330), (left - 110 + 20, 1100), (left - 290, 1100))
        page.fade(0.5, beam, tone=down(1150, 300, 0.7), inks=("brown", "night"))
        page.over(mix(sun=0.2), beam, tone=down(1150, 300, 0.7))
    for x, y, k, tone in ((214, 826, 1.0, 0.8), (590, 830, 1.1, 0.8), (628, 838, 1.2, 0.9), (266, 822, 0.9, 0.7), (540, 824, 0.9, 0.7)):
        dark = plain(mix(brown=0.9, night=tone))
        walker = Person(dark.ground, dark.ground, dark, dark, dark.ground, cover="hat", covering=dark, cut="coat", pose=WALK)
        person(page, walker, Place(x, y, k, flip=x > 400))


def _clock(page: Page, x: float, y: float, r: float) -> None:
    dark = mix(night=0.95, brown=0.8)
    page.paint(dark, rect(x - 4, -10, 8, y), oval(x, y, r + 15), rounded(x - 30, y - r - 34, 60, 26, 8))
    page.paint(mix(sun=0.1), oval(x, y, r))
    for hour in range(12):
        a = math.radians(hour * 30)
        c, s, inner = math.sin(a), -math.cos(a), 0.72 if hour % 3 == 0 else 0.82
        page.paint(dark, line((x + r * inner * c, y + r * inner * s), (x + r * 0.94 * c, y + r * 0.94 * s), 8 if hour % 3 == 0 else 4))
    for degrees, long, thick in ((312, 0.5, 10), (66, 0.76, 6.4)):
        a = math.radians(degrees)
        c, s = math.sin(a), -math.cos(a)
        page.paint(dark, line((x - r * 0.14 * c, y - r * 0.14 * s), (x + r * long * c, y + r * long * s), thick))
    page.paint(mix(pink=0.6, brown=0.5), oval(x, y, 6))


def central_station(page: Page) -> None:
    _arches(page)
    _hall_floor(page)
    _clock(page, 400, 400, 96)
    page.fade(0.5, tone=around(400, 600, 360, 330, 1.4))
    skin, dark = mix(sun=0.5, pink=0.5, brown=0.2), mix(night=0.96, brown=0.7)
    father = Person(skin, dark, plain(mix(night=0.82, brown=0.3)), plain(mix(night=0.9, brown=0.85)), dark, cover="hat",
                    covering=plain(mix(brown=1, night=0.5)), cut="coat", legs="flares",
                    pose=Pose(left_arm=((-13, 66), (-7, 53)), right_arm=((13, 66), (6, 63)), nod=(0.8, 0.8)))
    place = Place(370, 1074, 2.9)
    shadow(page, father, place, (470, 1330), mix(night=0.6))
    person(page, father, place)
    for dx, dy in ((0, 0), (-9, 5), (8, 7), (2, -9), (-5, -6)):
        page.paint(mix(pink=0.95, sun=0.3), oval(396 + dx, 878 + dy, 6.4))
    page.paint(PAPER, poly((382, 884), (412, 884), (399, 922)))
    suitcase(page, Place(300, 1080, 2.6), mix(brown=0.8, pink=0.5), dark, 26)


def _ranges(page: Page) -> None:
    page.wash(mix(lilac=0.42, pink=0.3), mix(sun=0.46, pink=0.34), page.sheet, tone=down(60, 430))
    page.paint(mix(sun=0.16), oval(742, 262, 64))
    page.fade(0.75, oval(742, 262, 300), tone=around(742, 262, 300, power=1.6))
    for n, (base, high) in enumerate(((330, 70), (392, 96), (452, 84), (520, 74), (590, 60))):
        rng = page.rng
        pts: list[Point] = [(-20.0, base + rng.uniform(-20, 20))]
        while pts[-1][0] < 1220:
            pts.append((pts[-1][0] + rng.uniform(70, 150), base - rng.uniform(0, high) * (1.4 if len(pts) % 3 == 1 else 0.5)))
        ridge = [*curve(*pts, steps=5), (1230, 820), (-20, 820)]
        deep = n / 4
        page.wash(mix(lilac=0.4 + 0.5 * deep, pink=0.5 - 0.2 * deep, night=0.12 + 0.5 * deep ** 1.5),
                  mix(pink=0.46, sun=0.3, lilac=0.12 + 0.3 * deep, night=0.34 * deep), ridge, tone=down(base - high * 0.8, base + 130))
    page.wash(mix(sun=0.5, brown=0.45, night=0.4), mix(sun=0.6, brown=0.7, night=0.6), rect(-10, 610, 1220, 200), tone=down(610, 760))
    for x in (90, 214, 260, 480, 905, 1010):
        h = page.rng.uniform(34, 60)
        page.paint(mix(night=0.86, brown=0.6), blob((x - 5, 640), (x - 3.6, 640 - h * 0.7), (x, 640 - h), (x + 3.6, 640 - h * 0.7), (x + 5, 640)))
    for x in (160, 520, 880):
        page.paint(mix(night=0.7, brown=0.6), rect(x, 470, 4, 190), rect(x - 22, 486, 48, 4))
    for dy in (0, 10):
        wires = [(x, 488 + dy + 20 * math.sin(math.pi * ((x - 160) % 360) / 360)) for x in range(-10, 1220, 12)]
        page.paint(mix(night=0.6), stroke(wires, 1.5))


def _carriage(page: Page) -> None:
    """The window seen from the seat: frame, curtain, table, a traveller asleep."""
    wall, edge = mix(night=0.84, brown=0.78), mix(brown=0.62, sun=0.52, night=0.16)
    hole = rounded(84, 66, 1030, 596, 66)
    frame: Shape = [*page.sheet, page.sheet[0], *reversed(hole), hole[-1]]
    page.paint(wall, [*frame, page.sheet[0]])
    page.paint(edge, stroke([*hole, hole[0]], 15))
    page.paint(mix(night=0.95, brown=0.8), stroke([*rounded(96, 78, 1006, 572, 58), (96, 136)], 4))
    page.paint(edge, rect(84, 214, 1030, 11))
    page.over(mix(night=0.3), rect(84, 225, 1030, 4))
    cloth = blob((70, 40), (176, 44), (196, 200), (166, 400), (140, 560), (146, 690), (60, 690), (64, 300))
    page.paint(mix(pink=0.8, brown=0.42, sun=0.3), cloth)
    for x in (86, 114, 142, 166):
        page.over(mix(night=0.32), limb((x, 40), (x + 8, 300), (x - 16, 690), widths=(3, 9, 5)))
    page.paint(edge, rounded(322, 688, 552, 34, 12))
    page.over(mix(night=0.4), rect(330, 716, 544, 12))


def _tea_for_the_road(page: Page) -> None:
    page.paint(PAPER, oval(470, 692, 42, 8))
    glass = blob((448, 614), (454, 644), (458, 664), (454, 684), (486, 684), (482, 664), (486, 644), (492, 614), steps=6)
    page.paint(mix(sun=0.95, pink=0.9, brown=0.4), glass)
    page.paint(mix(sun=0.15), poly((447, 610), (493, 610), (491, 628), (449, 628)))
    page.fade(0.6, limb((460, 634), (464, 660), widths=(4, 3)))
    page.paint(mix(sun=0.6, brown=0.3), blob((640, 690), (650, 656), (720, 644), (780, 660), (790, 690)))
    page.over(mix(brown=0.3), limb((666, 668), (676, 684), widths=(4, 2)), limb((706, 656), (714, 676), widths=(4, 2)), limb((744, 660), (750, 680), widths=(4, 2)))
    page.paint(mix(night=0.2, pink=0.2), poly((600, 694), (620, 660), (644, 690), (640, 700)))
    head = mix(night=0.97, brown=0.9)
    page.paint(mix(night=0.96, brown=0.5), blob((1230, 520), (1150, 524), (1064, 552), (1010, 640), (984, 830), (1230, 830)))
    page.paint(mix(pink=0.72, sun=0.5, brown=0.34), blob((1012, 404), (1020, 368), (1060, 340), (1110, 360), (1130, 430), (1124, 540), (1070, 556), (1064, 520), (1034, 518), (1018, 508), (1020, 490), (1008, 482), (1012, 466), (994, 454), (1010, 428), steps=5))
    page.paint(head, blob((1010, 388), (1014, 346), (1064, 310), (1134, 322), (1172, 392), (1170, 500), (1140, 566), (1096, 560), (1098, 500), (1078, 450), (1084, 412), (1050, 392)))
    page.over(mix(night=0.3), blob((1052, 566), (1110, 540), (1230, 532), (1230, 580), (1120, 590)))


def mountains(page: Page) -> None:
    _ranges(page)
    _carriage(page)
    _tea_for_the_road(page)


DRAWINGS: Final[tuple[Drawing, ...]] = (
    drawing("s-tog", "Et rødt S-tog kører ind på den nye station. En far, en mor og to børn venter på perronen med kufferter.",
            s_train, size=LANDSCAPE, mount="film", inks="sand sky red night"),
    drawing("hovedbanegaard", "En far i frakke og hat venter med blomster under det store ur på Københavns Hovedbanegård.",
            central_station, size=PORTRAIT, mount="slide", inks="sun pink brown night", paper="buff"),
    drawing("bjerge", "Bjergene bag Konya set gennem et togvindue i morgendis. På bordet står et glas te og et brød.",
            mountains, size=LANDSCAPE, mount="film", inks="sun pink lilac brown night"),
)
