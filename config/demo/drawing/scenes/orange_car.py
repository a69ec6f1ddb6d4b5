"""Men around an orange car."""

from dataclasses import replace
from typing import Final

from config.demo.drawing.figures import (
    HIPS,
    POCKETS,
    REACH,
    STAND,
    Person,
    Pose,
    person,
    shadow,
)
from config.demo.drawing.inks import PAPER, mix
from config.demo.drawing.patterns import (
    Cloth,
    checks,
    hoops,
    plain,
    zigzag,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import LANDSCAPE, drawing
from config.demo.drawing.shapes import (
    Place,
    around,
    blob,
    down,
    line,
    oval,
    poly,
    rect,
    rounded,
)

SKIN: Final = mix(sun=0.48, pink=0.52)
DARK: Final = mix(night=0.97, red=0.5)


def _yard(page: Page) -> None:
    page.wash(
        mix(sky=0.46, sun=0.1), mix(sun=0.36, pink=0.2), page.sheet, tone=down(0, 400)
    )
    page.paint(mix(sun=0.26, pink=0.14, sky=0.14), rect(-10, 40, 1220, 360))
    for row in range(3):
        y = 62 + row * 116
        for i in range(10):
            x = 14 + i * 122
            page.paint(
                mix(night=0.72, sky=0.4)
                if (i * 5 + row * 3) % 7
                else mix(sun=0.62, pink=0.1),
                rect(x, y, 76, 66),
            )
            page.paint(mix(sun=0.06), rect(x + 36, y, 5, 66))
            page.paint(
                mix(sun=0.3, pink=0.1),
                blob(
                    (x + 3, y + 2), (x + 26, y + 2), (x + 14, y + 40), (x + 4, y + 64)
                ),
            )
        page.over(mix(night=0.14, sky=0.16), rect(-10, y + 88, 1220, 6))
    for i in range(6):
        page.over(mix(night=0.16, sky=0.16), rect(108 + i * 244, 40, 5, 360))
    page.wash(
        mix(sky=0.46, pink=0.36, night=0.14),
        mix(sky=0.42, pink=0.42, night=0.32),
        rect(-10, 398, 1220, 420),
        tone=down(398, 800),
    )
    page.paint(mix(leaf=0.85, sun=0.3), rect(-10, 388, 1220, 26))
    for i in range(5):
        page.fade(
            0.6,
            poly(
                (40 + i * 290, 420),
                (52 + i * 290, 420),
                (-20 + i * 310, 600),
                (-40 + i * 310, 600),
            ),
        )
    page.over(mix(night=0.34), poly("-20,398 520,398 160,820 -20,820"))


def _car(page: Page) -> None:
    orange, dark, chrome = (
        mix(red=0.62, sun=0.9),
        mix(night=0.98),
        mix(sky=0.3, night=0.08),
    )
    page.over(
        mix(night=0.62),
        blob(
            "210,664 600,650 1010,656 1050,676 900,700 330,704 190,690",
        ),
    )
    body = blob(
        "214,650 206,590 214,548 250,530 420,520 470,514 540,420",
        "580,404 790,404 830,420 884,512 990,526 1020,550 1022,640",
        "1004,656 600,660",
        steps=5,
    )
    page.paint(orange, body)
    with page.inside(body):
        page.over(mix(red=0.3, night=0.16), rect(180, 604, 880, 80))
        page.paint(chrome, rect(200, 588, 830, 6))
        page.fade(0.4, rect(200, 534, 830, 9))
    page.paint(
        mix(night=0.72, sky=0.6),
        poly("506,514 560,432 662,428 662,514"),
        poly("682,514 682,428 790,428 846,512"),
    )
    page.paint(
        mix(sky=0.5),
        poly("560,514 604,430 640,430 596,514"),
        poly("726,514 752,428 776,428 756,514"),
    )
    page.over(
        mix(night=0.5),
        line((672, 420), (670, 650), 2.6),
        line((494, 518), (500, 650), 2.6),
        line((860, 516), (846, 600), 2.6),
    )
    page.paint(chrome, rect(634, 544, 30, 6), rect(820, 544, 30, 6))
    hood = poly("482,512 440,524 262,380 276,352 300,350")
    page.paint(mix(red=0.75, sun=0.8, night=0.24), hood)
    page.over(mix(night=0.4), poly("440,524 262,380 268,366 456,520"))
    page.paint(dark, line((300, 528), (330, 430), 4))
    page.paint(dark, poly("246,536 460,520 460,532 246,548"))
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
    knit, flare = (
        Cloth(mix(sky=0.7, night=0.3), zigzag, PAPER, 22),
        plain(mix(night=0.84)),
    )
    men = (
        Person(
            SKIN,
            DARK,
            knit,
            plain(mix(sun=0.6, red=0.36, night=0.2)),
            DARK,
            legs="flares",
            pose=Pose(
                left_arm=((-13, 64), (-8, 53)),
                right_arm=((16, 66), (26, 58)),
                lean=5,
                nod=(3, -2),
            ),
        ),
        Person(
            SKIN,
            DARK,
            Cloth(PAPER),
            flare,
            DARK,
            cover="cap",
            covering=plain(mix(night=0.6, sun=0.5)),
            legs="flares",
            pose=HIPS,
        ),
        Person(
            SKIN,
            DARK,
            Cloth(mix(pink=0.5, sun=0.2), checks, mix(red=0.8), 15),
            plain(mix(sky=0.8, night=0.5)),
            DARK,
            legs="flares",
            pose=POCKETS,
        ),
        Person(
            SKIN,
            DARK,
            Cloth(mix(leaf=0.9, night=0.26)),
            plain(mix(night=0.9, red=0.3)),
            DARK,
            cut="jacket",
            legs="flares",
            cover="short",
            pose=replace(REACH, right_arm=((12, 72), (20, 80))),
        ),
    )
    behind = ((men[1], Place(590, 640, 3.1)), (men[3], Place(930, 650, 3.2, flip=True)))
    front = ((men[0], Place(150, 740, 3.7)), (men[2], Place(1088, 756, 3.6)))
    for who, place in behind:
        with page.inside(
            rect(300, 100, 800, 306),
            poly("540,406 840,406 880,514 1100,514 1100,380 300,380"),
        ):
            person(page, who, place)
    _car(page)
    boy = Person(
        SKIN,
        DARK,
        Cloth(mix(sun=0.9), hoops, mix(red=0.9), 13),
        plain(mix(night=0.8)),
        DARK,
        head=1.4,
        cover="short",
        cut="shirt",
        back=True,
        pose=replace(STAND, right_arm=((14, 80), (17, 92))),
    )
    for who, place in (*front, (boy, Place(560, 752, 2.2))):
        shadow(
            page,
            who,
            place,
            (place.x + 70 * place.size * 0.8, place.y + 30 * place.size),
            mix(night=0.5),
        )
        person(page, who, place)
    page.paint(PAPER, oval(322, 524, 12, 7))
    page.paint(
        mix(sky=0.7, night=0.5), rounded(640, 742, 96, 36, 6), rect(664, 732, 48, 6)
    )
    page.paint(mix(red=0.9), rect(640, 756, 96, 5))


def orange_car(page: Page) -> None:
    _yard(page)
    _men(page)
    page.over(mix(sun=0.18, pink=0.1), tone=around(1180, 120, 1100, 820))


DRAWING: Final = drawing(
    "bil-gaarden",
    "Fire mænd og en dreng om en orange bil med åben motorhjelm på parkeringspladsen foran blokken.",
    orange_car,
    size=LANDSCAPE,
    mount="border",
    inks="sun pink red leaf sky night",
)
