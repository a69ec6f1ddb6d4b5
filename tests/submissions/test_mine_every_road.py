"""Every address under /mit/, in every state, with every wrong token: what it tells."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import timezone

from submissions import actions
from submissions.models import Submission
from submissions.urls import urlpatterns
from tests import make

pytestmark = pytest.mark.django_db

SECRETS = ("Farfar kom i 1971.", "Zehra", "Vejleåparken 7", "emine@example.org")

OWN_PAGE = "mit/<str:token>/"


def roads() -> Iterator[str]:
    """What stands after the token in each address."""
    for each in urlpatterns:
        route = str(getattr(each, "pattern", ""))
        if route.startswith(OWN_PAGE):
            rest = route.removeprefix(OWN_PAGE)
            yield rest.replace("<int:pk>", "1").replace("<str:name>", "640.jpg")


ROADS = sorted(roads())
WHO = {"draft", "withdrawn", "erased", "declined", "received", "accepted"}


def given(state: str) -> Submission:
    stored = {"erased": "withdrawn"}.get(state, state)
    made = make.submission(
        state=stored,
        story="Farfar kom i 1971.",
        who_told="Zehra",
        place_told="Vejleåparken 7",
        contributor=make.contributor("Zehra", email="emine@example.org"),
        withdrawn_at=timezone.now() if stored == "withdrawn" else None,
    )
    if state == "erased":
        ago = timezone.now() - dt.timedelta(days=90)
        Submission.objects.filter(pk=made.pk).update(withdrawn_at=ago)
        actions.erase_expired()
    return made


def test_the_table_knows_every_address() -> None:
    assert len(ROADS) == 17


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_guessed_token_and_a_draft_open_nothing(
    client: Client, road: str, method: str
) -> None:
    made, draft = given("accepted"), given("draft")
    guesses = [made.token[:-1] + "~", made.token[::-1], draft.token, made.key, "0"]

    for token in guesses:
        answer = getattr(client, method)(f"/mit/{token}/{road}")
        assert answer.status_code == 404
        assert "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize("state", sorted(WHO - {"draft"}))
def test_each_address_is_private_in_every_state(
    client: Client, road: str, state: str
) -> None:
    made = given(state)

    for method in ("get", "post"):
        answer = getattr(client, method)(f"/mit/{made.token}/{road}")
        answer.close()
        assert answer.status_code < 500
        assert "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "no-referrer"
        assert answer["X-Robots-Tag"] == "noindex"
        assert not answer.cookies


@pytest.mark.parametrize("road", [each for each in ROADS if each != "hjem/"])
@pytest.mark.parametrize("state", ["withdrawn", "erased"])
def test_what_was_taken_back_is_told_nowhere(
    client: Client, road: str, state: str
) -> None:
    """But in the copy that is taken home, while it is there."""
    made = given(state)

    answer = client.get(f"/mit/{made.token}/{road}")

    assert not any(secret in answer.text for secret in SECRETS)


@pytest.mark.parametrize("state", ["withdrawn", "erased"])
def test_nothing_is_changed_of_what_was_taken_back(client: Client, state: str) -> None:
    made = given(state)
    before = Submission.objects.filter(pk=made.pk).values().get()
    still = {"fortryd/", "nyt-link/", "breve/"} if state == "withdrawn" else set()

    for road in set(ROADS) - still:
        posted = {"text": "x", "more": "x", "may": ["show"], "part": "place"}
        client.post(f"/mit/{made.token}/{road}", posted)

    assert Submission.objects.filter(pk=made.pk).values().get() == before
    assert made.consents.count() == 1
    assert not made.additions.exists()
    assert not made.messages.exists()


@pytest.mark.parametrize("road", ROADS)
def test_another_familys_token_shows_nothing_of_mine(client: Client, road: str) -> None:
    given("accepted")
    theirs = make.submission(story="Noget andet.", contributor=make.contributor("X"))

    answer = client.get(f"/mit/{theirs.token}/{road}")

    told = b"".join(answer) if answer.streaming else answer.content
    assert not any(secret.encode() in told for secret in SECRETS)
