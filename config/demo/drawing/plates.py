"""A page is a set of printing plates, one for each ink, drawn on together."""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageFont

from config.demo.drawing.inks import Swatch
from config.demo.drawing.shapes import Point, Shape, Tone, bounds

PIXELS: Final = 2  # printed pixels per unit of the page
BLEED: Final = 8  # units drawn outside the page, for plates that slip
SCALE: Final = 3  # pixels of a plate per unit, finer than the print
FONTS: Final = Path(__file__).parents[3] / "static/fonts/print"

Box = tuple[int, int, int, int]


@lru_cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"{name}.ttf", size)


def _level(value: float) -> int:
    return round(255 * min(1.0, max(0.0, value)))


@lru_cache(maxsize=2048)
def _ramp(start: int, stop: int) -> list[int]:
    """The way from one level to another, for each level of a mask."""
    return [start + (stop - start) * i // 255 for i in range(256)]


class Page:
    """Paper to draw on: shapes cover what is beneath them, or print over it."""

    def __init__(
        self, width: int, height: int, inks: Sequence[str], *, seed: int
    ) -> None:
        self.width, self.height = width, height
        self.rng = Random(seed)
        self.sway = self.rng.uniform(0, 6)
        size = ((width + 2 * BLEED) * SCALE, (height + 2 * BLEED) * SCALE)
        self.plates = {ink: Image.new("L", size, 0) for ink in inks}
        self.size = size
        self.origin = (0, 0)

    @property
    def sheet(self) -> Shape:
        """The whole page, with the part that will be trimmed."""
        w, h = self.width + BLEED, self.height + BLEED
        return [(-BLEED, -BLEED), (w, -BLEED), (w, h), (-BLEED, h)]

    def paint(self, swatch: Swatch, *shapes: Shape) -> None:
        """Lay shapes on the page in opaque colour, as in gouache."""
        self._check(swatch)
        cut = [self._cut(shape) for shape in shapes if len(shape) > 2]
        for ink, plate in self.plates.items():
            draw = ImageDraw.Draw(plate)
            level = _level(swatch.get(ink, 0))
            for pts in cut:
                draw.polygon(pts, fill=level)

    def over(self, swatch: Swatch, *shapes: Shape, tone: Tone | None = None) -> None:
        """Print shapes over what is there, as transparent ink does."""
        self._check(swatch)
        found = self._mask(shapes, tone)
        if found is None:
            return
        box, mask = found
        for ink, value in swatch.items():
            part = mask.point(_ramp(0, _level(value)))
            plate = self.plates[ink]
            plate.paste(ImageChops.add(plate.crop(box), part), box)

    def fade(
        self,
        amount: float,
        *shapes: Shape,
        tone: Tone | None = None,
        inks: Sequence[str] = (),
    ) -> None:
        """Take ink away: light falling in."""
        found = self._mask(shapes, tone)
        if found is None:
            return
        box, mask = found
        left = mask.point(_ramp(255, 255 - _level(amount)))
        for ink in inks or self.plates:
            plate = self.plates[ink]
            plate.paste(ImageChops.multiply(plate.crop(box), left), box)

    def wash(self, a: Swatch, b: Swatch, *shapes: Shape, tone: Tone) -> None:
        """Cover shapes with a colour that turns into another along the tone."""
        self._check(a | b)
        found = self._mask(shapes, None)
        if found is None:
            return
        box, mask = found
        blend = self._field(box, tone)
        for ink, plate in self.plates.items():
            ramp = _ramp(_level(a.get(ink, 0)), _level(b.get(ink, 0)))
            plate.paste(blend.point(ramp), box, mask)

    @contextmanager
    def inside(self, *shapes: Shape) -> Iterator[None]:
        """What is drawn meanwhile only shows inside the shapes."""
        found = self._mask(shapes, None)
        if found is None:
            yield
            return
        box, mask = found
        whole, size, origin = self.plates, self.size, self.origin
        self.plates = {ink: plate.crop(box) for ink, plate in whole.items()}
        self.size = mask.size
        self.origin = (origin[0] + box[0], origin[1] + box[1])
        yield
        for ink, part in self.plates.items():
            whole[ink].paste(part, box, mask)
        self.plates, self.size, self.origin = whole, size, origin

    def text(
        self,
        swatch: Swatch,
        at: Point,
        words: str,
        size: float,
        *,
        font: str = "figtree-600",
        anchor: str = "mm",
    ) -> None:
        """Letters, for signs and blackboards."""
        face = _font(font, round(size * SCALE))
        place = (
            (at[0] + BLEED) * SCALE - self.origin[0],
            (at[1] + BLEED) * SCALE - self.origin[1],
        )
        for ink, plate in self.plates.items():
            draw = ImageDraw.Draw(plate)
            level = _level(swatch.get(ink, 0))
            draw.text(place, words, fill=level, font=face, anchor=anchor)

    def _check(self, swatch: Swatch) -> None:
        if unknown := set(swatch) - set(self.plates):
            raise ValueError(f"This page has no plate for {sorted(unknown)}.")

    def _cut(self, shape: Shape) -> list[tuple[float, float]]:
        """Cut along the shape by hand: long straight edges waver a little."""
        (x0, y0), (xm, ym) = shape[-1], shape[len(shape) // 2]
        if abs(x0 - xm) + abs(y0 - ym) < 24:
            dx, dy = self._waver(x0, y0)
            return [(x * SCALE + dx, y * SCALE + dy) for x, y in shape]
        path: list[tuple[float, float]] = []
        for x1, y1 in shape:
            bits = min(int((abs(x1 - x0) + abs(y1 - y0)) // 40) + 1, 40)
            for i in range(1, bits + 1):
                x, y = x0 + (x1 - x0) * i / bits, y0 + (y1 - y0) * i / bits
                dx, dy = self._waver(x, y)
                path.append((x * SCALE + dx, y * SCALE + dy))
            x0, y0 = x1, y1
        return path

    def _waver(self, x: float, y: float) -> Point:
        """How far the hand is off at this place, in pixels of the plate."""
        a = math.sin(y * 0.031 + x * 0.012 + self.sway)
        b = math.sin(x * 0.027 - y * 0.014 + self.sway)
        c = math.sin((x + y) * 0.09)
        return (
            (0.7 * a + 0.35 * c + BLEED) * SCALE - self.origin[0],
            (0.7 * b - 0.35 * c + BLEED) * SCALE - self.origin[1],
        )

    def _mask(
        self, shapes: Sequence[Shape], tone: Tone | None
    ) -> tuple[Box, Image.Image] | None:
        shapes = shapes or (self.sheet,)
        cut = [self._cut(shape) for shape in shapes if len(shape) > 2]
        left, top, right, bottom = bounds(cut) if cut else (0, 0, 0, 0)
        box = (
            max(0, int(left)),
            max(0, int(top)),
            min(self.size[0], int(right) + 2),
            min(self.size[1], int(bottom) + 2),
        )
        if box[0] >= box[2] or box[1] >= box[3]:
            return None
        mask = Image.new("L", (box[2] - box[0], box[3] - box[1]), 0)
        draw = ImageDraw.Draw(mask)
        for pts in cut:
            draw.polygon([(x - box[0], y - box[1]) for x, y in pts], fill=255)
        if tone is not None:
            mask = ImageChops.multiply(mask, self._field(box, tone))
        return box, mask

    def _field(self, box: Box, tone: Tone) -> Image.Image:
        """A tone as a picture: sampled coarsely, then smoothed."""
        w, h = box[2] - box[0], box[3] - box[1]
        x0, y0 = box[0] + self.origin[0], box[1] + self.origin[1]
        nx, ny = max(2, min(40, w // 16)), max(2, min(40, h // 16))
        levels = bytes(
            _level(
                tone(
                    (x0 + w * (i + 0.5) / nx) / SCALE - BLEED,
                    (y0 + h * (j + 0.5) / ny) / SCALE - BLEED,
                )
            )
            for j in range(ny)
            for i in range(nx)
        )
        small = Image.frombytes("L", (nx, ny), levels)
        return small.resize((w, h), Image.Resampling.BILINEAR)
