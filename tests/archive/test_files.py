"""Files for people of the house: originals byte for byte, renditions by role."""

import hashlib

import pytest
from django.test import Client

from archive import actions, images
from archive.models import Media
from tests import make, photos
from tests.conftest import signed_in

pytestmark = pytest.mark.django_db


def original(media: Media) -> str:
    return f"/arbejdsrum/filer/{media.pk}/original"


def body(client: Client, media: Media, **headers: str) -> tuple[int, bytes, str]:
    answer = client.get(original(media), headers=headers)
    content = answer.getvalue()
    return answer.status_code, content, answer.headers.get("Content-Range", "")


def status(client: Client, address: str) -> int:
    answer = client.get(address)
    answer.close()
    return answer.status_code


def test_the_original_comes_back_byte_for_byte(poul_client: Client) -> None:
    sent = photos.jpeg(640, 480)
    media = make.media(sent, name="Farfar på marken æøå.jpg")

    answer = poul_client.get(original(media))

    assert hashlib.sha256(answer.getvalue()).hexdigest() == media.sha256
    assert answer["Content-Disposition"].startswith(
        "attachment; filename*=utf-8''Farfar"
    )
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]
    assert answer["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-9", 0, 10),
        ("bytes=10-", 10, None),
        ("bytes=-10", -10, None),
        ("bytes=5-999999999", 5, None),
        ("bytes=0-0", 0, 1),
    ],
)
def test_a_part_of_the_original(
    poul_client: Client, asked: str, start: int, end: int | None
) -> None:
    sent = photos.jpeg(640, 480)
    media = make.media(sent)

    status, content, where = body(poul_client, media, range=asked)

    begin = start % len(sent)
    assert status == 206
    assert content == sent[start:end]
    assert where == f"bytes {begin}-{begin + len(content) - 1}/{len(sent)}"


@pytest.mark.parametrize(
    "asked", ["bytes=999999999-", "bytes=9-3", "bytes=-", "bytes=-0"]
)
def test_a_part_the_file_does_not_have(poul_client: Client, asked: str) -> None:
    sent = photos.jpeg(640, 480)
    media = make.media(sent)

    answer = poul_client.get(original(media), headers={"range": asked})

    assert answer.status_code == 416
    assert answer["Content-Range"] == f"bytes */{len(sent)}"


@pytest.mark.parametrize(
    "asked", ["bytes=0-1,4-5", "lines=1-2", "nonsense", "bytes=²-"]
)
def test_what_is_no_single_range_is_answered_with_the_whole(
    poul_client: Client, asked: str
) -> None:
    sent = photos.jpeg(640, 480)
    media = make.media(sent)

    status, content, _where = body(poul_client, media, range=asked)

    assert (status, content) == (200, sent)


def test_a_range_of_another_file_is_answered_with_the_whole(
    poul_client: Client,
) -> None:
    sent = photos.jpeg(640, 480)
    media = make.media(sent)

    status, content, _where = body(
        poul_client, media, **{"range": "bytes=0-9", "if-range": '"another"'}
    )

    assert (status, content) == (200, sent)


def test_an_erased_original_is_not_found(poul_client: Client) -> None:
    media = make.media()
    Media.objects.update(original=None)

    assert poul_client.get(original(media)).status_code == 404


@pytest.mark.parametrize(
    ("role", "waiting", "accepted"),
    [
        ("volunteer", 403, 403),
        ("registrar", 200, 200),
        ("archivist", 200, 200),
        ("curator", 403, 200),
        ("editor", 403, 200),
        ("administrator", 200, 200),
    ],
)
def test_originals_are_for_those_whose_work_it_is(
    role: str, waiting: int, accepted: int
) -> None:
    media = make.media(ready=False)
    client = signed_in(make.user(role))

    before = status(client, original(media))
    media.item = make.item()
    media.save()

    assert (before, status(client, original(media))) == (waiting, accepted)


@pytest.mark.parametrize(
    ("role", "waiting", "accepted"),
    [("volunteer", 403, 200), ("registrar", 200, 200), ("curator", 403, 200)],
)
def test_what_is_not_accepted_yet_is_seen_by_reviewers_only(
    role: str, waiting: int, accepted: int
) -> None:
    media = make.media()
    client = signed_in(make.user(role))
    address = f"/arbejdsrum/filer/{media.pk}/{media.renditions[0]['name']}"

    before = status(client, address)
    media.item = make.item()
    media.save()

    assert (before, status(client, address)) == (waiting, accepted)


@pytest.mark.parametrize("name", ["..%2Fsecret.key", "640.svg", "original.jpg"])
def test_only_renditions_of_the_list_have_an_address(
    poul_client: Client, name: str
) -> None:
    media = make.media()

    assert poul_client.get(f"/arbejdsrum/filer/{media.pk}/{name}").status_code == 404


def test_strangers_get_neither(client: Client) -> None:
    media = make.media()

    for name in ("original", media.renditions[0]["name"]):
        answer = client.get(f"/arbejdsrum/filer/{media.pk}/{name}")

        assert answer["Location"].startswith("/konto/ind/")


def test_turning_turns_the_picture_and_not_the_original(poul_client: Client) -> None:
    media = make.media(photos.jpeg(640, 480))
    before = images.original_path(media).read_bytes()

    answer = poul_client.post(
        f"/arbejdsrum/filer/{media.pk}/drej/", {"next": "/arbejdsrum/billeder/"}
    )

    media.refresh_from_db()
    largest = media.largest
    assert largest
    assert answer["Location"] == "/arbejdsrum/billeder/"
    assert (largest["width"], largest["height"]) == (480, 640)
    assert images.original_path(media).read_bytes() == before


@pytest.mark.parametrize(
    "back", ["https://example.com/", "//example.com", "javascript:x"]
)
def test_turning_leads_nowhere_else(poul_client: Client, back: str) -> None:
    media = make.media()

    answer = poul_client.post(f"/arbejdsrum/filer/{media.pk}/drej/", {"next": back})

    assert answer["Location"] == "/arbejdsrum/indbakke/"


def test_a_turned_picture_stays_public_at_its_new_address(poul_client: Client) -> None:
    item = make.published_item(picture=True)
    media = item.media.get()

    actions.turn(media, 90)

    largest = media.largest
    assert largest
    assert status(Client(), media.public_url(largest["name"])) == 200
