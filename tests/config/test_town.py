"""The town's own drawing: data in, lines out, and points where they belong."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import town

FRAME = "[frame]\nwest = 12.0\neast = 12.1\nsouth = 55.0\nnorth = 55.1\n"


def drawn(folder: Path, text: str) -> town.Town | None:
    path = folder / "town.toml"
    path.write_text(text, encoding="utf-8")
    return town.read(path)


def test_the_sample_town_can_be_drawn() -> None:
    ishoej = town.read(town.SAMPLE)

    assert ishoej is not None
    assert {"water", "railway", "motorway"} <= {each.kind for each in ishoej.strokes}
    assert all(each.path.startswith("M") for each in ishoej.strokes)


def test_a_society_without_a_drawing_has_none(tmp_path: Path) -> None:
    assert town.read(tmp_path / "town.toml") is None


def test_the_corners_of_the_frame_are_the_corners_of_the_drawing(
    tmp_path: Path,
) -> None:
    made = drawn(tmp_path, FRAME)

    assert made is not None
    assert made.spot(55.1, 12.0) == (0, 0)
    assert made.spot(55.0, 12.1) == (made.width, made.height)


@pytest.mark.parametrize(
    "text",
    [
        "[frame",
        "[[stroke]]\nkind = 'road'\npoints = []",
        FRAME.replace("12.1", "11.0"),
        FRAME + "[[stroke]]\nkind = 'dragon'\npoints = [[55.0, 12.0]]",
        FRAME + "[[name]]\nwords = 'X'",
    ],
)
def test_a_drawing_nobody_can_draw_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"town\.toml"):
        drawn(tmp_path, text)
