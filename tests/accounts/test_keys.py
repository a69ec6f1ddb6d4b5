"""Passkeys: made and used in a browser elsewhere; here, what may go wrong."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests import make
from tests.accounts.test_signing_in import ANSWER, CODE, code_in_mail

pytestmark = pytest.mark.django_db

STRANGE = [
    "",
    "null",
    "{}",
    "[]",
    "nonsense",
    '{"id": "a", "rawId": "a", "type": "public-key", "response": {}}',
    '{"response": {"userHandle": "AAAA"}}',
    '{"id":"YQ","rawId":"YQ","type":"public-key","response":{"clientDataJSON":"e30","attestationObject":"oA"}}',
    '{"id":"YQ","rawId":"YQ","type":"public-key","response":{"clientDataJSON":"e30","authenticatorData":"AA","signature":"AA","userHandle":"MQ"}}',
]


def key_of(person: User) -> Authenticator:
    return Authenticator.objects.create(
        user=person,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": "Min telefon", "credential": {}},
    )


@pytest.mark.parametrize("credential", STRANGE)
def test_what_is_no_key_becomes_none(poul_client: Client, credential: str) -> None:
    poul_client.post(reverse("ask_for_key"))

    answer = poul_client.post(reverse("my_keys"), {"credential": credential})

    assert answer.status_code == 200
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("credential", STRANGE)
def test_what_is_no_key_opens_nothing(client: Client, credential: str) -> None:
    make.user()
    client.get(
        reverse("account_login_by_key"), headers={"x-requested-with": "XMLHttpRequest"}
    )

    answer = client.post(reverse("account_login_by_key"), {"credential": credential})

    assert answer["Location"] == reverse("account_login")
    assert "_auth_user_id" not in client.session


def test_another_persons_key_has_no_address_here(poul_client: Client) -> None:
    theirs = key_of(make.user())

    answer = poul_client.post(reverse("remove_key", args=[theirs.pk]))

    assert answer.status_code == 404
    assert Authenticator.objects.count() == 1


def test_a_key_is_given_up(poul_client: Client, poul: User) -> None:
    key = key_of(poul)

    shown = poul_client.get(reverse("my_keys"))
    poul_client.post(reverse("remove_key", args=[key.pk]))

    assert "Min telefon" in shown.text
    assert not Authenticator.objects.exists()


def test_who_has_a_key_comes_in_by_code_all_the_same(
    client: Client, poul: User
) -> None:
    key_of(poul)
    client.post(CODE, {"email": poul.email})

    answer = client.post(ANSWER, {"code": code_in_mail(), "action": "verify"})

    assert answer["Location"] == reverse("submissions:inbox")
    assert len(mail.outbox) == 1


def test_the_key_of_somebody_who_has_ended_opens_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = make.user(is_active=False)
    key = key_of(ended)
    monkeypatch.setattr(
        "accounts.keys.LoginWebAuthnForm.clean_credential", lambda _form: key
    )

    answer = client.post(reverse("account_login_by_key"), {"credential": '{"id": 1}'})

    assert answer.status_code == 403
    assert "_auth_user_id" not in client.session
