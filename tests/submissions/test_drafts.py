"""What is typed is kept here too, can be gone on with anywhere, and is asked for once."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from submissions import actions, notices, throttle
from submissions.models import Notice, Submission
from tests import make, photos
from tests.submissions import tus
from tests.submissions.tus import KEY

pytestmark = pytest.mark.django_db
TYPED = "/en/bidrag/kladde/"


def keep(client: Client, **answers: Any) -> Any:
    """The answers that changed, as the script sends them."""
    return client.post(TYPED, {"key": KEY, **answers})


def days_ago(days: int) -> dt.datetime:
    return timezone.now() - dt.timedelta(days=days)


def draft(**facts: Any) -> Submission:
    giver = make.contributor(email=facts.pop("email", "emine@example.org"))
    return make.submission(
        pictures=0, state="draft", sent_at=None, contributor=giver, **facts
    )


def test_answers_are_kept_one_by_one(client: Client) -> None:
    keep(client, story="Farfar kom.")
    keep(client, may=["show", "print"])
    answer = keep(client, name="Emine", email="emine@example.org")

    kept = Submission.objects.get()
    assert answer.json()["link"] == f"/en/bidrag/fortsaet/{kept.token}/"
    assert kept.story == "Farfar kom."
    assert kept.typed == {"story": ["Farfar kom."], "may": ["show", "print"]}
    assert kept.contributor.name == "Emine"
    assert kept.contributor.email == "emine@example.org"
    assert not answer.cookies


def test_an_answer_that_was_emptied_is_forgotten(client: Client) -> None:
    keep(client, story="Farfar kom.", name="Emine")
    keep(client, story="", name="")

    kept = Submission.objects.get()
    assert kept.story == ""
    assert kept.typed == {}
    assert kept.contributor.name == ""


def test_a_draft_opens_on_another_phone_with_everything(client: Client) -> None:
    tus.send(client, photos.jpeg(), filename="farfar.jpg")
    keep(client, story="Farfar kom.", may=["show"], names="first", is_of_age="on")
    link = keep(client, date_told="sommeren 75", name="Emine").json()["link"]

    page = Client().get(link)

    assert page.status_code == 200
    assert "Farfar kom." in page.text
    assert 'value="sommeren 75"' in page.text
    assert 'value="Emine"' in page.text
    assert "farfar.jpg" in page.text
    assert f'value="{KEY}"' in page.text
    assert page.text.count(" checked") >= 3
    assert "no-store" in page["Cache-Control"]
    assert not page.cookies


def test_the_plain_form_keeps_its_answers_for_another_phone_too(client: Client) -> None:
    client.post("/en/bidrag/", {"key": KEY, "story": "Farfar kom.", "names": "first"})
    kept = Submission.objects.get()

    page = client.get(reverse("submissions:resume", args=[kept.token]))

    assert "Farfar kom." in page.text
    assert kept.typed["names"] == ["first"]


def test_the_link_of_what_was_sent_leads_to_the_familys_page(client: Client) -> None:
    submission = make.submission()

    answer = client.get(reverse("submissions:resume", args=[submission.token]))

    assert answer.status_code == 302
    assert answer["Location"] == submission.get_absolute_url()


def test_a_guessed_link_opens_nothing_and_is_slowed_down(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "WRONG_LINK", throttle.Door("wrong link", 1, 1))
    wrong = reverse("submissions:resume", args=["g" * 22])

    assert [client.get(wrong).status_code for _each in range(2)] == [404, 429]


def test_nothing_is_added_to_what_was_sent(client: Client) -> None:
    keep(client, story="Farfar kom.")
    actions.send(
        Submission.objects.get(),
        uses=["web"],
        names="none",
        have_persons_agreed=False,
        is_of_age=True,
    )

    answer = keep(client, story="Noget andet")

    sent = Submission.objects.get()
    assert answer.status_code == 409
    assert sent.story == "Farfar kom."
    assert sent.typed == {}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"key=short&story=x", 400),
        (b"key=" + KEY.encode() + b"&story=" + b"x" * 120_000, 413),
        (b"key=" + KEY.encode() + b"&story=%00%ff%ED%A0%80", 200),
    ],
)
def test_whatever_is_typed_gets_an_answer(
    client: Client, body: bytes, status: int
) -> None:
    kind = "application/x-www-form-urlencoded"

    answer = client.patch(TYPED, body, content_type=kind)

    assert answer.status_code == status


def test_typing_without_end_is_slowed_down(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "TYPING", throttle.Door("typing", 1, 1))
    keep(client, story="a")

    assert keep(client, story="b").status_code == 429


@pytest.mark.parametrize(
    ("facts", "letters"),
    [
        ({"saved_at": days_ago(4)}, 1),
        ({"saved_at": days_ago(2)}, 0),
        ({"saved_at": days_ago(4), "email": ""}, 0),
    ],
)
def test_a_draft_is_reminded_of_once_after_three_days(
    facts: dict[str, Any], letters: int
) -> None:
    draft(**facts)

    actions.remind()
    actions.remind()

    assert Notice.objects.filter(kind="reminder").count() == letters


def test_nobody_is_reminded_of_what_they_sent_from_another_page() -> None:
    draft(saved_at=days_ago(4), started_at=days_ago(4))
    make.submission(contributor=make.contributor(email="emine@example.org"))

    actions.remind()

    assert not Notice.objects.exists()


@pytest.mark.parametrize("language", ["da", "en", "tr", "ur", "ar"])
def test_the_letter_leads_back_to_the_draft(language: str) -> None:
    kept = draft(saved_at=days_ago(4), language=language)
    actions.remind()

    letter = notices.letter(Notice.objects.get())

    assert f"/bidrag/fortsaet/{kept.token}/" in str(letter.body)
    assert kept.number in letter.subject


def test_a_reminder_that_waits_is_not_sent_after_the_contribution() -> None:
    kept = draft(saved_at=days_ago(4))
    actions.remind()

    actions.send(
        kept, uses=["web"], names="none", have_persons_agreed=False, is_of_age=True
    )

    assert [each.kind for each in kept.notices.all()] == [Notice.Kind.RECEIVED]
