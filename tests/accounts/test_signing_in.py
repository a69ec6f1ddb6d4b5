"""The door: a code by e-mail, the same answer for everybody, a password in the demo only."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.core.cache.backends.db import DatabaseCache
from django.db import connection
from django.test import Client
from django.urls import NoReverseMatch, reverse

from accounts.models import User
from config.work import run_messengers
from tests import make

pytestmark = pytest.mark.django_db

LOGIN, CODE, ANSWER = "/konto/ind/", "/konto/ind/kode/", "/konto/ind/kode/svar/"


def code_in_mail() -> str:
    run_messengers()
    found = re.search(r"^([A-Z0-9-]{6,12})$", str(mail.outbox[-1].body), re.MULTILINE)
    assert found
    return found[1]


def test_the_code_in_the_mail_opens_the_door(client: Client, poul: User) -> None:
    client.post(CODE, {"email": "poul@example.org"})

    answer = client.post(ANSWER, {"code": code_in_mail(), "action": "verify"})

    assert answer.status_code == 302
    assert answer["Location"] == reverse("submissions:inbox")
    assert client.get(reverse("submissions:inbox")).status_code == 200


def test_the_mail_says_which_house_the_code_is_for(client: Client, poul: User) -> None:
    client.post(CODE, {"email": "poul@example.org"})

    run_messengers()

    assert settings.SOCIETY.archive_name in mail.outbox[-1].subject


def test_the_page_one_came_for_is_the_page_one_gets(client: Client, poul: User) -> None:
    asked = client.get("/arbejdsrum/billeder/?vis=uden-dato")
    page = client.get(asked["Location"])
    client.post(
        CODE,
        {"email": "poul@example.org", "next": "/arbejdsrum/billeder/?vis=uden-dato"},
    )

    answer = client.post(
        ANSWER, {"code": code_in_mail(), "next": "/arbejdsrum/billeder/?vis=uden-dato"}
    )

    assert 'name="next" value="/arbejdsrum/billeder/?vis=uden-dato"' in page.text
    assert answer["Location"] == "/arbejdsrum/billeder/?vis=uden-dato"


def test_a_page_of_strangers_is_not_where_one_is_sent(
    client: Client, poul: User
) -> None:
    client.post(CODE, {"email": "poul@example.org"})

    answer = client.post(
        ANSWER, {"code": code_in_mail(), "next": "https://example.com/"}
    )

    assert answer["Location"] == reverse("submissions:inbox")


@pytest.mark.parametrize(
    ("role", "desk"),
    [
        (User.Role.REGISTRAR, "submissions:inbox"),
        (User.Role.CURATOR, "exhibitions:curate"),
        (User.Role.VOLUNTEER, "archive:my_tasks"),
    ],
)
def test_everybody_comes_to_their_own_desk(
    client: Client, role: str, desk: str
) -> None:
    somebody = make.user(role)
    client.post(CODE, {"email": somebody.email})

    answer = client.post(ANSWER, {"code": code_in_mail()})

    assert answer["Location"] == reverse(desk)


def test_known_and_unknown_addresses_get_the_same_answer(poul: User) -> None:
    gone = make.user(is_active=False)
    pages = []
    for address in ("poul@example.org", "nobody@example.org", gone.email):
        client = Client()
        asked = client.post(CODE, {"email": address})
        page = client.get(asked["Location"])
        refused = client.post(ANSWER, {"code": "WRONG-CODE"})
        token = r'(name="csrfmiddlewaretoken" value=")[^"]*'
        pages.append(
            (
                asked.status_code,
                asked["Location"],
                re.sub(token, r"\1", page.text),
                re.sub(token, r"\1", refused.text),
            )
        )
    run_messengers()

    assert pages[0] == pages[1] == pages[2]
    assert [message.to for message in mail.outbox] == [["poul@example.org"]]


def test_the_mail_says_the_code_in_words_and_as_a_page(
    client: Client, poul: User
) -> None:
    client.post(CODE, {"email": "poul@example.org"})

    code = code_in_mail()

    (message,) = mail.outbox
    assert isinstance(message, mail.EmailMultiAlternatives)
    (page, kind) = message.alternatives[0]
    assert kind == "text/html"
    assert f'<h1 dir="ltr">{code}</h1>' in str(page)
    assert "\n" not in message.subject


def test_three_wrong_codes_end_the_try(client: Client, poul: User) -> None:
    client.post(CODE, {"email": "poul@example.org"})
    right = code_in_mail()
    for _ in range(3):
        client.post(ANSWER, {"code": "WRONG-CODE"})

    late = client.post(ANSWER, {"code": right})

    assert late.status_code == 302
    assert late["Location"].startswith(CODE)
    assert "_auth_user_id" not in client.session


def test_asking_again_and_again_is_slowed_down(poul: User) -> None:
    answers = [
        Client().post(CODE, {"email": "poul@example.org"}).status_code for _ in range(4)
    ]
    run_messengers()

    assert answers == [302, 302, 302, 200]
    assert len(mail.outbox) == 3


def test_tries_are_counted_for_every_process_and_across_restarts(poul: User) -> None:
    for _ in range(3):
        Client().post(CODE, {"email": "poul@example.org"})

    fresh = DatabaseCache("tries_at_the_door", {})
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM tries_at_the_door")
        (counted,) = [key for (key,) in cursor if ":ip:" not in key]

    assert len(fresh.get(counted.removeprefix(":1:"))) == 3


def test_a_password_opens_nothing_outside_the_demo(client: Client, poul: User) -> None:
    page = client.get(LOGIN)

    client.post(LOGIN, {"login": "poul@example.org", "password": "ankomst-demo"})

    assert 'type="password"' not in page.text
    assert "_auth_user_id" not in client.session


def test_a_password_opens_the_demo(client: Client, poul: User, settings: Any) -> None:
    settings.DEMO = True

    page = client.get(LOGIN)
    answer = client.post(
        LOGIN, {"login": "poul@example.org", "password": "ankomst-demo"}
    )

    assert 'type="password"' in page.text
    assert answer["Location"] == reverse("submissions:inbox")


def test_a_wrong_password_keeps_the_address_that_was_typed(
    client: Client, poul: User, settings: Any
) -> None:
    settings.DEMO = True

    answer = client.post(LOGIN, {"login": "poul@example.org", "password": "wrong"})

    assert answer.status_code == 200
    assert 'value="poul@example.org"' in answer.text
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("typed", ["", "poul", "poul@", "ø" * 300 + "@example.org"])
def test_what_is_no_address_gets_a_sentence(client: Client, typed: str) -> None:
    answer = client.post(CODE, {"email": typed})

    assert answer.status_code == 200
    assert 'role="alert"' in answer.text


def test_signing_out_is_asked_for_and_done(poul_client: Client) -> None:
    asked = poul_client.get("/konto/ud/")

    done = poul_client.post("/konto/ud/")

    assert asked.status_code == 200
    assert done["Location"] == reverse("home")
    assert "_auth_user_id" not in poul_client.session


@pytest.mark.parametrize(
    "name",
    [
        "account_signup",
        "account_reset_password",
        "account_change_password",
        "account_email",
        "account_inactive",
    ],
)
def test_nothing_else_of_the_machinery_has_an_address(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize("page", [LOGIN, CODE])
def test_the_door_is_private_and_unindexed(client: Client, page: str) -> None:
    answer = client.get(page)

    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Referrer-Policy"] == "same-origin"
