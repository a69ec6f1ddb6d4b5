"""“I am in this picture”, without an account."""

from typing import Any

import pytest
from django.test import Client

from archive import actions as archive_actions
from submissions import actions, notices
from submissions.models import Notice, Objection
from tests import make

KEY = "o" * 22


def page_of(item: Any) -> str:
    return f"/en/billeder/{item.reg_number}/det-er-mig/"


@pytest.mark.django_db
def test_anybody_may_ask_and_gets_a_receipt(client: Client) -> None:
    item = make.published_item()

    page = client.get(page_of(item))
    response = client.post(
        page_of(item),
        {"key": KEY, "wish": "name", "text": "Nr. to fra venstre", "name": "Zehra"},
    )
    receipt = client.get(response["Location"])

    objection = Objection.objects.get()
    assert page.status_code == 200
    assert objection.item == item
    assert objection.wish == Objection.Wish.HIDE_NAME
    assert objection.contributor.name == "Zehra"
    assert "We have heard you." in receipt.text
    assert "Nr. to fra venstre" in receipt.text
    assert "no-store" in receipt["Cache-Control"]
    assert not receipt.cookies


@pytest.mark.django_db
def test_two_clicks_are_one_wish(client: Client) -> None:
    item = make.published_item()

    answers = [
        client.post(page_of(item), {"key": KEY, "wish": "picture"}) for _ in range(2)
    ]

    assert Objection.objects.count() == 1
    assert answers[0]["Location"] == answers[1]["Location"]


@pytest.mark.django_db
def test_a_wish_must_be_chosen_and_nothing_typed_is_lost(client: Client) -> None:
    item = make.published_item()

    response = client.post(page_of(item), {"key": KEY, "text": "Det er mig"})

    assert response.status_code == 422
    assert "Choose what you would like us to do." in response.text
    assert "Det er mig" in response.text
    assert not Objection.objects.exists()


@pytest.mark.django_db
def test_only_what_is_shown_can_be_objected_to(client: Client) -> None:
    hidden = make.item()
    taken_down = archive_actions.withdraw(make.published_item(), by=None)

    assert client.get(page_of(hidden)).status_code == 404
    assert client.post(page_of(hidden), {"wish": "picture"}).status_code == 404
    assert client.get(page_of(taken_down)).status_code == 410


@pytest.mark.django_db
def test_the_wish_stands_also_when_the_mail_cannot_be_sent(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = make.published_item()
    client.post(
        page_of(item), {"key": KEY, "wish": "picture", "email": "zehra@example.org"}
    )
    notice = Notice.objects.get()

    def down(*_args: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMultiAlternatives.send", down)

    assert not notices.send(notice.pk)
    notice.refresh_from_db()
    assert notice.kind == Notice.Kind.OBJECTION
    assert notice.sent_at is None
    assert Objection.objects.count() == 1


@pytest.mark.django_db
def test_the_answer_stands_on_the_receipt(client: Client) -> None:
    item = make.published_item()
    client.post(page_of(item), {"key": KEY, "wish": "picture"})
    objection = Objection.objects.get()

    actions.settle(objection, settlement="Vi har taget det ned.", by=make.user())

    page = client.get(f"/en/indsigelse/{objection.token}/")
    assert "Vi har taget det ned." in page.text


@pytest.mark.django_db
def test_an_unknown_receipt_is_not_found(client: Client) -> None:
    assert client.get("/en/indsigelse/nobody/").status_code == 404
