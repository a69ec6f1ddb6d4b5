"""Families meet a call: one or several, before it opens, and when it is over."""

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from archive import actions as archive_actions
from submissions import actions, calls, steps
from submissions.models import Call, Submission
from tests import make
from tests.submissions.shown import published
from tests.submissions.test_contribute import KEY, give

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


def today() -> dt.date:
    return timezone.localdate()


def text(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        ({}, "open"),
        ({"opens": 0, "closes": 0}, "open"),
        ({"opens": 1}, "coming"),
        ({"closes": -1}, "closed"),
        ({"opens": -9, "closes": 9}, "open"),
        ({"opens": 0, "closes": -1}, "closed"),
        ({"is_announced": False, "closes": -1}, "draft"),
    ],
)
def test_a_call_stands_by_its_dates(facts: dict[str, Any], standing: str) -> None:
    days = {
        name: today() + DAY * facts.pop(name) for name in list(facts) if name[0] != "i"
    }

    call = make.call(**facts, **days)

    assert call.standing() == standing
    assert list(Call.objects.open()) == ([call] if standing == "open" else [])


def test_several_open_calls_are_a_room_to_choose_in(client: Client) -> None:
    make.call("sommer", title="Min sommer", position=2)
    make.call("foerst", title="Den første dag", position=1)
    make.call("siden", title="Siden hen", opens=today() + DAY)

    page = client.get("/bidrag/")

    assert re.findall(r'href="/bidrag/([\w-]+)/"', text(page))[:3] == [
        "foerst",
        "sommer",
        "andet",
    ]
    assert "<form" not in text(page)


def test_the_societys_default_call_stands_first(client: Client, settings: Any) -> None:
    settings.SOCIETY = type(settings.SOCIETY)(default_call="sommer")
    make.call("foerst", position=1)
    make.call("sommer", position=2)

    assert [each.slug for each in calls.open_calls()] == ["sommer", "foerst"]


def test_one_open_call_is_met_at_once_with_its_question(client: Client) -> None:
    make.call("sommer", question="Hvor var du, når det var sommer?")

    page = text(client.get("/bidrag/"))

    assert "Hvor var du, når det var sommer?" in page
    assert 'name="key"' in page


def test_another_town_without_any_call_can_be_given_to(client: Client) -> None:
    page = client.get("/bidrag/")
    give(client, story="Farfar kom i 1971.")

    assert 'name="key"' in text(page)
    assert Submission.objects.get().call is None
    assert client.get("/").status_code == 200


def test_what_no_call_asks_for_is_given_freely(client: Client) -> None:
    make.call()

    give(client, "/en/bidrag/andet/", story="Farfar kom i 1971.")

    assert Submission.objects.get().call is None


def test_what_no_call_asks_for_stays_free_all_the_way(client: Client) -> None:
    make.call()

    page = text(client.get("/bidrag/andet/"))

    assert '<form method="post" action="/bidrag/andet/"' in page


def test_a_call_that_is_being_written_is_nobodys_business(client: Client) -> None:
    make.call("sommer", is_announced=False)

    answers = [
        client.get("/bidrag/sommer/"),
        client.get("/i/sommer"),
        client.get("/kort/i/sommer/1200x630.jpg"),
        give(client, "/en/bidrag/sommer/", story="Farfar kom."),
    ]

    assert [each.status_code for each in answers] == [404] * 4
    assert not Submission.objects.exists()


def test_before_it_opens_a_call_says_when(client: Client) -> None:
    make.call("sommer", question="Hvor var du?", opens=today() + DAY)

    page = text(client.get("/bidrag/sommer/"))

    assert "Hvor var du?" in page
    assert 'name="key"' not in page


def test_a_closed_call_thanks_and_shows_what_came(client: Client) -> None:
    call = make.call("sommer", closes=today() - DAY, outcome="Det blev til et hæfte.")
    make.call("livretter", title="Livretter")
    item = published(make.submission(call=call))

    page = text(client.get("/bidrag/sommer/"))

    assert "Det blev til et hæfte." in page
    assert f"/billeder/{item.reg_number}/" in page
    assert "/bidrag/livretter/" in page
    assert 'name="key"' not in page

    actions.withdraw(Submission.objects.get())

    assert f"/billeder/{item.reg_number}/" not in text(client.get("/bidrag/sommer/"))


def begin(client: Client) -> None:
    typed = {"key": KEY, "call": "sommer", "story": "Vi bad"}
    client.post("/en/bidrag/kladde/", typed)


def test_what_was_begun_before_the_end_may_still_be_sent(client: Client) -> None:
    call = make.call("sommer")
    begin(client)
    actions.close_call(call, by=make.user())

    page = client.get("/en/bidrag/sommer/?begyndt=1")
    answer = give(client, "/en/bidrag/sommer/", story="Vi badede hver dag.")

    given = Submission.objects.get()
    assert 'name="key"' in text(page)
    assert answer.status_code == 302
    assert (given.state, given.call) == (Submission.State.RECEIVED, call)


