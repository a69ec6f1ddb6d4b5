"""Opening a picture and bringing it home: small, upright, eight bits, sRGB."""

import warnings
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import AvifImagePlugin, Image, ImageCms, ImageFile, TiffImagePlugin

from archive.darkroom.claims import max_pixels
from archive.darkroom.problems import Problem, Refused
from archive.darkroom.sniff import AVIF, HEIC, JPEG, PNG, TIFF, WEBP, Kind

LARGEST = 2048

# Naming them here registers these two and spares Pillow from loading all forty.
_REGISTERED = (AvifImagePlugin, TiffImagePlugin)
_FORMATS = {
    JPEG: ("JPEG", "MPO"),
    PNG: ("PNG",),
    TIFF: ("TIFF",),
    WEBP: ("WEBP",),
    HEIC: ("HEIF",),
    AVIF: ("AVIF",),
}
_ORIENTATION = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_CLOCKWISE = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}
_WHITE = (255, 255, 255)


class Picture(NamedTuple):
    """A picture no larger than its largest rendition, and what it was before."""

    image: Image.Image
    width: int
    height: int
    pages: int
    salvaged: bool


def bring_home(
    path: Path, kind: Kind, *, turn: int = 0, largest: int = LARGEST
) -> Picture:
    """Open a picture whole or, if it ends too early, as far as it goes."""
    Image.MAX_IMAGE_PIXELS = max_pixels(kind)
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    if kind == HEIC:
        _learn_heic()
    try:
        return _opened(path, kind, turn=turn, largest=largest)
    except (MemoryError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise
    except Exception:  # noqa: BLE001 – decoders raise anything, and often do
        ImageFile.LOAD_TRUNCATED_IMAGES = True
    picture = _opened(path, kind, turn=turn, largest=largest)
    if _is_blank(picture.image):
        raise Refused(Problem.BROKEN)
    return picture._replace(salvaged=True)


def _opened(path: Path, kind: Kind, *, turn: int, largest: int) -> Picture:
    with Image.open(path, formats=_FORMATS[kind]) as image:
        pages = 1 if kind == JPEG else getattr(image, "n_frames", 1)
        size = image.size
        if image.draft(None, _fitted(size, largest)) is None:
            image.load()
            size = image.size
        image.load()
        upright = _UPRIGHT.get(_orientation(image))
        small = _eight_bits(image)
        small.thumbnail((largest, largest), reducing_gap=2)
    small = _in_srgb(_on_white(small))
    for way in (upright, _CLOCKWISE.get(turn)):
        if way is not None:
            turned = small.transpose(way)
            if _lies_down(way):
                size = (size[1], size[0])
            small = turned
    small.info = {}
    return Picture(small, *size, pages=pages, salvaged=False)


def _fitted(size: tuple[int, int], largest: int) -> tuple[int, int]:
    scale = min(1, largest / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # noqa: BLE001 – a picture may be whole where its EXIF is not
        return 1


def _lies_down(way: Image.Transpose) -> bool:
    return way in {
        Image.Transpose.ROTATE_90,
        Image.Transpose.ROTATE_270,
        Image.Transpose.TRANSPOSE,
        Image.Transpose.TRANSVERSE,
    }


def _eight_bits(image: Image.Image) -> Image.Image:
    """Bring every depth and palette to one that can be made smaller."""
    if image.mode[0] in "IF":
        return _scaled_grey(image)
    if image.mode == "1":
        return image.convert("L")
    if image.mode in {"LA", "La", "PA", "RGBa"} or "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode in {"L", "RGB", "RGBA", "CMYK", "LAB"}:
        return image
    return image.convert("RGB")


def _scaled_grey(image: Image.Image) -> Image.Image:
    """Make grey of more than eight bits fit, instead of letting it turn white."""
    if image.mode.startswith("I;16"):
        image = image.convert("I")
    low, high = (float(value) for value in image.getextrema()[:2])  # type: ignore[arg-type]
    if low >= 0:
        low, high = 0, next((top for top in (255, 4095, 65_535) if high <= top), high)
    scale = 255 / ((high - low) or 1)
    return image.point(lambda value: value * scale - low * scale).convert("L")


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, _WHITE)
    paper.paste(image, mask=image.getchannel("A"))
    paper.info = image.info
    return paper


def _in_srgb(image: Image.Image) -> Image.Image:
    """Show the colours as the camera or scanner meant them, when it says how."""
    try:
        profile = _profile(image)
        if profile is None or "sRGB" in ImageCms.getProfileDescription(profile):
            return image.convert("RGB")
        shown = ImageCms.profileToProfile(
            image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
        return shown or image.convert("RGB")
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return image.convert("RGB")  # a profile that is broken or for other colours


def _profile(image: Image.Image) -> ImageCms.ImageCmsProfile | None:
    if image.mode == "LAB":
        return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    embedded = image.info.get("icc_profile")
    return ImageCms.ImageCmsProfile(BytesIO(embedded)) if embedded else None


def _is_blank(image: Image.Image) -> bool:
    return all(low == high for low, high in image.getextrema())  # type: ignore[misc]


def _learn_heic() -> None:
    from pillow_heif import register_heif_opener  # noqa: PLC0415 – only iPhones need it

    register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
