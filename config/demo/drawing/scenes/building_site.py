"""Cranes over the cabbage fields."""

import math
from dataclasses import replace
from typing import Final

from config.demo.drawing.figures import (
    HIPS,
    STAND,
    Person,
    person,
    shadow,
)
from config.demo.drawing.inks import Swatch, mix
from config.demo.drawing.patterns import (
    Cloth,
    plain,
)
from config.demo.drawing.plates import Page
from config.demo.drawing.scene import PORTRAIT, drawing
from config.demo.drawing.shapes import (
    Place,
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


def _crane(
    page: Page, x: float, foot: float, top: float, reach: float, swatch: Swatch
) -> None:
    page.paint(
        swatch,
        line((x - 9, foot), (x - 9, top), 4),
        line((x + 9, foot), (x + 9, top), 4),
    )
    for i in range(int((foot - top) / 22)):
        y = top + i * 22
        page.paint(
            swatch,
            line((x - 9, y), (x + 9, y + 22), 2),
            line((x + 9, y), (x - 9, y + 22), 2),
        )
    back = -reach * 0.34
    page.paint(
        swatch,
        line((x + back, top), (x + reach, top), 4),
        line((x + back, top - 16), (x + reach * 0.96, top - 12), 2.6),
    )
    steps = 22
    for i in range(steps):
        a = x + back + (reach - back) * i / steps
        b = x + back + (reach - back) * (i + 0.5) / steps
        c = x + back + (reach - back) * (i + 1) / steps
        page.paint(
            swatch,
            line((a, top), (b, top - 15), 1.8),
            line((b, top - 15), (c, top), 1.8),
        )
    page.paint(
        swatch,
        line((x, top - 62), (x + reach * 0.7, top - 12), 2.4),
        line((x, top - 62), (x + back, top - 14), 2.4),
        line((x - 6, top), (x, top - 62), 4),
        line((x + 6, top), (x, top - 62), 4),
    )
    page.paint(
        swatch, rect(x + back - 18, top - 4, 36, 26), rect(x - 14, top + 2, 28, 24)
    )


def _blocks(page: Page) -> None:
    page.wash(
        mix(sky=0.7, pink=0.06),
        mix(sun=0.5, pink=0.32),
        page.sheet,
        tone=down(-20, 690),
    )
    page.paint(mix(sun=0.26, pink=0.04), oval(560, 560, 130))
    for x, y, long in (
        (160, 330, 210),
        (640, 250, 260),
        (60, 480, 150),
        (700, 430, 180),
    ):
        page.fade(
            0.7,
            blob(
                (x - long, y),
                (x - long / 3, y - 11),
                (x + long / 2, y - 7),
                (x + long, y + 2),
                (x, y + 9),
            ),
        )
    concrete, shade = (
        mix(pink=0.3, sky=0.3, sun=0.2),
        mix(sky=0.55, pink=0.42, night=0.12),
    )
    for x, y, w, floors in ((60, 560, 270, 5), (470, 604, 220, 4), (720, 580, 130, 5)):
        page.paint(concrete, rect(x, y, w, 700 - y))
        page.paint(
            shade,
            poly((x + w, y), (x + w + 34, y + 12), (x + w + 34, 700), (x + w, 700)),
        )
        for floor in range(floors):
            top = y + 8 + floor * (692 - y) / floors
            for i in range(int(w // 27)):
                open_floor = floor == 0 or (floor == 1 and i > w // 54)
                page.paint(
                    mix(sky=0.3, sun=0.2) if open_floor else mix(night=0.5, sky=0.5),
                    rect(x + 6 + i * 27, top, 18, (692 - y) / floors - 10),
                )
    for i in range(9):
        page.paint(mix(night=0.7, pink=0.3), rect(64 + i * 30, 540, 2.4, 24))
    iron = mix(pink=0.9, sun=0.5, night=0.32)
    _crane(page, 372, 700, 170, 350, iron)
    _crane(page, 236, 560, 372, -190, mix(night=0.6, pink=0.4))
    page.paint(mix(night=0.7), line((640, 172), (640, 470), 1.8))
    page.paint(mix(pink=0.34, sky=0.3, sun=0.1), rect(596, 486, 88, 60))
    page.paint(
        mix(night=0.6),
        line((640, 470), (600, 488), 1.6),
        line((640, 470), (680, 488), 1.6),
        rect(616, 498, 48, 30),
    )


def _cabbage(page: Page, x: float, y: float, k: float) -> None:
    page.over(mix(night=0.4), oval(x - 16 * k, y + 12 * k, 34 * k, 11 * k))
    greens = (
        mix(moss=0.9, sky=0.4),
        mix(moss=0.62, sky=0.5),
        mix(moss=0.36, sky=0.5, sun=0.2),
    )
    for ring, (r, n) in enumerate(((27, 7), (18, 6))):
        for i in range(n):
            a = math.tau * (i + ring * 0.5) / n
            page.paint(
                greens[ring] if i % 2 else greens[ring + 1],
                oval(
                    x + math.cos(a) * r * 0.6 * k,
                    y + math.sin(a) * r * 0.42 * k,
                    15 * k,
                    11.5 * k,
                    math.degrees(a),
                ),
            )
    page.paint(greens[2], oval(x, y - 3 * k, 13 * k, 11 * k))
    if k > 0.7:
        page.over(
            mix(moss=0.4),
            limb((x - 2 * k, y + 7 * k), (x + 2 * k, y - 12 * k), widths=(2 * k, 1)),
            limb((x, y), (x + 9 * k, y - 8 * k), widths=(1.4 * k, 1)),
            limb((x, y), (x - 9 * k, y - 7 * k), widths=(1.4 * k, 1)),
        )


def _cabbages(page: Page) -> None:
    page.wash(
        mix(sun=0.6, pink=0.3, moss=0.2),
        mix(pink=0.5, sun=0.6, night=0.5),
        rect(-10, 694, 820, 520),
        tone=down(694, 1190),
    )
    y, k = 706.0, 0.12
    while y < 1230:
        gap = 74 * k / 0.9
        start = 400 - int(460 / gap) * gap
        for i in range(int(920 / gap) + 1):
            if (i % 4) < 3:
                _cabbage(
                    page, start + i * gap + (6 - page.rng.random() * 12) * k, y, k * 1.1
                )
        k *= 1.19
        y += 46 * k
    farmer = Person(
        SKIN,
        DARK,
        plain(mix(sky=0.9, night=0.4)),
        plain(mix(night=0.8)),
        DARK,
        cover="cap",
        covering=plain(mix(night=0.7, sun=0.5)),
        cut="shirt",
        legs="shalwar",
        back=True,
        pose=HIPS,
    )
    boy = Person(
        SKIN,
        DARK,
        Cloth(mix(pink=0.95, sun=0.4)),
        plain(mix(night=0.86)),
        DARK,
        cover="short",
        cut="shirt",
        back=True,
        head=1.4,
        pose=replace(STAND, right_arm=((14, 84), (24, 96))),
    )
    for who, place, reach in (
        (farmer, Place(452, 1010, 2.5), (300, 1130)),
        (boy, Place(560, 1004, 1.55), (460, 1080)),
    ):
        shadow(page, who, place, reach, mix(night=0.46))
        person(page, who, place)


def building_site(page: Page) -> None:
    _blocks(page)
    _cabbages(page)
    page.fade(0.3, tone=around(560, 560, 420, 340, 1.5))


DRAWING: Final = drawing(
    "kran",
    "En mand og en dreng står mellem kålrækker og ser på kranerne, der bygger de nye boligblokke.",
    building_site,
    size=PORTRAIT,
    mount="border",
    inks="sun pink sky moss night",
)
