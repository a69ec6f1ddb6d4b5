"""Together and alone: wedding, classroom, grocer, telephone."""

import math
from dataclasses import replace
from typing import Final

from config.demo.drawing.figures import HIPS, POCKETS, REACH, STAND, Person, Pose, person, shadow
from config.demo.drawing.inks import PAPER, Swatch, mix
from config.demo.drawing.patterns import (
    Cloth, checks, dots, flowers, hoops, plain, stripes, wear, zigzag,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import LANDSCAPE, PORTRAIT, Drawing, drawing
from config.demo.drawing.shapes import (
    Place, Shape, across, around, blob, curve, down, limb, line, oval, poly, rect, rounded,
    spread, stroke,
)

SKIN: Final = mix(sun=0.5, pink=0.54)
DARK: Final = mix(night=0.98, red=0.45)


def _ballroom(page: Page) -> None:
    page.wash(mix(teal=0.95, night=0.5), mix(teal=0.72, red=0.16, night=0.1), page.sheet, tone=down(-10, 520))
    for x in range(20, 1220, 118):
        page.over(mix(night=0.3), rect(x, -10, 5, 540))
    page.paint(mix(red=0.7, night=0.36), rect(420, 150, 380, 330))
    for i in range(13):
        page.over(mix(night=0.34), rect(424 + i * 30, 150, 12, 330))
    page.paint(mix(sun=0.6, red=0.3), rect(410, 138, 400, 18), rect(410, 474, 400, 12))
    page.wash(mix(sun=0.7, red=0.34, night=0.16), mix(sun=0.56, red=0.44, night=0.5), rect(-10, 520, 1220, 300), tone=down(520, 810))
    for i in range(-9, 10):
        page.over(mix(night=0.14, red=0.1), line((600 + i * 60, 520), (600 + i * 150, 820), 3))
    page.paint(mix(night=0.8, teal=0.5), rect(-10, 506, 1220, 16))
    for x, y, who in ((500, 470, 0), (566, 474, 1), (664, 470, 2), (724, 474, 3)):
        dark = plain(mix(night=0.9, red=0.5))
        player = Person(mix(sun=0.5, pink=0.5, night=0.2), DARK, (dark, Cloth(PAPER))[who % 2], dark, DARK, pose=Pose(left_arm=((-12, 66), (4, 62)), right_arm=((13, 66), (8, 58))))
        person(page, player, Place(x, y, 1.55))
        page.paint(mix(sun=0.8, red=0.5), oval(x + 5, y - 92, 15 if who % 2 else 10, 20))
        page.paint(mix(sun=0.6, red=0.7, night=0.3), line((x + 5, y - 92), (x + 44, y - 130), 5))


def _garlands(page: Page) -> None:
    for n, (a, b, sag) in enumerate((((-20, 40), (420, 60), 120), ((420, 60), (800, 60), 70), ((800, 60), (1220, 30), 130), ((-20, 150), (600, 16), 110), ((600, 16), (1220, 150), 110))):
        pts = [(a[0] + (b[0] - a[0]) * t / 16, a[1] + (b[1] - a[1]) * t / 16 + sag * math.sin(math.pi * t / 16)) for t in range(17)]
        page.paint(mix(night=0.95), stroke(pts, 1.8))
        for i, (x, y) in enumerate(pts[1:-1]):
            if n < 3:
                flag = (mix(red=0.9), mix(sun=0.85), PAPER, mix(pink=0.7))[(i + n) % 4]
                page.paint(flag, poly((x - 12, y), (x + 12, y), (x, y + 30)))
            else:
                page.fade(0.75, oval(x, y + 9, 48), tone=around(x, y + 9, 48, power=1.5), inks=("teal", "night", "red"))
                page.over(mix(sun=0.6), oval(x, y + 9, 48), tone=around(x, y + 9, 48, power=1.3))
                page.paint(mix(sun=0.25), oval(x, y + 9, 8, 10))


def _bride(page: Page, place: Place) -> None:
    gown = place(blob((-8, 84), (8, 84), (8.6, 74), (6, 60), (16, 30), (24, 3), (0, -1), (-26, 3), (-17, 30), (-6, 60), (-8.6, 74), steps=6))
    page.paint(mix(sun=0.04), place(blob((-6, 98), (6, 98), (15, 70), (26, 20), (32, 2), (0, 8), (-34, 2), (-27, 20), (-14, 70))))
    page.over(mix(pink=0.16, teal=0.1), place(blob((-6, 98), (6, 98), (15, 70), (26, 20), (32, 2), (0, 8), (-34, 2), (-27, 20), (-14, 70))))
    for side in (-1, 1):
        page.paint(SKIN, place(oval(21 * side, 59, 2.4, 2.6)))
        page.paint(PAPER, place(limb((7 * side, 80), (15 * side, 71), (21 * side, 60), widths=(7, 6, 4))))
    page.paint(PAPER, gown)
    for x in (-12, -4, 5, 13):
        page.over(mix(teal=0.2, pink=0.1), place(limb((x * 0.3, 54), (x, 26), (x * 1.7, 3), widths=(0.6, 2, 3.6))))
    page.paint(mix(red=0.95), place(poly((-6.4, 61), (6.4, 61), (6.6, 56), (-6.6, 56))), place(limb((4, 57), (7, 44), (6, 32), widths=(2.6, 2.4, 3))))
    page.paint(SKIN, place(limb((0, 82), (0.4, 90), widths=(4.6, 4.2))), place(oval(0.4, 93, 5, 6.3)))
    page.paint(DARK, place(blob((-5.4, 92), (-5, 98), (0, 100.4), (5.4, 98), (5.8, 92), (3, 96), (-2, 96))))
    page.paint(PAPER, place(blob((-6, 98), (0, 103.4), (6.4, 98), (3, 100), (-3, 100))), *[place(oval(x, 100.4, 1.4)) for x in (-4, -1.4, 1.4, 4)])


def wedding(page: Page) -> None:
    _ballroom(page)
    _garlands(page)
    black, flare = plain(mix(night=0.94, red=0.3)), plain(mix(night=0.86))
    kick = replace(STAND, left_arm=((-15, 71), (-21, 60)), right_arm=((15, 71), (21, 60)), right_leg=((9, 32), (14, 13)))
    step = replace(kick, right_leg=((6, 27), (9, 2)), left_leg=((-6, 27), (-9, 1)))
    tops = (Cloth(mix(pink=0.75), flowers, mix(red=0.95), 18), Cloth(mix(night=0.9)), Cloth(mix(sun=0.85), dots, mix(red=0.9), 13), Cloth(mix(red=0.86), flowers, mix(sun=0.6), 17), Cloth(mix(teal=0.8, night=0.3), zigzag, mix(sun=0.5), 14), Cloth(mix(sun=0.5, red=0.44)))
    line_up = ((0, "dress", "scarf", "skirt"), (1, "jacket", "short", "flares"), (2, "dress", "long", "skirt"), (5, "jacket", "short", "flares"), None, (1, "jacket", "short", "flares"), (3, "dress", "bun", "skirt"), (4, "dress", "scarf", "skirt"))
    for i, entry in enumerate(line_up):
        x, y = 84 + i * 116, 690 + 34 * math.sin(i * 0.55)
        page.over(mix(night=0.4, red=0.1), oval(x + 10, y + 4, 70, 11))
        page.over(mix(night=0.26), poly((x - 20, y + 4), (x + 24, y + 4), (x + 36, 830), (x - 28, 830)), tone=down(850, y))
        place = Place(x, y, 2.95)
        if entry is None:
            _bride(page, place)
            continue
        top, cut, cover, legs = entry
        who = Person(SKIN, DARK, tops[top], flare if legs == "flares" else tops[top], DARK, cover=cover, covering=Cloth(PAPER, dots, mix(red=0.9), 11), cut=cut, legs=legs, pose=kick if i % 3 == 1 else step)
        person(page, who, place)
    leader = Person(SKIN, DARK, Cloth(PAPER), black, DARK, cover="short", cut="shirt", legs="flares", pose=replace(kick, right_arm=((15, 84), (19, 102)), right_leg=((10, 36), (16, 18)), lean=2))
    place = Place(1012, 702, 3.1)
    page.over(mix(night=0.4, red=0.1), oval(1022, 706, 80, 12))
    person(page, leader, place)
    wear(page, black, place(blob((-8, 80), (-3, 84), (-1, 70), (-2, 52), (-7.6, 52))), place(blob((10, 80), (6, 84), (3, 70), (3, 52), (7.6, 52))))
    page.paint(mix(red=0.96), place(blob((18, 100), (22, 116), (36, 128), (33, 116), (46, 112), (34, 106), (36, 96), (26, 101))))
    page.fade(0.26, tone=around(600, 520, 700, 380), inks=("night", "teal"))


def _blackboard(page: Page) -> None:
    page.wash(mix(sun=0.3, pink=0.1), mix(sun=0.46, pink=0.2, sky=0.1), page.sheet, tone=down(0, 600))
    page.paint(mix(sun=0.7, red=0.4, night=0.1), rect(300, 166, 640, 284))
    page.wash(mix(moss=0.86, night=0.7), mix(moss=0.9, night=0.54), rect(314, 180, 612, 256), tone=down(180, 436))
    for x, y in spread(page.rng, 26, (330, 200, 900, 420)):
        page.fade(0.14, oval(x, y, 60, 12, -8))
    chalk = mix(sun=0.08)
    page.text(chalk, (392, 240), "sol", 50, font="source-serif-4-400-italic", anchor="lm")
    page.text(chalk, (392, 306), "so", 50, font="source-serif-4-400-italic", anchor="lm")
    page.text(chalk, (392, 374), "is", 50, font="source-serif-4-400-italic", anchor="lm")
    page.paint(mix(sun=0.5), stroke([*oval(560, 244, 24), (584, 244)], 4), *[line((560 + 32 * math.cos(a / 4), 244 + 32 * math.sin(a / 4)), (560 + 44 * math.cos(a / 4), 244 + 44 * math.sin(a / 4)), 4) for a in range(0, 26, 3)])
    page.paint(chalk, stroke(curve((520, 316), (540, 300), (590, 300), (604, 316), (590, 332), (540, 332), (520, 316)), 4), line((604, 316), (622, 300), 4), line((622, 300), (622, 332), 4))
    page.paint(mix(pink=0.6), poly((548, 364), (580, 364), (564, 404)), oval(564, 358, 18, 14))
    page.text(chalk, (680, 250), "Jeg hedder", 36, font="source-serif-4-400-italic", anchor="lm")
    page.text(chalk, (680, 306), "Jeg bor i", 36, font="source-serif-4-400-italic", anchor="lm")
    page.paint(chalk, rect(680, 274, 200, 2.4), rect(680, 330, 200, 2.4))
    page.paint(mix(sun=0.6, red=0.3), rect(300, 446, 640, 15))
    for x in (500, 540, 566):
        page.paint(PAPER, rect(x, 438, 20, 7))
    for i, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"):
        x = 40 + i * 40
        page.paint((mix(red=0.78), mix(sun=0.84), mix(sky=0.9, night=0.2), mix(pink=0.75))[i % 4], rect(x - 18, 80, 36, 50))
        page.text(PAPER, (x, 105), letter, 30)


def _window_light(page: Page) -> None:
    for x in (40, 150):
        page.paint(PAPER, rect(x - 8, 180, 106, 250))
        page.wash(mix(sky=0.5), mix(sun=0.3, pink=0.2), rect(x, 188, 90, 234), tone=down(188, 422))
        page.paint(mix(pink=0.3, sky=0.3), rect(x, 330, 60, 92))
        for i in range(5):
            page.paint(mix(night=0.5, sky=0.3), rect(x + 8, 338 + i * 17, 9, 9), rect(x + 26, 338 + i * 17, 9, 9), rect(x + 44, 338 + i * 17, 9, 9))
        page.paint(PAPER, rect(x + 42, 180, 7, 250), rect(x - 8, 290, 106, 6))
    page.paint(mix(sun=0.6, red=0.2), rect(20, 428, 240, 14))
    page.paint(mix(red=0.8, sun=0.3), poly((90, 396), (130, 396), (124, 430), (96, 430)))
    for x, y in ((92, 380), (112, 364), (132, 380), (104, 350), (124, 346)):
        page.paint(mix(moss=0.9), oval(x, y, 15, 11))
    page.paint(PAPER, rect(990, 180, 170, 240))
    page.paint(mix(sky=0.6), rect(998, 188, 154, 224))
    page.paint(mix(moss=0.5, sun=0.4), blob((1030, 300), (1060, 220), (1090, 200), (1096, 260), (1080, 340), (1050, 390), (1024, 380)), blob((1104, 300), (1136, 290), (1144, 330), (1120, 350)), blob((1070, 372), (1090, 356), (1104, 378), (1086, 392)))
    page.paint(mix(red=0.95), oval(1132, 320, 6))
    page.wash(mix(sun=0.6, pink=0.3, red=0.1), mix(sun=0.66, pink=0.4, red=0.2, night=0.16), rect(-10, 500, 1220, 320), tone=down(500, 800))
    page.over(mix(night=0.2, red=0.1), rect(-10, 492, 1220, 12))
    page.fade(0.45, poly((40, 520), (240, 520), (560, 820), (240, 820)), inks=("red", "pink", "night"))


def _pupils(page: Page) -> None:
    teacher = Person(mix(sun=0.3, pink=0.42), mix(sun=0.85, red=0.36), Cloth(mix(moss=0.7), checks, mix(night=0.5), 18), Cloth(mix(red=0.7, night=0.3)), DARK, cover="bob", cut="shirt", legs="skirt", pose=Pose(left_arm=((-13, 66), (-9, 52)), right_arm=((14, 76), (24, 86)), nod=(1, 0)))
    person(page, teacher, Place(268, 580, 3.7))
    page.paint(mix(sun=0.6, red=0.5, night=0.3), line((354, 264), (404, 246), 4))
    wood = mix(sun=0.78, red=0.34)
    tops = (Cloth(mix(red=0.86)), Cloth(mix(sky=0.9, night=0.24), hoops, PAPER, 15), Cloth(mix(sun=0.85), dots, mix(red=0.9), 15), Cloth(mix(pink=0.7), flowers, mix(red=0.9), 20), Cloth(mix(moss=0.86), zigzag, mix(sun=0.5), 18), Cloth(mix(night=0.8), checks, mix(red=0.5), 20), Cloth(PAPER, stripes, mix(sky=0.9), 11))
    covers = ("short", "braid", "bob", "scarf", "long", "short", "wool", "short", "braid", "bob", "short")
    hairs = (DARK, DARK, mix(sun=0.8, red=0.3), DARK, mix(night=0.7, red=0.7, sun=0.5), DARK, DARK, mix(sun=0.6, red=0.5, night=0.3))
    n = 0
    for row, (y, k, count, gap) in enumerate(((592, 1.55, 5, 176), (676, 2.1, 4, 248), (800, 2.9, 4, 306))):
        for i in range(count):
            x = 700 + (i - (count - 1) / 2) * gap + (60 if row == 1 else -40 if row == 2 else 60)
            place = Place(x, y + 40 * k, k)
            page.over(mix(night=0.3), place(poly((-34, 56), (34, 56), (44, 46), (-30, 46))))
            page.paint(wood, place(poly((-36, 66), (36, 66), (40, 58), (-40, 58))))
            page.over(mix(night=0.3, red=0.2), place(poly((-40, 58), (40, 58), (40, 55), (-40, 55))))
            page.paint(PAPER, place(poly((10, 65), (26, 65), (28, 60), (11, 60))))
            up = n in {2, 7, 8}
            pose = replace(STAND, left_arm=((-13, 68), (-14, 60)), right_arm=((13, 88), (14, 112)) if up else ((13, 68), (14, 60)))
            who = Person(SKIN, hairs[n % 8], tops[n % 7], plain(mix(night=0.86)), DARK, cover=covers[n % 11], covering=Cloth(PAPER, dots, mix(red=0.9), 10), cut="shirt", head=1.5, back=True, pose=pose)
            with page.inside(place(rect(-60, 30, 120, 130))):
                person(page, who, place)
            page.paint(mix(sun=0.7, red=0.44, night=0.1), place(rounded(-17, 36, 34, 17, 3)))
            page.over(mix(night=0.26), place(rect(-17, 36, 34, 3)))
            page.paint(mix(night=0.8), place(line((-14, 38), (-15, -6), 2)), place(line((14, 38), (15, -6), 2)))
            n += 1


def classroom(page: Page) -> None:
    _blackboard(page)
    _window_light(page)
    _pupils(page)
    page.fade(0.24, poly((20, 190), (240, 190), (760, 820), (320, 820)), inks=("red", "night", "moss"))


def _shop(page: Page) -> None:
    page.paint(mix(sun=0.26, pink=0.2), page.sheet)
    for row in range(15):
        for col in range(14):
            if page.rng.random() < 0.7:
                page.over(mix(pink=0.16, red=0.05), rect(col * 92 - 40 + 46 * (row % 2), row * 30 - 4, 88, 26))
    page.paint(mix(night=0.5, moss=0.9), rect(120, 40, 960, 112))
    page.paint(mix(sun=0.7), rect(132, 52, 936, 5), rect(132, 135, 936, 5))
    page.text(mix(sun=0.5), (600, 92), "ISHØJ  BASAR", 74, font="source-serif-4-600")
    page.paint(mix(night=0.86, moss=0.4), rect(120, 152, 960, 500))
    page.wash(mix(sun=0.7, pink=0.1), mix(sun=0.84, red=0.2), rect(150, 200, 370, 360), rect(690, 200, 370, 360), tone=down(200, 560))
    page.wash(mix(sun=0.5), mix(sun=0.8, red=0.3), rect(548, 200, 116, 452), tone=down(200, 640))
    for left in (150, 690):
        for row in range(3):
            y = 330 + row * 78
            page.paint(mix(red=0.5, sun=0.6, night=0.3), rect(left, y, 370, 8))
            for i in range(15):
                h = (34, 44, 28)[(i + row) % 3]
                page.paint((mix(red=0.85), mix(moss=0.85), PAPER, mix(sun=0.5, red=0.6), mix(night=0.7))[(i * 3 + row) % 5], rect(left + 8 + i * 24, y - h, 18, h))
                page.paint(mix(sun=0.2), rect(left + 8 + i * 24, y - h * 0.6, 18, h * 0.26))
        page.fade(0.3, poly((left + 40, 560), (left + 180, 200), (left + 250, 200), (left + 110, 560)))
    for x in (600, 606):
        page.paint(mix(night=0.9), rect(x, 200, 2, 60))


def _awning(page: Page) -> None:
    for i in range(16):
        x = 96 + i * 63
        swatch = mix(red=0.9) if i % 2 == 0 else PAPER
        page.paint(swatch, poly((140 + i * 57.5, 152), (140 + (i + 1) * 57.5, 152), (x + 63, 268), (x, 268)), oval(x + 31.5, 268, 31.5, 22))
    page.over(mix(night=0.26), poly((96, 252), (1104, 252), (1104, 292), (96, 292)), tone=down(236, 296))
    page.over(mix(night=0.34), rect(120, 290, 960, 70), tone=down(370, 290))


def _fruit(page: Page) -> None:
    page.wash(mix(sun=0.3, pink=0.3, night=0.16), mix(sun=0.4, pink=0.4, night=0.3), rect(-10, 650, 1220, 170), tone=down(650, 800))
    for i in range(14):
        page.over(mix(night=0.16), line((i * 100 - 40, 650), (i * 118 - 120, 820), 3))
    page.over(mix(night=0.45), rect(60, 716, 500, 24), rect(660, 716, 480, 24))
    kinds = ((mix(sun=0.9, red=0.34), 14.5), (mix(red=0.94), 13), (mix(moss=0.8, sun=0.6), 19), (mix(night=0.86, red=0.6), 15), (mix(sun=0.95), 13.5), (mix(moss=0.95, sun=0.3), 13), (mix(red=0.86, sun=0.7), 14), (mix(pink=0.6, sun=0.4), 16))
    n = 0
    for tier, y in enumerate((556, 650)):
        for x in (64, 226, 388, 676, 836, 996):
            if tier == 0 and x == 996:
                continue
            swatch, r = kinds[(n * 5) % 8]
            n += 1
            dy = y + tier * 14
            for level in range(3, -1, -1):
                for i in range(int(150 / (r * 2)) - level):
                    cx, cy = x + 4 + r + i * r * 2 + level * r, dy + 8 - level * r * 1.36
                    page.paint(swatch, oval(cx, cy, r * 1.02, r * (1.0 if r != 15 else 1.25)))
                    page.over(mix(night=0.18, red=0.1), oval(cx + r * 0.24, cy + r * 0.3, r * 0.66))
                    page.fade(0.55, oval(cx - r * 0.34, cy - r * 0.4, r * 0.2))
            page.paint(mix(sun=0.7, red=0.3, night=0.1), rect(x - 4, dy + 6, 158, 62))
            for slat in range(3):
                page.over(mix(night=0.26, red=0.2), rect(x - 4, dy + 23 + slat * 19, 158, 4))
            page.over(mix(night=0.2), rect(x - 4, dy + 6, 9, 62), rect(x + 145, dy + 6, 9, 62))
            page.paint(PAPER, rect(x + 52, dy - 4, 46, 30))
            page.text(mix(red=0.9), (x + 75, dy + 11), ("3,50", "6,-", "2,75", "8,-", "4,25")[n % 5], 18)


def grocer(page: Page) -> None:
    _shop(page)
    _awning(page)
    skin = SKIN
    owner = Person(skin, DARK, Cloth(PAPER, stripes, mix(sky=0.7), 9), plain(mix(night=0.9)), DARK, cover="cap", covering=plain(mix(night=0.7, moss=0.7)), cut="shirt", pose=replace(REACH, left_arm=((-13, 68), (-6, 56)), right_arm=((13, 72), (23, 72))))
    place = Place(598, 700, 3.6)
    page.over(mix(night=0.4), oval(606, 704, 84, 13))
    person(page, owner, place)
    wear(page, plain(mix(moss=0.9, night=0.24)), place(poly((-5, 76), (6.6, 76), (8.4, 58), (9, 32), (-8, 32), (-7.2, 58))))
    page.paint(mix(sun=0.9, red=0.34), place(oval(24, 74, 3.4)))
    _fruit(page)
    woman = Person(skin, DARK, plain(mix(red=0.6, night=0.5, pink=0.3)), Cloth(mix(pink=0.6), flowers, mix(red=0.9), 20), DARK, cover="scarf", covering=Cloth(mix(sun=0.8), flowers, mix(red=0.9), 17), cut="coat", legs="skirt", pose=Pose(left_arm=((-13, 70), (-22, 70)), right_arm=((11, 65), (12, 48))))
    girl = Person(skin, DARK, Cloth(mix(sky=0.9, night=0.16)), plain(mix(night=0.7)), mix(red=0.9), cover="braid", cut="dress", legs="bare", head=1.45, pose=Pose(left_arm=((-12, 72), (-18, 86)), right_arm=((11, 68), (10, 54))))
    for who, where in ((woman, Place(1066, 778, 3.9)), (girl, Place(940, 788, 2.35, flip=True))):
        page.over(mix(night=0.4), oval(where.x + 14, where.y + 2, 24 * where.size, 4 * where.size))
        person(page, who, where)
    page.paint(mix(night=0.8), limb((1106, 598), (1112, 560), (1130, 598), widths=(3,)))
    wear(page, Cloth(mix(sun=0.86), checks, mix(red=0.7), 17), blob((1076, 600), (1154, 600), (1160, 690), (1072, 690), steps=4))
    page.paint(mix(moss=0.9, sun=0.5), limb((1090, 602), (1082, 570), (1070, 552), widths=(9, 8, 4)), limb((1104, 602), (1100, 566), (1108, 546), widths=(9, 8, 4)))


def _night_block(page: Page) -> None:
    page.wash(mix(night=0.9, teal=0.3), mix(night=0.3, teal=0.62, pink=0.3), page.sheet, tone=down(-10, 900))
    for x, y in spread(page.rng, 46, (0, 0, 800, 260)):
        page.paint(mix(sun=0.2), oval(x, y, page.rng.choice((1, 1.4, 2))))
    for x, y, w in ((-20, 250, 330), (540, 330, 300)):
        page.wash(mix(night=0.82, teal=0.7, red=0.1), mix(night=0.7, teal=0.66, red=0.14), rect(x, y, w, 660), tone=down(y, 900))
        page.over(mix(night=0.3), rect(x, y, w, 7), rect(x + w - 12, y, 12, 660))
        for row in range(9):
            for i in range(w // 52):
                lit = page.rng.random() < 0.22
                page.paint(mix(sun=0.85, pink=0.3) if lit else mix(night=0.96, teal=0.5), rect(x + 22 + i * 52, y + 26 + row * 62, 32, 34))
                page.over(mix(night=0.4), rect(x + 37 + i * 52, y + 26 + row * 62, 2.4, 34))
    page.wash(mix(night=0.84, teal=0.6), mix(night=1, teal=0.4), rect(-10, 906, 820, 310), tone=down(906, 1210))
    dark = mix(night=1, red=0.3)
    for a, b, c, w in (((690, 920), (684, 700), (700, 480), 22), ((694, 640), (640, 540), (610, 420), 10), ((694, 580), (740, 480), (770, 380), 11), ((698, 500), (680, 420), (690, 330), 9), ((630, 500), (590, 470), (566, 410), 5), ((752, 450), (790, 430), (820, 370), 5), ((640, 540), (650, 470), (640, 400), 4)):
        page.paint(dark, limb(a, b, c, widths=(w, w * 0.66, w * 0.25)))


def _box(page: Page) -> None:
    page.over(mix(sun=0.5), poly((196, 1040), (548, 1040), (760, 1220), (-20, 1220)), tone=around(372, 1040, 420, 230, 0.8))
    page.fade(0.75, poly((196, 1040), (548, 1040), (760, 1220), (-20, 1220)), tone=around(372, 1040, 420, 230, 0.8), inks=("night", "teal"))
    page.fade(0.6, tone=around(372, 760, 430, 520, 1.5), inks=("night", "teal"))
    page.over(mix(sun=0.34), tone=around(372, 760, 420, 520, 1.7))
    frame, shade = mix(red=0.92, night=0.12), mix(red=0.9, night=0.6)
    page.paint(shade, poly((548, 420), (592, 440), (592, 1010), (548, 1044)))
    page.paint(frame, rect(190, 420, 364, 626))
    page.paint(frame, poly((168, 372), (576, 372), (566, 430), (178, 430)))
    page.paint(shade, rect(178, 424, 388, 9))
    page.paint(PAPER, rounded(250, 380, 244, 38, 5))
    page.text(mix(red=0.95), (372, 398), "TELEFON", 30)
    page.wash(mix(sun=0.26), mix(sun=0.72, pink=0.16), rect(216, 448, 312, 570), tone=down(448, 1020))
    page.paint(mix(red=0.5, sun=0.66), rect(216, 884, 312, 134))
    page.paint(mix(sun=0.06), rounded(280, 450, 184, 14, 6))


def _caller(page: Page) -> None:
    page.paint(mix(night=0.9, teal=0.5), rounded(414, 590, 92, 150, 8))
    page.paint(mix(sun=0.2), oval(460, 646, 30))
    for i in range(10):
        a = math.radians(40 + i * 30)
        page.paint(mix(night=0.95), oval(460 + 21 * math.cos(a), 646 + 21 * math.sin(a), 4.6))
    page.paint(mix(night=0.5), oval(460, 646, 9), rect(432, 604, 56, 8))
    page.paint(mix(red=0.5, sun=0.7, night=0.3), rect(402, 752, 120, 12))
    for i, x in enumerate((414, 436, 458, 480, 502)):
        for level in range((5, 3, 6, 2, 4)[i]):
            page.paint(mix(sun=0.86, pink=0.3) if level % 2 else mix(sun=0.5, night=0.2), oval(x, 750 - level * 5, 9.5, 3.6))
    who = Person(mix(sun=0.55, pink=0.55), DARK, plain(mix(teal=0.88, night=0.3)), plain(mix(night=0.92, red=0.3)), DARK, cover="cap", covering=plain(mix(night=0.9, pink=0.4)), cut="coat", legs="flares",
                 pose=Pose(left_arm=((-15, 66), (-7, 53)), right_arm=((15, 74), (6.4, 91)), lean=1, nod=(0.6, -1.4)))
    place = Place(330, 1010, 4.1)
    person(page, who, place)
    page.paint(mix(night=1, red=0.2), place(limb((6.2, 98), (7.6, 92), (5.2, 86), widths=(3.4, 2, 3.4))))
    page.paint(mix(night=0.95), stroke(curve((354, 650), (384, 760), (420, 800), (448, 742), steps=10), 3))
    wear(page, Cloth(mix(red=0.9), stripes, PAPER, 13), place(limb((-6, 83), (1, 80.4), (7, 83), widths=(5, 5))), place(limb((-3, 81), (-5, 68), (-4, 58), widths=(4.4, 5))))


def _glass(page: Page) -> None:
    frame = mix(red=0.92, night=0.12)
    for x in (190, 528):
        page.paint(frame, rect(x, 430, 26, 616))
    page.paint(frame, rect(190, 880, 364, 12))
    page.over(mix(red=0.5), rect(216, 520, 312, 4), rect(400, 448, 4, 72))
    page.paint(frame, rect(190, 1016, 364, 30))
    page.fade(0.3, poly((230, 600), (330, 448), (364, 448), (226, 670)), poly((390, 880), (528, 660), (528, 720), (430, 880)))
    page.over(mix(night=0.5), poly((260, 1046), (400, 1046), (440, 1220), (190, 1220)), tone=down(1300, 1046))
    for x, y in spread(page.rng, 120, (0, 0, 800, 1200)):
        page.paint(PAPER, oval(x, y, page.rng.choice((1.4, 2, 2.8, 4))))


def telephone(page: Page) -> None:
    _night_block(page)
    _box(page)
    _caller(page)
    _glass(page)


DRAWINGS: Final[tuple[Drawing, ...]] = (
    drawing("bryllup", "Bryllup i festsalen: bruden i hvidt danser i kæde med gæsterne, den forreste svinger et rødt lommetørklæde.",
            wedding, size=LANDSCAPE, mount="none", inks="sun pink red teal night"),
    drawing("skoleklasse", "En skoleklasse set bagfra. Læreren peger på tavlen, hvor der står sol, so og is. Tre elever rækker hånden op.",
            classroom, size=LANDSCAPE, mount="border", inks="sun pink red moss sky night"),
    drawing("basar", "Købmand i grønt forklæde foran sin basar med kasser af frugt. En kvinde og en pige køber ind.",
            grocer, size=LANDSCAPE, mount="slide", inks="sun pink red moss sky night"),
    drawing("telefonboks", "En mand i kasket ringer hjem fra en oplyst telefonboks om natten. Mønterne står i stabler på hylden.",
            telephone, size=PORTRAIT, mount="border", inks="sun pink red teal night"),
)
