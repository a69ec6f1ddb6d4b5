"""The town drawn with a few strokes, read from data: no map from a stranger is fetched.

The data is DATA_DIR/town.toml; a society without it simply has no drawing.
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

SAMPLE = Path(__file__).parent / "demo" / "data" / "town.toml"
SIDES = ("west", "east", "south", "north")
WIDTH = 1000.0  # the drawing's own units, from west to east
FILLED = ("water", "lagoon")
KINDS = (*FILLED, "stream", "motorway", "railway", "road", "street")


@dataclass(frozen=True)
class Stroke:
    """One line or shore: what it is, and its path in the drawing's units."""

    kind: str
    path: str


@dataclass(frozen=True)
class Name:
    """A place with its name beside it; `side` is where the words end."""

    words: str
    x: float
    y: float
    side: str = "end"

    @property
    def words_x(self) -> float:
        return round(self.x + (16 if self.side == "end" else -16), 1)


@dataclass(frozen=True)
class Town:
    """A frame of latitudes and longitudes, and what is drawn in it."""

    west: float
    east: float
    south: float
    north: float
    strokes: tuple[Stroke, ...] = ()
    names: tuple[Name, ...] = ()

    @property
    def width(self) -> float:
        return WIDTH

    @property
    def height(self) -> float:
        """So that a metre is as long northward as eastward."""
        middle = math.radians((self.south + self.north) / 2)
        across = (self.east - self.west) * math.cos(middle)
        return round(WIDTH * (self.north - self.south) / across, 1)

    def spot(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Where a point of the earth lies in the drawing."""
        x = (longitude - self.west) / (self.east - self.west) * WIDTH
        y = (self.north - latitude) / (self.north - self.south) * self.height
        return round(x, 1), round(y, 1)

    def holds(self, latitude: float, longitude: float) -> bool:
        is_north = self.south <= latitude <= self.north
        return is_north and self.west <= longitude <= self.east


def read(path: Path) -> Town | None:
    """The drawing in a TOML file; None where there is none.

    Raises ImproperlyConfigured with the file's name when it cannot be understood.
    """
    if not path.exists():
        return None
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        return _drawn(data)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise ImproperlyConfigured(f"{path}: {error}") from error


def _drawn(data: dict[str, Any]) -> Town:
    west, east, south, north = (float(data["frame"][side]) for side in SIDES)
    frame = Town(west, east, south, north)
    if frame.west >= frame.east or frame.south >= frame.north:
        raise ValueError("the frame has no inside")
    return replace(
        frame,
        strokes=tuple(_stroke(frame, each) for each in data.get("stroke", [])),
        names=tuple(_name(frame, each) for each in data.get("name", [])),
    )


def _stroke(frame: Town, told: dict[str, Any]) -> Stroke:
    if told["kind"] not in KINDS:
        raise ValueError(f"nobody draws {told['kind']}; it may be {', '.join(KINDS)}")
    spots = [frame.spot(*at) for at in told["points"]]
    return Stroke(told["kind"], _path(spots, closed=told["kind"] in FILLED))


def _name(frame: Town, told: dict[str, Any]) -> Name:
    x, y = frame.spot(*told["at"])
    return Name(str(told["words"]), x, y, told.get("side", "end"))


def _path(spots: list[tuple[float, float]], *, closed: bool) -> str:
    """A soft line through all the points (Catmull–Rom, as Bézier curves)."""
    count = len(spots)

    def at(number: int) -> tuple[float, float]:
        return spots[number % count if closed else min(max(number, 0), count - 1)]

    curves = []
    for number in range(count if closed else count - 1):
        before, start, end, after = (at(number + step) for step in (-1, 0, 1, 2))
        one = [start[axis] + (end[axis] - before[axis]) / 6 for axis in (0, 1)]
        two = [end[axis] - (after[axis] - start[axis]) / 6 for axis in (0, 1)]
        curves.append("C" + " ".join(f"{each:.1f}" for each in (*one, *two, *end)))
    return f"M{spots[0][0]} {spots[0][1]}{''.join(curves)}{'Z' if closed else ''}"
