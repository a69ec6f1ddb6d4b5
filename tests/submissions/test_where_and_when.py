"""Where and when: a pin, a place far away, the very day, and which of two it was."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from archive.models import Item
from config import town
from submissions import actions, desk
from submissions.models import Submission
from tests import make

pytestmark = pytest.mark.django_db

PAGE = "/en/bidrag/"


def give(client: Client, **answers: Any) -> Submission:
    answers = {"key": "k" * 22, "may": ["show"], "is_of_age": "on", **answers}
    client.post(PAGE, {"story": "Farfar kom.", "pictures": make.upload(), **answers})
    return Submission.objects.get()


@pytest.fixture
def ishoej(settings: Any) -> Path:
    settings.TOWN = town.read(town.SAMPLE)
    return town.SAMPLE


def test_a_pin_is_kept_and_goes_with_the_item(
    client: Client, ishoej: Path, poul: User
) -> None:
    given = give(
        client,
        place_tile="pin",
        latitude="55.6131234",
        longitude="12.358",
        precision="home",
        place_told="Vores opgang",
    )

    [item] = actions.accept(given, by=poul)

    assert given.place_told == "Vores opgang"
    assert item.point == (55.61312, 12.358)
    assert item.precision == Item.Precision.HOME


def test_of_a_home_visitors_get_the_quarter_and_neighbours_the_same() -> None:
    home = make.item(latitude=55.6131, longitude=12.3581, precision="home")
    neighbour = make.item(latitude=55.6139, longitude=12.3575, precision="home")
    station = make.item(latitude=55.6131, longitude=12.3581, precision="spot")

    assert home.public_point == neighbour.public_point != home.point
    assert station.public_point == station.point
    assert make.item().public_point is None


@pytest.mark.parametrize(
    "pin",
    [("", "12.3"), ("nord", "øst"), ("nan", "12"), ("91", "12"), ("1e999", "1")],
)
def test_a_pin_nowhere_is_no_pin_and_no_mistake(
    client: Client, pin: tuple[str, str]
) -> None:
    given = give(client, place_tile="pin", latitude=pin[0], longitude=pin[1])

    assert given.state == Submission.State.RECEIVED
    assert given.point is None
    assert given.precision == ""


def test_another_tile_takes_the_place_of_the_pin(client: Client) -> None:
    make.place("Vejleåparken", is_suggested=True)

    given = give(client, place_tile="Vejleåparken", latitude="55.6", longitude="12.3")

    assert given.place_told == "Vejleåparken"
    assert given.point is None


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"place_tile": "away", "place_away": "Konya, Tyrkiet"}, "Konya, Tyrkiet"),
        ({"place_tile": "away"}, "Not in Ishøj"),
        ({"place_tile": "unknown"}, ""),
        ({"place_away": "Lahore"}, "Lahore"),
        ({"place_tile": "pin"}, ""),
    ],
)
def test_far_away_and_unknown_are_answers_too(
    client: Client, answers: dict[str, str], told: str
) -> None:
    assert give(client, **answers).place_told == told


def test_a_town_nobody_has_drawn_is_told_in_words(client: Client) -> None:
    assert "<place-pin" not in client.get(PAGE).text


def test_the_drawing_stands_in_the_page_and_asks_no_stranger(
    client: Client, ishoej: Path
) -> None:
    page = client.get(PAGE).text

    assert 'class="town"' in page
    assert "Vejleåparken" in page


@pytest.mark.parametrize(
    ("day", "month", "year", "told"),
    [
        ("3", "5", "1974", "3 May 1974"),
        ("", "5", "1974", "May 1974"),
        ("٣", "5", "١٩٧٤", "3 May 1974"),
        ("31", "2", "1974", "31/2/1974"),
        ("3", "", "1974", "3/1974"),
        ("den tredje", "5", "74", "den tredje/5/74"),
    ],
)
def test_the_very_day_is_told_or_kept_as_it_was_typed(
    client: Client, day: str, month: str, year: str, told: str
) -> None:
    given = give(
        client,
        date_chip="exact",
        exact_day=day,
        exact_month=month,
        exact_year=year,
    )

    assert given.date_told == told


def test_the_reading_back_asks_which_winter(client: Client) -> None:
    page = client.get("/en/bidrag/hvornaar/", {"date_told": "winter 1976"}).text

    assert page.count('name="date_meant"') == 2


def test_which_winter_it_was_is_kept_beside_the_words(
    client: Client, poul: User
) -> None:
    which = "[1976-12..1977-02]"

    given = give(client, date_told="winter 1976", date_meant=which)
    understood = desk.understood(given)
    [item] = actions.accept(given, by=poul)

    assert given.date_told == item.date_told == "winter 1976"
    assert understood is not None
    assert understood.edtf == item.date_edtf == which


def test_an_answer_to_another_question_is_left_out(client: Client) -> None:
    given = give(client, date_told="1974", date_meant="[1976-12..1977-02]")

    assert given.date_meant == ""


def test_a_tile_that_is_no_name_is_read_and_told_in_the_familys_language(
    client: Client,
) -> None:
    make.place("På rejsen", is_suggested=True, names={"en": "On the journey"})

    page = client.get("/en/bidrag/")
    given = give(client, place_tile="På rejsen")

    assert "On the journey" in page.text
    assert given.place_told == "On the journey"
