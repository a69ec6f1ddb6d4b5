"""Whatever is sent, the family gets a sentence, and what they typed is still there."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from archive import images
from submissions import throttle
from submissions.models import Submission
from tests import make, photos

PAGE = "/en/bidrag/"
KEY = "k" * 22


def give(client: Client, **answers: Any) -> Any:
    answers = {"key": KEY, "may": ["show"], "is_of_age": "on", **answers}
    return client.post(PAGE, answers)


@pytest.mark.django_db
def test_nothing_given_is_asked_for_kindly(client: Client) -> None:
    response = give(client, name="Emine", date_told="sommeren 75")

    assert response.status_code == 422
    assert "Add a picture, or tell a story." in response.text
    assert 'value="Emine"' in response.text
    assert 'value="sommeren 75"' in response.text


@pytest.mark.django_db
def test_an_empty_form_gets_every_sentence_at_once(client: Client) -> None:
    response = client.post(PAGE)

    assert response.status_code == 422
    assert "Add a picture, or tell a story." in response.text
    assert "We only lack one answer: may we show the picture?" in response.text
    assert "Tell us that you are over 15" in response.text


@pytest.mark.django_db
def test_without_permission_the_pictures_are_kept_and_need_not_be_chosen_again(
    client: Client,
) -> None:
    first = give(client, may=[], pictures=[make.upload(name="farfar.jpg")])
    second = give(client)

    given = Submission.objects.get()
    assert first.status_code == 422
    assert "1 picture is safely here" in first.text
    assert "farfar.jpg" in first.text
    assert f'value="{KEY}"' in first.text
    assert second.status_code == 302
    assert given.state == Submission.State.RECEIVED
    assert given.photographs.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "tom.jpg", "is empty"),
        (photos.svg_named_jpg(), "tegning.jpg", "is not a picture we can open"),
        (photos.html(), "side.png", "is not a picture we can open"),
    ],
)
def test_each_refused_file_has_its_own_sentence_and_the_others_are_kept(
    client: Client, data: bytes, name: str, sentence: str
) -> None:
    files = [make.upload(name="god.jpg"), SimpleUploadedFile(name, data)]

    response = give(client, pictures=files, story="Farfar kom.")

    assert response.status_code == 422
    assert name in response.text
    assert sentence in response.text
    assert "god.jpg" in response.text
    assert "Farfar kom." in response.text


@pytest.mark.django_db
def test_a_file_that_is_too_large_is_told_its_size(
    client: Client, settings: Any
) -> None:
    settings.LARGEST_FILE = 1024 * 1024
    large = make.upload(photos.jpeg() + b"\0" * 2 * 1024 * 1024, "stor.jpg")

    response = give(client, pictures=[large], story="Farfar kom.")

    assert response.status_code == 422
    assert "(3 MB). We can take up to 1 MB." in response.text


@pytest.mark.django_db
def test_a_full_disk_is_said_in_words(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("archive.intake.keep_original", full)

    response = give(client, pictures=[make.upload()], story="Farfar kom.")

    assert response.status_code == 422
    assert "we have run out of room here" in response.text
    assert "Farfar kom." in response.text


@pytest.mark.django_db
def test_forty_files_leave_ten_and_a_sentence_for_the_others(client: Client) -> None:
    one = photos.jpeg(width=64, height=48)
    files = [make.upload(one + bytes([n]), f"nr{n}.jpg") for n in range(40)]

    response = give(client, pictures=files, story="Farfar kom.")

    assert response.status_code == 422
    assert Submission.objects.get().photographs.count() == 10
    assert "10 pictures are safely here" in response.text
    assert response.text.count("was left out: one contribution holds 10") >= 30


@pytest.mark.django_db
def test_more_files_than_a_form_may_carry_get_a_page_in_words(client: Client) -> None:
    files = [make.upload(b"x", f"nr{n}.jpg") for n in range(60)]

    response = give(client, pictures=files)

    assert response.status_code == 413


@pytest.mark.django_db
def test_a_story_that_is_too_long_is_given_back_whole(client: Client) -> None:
    story = "å" * 6001

    response = give(client, story=story)

    assert response.status_code == 422
    assert "6001 letters long, and we have room for 6000" in response.text
    assert story in response.text
    assert "Add a picture" not in response.text


@pytest.mark.django_db
def test_a_story_of_six_thousand_letters_in_lines_is_taken(client: Client) -> None:
    story = "\r\n".join(["å" * 999] * 6)

    response = give(client, story=story)

    assert response.status_code == 302
    assert Submission.objects.get().story == story.replace("\r\n", "\n")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name",
    [
        'O\'Brien "Bob" <b>',
        "👩‍👧 Emine",
        "\u202eاردو\u202c",
        "Em\0ine",
        "Robert'); DROP",
    ],
)
def test_any_name_a_person_can_have_is_kept(client: Client, name: str) -> None:
    response = give(client, story="Farfar kom.", name=name)

    assert response.status_code == 302
    assert Submission.objects.get().contributor.name == name.replace("\0", "")
    page = client.get(response["Location"])
    assert page.status_code == 200
    assert "<b>" not in page.text.replace("<b>Farfar", "")


@pytest.mark.django_db
def test_a_name_of_two_hundred_letters_gets_a_sentence(client: Client) -> None:
    response = give(client, story="Farfar kom.", name="ø" * 200)

    assert response.status_code == 422
    assert "200 letters long, and we have room for 120" in response.text
    assert "ø" * 200 in response.text


@pytest.mark.django_db
def test_a_file_name_of_two_hundred_letters_is_no_hindrance(client: Client) -> None:
    response = give(client, pictures=[make.upload(name="ø" * 200 + ".jpg")])

    assert response.status_code == 302
    media = Submission.objects.get().photographs.get().media
    assert len(media.name) <= 120
    assert images.original_path(media).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("charset", ["rot13", "utf-7", "utf-16", "idna", "nonsense"])
def test_a_strange_encoding_is_never_our_mistake(client: Client, charset: str) -> None:
    body = b"key=" + KEY.encode() + b"&story=+2AA-%ED%A0%80%ff&may=show&is_of_age=on"
    kind = f"application/x-www-form-urlencoded; charset={charset}"

    response = client.generic("POST", PAGE, body, content_type=kind)

    assert response.status_code == 302
    assert Submission.objects.get().story.startswith("2AA-")


@pytest.mark.django_db
def test_an_address_longer_than_we_have_room_for_is_said_kindly(client: Client) -> None:
    """SQLite would keep it; PostgreSQL would not."""
    email = f"{'e' * 60}@{'o' * 60}.{'r' * 60}.{'g' * 60}.{'d' * 60}.dk"

    response = give(client, story="Farfar kom.", email=email)

    assert response.status_code == 422
    assert "254" in response.context["form"].errors["email"][0]


@pytest.mark.django_db
def test_a_wrong_address_keeps_the_whole_page(client: Client) -> None:
    response = give(client, story="Farfar kom.", email="emine@")

    assert response.status_code == 422
    assert "We cannot write to this address." in response.text
    assert 'value="emine@"' in response.text


@pytest.mark.django_db
def test_answers_nobody_asked_for_are_no_answers(client: Client) -> None:
    response = give(
        client,
        story="Farfar kom.",
        may=["show", "everything"],
        names="all of them",
        taken_by="a ghost",
        story_language="da",
        shown_as="king",
    )

    given = Submission.objects.get()
    assert response.status_code == 302
    assert given.taken_by == ""
    assert given.consents.get().uses == ["exhibit", "web"]
    assert given.consents.get().names == "none"


@pytest.mark.django_db
def test_a_robot_that_fills_every_field_is_stopped(client: Client) -> None:
    response = give(client, story="Buy", website="https://example.org")

    assert response.status_code == 422
    assert Submission.objects.get().state == Submission.State.DRAFT


@pytest.mark.django_db
def test_a_flood_from_one_address_is_slowed_down_and_loses_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "BEGINNING", throttle.Door("beginning", 1, 1))

    give(client, story="Farfar kom.")
    response = give(client, story="Farmor kom.", key="l" * 22)

    assert response.status_code == 429
    assert "Very much has been sent from here" in response.text
    assert "Farmor kom." in response.text
    assert Submission.objects.count() == 1


@pytest.mark.django_db
def test_a_page_without_a_key_can_still_be_sent(client: Client) -> None:
    response = give(client, story="Farfar kom.", key="' OR 1=1")

    assert response.status_code == 302
