"""Files that come in pieces: the protocol, and every way it can go wrong."""

import hashlib

import pytest
from django.test import Client

from archive import images, upkeep
from submissions.models import Submission
from tests import photos
from tests.submissions import tus
from tests.submissions.tus import FILES

pytestmark = pytest.mark.django_db


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


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
    assert images.original_path(photograph.media).read_bytes() == data
    assert photograph.media.name == "farfar.jpg"
    assert photograph.sha256 == sha256(data)
    assert not photograph.is_preview
    assert tus.upload_at(where).media == photograph.media
    assert not tus.upload_at(where).pieces.exists()
    assert upkeep.look().is_clean


def test_the_phone_asks_how_far_it_came_and_goes_on_from_there(client: Client) -> None:
    data = photos.jpeg()
    where = tus.announce(client, len(data))["Location"]

    tus.patch(client, where, data[:1000], 0)
    asked = tus.head(client, where)
    tus.patch(client, where, data[1000:], 1000)

    assert asked.status_code == 200
    assert asked["Upload-Offset"] == "1000"
    assert asked["Upload-Length"] == str(len(data))
    assert asked["Cache-Control"] == "private, no-store"
    assert "Upload-Expires" in asked
    media = Submission.objects.get().photographs.get().media
    assert images.original_path(media).read_bytes() == data
