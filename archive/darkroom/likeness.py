"""What a picture looks like in a few bits: to find its twin, and to wait for it."""

from PIL import Image, ImageFilter

_PAPER = 232  # lighter than this on all four sides is the white border of a print


def dhash(image: Image.Image) -> str:
    """Say in 16 hex digits where the picture grows lighter from left to right."""
    grey = _without_border(image.convert("L")).resize((9, 8), Image.Resampling.BOX)
    shades = grey.tobytes()
    bits = 0
    for at in range(72):
        if at % 9 < 8:  # noqa: PLR2004 – eight comparisons between nine shades
            bits = bits << 1 | (shades[at] < shades[at + 1])
    return f"{bits:016x}"


def dominant_colour(image: Image.Image) -> str:
    """Say which colour there is most of, to stand in while the picture loads."""
    small = image.resize((48, 48), Image.Resampling.BOX)
    few = small.quantize(8, Image.Quantize.MEDIANCUT)
    counts = few.histogram()[:8]
    most = counts.index(max(counts))
    red, green, blue = (few.getpalette() or [0] * 24)[most * 3 : most * 3 + 3]
    return f"#{red:02x}{green:02x}{blue:02x}"


def _without_border(grey: Image.Image) -> Image.Image:
    """Cut the white border off a print, so that two scans of it look alike."""
    calm = grey.filter(ImageFilter.MedianFilter(3))
    box = calm.point(lambda shade: 255 if shade < _PAPER else 0).getbbox()
    if box is None:
        return grey
    left, top, right, bottom = box
    framed = left and top and right < grey.width and bottom < grey.height
    roomy = (right - left) * 2 > grey.width and (bottom - top) * 2 > grey.height
    return grey.crop(box) if framed and roomy else grey
