"""“I am in this picture” at the desk: hidden with one click, and the person is told."""

import pytest
from django.test import Client

from accounts.models import User
from archive.models import Item
from submissions.models import Objection
from tests import make
from tests.conftest import signed_in

pytestmark = pytest.mark.django_db

LIST = "/arbejdsrum/indbakke/indsigelser/"


def objection(wish: str = Objection.Wish.HIDE_PICTURE, **facts: object) -> Objection:
    facts.setdefault("item", make.published_item())
    facts.setdefault("contributor", make.contributor("Amina", language="da"))
    return Objection.objects.create(wish=wish, text="Det er mig.", **facts)


def test_the_open_ones_are_listed_and_counted(poul_client: Client) -> None:
    waiting = objection()

    page = poul_client.get(LIST)

    assert [each for each, _age in page.context["waiting"]] == [waiting]
    assert page.context["counts"]["objections"] == 1
    assert "Det er mig." in page.text


def test_one_click_takes_the_picture_down_everywhere(poul_client: Client) -> None:
    asked = objection()

    poul_client.post(f"{LIST}{asked.pk}/skjul/", {"what": "picture"})

    asked.refresh_from_db()
    asked.item.refresh_from_db()
    assert asked.item.is_withdrawn
    assert asked.settled_at is not None
    assert asked.settlement
    assert not Item.objects.published().exists()


def test_who_hid_it_is_in_the_history(poul_client: Client, poul: User) -> None:
    asked = objection()

    poul_client.post(f"{LIST}{asked.pk}/skjul/", {"what": "picture"})

    entry = asked.item.history.first()
    assert (entry.history_change_reason, entry.history_user) == ("withdraw", poul)


def test_one_click_hides_the_names(poul_client: Client) -> None:
    asked = objection(Objection.Wish.HIDE_NAME)
    make.depiction(asked.item, may_be_named=True)

    poul_client.post(f"{LIST}{asked.pk}/skjul/", {"what": "names"})

    asked.refresh_from_db()
    asked.item.refresh_from_db()
    assert asked.item.are_names_hidden
    assert asked.item.is_published
    assert asked.item.public_names == []
    assert asked.settled_at is not None


def test_an_answer_settles_without_hiding(poul_client: Client) -> None:
    asked = objection(Objection.Wish.TELL)

    poul_client.post(
        f"{LIST}{asked.pk}/svar/", {"text": "Tak, vi har skrevet det ned."}
    )

    asked.refresh_from_db()
    asked.item.refresh_from_db()
    assert asked.settlement == "Tak, vi har skrevet det ned."
    assert asked.item.is_published


def test_an_empty_answer_settles_nothing(poul_client: Client) -> None:
    asked = objection()

    page = poul_client.post(f"{LIST}{asked.pk}/svar/", {"text": " "}, follow=True)

    asked.refresh_from_db()
    assert asked.settled_at is None
    assert page.status_code == 200


@pytest.mark.parametrize("role", ["volunteer", "registrar", "curator"])
def test_only_archivists_hide(role: str) -> None:
    asked = objection()

    answer = signed_in(make.user(role)).post(f"{LIST}{asked.pk}/skjul/")

    asked.item.refresh_from_db()
    assert answer.status_code == 403
    assert asked.item.is_published
