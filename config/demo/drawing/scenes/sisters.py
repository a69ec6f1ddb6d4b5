"""The picture of the first page: two sisters on a field."""

from typing import Final

from config.demo.drawing.inks import PAPER, Swatch, mix
from config.demo.drawing.patterns import Cloth, dots, wear
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import TALL, drawing
from config.demo.drawing.scenes._wide_field import field, sky, town
from config.demo.drawing.shapes import (
    Shape,
    around,
    blob,
    bounds,
    curve,
    limb,
    line,
    oval,
    rect,
    turn,
)

SKIN: Final = mix(sun=0.5, pink=0.62, red=0.03)
SKIN_LITTLE: Final = mix(sun=0.46, pink=0.56)
BLUSH: Final = mix(red=0.2)
SHADE: Final = mix(pink=0.34, red=0.1)
HAIR: Final = mix(night=0.96, red=0.62)
HAIR_LIGHT: Final = mix(night=0.55, red=0.5, sun=0.4)
BLOUSE: Final = Cloth(mix(sun=0.86, red=0.2), dots, PAPER, 21)


def _patches(page: Page, shape: Shape, thread: Swatch, size: float) -> None:
    """Squares of gingham and squares with a flower, turn about."""
    left, top, right, bottom = bounds([shape])
    half = {ink: value * 0.6 for ink, value in thread.items()}
    for j in range(int((bottom - top) / size) + 2):
        for i in range(int((right - left) / size) + 2):
            x, y = left + i * size, top + j * size
            if (i + j) % 2:
                page.paint(thread, rect(x, y, size, size))
                cx, cy = x + size / 2, y + size / 2
                petals = [
                    turn(
                        oval(cx, cy - size * 0.22, size * 0.14, size * 0.18), a, cx, cy
                    )
                    for a in range(0, 360, 60)
                ]
                page.paint(PAPER, *petals)
                page.paint(mix(red=0.9, pink=0.4), oval(cx, cy, size * 0.12))
            else:
                page.paint(mix(pink=0.3), rect(x, y, size, size))
                for n in range(3):
                    at = n * size / 3
                    page.over(half, rect(x + at, y, size / 6, size))
                    page.over(half, rect(x, y + at, size, size / 6))


DRESS: Final = Cloth(mix(red=0.92), _patches, mix(red=0.92, pink=0.3), 46)


def _elder_body(page: Page) -> None:
    skirt = blob(
        "236,930 330,915 470,930 520,1010 560,1230 190,1230 214,1020",
    )
    page.paint(mix(night=0.82, sky=0.5), skirt)
    for x, bend in ((270, -20), (330, -6), (400, 12), (460, 30)):
        page.over(
            mix(night=0.3),
            limb((x, 960), (x + bend * 0.4, 1080), (x + bend, 1230), widths=(2, 9, 16)),
        )
    torso = blob(
        "286,636 352,624 430,640 474,690 478,800 470,900 484,962",
        "350,978 222,962 232,880 216,760 214,690 236,652",
    )
    wear(page, BLOUSE, torso)
    page.over(
        mix(red=0.16, pink=0.2),
        blob("440,640 486,700 490,960 400,970 424,820"),
    )
    for path in (
        ((250, 900), (268, 930), (262, 968)),
        ((320, 906), (322, 940), (316, 974)),
        ((390, 900), (384, 940), (392, 972)),
        ((300, 700), (306, 780), (298, 860)),
    ):
        page.over(mix(red=0.3), limb(*path, widths=(1, 3.2, 1)))


def _elder_head(page: Page) -> None:
    page.paint(
        HAIR,
        blob(
            "266,470 296,396 360,378 420,408 436,480 428,560 400,610",
            "300,612 270,560",
        ),
    )
    page.paint(SKIN, limb((350, 560), (352, 650), widths=(66, 74)))
    page.over(SHADE, blob("320,574 392,566 392,612 352,634 322,610"))
    page.paint(
        SKIN,
        blob(
            "288,486 296,440 350,418 404,440 412,490 404,540 380,578",
            "352,592 322,578 296,540",
        ),
    )
    page.over(
        SHADE,
        blob(
            "400,440 414,490 404,542 378,580 352,593 380,548 390,500",
            "388,450",
        ),
    )
    _face(page, 348, 500, 1.0)
    fringe = blob(
        "276,512 270,452 302,398 356,380 414,402 434,462 426,520",
        "412,470 384,434 350,422 322,446 300,470 288,494",
    )
    page.paint(HAIR, fringe)
    for path in (
        ((352, 386), (318, 410), (292, 458)),
        ((360, 386), (398, 414), (418, 462)),
        ((340, 384), (300, 414), (280, 470)),
    ):
        page.paint(HAIR_LIGHT, limb(*path, widths=(1, 2.6, 1)))
    collar = mix(night=0.06)
    page.paint(
        collar,
        blob("352,668 318,640 300,632 284,656 292,700 326,704"),
        blob("354,668 386,640 406,632 424,658 414,700 380,704"),
    )
    for y in (730, 780, 830, 880):
        page.paint(PAPER, oval(354, y, 5.6))
        page.over(mix(red=0.4), _shine(354, y))


