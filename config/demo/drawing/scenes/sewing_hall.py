"""The sewing hall, a lamp for each machine."""

from typing import Final

from config.demo.drawing.inks import PAPER, mix
from config.demo.drawing.patterns import (
    Cloth,
    checks,
    dots,
    flowers,
    stripes,
    wear,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import LANDSCAPE, drawing
from config.demo.drawing.shapes import (
    Place,
    across,
    around,
    blob,
    down,
    limb,
    line,
    oval,
    poly,
    rect,
)

SKIN: Final = mix(sun=0.46, pink=0.5)
DARK: Final = mix(night=0.98, pink=0.3)


def _hall(page: Page) -> None:
    page.wash(
        mix(teal=0.3, sun=0.1), mix(teal=0.5, sun=0.22), page.sheet, tone=down(0, 420)
    )
    page.wash(
        mix(sun=0.46, pink=0.22, teal=0.14),
        mix(sun=0.6, pink=0.36, teal=0.46),
        poly("640,330 1220,660 1220,820 -20,820 -20,640"),
        tone=down(330, 800),
    )
    for i in range(7):
        t0, t1 = 0.84 ** (i * 1.9), 0.84 ** (i * 1.9 + 1.5)
        pts = [
            (640 - 680 * t, y)
            for t, y in (
                (t0, 320 - 280 * t0),
                (t1, 320 - 280 * t1),
                (t1, 330 + 120 * t1),
                (t0, 330 + 120 * t0),
            )
        ]
        page.wash(mix(sun=0.12), mix(sun=0.4, pink=0.16), pts, tone=across(0, 640))
        mid = (t0 + t1) / 2
        page.paint(
            mix(teal=0.7, night=0.3),
            line(
                (640 - 680 * mid, 320 - 280 * mid),
                (640 - 680 * mid, 330 + 120 * mid),
                7 * mid,
            ),
            line(
                (640 - 680 * t0, 325 - 90 * t0),
                (640 - 680 * t1, 325 - 90 * t1),
                6 * mid,
            ),
        )
        floor = [
            (640 - 680 * t0, 360 + 330 * t0),
            (640 - 680 * t1, 360 + 330 * t1),
            (640 + 240 * t1, 360 + 470 * t1),
            (640 + 240 * t0, 360 + 470 * t0),
        ]
        page.fade(0.4, floor, inks=("pink", "teal"))
    for i in range(9):
        t = 0.8**i
        page.paint(
            mix(teal=0.8, night=0.4),
            line(
                (640 - 720 * t, 322 - 322 * t), (640 + 720 * t, 322 - 322 * t), 13 * t
            ),
        )
    for x in (0.1, 0.72):
        page.paint(mix(night=0.7, teal=0.5), line((640, 300), (640 + 760 * x, -20), 3))


def _machine(page: Page, place: Place, cloth: Cloth) -> None:
    metal, dark = mix(night=0.86, teal=0.4), mix(night=0.98)
    page.paint(
        mix(sun=0.72, pink=0.5, night=0.16),
        place(poly("-52,0 60,0 72,-11 -64,-11")),
    )
    page.paint(
        mix(night=0.7, pink=0.3),
        place(poly("-64,-11 72,-11 72,-18 -64,-18")),
    )
    for x in (-56, 62):
        page.paint(mix(night=0.86), place(line((x, -18), (x, -96), 5)))
    page.over(
        mix(night=0.24),
        place(poly("-50,-18 60,-18 60,-60 -50,-60")),
        tone=down(place.at(0, -64)[1], place.at(0, -18)[1]),
    )
    wear(
        page,
        cloth,
        place(
            blob(
                "-58,-1 -30,3 0,3 12,1 6,-8 -12,-28 -30,-46 -56,-38 -66,-14",
            )
        ),
    )
    page.over(
        mix(night=0.3),
        place(limb("-26,-4 -36,-24 -34,-42", widths=(1, 3, 1))),
        place(limb("-44,-4 -52,-20 -54,-36", widths=(1, 3, 1))),
    )
    page.paint(
        metal,
        place(
            blob(
                "6,0 52,0 52,26 46,36 10,36 4,30 4,12 12,12 14,24 34,24 36,8",
                "6,8",
                steps=4,
            )
        ),
    )
    page.paint(dark, place(oval(56, 28, 8)), place(line((8, 12), (8, 1), 2.4)))
    page.paint(mix(sun=0.8), place(rect(24, 36, 6, 9)))
    page.paint(mix(pink=0.9), place(rect(36, 36, 6, 9)))


def _seamstress(page: Page, place: Place, dress: Cloth, scarf: Cloth | None) -> None:
    body = place(
        blob(
            "-62,-70 -58,-20 -48,34 -30,58 -10,54 2,30 2,-10 0,-70",
        )
    )
    wear(page, dress, body)
    page.over(
        mix(night=0.16),
        place(blob("-62,-70 -58,-20 -48,34 -36,54 -40,10 -42,-70")),
    )
    page.paint(SKIN, place(limb((-16, 54), (-6, 66), widths=(13, 12))))
    page.paint(SKIN, place(oval(-1, 76, 14, 17, 16)))
    if scarf:
        wear(
            page,
            scarf,
            place(
                blob(
                    "-22,64 -20,92 0,98 14,90 4,86 -6,78 -6,62 -14,54 -34,46",
                    "-32,58",
                )
            ),
        )
    else:
        page.paint(
            DARK,
            place(
                blob(
                    "-18,66 -20,88 -2,97 14,89 2,86 -6,76 -8,66",
                )
            ),
            place(oval(-22, 80, 10)),
        )
    wear(page, dress, place(limb("-34,42 -26,10 -4,8", widths=(22, 18, 13))))
    page.paint(SKIN, place(limb((-6, 8), (8, 5), widths=(10, 8))))


def _lamp(page: Page, x: float, y: float, k: float, top: float) -> None:
    page.fade(
        0.5,
        poly(
            (x - 30 * k, y),
            (x + 30 * k, y),
            (x + 120 * k, y + 220 * k),
            (x - 120 * k, y + 220 * k),
        ),
        tone=down(y + 220 * k, y),
        inks=("teal", "night", "pink"),
    )
    page.over(
        mix(sun=0.4),
        poly(
            (x - 30 * k, y),
            (x + 30 * k, y),
            (x + 120 * k, y + 220 * k),
            (x - 120 * k, y + 220 * k),
        ),
        tone=down(y + 220 * k, y),
    )
    page.paint(mix(night=0.9), rect(x - 1.3 * k, top, 2.6 * k, y - top))
    page.paint(
        mix(night=0.8, teal=0.7),
        blob(
            (x - 38 * k, y),
            (x - 22 * k, y - 20 * k),
            (x - 6 * k, y - 34 * k),
            (x + 6 * k, y - 34 * k),
            (x + 22 * k, y - 20 * k),
            (x + 38 * k, y),
            steps=5,
        ),
    )
    page.paint(mix(sun=0.3), oval(x, y + 1, 36 * k, 6 * k))


def sewing_hall(page: Page) -> None:
    _hall(page)
    cloths = (
        Cloth(mix(pink=0.9, sun=0.3)),
        Cloth(mix(teal=0.5), stripes, PAPER, 9),
        Cloth(mix(sun=0.85)),
        Cloth(mix(pink=0.6), dots, PAPER, 10),
    )
    dresses = (
        Cloth(mix(pink=0.6, sun=0.2), flowers, mix(pink=0.95, night=0.3), 26),
        Cloth(mix(teal=0.7), dots, PAPER, 16),
        Cloth(mix(sun=0.7, pink=0.2), checks, mix(pink=0.8), 14),
    )
    scarves = (
        Cloth(PAPER, dots, mix(pink=0.95), 11),
        None,
        Cloth(mix(teal=0.85, night=0.2), flowers, mix(sun=0.3), 14),
    )
    n = 0
    for depth in range(5, -1, -1):
        t = 0.72**depth
        for column in (1, 0):
            x = 640 + (-330 + column * 560) * t
            place = Place(x, 360 + 312 * t, 2.5 * t)
            _seamstress(page, place, dresses[n % 3], scarves[(n * 2 + 2) % 3])
            _machine(page, place, cloths[n % 4])
            _lamp(page, x + 10 * t, 322 - 106 * t, 1.7 * t, 322 - 400 * t)
            n += 1
    page.fade(
        0.35, tone=around(150, 260, 620, 460, 1.5), inks=("teal", "night", "pink")
    )


DRAWING: Final = drawing(
    "systue",
    "Lange rækker af kvinder bøjet over symaskiner i en systue, hver under sin lampe. Lys fra høje vinduer.",
    sewing_hall,
    size=LANDSCAPE,
    mount="border",
    inks="sun pink teal night",
)
