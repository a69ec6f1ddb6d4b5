"""What becomes of voices and films: they play everywhere, and tell of no phone."""

from collections.abc import Callable
from pathlib import Path

import av
import pytest

from archive.darkroom.process import Developed, Problem, develop
from tests import sounds

Maker = Callable[[float], bytes]


def opened(data: bytes, folder: Path) -> Developed:
    source = folder / "source"
    source.write_bytes(data)
    return develop(source, folder / "out" / "made")


def made(folder: Path, name: str) -> Path:
    return folder / "out" / "made" / name


@pytest.mark.parametrize(
    "voice",
    [
        sounds.wav,
        sounds.m4a,
        sounds.mp3,
        sounds.ogg,
        sounds.webm,
        sounds.fragmented_m4a,
    ],
)
def test_a_voice_from_any_phone_becomes_one_that_plays_everywhere(
    tmp_path: Path, voice: Maker
) -> None:
    developed = opened(voice(2), tmp_path)

    assert (developed.problem, developed.kind) == (None, "audio")
    assert developed.duration == pytest.approx(2, abs=0.06)
    assert [each.name for each in developed.renditions] == ["sound.m4a"]
    with av.open(str(made(tmp_path, "sound.m4a"))) as heard:
        assert [each.codec_context.name for each in heard.streams] == ["aac"]
        assert heard.duration == pytest.approx(2_000_000, abs=60_000)


def test_the_bars_show_where_it_is_loud(tmp_path: Path) -> None:
    developed = opened(sounds.webm(12, quiet_after=6), tmp_path)

    assert len(developed.peaks) == 120
    assert max(developed.peaks[:60]) > 90
    assert max(developed.peaks[62:]) < 5
    assert all(0 <= each <= 100 for each in developed.peaks)


def test_silence_has_no_bars(tmp_path: Path) -> None:
    developed = opened(sounds.webm(2, quiet_after=0), tmp_path)

    assert developed.ok
    assert set(developed.peaks) == {0}


@pytest.mark.parametrize("given", [sounds.m4a, sounds.mp3, sounds.film])
def test_nothing_of_the_phone_or_the_place_is_passed_on(
    tmp_path: Path, given: Maker
) -> None:
    sent = given(2)
    assert sounds.PHONE.encode() in sent
    assert b"+55.6158" in sent

    developed = opened(sent, tmp_path)

    for each in developed.renditions:
        passed_on = made(tmp_path, each.name).read_bytes()
        assert sounds.PHONE.encode() not in passed_on
        assert b"55.6158" not in passed_on


@pytest.mark.parametrize("given", [sounds.film, sounds.webm_film, sounds.silent_film])
def test_a_film_gets_a_film_and_a_picture_in_every_size(
    tmp_path: Path, given: Maker
) -> None:
    developed = opened(given(2), tmp_path)

    assert (developed.problem, developed.kind) == (None, "video")
    assert (developed.width, developed.height) == (160, 96)
    assert developed.duration == pytest.approx(2, abs=0.1)
    assert [each.name for each in developed.renditions] == [
        "160.jpg",
        "160.webp",
        "film.mp4",
    ]
    with av.open(str(made(tmp_path, "film.mp4"))) as film:
        assert film.streams[0].codec_context.name == "h264"


def test_a_film_made_upright_is_upright(tmp_path: Path) -> None:
    developed = opened(sounds.film(2, turned=True), tmp_path)

    assert (developed.width, developed.height) == (96, 160)
    with av.open(str(made(tmp_path, "film.mp4"))) as film:
        first = next(film.decode(video=0)).reformat(format="rgb24")
    rows = bytes(first.planes[0])
    right = rows[first.planes[0].line_size + 90 * 3 :][:3]
    assert right[0] > 150 > right[1]


@pytest.mark.parametrize("given", [sounds.webm, sounds.fragmented_m4a])
def test_what_was_said_before_the_page_was_closed_is_heard(
    tmp_path: Path, given: Maker
) -> None:
    developed = opened(sounds.cut_off(given(6)), tmp_path)

    assert developed.ok
    assert 3 < (developed.duration or 0) < 4


@pytest.mark.parametrize(
    ("hostile", "problem"),
    [
        (sounds.cut_off(sounds.m4a(6)), Problem.BROKEN),
        (sounds.cut_off(sounds.film(2)), Problem.BROKEN),
        (sounds.scrambled(sounds.film(3)), Problem.BROKEN),
        (sounds.scrambled(sounds.webm(3), start=300), Problem.BROKEN),
        (sounds.scrambled(sounds.mp3(3), start=4), Problem.BROKEN),
        (sounds.claiming_wav(), Problem.BROKEN),
        (b"OggS" + bytes(500), Problem.BROKEN),
        (b"ID3\x04\x00\x00\x7f\x7f\x7f\x7f" + bytes(500), Problem.BROKEN),
    ],
)
def test_a_hostile_recording_needs_a_person(
    tmp_path: Path, hostile: bytes, problem: Problem
) -> None:
    developed = opened(hostile, tmp_path)

    assert developed.problem == problem
    assert list((tmp_path / "out").iterdir()) == []


def test_a_film_that_claims_to_be_wider_than_a_house_is_drawn_as_it_is(
    tmp_path: Path,
) -> None:
    developed = opened(sounds.claiming_film(), tmp_path)

    assert (developed.width, developed.height) in {(160, 96), (None, None)}


def test_a_list_of_other_files_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.m4a").write_bytes(sounds.m4a())
    playlist = f"#EXTM3U\n#EXTINF:2,\n{tmp_path / 'secret.m4a'}\n#EXT-X-ENDLIST\n"

    developed = opened(b"ID3" + playlist.encode(), tmp_path)

    assert not developed.ok
