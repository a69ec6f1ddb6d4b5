"""Files that come in pieces: the protocol, and every way it can go wrong."""

import errno
import fcntl
import hashlib
import os
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from archive import images, upkeep
from archive.models import Media
from submissions import uploads
from submissions.models import Submission, Upload
from tests import photos
from tests.submissions import tus
from tests.submissions.tus import FILES, KEY

pytestmark = pytest.mark.django_db


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def only_original() -> bytes:
    media = Submission.objects.get().photographs.get().media
    return images.original_path(media).read_bytes()


def test_the_house_says_what_it_can(client: Client) -> None:
    answer = client.options(FILES)

    assert answer.status_code == 204
    assert answer["Tus-Version"] == "1.0.0"
    assert answer["Tus-Extension"] == (
        "creation,creation-defer-length,termination,expiration"
    )
    assert int(answer["Tus-Max-Size"]) == 120 * 1024 * 1024


def test_a_picture_in_pieces_becomes_an_original_byte_for_byte(client: Client) -> None:
    data = photos.jpeg(width=1600, height=1200, gps=True)

    where = tus.send(client, data, sha256=sha256(data))

    photograph = Submission.objects.get().photographs.get()
    assert only_original() == data
    assert photograph.media.name == "farfar.jpg"
    assert photograph.sha256 == sha256(data)
    assert not photograph.is_preview
    assert tus.upload_at(where).media == photograph.media
    assert not tus.upload_at(where).pieces.exists()
    assert upkeep.look().is_clean


def test_no_answer_sets_a_cookie_or_may_be_kept(client: Client) -> None:
    data = photos.jpeg()
    answers = [tus.announce(client, len(data))]
    where = answers[0]["Location"]
    answers += [tus.head(client, where), tus.patch(client, where, data, 0)]
    answers += [tus.delete(client, where)]

    assert [each.status_code for each in answers] == [201, 200, 204, 204]
    for answer in answers:
        assert not answer.cookies
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["Tus-Resumable"] == "1.0.0"


def test_the_phone_asks_how_far_it_came_and_goes_on_from_there(client: Client) -> None:
    data = photos.jpeg()
    where = tus.announce(client, len(data))["Location"]

    tus.patch(client, where, data[:1000], 0)
    asked = tus.head(client, where)
    tus.patch(client, where, data[1000:], 1000)

    assert asked["Upload-Offset"] == "1000"
    assert asked["Upload-Length"] == str(len(data))
    assert "Upload-Expires" in asked
    assert only_original() == data


def test_a_recording_may_be_sent_before_its_length_is_known(client: Client) -> None:
    data = photos.jpeg()
    where = tus.announce(client, None)["Location"]

    tus.patch(client, where, data[:3000], 0)
    asked = tus.head(client, where)
    tus.patch(client, where, data[3000:], 3000)
    closed = tus.patch(client, where, b"", len(data), Upload_Length=len(data))

    assert asked["Upload-Defer-Length"] == "1"
    assert "Upload-Length" not in asked
    assert closed.status_code == 204
    assert only_original() == data


def test_the_same_last_piece_again_is_met_with_the_same_yes(client: Client) -> None:
    data = photos.jpeg()
    where = tus.send(client, data)

    asked = tus.head(client, where)
    again = tus.patch(client, where, b"", len(data))

    assert asked["Upload-Offset"] == again["Upload-Offset"] == str(len(data))
    assert again.status_code == 204
    assert Media.objects.count() == 1


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 412),
        ({"Tus-Resumable": "0.2.2", "Upload-Length": "9"}, 412),
        ({"Tus-Resumable": "1.0.0"}, 400),
        ({"Tus-Resumable": "1.0.0", "Upload-Length": "-1"}, 400),
        ({"Tus-Resumable": "1.0.0", "Upload-Length": "nine"}, 400),
        ({"Tus-Resumable": "1.0.0", "Upload-Length": "٩"}, 400),
        ({"Tus-Resumable": "1.0.0", "Upload-Length": "9" * 40}, 400),
        (
            {
                "Tus-Resumable": "1.0.0",
                "Upload-Length": "9",
                "Upload-Defer-Length": "1",
            },
            400,
        ),
        ({"Tus-Resumable": "1.0.0", "Upload-Defer-Length": "2"}, 400),
    ],
)
def test_what_is_not_the_protocol_is_refused_in_words(
    client: Client, headers: dict[str, str], status: int
) -> None:
    told = tus.metadata(key=KEY, purpose="picture", filename="farfar.jpg")

    answer = client.post(FILES, headers=headers | {"Upload-Metadata": told})

    assert answer.status_code == status
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "Open the page again" in answer.text
    assert answer["Tus-Version"] == "1.0.0"


@pytest.mark.parametrize("words", ["key !!!", "key /w==", "key " + "QUFB" * 4000])
def test_metadata_that_nobody_can_read_is_no_mistake_of_ours(
    client: Client, words: str
) -> None:
    answer = client.post(
        FILES,
        headers={
            "Tus-Resumable": "1.0.0",
            "Upload-Length": "9",
            "Upload-Metadata": words,
        },
    )

    assert answer.status_code == 400
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    ("told", "size", "status"),
    [
        ({"purpose": "a ghost"}, 9, 400),
        ({"key": "short"}, 9, 404),
        ({"key": "' OR 1=1 -- and more letters"}, 9, 404),
        ({"token": "t" * 22}, 9, 404),
        ({}, 0, 400),
        ({}, 121 * 1024 * 1024, 413),
        ({"purpose": "preview", "of": "nobody"}, 9, 410),
    ],
)
def test_what_cannot_be_announced_is_refused_with_its_status_and_a_sentence(
    client: Client, told: dict[str, str], size: int, status: int
) -> None:
    answer = tus.announce(client, size, **told)

    assert answer.status_code == status
    assert len(answer.text) > 20
    assert "Upload-Refused" in answer
    assert "%(" not in answer.text
    assert not Upload.objects.exists()


