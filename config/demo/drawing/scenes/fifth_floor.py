"""The sea, from the fifth floor."""

from typing import Final

from config.demo.drawing.inks import PAPER, mix
from config.demo.drawing.patterns import (
    Cloth,
    flowers,
    wear,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import PORTRAIT, drawing
from config.demo.drawing.shapes import (
    Shape,
    around,
    blob,
    down,
    limb,
    line,
    oval,
    poly,
    rect,
    rounded,
    spread,
    turn,
)
from config.demo.drawing.things import ring


def _sea(page: Page) -> None:
    page.wash(
        mix(teal=0.42, pink=0.08),
        mix(sun=0.4, pink=0.3),
        page.sheet,
        tone=down(100, 520),
    )
    page.paint(mix(sun=0.2), oval(470, 372, 78))
    page.wash(
        mix(teal=0.5, pink=0.1),
        mix(teal=0.86, night=0.2),
        rect(-10, 520, 820, 330),
        tone=down(520, 800),
    )
    for _ in range(120):
        t = page.rng.random()
        page.paint(
            mix(sun=0.34),
            oval(
                470 + page.rng.gauss(0, 16 + 56 * t),
                524 + t * 180,
                (4 + 18 * t) * page.rng.uniform(0.4, 1),
                0.8 + 1.8 * t,
            ),
        )
    for x, y, k in ((250, 540, 1.0), (610, 556, 1.5)):
        page.paint(
            PAPER,
            poly((x, y), (x, y - 42 * k), (x + 22 * k, y - 4 * k)),
            poly((x - 3, y - 4), (x - 3, y - 34 * k), (x - 16 * k, y - 4)),
        )
        page.paint(
            mix(night=0.8),
            blob(
                (x - 18 * k, y),
                (x + 22 * k, y),
                (x + 14 * k, y + 6 * k),
                (x - 12 * k, y + 6 * k),
            ),
        )
    shore = blob(
        "-20,730 150,716 330,736 560,712 830,730 830,900 -20,900",
    )
    page.wash(
        mix(sun=0.34, pink=0.1), mix(sun=0.56, pink=0.2), shore, tone=down(716, 780)
    )
    page.wash(
        mix(teal=0.5, sun=0.8),
        mix(teal=0.8, sun=0.7, night=0.2),
        blob(
            "-20,780 200,752 420,784 640,756 830,776 830,1100 -20,1100",
        ),
        tone=down(760, 960),
    )
    page.paint(
        mix(sun=0.3, pink=0.1),
        blob(
            "300,1000 380,890 340,830 430,778 448,780 372,832 420,892",
            "380,1000",
        ),
    )
    for u, v in spread(page.rng, 40, (0, 790, 800, 920)):
        page.paint(mix(teal=0.9, sun=0.5, night=0.3), oval(u, v - 10, 13, 15))
    for x, y in ((330, 232), (388, 258), (210, 298)):
        page.paint(
            mix(night=0.7),
            limb((x - 17, y - 6), (x - 6, y - 9), (x, y), widths=(1, 3, 2)),
            limb((x, y), (x + 6, y - 9), (x + 17, y - 6), widths=(2, 3, 1)),
        )


def _casement(page: Page) -> None:
    wall, wood = mix(pink=0.4, sun=0.24), mix(sun=0.06)
    hole = rect(112, 70, 584, 860)
    frame: Shape = [
        *page.sheet,
        page.sheet[0],
        hole[0],
        hole[3],
        hole[2],
        hole[1],
        hole[0],
        page.sheet[0],
    ]
    page.paint(wall, frame)
    with page.inside(frame):
        wear(
            page,
            Cloth(wall, flowers, mix(pink=0.7, sun=0.3), 54),
            rect(-10, -10, 820, 1220),
        )
    page.paint(
        wood,
        rect(96, 52, 616, 28),
        rect(96, 52, 28, 890),
        rect(684, 52, 28, 890),
        rect(394, 70, 22, 870),
    )
    page.over(
        mix(teal=0.26),
        rect(118, 78, 7, 860),
        rect(410, 78, 7, 860),
        rect(118, 78, 570, 6),
    )
    page.paint(wood, rect(60, 926, 690, 44))
    page.over(mix(teal=0.4, night=0.06), rect(60, 962, 690, 16))
    page.wash(
        mix(pink=0.5, sun=0.2, teal=0.2),
        mix(pink=0.56, teal=0.5),
        rect(-10, 976, 820, 240),
        tone=down(976, 1200),
    )
    for x in range(150, 680, 34):
        page.paint(mix(sun=0.06), rounded(x, 1020, 25, 200, 11))
        page.over(mix(teal=0.3), rect(x + 17, 1026, 8, 190))
    page.fade(
        0.42,
        poly("200,976 430,976 330,1220 60,1220"),
        inks=("teal", "pink"),
    )


def _on_the_sill(page: Page) -> None:
    page.paint(
        mix(red=0.8, sun=0.4),
        poly("572,846 668,846 654,930 586,930"),
        rect(564, 832, 112, 24),
    )
    page.over(
        mix(night=0.26),
        poly("640,846 668,846 654,930 632,930"),
        rect(564, 852, 112, 6),
    )
    for x, y, r in (
        (556, 790, 34),
        (606, 764, 40),
        (664, 786, 38),
        (636, 720, 36),
        (582, 716, 32),
        (690, 742, 28),
        (620, 808, 34),
    ):
        page.paint(
            mix(teal=0.8, sun=0.75), oval(x, y, r, r * 0.86, page.rng.uniform(0, 90))
        )
        page.over(mix(teal=0.4), ring(x, y, r * 0.6, 4))
    for x, y in ((584, 664), (660, 672), (700, 708), (546, 740), (624, 640)):
        page.paint(mix(teal=0.8, sun=0.6), line((x, y), (622, 790), 3))
        for dx, dy in ((-12, 0), (10, -8), (0, 12), (12, 9), (-6, -12), (0, 0)):
            page.paint(mix(red=0.92, pink=0.3), oval(x + dx, y + dy, 11))
    page.paint(PAPER, oval(336, 926, 56, 10))
    glass = blob(
        "308,828 316,862 320,884 312,922 360,922 352,884 356,862",
        "364,828",
        steps=6,
    )
    page.paint(mix(sun=0.1), glass)
    page.paint(
        mix(red=0.8, sun=0.9),
        blob(
            "311,842 318,866 322,886 315,918 357,918 350,886 354,866",
            "361,842",
            steps=6,
        ),
    )
    page.fade(0.6, limb((324, 850), (328, 884), widths=(6, 4)))
    for n in range(2):
        page.fade(
            0.5,
            limb(
                (330 + n * 14, 816),
                (322 + n * 14, 790),
                (338 + n * 14, 764),
                (328 + n * 14, 734),
                widths=(5, 8, 5, 1),
            ),
        )


def _curtain(page: Page) -> None:
    cloth = blob(
        "40,20 330,20 330,140 300,330 230,520 176,640 166,720",
        "190,900 204,1010 30,1010 44,640",
    )
    page.fade(0.62, cloth, inks=("teal", "night", "pink", "red"))
    page.over(mix(sun=0.24, pink=0.12), cloth)
    with page.inside(cloth):
        for row in range(13):
            for col in range(6):
                x, y = 50 + col * 62 + 31 * (row % 2), 60 + row * 78
                for a in range(0, 360, 72):
                    page.over(mix(red=0.6), turn(oval(x, y - 11, 6.4, 9.4), a, x, y))
                page.over(
                    mix(teal=0.5),
                    limb((x + 3, y + 16), (x + 14, y + 34), widths=(2, 7, 1)),
                )
        for pts in (
            ((110, 10), (112, 330), (82, 640), (84, 1010)),
            ((190, 10), (186, 330), (126, 620), (130, 1010)),
            ((270, 10), (252, 330), (156, 620), (172, 1010)),
        ):
            page.over(mix(teal=0.24, pink=0.2), limb(*pts, widths=(10, 26, 12, 22)))
    page.paint(mix(red=0.9), limb("56,640 110,664 176,650", widths=(15, 18, 13)))
    page.paint(
        mix(sun=0.8, red=0.4, night=0.3),
        rect(30, 22, 740, 13),
        oval(28, 28, 16),
        oval(772, 28, 16),
    )


def fifth_floor(page: Page) -> None:
    _sea(page)
    _casement(page)
    _curtain(page)
    _on_the_sill(page)
    page.fade(
        0.25, tone=around(470, 400, 420, 460, 1.4), inks=("teal", "pink", "night")
    )


DRAWING: Final = drawing(
    "udsigt-femte-sal",
    "Udsigt fra femte sal: havet ved Køge Bugt bag et gardin med blomster. I karmen te og en pelargonie.",
    fifth_floor,
    size=PORTRAIT,
    mount="film",
    inks="sun pink red teal night",
)
