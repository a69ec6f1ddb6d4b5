"""A lost link, by e-mail: the page never says who is known, and takes no longer."""

from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from submissions import actions, notices
from submissions.models import LostLink, Notice, Submission
from tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


FAR = "93.184.216.34"


def given(email: str = "emine@example.org", **facts: Any) -> Submission:
    return make.submission(contributor=make.contributor(email=email), **facts)


def asked(client: Client, email: str) -> Any:
    return client.post("/en/mit/", {"email": email})


def post_letters() -> None:
    actions.answer_lost_links()
    for notice in Notice.objects.filter(sent_at=None):
        notices.send(notice.pk)


def test_one_letter_brings_every_link_of_the_mailbox(client: Client) -> None:
    mine = [given(), given("Emine@Example.org"), given(state="declined")]
    theirs = given("yusuf@example.org")

    asked(client, "emine@example.org")
    post_letters()

    (letter,) = mail.outbox
    assert all(each.token in str(letter.body) for each in mine)
    assert theirs.token not in str(letter.body)
    assert not LostLink.objects.exists()


@pytest.mark.parametrize(
    "stranger", ["emıne@example.org", "emine@exampɫe.org", "EMİNE@example.org"]
)
def test_a_mailbox_that_only_looks_alike_is_sent_its_own_links(
    client: Client, stranger: str
) -> None:
    theirs, own = given(), given(stranger)

    asked(client, stranger)
    notices.owe(own, Notice.Kind.LINKS)
    post_letters()

    for letter in mail.outbox:
        assert letter.to == [stranger]
        assert theirs.token not in str(letter.body)
    assert mail.outbox


def test_who_only_looks_alike_is_nobody_of_the_house() -> None:
    make.user(email="kirsten@example.org")

    assert not User.objects.filter(email__iexact="kırſten@example.org").exists()
    assert User.objects.get_by_natural_key("Kirsten@Example.org").is_active


def test_known_and_unknown_get_the_same_answer_for_the_same_work(
    client: Client,
) -> None:
    given()
    answers, works = [], []
    asked(client, "first@example.org")  # the throttle's own row is there now

    for email in ("emine@example.org", "nobody@example.org"):
        with CaptureQueriesContext(
            connection,
        ) as done:
            answer = client.post("/en/mit/", {"email": email}, follow=True)
        answers.append(answer.content)
        works.append([each["sql"].split(" ")[0] for each in done.captured_queries])

    assert answers[0] == answers[1]
    assert works[0] == works[1]
    post_letters()
    assert [each.to for each in mail.outbox] == [["emine@example.org"]]


def test_an_erased_contribution_and_a_draft_are_not_found(client: Client) -> None:
    given(state="draft")

    asked(client, "emine@example.org")
    post_letters()

    assert mail.outbox == []


def test_one_mailbox_is_not_flooded(client: Client) -> None:
    given()

    answers = [asked(client, "emine@example.org") for _ in range(5)]
    rows = LostLink.objects.count()

    assert {each.status_code for each in answers} == {302}
    assert rows == 2


def test_one_address_cannot_ask_for_everybody(client: Client) -> None:
    answers = [
        client.post("/en/mit/", {"email": f"{n}@example.org"}, REMOTE_ADDR=FAR)
        for n in range(11)
    ]
    neighbour = client.post(
        "/en/mit/", {"email": "a@example.org"}, REMOTE_ADDR="93.184.216.35"
    )

    assert [each.status_code for each in answers] == [302] * 10 + [429]
    assert neighbour.status_code == 302


@pytest.mark.parametrize("email", ["", "emine", "a@b", "x\0@y.dk", "a" * 300 + "@b.dk"])
def test_a_strange_address_gets_a_sentence_and_stays_typed(
    client: Client, email: str
) -> None:
    response = client.post("/en/mit/", {"email": email})

    assert response.status_code == 422
    assert response.context["lost_form"].errors["email"]
