"""Makers of recordings and films such as phones make, and of some that nobody should.

A voice here is a hum that swells and falls: loud in the middle of each second.
"""

from __future__ import annotations

import math
import struct
import wave
from array import array
from fractions import Fraction
from io import BytesIO, RawIOBase
from typing import cast

import av
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from PIL import Image, ImageDraw

RATE = 48_000
PLACE = "+55.6158+012.3514/"
PHONE = "Telefon 12 Pro"
_FORMATS = {"aac": "fltp", "libopus": "s16", "libmp3lame": "s16p", "pcm_s16le": "s16"}


def hum(seconds: float, *, rate: int = RATE, quiet_after: float = 1e9) -> array[int]:
    """A voice as numbers; silent after so many seconds."""
    signs = array("h")
    for n in range(round(seconds * rate)):
        at = n / rate
        loud = 12_000 * (0.25 + 0.75 * abs(math.sin(math.pi * at)))
        loud = loud if at < quiet_after else 0
        signs.append(int(loud * math.sin(2 * math.pi * 180 * at)))
    return signs


def wav(seconds: float = 2, *, rate: int = 16_000) -> bytes:
    out = BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(hum(seconds, rate=rate).tobytes())
    return out.getvalue()


def m4a(seconds: float = 2) -> bytes:
    """What an iPhone's recorder makes, with where it was and what it was made with."""
    return _recorded("mp4", "aac", seconds, notes=True)


def mp3(seconds: float = 2) -> bytes:
    return _recorded("mp3", "libmp3lame", seconds, notes=True)


def ogg(seconds: float = 2) -> bytes:
    """What WhatsApp sends."""
    return _recorded("ogg", "libopus", seconds)


def webm(seconds: float = 2, *, quiet_after: float = 1e9) -> bytes:
    """What MediaRecorder makes: written as it is spoken, so nobody knew how long."""
    return _recorded("webm", "libopus", seconds, live=True, quiet_after=quiet_after)


def fragmented_m4a(seconds: float = 2) -> bytes:
    """What Safari's MediaRecorder makes: one piece after the other, no index."""
    return _recorded("mp4", "aac", seconds, live=True)


def film(seconds: float = 2, *, turned: bool = False, place: bool = True) -> bytes:
    """A film of a red square on grey, with sound, and where it was made.

    `turned` is how a phone stores what was filmed upright: lying down, with a note.
    """
    made = _filmed("mp4", "libx264", "aac", seconds, notes=place)
    return _laid_down(made) if turned else made


def webm_film(seconds: float = 2) -> bytes:
    return _filmed("webm", "libvpx", "libopus", seconds)


def silent_film(seconds: float = 1) -> bytes:
    return _filmed("mp4", "libx264", "", seconds)


def cut_off(whole: bytes, *, kept: float = 0.6) -> bytes:
    """What had arrived when the page was closed."""
    return whole[: round(len(whole) * kept)]


def scrambled(whole: bytes, *, start: int = 2_000) -> bytes:
    """The right first bytes, and then nothing anybody can read."""
    noise = bytes((n * 89 + n // 7) % 256 for n in range(len(whole) - start))
    return whole[:start] + noise


def claiming_wav() -> bytes:
    """Forty bytes that claim four gigabytes of 64 channels."""
    form = struct.pack("<HHIIHH", 1, 64, 384_000, 384_000 * 128, 128, 16)
    return (
        b"RIFF\xff\xff\xff\xffWAVEfmt \x10\x00\x00\x00" + form + b"data\xff\xff\xff\xff"
    )


def claiming_film() -> bytes:
    """A small film that claims to be wider than a house."""
    small = _filmed("mp4", "libx264", "", 0.2)
    at = small.index(b"avc1", small.index(b"stsd")) + 28
    return small[:at] + struct.pack(">HH", 16_000, 16_000) + small[at + 4 :]


class _Live(RawIOBase):
    """A place one can only write to, one piece after the other."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: bytes) -> int:  # type: ignore[override]
        self.pieces.append(bytes(piece))
        return len(piece)


def _recorded(
    form: str,
    codec: str,
    seconds: float,
    *,
    live: bool = False,
    notes: bool = False,
    quiet_after: float = 1e9,
) -> bytes:
    place: BytesIO | _Live = _Live() if live else BytesIO()
    options = {"movflags": "frag_keyframe+empty_moov"} if live and form == "mp4" else {}
    with av.open(place, "w", format=form, options=options) as made:
        _note(made, notes)
        stream = _sound(made, codec)
        _speak(made, stream, codec, hum(seconds, quiet_after=quiet_after))
    return b"".join(place.pieces) if isinstance(place, _Live) else place.getvalue()


def _filmed(
    form: str, codec: str, voice: str, seconds: float, *, notes: bool = False
) -> bytes:
    out = BytesIO()
    tagged = {"movflags": "use_metadata_tags"} if form == "mp4" else {}
    with av.open(out, "w", format=form, options=tagged) as made:
        _note(made, notes)
        moving = cast("VideoStream", made.add_stream(codec, rate=10))
        moving.width, moving.height, moving.pix_fmt = 160, 96, "yuv420p"
        sound = _sound(made, voice) if voice else None
        for n in range(round(seconds * 10)):
            frame: VideoFrame = VideoFrame.from_image(_seen(n))  # type: ignore[no-untyped-call]
            frame.pts, frame.time_base = n, Fraction(1, 10)
            made.mux(moving.encode(frame))
        made.mux(moving.encode(None))
        if sound is not None:
            _speak(made, sound, voice, hum(seconds))
    return out.getvalue()


def _sound(made: OutputContainer, codec: str) -> AudioStream:
    return cast("AudioStream", made.add_stream(codec, rate=RATE, layout="mono"))


def _seen(moment: int) -> Image.Image:
    picture = Image.new("RGB", (160, 96), (120, 120, 120))
    ImageDraw.Draw(picture).rectangle((0, 0, 40 + moment % 4, 40), fill=(220, 20, 20))
    return picture


def _note(made: OutputContainer, notes: bool) -> None:  # noqa: FBT001
    if notes:
        made.metadata["location"] = PLACE
        made.metadata["title"] = PHONE
        made.metadata["comment"] = f"{PHONE} {PLACE}"


def _speak(
    made: OutputContainer, stream: AudioStream, codec: str, signs: array[int]
) -> None:
    fit = AudioResampler(format=_FORMATS[codec], layout="mono", rate=RATE)
    for at in range(0, len(signs), RATE):
        piece = signs[at : at + RATE]
        frame = av.AudioFrame(format="s16", layout="mono", samples=len(piece))
        frame.planes[0].update(piece.tobytes())
        frame.sample_rate, frame.pts = RATE, at
        frame.time_base = Fraction(1, RATE)
        for each in fit.resample(frame):
            made.mux(stream.encode(each))
    made.mux(stream.encode(None))


def _laid_down(film: bytes) -> bytes:
    """The note in the film's index that it is to be turned a quarter clockwise."""
    at = film.index(b"tkhd") + 4 + 40
    upright = struct.pack(">9i", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
    assert film[at : at + 36] == upright
    lying = struct.pack(">9i", 0, 0x10000, 0, -0x10000, 0, 0, 96 << 16, 0, 0x40000000)
    return film[:at] + lying + film[at + 36 :]