@pytest.mark.parametrize(
    ("offset", "data", "extra", "status"),
    [
        (999, b"x", {}, 409),
        (1001, b"x", {}, 409),
        (1000, b"x" * 9000, {}, 413),
        (1000, b"x", {"Upload_Length": "7"}, 413),
        (1000, b"x", {"Content_Type": "text/plain"}, 415),
        ("", b"x", {}, 400),
        ("much", b"x", {}, 400),
    ],
)
def test_a_piece_that_does_not_fit_changes_nothing(
    client: Client, offset: Any, data: bytes, extra: dict[str, str], status: int
) -> None:
    where = tus.announce(client, 9_000)["Location"]
    tus.patch(client, where, photos.jpeg()[:1000], 0)

    answer = tus.patch(client, where, data, offset, **extra)

    assert answer.status_code == status
    assert answer.text
    assert tus.head(client, where)["Upload-Offset"] == "1000"


def test_the_page_of_another_language_gets_its_sentences(client: Client) -> None:
    english = tus.announce(client, 0).text
    danish = tus.announce(client, 0, at="/bidrag/filer/").text

    where = tus.announce(client, 9, at="/tr/bidrag/filer/", key="t" * 22)["Location"]

    assert english != danish
    assert where.startswith("/tr/bidrag/filer/")
    assert Submission.objects.get(key="t" * 22).language == "tr"


def test_two_pieces_at_once_one_waits(client: Client) -> None:
    where = tus.announce(client, 9_000)["Location"]
    pieces = tus.upload_at(where).pieces
    other = os.open(pieces, os.O_RDWR | os.O_CREAT)
    fcntl.flock(other, fcntl.LOCK_EX)

    meanwhile = tus.patch(client, where, b"x" * 10, 0)
    os.close(other)
    after = tus.patch(client, where, b"x" * 10, 0)

    assert meanwhile.status_code == 423
    assert meanwhile["Retry-After"] == "2"
    assert after.status_code == 204


def test_bytes_that_were_never_promised_do_not_count(client: Client) -> None:
    data = photos.jpeg()
    where = tus.announce(client, len(data))["Location"]
    tus.patch(client, where, data[:1000], 0)
    with tus.upload_at(where).pieces.open("ab") as file:
        file.write(b"written, and the power went before it was safe")

    asked = tus.head(client, where)
    tus.patch(client, where, data[1000:], 1000)

    assert asked["Upload-Offset"] == "1000"
    assert only_original() == data


def test_bytes_that_were_lost_are_asked_for_again(client: Client) -> None:
    data = photos.jpeg()
    where = tus.announce(client, len(data))["Location"]
    tus.patch(client, where, data[:1000], 0)
    os.truncate(tus.upload_at(where).pieces, 400)

    asked = tus.head(client, where)
    tus.patch(client, where, data[400:], 400)

    assert asked["Upload-Offset"] == "400"
    assert only_original() == data


def test_a_body_that_breaks_off_counts_as_far_as_it_came(client: Client) -> None:
    data = photos.jpeg()
    upload = tus.upload_at(tus.announce(client, len(data))["Location"])

    with pytest.raises(uploads.NotTaken) as trouble:
        uploads.receive(upload, uploads.Piece(0, tus.breaking_off(data[:700])))

    upload.refresh_from_db()
    assert trouble.value.why == uploads.NotTaken.CUT
    assert uploads.offset_of(upload) == 700
    uploads.receive(upload, uploads.Piece(700, tus.reader(data[700:])))
    assert only_original() == data


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "full"),
        OperationalError("database or disk is full"),
        OperationalError("could not extend file: No space left on device"),
    ],
)
def test_a_full_disk_is_said_in_words_and_recovers_by_itself(
    client: Client, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def full(*_args: object) -> int:
        raise error

    data = photos.jpeg()
    where = tus.announce(client, len(data))["Location"]
    with monkeypatch.context() as patch:
        patch.setattr("submissions.uploads.os.write", full)
        answer = tus.patch(client, where, data, 0)

    again = tus.patch(client, where, data, 0)

    assert answer.status_code == 413
    assert answer["Retry-After"] == "60"
    assert "run out of room" in answer.text
    assert again.status_code == 204
    assert only_original() == data


def test_other_bytes_than_the_phone_promised_are_not_kept(client: Client) -> None:
    data = photos.jpeg()
    where = tus.announce(client, len(data), sha256="0" * 64)["Location"]

    answer = tus.patch(client, where, data, 0)

    assert answer.status_code == 460
    assert "damaged on the way" in answer.text
    assert tus.head(client, where).status_code == 404
    assert not Media.objects.exists()
    assert upkeep.look().is_clean


def test_what_is_no_picture_is_refused_after_its_first_bytes(client: Client) -> None:
    data = photos.html() + b" " * 200_000
    where = tus.announce(client, len(data), filename="side.jpg")["Location"]

    answer = tus.patch(client, where, data[:70_000], 0)

    assert answer.status_code == 415
    assert "is not a picture we can open" in answer.text
    assert not Upload.objects.exists()
    assert upkeep.look().is_clean
