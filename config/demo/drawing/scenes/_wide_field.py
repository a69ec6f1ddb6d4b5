"""The field behind the two sisters: sky, the new town far off, furrows."""

from config.demo.drawing.inks import mix
from config.demo.drawing.plates import Page
from config.demo.drawing.shapes import (
    around,
    blob,
    curve,
    down,
    line,
    oval,
    poly,
    rect,
    spread,
    stroke,
)


def sky(page: Page) -> None:
    page.wash(
        mix(sky=0.85, night=0.1),
        mix(sky=0.12, pink=0.45, sun=0.16),
        page.sheet,
        tone=down(-10, 800, 0.9),
    )
    page.fade(0.9, tone=around(430, 440, 560, 520, 1.3), inks=("sky", "night"))
    page.wash(
        mix(sun=0.14), mix(sun=0.62, pink=0.42), oval(450, 430, 318), tone=down(90, 780)
    )
    for x, y, long, thick in (
        (150, 190, 420, 9),
        (640, 120, 380, 12),
        (720, 300, 300, 8),
        (60, 400, 260, 10),
        (690, 560, 420, 8),
        (120, 610, 300, 7),
    ):
        cloud = blob(
            (x - long / 2, y),
            (x - long / 4, y - thick),
            (x + long / 5, y - thick * 1.5),
            (x + long / 2, y),
            (x + long / 6, y + thick * 0.7),
            (x - long / 5, y + thick),
        )
        page.fade(0.72, cloud)


def town(page: Page) -> None:
    """Far off: the first blocks, two cranes, poplars."""
    far = mix(night=0.34, pink=0.3, sky=0.3)
    for x, w, h in ((40, 96, 44), (146, 110, 58), (612, 84, 50), (704, 130, 38)):
        page.paint(far, rect(x, 838 - h, w, h + 20))
        for i in range(int(w // 12)):
            for j in range(int(h // 12)):
                page.paint(
                    mix(sun=0.42, pink=0.2),
                    rect(x + 5 + i * 12, 838 - h + 5 + j * 12, 5, 6),
                )
    crane = mix(night=0.62, red=0.2)
    for x, top, reach in ((268, 716, 92), (838, 744, -84)):
        page.paint(
            crane,
            rect(x - 2.4, top, 4.8, 130),
            rect(x - 30, top + 8, 30, 3.4),
            line((x - 30, top + 10), (x + reach, top + 10), 3.6),
            line((x, top - 14), (x + reach * 0.8, top + 9), 1.6),
            line((x, top - 14), (x - 28, top + 9), 1.6),
            line((x + reach * 0.7, top + 10), (x + reach * 0.7, top + 66), 1.4),
        )
    for x in range(480, 600, 17):
        tall = page.rng.uniform(22, 40)
        page.paint(
            mix(night=0.4, sun=0.4, sky=0.4), oval(x, 838 - tall / 2, 6.4, tall / 2 + 4)
        )


def field(page: Page) -> None:
    page.wash(
        mix(sun=0.5, sky=0.34, pink=0.12),
        mix(sun=0.86, sky=0.62, night=0.16),
        rect(-10, 834, 890, 390),
        tone=down(834, 1210),
    )
    for i in range(-16, 17):
        x = 430 + i * 13
        deep = 430 + i * 128
        furrow = poly(
            (x - 1, 838), (x + 1.6, 838), (deep + 30, 1220), (deep - 26, 1220)
        )
        page.over(mix(night=0.16, sun=0.2), furrow)
    for u, v in spread(page.rng, 520, (-5, 850, 865, 1208)):
        near = (v - 830) / 380
        tall = 5 + 26 * near
        lean = page.rng.uniform(-0.1, 0.45) * tall
        blade = stroke(
            curve((u, v), (u + lean * 0.3, v - tall * 0.6), (u + lean, v - tall)),
            1 + 2.4 * near,
            0.3,
        )
        page.paint(
            page.rng.choice(
                (
                    mix(sun=0.7, sky=0.2),
                    mix(sun=0.9, sky=0.8, night=0.2),
                    mix(sun=0.5, pink=0.2),
                )
            ),
            blade,
        )
