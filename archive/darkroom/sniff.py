"""What a file is, judged by its first bytes and never by its name.

Safe in the web process: nothing here decodes anything.
"""

import re
from pathlib import Path
from typing import BinaryIO, NamedTuple

HEAD = 65_536  # as many first bytes as sniff() can make use of
_MOOV = 1_048_576  # as much of an MP4 index as we look through


class Kind(NamedTuple):
    """One of the formats the house takes in."""

    medium: str  # image, audio, video or document
    mime: str
    extension: str


JPEG = Kind("image", "image/jpeg", "jpg")
PNG = Kind("image", "image/png", "png")
TIFF = Kind("image", "image/tiff", "tif")
WEBP = Kind("image", "image/webp", "webp")
HEIC = Kind("image", "image/heic", "heic")
AVIF = Kind("image", "image/avif", "avif")
MP3 = Kind("audio", "audio/mpeg", "mp3")
WAV = Kind("audio", "audio/wav", "wav")
OGG = Kind("audio", "audio/ogg", "ogg")
MP4_AUDIO = Kind("audio", "audio/mp4", "m4a")
WEBM_AUDIO = Kind("audio", "audio/webm", "weba")
MP4_VIDEO = Kind("video", "video/mp4", "mp4")
WEBM_VIDEO = Kind("video", "video/webm", "webm")
PDF = Kind("document", "application/pdf", "pdf")

_SIGNATURES = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"ID3", MP3),
    (b"%PDF-", PDF),
)
_RIFF = {b"WEBP": WEBP, b"WAVE": WAV}
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"}
_AVIF_BRANDS = {b"avif", b"avis"}
_SOUND_BRANDS = {b"M4A ", b"M4B "}
_FILM_BRANDS = {b"mp41", b"mp42", b"isom", b"avc1", b"M4V ", b"MSNV", b"dash"} | {
    b"iso%d" % n for n in range(2, 10)
}
_MP3_FRAME = re.compile(rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb][\x10-\xef]")
_TRACK = re.compile(rb"\x86[\x82-\xa0]([AV])_")  # how a track is written: V_VP8
_TRACKS = 4096  # they are listed first; what follows may look like anything
_HANDLER = re.compile(rb"hdlr.{8}(vide|soun)", re.DOTALL)
_SENT = (
    (re.compile(r"(IMG|VID|AUD|PTT)-\d{8}-WA\d+|WhatsApp ", re.IGNORECASE), "WhatsApp"),
    (re.compile(r"received_\d{8,}", re.IGNORECASE), "Messenger"),
    (re.compile(r"FB_IMG_\d{8,}", re.IGNORECASE), "Facebook"),
)


def sniff(first_bytes: bytes) -> Kind | None:
    """Say what a file is from its first bytes; None when we do not take it."""
    for signature, kind in _SIGNATURES:
        if first_bytes.startswith(signature):
            return kind
    if first_bytes[:4] == b"RIFF":
        return _RIFF.get(first_bytes[8:12])
    if first_bytes[4:8] == b"ftyp":
        return _boxes(first_bytes)
    if first_bytes.startswith(b"\x1aE\xdf\xa3"):
        return _webm(first_bytes)
    if first_bytes.startswith(b"OggS"):
        return None if b"\x80theora" in first_bytes else OGG
    return MP3 if _MP3_FRAME.match(first_bytes) else None


def sniff_file(path: Path) -> Kind | None:
    """Say what a stored file is; for MP4 the index is looked up wherever it lies."""
    with path.open("rb") as file:
        head = file.read(HEAD)
        kind = sniff(head)
        if kind == MP4_VIDEO and not _HANDLER.search(head):
            return sniff(head[:256] + _index(file))
    return kind


def sent_through(name: str) -> str | None:
    """Guess from its name which app a picture was sent through, and shrunk by."""
    for pattern, app in _SENT:
        if pattern.match(name):
            return app
    return None


def _boxes(head: bytes) -> Kind | None:
    size = int.from_bytes(head[:4], "big")
    major = head[8:12]
    brands = {major, *(head[at : at + 4] for at in range(16, min(size, 256), 4))}
    if brands & _AVIF_BRANDS:
        return AVIF
    if brands & _HEIC_BRANDS:
        return HEIC
    if major in _SOUND_BRANDS:
        return MP4_AUDIO
    if not (major in _FILM_BRANDS or major.startswith(b"3gp")):
        return None
    handlers = set(_HANDLER.findall(head))
    return MP4_AUDIO if handlers == {b"soun"} else MP4_VIDEO


def _webm(head: bytes) -> Kind | None:
    if b"webm" not in head[:64]:
        return None
    tracks = set(_TRACK.findall(head[:_TRACKS]))
    return WEBM_AUDIO if tracks == {b"A"} else WEBM_VIDEO


def _index(file: BinaryIO) -> bytes:
    """Find the box that lists the tracks of an MP4, which may come last."""
    at = 0
    for _ in range(64):
        file.seek(at)
        header = file.read(16)
        size = int.from_bytes(header[:4], "big")
        if size == 1:
            size = int.from_bytes(header[8:16], "big")
        if header[4:8] == b"moov":
            return header[8:] + file.read(min(size, _MOOV))
        if size < 8:  # noqa: PLR2004 – a box is never smaller than its own header
            break
        at += size
    return b""
