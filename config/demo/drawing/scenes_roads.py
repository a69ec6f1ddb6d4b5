"""The long way: the bus over the plain, the boat at night."""

from dataclasses import replace
from typing import Final

from config.demo.drawing.figures import (
    CARRY, HIPS, REACH, STAND, WAVE, Person, Pose, person, shadow, suitcase,
)
from config.demo.drawing.inks import PAPER, Swatch, mix
from config.demo.drawing.patterns import (
    Cloth, diamonds, dots, flowers, hoops, plain, stripes, wear, zigzag,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import LANDSCAPE, Drawing, drawing
from config.demo.drawing.shapes import (
    Place, across, arc, around, blob, curve, down, limb, line, oval, poly, rect, rounded,
    spread, stroke,
)

SKIN: Final = mix(sun=0.5, brick=0.3)
DARK: Final = mix(ink=0.94)


def _plain_of_konya(page: Page) -> None:
    page.wash(mix(sky=0.62), mix(sun=0.3, brick=0.06), page.sheet, tone=down(-20, 470, 0.9))
    page.paint(mix(sun=0.2), oval(236, 214, 74))
    far = blob((-60, 470), (60, 360), (170, 392), (300, 300), (420, 380), (560, 330), (700, 400),
               (860, 316), (1000, 372), (1120, 340), (1280, 420), (1280, 520), (-60, 520))
    page.wash(mix(sky=0.5, brick=0.22), mix(sun=0.4, brick=0.14), far, tone=down(300, 470))
    near = blob((-60, 500), (140, 430), (330, 470), (560, 440), (800, 474), (1010, 430), (1280, 480), (1280, 560), (-60, 560))
    page.paint(mix(sun=0.5, brick=0.3, sky=0.24), near)
    page.wash(mix(sun=0.56, brick=0.12), mix(sun=0.82, brick=0.34), rect(-10, 488, 1220, 330), tone=down(488, 810))
    page.paint(mix(sun=0.34, brick=0.06), poly((-10, 640), (1220, 620), (1220, 720), (-10, 760)))
    for x, y in spread(page.rng, 170, (0, 500, 1200, 800)):
        k = (y - 470) / 330
        page.over(mix(brick=0.3, sky=0.3), oval(x, y, 9 * k, 2.4 * k))
    for x in (1060, 1092, 1130):
        page.paint(mix(ink=0.6, sky=0.8), blob((x - 9, 500), (x - 6, 420), (x, 384), (x + 6, 420), (x + 9, 500)))
    page.paint(PAPER, rect(980, 462, 60, 40))
    page.paint(mix(brick=0.7), poly((974, 464), (1010, 440), (1046, 464)))


def _coach(page: Page) -> None:
    page.over(mix(ink=0.5), blob((150, 694), (600, 674), (1010, 690), (1080, 716), (600, 734), (130, 722)))
    body = blob((176, 660), (172, 560), (182, 440), (214, 396), (300, 386), (600, 382), (900, 386), (960, 396),
                (988, 470), (1006, 560), (1004, 650), (990, 676), (600, 680), (190, 676), steps=6)
    page.paint(mix(sun=0.16), body)
    with page.inside(body):
        page.paint(mix(brick=0.92), rect(150, 548, 900, 64))
        page.paint(mix(sky=0.9, ink=0.3), rect(150, 616, 900, 10))
        page.paint(mix(brick=0.92), rect(150, 370, 900, 26))
        page.over(mix(ink=0.16, brick=0.1), rect(150, 640, 900, 60))
        page.over(mix(ink=0.2), rect(150, 380, 80, 320), tone=across(230, 160))
    for x in (236, 346, 456, 566, 676, 786):
        page.paint(mix(sky=0.86, ink=0.5), rounded(x, 416, 98, 112, 12))
        page.paint(mix(sky=0.4, sun=0.1), poly((x + 12, 528), (x + 56, 416), (x + 84, 416), (x + 40, 528)))
    page.paint(mix(sky=0.86, ink=0.5), blob((906, 420), (952, 418), (974, 470), (984, 530), (906, 532), steps=4))
    page.paint(mix(ink=0.5, sun=0.4), rounded(892, 540, 66, 136, 6), )
    page.text(mix(sun=0.1), (484, 581), "KONYA – KØBENHAVN", 40)
    for x in (322, 838):
        page.paint(mix(ink=0.6, brick=0.3), arc_fill(x, 668, 78))
        page.paint(DARK, oval(x, 682, 62))
        page.paint(mix(sun=0.2, ink=0.2), oval(x, 682, 32))
        page.paint(mix(ink=0.6), oval(x, 682, 13))
    page.paint(mix(sun=0.5), oval(994, 608, 8, 15))
    page.paint(DARK, rounded(960, 660, 60, 22, 8))
    page.paint(mix(ink=0.7), rect(206, 372, 756, 6), rect(206, 344, 756, 5))
    for x in range(210, 964, 62):
        page.paint(mix(ink=0.7), rect(x, 344, 5, 42))


def arc_fill(x: float, y: float, r: float) -> list[tuple[float, float]]:
    return arc(x, y, r, 180, 360)


def _load(page: Page) -> None:
    rolls = ((250, Cloth(mix(brick=0.86), zigzag, mix(sun=0.6), 22)), (306, Cloth(mix(sky=0.9, ink=0.36), hoops, PAPER, 14)),
             (362, Cloth(mix(sun=0.9, brick=0.2), zigzag, mix(ink=0.8), 20)))
    for x, cloth in rolls:
        wear(page, cloth, rounded(x, 248, 50, 122, 22))
        page.paint(mix(ink=0.8), oval(x + 25, 264, 17, 11), )
        page.paint(cloth.ground, oval(x + 25, 264, 11, 7))
    for x, y, w, h, cloth in (
        (424, 300, 120, 70, Cloth(mix(brick=0.5, sun=0.7, ink=0.2))), (436, 236, 96, 62, Cloth(mix(sky=0.8, ink=0.5))),
        (548, 284, 104, 86, Cloth(mix(sun=0.5), flowers, mix(brick=0.85), 26)),
        (548, 246, 108, 38, Cloth(mix(sun=0.3), stripes, mix(sky=0.9), 14)),
        (660, 310, 92, 60, Cloth(mix(ink=0.7, brick=0.5))), (668, 262, 78, 46, Cloth(mix(brick=0.85, sun=0.3))),
        (828, 300, 116, 70, Cloth(mix(sun=0.7, brick=0.42, ink=0.14))), (842, 250, 84, 48, Cloth(mix(sun=0.2), diamonds, mix(brick=0.8), 24)),
    ):
        wear(page, cloth, rounded(x, y, w, h, 12))
        page.paint(mix(ink=0.85), rect(x + w * 0.2, y, 5, h), rect(x + w * 0.76, y, 5, h))
    page.paint(mix(ink=0.9), limb((236, 352), (300, 236), (480, 226), (600, 238), (760, 300), (950, 352), widths=(3,)))


def _travellers(page: Page) -> None:
    man = Person(SKIN, DARK, plain(mix(sun=0.18)), plain(mix(ink=0.85, brick=0.2)), DARK, cover="cap",
                 covering=plain(mix(ink=0.7, brick=0.5)), legs="flares", pose=replace(REACH, right_arm=((13, 84), (22, 94)),
                                                                                   left_arm=((3, 84), (14, 92))))
    person(page, man, Place(776, 372, 1.9))
    wear(page, Cloth(mix(brick=0.8), dots, PAPER, 14), blob((800, 190), (822, 168), (856, 176), (866, 206), (836, 226), (806, 218)))
    page.paint(mix(brick=0.8), blob((826, 172), (816, 150), (836, 162), (852, 150), (844, 174)))
    wife = Person(SKIN, DARK, Cloth(mix(sky=0.85, ink=0.24), flowers, PAPER, 17), Cloth(mix(brick=0.75, sun=0.4), flowers, mix(sun=0.3), 15),
                  DARK, cover="scarf", covering=Cloth(mix(sun=0.1), dots, mix(brick=0.9), 9), cut="tunic", legs="shalwar",
                  pose=replace(STAND, right_arm=((10, 68), (-1, 60)), left_arm=((-10, 68), (2, 58))))
    old = Person(SKIN, DARK, Cloth(mix(ink=0.85)), Cloth(mix(ink=0.6, brick=0.5)), DARK, cover="scarf", covering=plain(PAPER),
                 cut="coat", legs="shalwar", back=True, pose=replace(WAVE, left_arm=((-11, 66), (-8, 50))))
    father = Person(SKIN, DARK, plain(mix(brick=0.6, ink=0.5)), plain(mix(ink=0.9)), DARK, cap_cover(), plain(mix(sun=0.5, ink=0.5)),
                    "jacket", "straight", pose=CARRY)
    child = Person(SKIN, DARK, Cloth(mix(sun=0.9, brick=0.5)), Cloth(mix(sky=0.8, ink=0.6)), DARK, cover="bob", cut="dress", legs="bare",
                   head=1.5, back=True, pose=replace(WAVE, right_arm=((14, 86), (18, 106))))
    cast = ((wife, Place(738, 760, 2.75), (610, 804)), (old, Place(170, 770, 2.7), (20, 812)),
            (child, Place(252, 776, 1.8), (150, 806)), (father, Place(1064, 760, 2.9, flip=True), (930, 806)))
    for who, place, reach in cast:
        shadow(page, who, place, reach, mix(ink=0.4, brick=0.2))
    for who, place, _reach in cast:
        person(page, who, place)
    page.paint(PAPER, blob((724, 606), (732, 592), (760, 594), (770, 608), (748, 620)))
    page.paint(SKIN, oval(728, 602, 8))
    suitcase(page, Place(1106, 772, 3.2), mix(sun=0.7, brick=0.5), DARK)
    suitcase(page, Place(1020, 766, 2.6), mix(sky=0.8, ink=0.4), mix(sun=0.4))


def cap_cover() -> str:
    return "cap"


def coach(page: Page) -> None:
    _plain_of_konya(page)
    _load(page)
    _coach(page)
    _travellers(page)
    page.fade(0.4, tone=around(236, 214, 420, 330, 1.6))


def _night_sea(page: Page) -> None:
    page.wash(mix(night=0.98, teal=0.3), mix(night=0.5, teal=0.55, pink=0.22), page.sheet, tone=down(-10, 455, 1.5))
    for x, y in spread(page.rng, 110, (10, 10, 1190, 360)):
        page.paint(mix(sun=0.1), oval(x, y, page.rng.choice((0.9, 1.3, 1.3, 2.2))))
    page.fade(0.75, oval(930, 160, 330), tone=around(930, 160, 330, power=2))
    page.paint(mix(sun=0.12), oval(930, 160, 62))
    page.over(mix(teal=0.1, sun=0.14), oval(914, 146, 13, 10), oval(950, 178, 17, 12), oval(936, 142, 7))
    page.wash(mix(night=0.72, teal=0.8), mix(night=1, teal=0.7), rect(-10, 452, 1220, 360), tone=down(452, 780))
    page.paint(mix(night=0.9, teal=0.3), blob((-20, 454), (70, 440), (200, 446), (330, 455), (-20, 458)))
    for x in (40, 74, 130, 160, 214):
        page.paint(mix(sun=0.6, pink=0.1), oval(x, 449, 2.2))
    for y, swatch in ((0, mix(sun=0.12)), (1, mix(sun=0.4, pink=0.2))):
        for i in range(64 if y == 0 else 0):
            t = i / 64
            wide = 10 + 74 * t * page.rng.uniform(0.3, 1)
            x = 930 + page.rng.uniform(-34, 34) * (0.3 + t)
            page.paint(swatch, oval(x, 458 + t * t * 340, wide / 2, 1 + 2.2 * t))


def _ferry(page: Page) -> None:
    white, shade = mix(sun=0.16, pink=0.06), mix(night=0.4, teal=0.3, pink=0.16)
    hull = blob((150, 424), (154, 470), (192, 540), (260, 556), (600, 560), (950, 556), (1000, 520), (1064, 404), (1040, 412),
                (900, 428), (500, 430), (180, 424), steps=5)
    page.paint(mix(night=0.94, pink=0.1), hull)
    with page.inside(hull):
        page.paint(mix(pink=0.95, sun=0.5, night=0.14), rect(100, 534, 960, 60))
        page.paint(white, rect(100, 448, 960, 9))
    page.paint(white, poly((176, 424), (196, 350), (930, 350), (992, 424)), poly((270, 350), (290, 286), (850, 286), (884, 350)),
               poly((640, 286), (654, 240), (806, 240), (832, 286)))
    page.over(shade, rect(196, 350, 740, 12), rect(290, 286, 560, 10), rect(652, 240, 156, 8), rect(176, 412, 810, 12))
    page.wash(shade, white, poly((176, 424), (196, 350), (330, 350), (330, 424)), poly((270, 350), (290, 286), (390, 286), (390, 350)), tone=across(180, 400))
    funnel = poly((420, 286), (436, 176), (540, 176), (544, 286))
    page.paint(mix(pink=0.9, sun=0.62, night=0.1), funnel)
    page.paint(mix(night=0.94), poly((434, 196), (436, 176), (540, 176), (541, 196)))
    page.paint(white, poly((428, 236), (431, 214), (542, 214), (543, 236)))
    for n, (x, y) in enumerate(((470, 156), (430, 128), (372, 104), (298, 88), (206, 80))):
        page.over(mix(pink=0.2, teal=0.1, night=0.1), oval(x, y, 34 + n * 15, 15 + n * 4))
    for row, (x0, x1, y, step, h) in enumerate(((226, 940, 374, 34, 24), (316, 840, 306, 34, 24), (668, 800, 254, 26, 18))):
        for x in range(x0, x1, step):
            lit = page.rng.random() > 0.16
            page.paint(mix(sun=0.86, pink=0.16) if lit else mix(night=0.7, teal=0.4), rounded(x, y, 20 - row, h, 4))
    for x in range(210, 960, 60):
        page.paint(mix(sun=0.9, pink=0.2), oval(x, 490, 8))
    page.paint(white, rect(896, 190, 5, 236), line((896, 200), (1052, 402), 2), line((900, 200), (760, 240), 2), rect(206, 268, 4, 160), line((206, 270), (440, 180), 1.6))
    for i in range(14):
        page.paint(mix(sun=0.7), oval(898 + i * 11.6, 202 + i * 15.2, 3.4))
    for x in range(150, 1000, 9):
        page.paint(white, rect(x + 30, 402, 1.4, 22)) if x % 18 == 6 else None


def _reflections(page: Page) -> None:
    page.over(mix(night=0.5), rect(150, 560, 900, 40), tone=down(640, 556))
    for x in range(214, 1000, 31):
        for i in range(15):
            t = i / 15
            if page.rng.random() < 0.28:
                continue
            page.paint(mix(sun=0.8 - 0.35 * t, pink=0.18, night=0.14 + 0.4 * t, teal=0.2 * t),
                       oval(x + page.rng.uniform(-10, 10) * (0.4 + t), 566 + t * 190, page.rng.uniform(5, 18) * (0.5 + t * 0.6), 1.5 + t * 1.8))
    foam = mix(sun=0.1)
    for x, y, long in ((1010, 556, 90), (180, 560, 120), (560, 566, 150), (840, 562, 120), (340, 568, 110)):
        page.paint(foam, blob((x - long, y + 3), (x - long / 3, y - 4), (x + long / 2, y + 1), (x + long, y + 4), (x, y + 6)))
    for x, y in spread(page.rng, 70, (0, 470, 1200, 790)):
        k = (y - 440) / 350
        page.over(mix(night=0.4), oval(x, y, 60 * k, 2.4 * k))


def _deck(page: Page) -> None:
    """In front: the rail of the quay, and those who wait for the next one."""
    dark = mix(night=1, pink=0.3)
    page.paint(dark, rect(-10, 776, 1220, 40), rect(-10, 716, 1220, 7), rect(-10, 744, 1220, 4))
    for x in range(24, 1220, 92):
        page.paint(dark, rect(x, 716, 6, 80))
    shirt = plain(dark)
    rim = plain(mix(night=0.9, teal=0.2, pink=0.4))
    adult = Person(dark, dark, rim, shirt, dark, cover="hat", covering=rim, cut="coat", back=True,
                   pose=Pose(left_arm=((-13, 66), (-9, 54)), right_arm=((14, 70), (22, 60))))
    person(page, adult, Place(500, 900, 3.2))
    red = plain(mix(pink=0.95, sun=0.4, night=0.3))
    child = Person(dark, dark, red, shirt, dark, cover="wool", covering=red, cut="coat", back=True, head=1.4,
                   pose=Pose(left_arm=((-12, 74), (-18, 84)), right_arm=((14, 82), (21, 92))))
    person(page, child, Place(592, 880, 1.9))


def ferry(page: Page) -> None:
    _night_sea(page)
    _ferry(page)
    _reflections(page)
    _deck(page)


DRAWINGS: Final[tuple[Drawing, ...]] = (
    drawing("bus", "Rutebil på sletten ved Konya, læsset med kufferter og tæpper på taget. En familie tager afsked.",
            coach, size=LANDSCAPE, mount="slide", inks="sun sky brick ink"),
    drawing("baad", "Færge med tændte vinduer på et mørkt hav under månen. En far og et barn ser på fra kajen.",
            ferry, size=LANDSCAPE, mount="film", inks="sun pink teal night"),
)
