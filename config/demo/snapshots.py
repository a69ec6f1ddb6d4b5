"""A telephone's photograph of a print on a table: what families really send."""

from io import BytesIO

from PIL import Image, ImageFilter

TABLE = (122, 92, 66)
SIZE = (2016, 1512)
ORIENTATION, MAKE, MODEL, TAKEN = 0x0112, 0x010F, 0x0110, 0x9003
LIES_ON_ITS_SIDE = 6


def snapshot(drawing: bytes, *, taken: str, tilt: float) -> bytes:
    """The drawing as a print on a table, photographed today, stored on its side.

    `taken` is the camera's own time, “2026:11:20 18:04:11”: it is never the date of the
    picture. The file needs its orientation tag to be seen upright.
    """
    table = Image.new("RGB", SIZE, TABLE)
    with Image.open(BytesIO(drawing)) as print_:
        print_.thumbnail((1500, 1300))
        paper = print_.convert("RGBA").rotate(
            tilt, expand=True, resample=Image.Resampling.BILINEAR
        )
    place = ((SIZE[0] - paper.width) // 2, (SIZE[1] - paper.height) // 2)
    shadow = Image.new("RGBA", paper.size, (30, 18, 10, 150))
    shadow.putalpha(paper.getchannel("A").point(lambda value: value * 0.6))
    table.paste(shadow, (place[0] + 14, place[1] + 18), shadow)
    table = table.filter(ImageFilter.GaussianBlur(9))
    table.paste(paper, place, paper)
    exif = Image.Exif()
    exif[ORIENTATION] = LIES_ON_ITS_SIDE
    exif[MAKE], exif[MODEL] = "Telefon", "A54"
    exif.get_ifd(0x8769)[TAKEN] = taken
    out = BytesIO()
    table.rotate(90, expand=True).save(out, "JPEG", quality=86, exif=exif)
    return out.getvalue()
