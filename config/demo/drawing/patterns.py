"""Cloth: what blouses, carpets, curtains and tablecloths are made of."""

from collections.abc import Callable
from typing import NamedTuple

from config.demo.drawing.inks import Swatch
from config.demo.drawing.plates import Page
from config.demo.drawing.shapes import Shape, bounds, line, oval, rect, turn

Weave = Callable[[Page, Shape, Swatch, float], None]


class Cloth(NamedTuple):
    """A ground colour and, if it is printed, the pattern upon it."""

    ground: Swatch
    weave: Weave | None = None
    thread: Swatch = {}
    size: float = 10


def plain(swatch: Swatch) -> Cloth:
    return Cloth(swatch)


def wear(page: Page, cloth: Cloth, *shapes: Shape) -> None:
    """Cut the shapes out of the cloth and lay them on the page."""
    page.paint(cloth.ground, *shapes)
    if cloth.weave is None:
        return
    for shape in shapes:
        with page.inside(shape):
            cloth.weave(page, shape, cloth.thread, cloth.size)


def _steps(start: float, stop: float, step: float) -> list[float]:
    return [start + i * step for i in range(int((stop - start) / step) + 2)]


def dots(page: Page, shape: Shape, thread: Swatch, size: float) -> None:
    left, top, right, bottom = bounds([shape])
    for row, y in enumerate(_steps(top, bottom, size * 0.86)):
        shift = size / 2 * (row % 2)
        for x in _steps(left - size, right, size):
            page.paint(thread, oval(x + shift, y, size * 0.17))


def stripes(page: Page, shape: Shape, thread: Swatch, size: float) -> None:
    left, top, right, bottom = bounds([shape])
    for x in _steps(left, right, size):
        page.paint(thread, rect(x, top - 2, size * 0.45, bottom - top + 4))


def hoops(page: Page, shape: Shape, thread: Swatch, size: float) -> None:
    left, top, right, bottom = bounds([shape])
    for y in _steps(top + size / 2, bottom, size):
        page.paint(thread, rect(left - 2, y, right - left + 4, size * 0.45))


def checks(page: Page, shape: Shape, thread: Swatch, size: float) -> None:
    """Gingham: half threads one way, half the other, full where they cross."""
    left, top, right, bottom = bounds([shape])
    half = {ink: value * 0.55 for ink, value in thread.items()}
    for x in _steps(left, right, size):
        page.over(half, rect(x, top - 2, size / 2, bottom - top + 4))
    for y in _steps(top, bottom, size):
        page.over(half, rect(left - 2, y, right - left + 4, size / 2))


def flowers(page: Page, shape: Shape, thread: Swatch, size: float) -> None:
    left, top, right, bottom = bounds([shape])
    for row, y in enumerate(_steps(top, bottom, size)):
        for x in _steps(left - size, right, size * 1.1):
            cx, cy = x + size * 0.55 * (row % 2), y
            petals = [
                turn(oval(cx, cy - size * 0.2, size * 0.11, size * 0.16), a, cx, cy)
                for a in range(row * 20, row * 20 + 360, 72)
            ]
            page.paint(thread, *petals)


def diamonds(page: Page, shape: Shape, thread: Swatch, size: float) -> None:
    """Rows of lozenges, as on a kilim."""
    left, top, right, bottom = bounds([shape])
    for row, y in enumerate(_steps(top, bottom, size * 0.8)):
        for x in _steps(left - size, right, size):
            cx, r = x + size / 2 * (row % 2), size * 0.4
            page.paint(thread, [(cx, y - r), (cx + r, y), (cx, y + r), (cx - r, y)])


def zigzag(page: Page, shape: Shape, thread: Swatch, size: float) -> None:
    left, top, right, bottom = bounds([shape])
    for y in _steps(top - size, bottom, size):
        for x in _steps(left, right, size):
            peak = (x + size / 2, y + size / 2)
            page.paint(thread, line((x, y), peak, size * 0.24))
            page.paint(thread, line(peak, (x + size, y), size * 0.24))
