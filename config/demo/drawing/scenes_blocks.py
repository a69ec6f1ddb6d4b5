"""Between the blocks: balconies, the first snow, cricket, a car."""

from dataclasses import replace
from typing import Final

from config.demo.drawing.figures import (
    HIPS, POCKETS, REACH, STAND, WALK, WAVE, Person, Pose, person, shadow,
)
from config.demo.drawing.inks import PAPER, Swatch, mix
from config.demo.drawing.patterns import (
    Cloth, checks, diamonds, dots, flowers, hoops, plain, stripes, wear, zigzag,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import LANDSCAPE, PORTRAIT, SQUARE, Drawing, drawing
from config.demo.drawing.shapes import (
    Place, Shape, across, around, blob, curve, down, limb, line, oval, poly, rect, rounded,
    spread, stroke,
)

SKIN: Final = mix(sun=0.48, pink=0.52)
DARK: Final = mix(night=0.97, red=0.5)
PANELS: Final = (mix(red=0.72, sun=0.3), mix(sun=0.8, pink=0.1), mix(sky=0.85, night=0.24), mix(pink=0.6, sun=0.1))


def _bay(page: Page, x: float, y: float, number: int) -> None:
    """One flat of the front: a window, a door, and the balcony before them."""
    page.paint(mix(sky=0.4, night=0.5, pink=0.16), rect(x, y, 218, 128))
    for left, wide in ((14, 70), (92, 38), (138, 66)):
        lit = (number * 7 + left) % 5 == 0
        page.paint(mix(sun=0.7, pink=0.2) if lit else mix(night=0.82, sky=0.4), rect(x + left, y + 14, wide, 114))
        page.paint(mix(sun=0.1, sky=0.1), rect(x + left, y + 14, wide, 5), rect(x + left, y + 14, 5, 114), rect(x + left + wide - 4, y + 14, 4, 114))
        if (number + left) % 3:
            page.paint(mix(sun=0.2, pink=0.1 + 0.3 * (number % 2)), blob((x + left + 6, y + 20), (x + left + wide * 0.5, y + 20), (x + left + wide * 0.3, y + 70), (x + left + 8, y + 126), (x + left + 5, y + 126)))
    page.over(mix(night=0.3), rect(x, y, 218, 26), rect(x, y, 20, 128))
    page.paint(PANELS[(0, 3, 1, 2, 0, 1, 3, 0, 2, 3, 1)[number * 3 % 11]], rect(x - 4, y + 92, 226, 78))
    page.over(mix(night=0.2), rect(x - 4, y + 160, 226, 10))
    page.paint(mix(sun=0.06, sky=0.06), rect(x - 6, y + 86, 230, 8))


def _hang(page: Page, x: float, y: float, w: float, h: float, cloth: Cloth) -> None:
    page.over(mix(night=0.4), rect(x + 7, y + 6, w, h))
    wear(page, cloth, poly((x, y), (x + w, y), (x + w + 1, y + h), (x + w * 0.5, y + h + 3), (x - 1, y + h)))


def _front(page: Page) -> None:
    page.paint(mix(sun=0.24, sky=0.12, pink=0.12), page.sheet)
    number = 0
    for row in range(7):
        for col in range(5):
            _bay(page, 22 + col * 238, -60 + row * 192, number * 3 + row)
            number += 1
        page.over(mix(night=0.16, sky=0.2), rect(-10, 114 + row * 192, 1220, 5))
    for col in range(6):
        x = -5 + col * 238
        page.paint(mix(sun=0.2, sky=0.14, pink=0.1), rect(x, -10, 22, 1220))
        page.over(mix(night=0.3, sky=0.2), rect(x + 15, -10, 7, 1220))


def _carpets(page: Page) -> None:
    rugs = ((774, 410, 112, 186, Cloth(mix(red=0.92, night=0.1), diamonds, mix(sun=0.7), 34)), (522, 26, 128, 210, Cloth(mix(night=0.84), zigzag, mix(red=0.8, pink=0.3), 30)),
            (20, 602, 108, 190, Cloth(mix(sun=0.8), diamonds, mix(red=0.92), 28)), (286, 794, 130, 200, Cloth(mix(red=0.8, pink=0.3), zigzag, mix(night=0.9), 36)),
            (1000, 218, 96, 150, Cloth(mix(sky=0.9, night=0.3), diamonds, PAPER, 24)), (560, 986, 120, 170, Cloth(mix(pink=0.7), flowers, mix(red=0.95), 34)))
    for x, y, w, h, cloth in rugs:
        _hang(page, x, y, w, h, cloth)
        page.paint(mix(sun=0.5, red=0.3), rect(x, y + h - 16, w, 5), rect(x, y + 14, w, 5))
        for i in range(int(w // 8)):
            page.paint(PAPER, line((x + 4 + i * 8, y + h), (x + 3 + i * 8, y + h + 12), 2))


def _washing(page: Page) -> None:
    lines = ((262, 30, 200), (740, 222, 206), (30, 994, 190), (500, 606, 206), (974, 798, 200), (262, 414, 196))
    for n, (x, y, long) in enumerate(lines):
        page.paint(mix(night=0.8), stroke(curve((x, y), (x + long / 2, y + 9), (x + long, y)), 2))
        at, m = x + 8, n
        while at < x + long - 34:
            w, h = ((36, 62), (28, 48), (58, 78), (24, 34))[m % 4]
            cloth = (Cloth(PAPER), Cloth(mix(red=0.85)), Cloth(mix(sun=0.3), stripes, mix(sky=0.9), 11), Cloth(mix(sun=0.85), dots, PAPER, 12), Cloth(mix(pink=0.6)), Cloth(PAPER, checks, mix(red=0.8), 13))[(m * 5 + n) % 6]
            if m % 4 == 1:
                shirt = blob((at, y + 6), (at + w, y + 6), (at + w + 12, y + 26), (at + w - 2, y + 22), (at + w - 2, y + h + 8), (at + 2, y + h + 8), (at + 2, y + 22), (at - 10, y + 26), steps=3)
                wear(page, cloth, shirt)
            else:
                _hang(page, at, y + 6, w, h, cloth)
            at += w + 9
            m += 1


def _neighbours(page: Page) -> None:
    shaker = Person(SKIN, DARK, Cloth(mix(pink=0.65), flowers, mix(red=0.95), 17), plain(mix(night=0.8)), DARK, cover="scarf",
                    covering=Cloth(PAPER, dots, mix(red=0.9), 10), cut="tunic", pose=Pose(left_arm=((-14, 72), (-12, 60)), right_arm=((14, 72), (12, 60)), lean=0))
    with page.inside(rect(480, 240, 240, 178)):
        person(page, shaker, Place(598, 500, 2.0))
    _hang(page, 556, 380, 92, 150, Cloth(mix(red=0.9), diamonds, mix(sun=0.8), 26))
    reader = Person(SKIN, DARK, Cloth(PAPER), plain(mix(night=0.9)), DARK, cover="short", cut="shirt", pose=Pose(left_arm=((-14, 67), (-4, 64)), right_arm=((14, 67), (5, 64))))
    with page.inside(rect(974, 518, 218, 86)):
        person(page, reader, Place(1080, 674, 1.56))
    page.paint(PAPER, poly((1052, 560), (1079, 565), (1079, 598), (1051, 592)), poly((1081, 565), (1108, 560), (1110, 592), (1081, 598)))
    page.over(mix(night=0.4), rect(1058, 572, 14, 2.4), rect(1058, 579, 16, 2.4), rect(1087, 572, 14, 2.4), rect(1087, 579, 16, 2.4))
    kids = Person(SKIN, DARK, Cloth(mix(sun=0.9), hoops, mix(red=0.9), 10), plain(mix(night=0.9)), DARK, cover="bob", cut="shirt", head=1.35, pose=replace(WAVE, left_arm=((-13, 70), (-16, 62))))
    with page.inside(rect(736, 708, 218, 86)):
        person(page, kids, Place(800, 850, 1.24))
        person(page, replace(kids, top=Cloth(mix(sky=0.9, night=0.2)), cover="short", pose=replace(WAVE, right_arm=((17, 80), (24, 98)))), Place(858, 850, 1.14))


def balconies(page: Page) -> None:
    _front(page)
    _washing(page)
    _neighbours(page)
    _carpets(page)
    page.over(mix(night=0.34, sky=0.1), poly((-20, 760), (420, 1220), (-20, 1220)), poly((-20, 640), (-20, 760), (420, 1220), (540, 1220)))
    page.fade(0.3, poly((420, -20), (1220, -20), (1220, 760)), tone=lambda x, y: 0.7, inks=("night", "sky"))


def _stairway(page: Page) -> None:
    page.wash(mix(night=0.62, sky=0.4, pink=0.1), mix(night=0.46, sky=0.42, pink=0.3), page.sheet, tone=down(0, 900))
    brick = mix(red=0.5, night=0.62, pink=0.2)
    page.paint(brick, rect(220, -10, 600, 860))
    for row in range(44):
        y = -8 + row * 20
        page.over(mix(night=0.24), rect(220, y, 600, 2.6))
        for col in range(12):
            x = 220 + col * 52 + 26 * (row % 2)
            page.over(mix(night=0.24), rect(x, y, 2.6, 20))
            if page.rng.random() < 0.12:
                page.over(mix(red=0.2, night=0.1), rect(x, y, 52, 20))
    for y in (60, 270):
        for x, lit in ((264, False), (690, y > 100)):
            page.paint(mix(sun=0.2, sky=0.3), rect(x - 7, y - 7, 110, 144))
            page.paint(mix(sun=0.86, pink=0.24) if lit else mix(night=0.9), rect(x, y, 96, 130))
            page.paint(mix(sun=0.2, sky=0.3), rect(x + 45, y, 6, 130))
            page.paint(PAPER, blob((x - 14, y + 138), (x + 20, y + 126), (x + 70, y + 128), (x + 110, y + 138), (x + 106, y + 146), (x - 12, y + 146)))
    page.paint(mix(sky=0.4, night=0.36), rect(412, -10, 216, 860))
    page.paint(mix(sun=0.82, pink=0.16), rect(430, -10, 180, 380))
    for y in range(-10, 380, 64):
        page.paint(mix(night=0.66, sky=0.3), rect(430, y, 180, 6))
    page.over(mix(red=0.3, night=0.24), poly((430, 370), (610, 210), (610, 250), (430, 400)), poly((610, 190), (430, 40), (430, 84), (610, 232)))
    page.paint(mix(night=0.66, sky=0.3), rect(517, -10, 6, 380))


def _door(page: Page) -> None:
    page.paint(mix(night=0.7, sky=0.5), rect(396, 410, 248, 440))
    page.wash(mix(sun=0.5), mix(sun=0.9, pink=0.3), rect(424, 436, 192, 414), tone=down(430, 860))
    page.paint(mix(red=0.7, night=0.4), rect(512, 436, 12, 414), rect(424, 640, 192, 12), rect(424, 436, 10, 414), rect(606, 436, 10, 414))
    page.paint(mix(night=0.8), rect(497, 640, 8, 48))
    page.paint(mix(night=0.84), poly((362, 392), (678, 392), (660, 424), (380, 424)))
    page.paint(PAPER, blob((356, 394), (420, 374), (520, 370), (630, 376), (684, 394)))
    page.paint(mix(sun=0.1), rounded(646, 468, 40, 56, 5))
    page.text(mix(night=0.95), (666, 496), "12", 27)
    page.paint(mix(sun=0.3), oval(520, 434, 30, 10))


def _snow(page: Page) -> None:
    page.wash(mix(sky=0.4, night=0.14, pink=0.1), mix(sky=0.1), blob((-20, 856), (200, 834), (420, 848), (640, 846), (830, 832), (830, 1240), (-20, 1240)), tone=down(830, 1200))
    page.fade(0.85, poly((420, 850), (618, 850), (760, 1220), (150, 1220)), inks=("sky", "night"), tone=down(1230, 850))
    page.over(mix(sun=0.6, pink=0.2), poly((420, 850), (618, 850), (760, 1220), (150, 1220)), tone=down(1180, 846))
    for i in range(9):
        x, y = 512 - 12 * i + (15 if i % 2 else -15), 872 + i * 20 + i * i
        page.over(mix(sky=0.6, night=0.3), oval(x, y, 9 + i * 0.7, 4.6 + i * 0.5, -14))
    bush = mix(night=0.7, sky=0.4)
    for x, y, k in ((296, 858, 1.0), (724, 862, 1.3), (130, 876, 1.5)):
        for a in range(-50, 60, 18):
            page.paint(bush, limb((x, y), (x + a * 0.6 * k, y - 50 * k), (x + a * 1.3 * k, y - 84 * k), widths=(4, 2.6, 1)))
        page.paint(PAPER, blob((x - 50 * k, y + 6), (x - 20 * k, y - 13), (x + 26 * k, y - 10), (x + 52 * k, y + 7)))


def _wonder(page: Page) -> None:
    red = Cloth(mix(red=0.94, night=0.06))
    child = Person(mix(sun=0.42, pink=0.54), DARK, red, plain(mix(night=0.94)), mix(night=1, red=0.6), cover="wool", covering=Cloth(mix(sun=0.9, pink=0.1), hoops, PAPER, 17),
                   cut="coat", legs="straight", head=1.5, pose=Pose(left_arm=((-15, 66), (-25, 71)), right_arm=((15, 68), (26, 74)), nod=(1.4, 1.2), lean=-1))
    place = Place(384, 1120, 3.6)
    shadow(page, child, place, (256, 1330), mix(night=0.5, sky=0.3))
    person(page, child, place)
    wear(page, Cloth(mix(sun=0.9), stripes, mix(red=0.9), 12), place(limb((-7, 82), (0, 79), (7, 82), widths=(7, 7))), place(limb((5, 80), (8, 68), (7, 56), widths=(6, 6))))
    for x in (-25.4, 26.4):
        page.paint(mix(sky=0.9, night=0.4), place(oval(x, 72 if x < 0 else 75, 3.8, 4.2)))
    for y in (70, 60, 50, 40):
        page.paint(mix(sun=0.8), place(oval(-1, y, 1.3)))
    for x, y, r in spread_flakes(page):
        page.paint(PAPER, oval(x, y, r))


def spread_flakes(page: Page) -> list[tuple[float, float, float]]:
    return [(x, y, page.rng.choice((1.6, 2.2, 3, 3.6, 5, 7.5))) for x, y in spread(page.rng, 420, (0, 0, 800, 1200))]


def first_snow(page: Page) -> None:
    _stairway(page)
    _door(page)
    _snow(page)
    page.fade(0.5, tone=around(520, 640, 330, 420, 1.6), inks=("night", "sky"))
    _wonder(page)


def _lawn(page: Page) -> None:
    page.wash(mix(sky=0.5), mix(sun=0.34, pink=0.1), page.sheet, tone=down(0, 300))
    page.wash(mix(leaf=0.72, sun=0.4), mix(leaf=0.9, sun=0.34), rect(-10, 270, 1220, 560), tone=down(270, 800))
    for n, (x, w, h) in enumerate(((-30, 330, 190), (380, 300, 160), (760, 470, 214))):
        page.paint(mix(sun=0.2, pink=0.14, sky=0.1), rect(x, 280 - h, w, h))
        page.paint(mix(sky=0.5, pink=0.2, night=0.12), poly((x + w, 280 - h), (x + w + 26, 290 - h), (x + w + 26, 284), (x + w, 280)))
        rows = h // 36
        for row in range(rows):
            y = 288 - h + row * 36
            for i in range(w // 34):
                page.paint(mix(night=0.6, sky=0.4) if (i * 3 + row + n) % 7 else mix(sun=0.7), rect(x + 8 + i * 34, y, 20, 17))
                if (i + row + n) % 4 == 0:
                    page.paint(mix(red=0.7, pink=0.2) if i % 2 else mix(sun=0.8), rect(x + 4 + i * 34, y + 13, 28, 12))
                else:
                    page.paint(mix(sky=0.36, pink=0.1), rect(x + 4 + i * 34, y + 14, 28, 11))
    for x in (330, 712):
        page.paint(mix(leaf=0.9, night=0.3), oval(x, 250, 34, 44), oval(x + 22, 262, 26, 32))
        page.paint(mix(night=0.7, red=0.3), rect(x - 3, 280, 6, 26))
    page.over(mix(night=0.36, sky=0.24), poly((-20, 284), (330, 284), (540, 470), (210, 470), (-20, 390)), poly((760, 284), (1220, 284), (1220, 366), (930, 366)))
    page.paint(mix(sun=0.5, pink=0.26), poly((500, 400), (566, 396), (880, 690), (740, 712)))
    for x, y in spread(page.rng, 260, (0, 300, 1200, 800)):
        k = (y - 240) / 500
        page.over(mix(leaf=0.5), limb((x, y), (x + 4 * k, y - 15 * k), widths=(3 * k, 0.8)))


def _stumps(page: Page, x: float, y: float, k: float) -> None:
    for dx in (-9, 0, 9):
        page.paint(mix(red=0.7, sun=0.7, night=0.2), rect(x + dx * k - 2 * k, y - 62 * k, 4 * k, 62 * k))
    page.paint(mix(red=0.7, sun=0.5), rect(x - 12 * k, y - 66 * k, 24 * k, 4 * k))


def _match(page: Page) -> None:
    white, cream = Cloth(PAPER), Cloth(mix(sun=0.2))
    teal, red = Cloth(mix(sky=0.9, night=0.34)), Cloth(mix(red=0.86))
    batsman = Person(SKIN, DARK, white, white, mix(red=0.7, night=0.5), cover="cap", covering=red, cut="tunic", legs="shalwar",
                     pose=Pose(left_arm=((-4, 70), (13, 72)), right_arm=((16, 82), (18, 74)), left_leg=((-9, 26), (-15, 2)), right_leg=((8, 26), (12, 1)), lean=-2, nod=(-1.5, 0)))
    bowler = Person(SKIN, DARK, teal, cream, DARK, cut="tunic", legs="shalwar", pose=Pose(left_arm=((-15, 72), (-22, 62)), right_arm=((10, 96), (13, 114)), left_leg=((-11, 30), (-20, 8)), right_leg=((7, 28), (13, 2)), lean=3))
    keeper = Person(SKIN, DARK, Cloth(mix(sun=0.85)), white, DARK, cover="hat", covering=white, cut="shirt", back=True, legs="flares", pose=Pose(left_arm=((-15, 62), (-10, 50)), right_arm=((15, 62), (10, 50)), left_leg=((-11, 28), (-10, 1)), right_leg=((11, 28), (10, 1))))
    field = Person(SKIN, DARK, red, white, DARK, cut="shirt", legs="flares", pose=HIPS)
    boy = Person(SKIN, DARK, Cloth(mix(sun=0.9), hoops, mix(red=0.8), 12), Cloth(mix(night=0.8)), DARK, head=1.35, pose=replace(WAVE, left_arm=((-16, 84), (-19, 104))))
    cast = ((field, Place(250, 480, 1.35)), (bowler, Place(556, 444, 1.55, flip=True)), (boy, Place(1010, 480, 1.2)), (replace(field, top=Cloth(mix(pink=0.7)), pose=POCKETS, cover="cap", covering=white), Place(1092, 470, 1.5)),
            (batsman, Place(838, 694, 2.85, flip=True)), (keeper, Place(1034, 770, 2.9)), (replace(boy, pose=WALK, top=teal), Place(170, 680, 2.0)))
    for who, place in cast:
        shadow(page, who, place, (place.x + 104 * place.size, place.y + 42 * place.size), mix(night=0.44, sky=0.2))
    for who, place in cast:
        if who is keeper:
            _stumps(page, 930, 722, 1.5)
        person(page, who, place)
    page.paint(mix(sun=0.74, red=0.24), poly((778, 494), (796, 484), (736, 372), (716, 384)), line((786, 484), (800, 512), 9))
    _stumps(page, 520, 414, 0.62)
    page.paint(mix(red=0.98), oval(612, 520, 10))
    for i in range(5):
        page.paint(mix(red=0.4), oval(602 - i * 14, 502 - i * 22 + i * i, 4 - i * 0.6))


def cricket(page: Page) -> None:
    _lawn(page)
    _match(page)
    page.over(mix(sun=0.2, pink=0.06), tone=around(1200, 100, 1000, 800))


def _yard(page: Page) -> None:
    page.wash(mix(sky=0.46, sun=0.1), mix(sun=0.36, pink=0.2), page.sheet, tone=down(0, 400))
    page.paint(mix(sun=0.26, pink=0.14, sky=0.14), rect(-10, 40, 1220, 360))
    for row in range(3):
        y = 62 + row * 116
        for i in range(10):
            x = 14 + i * 122
            page.paint(mix(night=0.72, sky=0.4) if (i * 5 + row * 3) % 7 else mix(sun=0.62, pink=0.1), rect(x, y, 76, 66))
            page.paint(mix(sun=0.06), rect(x + 36, y, 5, 66))
            page.paint(mix(sun=0.3, pink=0.1), blob((x + 3, y + 2), (x + 26, y + 2), (x + 14, y + 40), (x + 4, y + 64)))
        page.over(mix(night=0.14, sky=0.16), rect(-10, y + 88, 1220, 6))
    for i in range(6):
        page.over(mix(night=0.16, sky=0.16), rect(108 + i * 244, 40, 5, 360))
    page.wash(mix(sky=0.46, pink=0.36, night=0.14), mix(sky=0.42, pink=0.42, night=0.32), rect(-10, 398, 1220, 420), tone=down(398, 800))
    page.paint(mix(leaf=0.85, sun=0.3), rect(-10, 388, 1220, 26))
    for i in range(5):
        page.fade(0.6, poly((40 + i * 290, 420), (52 + i * 290, 420), (-20 + i * 310, 600), (-40 + i * 310, 600)))
    page.over(mix(night=0.34), poly((-20, 398), (520, 398), (160, 820), (-20, 820)))


def _car(page: Page) -> None:
    orange, dark, chrome = mix(red=0.62, sun=0.9), mix(night=0.98), mix(sky=0.3, night=0.08)
    page.over(mix(night=0.62), blob((210, 664), (600, 650), (1010, 656), (1050, 676), (900, 700), (330, 704), (190, 690)))
    body = blob((214, 650), (206, 590), (214, 548), (250, 530), (420, 520), (470, 514), (540, 420), (580, 404), (790, 404), (830, 420), (884, 512), (990, 526), (1020, 550), (1022, 640), (1004, 656), (600, 660), steps=5)
    page.paint(orange, body)
    with page.inside(body):
        page.over(mix(red=0.3, night=0.16), rect(180, 604, 880, 80))
        page.paint(chrome, rect(200, 588, 830, 6))
        page.fade(0.4, rect(200, 534, 830, 9))
    page.paint(mix(night=0.72, sky=0.6), poly((506, 514), (560, 432), (662, 428), (662, 514)), poly((682, 514), (682, 428), (790, 428), (846, 512)))
    page.paint(mix(sky=0.5), poly((560, 514), (604, 430), (640, 430), (596, 514)), poly((726, 514), (752, 428), (776, 428), (756, 514)))
    page.over(mix(night=0.5), line((672, 420), (670, 650), 2.6), line((494, 518), (500, 650), 2.6), line((860, 516), (846, 600), 2.6))
    page.paint(chrome, rect(634, 544, 30, 6), rect(820, 544, 30, 6))
    hood = poly((482, 512), (440, 524), (262, 380), (276, 352), (300, 350))
    page.paint(mix(red=0.75, sun=0.8, night=0.24), hood)
    page.over(mix(night=0.4), poly((440, 524), (262, 380), (268, 366), (456, 520)))
    page.paint(dark, line((300, 528), (330, 430), 4))
    page.paint(dark, poly((246, 536), (460, 520), (460, 532), (246, 548)))
    for x in (342, 884):
        page.paint(dark, oval(x, 640, 70), rect(x - 70, 640, 140, 24))
        page.paint(mix(night=0.9, sky=0.2), oval(x, 652, 56))
        page.paint(chrome, oval(x, 652, 32))
        page.paint(mix(night=0.6), oval(x, 652, 26))
        page.paint(chrome, oval(x, 652, 12))
    page.paint(mix(sun=0.3), oval(222, 572, 13, 20))
    page.paint(chrome, rounded(184, 612, 70, 16, 8), rounded(980, 606, 66, 16, 8))
    page.paint(mix(red=0.96), rect(1004, 556, 16, 34))


def _men(page: Page) -> None:
    knit, flare = Cloth(mix(sky=0.7, night=0.3), zigzag, PAPER, 22), plain(mix(night=0.84))
    men = (
        Person(SKIN, DARK, knit, plain(mix(sun=0.6, red=0.36, night=0.2)), DARK, legs="flares", pose=Pose(left_arm=((-13, 64), (-8, 53)), right_arm=((16, 66), (26, 58)), lean=5, nod=(3, -2))),
        Person(SKIN, DARK, Cloth(PAPER), flare, DARK, cover="cap", covering=plain(mix(night=0.6, sun=0.5)), legs="flares", pose=HIPS),
        Person(SKIN, DARK, Cloth(mix(pink=0.5, sun=0.2), checks, mix(red=0.8), 15), plain(mix(sky=0.8, night=0.5)), DARK, legs="flares", pose=POCKETS),
        Person(SKIN, DARK, Cloth(mix(leaf=0.9, night=0.26)), plain(mix(night=0.9, red=0.3)), DARK, cut="jacket", legs="flares", cover="short", pose=replace(REACH, right_arm=((12, 72), (20, 80)))),
    )
    behind = ((men[1], Place(590, 640, 3.1)), (men[3], Place(930, 650, 3.2, flip=True)))
    front = ((men[0], Place(150, 740, 3.7)), (men[2], Place(1088, 756, 3.6)))
    for who, place in behind:
        with page.inside(rect(300, 100, 800, 306), poly((540, 406), (840, 406), (880, 514), (1100, 514), (1100, 380), (300, 380))):
            person(page, who, place)
    _car(page)
    boy = Person(SKIN, DARK, Cloth(mix(sun=0.9), hoops, mix(red=0.9), 13), plain(mix(night=0.8)), DARK, head=1.4, cover="short", cut="shirt", back=True, pose=replace(STAND, right_arm=((14, 80), (17, 92))))
    for who, place in (*front, (boy, Place(560, 752, 2.2))):
        shadow(page, who, place, (place.x + 70 * place.size * 0.8, place.y + 30 * place.size), mix(night=0.5))
        person(page, who, place)
    page.paint(PAPER, oval(322, 524, 12, 7))
    page.paint(mix(sky=0.7, night=0.5), rounded(640, 742, 96, 36, 6), rect(664, 732, 48, 6))
    page.paint(mix(red=0.9), rect(640, 756, 96, 5))


def orange_car(page: Page) -> None:
    _yard(page)
    _men(page)
    page.over(mix(sun=0.18, pink=0.1), tone=around(1180, 120, 1100, 820))


DRAWINGS: Final[tuple[Drawing, ...]] = (
    drawing("betonblok", "Betonblok med farvede altaner, vasketøj og tæpper. En kvinde banker tæppe, børn vinker, en mand læser avis.",
            balconies, size=SQUARE, mount="border", inks="sun pink red sky night"),
    drawing("foerste-sne", "Et barn i rød frakke og hue griber efter den første sne foran opgangen, hvor lyset er tændt.",
            first_snow, size=PORTRAIT, mount="slide", inks="sun pink red sky night"),
    drawing("cricket", "Mænd og drenge spiller cricket på plænen mellem boligblokkene i lavt sollys.",
            cricket, size=LANDSCAPE, mount="film", inks="sun pink red leaf sky night"),
    drawing("bil-gaarden", "Fire mænd og en dreng om en orange bil med åben motorhjelm på parkeringspladsen foran blokken.",
            orange_car, size=LANDSCAPE, mount="border", inks="sun pink red leaf sky night"),
)
