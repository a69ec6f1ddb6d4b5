"""Opening a film and writing it anew: upright, and small enough for a phone.

Always drawn anew and never only repacked: cameras write places and serial numbers into
the picture stream itself, where repacking would carry them along.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
from av.audio.frame import AudioFrame
from av.container import InputContainer, OutputContainer
from av.filter import Graph
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from PIL import Image

from archive.darkroom import likeness, renditions
from archive.darkroom.problems import Problem, Refused
from archive.darkroom.sound import QUIET, Track, Trouble, audible, listed

FILM = "film.mp4"
LONG_EDGE = 1280
CODECS = {
    *("h264", "hevc", "vp8", "vp9", "libvpx", "libvpx-vp9", "av1", "libdav1d"),
    *("mpeg4", "h263", "mjpeg"),
}
_MOST_PIXELS = 40_000_000
_CLOCK = Fraction(1, 90_000)
_LEAST_STEP = 2_900  # of that clock: thirty pictures a second and no more
_LONGEST_WAIT = 500  # pieces of sound before the first picture: ten seconds
_POSTER_AT = 90_000  # a second in; the first picture is often a blur
_TURNS = {90: ["cclock"], 180: ["clock", "clock"], 270: ["clock"]}


def visible(given: InputContainer) -> VideoStream | None:
    """The first moving track; the cover of a record is none."""
    for stream in given.streams.video:
        context: Any = stream.codec_context  # None where the way of drawing is unknown
        if context is None or context.name not in CODECS:
            continue
        if "attached_pic" not in str(stream.disposition).lower():
            return stream
    return None


def write(given: InputContainer, folder: Path) -> dict[str, Any]:
    """Write the film, and one picture of it in every size."""
    stream, sound = visible(given), audible(given)
    if stream is None:
        raise Refused(Problem.BROKEN)
    if stream.codec_context.width * stream.codec_context.height > _MOST_PIXELS:
        raise Refused(Problem.TOO_BIG)
    stream.thread_type = "AUTO"
    stream.codec_context.thread_count = 2
    path, trouble = folder / FILM, Trouble()
    with av.open(str(path), "w", format="mp4", options=QUIET) as made:
        drawn = Drawn(made, zero=given.start_time or 0, sounds=sound is not None)
        for frame in trouble.frames(given, *filter(None, (stream, sound))):
            drawn.take(frame)
        drawn.close()
    if drawn.poster is None:
        raise Refused(Problem.BROKEN)
    poster: Image.Image = drawn.poster.to_image()  # type: ignore[no-untyped-call]
    pictures, smallest = renditions.make(poster, folder)
    return {
        "width": poster.width,
        "height": poster.height,
        "duration": round(drawn.seconds, 2),
        "peaks": [],
        "salvaged": trouble.was_met,
        "renditions": [*pictures, listed(path, poster.width, poster.height)],
        "colour": likeness.dominant_colour(smallest),
    }


class Drawn:
    """The film being written: both tracks, upright and in one size."""

    def __init__(self, made: OutputContainer, *, zero: int, sounds: bool) -> None:
        self.made, self.zero, self.sounds = made, Fraction(zero, av.time_base), sounds
        self.stream: VideoStream | None = None
        self.track: Track | None = None
        self.waiting: list[AudioFrame] = []
        self.poster: VideoFrame | None = None
        self.poster_at = 0
        self.graph: tuple[Any, Graph] | None = None
        self.last = -_LEAST_STEP

    @property
    def seconds(self) -> float:
        heard = self.track.seconds if self.track else 0
        return max(float((self.last + _LEAST_STEP) * _CLOCK), heard)

    def take(self, frame: VideoFrame | AudioFrame) -> None:
        """Draw or write one frame. Sound waits until the first picture is there."""
        if isinstance(frame, VideoFrame):
            self._draw(frame)
        elif self.track is not None:
            self.track.take(frame, heard_at=float(self._moment(frame)))
        elif len(self.waiting) < _LONGEST_WAIT:
            self.waiting.append(frame)

    def close(self) -> None:
        """Write what is still on its way through."""
        if self.stream is not None:
            self.made.mux(self.stream.encode(None))
        if self.track is not None:
            self.track.close()

    def _draw(self, frame: VideoFrame) -> None:
        """Draw one frame, unless the one before it has hardly been seen."""
        at = int(self._moment(frame) / _CLOCK)
        if at - self.last < _LEAST_STEP:
            return
        self.last = at
        upright = self._upright(frame)
        upright.pts, upright.time_base = at, _CLOCK
        if self.poster is None or self.poster_at < _POSTER_AT <= at:
            self.poster, self.poster_at = upright, at
        self.made.mux(self._stream(upright).encode(upright))

    def _moment(self, frame: VideoFrame | AudioFrame) -> Fraction:
        if frame.pts is None or frame.time_base is None:
            return (self.last + _LEAST_STEP) * _CLOCK
        return max(frame.pts * frame.time_base - self.zero, Fraction(0))

    def _stream(self, frame: VideoFrame) -> VideoStream:
        if self.stream is None:
            ways = {"preset": "veryfast", "crf": "25", "profile": "main"}
            self.stream = self.made.add_stream("libx264", rate=30, options=ways)
            self.stream.width, self.stream.height = frame.width, frame.height
            self.stream.pix_fmt = "yuv420p"
            self.stream.codec_context.time_base = _CLOCK
            self.stream.codec_context.thread_count = 2
            self._open_track()
        return self.stream

    def _open_track(self) -> None:
        """Every track of an MP4 has to be there before the first piece is written."""
        self.track = Track(self.made) if self.sounds else None
        for frame in self.waiting:
            self.take(frame)
        self.waiting = []

    def _upright(self, frame: VideoFrame) -> VideoFrame:
        shape = (frame.width, frame.height, frame.format.name)
        if self.graph is None or self.graph[0] != shape:
            self.graph = (shape, self._way(frame))
        graph = self.graph[1]
        graph.push(frame)
        drawn = graph.pull()
        if not isinstance(drawn, VideoFrame):
            raise Refused(Problem.BROKEN)
        return drawn

    def _way(self, frame: VideoFrame) -> Graph:
        """Turned, made smaller, and in the colours every phone can show."""
        turns = _TURNS.get(round(frame.rotation) % 360, [])
        width, height = frame.width, frame.height
        if len(turns) == 1:
            width, height = height, width
        if self.stream is not None:
            width, height = self.stream.width, self.stream.height
        else:
            width, height = _even(width, height)
        graph = Graph()
        steps = [graph.add_buffer(template=None, **_as_it_comes(frame))]
        steps += [graph.add("transpose", each) for each in turns]
        steps += [
            graph.add("scale", f"{width}:{height}"),
            graph.add("setsar", "1"),
            graph.add("format", "yuv420p"),
            graph.add("buffersink"),
        ]
        graph.link_nodes(*steps).configure()
        return graph


def _as_it_comes(frame: VideoFrame) -> dict[str, Any]:
    return {
        "width": frame.width,
        "height": frame.height,
        "format": frame.format,
        "time_base": frame.time_base or _CLOCK,
    }


def _even(width: int, height: int) -> tuple[int, int]:
    """No larger than its longest edge may be, in even numbers, as H.264 wants them."""
    scale = min(1, LONG_EDGE / max(width, height))
    return max(2, round(width * scale / 2) * 2), max(2, round(height * scale / 2) * 2)