def test_a_draft_outlives_a_call_taken_back_to_be_rewritten(client: Client) -> None:
    call = make.call("sommer")
    begin(client)
    Call.objects.update(is_announced=False)

    answer = give(client, "/en/bidrag/sommer/", story="Vi badede.")

    assert answer.status_code == 302
    assert Submission.objects.get().call == call


def test_a_call_does_without_some_steps_and_counts_right(client: Client) -> None:
    make.call("sommer", left_out=["who", "when", "nonsense"])

    page = text(client.get("/en/bidrag/sommer/"))
    give(
        client,
        "/en/bidrag/sommer/",
        story="Vi badede.",
        who_told="Far",
        date_told="1971",
        place_told="Stranden",
    )

    given = Submission.objects.get()
    assert 'name="who_told"' not in page
    assert 'name="date_told"' not in page
    labels = re.findall(r'class="path" aria-label="[^"]*?(\d+)[^"]*?(\d+)', page)
    assert labels == [(str(number), "5") for number in range(1, 6)]
    assert page.count('class="laid"') == 1 + 2 + 3 + 4 + 5
    assert (given.who_told, given.date_told) == ("", "")
    assert given.place_told == "Stranden"


def test_without_the_picture_step_the_story_is_what_is_missing(client: Client) -> None:
    make.call("sommer", left_out=["pictures"])

    answer = give(client, "/en/bidrag/sommer/", pictures=[make.upload()])

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["story"]
    assert not Submission.objects.get().photographs.exists()


def test_no_call_does_without_both_picture_and_story() -> None:
    call = make.call(left_out=["pictures", "story"])

    assert [each.name for each in steps.steps_of(call)][:1] == ["story"]


def test_the_own_questions_of_a_call_are_asked(client: Client) -> None:
    make.call(
        "sommer", prompts=[{"da": "Hvem kunne svømme?", "tr": "Kim yüzme biliyordu?"}]
    )

    assert "Hvem kunne svømme?" in text(client.get("/bidrag/sommer/"))
    assert "Kim yüzme biliyordu?" in text(client.get("/tr/bidrag/sommer/"))
    assert "Hvem kunne svømme?" in text(client.get("/ur/bidrag/sommer/"))


def test_progress_counts_what_was_sent_and_not_taken_back() -> None:
    call = make.call(goal=10)
    for _each in range(3):
        make.submission(call=call, pictures=2)
    make.submission(call=call, state=Submission.State.DRAFT)
    actions.withdraw(make.submission(call=call))

    progress = calls.progress(call)

    assert (progress.came.families, progress.came.pictures) == (3, 6)
    assert progress.bricks == [True] * 3 + [False] * 7


def test_so_few_families_that_they_could_be_known_are_not_counted_aloud(
    client: Client,
) -> None:
    call = make.call("sommer", goal=10)
    make.submission(call=call)
    make.submission(call=call)

    assert 'class="bricks"' not in text(client.get("/bidrag/sommer/"))

    make.submission(call=call)

    assert 'class="bricks"' in text(client.get("/bidrag/sommer/"))


def test_the_picture_of_a_call_goes_when_it_is_withdrawn(client: Client) -> None:
    item = make.published_item()
    make.call("sommer", hero=item)
    address = item.media.get().public_url("640.jpg")

    assert address in text(client.get("/bidrag/sommer/"))

    archive_actions.withdraw(item, by=make.user())

    page = client.get("/bidrag/sommer/")
    assert page.status_code == 200
    assert address not in text(page)


@pytest.mark.parametrize("page", ["/bidrag/", "/", "/bidrag/ude/"])
def test_more_calls_ask_no_more_of_the_database(
    client: Client, page: str, django_assert_max_num_queries: Any
) -> None:
    make.call("ude", closes=today() - DAY, hero=make.published_item())
    for slug in ("en", "to"):
        make.call(slug, hero=make.published_item(), goal=20)
    client.get(page)
    with django_assert_max_num_queries(12) as few:
        client.get(f"{page}?a")
    count = len(few)
    for slug in ("tre", "fire", "fem"):
        make.call(slug, hero=make.published_item(), goal=20)
    client.get(page)

    with django_assert_max_num_queries(count):
        client.get(f"{page}?b")


def test_a_nul_in_the_key_or_the_partner_is_no_mistake_of_ours(client: Client) -> None:
    make.call("sommer", is_announced=False)

    answers = [
        client.post("/bidrag/sommer/", {"key": "\0"}),
        client.get("/bidrag/?fra=%00"),
        client.get("/bidrag/?fra=" + "ø" * 400),
    ]

    assert [each.status_code for each in answers] == [404, 200, 200]
