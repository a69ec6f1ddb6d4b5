"""How much may come, from whom, until when, and what is said instead."""

import hashlib
from typing import Any

import pytest
from django.test import Client

from archive import images, upkeep
from archive.models import Media
from submissions import throttle
from submissions.models import Submission, Upload
from tests import make, photos
from tests.submissions import tus
from tests.submissions.tus import FILES

pytestmark = pytest.mark.django_db


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def only_original() -> bytes:
    media = Submission.objects.get().photographs.get().media
    return images.original_path(media).read_bytes()


def test_the_family_may_change_its_mind_about_a_picture(client: Client) -> None:
    half = tus.announce(client, 9_000)["Location"]
    tus.patch(client, half, b"\xff\xd8\xff" + b"x" * 1000, 0)
    whole = tus.send(client, photos.jpeg())

    answers = [tus.delete(client, half), tus.delete(client, whole)]

    assert [each.status_code for each in answers] == [204, 204]
    assert not Upload.objects.exists()
    assert not Media.objects.exists()
    assert upkeep.look().is_clean
    assert tus.patch(client, half, b"x", 1003).status_code == 404


def test_what_has_been_sent_cannot_be_taken_out_here(client: Client) -> None:
    where = tus.send(client, photos.jpeg())
    Submission.objects.update(state=Submission.State.RECEIVED)

    answer = tus.delete(client, where)

    assert answer.status_code == 409
    assert Media.objects.count() == 1


def test_ten_pictures_and_not_one_more(client: Client) -> None:
    for _each in range(10):
        tus.announce(client, 9_000)

    answer = tus.announce(client, 9_000)

    assert answer.status_code == 413
    assert "one contribution holds 10 pictures" in answer.text


def test_one_contribution_has_a_weight_it_may_not_pass(
    client: Client, settings: Any
) -> None:
    settings.LARGEST_CONTRIBUTION = 15_000
    tus.announce(client, 9_000)

    answer = tus.announce(client, 9_000)

    assert answer.status_code == 413
    assert "holds 0 MB in all" in answer.text


def test_a_recording_that_never_ends_is_stopped(client: Client, settings: Any) -> None:
    settings.LARGEST_FILE = 5_000
    where = tus.announce(client, None)["Location"]
    tus.patch(client, where, photos.jpeg()[:4_000], 0)

    answer = tus.patch(client, where, b"x" * 2_000, 4_000)

    assert answer.status_code == 413
    assert tus.head(client, where)["Upload-Offset"] == "4000"


def test_a_flood_of_announcements_is_slowed_down(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "ARRIVING", throttle.Door("arriving", 0, 0))
    tus.announce(client, 9_000)

    answer = tus.announce(client, 9_000)

    assert answer.status_code == 429
    assert "Retry-After" in answer
    assert "Very much has been sent from here" in answer.text
    assert Upload.objects.count() == 1


def test_guessed_addresses_open_nothing_and_are_slowed_down(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "WRONG_LINK", throttle.Door("wrong link", 1, 1))
    wrong = FILES + "g" * 22 + "/"

    answers = [
        tus.head(client, wrong),
        tus.patch(client, wrong, b"x", 0),
        tus.delete(client, wrong),
    ]

    assert [each.status_code for each in answers] == [404, 429, 429]


def test_a_familys_link_lets_pictures_in_while_it_is_being_read(client: Client) -> None:
    submission = make.submission(pictures=0)

    tus.send(client, photos.jpeg(), token=submission.token)
    submission.state = Submission.State.DECLINED
    submission.save()
    late = tus.announce(client, 9, token=submission.token)

    assert submission.photographs.count() == 1
    assert late.status_code == 409
    assert "as a new one" in late.text


def test_a_draft_is_not_opened_by_its_link_but_by_its_key(client: Client) -> None:
    tus.announce(client, 9_000)

    answer = tus.announce(client, 9, token=Submission.objects.get().token)

    assert answer.status_code == 404


def test_nothing_more_is_taken_for_what_was_taken_back(client: Client) -> None:
    data = photos.jpeg()
    where = tus.announce(client, len(data))["Location"]
    Submission.objects.update(state=Submission.State.WITHDRAWN)

    answer = tus.patch(client, where, data, 0)

    assert answer.status_code == 410
    assert "not waited for any more" in answer.text
    assert not Media.objects.exists()


def test_the_same_picture_twice_is_met_kindly(client: Client) -> None:
    data = photos.jpeg()
    tus.send(client, data, sha256=sha256(data))

    again = tus.announce(client, len(data), sha256=sha256(data))

    assert again.status_code == 409
    assert "Would you like to add more to the story?" in again.text
    assert again["Upload-Refused"] == "here_already"


@pytest.mark.parametrize(
    ("state", "told"),
    [("received", "1"), ("accepted", "1"), ("draft", ""), ("withdrawn", "")],
)
def test_a_picture_somebody_else_gave_is_taken_and_told_of_without_a_name(
    client: Client, state: str, told: str
) -> None:
    known = make.submission(state=state).photographs.get()

    answer = tus.announce(client, 9_000, sha256=known.sha256)

    assert answer.status_code == 201
    assert answer.get("Upload-Known", "") == told
    assert answer.content == b""


@pytest.mark.parametrize(
    "name", ["ø" * 200 + ".jpg", "nul\0.jpg", "../../etc/passwd", "O'Brien.jpg", ""]
)
def test_any_file_name_will_do(client: Client, name: str) -> None:
    tus.send(client, photos.jpeg(), filename=name)

    media = Media.objects.get()
    assert len(media.name) <= 120
    assert "\0" not in media.name
    assert "/" not in media.name
