"""The one door to django-filer and to the darkroom: originals, renditions, pictures.

Originals are private and stay as they came. Renditions are made by the darkroom, a
process of its own under limits, and are ours: upright, sRGB, without metadata.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from filer.models import File as Original

from archive.darkroom.process import Developed, Problem, enlarge
from archive.darkroom.process import develop as develop_apart
from archive.models import Edition, Item, Media
from archive.storage import same_bytes, settled_name, sync, unguessable

__all__ = [
    "MOVED",
    "SIDES",
    "Opened",
    "Original",
    "Picture",
    "adopt_original",
    "clear_moved",
    "develop",
    "forget_original",
    "front",
    "keep_opened",
    "keep_original",
    "largest_rendition",
    "move_folder_in",
    "moved_original",
    "open_early",
    "original_path",
    "picture",
    "print_picture",
    "public_picture",
    "ratio_class",
    "remove_folder",
    "same_bytes",
    "to_jpeg",
    "turn",
    "unguessable",
]

MOST_ATTEMPTS = 5  # at a file we could not open for reasons of our own
SIDES = {"audio": Media.Side.SOUND, "video": Media.Side.FILM}


def keep_original(file: File, name: str) -> Original:
    """Store bytes in the private place, synced to the disk, without a row yet."""
    file.seek(0)
    original = Original(original_filename=name, is_public=False)
    original.file.save(name, file, save=False)
    original.file_data_changed()  # or filer would reckon it anew at every reading
    original.file.close()
    return original


def adopt_original(path: Path, name: str, *, seed: str) -> Original:
    """Store a file that lies on our disk already, synced, without a row yet.

    The same seed leads to the same place: a deed that was cut off finds what it left.
    The bytes stay at `path` too, until whoever brought them removes them there.
    """
    with path.open("rb") as file:
        print_for_filer = hashlib.file_digest(file, "sha1").hexdigest()
    original = Original(
        original_filename=name,
        is_public=False,
        file=settled_name(seed, name),
        sha1=print_for_filer,  # or filer would read the whole file into memory
        _file_size=path.stat().st_size,
    )
    original.file.storage.adopt(path, original.file.name)
    return original


def forget_original(original: Original) -> None:
    """Remove stored bytes that never got a row, or that are to be erased."""
    original.file.storage.delete(original.file.name)


MOVED = "moved-"  # folders of originals that came with a whole archive


def moved_original(name: str, called: str, *, sha1: str, size: int) -> Original:
    """The row, not yet written, of an original that lies at this name, or is lost."""
    return Original(
        original_filename=called, is_public=False, file=name, sha1=sha1, _file_size=size
    )


def move_folder_in(folder: Path) -> None:
    """A folder of originals, each synced, among ours, by one rename."""
    sync(folder)
    originals = Path(settings.MEDIA_ROOT)
    originals.mkdir(parents=True, exist_ok=True)
    folder.rename(originals / folder.name)
    sync(originals)


def clear_moved(folder: str = f"{MOVED}*") -> None:
    """Remove folders of originals that came, and that no row knows of."""
    for each in Path(settings.MEDIA_ROOT).glob(folder):
        shutil.rmtree(each, ignore_errors=True)


def original_path(media: Media) -> Path:
    """Where the original lies on this machine. Raises FileNotFoundError when erased."""
    if media.original is None:
        raise FileNotFoundError(media.sha256)
    return Path(media.original.file.path)


@dataclass(frozen=True)
class Opened:
    """What came of a file in the darkroom, and the folder of its renditions."""

    made: Developed
    folder: str

    @property
    def is_unreadable(self) -> bool:
        """Whether it is no file we can open, and no fault of ours."""
        return self.made.problem in {Problem.BROKEN, Problem.NOT_AN_IMAGE}


def open_early(path: Path, *, turn: int = 0) -> Opened:
    """Open a file that may not be taken in yet; it is kept, or its folder removed."""
    folder = f"{uuid4().hex[:2]}/{uuid4().hex}"
    made = develop_apart(path, Path(settings.RENDITIONS_DIR) / folder, turn=turn)
    return Opened(made, folder)


def keep_opened(media: Media, opened: Opened) -> Media:
    """Give a file what came of opening it early.

    Nothing where the trouble was our own: then it is opened anew like every other.
    """
    if opened.made.problem != Problem.NOT_NOW:
        _write(media, opened.made, opened.folder)
    return media


def develop(media: Media) -> Media:
    """Open the original in the darkroom and keep what came of it; may run twice.

    Whatever is wrong with the file becomes the state *needs a person* with a reason;
    the original is kept either way.
    """
    try:
        opened = open_early(original_path(media), turn=media.turn)
    except FileNotFoundError:
        opened = Opened(Developed(problem=Problem.BROKEN), "")
    if opened.made.problem == Problem.NOT_NOW and media.attempts < MOST_ATTEMPTS:
        media.attempts += 1
        Media.objects.filter(pk=media.pk).update(attempts=media.attempts)
        return media
    former = media.folder
    _write(media, opened.made, opened.folder)
    if former and former != media.folder:
        remove_folder(former)
    return media


def turn(media: Media, degrees: int) -> Media:
    """Turn the picture clockwise for everybody; the original is not touched."""
    media.turn = (media.turn + degrees) % 360
    media.save(update_fields=["turn"])
    return develop(media)


def remove_folder(folder: str) -> None:
    """Remove renditions from the disk; no harm if they are gone."""
    place = Path(settings.RENDITIONS_DIR) / folder
    shutil.rmtree(place, ignore_errors=True)
    shutil.rmtree(place.with_name(f"{place.name}-print"), ignore_errors=True)


# What the darkroom finds out; everything else in a file's row is written by others, who
# accept, publish, turn and lay aside while it is being opened.
FOUND_OUT = (
    *("state", "problem", "kind", "mime", "width", "height", "recorded", "dhash"),
    *("colour", "duration", "peaks", "renditions", "folder", "side", "opened_at"),
    "attempts",
)


@transaction.atomic
def _write(media: Media, made: Developed, folder: str) -> None:
    """Keep what came of the file, unless it was erased or replaced meanwhile."""
    same = Media.objects.select_for_update().filter(pk=media.pk, sha256=media.sha256)
    now = same.filter(original=media.original_id).first()
    if now is None:
        if folder:
            remove_folder(folder)
        return
    media.item_id, media.side, media.attempts = now.item_id, now.side, now.attempts
    media.problem = str(made.problem or "")
    media.state = Media.State.NEEDS_PERSON if made.problem else Media.State.READY
    media.kind, media.mime = made.kind, made.mime
    media.width, media.height = made.width, made.height
    media.recorded = dict(made.recorded)
    media.dhash, media.colour = made.dhash, made.colour
    media.duration, media.peaks = made.duration, list(made.peaks)
    media.side = _side(media, made.kind)
    media.renditions = [asdict(each) for each in made.renditions]
    media.folder = folder if made.renditions else ""
    media.opened_at = timezone.now()
    if media.item_id:
        Edition.bump()
    media.attempts += 1
    media.save(update_fields=FOUND_OUT)


def _side(media: Media, kind: str) -> str:
    """What can be heard is a sound and what moves a film, whatever it was called."""
    if not kind or kind in SIDES:
        return SIDES.get(kind, media.side)
    return Media.Side.DETAIL if media.side in SIDES.values() else media.side


@dataclass(frozen=True)
class Picture:
    """A picture as a page needs it: addresses by width, size, and its proportion."""

    webp: str
    jpeg: str
    src: str
    width: int
    height: int

    @property
    def sources(self) -> list[dict[str, str]]:
        """What a browser may choose from, the smaller format first."""
        return [
            {"type": "image/webp", "srcset": self.webp},
            {"type": "image/jpeg", "srcset": self.jpeg},
        ]

    @property
    def ratio_class(self) -> str:
        """The class that tells the hanging this picture's proportion (ratios.css)."""
        return ratio_class(self.width, self.height)

    @property
    def is_portrait(self) -> bool:
        """Whether it stands."""
        return self.height > self.width


