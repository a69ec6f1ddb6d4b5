"""The list: filters with numbers, two thousand as fast as one, and whose hands."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts import actions as people
from accounts.models import User
from archive.models import Item
from submissions import actions, inbox, suspects
from submissions.models import Contributor, Hold, Submission
from tests import make
from tests.conftest import signed_in

pytestmark = pytest.mark.django_db

INBOX = "/arbejdsrum/indbakke/"


def shown(client: Client, key: str) -> list[int]:
    page = client.get(INBOX, {"vis": key})
    return [row.submission.pk for row in page.context["listing"].rows]


def test_every_filter_says_how_many_it_shows(poul: User, poul_client: Client) -> None:
    new, asked, answered, added, ready, touched = (make.submission() for _ in range(6))
    actions.ask(asked, question="Hvem?", by=make.user())
    actions.ask(answered, question="Hvem?", by=make.user())
    actions.answer(answered, text="Farfar.")
    for each in (added, ready):
        actions.accept(each, by=make.user())
    actions.tell_more(added, text="Mere.", language="da")
    Item.objects.filter(media__photograph__submission=ready).update(
        title="Far",
        alt_text="En mand.",
        is_date_unknown=True,
        is_place_unknown=True,
        rights_basis=Item.RightsBasis.FAMILY,
    )
    actions.ask(touched, question="Hvornår?", by=poul)
    expected = {
        "nye": [new.pk],
        "spurgt": [asked.pk, touched.pk],
        "svar": [answered.pk],
        "tilfoejet": [added.pk],
        "klar": [ready.pk],
        "mine": [touched.pk],
    }

    found = {
        key: list(inbox.filtered(key, poul).values_list("pk", flat=True))
        for key in expected
    }

    assert found == expected
    numbers = {each.key: each.number for each in inbox.filters(inbox.counts(poul))}
    assert {key: numbers[key] for key in expected} == {
        key: len(pks) for key, pks in expected.items()
    }
    assert shown(poul_client, "svar") == [answered.pk]


def test_a_story_without_a_picture_is_ready_without_alt_text(poul: User) -> None:
    told = make.told_item(story_language="tr")
    ready = [told.story_of.pk]

    before = list(inbox.filtered("klar", poul).values_list("pk", flat=True))
    Item.objects.filter(pk=told.pk).update(rights_basis=Item.RightsBasis.UNKNOWN)
    unsettled = list(inbox.filtered("klar", poul).values_list("pk", flat=True))

    assert (before, unsettled) == (ready, [])


def many(number: int) -> None:
    giver = make.contributor()
    now = timezone.now()
    Submission.objects.bulk_create(
        Submission(
            contributor=giver,
            state=Submission.State.RECEIVED,
            sent_at=now - dt.timedelta(minutes=index),
            story="Farfar.",
            words=f"ord-{index}",
        )
        for index in range(number)
    )
    assert Contributor.objects.count() == 1


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_two_thousand_cost_what_one_hundred_do(poul_client: Client) -> None:
    many(2000)
    pks = list(Submission.objects.waiting().values_list("pk", flat=True))
    poul_client.get(INBOX)

    costs = {
        queries(poul_client, INBOX),
        queries(poul_client, f"{INBOX}{pks[0]}/"),
        queries(poul_client, f"{INBOX}?efter={pks[1000]}"),
    }

    assert max(costs) <= 34
    assert queries(poul_client, f"{INBOX}{pks[1500]}/") <= 39


def test_next_and_previous_go_past_the_ends_of_a_page(poul_client: Client) -> None:
    many(120)
    pks = list(Submission.objects.waiting().values_list("pk", flat=True))

    page = poul_client.get(f"{INBOX}{pks[50]}/")

    assert (page.context["previous"], page.context["next"]) == (pks[49], pks[51])
    assert pks[50] in [row.submission.pk for row in page.context["listing"].rows]
    last = poul_client.get(f"{INBOX}{pks[-1]}/")
    assert (last.context["previous"], last.context["next"]) == (pks[-2], None)


# Whose hands


def leave(person: User, by: User) -> User:
    today = timezone.localdate()
    return people.go_away(person, since=today, until=today, by=by)


def become_a_curator(person: User, by: User) -> User:
    return people.change_role(person, role="curator", by=by)


def end(person: User, by: User) -> User:
    return people.end(person, by=by)


def test_opening_takes_it_in_hand_and_the_next_one_reads_a_name(
    poul_client: Client,
) -> None:
    given = make.submission()
    birthe = make.user(User.Role.REGISTRAR, name="Birthe")
    signed_in(birthe).get(f"{INBOX}{given.pk}/")

    page = poul_client.get(f"{INBOX}{given.pk}/")

    assert page.context["held"].by == birthe
    assert "Birthe" in page.text
    answer = poul_client.post(f"{INBOX}{given.pk}/spoerg/", {"text": "Hvem?"})
    assert answer.status_code == 302
    assert given.messages.count() == 1


def test_a_hold_goes_by_itself_is_let_go_or_taken_over(
    poul: User, poul_client: Client
) -> None:
    given, birthe = make.submission(), make.user(name="Birthe")
    address = f"{INBOX}{given.pk}/i-haanden/"
    actions.take_in_hand(given, by=birthe)
    assert poul_client.post(address).json() == {
        "mine": False,
        "name": "Birthe",
        "minutes": 1,
    }

    poul_client.post(address, {"over": "yes"})
    assert Hold.objects.get().by == poul
    signed_in(birthe).post(address, {"let_go": "yes"})
    assert Hold.objects.get().by == poul
    poul_client.post(address, {"let_go": "yes"})
    assert not Hold.objects.exists()

    actions.take_in_hand(given, by=birthe)
    Hold.objects.update(until=timezone.now() - dt.timedelta(seconds=1))
    assert actions.take_in_hand(given, by=poul).by == poul


@pytest.mark.parametrize("leaves", [leave, become_a_curator, end])
def test_whoever_leaves_lays_down_what_they_have_in_hand(
    leaves: Callable[[User, User], object], poul: User
) -> None:
    birthe = make.user(User.Role.REGISTRAR, name="Birthe")
    held, mine = make.submission(), make.submission()
    given = make.assignment(make.item(), volunteer=birthe)
    actions.take_in_hand(held, by=birthe)
    actions.take_in_hand(mine, by=poul)

    leaves(birthe, poul)

    given.refresh_from_db()
    assert [hold.submission for hold in Hold.objects.all()] == [mine]
    assert given.returned_at is not None


# Look-alikes


def test_a_picture_that_nearly_looks_the_same_is_laid_beside(
    poul_client: Client,
) -> None:
    known, far = make.item(title="Far i haven"), make.item(title="Noget andet")
    known.media.update(dhash="00ff00ff00ff00ff")
    far.media.update(dhash="ffffffff00000000")
    given = make.submission()
    given.photographs.get().media.__class__.objects.filter(
        photograph__submission=given
    ).update(dhash="00ff00ff00ff0ff0")

    page = poul_client.get(f"{INBOX}{given.pk}/")

    assert [each.item for each in page.context["suspects"]] == [known]
    assert "Far i haven" in page.text


@pytest.mark.parametrize(
    ("mine", "theirs", "near"),
    [
        ("00ff00ff00ff00ff", "00ff00ff00ff00ff", True),
        ("00ff00ff00ff00ff", "00ff00ff00ff0ff0", True),
        ("00ff00ff00ff00ff", "00ff00ff00ffff00", False),
        ("0000000000000000", "0000000000000001", False),
        ("", "00ff00ff00ff00ff", False),
    ],
)
def test_eight_bits_are_near_and_a_flat_picture_is_like_none(
    mine: str, theirs: str, *, near: bool
) -> None:
    media: Any = make.flat_media(make.item())
    media.dhash = mine

    assert (suspects.distance(media, "x", theirs) <= suspects.NEAR) is near


def test_two_waiting_sendings_of_the_same_picture_point_at_each_other(
    poul_client: Client,
) -> None:
    one, other = make.submission(), make.submission()
    file = one.photographs.get().media
    other_file = other.photographs.get().media
    other_file.sha256 = file.sha256
    other_file.save()

    page = poul_client.get(f"{INBOX}{one.pk}/")

    [found] = page.context["suspects"]
    assert (found.other, found.is_same_file) == (other, True)
