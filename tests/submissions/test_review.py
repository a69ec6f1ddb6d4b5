"""The inbox: what came in, said plainly, and the answers families get."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from archive.models import Item, Media
from submissions import actions, desk, inbox
from submissions.models import Consent, Notice, Submission
from tests import make
from tests.conftest import signed_in

pytestmark = pytest.mark.django_db

INBOX = "/arbejdsrum/indbakke/"


def card(submission: Submission, deed: str = "") -> str:
    return f"{INBOX}{submission.pk}/{deed}"


def shown(client: Client, query: str = "") -> list[int]:
    page = client.get(INBOX + query)
    return [row.submission.pk for row in page.context["listing"].rows]


def needs(submission: Submission) -> list[str]:
    with translation.override("en"):
        return desk.row_of(submission).needs


def test_an_empty_inbox_says_so(poul_client: Client) -> None:
    page = poul_client.get(INBOX)

    assert page.status_code == 200
    assert "empty-say" in page.text


def test_what_waits_longest_is_first_and_on_the_easel(poul_client: Client) -> None:
    now = timezone.now()
    newer = make.submission(sent_at=now)
    older = make.submission(
        sent_at=now - dt.timedelta(days=2), contributor=make.contributor("Samira Khan")
    )

    page = poul_client.get(INBOX)

    assert shown(poul_client) == [older.pk, newer.pk]
    assert page.context["submission"] == older
    assert "Samira Khan" in page.text


def test_each_filter_shows_its_own(poul_client: Client, poul: User) -> None:
    plain, asked, answered, declined, accepted, back = (
        make.submission() for _ in range(6)
    )
    draft = make.submission(state=Submission.State.DRAFT)
    actions.ask(asked, question="Hvem?", by=poul)
    actions.ask(answered, question="Hvem?", by=poul)
    actions.answer(answered, text="Farfar.")
    actions.decline(declined, reason="Tak.", by=poul)
    actions.accept(accepted, by=poul)
    actions.withdraw(back)

    assert set(shown(poul_client)) == {plain.pk, asked.pk, answered.pk}
    assert shown(poul_client, "?vis=spurgt") == [asked.pk]
    assert shown(poul_client, "?vis=svar") == [answered.pk]
    assert shown(poul_client, "?vis=sagt-nej") == [declined.pk]
    assert shown(poul_client, "?vis=taget-imod") == [accepted.pk]
    assert shown(poul_client, "?vis=trukket-tilbage") == [back.pk]
    assert set(shown(poul_client, "?vis=noget")) == set(shown(poul_client))
    assert poul_client.get(card(draft)).status_code == 404


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"date_told": ""}, "Missing a date"),
        ({"date_told": "da Ali gik i skole"}, "Date not understood"),
        ({"who_told": "Farmor og Ali"}, "Names, not asked yet"),
    ],
)
def test_what_is_missing_is_said_in_words(facts: dict[str, Any], said: str) -> None:
    submission = make.submission(**{"date_told": "1974", **facts})

    assert needs(submission) == [said]


def test_an_answer_and_a_broken_file_are_said_in_words(poul: User) -> None:
    submission = make.submission(date_told="1974")
    actions.ask(submission, question="Hvem?", by=poul)
    actions.answer(submission, text="Farfar.")
    Media.objects.update(state=Media.State.NEEDS_PERSON, problem="broken")
    submission.refresh_from_db()

    assert needs(submission) == ["Has answered", "A file needs a person"]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "i dag"),
        (1, "i går"),
        (3, "lørdag"),
        (30, "25. oktober"),
        (400, "20. oktober 2025"),
    ],
)
def test_how_long_ago_is_said_as_people_say_it(days: int, said: str) -> None:
    today = dt.date(2026, 11, 24)
    sent = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC) - dt.timedelta(days=days)
    submission = make.submission(sent_at=sent)

    age = desk.age(submission, today)

    assert age == said


def test_the_card_shows_everything_that_was_told(poul_client: Client) -> None:
    submission = make.submission(
        ready=True,
        story="Babam 1971'de geldi.\n\nTrenle.",
        story_language="tr",
        who_told="Babam ve Ali",
        date_told="1975 yazı",
        language="tr",
        place_told="Vejleåparken",
        taken_by="family",
        contributor=make.contributor("Emine Aydın", email="emine@example.org"),
    )

    page = poul_client.get(card(submission))

    assert (
        '<blockquote lang="tr" dir="auto"><p>Babam 1971&#x27;de geldi.</p>' in page.text
    )
    for words in (
        "Babam ve Ali",
        "1975 yazı",
        "sommeren 1975",
        "1975-22",
        "Vejleåparken",
    ):
        assert words in page.text
    assert "emine@example.org" in page.text
    assert "Må vi?" in page.text
    assert "00000000" in page.text


def test_what_the_camera_recorded_is_marked_as_such(poul_client: Client) -> None:
    submission = make.submission(ready=True)
    Media.objects.update(
        recorded={"camera": "Canon PowerShot", "taken_at": "2019-07-14T12:00:00"}
    )

    with translation.override("en"):
        page = poul_client.get(f"/en{card(submission)}")

    assert "Recorded by the camera" in page.text
    assert "the clock says when that was made" in page.text
    assert "Canon PowerShot" in page.text
    assert page.context["read"] is None


def test_words_from_outside_are_only_words(poul_client: Client) -> None:
    evil = "<script>alert(1)</script>"
    submission = make.submission(
        story=evil,
        who_told=evil,
        date_told=evil,
        place_told=evil,
        contributor=make.contributor(evil),
    )

    page = poul_client.get(card(submission))

    assert evil not in page.text


def test_the_same_picture_in_the_archive_is_pointed_out(poul_client: Client) -> None:
    item = make.item(picture=True, number=38)
    known = item.media.get(state=Media.State.READY)
    submission = make.submission()
    Media.objects.filter(photograph__submission=submission).update(sha256=known.sha256)

    page = poul_client.get(card(submission))

    assert "/arbejdsrum/billeder/B38/" in page.text


@pytest.mark.parametrize("count", [1, 3])
def test_the_inbox_costs_the_same_however_much_lies_there(
    poul_client: Client,
    poul: User,
    count: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(count):
        submission = make.submission(pictures=count, ready=True)
        actions.ask(submission, question="Hvem?", by=poul)
        actions.answer(submission, text="Farfar.")

    with django_assert_max_num_queries(35):
        poul_client.get(INBOX)


def test_a_long_list_goes_on(poul_client: Client) -> None:
    giver = make.contributor()
    now = timezone.now()
    rows = Submission.objects.bulk_create(
        Submission(contributor=giver, state="received", sent_at=now, story="…")
        for _ in range(inbox.A_PAGE + 3)
    )

    first = poul_client.get(INBOX).context["listing"]
    second = shown(poul_client, first.more)

    assert len(first.rows) == inbox.A_PAGE
    assert second == [row.pk for row in rows[inbox.A_PAGE :]]


@pytest.mark.parametrize("role", ["volunteer", "curator", "editor"])
def test_only_reviewers_read_what_families_sent(role: str) -> None:
    submission = make.submission()
    client = signed_in(make.user(role))

    answers = [client.get(address).status_code for address in (INBOX, card(submission))]
    answers.append(client.post(card(submission, "tag-imod/")).status_code)

    assert answers == [403, 403, 403]
    assert not Item.objects.exists()


@pytest.mark.parametrize("deed", ["spoerg", "sig-nej", "tag-imod", "tilladelse"])
def test_buttons_are_pressed_not_followed(poul_client: Client, deed: str) -> None:
    assert poul_client.get(card(make.submission(), f"{deed}/")).status_code == 405


def test_a_permission_told_to_us_is_written_beside_the_old_one(
    poul_client: Client, poul: User
) -> None:
    submission = make.submission(uses=["web", "exhibit"])
    (item,) = actions.accept(submission, by=poul)

    poul_client.post(
        card(submission, "tilladelse/"), {"may": ["show", "print"], "names": "first"}
    )

    item.refresh_from_db()
    newest = Consent.objects.latest_of(submission)
    assert newest is not None
    assert (newest.channel, newest.recorded_by) == (Consent.Channel.STAFF, poul)
    assert newest.uses == ["exhibit", "print", "web"]
    assert item.permitted_uses == ["exhibit", "print", "web"]
    assert submission.consents.count() == 2


def test_a_new_permission_brings_back_what_staff_took_down(
    poul_client: Client, poul: User
) -> None:
    submission = make.submission()
    (item,) = actions.accept(submission, by=poul)
    poul_client.post(card(submission, "tag-tilbage/"))
    item.refresh_from_db()
    was_down = item.is_withdrawn

    poul_client.post(
        card(submission, "tilladelse/"), {"may": ["show"], "names": "full"}
    )

    item.refresh_from_db()
    submission.refresh_from_db()
    assert was_down
    assert not item.is_withdrawn
    assert not item.is_published
    assert submission.state == Submission.State.ACCEPTED


def test_the_family_hears_that_it_was_taken_down_for_them(poul_client: Client) -> None:
    giver = make.contributor(email="emine@example.org")
    submission = make.submission(contributor=giver)

    poul_client.post(card(submission, "tag-tilbage/"))

    assert Notice.objects.filter(kind=Notice.Kind.WITHDRAWN).count() == 1
