"""The bus from Konya, loaded on the roof."""

from dataclasses import replace
from typing import Final

from config.demo.drawing.figures import (
    CARRY,
    REACH,
    STAND,
    WAVE,
    Person,
    person,
    shadow,
)
from config.demo.drawing.inks import PAPER, mix
from config.demo.drawing.patterns import (
    Cloth,
    diamonds,
    dots,
    flowers,
    hoops,
    plain,
    stripes,
    wear,
    zigzag,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import LANDSCAPE, drawing
from config.demo.drawing.shapes import (
    Place,
    across,
    arc,
    around,
    blob,
    down,
    limb,
    oval,
    poly,
    rect,
    rounded,
    spread,
)
from config.demo.drawing.things import suitcase

SKIN: Final = mix(sun=0.5, brick=0.3)
DARK: Final = mix(ink=0.94)


def _plain_of_konya(page: Page) -> None:
    page.wash(
        mix(sky=0.62), mix(sun=0.3, brick=0.06), page.sheet, tone=down(-20, 470, 0.9)
    )
    page.paint(mix(sun=0.2), oval(236, 214, 74))
    far = blob(
        "-60,470 60,360 170,392 300,300 420,380 560,330 700,400",
        "860,316 1000,372 1120,340 1280,420 1280,520 -60,520",
    )
    page.wash(
        mix(sky=0.5, brick=0.22), mix(sun=0.4, brick=0.14), far, tone=down(300, 470)
    )
    near = blob(
        "-60,500 140,430 330,470 560,440 800,474 1010,430 1280,480",
        "1280,560 -60,560",
    )
    page.paint(mix(sun=0.5, brick=0.3, sky=0.24), near)
    page.wash(
        mix(sun=0.56, brick=0.12),
        mix(sun=0.82, brick=0.34),
        rect(-10, 488, 1220, 330),
        tone=down(488, 810),
    )
    page.paint(
        mix(sun=0.34, brick=0.06),
        poly("-10,640 1220,620 1220,720 -10,760"),
    )
    for x, y in spread(page.rng, 170, (0, 500, 1200, 800)):
        k = (y - 470) / 330
        page.over(mix(brick=0.3, sky=0.3), oval(x, y, 9 * k, 2.4 * k))
    for x in (1060, 1092, 1130):
        page.paint(
            mix(ink=0.6, sky=0.8),
            blob((x - 9, 500), (x - 6, 420), (x, 384), (x + 6, 420), (x + 9, 500)),
        )
    page.paint(PAPER, rect(980, 462, 60, 40))
    page.paint(mix(brick=0.7), poly("974,464 1010,440 1046,464"))


def _coach(page: Page) -> None:
    page.over(
        mix(ink=0.5),
        blob("150,694 600,674 1010,690 1080,716 600,734 130,722"),
    )
    body = blob(
        "176,660 172,560 182,440 214,396 300,386 600,382 900,386",
        "960,396 988,470 1006,560 1004,650 990,676 600,680 190,676",
        steps=6,
    )
    page.paint(mix(sun=0.16), body)
    with page.inside(body):
        page.paint(mix(brick=0.92), rect(150, 548, 900, 64))
        page.paint(mix(sky=0.9, ink=0.3), rect(150, 616, 900, 10))
        page.paint(mix(brick=0.92), rect(150, 370, 900, 26))
        page.over(mix(ink=0.16, brick=0.1), rect(150, 640, 900, 60))
        page.over(mix(ink=0.2), rect(150, 380, 80, 320), tone=across(230, 160))
    for x in (236, 346, 456, 566, 676, 786):
        page.paint(mix(sky=0.86, ink=0.5), rounded(x, 416, 98, 112, 12))
        page.paint(
            mix(sky=0.4, sun=0.1),
            poly((x + 12, 528), (x + 56, 416), (x + 84, 416), (x + 40, 528)),
        )
    page.paint(
        mix(sky=0.86, ink=0.5),
        blob("906,420 952,418 974,470 984,530 906,532", steps=4),
    )
    page.paint(
        mix(ink=0.5, sun=0.4),
        rounded(892, 540, 66, 136, 6),
    )
    page.text(mix(sun=0.1), (484, 581), "KONYA – KØBENHAVN", 40)
    for x in (322, 838):
        page.paint(mix(ink=0.6, brick=0.3), arc(x, 668, 78, 180, 360))
        page.paint(DARK, oval(x, 682, 62))
        page.paint(mix(sun=0.2, ink=0.2), oval(x, 682, 32))
        page.paint(mix(ink=0.6), oval(x, 682, 13))
    page.paint(mix(sun=0.5), oval(994, 608, 8, 15))
    page.paint(DARK, rounded(960, 660, 60, 22, 8))
    page.paint(mix(ink=0.7), rect(206, 372, 756, 6), rect(206, 344, 756, 5))
    for x in range(210, 964, 62):
        page.paint(mix(ink=0.7), rect(x, 344, 5, 42))


def _load(page: Page) -> None:
    rolls = (
        (250, Cloth(mix(brick=0.86), zigzag, mix(sun=0.6), 22)),
        (306, Cloth(mix(sky=0.9, ink=0.36), hoops, PAPER, 14)),
        (362, Cloth(mix(sun=0.9, brick=0.2), zigzag, mix(ink=0.8), 20)),
    )
    for x, cloth in rolls:
        wear(page, cloth, rounded(x, 248, 50, 122, 22))
        page.paint(
            mix(ink=0.8),
            oval(x + 25, 264, 17, 11),
        )
        page.paint(cloth.ground, oval(x + 25, 264, 11, 7))
    for x, y, w, h, cloth in (
        (424, 300, 120, 70, Cloth(mix(brick=0.5, sun=0.7, ink=0.2))),
        (436, 236, 96, 62, Cloth(mix(sky=0.8, ink=0.5))),
        (548, 284, 104, 86, Cloth(mix(sun=0.5), flowers, mix(brick=0.85), 26)),
        (548, 246, 108, 38, Cloth(mix(sun=0.3), stripes, mix(sky=0.9), 14)),
        (660, 310, 92, 60, Cloth(mix(ink=0.7, brick=0.5))),
        (668, 262, 78, 46, Cloth(mix(brick=0.85, sun=0.3))),
        (828, 300, 116, 70, Cloth(mix(sun=0.7, brick=0.42, ink=0.14))),
        (842, 250, 84, 48, Cloth(mix(sun=0.2), diamonds, mix(brick=0.8), 24)),
    ):
        wear(page, cloth, rounded(x, y, w, h, 12))
        page.paint(
            mix(ink=0.85), rect(x + w * 0.2, y, 5, h), rect(x + w * 0.76, y, 5, h)
        )
    page.paint(
        mix(ink=0.9),
        limb(
            "236,352 300,236 480,226 600,238 760,300 950,352",
            widths=(3,),
        ),
    )


def _travellers(page: Page) -> None:
    man = Person(
        SKIN,
        DARK,
        plain(mix(sun=0.18)),
        plain(mix(ink=0.85, brick=0.2)),
        DARK,
        cover="cap",
        covering=plain(mix(ink=0.7, brick=0.5)),
        legs="flares",
        pose=replace(
            REACH, right_arm=((13, 84), (22, 94)), left_arm=((3, 84), (14, 92))
        ),
    )
    person(page, man, Place(776, 372, 1.9))
    wear(
        page,
        Cloth(mix(brick=0.8), dots, PAPER, 14),
        blob("800,190 822,168 856,176 866,206 836,226 806,218"),
    )
    page.paint(mix(brick=0.8), blob("826,172 816,150 836,162 852,150 844,174"))
    wife = Person(
        SKIN,
        DARK,
        Cloth(mix(sky=0.85, ink=0.24), flowers, PAPER, 17),
        Cloth(mix(brick=0.75, sun=0.4), flowers, mix(sun=0.3), 15),
        DARK,
        cover="scarf",
        covering=Cloth(mix(sun=0.1), dots, mix(brick=0.9), 9),
        cut="tunic",
        legs="shalwar",
        pose=replace(
            STAND, right_arm=((10, 68), (-1, 60)), left_arm=((-10, 68), (2, 58))
        ),
    )
    old = Person(
        SKIN,
        DARK,
        Cloth(mix(ink=0.85)),
        Cloth(mix(ink=0.6, brick=0.5)),
        DARK,
        cover="scarf",
        covering=plain(PAPER),
        cut="coat",
        legs="shalwar",
        back=True,
        pose=replace(WAVE, left_arm=((-11, 66), (-8, 50))),
    )
    father = Person(
        SKIN,
        DARK,
        plain(mix(brick=0.6, ink=0.5)),
        plain(mix(ink=0.9)),
        DARK,
        "cap",
        plain(mix(sun=0.5, ink=0.5)),
        "jacket",
        "straight",
        pose=CARRY,
    )
    child = Person(
        SKIN,
        DARK,
        Cloth(mix(sun=0.9, brick=0.5)),
        Cloth(mix(sky=0.8, ink=0.6)),
        DARK,
        cover="bob",
        cut="dress",
        legs="bare",
        head=1.5,
        back=True,
        pose=replace(WAVE, right_arm=((14, 86), (18, 106))),
    )
    cast = (
        (wife, Place(738, 760, 2.75), (610, 804)),
        (old, Place(170, 770, 2.7), (20, 812)),
        (child, Place(252, 776, 1.8), (150, 806)),
        (father, Place(1064, 760, 2.9, flip=True), (930, 806)),
    )
    for who, place, reach in cast:
        shadow(page, who, place, reach, mix(ink=0.4, brick=0.2))
    for who, place, _reach in cast:
        person(page, who, place)
    page.paint(PAPER, blob("724,606 732,592 760,594 770,608 748,620"))
    page.paint(SKIN, oval(728, 602, 8))
    suitcase(page, Place(1106, 772, 3.2), mix(sun=0.7, brick=0.5), DARK)
    suitcase(page, Place(1020, 766, 2.6), mix(sky=0.8, ink=0.4), mix(sun=0.4))


def coach(page: Page) -> None:
    _plain_of_konya(page)
    _load(page)
    _coach(page)
    _travellers(page)
    page.fade(0.4, tone=around(236, 214, 420, 330, 1.6))


DRAWING: Final = drawing(
    "bus",
    "Rutebil på sletten ved Konya, læsset med kufferter og tæpper på taget. En familie tager afsked.",
    coach,
    size=LANDSCAPE,
    mount="slide",
    inks="sun sky brick ink",
)
