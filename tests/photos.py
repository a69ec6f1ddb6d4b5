"""Makers of files such as families send, and of some that nobody should.

Every picture shows the same thing: a grey slope with a red corner top left and a
green one top right, so that a test can see which way up it is.
"""

import struct
import zlib
from io import BytesIO
from typing import Any, TypedDict, Unpack

from PIL import Image, ImageCms, ImageDraw, TiffImagePlugin
from PIL.ExifTags import IFD, Base
from pillow_heif import register_heif_opener

RED = (220, 20, 20)
GREEN = (20, 160, 60)

_SERIAL, _OWNER = 0xA431, 0xA430
_POSITION = {
    1: "N",
    2: (55.0, 36.0, 56.88),
    3: "E",
    4: (12.0, 21.0, 5.04),
}


def scene(width: int = 800, height: int = 600, *, seed: int = 0) -> Image.Image:
    """The picture itself; another seed is another picture."""
    slope = Image.linear_gradient("L").resize((width, height))
    picture = Image.merge("RGB", [slope.point(lambda v: 60 + v // 2)] * 3)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, width // 4, height // 4), fill=RED)
    draw.rectangle((width - width // 4, 0, width, height // 4), fill=GREEN)
    for n in range(1, 6):
        at = (seed * 37 + n * 53) % 90
        left, top = width * at // 100, height * ((seed * 29 + n * 31) % 60 + 30) // 100
        shade = (n * 47 + seed * 61) % 200
        draw.ellipse(
            (left, top, left + width // 8, top + height // 8), fill=(shade,) * 3
        )
    return picture


def laid(picture: Image.Image, orientation: int) -> Image.Image:
    """Lay a picture the way a camera with this orientation stores it."""
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    return picture.transpose(back[orientation]) if orientation in back else picture


class Notes(TypedDict, total=False):
    """What a camera writes beside the picture."""

    orientation: int
    gps: bool
    taken: str
    camera: tuple[str, str]
    software: str
    caption: bytes
    title: str
    serial: str
    owner: str
    comment: bytes


def exif(**notes: Unpack[Notes]) -> Image.Exif:
    """The notes as EXIF; nothing unless asked."""
    made = Image.Exif()
    make, model = notes.get("camera", (None, None))
    title = notes.get("title", "").encode("utf-16-le")
    plain: dict[int, object] = {
        Base.Orientation: notes.get("orientation"),
        Base.Make: make,
        Base.Model: model,
        Base.Software: notes.get("software"),
        Base.ImageDescription: notes.get("caption"),
        Base.XPTitle: title + b"\x00\x00" if title else None,
    }
    inner: dict[int, object] = {
        Base.DateTimeOriginal: notes.get("taken"),
        _SERIAL: notes.get("serial"),
        _OWNER: notes.get("owner"),
    }
    made.update({tag: value for tag, value in plain.items() if value is not None})
    if any(inner.values()):
        made.get_ifd(IFD.Exif).update({k: v for k, v in inner.items() if v is not None})
    if notes.get("gps"):
        made.get_ifd(IFD.GPSInfo).update(_POSITION)
    return made


def jpeg(
    width: int = 800, height: int = 600, *, seed: int = 0, **notes: Unpack[Notes]
) -> bytes:
    """A JPEG `width` × `height` when upright, with the notes a camera makes."""
    picture = laid(scene(width, height, seed=seed), notes.get("orientation", 1))
    comment = notes.get("comment", b"")
    return _saved(picture, "JPEG", quality=85, exif=exif(**notes), comment=comment)


def png(width: int = 800, height: int = 600) -> bytes:
    """A PNG whose lower half is transparent."""
    picture = scene(width, height).convert("RGBA")
    picture.paste((0, 0, 0, 0), (0, height // 2, width, height))
    return _saved(picture, "PNG")


def palette_png(width: int = 800, height: int = 600) -> bytes:
    return _saved(scene(width, height).quantize(32), "PNG")


def webp(width: int = 800, height: int = 600) -> bytes:
    return _saved(scene(width, height), "WEBP")


def avif(width: int = 800, height: int = 600, **notes: Unpack[Notes]) -> bytes:
    return _saved(scene(width, height), "AVIF", speed=10, exif=exif(**notes))


def heic(width: int = 800, height: int = 600, *, orientation: int = 1) -> bytes:
    """What an iPhone makes: stored lying down, with a note of how to turn it."""
    register_heif_opener()
    stored = laid(scene(width, height), orientation)
    stored.info["exif"] = exif(orientation=orientation, gps=True).tobytes()
    return _saved(stored, "HEIF")


def tiff(width: int = 800, height: int = 600, *, pages: int = 1) -> bytes:
    more = [scene(width, height, seed=n) for n in range(1, pages)]
    return _saved(scene(width, height), "TIFF", save_all=True, append_images=more)


def tiff_turned(width: int = 800, height: int = 600) -> bytes:
    """A scan stored on its side."""
    info = TiffImagePlugin.ImageFileDirectory_v2()
    info[Base.Orientation] = 6
    return _saved(laid(scene(width, height), 6), "TIFF", tiffinfo=info)


def tiff_16bit(width: int = 800, height: int = 600, *, top: int = 65_535) -> bytes:
    """Sixteen-bit grey, as a good scanner gives it: black left, `top` right."""
    row = [top * x // (width - 1) for x in range(width)]
    data = struct.pack(f"<{width}H", *row) * height
    return _saved(Image.frombytes("I;16", (width, height), data), "TIFF")


def tiff_g4(width: int = 800, height: int = 600) -> bytes:
    """A fax-like black and white scan: black left, white right."""
    page = Image.new("1", (width, height), 1)
    page.paste(0, (0, 0, width // 2, height))
    return _saved(page, "TIFF", compression="group4")


def cmyk_jpeg(width: int = 800, height: int = 600) -> bytes:
    return _saved(scene(width, height).convert("CMYK"), "JPEG", quality=90)


def grey_jpeg(width: int = 800, height: int = 600) -> bytes:
    return _saved(scene(width, height).convert("L"), "JPEG")


def lab_tiff(width: int = 800, height: int = 600) -> bytes:
    lab = ImageCms.profileToProfile(
        scene(width, height),
        ImageCms.createProfile("sRGB"),
        ImageCms.createProfile("LAB"),
        outputMode="LAB",
    )
    assert lab is not None
    return _saved(lab, "TIFF")


def captioned_jpeg(caption: str) -> bytes:
    """A picture described in a photo program, which writes XMP."""
    xmp = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF'
        ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description>'
        '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">'
        f"{caption}</rdf:li></rdf:Alt></dc:description>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    return _saved(scene(), "JPEG", xmp=xmp.encode())


def iptc_jpeg(caption: bytes, note: bytes = b"") -> bytes:
    """A picture described in the newspaper's way, or marked by Facebook's note."""
    records = b"".join(
        b"\x1c\x02" + struct.pack(">BH", record, len(words)) + words
        for record, words in ((40, note), (120, caption))
        if words
    )
    block = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(records))
    return _with_segment(_saved(scene(), "JPEG"), 0xED, block + records + b"\x00")


def xmp_bomb_jpeg() -> bytes:
    """A picture whose XMP would swell to gigabytes in a trusting parser."""
    lines = ['<!DOCTYPE x [<!ENTITY a0 "ha">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    lines += [f"]><x {dc}><dc:title>&a9;</dc:title></x>"]
    return _saved(scene(), "JPEG", xmp="".join(lines).encode())


def print_scan(width: int = 800, height: int = 600, *, border: int = 40) -> bytes:
    """The scene as a print with a white border, on the glass of a scanner."""
    paper = Image.new("RGB", (width + 2 * border, height + 2 * border), (250,) * 3)
    paper.paste(scene(width, height), (border, border))
    return _saved(paper, "JPEG", quality=90)


def swapped_profile_jpeg(width: int = 800, height: int = 600) -> bytes:
    """A picture that stores red as green and says so in its colour profile."""
    red, green, blue = scene(width, height).split()
    profile = bytearray(
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    )
    profile = bytearray(
        profile.replace(b"sRGB", b"XRGB").replace(b"s\0R\0G\0B", b"X\0R\0G\0B")
    )
    profile = bytearray(profile.replace(b"\0s\0R\0G\0B", b"\0X\0R\0G\0B"))
    at, to = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    profile[at : at + 4], profile[to : to + 4] = b"gXYZ", b"rXYZ"
    stored = Image.merge("RGB", (green, red, blue))
    return _saved(stored, "JPEG", quality=90, icc_profile=bytes(profile))


def truncated_jpeg(width: int = 800, height: int = 600) -> bytes:
    """A picture of which the second half was lost on the way."""
    whole = jpeg(width, height)
    return whole[: len(whole) // 2]


def huge_jpeg(width: int = 16_320, height: int = 12_240) -> bytes:
    """A 200-megapixel telephone picture, made from two strips of it."""
    model = Image.new("RGB", (width, 32), (120, 120, 120))
    model.paste(RED, (0, 0, width // 4, 16))
    strips = _saved(model, "JPEG", quality=85, restart_marker_rows=1, subsampling=2)
    head, data = _split_at_scan(strips)
    first, second = data.removesuffix(b"\xff\xd9").split(b"\xff\xd0")
    at = head.index(b"\xff\xc0") + 5
    head = head[:at] + struct.pack(">H", height) + head[at + 2 :]
    rows = -(-height // 16)
    parts = [first if n < rows // 4 else second for n in range(rows)]
    marked = b"".join(
        part + (b"\xff" + bytes([0xD0 + n % 8]) if n < rows - 1 else b"")
        for n, part in enumerate(parts)
    )
    return head + marked + b"\xff\xd9"


def many_scans_jpeg(scans: int = 2_000, *, side: int = 1_500) -> bytes:
    """A small file that draws itself over and over: half a minute of work."""
    whole = _saved(scene(side, side), "JPEG", progressive=True)
    head, *drawn = whole.removesuffix(b"\xff\xd9").split(b"\xff\xda")
    again = b"\xff\xda" + min(drawn, key=len)
    return b"\xff\xda".join([head, *drawn]) + again * scans + b"\xff\xd9"


def makernote_bomb() -> bytes:
    """A JPEG of less than a kilobyte whose camera claims to have written volumes."""
    make = b"Canon\x00"
    note = struct.pack("<H", 60_000) + struct.pack("<HHII", 1, 4, 0x7FFFFFFF, 8) * 24
    ifd0 = struct.pack("<H", 2)
    ifd0 += struct.pack("<HHII", 0x010F, 2, len(make), 38)
    ifd0 += struct.pack("<HHII", 0x8769, 4, 1, 44) + struct.pack("<I", 0)
    inner = struct.pack("<H", 1)
    inner += struct.pack("<HHII", 0x927C, 7, 0x0FFFFFFF, 62) + struct.pack("<I", 0)
    block = b"Exif\x00\x00II*\x00\x08\x00\x00\x00" + ifd0 + make + inner + note
    return _with_segment(_saved(Image.new("L", (8, 8), 128), "JPEG"), 0xE1, block)


def tiny_avif_bomb() -> bytes:
    """A few hundred bytes that claim 256 megapixels."""
    small = avif(64, 64)
    at = small.index(b"ispe") + 8
    return small[:at] + struct.pack(">II", 16_000, 16_000) + small[at + 8 :]


def webp_bomb() -> bytes:
    """A small WebP that asks its decoder for two gigabytes."""
    small = _saved(scene(64, 64), "WEBP", exif=exif(orientation=1))
    assert small[12:16] == b"VP8X"
    side = (16_382).to_bytes(3, "little")
    return small[:24] + side + side + small[30:]


def claiming_png(width: int, height: int) -> bytes:
    """A tiny PNG that claims to be large, checksum and all."""
    small = _saved(Image.new("L", (8, 8)), "PNG")
    header = b"IHDR" + struct.pack(">II", width, height) + small[24:29]
    return small[:12] + header + struct.pack(">I", zlib.crc32(header)) + small[33:]


def svg_named_jpg() -> bytes:
    return b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def html() -> bytes:
    return b"<!doctype html><title>Hej</title><script>alert(1)</script>"


def pdf() -> bytes:
    return _saved(scene(200, 150), "PDF")


def _with_segment(plain: bytes, marker: int, content: bytes) -> bytes:
    segment = struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content
    return plain[:2] + segment + plain[2:]


def _split_at_scan(whole: bytes) -> tuple[bytes, bytes]:
    at = whole.index(b"\xff\xda")
    at += 2 + struct.unpack(">H", whole[at + 2 : at + 4])[0]
    return whole[:at], whole[at:]


def _saved(picture: Image.Image, form: str, **how: Any) -> bytes:
    out = BytesIO()
    picture.save(out, form, **how)
    return out.getvalue()
