"""Opening a recording and writing it anew: one track that plays everywhere, no more.

Older iPhones do not play what other phones record (Opus in WebM), and phones write
where they were into their files. So every voice becomes AAC in MP4, without a word
about the phone, and the original stays as it came.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer

from archive.darkroom.problems import Problem, Refused

SOUND = "sound.m4a"
BARS = 120
RATE = 48_000
_VOICE = 80_000  # bits a second: a voice and the room around it
_SAMPLE = Fraction(1, RATE)
_GAP = RATE // 5
_HEARD = 8_000  # samples a second are enough to see how loud it was
_BLOCK = _HEARD // 20
_LOUDEST = 32_768
_SILENCE = 200  # of 32,768; below it there is nothing to draw
CODECS = {
    *("aac", "mp3", "mp3float", "opus", "libopus", "vorbis", "alac", "flac"),
    *("amrnb", "amrwb", "libopencore_amrnb", "libopencore_amrwb"),
}
QUIET = {"movflags": "faststart", "fflags": "+bitexact"}


def write(given: InputContainer, folder: Path) -> dict[str, Any]:
    """Write the listening rendition; how long it is, and how loud it was when."""
    stream = audible(given)
    if stream is None:
        raise Refused(Problem.BROKEN)
    path = folder / SOUND
    trouble = Trouble()
    with av.open(str(path), "w", format="mp4", options=QUIET) as made:
        track = Track(made)
        for frame in trouble.frames(given, stream):
            track.take(frame)
        track.close()
    if not track.seconds:
        raise Refused(Problem.BROKEN)
    return {
        "duration": round(track.seconds, 2),
        "peaks": track.loudness.bars(),
        "salvaged": trouble.was_met,
        "renditions": [listed(path)],
    }


def audible(given: InputContainer) -> AudioStream | None:
    """The first track of sound in a way of writing it that we know."""
    for stream in given.streams.audio:
        context: Any = stream.codec_context  # None where the way of writing is unknown
        name = context.name if context else ""
        if name in CODECS or name.startswith("pcm_"):
            stream.codec_context.thread_count = 1
            return stream
    return None


def listed(path: Path, width: int = 0, height: int = 0) -> dict[str, Any]:
    """A rendition as the counter knows it."""
    return {
        "width": width,
        "height": height,
        "format": path.suffix[1:],
        "name": path.name,
        "bytes": path.stat().st_size,
    }


class Trouble:
    """Decodes as far as it goes: what is damaged in between is left out."""

    def __init__(self) -> None:
        self.was_met = False

    def frames(self, given: InputContainer, *streams: Any) -> Iterator[Any]:
        """Every frame of these tracks that can be read, in the order they lie."""
        packets = given.demux(*streams)
        while True:
            try:
                packet = next(packets)
                frames = packet.decode()
            except (StopIteration, av.error.EOFError):
                return
            except av.error.InvalidDataError:
                self.was_met = True
                continue
            yield from frames


class Track:
    """One track of voice being written, whatever the frames that come in are like."""

    def __init__(self, made: OutputContainer) -> None:
        self.made = made
        self.stream: AudioStream = made.add_stream("aac", rate=RATE, layout="mono")
        self.stream.bit_rate = _VOICE
        self.resampler = AudioResampler(format="fltp", layout="mono", rate=RATE)
        self.loudness = Loudness()
        self.at = 0

    @property
    def seconds(self) -> float:
        return self.at / RATE

    def take(self, frame: AudioFrame, *, heard_at: float = 0) -> None:
        """Write one frame, where the one before it ended.

        A film says when its sound is heard: where there is a gap, it stays a gap.
        """
        if heard_at * RATE - self.at > _GAP:
            self.at = round(heard_at * RATE)
        frame.pts = None
        self._write(self.resampler.resample(frame))

    def close(self) -> None:
        """Write what is still on its way through."""
        self._write(self.resampler.resample(None))
        self.made.mux(self.stream.encode(None))

    def _write(self, frames: list[AudioFrame]) -> None:
        for frame in frames:
            self.loudness.hear(frame)
            frame.pts, frame.time_base = self.at, _SAMPLE
            self.at += frame.samples
            self.made.mux(self.stream.encode(frame))


class Loudness:
    """How loud it was, block by block, and at last in as many bars as are drawn."""

    def __init__(self) -> None:
        self.resampler = AudioResampler(format="s16", layout="mono", rate=_HEARD)
        self.blocks: list[int] = []

    def hear(self, frame: AudioFrame) -> None:
        """The loudest moment of every twentieth of a second."""
        for heard in self.resampler.resample(frame):
            signs = memoryview(bytes(heard.planes[0])).cast("h")[: heard.samples]
            for at in range(0, len(signs), _BLOCK):
                block = signs[at : at + _BLOCK]
                self.blocks.append(max(*block, -min(block)))

    def bars(self) -> list[int]:
        """Up to 120 heights from 0 to 100, the loudest of them 100."""
        loudest = max(self.blocks, default=0)
        count = min(BARS, len(self.blocks))
        if loudest < _SILENCE:
            return [0] * count
        edges = [round(n * len(self.blocks) / count) for n in range(count + 1)]
        pieces = [
            self.blocks[start : max(end, start + 1)] for start, end in pairwise(edges)
        ]
        return [round(sum(piece) / len(piece) / loudest * 100) for piece in pieces]