def _shine(x: float, y: float) -> Shape:
    return oval(x + 1, y + 1.2, 1.6)


def _face(page: Page, x: float, y: float, k: float) -> None:
    """As little as can be: brows, eyes, a nose's shadow, a mouth."""
    dark = mix(night=0.95, red=0.6)
    for side in (-1, 1):
        cx = x + side * 27 * k
        page.paint(
            dark,
            limb(
                (cx - side * 13 * k, y - 19 * k),
                (cx + side * 2 * k, y - 22.5 * k),
                (cx + side * 16 * k, y - 16.5 * k),
                widths=(3.4 * k, 4.4 * k, 1.6 * k),
            ),
        )
        page.paint(mix(pink=0.1), oval(cx, y, 11 * k, 6.4 * k))
        page.paint(dark, oval(cx, y - 0.4 * k, 6.2 * k, 6.6 * k))
        page.paint(PAPER, oval(cx + 2 * k, y - 2.4 * k, 1.6 * k))
        lid = (
            (cx - 12.5 * k, y + 1.4 * k),
            (cx, y - 6.6 * k),
            (cx + 12.5 * k, y + 1.4 * k),
        )
        page.paint(dark, limb(*lid, widths=(2 * k, 3.8 * k, 2 * k)))
        page.over(
            BLUSH,
            oval(cx + side * 8 * k, y + 28 * k, 15 * k, 11 * k),
            tone=around(cx + side * 8 * k, y + 28 * k, 17 * k, 13 * k),
        )
    page.over(
        mix(red=0.34, pink=0.3),
        limb(
            (x + 3 * k, y + 6 * k),
            (x + 8 * k, y + 30 * k),
            (x - 3 * k, y + 34 * k),
            widths=(1, 3.4 * k, 2.4 * k),
        ),
    )
    page.paint(
        mix(red=0.72, pink=0.5),
        blob(
            (x - 17 * k, y + 49.5 * k),
            (x - 5 * k, y + 50 * k),
            (x, y + 51.5 * k),
            (x + 5 * k, y + 50 * k),
            (x + 17 * k, y + 49.5 * k),
            (x, y + 60 * k),
        ),
    )


def _braid(page: Page) -> None:
    path = curve("290,580 262,630 258,700 270,770 262,836", steps=7)
    for i in range(0, len(path) - 1, 2):
        x, y = path[i]
        size = 19 - i * 0.2
        page.paint(
            HAIR,
            oval(x - 7, y, size * 0.8, size * 0.62, 32),
            oval(x + 7, y + 6, size * 0.8, size * 0.62, -32),
        )
    for i in range(0, len(path) - 3, 4):
        x, y = path[i]
        page.paint(HAIR_LIGHT, limb((x - 14, y - 3), (x, y + 7), widths=(1, 2.4)))
    page.paint(HAIR, blob("252,846 272,846 278,900 262,918 250,890"))
    page.paint(
        mix(red=0.9),
        blob("262,846 232,828 226,850 240,862"),
        blob("262,846 292,828 300,850 284,862"),
        oval(262, 846, 8),
    )


def _little(page: Page) -> None:
    page.paint(SKIN_LITTLE, limb("560,800 566,880 552,960", widths=(62, 46, 34)))
    page.paint(PAPER, limb((556, 950), (549, 996), widths=(38, 34)))
    page.over(mix(night=0.1), limb((566, 952), (560, 994), widths=(10, 10)))
    page.paint(
        mix(red=0.96, night=0.4),
        blob(
            "532,990 568,990 566,1016 540,1034 494,1034 500,1014",
            "528,1006",
        ),
    )
    dress = blob(
        "470,556 526,544 584,560 600,610 606,690 640,780 636,826",
        "560,850 476,838 440,800 462,700 452,610",
    )
    wear(page, DRESS, dress)
    page.over(
        mix(night=0.14, red=0.2),
        blob(
            "580,570 604,620 610,700 642,790 632,828 586,846 592,740",
            "580,650",
        ),
    )
    page.paint(mix(red=0.95), limb("446,818 540,846 636,812", widths=(13, 16, 13)))


