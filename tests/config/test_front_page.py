import pytest
from django.core.cache import caches
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive import actions
from config.front_page import first_sentences
from tests import make

pytestmark = pytest.mark.django_db


def test_an_empty_archive_invites_the_first_picture(client: Client) -> None:
    answer = client.get("/")

    assert answer.status_code == 200
    assert "/bidrag/" in answer.content.decode()


def test_one_picture_hangs_by_the_door_with_its_tellers_words(client: Client) -> None:
    item = make.published_item(picture=True)
    actions.tell(item, text="Far stod under uret.", language="da", teller="Emine")

    page = client.get("/").content.decode()

    assert "Far stod under uret." in page
    assert f"/billeder/{item.reg_number}/" in page


def test_a_withdrawn_picture_leaves_the_door_at_once(client: Client) -> None:
    item = make.published_item(picture=True)
    actions.tell(item, text="Far stod under uret.", language="da", teller="Emine")
    client.get("/")

    actions.withdraw(item, by=None)

    page = client.get("/").content.decode()
    assert "Far stod under uret." not in page
    assert item.title not in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_front_page_costs_the_same(
    client: Client, number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    items = [make.published_item(place=make.place()) for _ in range(number)]
    for item in items:
        actions.tell(item, text="Det var en søndag.", language="da", teller="Emine")
    make.exhibition(cover=items[0], published_at=items[0].published_at)
    client.get("/")
    caches["pages"].clear()

    with django_assert_max_num_queries(9):
        client.get("/")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Kort. Endnu kortere.", "Kort. Endnu kortere."),
        ("En. " + "lang " * 40 + ".", "En."),
        ("ابا آئے۔ پھر ہم آئے۔", "ابا آئے۔ پھر ہم آئے۔"),
        ("ord " * 60, ("ord " * 24).strip() + " …"),
        ("", ""),
    ],
)
def test_the_quote_ends_with_a_sentence(text: str, kept: str) -> None:
    assert first_sentences(text, 99) == kept
