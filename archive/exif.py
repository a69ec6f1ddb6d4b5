"""What the camera recorded, reduced to what an archive may know.

Runs inside the darkroom's limited process. It hands on an allow-list of facts:
never a position, a serial number or an owner's name.
"""

import logging
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import exifread
from defusedxml import ElementTree
from PIL import Image, IptcImagePlugin

from archive.darkroom.sniff import sent_through

logging.getLogger("exifread").disabled = True  # a broken tag is no news to us

_DIGITAL_AGE = 2000  # from this year a recorded date is when a file was made
_LONGEST = 2_000
_XMP_BYTES = 1_000_000
_WHATSAPP_EDGE = 1600

_DATE = re.compile(r"(\d{4})\D(\d\d)\D(\d\d)\D(\d\d)\D(\d\d)(?:\D(\d\d))?")
_NEVER_SET = {  # what a clock says that nobody has set
    (1904, 1, 1),
    (1970, 1, 1),
    (1980, 1, 1),
    (2000, 1, 1),
    (2005, 1, 1),
}
_SCANNERS = re.compile(
    r"scan(?!d)|epson|plustek|reflecta|microtek|silverfast|photomyne", re.IGNORECASE
)
_FACTORY_CAPTION = re.compile(
    r"(olympus|minolta|kodak|sony|samsung|konica|ricoh|casio|vivicam)?[\s_]*"
    r"(digital (still )?camera|dsc\d*|exif[_ ]jpeg[_ ]picture|default|untitled"
    r"|screenshot|dcim\\.*)?\s*",
    re.IGNORECASE,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_XP = {"title": 0x9C9B, "caption": 0x9C9C}
_IPTC = {"title": (2, 5), "caption": (2, 120)}
_FACEBOOK_NOTE = (2, 40)
_DC = "{http://purl.org/dc/elements/1.1/}"
_RDF_LI = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"


def recorded(path: Path) -> dict[str, Any]:
    """Tell what a picture file says about itself; a file that says nothing gives {}.

    Where `digitised` is true, `taken_at` is when the file was made – the scan, or
    the telephone over the album – and not when the picture was taken.
    """
    opened = _Opened(path)
    tags = _tags(path, opened.exif)
    found: dict[str, Any] = {
        "camera": _camera(tags),
        "software": _text(tags, "Image Software"),
        "scanner": _scanner(tags),
        "taken_at": _taken_at(tags),
        "digitised": _digitised(tags),
        "title": opened.words("title"),
        "caption": opened.words("caption"),
        "has_position": _has_position(tags, opened.xmp),
        "orientation": _orientation(tags),
        "sent_through": _sent_through(path, opened, tags),
    }
    return {key: value for key, value in found.items() if value}


def decoded(raw: bytes) -> str:
    """Read a caption's bytes as UTF-8 or, from older programs, as Windows did."""
    raw = raw.split(b"\x00", 1)[0]
    try:
        return _clean(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return _clean(raw.decode("cp1252", "replace"))


def moment(text: str) -> datetime | None:
    """Read a camera's clock, unless it plainly was never set."""
    if not (match := _DATE.match(text.strip())):
        return None
    numbers = [int(part or 0) for part in match.groups()]
    try:
        read = datetime(*numbers)  # type: ignore[arg-type]  # noqa: DTZ001 – no zone
    except ValueError:
        return None
    tomorrow = datetime.now(UTC).year + 1
    unset = (read.year, read.month, read.day) in _NEVER_SET
    return None if unset or not 1826 <= read.year <= tomorrow else read  # noqa: PLR2004


class _Opened:
    """What Pillow finds in the file beside its pixels; empty where it cannot read."""

    def __init__(self, path: Path) -> None:
        self.exif = b""
        self.xmp = b""
        self.jpeg_edge = 0
        self._iptc: Mapping[Any, Any] = {}
        self._tags: Mapping[int, Any] = {}
        with suppress(Exception), Image.open(path) as image:
            self.exif = _as_bytes(image.info.get("exif"))
            self.xmp = _as_bytes(image.info.get("xmp"))
            self.jpeg_edge = max(image.size) if image.format == "JPEG" else 0
            with suppress(Exception):
                self._iptc = IptcImagePlugin.getiptcinfo(image) or {}
            self._tags = image.getexif()

    def words(self, what: str) -> str:
        """Find a title or a caption, in the place where people most often put it."""
        for place in (self._from_iptc, self._from_exif, self._from_xmp):
            with suppress(Exception):
                words = place(what)
                if words and not _FACTORY_CAPTION.fullmatch(words):
                    return words
        return ""

    @property
    def facebook_was_here(self) -> bool:
        return _as_bytes(self._iptc.get(_FACEBOOK_NOTE)).startswith(b"FBMD")

    def _from_iptc(self, what: str) -> str:
        raw = self._iptc.get(_IPTC[what], b"")
        return decoded(raw[0] if isinstance(raw, list) else raw)

    def _from_exif(self, what: str) -> str:
        if what == "caption" and (described := self._tags.get(0x010E)):
            words = decoded(str(described).encode("latin-1"))  # Pillow read it as such
            if words and not _FACTORY_CAPTION.fullmatch(words):
                return words
        raw = self._tags.get(_XP[what], b"")
        raw = bytes(raw) if isinstance(raw, tuple) else _as_bytes(raw)
        return _clean(raw.decode("utf-16-le", "replace"))

    def _from_xmp(self, what: str) -> str:
        if not self.xmp or len(self.xmp) > _XMP_BYTES:
            return ""
        tag = _DC + {"title": "title", "caption": "description"}[what]
        root = ElementTree.fromstring(self.xmp.strip(b"\x00 \r\n"))
        for element in root.iter(tag):
            for line in element.iter(_RDF_LI):
                if line.text:
                    return _clean(line.text)
        return ""


def _tags(path: Path, exif: bytes) -> Mapping[str, Any]:
    """Ask ExifRead, which raises anything; `details` would read bombs, so: never."""
    with suppress(Exception), path.open("rb") as file:
        if tags := exifread.process_file(file, details=False, extract_thumbnail=False):
            return dict(tags)
    with suppress(Exception):
        block = BytesIO(exif.removeprefix(b"Exif\x00\x00"))
        return dict(exifread.process_file(block, details=False))
    return {}


def _text(tags: Mapping[str, Any], name: str) -> str:
    try:
        values = tags[name].values
        text = values if isinstance(values, str) else str(tags[name])
        return _clean(text)[:100]
    except Exception:  # noqa: BLE001 – a missing or mangled tag says nothing
        return ""


def _camera(tags: Mapping[str, Any]) -> str:
    make, model = _text(tags, "Image Make"), _text(tags, "Image Model")
    if model.casefold().startswith(make.casefold()):
        return model
    return f"{make} {model}".strip()


def _scanner(tags: Mapping[str, Any]) -> str:
    for name in (_camera(tags), _text(tags, "Image Software")):
        if _SCANNERS.search(name):
            return name
    return ""


def _taken_at(tags: Mapping[str, Any]) -> str:
    for name in ("EXIF DateTimeOriginal", "EXIF DateTimeDigitized"):
        if read := moment(_text(tags, name)):
            return read.isoformat()
    return ""


def _digitised(tags: Mapping[str, Any]) -> bool:
    clock = _taken_at(tags) or _text(tags, "Image DateTime")
    read = moment(clock)
    return bool(_scanner(tags)) or (read is not None and read.year >= _DIGITAL_AGE)


def _has_position(tags: Mapping[str, Any], xmp: bytes) -> bool:
    return "GPS GPSLatitude" in tags or b"GPSLatitude" in xmp


def _orientation(tags: Mapping[str, Any]) -> int:
    with suppress(Exception):
        value = int(tags["Image Orientation"].values[0])
        return value if 1 <= value <= 8 else 0  # noqa: PLR2004 – EXIF knows eight
    return 0


def _sent_through(path: Path, opened: _Opened, tags: Mapping[str, Any]) -> str:
    if opened.facebook_was_here:
        return "Facebook"
    shrunk = opened.jpeg_edge == _WHATSAPP_EDGE and not tags
    return sent_through(path.name) or ("WhatsApp" if shrunk else "")


def _as_bytes(value: object) -> bytes:
    if isinstance(value, str):
        return value.encode("utf-8", "surrogateescape")
    return value if isinstance(value, bytes) else b""


def _clean(text: str) -> str:
    return _CONTROL.sub("", text.replace("\r\n", "\n")).strip()[:_LONGEST]
