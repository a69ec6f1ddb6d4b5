"""The list of registrations: filtered, and found by whatever somebody remembers."""

import pytest
from django.test import Client

from archive.models import Accession, Item
from tests import make

pytestmark = pytest.mark.django_db


def test_registrations_are_filtered_and_found(poul_client: Client) -> None:
    make.item(number=101, title="Far i haven", date_told="1974")
    make.item(number=102, title="Fontænen", is_date_unknown=False, alt_text="")
    Item.objects.filter(number=102).update(is_date_unknown=False)
    make.published_item(number=103, title="Haven om vinteren", date_told="1975")

    def found(query: str) -> list[int]:
        page = poul_client.get(f"/arbejdsrum/billeder/?{query}").context["page"]
        return [item.number for item in page.items]

    assert found("") == [103, 102, 101]
    assert found("vis=udgivet") == [103]
    assert found("vis=ikke-udgivet") == [102, 101]
    assert found("vis=uden-dato") == [102]
    assert found("vis=uden-alt") == [102]
    assert found("q=haven") == [103, 101]
    assert found("q=B102") == [102]
    assert found("q=102") == [102]
    assert found("q=%25") == []
    assert found("vis=drop+table&q=") == [103, 102, 101]


def test_an_item_is_found_by_its_giver_its_place_and_its_persons(
    poul_client: Client,
) -> None:
    journal = Accession.objects.open(giver="Hatice Işık", terms="", reference="")
    item = make.item(title="Altanen", accession=journal, place=make.place("Gildhøj"))
    make.depiction(item, person=make.person("İbrahim Şahin"))
    make.item(title="Bussen")

    def found(asked: str) -> list[Item]:
        page = poul_client.get("/arbejdsrum/billeder/", {"q": asked}).context["page"]
        return list(page.items)

    asked = ("isik", "GILDHØJ", "ibrahim", "altanen hatice", str(journal))
    assert [found(words) for words in asked] == [[item]] * len(asked)
    assert found("altanen bussen") == []