def _little_head(page: Page) -> None:
    page.paint(
        HAIR,
        blob(
            "446,420 462,344 530,318 596,344 612,420 606,500 590,520",
            "466,520 450,490",
        ),
    )
    page.paint(SKIN_LITTLE, limb((526, 500), (528, 560), widths=(48, 54)))
    page.over(SHADE, blob("500,512 556,508 556,540 528,552 502,540"))
    page.paint(
        SKIN_LITTLE,
        blob(
            "464,424 474,374 528,356 584,374 592,424 586,474 560,512",
            "528,524 496,512 470,474",
        ),
    )
    page.over(
        SHADE,
        blob(
            "580,380 594,426 586,476 560,513 528,525 556,486 570,430",
        ),
    )
    _face(page, 522, 436, 0.9)
    page.paint(
        HAIR,
        blob(
            "448,470 444,400 470,342 530,316 592,340 614,404 608,474",
            "594,420 588,396 548,402 508,400 472,398 462,424",
        ),
    )
    for path in (
        ((530, 322), (500, 350), (492, 396)),
        ((534, 322), (552, 352), (552, 396)),
        ((524, 320), (476, 352), (462, 400)),
    ):
        page.paint(HAIR_LIGHT, limb(*path, widths=(1, 2.4, 1)))
    page.paint(
        PAPER,
        blob("528,566 500,548 484,546 474,570 486,590 512,592"),
        blob("530,566 558,548 574,546 586,570 572,592 546,592"),
    )
    page.paint(
        mix(red=0.9),
        blob("604,372 640,348 648,378 612,384"),
        blob("604,384 632,408 616,420 600,392"),
    )


def _arms(page: Page) -> None:
    page.over(mix(red=0.3), limb("470,640 424,704 386,726", widths=(30, 30, 22)))
    page.paint(SKIN_LITTLE, limb("478,596 440,664 396,706", widths=(36, 31, 24)))
    page.paint(
        SKIN_LITTLE,
        blob("408,688 386,698 366,718 366,734 384,736 408,720"),
    )
    for dx in (0, 9):
        page.over(
            mix(red=0.3, pink=0.2),
            limb((368 + dx, 722 + dx * 0.8), (382 + dx, 712 + dx), widths=(1, 1.8, 1)),
        )
    wear(page, DRESS, limb((488, 584), (462, 626), widths=(50, 46)))
    page.over(mix(night=0.14, red=0.2), limb((452, 632), (476, 642), widths=(5, 5)))
    near = limb("456,706 500,800 548,808", widths=(64, 66, 54))
    wear(
        page,
        BLOUSE,
        limb("238,690 206,800 236,872", widths=(70, 66, 54)),
        near,
    )
    page.over(
        mix(red=0.22, pink=0.16),
        limb("262,720 236,800 256,870", widths=(6, 16, 8)),
        limb("470,800 510,832 556,832", widths=(6, 14, 8)),
    )
    wear(page, BLOUSE, limb("232,866 330,872 420,846", widths=(56, 50, 42)))
    page.over(
        mix(red=0.22, pink=0.16),
        limb("236,890 330,894 416,866", widths=(6, 14, 8)),
    )
    for a, b in (((424, 822), (436, 868)), ((556, 780), (560, 836))):
        page.paint(PAPER, line(a, b, 22))
        page.over(mix(night=0.12), line((a[0] + 6, a[1]), (b[0] + 6, b[1]), 5))
    _hand(page, 446, 844, 12)
    _hand(page, 572, 806, -10)


def _hand(page: Page, x: float, y: float, tilt: float) -> None:
    palm = [
        blob(
            (x - 8, y - 18),
            (x + 20, y - 20),
            (x + 40, y - 8),
            (x + 38, y + 14),
            (x + 14, y + 20),
            (x - 8, y + 16),
        )
    ]
    fingers = [
        limb((x + 28, y + dy), (x + 56, y + dy + bend), widths=(11.5, 8))
        for dy, bend in ((-14, -2), (-4, 2), (6, 5), (15, 6))
    ]
    thumb = limb((x + 8, y - 16), (x + 34, y - 30), widths=(12, 8))
    parts = [turn(part, tilt, x, y) for part in (*palm, *fingers, thumb)]
    page.paint(SKIN, *parts)
    for dy in (-9, 1, 11):
        page.over(
            mix(red=0.3, pink=0.2),
            turn(
                limb((x + 32, y + dy), (x + 54, y + dy + 2), widths=(1, 2, 1)),
                tilt,
                x,
                y,
            ),
        )


def sisters(page: Page) -> None:
    sky(page)
    town(page)
    field(page)
    _elder_body(page)
    _elder_head(page)
    _little(page)
    _little_head(page)
    _arms(page)
    _braid(page)


DRAWING: Final = drawing(
    "to-soestre",
    "To søstre på en mark under stor himmel. Den store i prikket bluse holder den lille i rød, mønstret kjole.",
    sisters,
    size=TALL,
    mount="border",
    inks="sun pink sky red night",
)
