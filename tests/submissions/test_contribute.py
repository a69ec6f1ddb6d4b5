"""A family gives pictures and a story on one page."""

from typing import Any

import pytest
from django.test import Client

from archive import images
from submissions.models import Consent, Notice, Submission
from tests import make, photos

PAGE = "/en/bidrag/"
KEY = "k" * 22


def give(client: Client, page: str = PAGE, **answers: Any) -> Any:
    """Send the form as a browser does, with the two answers nobody can leave out."""
    answers = {"key": KEY, "may": ["show"], "is_of_age": "on", **answers}
    return client.post(page, answers)


@pytest.mark.django_db
def test_three_photographs_and_a_turkish_story_become_one_contribution(
    client: Client,
) -> None:
    files = [
        make.upload(photos.jpeg(orientation=6), "bir.jpg"),
        make.upload(photos.heic(), "iki.heic"),
        make.upload(photos.png(), "üç.png"),
    ]

    response = give(
        client,
        pictures=files,
        story="Dedem 1971'de geldi.",
        story_language="tr",
        who_told="Dedem Hasan",
        date_told="sommeren 75",
        place_told="Vejleåparken",
        name="Emine Aydın",
        email="emine@example.org",
        may=["show", "print"],
    )

    given = Submission.objects.get()
    assert response.status_code == 302
    assert response["Location"] == f"/en/mit/{given.token}/tak/"
    assert given.state == Submission.State.RECEIVED
    assert given.story == "Dedem 1971'de geldi."
    assert given.story_language == "tr"
    assert given.date_told == "sommeren 75"
    assert [each.media.name for each in given.photographs.all()] == [
        "bir.jpg",
        "iki.heic",
        "üç.png",
    ]
    assert given.contributor.email == "emine@example.org"
    assert [each.kind for each in given.notices.all()] == [Notice.Kind.RECEIVED]


@pytest.mark.django_db
def test_the_originals_are_kept_byte_for_byte(client: Client) -> None:
    sent = photos.jpeg(orientation=6, gps=True)

    give(client, pictures=[make.upload(sent)])

    media = Submission.objects.get().photographs.get().media
    assert images.original_path(media).read_bytes() == sent


@pytest.mark.django_db
def test_each_permission_is_its_own_yes_on_the_words_that_were_shown(
    client: Client,
) -> None:
    give(
        client, story="Farfar kom i 1971.", may=["show", "social"], names="first",
        persons="yes",
    )  # fmt: skip

    agreed = Consent.objects.get()
    assert agreed.uses == ["exhibit", "social", "web"]
    assert agreed.names == Consent.Names.FIRST
    assert agreed.have_persons_agreed
    assert agreed.is_of_age
    assert agreed.text.language == "en"
    assert "Share it on Facebook and Instagram" in agreed.text.text


@pytest.mark.django_db
def test_two_clicks_on_send_make_one_contribution(client: Client) -> None:
    picture = photos.jpeg()

    first = give(client, pictures=[make.upload(picture)], story="Farfar kom.")
    second = give(client, pictures=[make.upload(picture)], story="Farfar kom.")

    assert Submission.objects.count() == 1
    assert Submission.objects.get().photographs.count() == 1
    assert first["Location"] == second["Location"]


@pytest.mark.django_db
def test_something_new_from_a_page_that_was_sent_is_a_new_contribution(
    client: Client,
) -> None:
    give(client, story="Farfar kom i 1971.")

    again = give(client, story="Farmor kom i 1973.")
    once_more = give(client, story="Farmor kom i 1973.")

    stories = Submission.objects.order_by("pk").values_list("story", flat=True)
    assert list(stories) == ["Farfar kom i 1971.", "Farmor kom i 1973."]
    assert again["Location"] == once_more["Location"]


@pytest.mark.django_db
def test_the_page_of_a_call_gives_to_that_call(client: Client) -> None:
    call = make.call()

    page = client.get(f"/en/bidrag/{call.slug}/")
    give(client, f"/en/bidrag/{call.slug}/", story="Farfar kom.")

    assert "Den første dag i Ishøj" in page.text
    assert Submission.objects.get().call == call