def ratio_class(width: int, height: int) -> str:
    """The class of ratios.css nearest to a proportion, from .40 to 3.00."""
    hundredths = round(width / height * 50) * 2
    return f"r-{min(max(hundredths, 40), 300)}"


def picture(media: Media, address: Callable[[str], str]) -> Picture | None:
    """The picture in a file, its renditions named by `address`; None while unopened."""
    if not media.renditions:
        return None
    largest = media.largest
    if largest is None:
        return None
    return Picture(
        webp=_srcset(media.renditions, "webp", address),
        jpeg=_srcset(media.renditions, "jpg", address),
        src=address(_middle(media.renditions)["name"]),
        width=largest["width"],
        height=largest["height"],
    )


def public_picture(item: Item | None) -> Picture | None:
    """The item's front picture with public addresses; None unless it is shown."""
    if item is None or not item.is_published or not item.shows_picture:
        return None
    media = front(item)
    if media is None or media.public_token is None:
        return None
    return picture(media, media.public_url)


def front(item: Item) -> Media | None:
    """The first picture of an item to show: its front before its back, a film last."""
    ready = [each for each in item.media.all() if each.is_shown and each.largest]
    return min(
        ready,
        key=lambda each: (each.is_film, each.side != Media.Side.FRONT),
        default=None,
    )


def _srcset(
    renditions: list[dict[str, Any]], form: str, address: Callable[[str], str]
) -> str:
    return ", ".join(
        f"{address(each['name'])} {each['width']}w"
        for each in sorted(renditions, key=lambda each: each["width"])
        if each["format"] == form
    )


def _middle(renditions: list[dict[str, Any]]) -> dict[str, Any]:
    """The JPEG for browsers that know no srcset: the first from 640 px up."""
    jpegs = sorted(
        (each for each in renditions if each["format"] == "jpg"),
        key=lambda each: each["width"],
    )
    return next((each for each in jpegs if each["width"] >= 640), jpegs[-1])  # noqa: PLR2004


def largest_rendition(media: Media) -> Path | None:
    """The file of the largest JPEG rendition; None while there is none."""
    largest = media.largest
    return media.rendition_folder / largest["name"] if largest else None


def print_picture(media: Media) -> Path:
    """A large, upright picture for paper, without metadata; made the first time.

    Falls back to the largest rendition where the original cannot be enlarged. Raises
    FileNotFoundError when there is no picture at all.
    """
    folder = Path(settings.RENDITIONS_DIR) / f"{media.folder}-print"
    made = next(folder.glob("*.jpg"), None) if folder.is_dir() else None
    if made is None and media.original is not None:
        enlarge(original_path(media), folder, turn=media.turn)
        made = next(folder.glob("*.jpg"), None) if folder.is_dir() else None
    made = made or largest_rendition(media)
    if made is None or not made.is_file():
        raise FileNotFoundError(media.sha256)
    return made


def to_jpeg(png: bytes) -> bytes:
    """A picture we drew ourselves, as JPEG for those who take nothing else."""
    from PIL import Image  # noqa: PLC0415  (the web process seldom needs it)

    out = BytesIO()
    with Image.open(BytesIO(png), formats=["PNG"]) as drawn:
        drawn.convert("RGB").save(out, "JPEG", quality=88, progressive=True)
    return out.getvalue()
