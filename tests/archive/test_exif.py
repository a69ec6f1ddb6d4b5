"""What is read from the camera's notes, and what never is."""

import json
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from archive import exif
from tests import photos


def recorded(tmp_path: Path, data: bytes, *, name: str = "picture") -> dict[str, Any]:
    path = tmp_path / name
    path.write_bytes(data)
    return exif.recorded(path)


def test_a_telephone_tells_its_name_and_its_clock(tmp_path: Path) -> None:
    data = photos.jpeg(
        camera=("Apple", "iPhone 12"), taken="2023:07:14 12:30:05", orientation=6
    )

    assert recorded(tmp_path, data) == {
        "camera": "Apple iPhone 12",
        "taken_at": "2023-07-14T12:30:05",
        "digitised": True,
        "orientation": 6,
    }


def test_a_maker_who_repeats_itself_is_named_once(tmp_path: Path) -> None:
    data = photos.jpeg(camera=("Canon", "Canon EOS 5D"))

    assert recorded(tmp_path, data) == {"camera": "Canon EOS 5D"}


def test_a_date_from_before_digital_pictures_is_believed(tmp_path: Path) -> None:
    data = photos.jpeg(taken="1998:07:14 12:00:00")

    assert recorded(tmp_path, data) == {"taken_at": "1998-07-14T12:00:00"}


@pytest.mark.parametrize(
    "software", ["EPSON Scan", "VueScan 9", "PhotoScan by Google Photos", "SilverFast"]
)
def test_a_scanner_is_recognised(tmp_path: Path, software: str) -> None:
    told = recorded(tmp_path, photos.jpeg(software=software))

    assert told == {"software": software, "scanner": software, "digitised": True}


def test_position_is_told_but_never_where(tmp_path: Path) -> None:
    data = photos.jpeg(gps=True, serial="SN-4711", owner="Emine Yılmaz")

    told = recorded(tmp_path, data)

    assert told == {"has_position": True}
    assert b"SN-4711" in data
    assert not {"55", "36", "SN-4711", "Emine"} & set(json.dumps(told).split())


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("1974:07:14 12:00:00", datetime(1974, 7, 14, 12)),  # noqa: DTZ001
        ("1974-07-14T12:00:30", datetime(1974, 7, 14, 12, 0, 30)),  # noqa: DTZ001
        ("2005:01:02 00:00:00", datetime(2005, 1, 2)),  # noqa: DTZ001
        ("1970:01:01 00:00:00", None),
        ("1980:01:01 00:00:10", None),
        ("2000:01:01 13:05:00", None),
        ("2005:01:01 00:00:00", None),
        ("0000:00:00 00:00:00", None),
        ("2023:13:40 00:00:00", None),
        ("2999:01:01 00:00:00", None),
        ("    :  :     :  :  ", None),
        ("", None),
    ],
)
def test_a_clock_that_was_never_set_says_nothing(
    clock: str, expected: datetime | None
) -> None:
    assert exif.moment(clock) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Farfar på Ishøj Station".encode(), "Farfar på Ishøj Station"),
        ("Farfar på Ishøj Station".encode("cp1252"), "Farfar på Ishøj Station"),
        ("Düğün, İzmir".encode(), "Düğün, İzmir"),
        (b"OLYMPUS DIGITAL CAMERA         ", None),
        (b"SONY DSC", None),
        (b"   ", None),
    ],
)
def test_captions_are_read_in_the_letters_they_were_written(
    tmp_path: Path, raw: bytes, expected: str | None
) -> None:
    told = recorded(tmp_path, photos.jpeg(caption=raw))

    assert told.get("caption") == expected


def test_a_title_from_windows_is_read(tmp_path: Path) -> None:
    told = recorded(tmp_path, photos.jpeg(title="Bryllup i Æblegården"))

    assert told == {"title": "Bryllup i Æblegården"}


def test_a_caption_from_a_photo_program_is_read(tmp_path: Path) -> None:
    told = recorded(tmp_path, photos.captioned_jpeg("Første dag i Vejleåparken"))

    assert told == {"caption": "Første dag i Vejleåparken"}


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_caption_from_a_newspaper_is_read(tmp_path: Path, encoding: str) -> None:
    data = photos.iptc_jpeg("Åbning af Ishøj Bycenter".encode(encoding))

    assert recorded(tmp_path, data) == {"caption": "Åbning af Ishøj Bycenter"}


def test_facebooks_own_mark_is_recognised(tmp_path: Path) -> None:
    data = photos.iptc_jpeg(b"", note=b"FBMD01000ac003000000")

    assert recorded(tmp_path, data) == {"sent_through": "Facebook"}


def test_an_entity_bomb_in_the_metadata_is_left_alone(tmp_path: Path) -> None:
    assert recorded(tmp_path, photos.xmp_bomb_jpeg()) == {}


@pytest.mark.parametrize(
    ("name", "width", "expected"),
    [
        ("IMG-20230115-WA0012.jpg", 800, "WhatsApp"),
        ("received_1234567890123.jpeg", 800, "Messenger"),
        ("FB_IMG_1612345678901.jpg", 800, "Facebook"),
        ("original", 1600, "WhatsApp"),
        ("original", 800, None),
    ],
)
def test_the_app_a_picture_was_sent_through_is_guessed(
    tmp_path: Path, name: str, width: int, expected: str | None
) -> None:
    told = recorded(tmp_path, photos.jpeg(width, 600), name=name)

    assert told.get("sent_through") == expected


def test_a_picture_with_its_notes_intact_was_not_sent_through_anything(
    tmp_path: Path,
) -> None:
    data = photos.jpeg(1600, 1200, camera=("Nokia", "N95"))

    assert recorded(tmp_path, data) == {"camera": "Nokia N95"}


def test_iphone_and_avif_pictures_tell_as_well(tmp_path: Path) -> None:
    told = recorded(tmp_path, photos.avif(gps=True, camera=("Google", "Pixel 9")))

    assert told == {"camera": "Google Pixel 9", "has_position": True}


def test_a_makernote_bomb_is_not_read(tmp_path: Path) -> None:
    started = time.process_time()

    told = recorded(tmp_path, photos.makernote_bomb())

    assert told == {"camera": "Canon"}
    assert time.process_time() - started < 2


@pytest.mark.parametrize("cut", range(20, 700, 17))
def test_a_damaged_file_never_raises(tmp_path: Path, cut: int) -> None:
    data = photos.jpeg(
        64, 48, gps=True, caption=b"Caf\xe9", title="Hej", taken="1998:07:14 12:00:00"
    )
    damaged = data[:cut] + bytes([data[cut] ^ 0xFF]) + data[cut + 1 : 900]

    assert json.dumps(recorded(tmp_path, damaged))


def test_a_file_that_is_no_picture_says_nothing(tmp_path: Path) -> None:
    assert recorded(tmp_path, photos.svg_named_jpg()) == {}
    assert exif.recorded(tmp_path / "not there") == {}