@pytest.mark.django_db
def test_a_call_nobody_has_made_is_not_found(client: Client) -> None:
    assert client.get("/en/bidrag/findes-ikke/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("prefix", ["", "/en", "/tr", "/ur", "/ar"])
def test_the_page_speaks_every_language_and_sets_no_cookie(
    client: Client, prefix: str
) -> None:
    make.place(is_suggested=True)

    response = client.get(f"{prefix}/bidrag/")

    assert response.status_code == 200
    assert not response.cookies
    expected = "rtl" if prefix in {"/ur", "/ar"} else "ltr"
    assert f'dir="{expected}"' in response.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"date_told": "sommeren 75", "date_chip": "198X"}, "sommeren 75"),
        ({"date_chip": "1970–74"}, "1970–74"),
        ({"date_chip": "unknown"}, ""),
        ({"age": "8 years", "born": "1967"}, "around 1975"),
        ({"age": "٨", "born": "١٩٦٧"}, "around 1975"),
        ({"age": "800", "born": "1967"}, ""),
    ],
)
def test_own_words_win_over_a_chip_and_a_chip_over_age(
    client: Client, answers: dict[str, str], told: str
) -> None:
    give(client, story="Farfar kom.", **answers)

    assert Submission.objects.get().date_told == told


@pytest.mark.django_db
def test_a_tile_is_a_place_and_own_words_win_over_it(client: Client) -> None:
    make.place("Vejleåparken", is_suggested=True)

    give(client, story="En", place_tile="Vejleåparken")
    give(
        client, story="To", key="l" * 22, place_tile="Vejleåparken", place_told="Hos os"
    )

    places = Submission.objects.order_by("pk").values_list("place_told", flat=True)
    assert list(places) == ["Vejleåparken", "Hos os"]


@pytest.mark.django_db
def test_the_date_is_read_back_while_it_is_told(client: Client) -> None:
    understood = client.get("/en/bidrag/hvornaar/", {"date_told": "summer of 1975"})
    kept = client.get("/en/bidrag/hvornaar/", {"date_told": "da Ali gik i 2. klasse"})
    nothing = client.get("/en/bidrag/hvornaar/", {"date_told": "\0"})

    assert "1975" in understood.text
    assert "We understand" in understood.text
    assert "We keep it just as you tell it." in kept.text
    assert nothing.text.strip() == ""


@pytest.mark.django_db
def test_a_helper_gives_in_somebody_elses_name(client: Client) -> None:
    give(client, story="Babam", name="Emine", helping="on")

    assert Consent.objects.get().channel == Consent.Channel.HELPER


@pytest.mark.django_db
def test_a_picture_can_be_taken_out_again_before_sending(client: Client) -> None:
    give(client, pictures=[make.upload()], may=[])
    kept = Submission.objects.get().photographs.get()
    original = images.original_path(kept.media)

    give(client, story="Farfar kom.", leave_out=[str(kept.pk), "9" * 40, "x"])

    assert Submission.objects.get().photographs.count() == 0
    assert not original.exists()


@pytest.mark.django_db
def test_other_families_pictures_cannot_be_taken_out(client: Client) -> None:
    theirs = make.submission(state=Submission.State.DRAFT).photographs.get()

    give(client, story="Farfar kom.", leave_out=[str(theirs.pk)])

    theirs.refresh_from_db()


@pytest.mark.django_db
def test_a_file_field_left_empty_is_no_picture(client: Client) -> None:
    fields = {"key": KEY, "story": "Farfar kom.", "may": "show", "is_of_age": "on"}
    parts = [f'name="{name}"\r\n\r\n{value}' for name, value in fields.items()]
    parts.append('name="pictures"; filename=""\r\n\r\n')
    body = "".join(f"--x\r\nContent-Disposition: form-data; {p}\r\n" for p in parts)

    client.post(PAGE, f"{body}--x--", content_type="multipart/form-data; boundary=x")

    assert Submission.objects.get().state == Submission.State.RECEIVED
    assert Submission.objects.get().photographs.count() == 0
