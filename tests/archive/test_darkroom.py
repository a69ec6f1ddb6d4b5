"""Real files through the real process: what comes back, and what never happens."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from archive.darkroom import process
from archive.darkroom.process import Developed, Problem, develop
from tests import photos

HOUSE = Path(__file__).parents[2]
Colour = tuple[int, int, int]


@dataclass
class Tried:
    developed: Developed
    folder: Path

    def image(self, name: str) -> Image.Image:
        with Image.open(self.folder / name) as image:
            return image.convert("RGB")

    def corners(self) -> list[Colour]:
        """Top left, top right, bottom left and bottom right of the largest JPEG."""
        image = self.image(self.developed.renditions[-2].name)
        right, low = image.width - 9, image.height - 9
        spots = [(8, 8), (right, 8), (8, low), (right, low)]
        return [colour(image, spot) for spot in spots]


@pytest.fixture
def tried(tmp_path: Path) -> Callable[..., Tried]:
    def develop_bytes(data: bytes, *, turn: int = 0) -> Tried:
        source = tmp_path / "original"
        source.write_bytes(data)
        folder = tmp_path / "renditions"
        return Tried(develop(source, folder, turn=turn), folder)

    return develop_bytes


def colour(image: Image.Image, at: tuple[int, int]) -> Colour:
    found = image.getpixel(at)
    assert isinstance(found, tuple)
    red, green, blue = (int(part) for part in found)
    return red, green, blue


def is_red(seen: Colour) -> bool:
    return seen[0] > 170 and seen[1] < 80 and seen[2] < 80


def is_green(seen: Colour) -> bool:
    return seen[1] > 120 and seen[0] < 80 and seen[2] < 110


def apart(one: str, other: str) -> int:
    return (int(one, 16) ^ int(other, 16)).bit_count()


def left_behind(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir())


def test_a_large_picture_becomes_eight_files(tried: Callable[..., Tried]) -> None:
    it = tried(photos.jpeg(2400, 1800))

    assert it.developed.problem is None
    assert [(r.name, r.width, r.height) for r in it.developed.renditions] == [
        ("320.jpg", 320, 240),
        ("320.webp", 320, 240),
        ("640.jpg", 640, 480),
        ("640.webp", 640, 480),
        ("1280.jpg", 1280, 960),
        ("1280.webp", 1280, 960),
        ("2048.jpg", 2048, 1536),
        ("2048.webp", 2048, 1536),
    ]
    for rendition in it.developed.renditions:
        path = it.folder / rendition.name
        assert path.stat().st_size == rendition.bytes
        assert it.image(rendition.name).size == (rendition.width, rendition.height)


def test_a_small_picture_is_never_made_larger(tried: Callable[..., Tried]) -> None:
    it = tried(photos.jpeg(300, 500))

    assert [(r.name, r.width) for r in it.developed.renditions] == [
        ("320.jpg", 192),
        ("320.webp", 192),
        ("500.jpg", 300),
        ("500.webp", 300),
    ]


def test_jpegs_are_progressive(tried: Callable[..., Tried]) -> None:
    it = tried(photos.jpeg())

    with Image.open(it.folder / "640.jpg") as image:
        assert image.info["progressive"] == 1


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_comes_out_upright(
    tried: Callable[..., Tried], orientation: int
) -> None:
    it = tried(photos.jpeg(600, 400, orientation=orientation))

    assert (it.developed.width, it.developed.height) == (600, 400)
    top_left, top_right, low_left, low_right = it.corners()
    assert is_red(top_left)
    assert is_green(top_right)
    assert not is_red(low_left)
    assert not is_green(low_right)


@pytest.mark.parametrize(
    ("turn", "size", "red_corner"),
    [
        (0, (600, 400), 0),
        (90, (400, 600), 1),
        (180, (600, 400), 3),
        (270, (400, 600), 2),
    ],
)
def test_a_person_can_turn_a_picture_clockwise(
    tried: Callable[..., Tried], turn: int, size: tuple[int, int], red_corner: int
) -> None:
    it = tried(photos.jpeg(600, 400, orientation=6), turn=turn)

    assert (it.developed.width, it.developed.height) == size
    assert [is_red(corner) for corner in it.corners()].index(True) == red_corner


@pytest.mark.parametrize(
    ("make", "mime", "extension"),
    [
        (photos.jpeg, "image/jpeg", "jpg"),
        (photos.cmyk_jpeg, "image/jpeg", "jpg"),
        (photos.swapped_profile_jpeg, "image/jpeg", "jpg"),
        (photos.png, "image/png", "png"),
        (photos.palette_png, "image/png", "png"),
        (photos.webp, "image/webp", "webp"),
        (photos.avif, "image/avif", "avif"),
        (photos.heic, "image/heic", "heic"),
        (photos.tiff, "image/tiff", "tif"),
        (photos.tiff_turned, "image/tiff", "tif"),
        (photos.lab_tiff, "image/tiff", "tif"),
    ],
)
def test_every_kind_families_send_is_shown_in_its_colours(
    tried: Callable[..., Tried], make: Callable[[], bytes], mime: str, extension: str
) -> None:
    it = tried(make())

    assert (it.developed.mime, it.developed.extension) == (mime, extension)
    assert (it.developed.kind, it.developed.problem) == ("image", None)
    assert (it.developed.width, it.developed.height) == (800, 600)
    assert is_red(it.corners()[0])
    assert is_green(it.corners()[1])


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_an_iphones_picture_is_turned_once(
    tried: Callable[..., Tried], orientation: int
) -> None:
    it = tried(photos.heic(600, 400, orientation=orientation))

    assert (it.developed.width, it.developed.height) == (600, 400)
    assert is_red(it.corners()[0])


@pytest.mark.parametrize("top", [65_535, 4_095, 255])
def test_sixteen_bit_grey_does_not_turn_white(
    tried: Callable[..., Tried], top: int
) -> None:
    it = tried(photos.tiff_16bit(top=top))

    dark, light, _, _ = it.corners()
    middle = colour(it.image("800.jpg"), (400, 300))
    assert max(dark) < 10
    assert min(light) > 245
    assert all(abs(shade - 128) < 8 for shade in middle)


def test_a_fax_stays_black_and_white(tried: Callable[..., Tried]) -> None:
    it = tried(photos.tiff_g4())

    dark, light, _, _ = it.corners()
    assert max(dark) < 10
    assert min(light) > 245


def test_what_is_see_through_lies_on_white(tried: Callable[..., Tried]) -> None:
    it = tried(photos.png())

    assert min(it.corners()[2]) > 250


def test_the_first_page_is_shown_and_all_are_counted(
    tried: Callable[..., Tried],
) -> None:
    it = tried(photos.tiff(pages=3))

    assert it.developed.pages == 3
    assert apart(it.developed.dhash, tried(photos.tiff()).developed.dhash) == 0


def test_a_telephones_huge_picture_is_opened(tried: Callable[..., Tried]) -> None:
    it = tried(photos.huge_jpeg())

    assert it.developed.problem is None
    assert (it.developed.width, it.developed.height) == (16_320, 12_240)
    assert is_red(it.corners()[0])


def test_a_picture_cut_short_is_saved_as_far_as_it_goes(
    tried: Callable[..., Tried],
) -> None:
    it = tried(photos.truncated_jpeg())

    assert it.developed.problem is None
    assert it.developed.salvaged
    assert is_red(it.corners()[0])
    assert not tried(photos.jpeg()).developed.salvaged


def test_nothing_private_is_left_in_what_visitors_get(
    tried: Callable[..., Tried],
) -> None:
    told = [b"SN-4711", b"Emine", b"Kitchen", b"iPhone", b"at home", b"Exif"]
    secrets = [*told, b"EXIF", b"ICC", b"XMP", b"http:"]
    data = photos.jpeg(
        gps=True,
        serial="SN-4711",
        owner="Emine",
        caption=b"Kitchen",
        comment=b"taken at home",
        camera=("Apple", "iPhone"),
    )

    it = tried(data)

    assert all(secret in data for secret in told)
    for rendition in it.developed.renditions:
        public = (it.folder / rendition.name).read_bytes()
        assert [secret for secret in secrets if secret in public] == []


def test_what_the_camera_recorded_comes_along(tried: Callable[..., Tried]) -> None:
    it = tried(photos.jpeg(gps=True, camera=("Apple", "iPhone 12")))

    assert it.developed.recorded == {"camera": "Apple iPhone 12", "has_position": True}


def test_the_colour_there_is_most_of_stands_in(tried: Callable[..., Tried]) -> None:
    plain = BytesIO()
    Image.new("RGB", (400, 300), (200, 30, 40)).save(plain, "PNG")

    seen = tried(plain.getvalue()).developed.colour

    assert [int(seen[at : at + 2], 16) for at in (1, 3, 5)] == pytest.approx(
        [200, 30, 40], abs=4
    )


def test_two_scans_of_one_print_look_alike(tried: Callable[..., Tried]) -> None:
    first = tried(photos.jpeg()).developed.dhash
    scanned = tried(photos.print_scan()).developed.dhash
    smaller = tried(photos.webp(500, 375)).developed.dhash
    other = tried(photos.jpeg(seed=5)).developed.dhash

    assert len(first) == 16
    assert apart(first, scanned) <= 8
    assert apart(first, smaller) <= 8
    assert apart(first, other) > 8


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (photos.svg_named_jpg, Problem.NOT_AN_IMAGE),
        (photos.html, Problem.NOT_AN_IMAGE),
        (lambda: b"PK\x03\x04" + bytes(200), Problem.NOT_AN_IMAGE),
        (lambda: b"", Problem.NOT_AN_IMAGE),
        (lambda: b"\xff\xd8\xff\xe0" + bytes(500), Problem.BROKEN),
        (lambda: photos.png()[:60], Problem.BROKEN),
        (lambda: photos.heic()[:400], Problem.BROKEN),
        (photos.many_scans_jpeg, Problem.TOOK_TOO_LONG),
        (photos.tiny_avif_bomb, Problem.TOO_BIG),
        (photos.webp_bomb, Problem.TOO_BIG),
        (lambda: photos.claiming_png(10_001, 10_000), Problem.TOO_BIG),
        (lambda: photos.huge_jpeg(16_320, 16_320), Problem.TOO_BIG),
    ],
)
def test_a_bad_file_is_a_sentence_and_never_an_accident(
    tried: Callable[..., Tried], make: Callable[[], bytes], problem: Problem
) -> None:
    it = tried(make())

    assert it.developed.problem == problem
    assert not it.developed.ok
    assert left_behind(it.folder) == ["original"]


def test_a_pdf_is_recognised_and_left_alone(tried: Callable[..., Tried]) -> None:
    it = tried(photos.pdf())

    assert (it.developed.kind, it.developed.mime) == ("document", "application/pdf")
    assert it.developed.ok
    assert left_behind(it.folder) == ["original"]


def test_developing_again_replaces_everything(tried: Callable[..., Tried]) -> None:
    tried(photos.jpeg(2400, 1800))

    it = tried(photos.jpeg(600, 400))

    assert sorted(path.name for path in it.folder.iterdir()) == [
        "320.jpg",
        "320.webp",
        "600.jpg",
        "600.webp",
    ]
    assert left_behind(it.folder) == ["original", "renditions"]


def test_a_failure_leaves_the_earlier_renditions_alone(
    tried: Callable[..., Tried],
) -> None:
    tried(photos.jpeg(600, 400))

    it = tried(photos.svg_named_jpg())

    assert it.developed.problem == Problem.NOT_AN_IMAGE
    assert (it.folder / "600.webp").exists()


def test_what_takes_too_long_is_ended_and_cleared_away(
    tried: Callable[..., Tried], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(process._WALL_SECONDS, "inspect", 0.02)

    it = tried(photos.jpeg())

    assert it.developed.problem == Problem.TOOK_TOO_LONG
    assert left_behind(it.folder) == ["original"]


def test_a_file_that_is_away_is_our_trouble_not_the_familys(tmp_path: Path) -> None:
    away = develop(tmp_path / "away", tmp_path / "renditions")
    no_room = develop(tmp_path / "away", Path("/proc/renditions"))

    assert (away.problem, no_room.problem) == (Problem.NOT_NOW, Problem.NOT_NOW)


def test_the_command_prints_one_line_of_json(tmp_path: Path) -> None:
    source = tmp_path / "original"
    source.write_bytes(photos.jpeg(400, 300))
    command = [sys.executable, "-m", "archive.darkroom", "inspect", str(source)]

    ended = subprocess.run(
        [*command, str(tmp_path / "out"), "--turn", "90"],
        cwd=HOUSE,
        capture_output=True,
        check=True,
        text=True,
    )

    told = json.loads(ended.stdout)
    assert ended.stdout.count("\n") == 1
    assert (told["ok"], told["width"], told["height"]) == (True, 300, 400)
