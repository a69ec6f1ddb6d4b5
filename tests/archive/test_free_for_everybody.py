"""“Free for everybody” is said to people and machines only where the judge says yes."""

import pytest
from django.test import Client

from archive import actions, deciding
from archive.models import Item
from tests import make

pytestmark = pytest.mark.django_db

LICENCE = "creativecommons.org/licenses/by"


def given_to_everybody() -> Item:
    item = make.item(permitted_uses=["exhibit", "open", "press", "social", "web"])
    item = actions.publish(item, publication=Item.Publication.FULL, by=make.user())
    assert item.is_published
    return item


def test_a_family_s_yes_is_told_with_the_licence(client: Client) -> None:
    item = given_to_everybody()

    page = client.get(item.get_absolute_url())

    assert LICENCE in page.text
    assert page.context["is_open"]


def test_a_child_who_was_not_asked_is_not_given_to_everybody(client: Client) -> None:
    item = given_to_everybody()
    Item.objects.filter(pk=item.pk).update(latest="1976-12-31", are_names_hidden=True)
    make.depiction(item, person=make.person(born=1968))

    page = client.get(item.get_absolute_url())

    assert LICENCE not in page.text
    assert not page.context["is_open"]


def test_an_archivist_s_no_to_the_press_ends_it_too(client: Client) -> None:
    item = given_to_everybody()

    deciding.decide(
        item, purpose="press", verdict="no", reason="Familien bad os", by=make.user()
    )

    page = client.get(item.get_absolute_url())
    assert LICENCE not in page.text
    assert not page.context["is_open"]
