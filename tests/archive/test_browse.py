import pytest
from django.core.cache import caches
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive import actions
from archive.models import Edition, Item
from tests import make

pytestmark = pytest.mark.django_db


def titles(client: Client, address: str) -> list[str]:
    return [item.title for item in client.get(address).context["page"].items]


def test_only_published_items_hang_in_the_reading_room(client: Client) -> None:
    shown = make.published_item(title="Den røde kjole")
    make.item(title="Endnu ikke læst")
    actions.withdraw(make.published_item(title="Taget ned"), by=None)

    assert titles(client, "/billeder/") == [shown.title]


def test_a_decade_finds_what_may_be_from_it(client: Client) -> None:
    make.published_item(title="ca.", date_told="ca. 1971")
    make.published_item(title="før", date_told="før 1970")
    make.published_item(title="uden")
    make.published_item(title="firserne", date_told="1984")

    assert titles(client, "/billeder/?aarti=1970") == ["ca."]
    assert sorted(titles(client, "/billeder/?aarti=1960")) == ["ca.", "før"]
    assert titles(client, "/billeder/?aarti=1980") == ["firserne"]


def test_a_place_finds_what_lies_in_it(client: Client) -> None:
    town = make.place("Ishøj", slug="ishoej")
    block = make.place("Vejleåparken", slug="vejleaaparken", parent=town)
    make.published_item(title="altan", place=block)
    make.published_item(title="andetsteds", place=make.place("Konya"))

    assert titles(client, "/billeder/?sted=ishoej") == ["altan"]


def test_a_subject_finds_its_items(client: Client) -> None:
    snow = make.subject("sne", slug="sne")
    make.published_item(title="den første sne", subjects=[snow])
    make.published_item(title="sommer")

    answer = client.get("/billeder/?emne=sne")

    assert [item.title for item in answer.context["page"].items] == ["den første sne"]
    assert answer.context["count"] == 1


@pytest.mark.parametrize(
    "odd", ["aarti=abc", "aarti=٢٠٢٠", "efter=x", "nyere=-1", "sted='", "efter=9" * 40]
)
def test_odd_addresses_show_a_page(client: Client, odd: str) -> None:
    make.published_item()

    assert client.get(f"/billeder/?{odd}").status_code == 200


def test_one_walks_through_all_pages_and_back(client: Client) -> None:
    for number in range(1, 92):
        make.published_item(number=number, title=str(number))
    seen, address, previous = [], "/billeder/", ""

    while address:
        page = client.get(address).context["page"]
        seen += [item.number for item in page.items]
        previous = page.previous_url
        address = f"/billeder/{page.next_url}" if page.next_url else ""

    assert seen == list(range(91, 0, -1))
    back = client.get(f"/billeder/{previous}").context["page"]
    assert [item.number for item in back.items][-1] == 12


@pytest.mark.parametrize("number", [1, 3])
def test_browsing_costs_the_same_for_any_number(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        make.published_item(place=make.place(), subjects=[make.subject()])
    client.get("/billeder/")
    caches["pages"].clear()

    with django_assert_num_queries(3):
        client.get("/billeder/")


def test_a_kept_page_costs_one_query_and_never_outlives_a_withdrawal(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    item = make.published_item(title="Den røde kjole")
    assert "Den røde kjole" in client.get("/billeder/").content.decode()
    with django_assert_num_queries(1):
        assert "Den røde kjole" in client.get("/billeder/").content.decode()

    actions.withdraw(item, by=None)

    assert "Den røde kjole" not in client.get("/billeder/").content.decode()


def test_numbers_follow_the_archive(client: Client) -> None:
    first = make.published_item()
    assert client.get("/billeder/").context["count"] == 1
    make.published_item()
    assert client.get("/billeder/").context["count"] == 2

    actions.withdraw(first, by=None)

    assert client.get("/billeder/").context["count"] == 1


def test_every_visible_deed_turns_a_leaf_of_the_edition() -> None:
    item = make.published_item()
    before = Edition.current()

    actions.withdraw(Item.objects.get(pk=item.pk), by=None)

    assert Edition.current() > before
