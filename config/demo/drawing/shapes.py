"""Scissors: shapes as lists of points, cut straight or round."""

import math
from collections.abc import Callable, Iterable, Sequence
from random import Random

Point = tuple[float, float]
Shape = list[Point]
Tone = Callable[[float, float], float]


def _spline(pts: Sequence[Point], steps: int) -> Shape:
    """Walk through the second to the second last point without a corner."""
    path: Shape = []
    for i in range(1, len(pts) - 2):
        a, b, c, d = pts[i - 1 : i + 3]
        for step in range(steps):
            t = step / steps
            t2, t3 = t * t, t * t * t
            wa, wb = -t3 + 2 * t2 - t, 3 * t3 - 5 * t2 + 2
            wc, wd = -3 * t3 + 4 * t2 + t, t3 - t2
            path.append(
                (
                    (wa * a[0] + wb * b[0] + wc * c[0] + wd * d[0]) / 2,
                    (wa * a[1] + wb * b[1] + wc * c[1] + wd * d[1]) / 2,
                )
            )
    return path


def points(*pts: Point | str) -> Shape:
    """Points one by one, or many in one string: "12,40 18,44"."""
    path: Shape = []
    for pt in pts:
        if isinstance(pt, str):
            for pair in pt.split():
                x, y = pair.split(",")
                path.append((float(x), float(y)))
        else:
            path.append(pt)
    return path


def blob(*pts: Point | str, steps: int = 8) -> Shape:
    """A closed, round shape through the points."""
    path = points(*pts)
    return _spline([path[-1], *path, path[0], path[1]], steps)


def curve(*pts: Point | str, steps: int = 8) -> Shape:
    """An open, round line through the points."""
    path = points(*pts)
    return [*_spline([path[0], *path, path[-1]], steps), path[-1]]


def poly(*pts: Point | str) -> Shape:
    return points(*pts)


def rect(x: float, y: float, w: float, h: float) -> Shape:
    return [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]


def oval(
    x: float, y: float, rx: float, ry: float | None = None, tilt: float = 0
) -> Shape:
    ry = rx if ry is None else ry
    steps = max(14, min(90, int(3 + (rx + ry) ** 0.5 * 5)))
    c, s = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    ring = []
    for i in range(steps):
        a = math.tau * i / steps
        u, v = rx * math.cos(a), ry * math.sin(a)
        ring.append((x + u * c - v * s, y + u * s + v * c))
    return ring


def arc(x: float, y: float, r: float, start: float, stop: float) -> Shape:
    """An open piece of a circle, angles in degrees clockwise from the right."""
    steps = max(6, int(abs(stop - start) / 6))
    turns = [math.radians(start + (stop - start) * i / steps) for i in range(steps + 1)]
    return [(x + r * math.cos(a), y + r * math.sin(a)) for a in turns]


def rounded(x: float, y: float, w: float, h: float, r: float) -> Shape:
    return [
        *arc(x + r, y + r, r, 180, 270),
        *arc(x + w - r, y + r, r, 270, 360),
        *arc(x + w - r, y + h - r, r, 0, 90),
        *arc(x + r, y + h - r, r, 90, 180),
    ]


def stroke(path: Sequence[Point], *widths: float) -> Shape:
    """A line with a body: widths are spread along it, the ends are round."""
    left: Shape = []
    right: Shape = []
    last = len(path) - 1
    for i, (x, y) in enumerate(path):
        (ax, ay), (bx, by) = path[max(i - 1, 0)], path[min(i + 1, last)]
        length = math.hypot(bx - ax, by - ay) or 1
        half = _along(widths, i / last) / 2
        nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    end = _cap(path[-1], left[-1], right[-1])
    start = _cap(path[0], right[0], left[0])
    return [*left, *end, *reversed(right), *start]


def _along(widths: Sequence[float], t: float) -> float:
    if len(widths) == 1:
        return widths[0]
    place = t * (len(widths) - 1)
    i = min(int(place), len(widths) - 2)
    return widths[i] + (widths[i + 1] - widths[i]) * (place - i)


def _cap(centre: Point, start: Point, stop: Point) -> Shape:
    r = math.hypot(start[0] - centre[0], start[1] - centre[1])
    if r < 0.4:
        return []
    a = math.degrees(math.atan2(start[1] - centre[1], start[0] - centre[0]))
    return arc(centre[0], centre[1], r, a, a - 180)[1:-1]


def limb(*pts: Point | str, widths: Sequence[float]) -> Shape:
    """An arm, a leg, a branch: a bent line that may taper."""
    return stroke(curve(*pts, steps=6), *widths)


def line(a: Point, b: Point, width: float) -> Shape:
    length = math.hypot(b[0] - a[0], b[1] - a[1]) or 1
    nx = -(b[1] - a[1]) / length * width / 2
    ny = (b[0] - a[0]) / length * width / 2
    return [
        (a[0] + nx, a[1] + ny),
        (b[0] + nx, b[1] + ny),
        (b[0] - nx, b[1] - ny),
        (a[0] - nx, a[1] - ny),
    ]


def move(shape: Shape, dx: float, dy: float) -> Shape:
    return [(x + dx, y + dy) for x, y in shape]


def turn(shape: Shape, degrees: float, x: float = 0, y: float = 0) -> Shape:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [
        (x + (u - x) * c - (v - y) * s, y + (u - x) * s + (v - y) * c) for u, v in shape
    ]


def spread(rng: Random, count: int, box: tuple[float, float, float, float]) -> Shape:
    """Points strewn over a box (left, top, right, bottom)."""
    left, top, right, bottom = box
    return [(rng.uniform(left, right), rng.uniform(top, bottom)) for _ in range(count)]


def bounds(shapes: Iterable[Shape]) -> tuple[float, float, float, float]:
    pts = [pt for shape in shapes for pt in shape]
    xs, ys = [x for x, _ in pts], [y for _, y in pts]
    return min(xs), min(ys), max(xs), max(ys)


def _clamp(t: float) -> float:
    return min(1.0, max(0.0, t))


def down(top: float, bottom: float, power: float = 1) -> Tone:
    """From 0 at the top to 1 at the bottom (or the other way up)."""
    return lambda _x, y: _clamp((y - top) / (bottom - top)) ** power


def across(left: float, right: float, power: float = 1) -> Tone:
    return lambda x, _y: _clamp((x - left) / (right - left)) ** power


def around(
    x: float, y: float, rx: float, ry: float | None = None, power: float = 1
) -> Tone:
    """From 1 in the middle to 0 at the rim: light around a lamp."""
    tall = rx if ry is None else ry
    return lambda u, v: _clamp(1 - math.hypot((u - x) / rx, (v - y) / tall)) ** power


class Place:
    """Where a drawn thing stands: its own small map (up is up) laid on the page."""

    def __init__(
        self, x: float, y: float, size: float, *, flip: bool = False, tilt: float = 0
    ) -> None:
        self.x, self.y, self.size = x, y, size
        self.sign = -1 if flip else 1
        self.cos, self.sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))

    def at(self, x: float, y: float) -> Point:
        u, v = x * self.sign * self.size, -y * self.size
        return (
            self.x + u * self.cos - v * self.sin,
            self.y + u * self.sin + v * self.cos,
        )

    def __call__(self, shape: Shape) -> Shape:
        return [self.at(x, y) for x, y in shape]
