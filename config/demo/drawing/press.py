"""The press: plates become a print with grain, slips and a mount."""

from functools import lru_cache
from io import BytesIO
from random import Random
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from config.demo.drawing.inks import INKS, PAPERS, Colour
from config.demo.drawing.plates import BLEED, PIXELS, SCALE, Page

TILE: Final = 640
MARGINS: Final = {"slide": 120, "border": 84, "film": 0, "none": 0}


def _noise(width: int, height: int, seed: int) -> Image.Image:
    raw = Random(seed).randbytes(width * height)
    return Image.frombytes("L", (width, height), raw)


@lru_cache
def _grain() -> Image.Image:
    """Even, fine grain: noise without its slow waves, every level as common."""
    rough = _noise(TILE, TILE, 7).filter(ImageFilter.GaussianBlur(0.75))
    slow = rough.filter(ImageFilter.GaussianBlur(2.6))
    even = ImageOps.equalize(ImageChops.subtract(rough, slow, scale=0.4, offset=128))
    return _tile(even.point([52 + i * 151 // 255 for i in range(256)]))


@lru_cache
def _mottle() -> Image.Image:
    """How unevenly a roller inks: slow clouds and small specks."""
    clouds = _noise(14, 14, 11).resize((TILE, TILE), Image.Resampling.BICUBIC)
    patches = _noise(120, 120, 12).resize((TILE, TILE), Image.Resampling.BICUBIC)
    both = Image.blend(clouds, patches, 0.45)
    soft = both.point([214 + i * 41 // 255 for i in range(256)])
    dust = _noise(TILE, TILE, 13).filter(ImageFilter.GaussianBlur(1.1))
    specks = dust.point([90 if i > 172 else 255 for i in range(256)])
    specks = specks.filter(ImageFilter.GaussianBlur(0.6))
    return _tile(ImageChops.multiply(soft, specks))


def _tile(tile: Image.Image) -> Image.Image:
    sheet = Image.new("L", (TILE * 6, TILE * 6))
    for x in range(0, sheet.width, TILE):
        for y in range(0, sheet.height, TILE):
            sheet.paste(tile, (x, y))
    return sheet


def _piece(sheet: Image.Image, size: tuple[int, int], rng: Random) -> Image.Image:
    """A piece of a large, even sheet, never cut twice at the same place."""
    x, y = rng.randrange(TILE), rng.randrange(TILE)
    return sheet.crop((x, y, x + size[0], y + size[1]))


def _screen(plate: Image.Image, rng: Random) -> Image.Image:
    """Turn tints into grain, leave full ink and bare paper clean."""
    inked = ImageChops.multiply(plate, _piece(_mottle(), plate.size, rng))
    grain = _piece(_grain(), plate.size, rng)
    grainy = ImageChops.subtract(inked, grain, scale=0.4, offset=128)
    return Image.blend(inked, grainy, 0.31)


def _slip(plate: Image.Image, page: Page, dx: int, dy: int) -> Image.Image:
    """Trim the plate to the page, a few pixels beside where it should be."""
    left, top = BLEED * SCALE + dx, BLEED * SCALE + dy
    box = (left, top, left + page.width * SCALE, top + page.height * SCALE)
    size = (page.width * PIXELS, page.height * PIXELS)
    return plate.resize(size, Image.Resampling.BOX, box)


@lru_cache
def _fibres() -> Image.Image:
    soft = _noise(TILE, TILE, 21).filter(ImageFilter.GaussianBlur(1.4))
    return _tile(soft.point([248 + i * 7 // 255 for i in range(256)]))


def _paper(size: tuple[int, int], colour: Colour, rng: Random) -> list[Image.Image]:
    piece = _piece(_fibres(), size, rng)
    return [piece.point([i * level // 255 for i in range(256)]) for level in colour]


def pull(page: Page, paper: str, rng: Random) -> Image.Image:
    """Print the page: one ink after the other on the paper."""
    size = (page.width * PIXELS, page.height * PIXELS)
    channels = _paper(size, PAPERS[paper], rng)
    for number, (ink, plate) in enumerate(page.plates.items()):
        reach = 0 if number == 0 else 4
        dx, dy = rng.randint(-reach, reach), rng.randint(-reach, reach)
        tint = _screen(_slip(plate, page, dx, dy), rng)
        channels = [
            ImageChops.multiply(
                channel, tint.point([255 - i * (255 - c) // 255 for i in range(256)])
            )
            for channel, c in zip(channels, INKS[ink], strict=True)
        ]
    return Image.merge("RGB", channels)


def mounted(print_: Image.Image, mount: str, rng: Random) -> Image.Image:
    """Put the print in its slide mount, its white border or its film edge."""
    if mount == "slide":
        return _in_slide(print_, rng)
    if mount == "border":
        return _in_border(print_, rng)
    if mount == "film":
        return _on_film(print_, rng)
    return print_


def _window(
    size: tuple[int, int], box: tuple[float, float, float, float], radius: float
) -> Image.Image:
    """A rounded opening."""
    mask = Image.new("L", size, 0)
    ImageDraw.Draw(mask).rounded_rectangle(box, radius, fill=255)
    return mask


def _board(size: tuple[int, int], colour: Colour, rng: Random) -> Image.Image:
    return Image.merge("RGB", _paper(size, colour, rng))


def _in_slide(print_: Image.Image, rng: Random) -> Image.Image:
    margin = MARGINS["slide"]
    w, h = print_.width + 2 * margin, print_.height + 2 * margin
    board = _board((w, h), (46, 43, 40), rng)
    lip = _window(
        (w, h), (margin - 16, margin - 16, w - margin + 16, h - margin + 16), 46
    )
    board.paste((24, 22, 21), (0, 0), lip)
    rim = _window((w, h), (34, 34, w - 34, h - 34), 40)
    inner = _window((w, h), (38, 38, w - 38, h - 38), 38)
    line = ImageChops.subtract(rim, inner).point([i // 4 for i in range(256)])
    board.paste((250, 247, 242), (0, 0), line)
    ImageDraw.Draw(board).ellipse((58, h - 92, 92, h - 58), fill=(178, 62, 44))
    window = _window((w, h), (margin, margin, w - margin - 1, h - margin - 1), 34)
    window = window.filter(ImageFilter.BoxBlur(1))
    canvas = Image.new("RGB", (w, h))
    canvas.paste(print_, (margin, margin))
    board.paste(canvas, (0, 0), window)
    return board


def _in_border(print_: Image.Image, rng: Random) -> Image.Image:
    margin = MARGINS["border"]
    w, h = print_.width + 2 * margin, print_.height + 2 * margin
    board = _board((w, h), (252, 250, 244), rng)
    window = _window((w, h), (margin, margin, w - margin - 1, h - margin - 1), 10)
    canvas = Image.new("RGB", (w, h))
    canvas.paste(print_, (margin, margin))
    board.paste(canvas, (0, 0), window)
    return board


def _on_film(print_: Image.Image, rng: Random) -> Image.Image:
    w, h = print_.size
    sides = [rng.randint(14, 24) for _ in range(4)]
    box = (sides[0], sides[1], w - sides[2], h - sides[3])
    film = Image.new("RGB", (w, h), (22, 20, 20))
    film.paste(print_, (0, 0), _window((w, h), box, 30).filter(ImageFilter.BoxBlur(1)))
    return film


def jpeg(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "JPEG", quality=86)
    return file.getvalue()
