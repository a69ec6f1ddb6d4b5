"""The workroom writes a call in five languages, and two people may do it at once."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from archive import actions as archive_actions
from submissions.models import Call
from tests import make
from tests.conftest import signed_in

pytestmark = pytest.mark.django_db

DESK = "/arbejdsrum/indkaldelser/"
PAGE = f"{DESK}sommer/"


def words(**more: Any) -> dict[str, Any]:
    """What the page sends when only a few things are written."""
    return {
        "version": "1",
        "kind": "story",
        "language": "da",
        "da-title": "Min sommer",
        **more,
    }


def test_a_new_call_is_seen_by_the_house_alone(selma_client: Client) -> None:
    answer = selma_client.post(DESK, {"name": "Min sommer på øen"})

    call = Call.objects.get()
    assert answer["Location"] == f"{DESK}min-sommer-paa-oeen/"
    assert call.standing() == Call.Standing.DRAFT


@pytest.mark.parametrize("slug", ["andet", "hvornaar", "Æble", "to ord"])
def test_an_address_that_means_something_else_is_refused(
    selma_client: Client, slug: str
) -> None:
    answer = selma_client.post(DESK, {"name": "Min sommer", "slug": slug})

    assert answer.status_code == 422
    assert not Call.objects.exists()


@pytest.mark.parametrize(
    ("title", "slug"), [("Andet", "andet-1"), ("ﷺ", "call"), ("x" * 120, "x" * 40)]
)
def test_any_title_becomes_an_address(
    selma_client: Client, title: str, slug: str
) -> None:
    selma_client.post(DESK, {"name": title})
    selma_client.post(DESK, {"name": title, "slug": ""})

    assert Call.objects.first().slug == slug  # type: ignore[union-attr]
    assert Call.objects.count() == 2


def test_five_languages_are_written_side_by_side(selma_client: Client) -> None:
    item = make.published_item()
    make.call("sommer")

    answer = selma_client.post(
        PAGE,
        words(
            **{
                "da-question": "Hvor var du?",
                "tr-title": "Yazım",
                "ur-question": "آپ کہاں تھے؟",
                "da-prompts": "Hvem kunne svømme?\nHvad spiste I?",
                "tr-prompts": "Kim yüzme biliyordu?",
            },
            goal="40",
            opens="2026-06-01",
            closes="2026-08-31",
            left_out=["who"],
            hero_number=item.reg_number,
        ),
    )

    call = Call.objects.get()
    assert answer.status_code == 302
    assert (call.title, call.question) == ("Min sommer", "Hvor var du?")
    assert call.translations == {
        "tr": {"title": "Yazım"},
        "ur": {"question": "آپ کہاں تھے؟"},
    }
    assert call.prompts == [
        {"da": "Hvem kunne svømme?", "tr": "Kim yüzme biliyordu?"},
        {"da": "Hvad spiste I?"},
    ]
    assert (call.goal, call.left_out, call.hero) == (40, ["who"], item)
    assert (call.opens, call.closes) == (dt.date(2026, 6, 1), dt.date(2026, 8, 31))
    assert call.version == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("da-title", ""),
        ("hero_number", "B99999"),
        ("hero_number", "B" + "9" * 11),
        ("goal", "mange"),
        ("closes", "2020-01-01"),
        ("left_out", ["pictures", "story"]),
    ],
)
def test_what_cannot_be_kept_is_said_beside_its_field(
    selma_client: Client, field: str, value: Any
) -> None:
    make.call("sommer")
    sent = {"da-question": "Hvor var du?", "opens": "2026-06-01", field: value}

    answer = selma_client.post(PAGE, words(**sent))

    assert answer.status_code == 422
    assert "Hvor var du?" in answer.content.decode()
    assert Call.objects.get().version == 1


@pytest.mark.parametrize("hide", ["unpublished", "withdrawn"])
def test_only_a_public_picture_hangs_over_a_call(
    selma_client: Client, hide: str
) -> None:
    make.call("sommer")
    item = make.item()
    if hide == "withdrawn":
        item = make.published_item()
        archive_actions.withdraw(item, by=make.user())

    answer = selma_client.post(PAGE, words(hero_number=item.reg_number))

    assert answer.status_code == 422


def test_the_second_to_save_sees_what_the_first_wrote(selma_client: Client) -> None:
    make.call("sommer")
    other = signed_in(make.user(User.Role.EDITOR))
    other.post(PAGE, words(**{"da-question": "Hvor var I?"}))

    late = selma_client.post(PAGE, words(**{"da-question": "Hvor var du?"}))

    page = late.content.decode()
    assert late.status_code == 409
    assert "Hvor var I?" in page
    assert "Hvor var du?" in page
    assert Call.objects.get().question == "Hvor var I?"

    again = words(**{"da-question": "Hvor var du?", "version": "2"})

    assert selma_client.post(PAGE, again).status_code == 302
    assert Call.objects.get().question == "Hvor var du?"


def test_the_same_page_sent_twice_is_no_quarrel(selma_client: Client) -> None:
    make.call("sommer")

    answers = [selma_client.post(PAGE, words()) for _click in range(2)]

    assert [each.status_code for each in answers] == [302, 302]
    assert Call.objects.get().version == 2


def test_a_call_is_opened_closed_and_opened_again(selma_client: Client) -> None:
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    make.call("sommer", is_announced=False, opens=tomorrow)
    standings = []

    for deed, sent in (
        ("aabn", {"siden": "1"}),
        ("aabn", {}),
        ("luk", {}),
        ("aabn", {}),
    ):
        selma_client.post(f"{PAGE}{deed}/", sent)
        standings.append(Call.objects.get().standing())

    assert standings == ["coming", "open", "closed", "open"]


def test_calls_change_places(selma_client: Client) -> None:
    for slug in ("en", "to", "tre"):
        make.call(slug)

    selma_client.post(f"{DESK}tre/flyt/", {"vej": "op"})
    selma_client.post(f"{DESK}en/flyt/", {"vej": "op"})

    assert [each.slug for each in Call.objects.all()] == ["en", "tre", "to"]


@pytest.mark.parametrize("seen_as", ["", "?som=coming", "?som=closed"])
def test_a_preview_shows_the_call_and_can_send_nothing(
    selma_client: Client, seen_as: str
) -> None:
    make.call("sommer", question="Hvor var du?", is_announced=False)

    answer = selma_client.get(f"{PAGE}se/{seen_as}")

    assert "Hvor var du?" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert selma_client.post(f"{PAGE}se/{seen_as}").status_code == 405


def test_more_calls_ask_no_more_of_the_database(
    selma_client: Client, django_assert_max_num_queries: Any
) -> None:
    make.call("en", hero=make.published_item())
    selma_client.get(DESK)
    with django_assert_max_num_queries(12) as few:
        selma_client.get(DESK)
    count = len(few)
    for slug in ("to", "tre"):
        make.call(slug, hero=make.published_item())

    with django_assert_max_num_queries(count):
        selma_client.get(DESK)
