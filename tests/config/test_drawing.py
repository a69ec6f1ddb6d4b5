from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from config.demo.drawing import SCENES, draw
from config.demo.drawing.__main__ import main
from config.demo.drawing.plates import Page


def opened(jpeg: bytes) -> Image.Image:
    return Image.open(BytesIO(jpeg))


@pytest.mark.parametrize("slug", ["baad", "telefonboks"])
def test_a_drawn_picture_is_a_large_plain_jpeg_of_the_promised_size(slug: str) -> None:
    scene = SCENES[slug]

    picture = opened(draw(slug))

    assert picture.format == "JPEG"
    assert picture.mode == "RGB"
    assert picture.size == (scene.width, scene.height)
    assert max(picture.size) >= 2400
    assert not picture.getexif()


def test_the_same_slug_is_drawn_the_same_way_whatever_was_drawn_before() -> None:
    first = draw("bjerge")
    draw("foerste-sne")

    again = draw("bjerge")

    assert again == first


def test_a_picture_has_light_and_dark_and_is_not_an_empty_sheet() -> None:
    picture = opened(draw("to-soestre"))

    levels = picture.convert("L").reduce(24).tobytes()

    assert min(levels) < 60
    assert max(levels) > 225


def test_the_mount_goes_all_the_way_to_the_edge() -> None:
    picture = opened(draw("fabrik")).convert("L")
    width, height = picture.size

    edges = [
        picture.crop(box).resize((1, 1)).tobytes()[0]
        for box in (
            (0, 0, 8, height),
            (width - 8, 0, width, height),
            (0, 0, width, 8),
            (0, height - 8, width, height),
        )
    ]

    assert max(edges) - min(edges) <= 3


def test_there_are_enough_scenes_standing_lying_and_square() -> None:
    shapes = [
        (scene.width > scene.height) - (scene.width < scene.height)
        for scene in SCENES.values()
    ]

    assert len(shapes) >= 24
    assert shapes.count(1) >= 13
    assert shapes.count(-1) >= 9
    assert shapes.count(0) >= 2


@pytest.mark.parametrize("slug", SCENES)
def test_every_scene_says_what_it_shows_in_few_words(slug: str) -> None:
    scene = SCENES[slug]

    assert scene.slug == slug
    assert max(scene.width, scene.height) >= 2400
    assert scene.mount in {"slide", "border", "film", "none"}
    assert 40 <= len(scene.alt) <= 125
    assert scene.alt.endswith(".")


def test_the_pictures_are_written_to_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"

    answer = main([str(folder), "baad"])

    assert answer == 0
    assert [file.name for file in folder.iterdir()] == ["baad.jpg"]
    assert opened((folder / "baad.jpg").read_bytes()).format == "JPEG"


def test_an_unknown_picture_is_answered_with_the_names_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = main([str(tmp_path), "maanen"])

    assert answer == 2
    assert "to-soestre" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_ink_without_a_plate_is_refused() -> None:
    page = Page(100, 100, ("sun", "night"), seed=1)

    with pytest.raises(ValueError, match="teal"):
        page.paint({"teal": 1.0}, page.sheet)
