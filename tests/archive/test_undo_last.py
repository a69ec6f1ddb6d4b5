"""One's own last deed can be undone, on a card and on a list, while nobody did more."""

import re
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from archive import actions
from archive.models import Item, Person
from tests import make
from tests.archive.test_describe import address, posted
from tests.conftest import signed_in

pytestmark = pytest.mark.django_db

PERSONS = "/arbejdsrum/personer/"


def way_back(answer: Any) -> str:
    """Where the button beside what was just said leads."""
    found = re.search(r'action="([^"]*/fortryd/\d+/)"', answer.text)
    return found[1] if found else ""


def save(client: Client, item: Item, **typed: Any) -> Any:
    return client.post(address(item), posted(item, **typed), follow=True)


@pytest.mark.parametrize("role", [User.Role.ARCHIVIST, User.Role.REGISTRAR])
def test_what_was_just_saved_is_taken_back(role: str) -> None:
    client = signed_in(make.user(role))
    item = make.item(title="Far i haven", subjects=[make.subject("have")])
    make.subject("bolig")

    said = save(client, item, title="Mor i haven", subject_words="bolig")
    client.post(way_back(said))

    item.refresh_from_db()
    assert item.title == "Far i haven"
    assert [each.label for each in item.subjects.all()] == ["have"]
    assert item.history.filter(title="Mor i haven").exists()


def test_saving_the_card_untouched_offers_nothing_to_undo(poul_client: Client) -> None:
    assert way_back(save(poul_client, make.item(title="Far"))) == ""


def test_a_picture_shown_by_mistake_is_taken_in_again(poul_client: Client) -> None:
    item = make.published_item(picture=True)
    actions.unpublish(item, by=make.user())

    said = poul_client.post(address(item, "udgiv"), follow=True)
    item.refresh_from_db()
    was_shown = item.is_published
    poul_client.post(way_back(said))

    item.refresh_from_db()
    assert was_shown
    assert not item.is_published


def test_nothing_is_undone_once_a_colleague_has_written(
    poul_client: Client, poul: User
) -> None:
    item = make.item(title="Far")
    said = save(poul_client, item, title="Mor")
    item.refresh_from_db()
    colleague = make.user()
    changes = {"seen": "En have."}
    actions.describe(item, version=item.version, changes=changes, by=colleague)

    answer = poul_client.post(way_back(said), follow=True)

    item.refresh_from_db()
    assert (item.title, item.seen) == ("Mor", "En have.")
    assert "notice-warning" in answer.text


def test_a_colleagues_deed_is_left_alone(poul_client: Client) -> None:
    item = make.item(title="Far")
    said = save(poul_client, item, title="Mor")

    signed_in(make.user()).post(way_back(said))

    item.refresh_from_db()
    assert item.title == "Mor"


def test_who_no_longer_decides_takes_back_no_publication(poul: User) -> None:
    client = signed_in(poul)
    item = make.published_item(picture=True)
    actions.unpublish(item, by=make.user())
    said = client.post(address(item, "udgiv"), follow=True)

    User.objects.filter(pk=poul.pk).update(role=User.Role.REGISTRAR)
    client.post(way_back(said))

    item.refresh_from_db()
    assert item.is_published


def written(client: Client, person: Person, **typed: Any) -> Any:
    version = Person.objects.get(pk=person.pk).version
    form = {"name": person.name, "living": person.living, "version": version, **typed}
    return client.post(f"{PERSONS}{person.slug}/", form, follow=True)


def test_what_was_written_of_a_person_is_taken_back() -> None:
    client = signed_in(make.user(User.Role.REGISTRAR))
    person = make.person("İbrahim Işık", living=Person.Living.YES)

    said = written(client, person, name="Ibrahim Isik", living=Person.Living.NO)
    wrong = Person.objects.get(pk=person.pk).name
    client.post(way_back(said))

    person.refresh_from_db()
    assert wrong == "Ibrahim Isik"
    assert (person.name, person.living) == ("İbrahim Işık", Person.Living.YES)
    assert person.version == 3


def test_a_person_a_colleague_has_written_since_stays_as_they_left_it(
    poul_client: Client,
) -> None:
    person = make.person("Emine")
    said = written(poul_client, person, name="Emine A.")
    written(signed_in(make.user()), person, name="Emine Aydın")

    answer = poul_client.post(way_back(said), follow=True)

    person.refresh_from_db()
    assert person.name == "Emine Aydın"
    assert "notice-warning" in answer.text
