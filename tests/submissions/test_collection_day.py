"""A collection day: numbers, whose turn it is, who may read what, and the wall."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from submissions import actions, wall
from submissions.actions import NotPossibleNow, collecting
from submissions.models import CollectionDay, Submission, Ticket
from tests import make
from tests.conftest import signed_in

pytestmark = pytest.mark.django_db

DAYS = "/arbejdsrum/indsamlingsdag/"
SECRET = "Zehra-Gülistan"


def at(day: CollectionDay, rest: str = "") -> str:
    return f"{DAYS}{day.slug}/{rest}"


def test_each_table_gives_out_its_own_numbers() -> None:
    day = make.collection_day()

    codes = [make.ticket(day, table).code for table in "AABA"]

    assert codes == ["A1", "A2", "B1", "A3"]


def test_the_same_tap_twice_is_the_same_number() -> None:
    day = make.collection_day()

    first, again = (
        collecting.take_ticket(day, table="A", key="et-og-samme-tryk-paa-A")
        for _ in range(2)
    )

    assert first == again
    assert day.tickets.count() == 1


@pytest.mark.parametrize("table", ["C", "AB", "", "a", "Æ"])
def test_a_table_that_is_not_there_gives_no_number(table: str) -> None:
    with pytest.raises(NotPossibleNow):
        collecting.take_ticket(make.collection_day(), table=table, key="et-tryk-paa-C")


def test_no_number_before_the_day_or_after_it(kirsten_client: Client) -> None:
    day = make.collection_day(status=CollectionDay.Status.PLANNED)

    answer = kirsten_client.post(at(day, "tag-nummer/"), {"table": "A"})

    assert answer["Location"] == at(day)
    assert not day.tickets.exists()


def test_a_table_calls_its_own_letter_first_and_then_the_longest_waiting(
    kirsten: User,
) -> None:
    day = make.collection_day()
    other, own = make.ticket(day, "A"), make.ticket(day, "B")

    first = collecting.call(day, table="B", by=kirsten)
    assert first is not None
    collecting.finish(first)
    second = collecting.call(day, table="B", by=kirsten)

    assert [first, second] == [own, other]
    assert second is not None
    assert second.seat == "B"


def test_two_taps_on_call_get_one_family(kirsten: User) -> None:
    day = make.collection_day()
    make.ticket(day)
    waits = make.ticket(day)

    one, same = (collecting.call(day, table="A", by=kirsten) for _ in range(2))

    assert one == same
    assert list(day.tickets.waiting()) == [waits]


def test_a_family_called_by_one_table_is_not_called_by_another(kirsten: User) -> None:
    day = make.collection_day()
    called = make.at_table(day, kirsten)

    with pytest.raises(NotPossibleNow):
        collecting.call(day, table="B", by=kirsten, code=called.code)


def test_only_one_day_is_open_at_a_time(poul_client: Client) -> None:
    make.collection_day(slug="i-dag")
    other = make.collection_day(status=CollectionDay.Status.PLANNED)

    answer = poul_client.post(at(other, "aabn/"), follow=True)

    other.refresh_from_db()
    assert not other.is_open
    assert "notice-warning" in answer.text


def test_a_day_is_planned_with_a_short_name_of_its_own(poul_client: Client) -> None:
    posted = {"name": "Indsamling på Bredekærgård", "day": "2026-11-28", "tables": "3"}

    for _ in range(2):
        poul_client.post(f"{DAYS}ny/", posted)

    slugs = sorted(CollectionDay.objects.values_list("slug", flat=True))
    assert slugs == ["indsamling-paa-bredekaergaard", "indsamling-paa-bredekaergaard-2"]


@pytest.mark.parametrize("day", ["", "i morgen", "2026-13-40", "\0"])
def test_a_day_that_cannot_be_read_is_asked_for_again(
    poul_client: Client, day: str
) -> None:
    posted = {"name": "ø" * 200, "day": day, "tables": "900", "opens": "kl. tolv"}

    answer = poul_client.post(f"{DAYS}ny/", posted)

    assert answer.status_code == 422
    assert "ø" * 200 in answer.text
    assert not CollectionDay.objects.exists()


def test_a_volunteer_reads_the_sheet_of_the_family_before_them(
    kirsten: User, kirsten_client: Client
) -> None:
    ticket = make.at_table(make.collection_day(), kirsten, name=SECRET)

    page = kirsten_client.get(at(ticket.day, f"ark/{ticket.code}/"))

    assert SECRET in page.text


def test_another_volunteer_is_told_who_helps_and_nothing_else(kirsten: User) -> None:
    ticket = make.at_table(make.collection_day(), kirsten, name=SECRET)
    other = signed_in(make.user(User.Role.VOLUNTEER))
    sheet = at(ticket.day, f"ark/{ticket.code}/")

    before = other.get(sheet)
    refused = other.post(f"{sheet}gem/", {"field": "name", "name": "En anden"})
    other.post(f"{sheet}overtag/")
    after = other.get(sheet)

    assert (before.status_code, refused.status_code) == (409, 409)
    assert SECRET not in before.text
    assert "Kirsten" in before.text
    assert SECRET in after.text


@pytest.mark.parametrize("how", ["finished", "day is over"])
def test_afterwards_no_volunteer_reads_anything(
    kirsten: User, kirsten_client: Client, how: str
) -> None:
    ticket = make.handed_over(make.collection_day(), kirsten, name=SECRET)
    sheet = at(ticket.day, f"ark/{ticket.code}/")
    assert kirsten_client.get(sheet).status_code == 200

    if how == "finished":
        kirsten_client.post(f"{sheet}faerdig/")
    else:
        collecting.close_day(ticket.day)

    for rest in ("", "kvittering.pdf"):
        assert kirsten_client.get(sheet + rest).status_code == 403
    assert kirsten_client.post(f"{sheet}overtag/").status_code == 302
    assert kirsten_client.get(sheet).status_code == 403
    assert kirsten_client.get(at(ticket.day, "opgoerelse/")).status_code == 403


def test_an_archivist_finishes_what_was_left(
    kirsten: User, poul_client: Client
) -> None:
    day = make.collection_day()
    ticket = make.at_table(day, kirsten, story="Vi kom i 1971.", **make.READ_ALOUD)
    collecting.finish(ticket)
    collecting.close_day(day)

    poul_client.post(at(day, f"ark/{ticket.code}/gem/"), {"send": "1"})

    ticket.refresh_from_db()
    assert ticket.is_sent


def test_back_in_the_queue_is_first_in_the_queue_with_everything_kept(
    kirsten: User, kirsten_client: Client
) -> None:
    day = make.collection_day()
    ticket = make.at_table(day, kirsten, name="Emine")
    make.ticket(day)

    kirsten_client.post(at(day, f"ark/{ticket.code}/tilbage-i-koe/"))
    again = collecting.call(day, table="A", by=kirsten)

    assert again == ticket
    assert again.submission is not None
    assert again.submission.contributor.name == "Emine"


def test_the_wall_counts_what_was_handed_over(kirsten: User) -> None:
    day = make.collection_day()
    for story_language in ("tr", "tr", "ur"):
        ticket = make.handed_over(day, kirsten, story_language=story_language)
        assert ticket.submission is not None
        actions_file(ticket.submission)
        collecting.finish(ticket)
    make.at_table(day, kirsten, story="Ikke sendt endnu.")

    seen = wall.of(day)

    assert (seen.families, seen.pictures, seen.languages) == (3, 3, 2)
    assert len(seen.bricks) == 3


def actions_file(submission: Submission) -> None:
    assert actions.add_files(submission, [make.upload()]) == []


def test_what_is_taken_back_leaves_the_wall(kirsten: User) -> None:
    ticket = make.handed_over(make.collection_day(), kirsten)
    assert ticket.submission is not None

    actions.withdraw(ticket.submission)

    assert wall.of(ticket.day).families == 0


def test_the_wall_is_open_by_its_secret_and_tells_nothing_unread(
    client: Client, kirsten: User
) -> None:
    make.published_item(title="Bussen til Ishøj", picture=True)
    ticket = make.handed_over(make.collection_day(), kirsten, name=SECRET, story=SECRET)
    assert ticket.submission is not None
    actions_file(ticket.submission)
    address = f"/vaeg/{ticket.day.wall_token}/"

    page, part = client.get(address), client.get(f"{address}?del=1")

    for seen in (page, part):
        assert seen.status_code == 200
        assert "no-store" in seen["Cache-Control"]
        assert not seen.cookies
        assert ticket.code in seen.text
        assert "Bussen til Ishøj" in seen.text
        assert SECRET not in seen.text
        assert "/filer/" not in seen.text
        assert ticket.submission.token not in seen.text
    assert "<html" not in part.text


def test_a_guessed_wall_is_nowhere_and_guessing_is_slowed(client: Client) -> None:
    make.collection_day()

    codes = {client.get(f"/vaeg/{n}/").status_code for n in range(601)}

    assert codes == {404, 429}


def test_no_picture_hangs_that_may_not_be_exhibited(client: Client) -> None:
    item = make.published_item(title="Kun på nettet", picture=True)
    item.permitted_uses = ["web"]
    item.save()

    assert wall.of(make.collection_day()).item is None


def test_the_inbox_says_which_number_on_which_day(
    kirsten: User, poul_client: Client
) -> None:
    day = make.collection_day(name="På Bredekærgård")
    ticket = make.handed_over(day, kirsten)
    plain = make.submission()

    page = poul_client.get("/arbejdsrum/indbakke/")

    assert ticket.submission is not None
    assert f"{ticket.code} · <bdi>{day.name}</bdi>" in page.text
    assert plain.number in page.text


def test_the_summary_names_the_numbers_without_a_contribution(
    kirsten: User, poul_client: Client
) -> None:
    day = make.collection_day()
    given = make.handed_over(day, kirsten)
    collecting.finish(given)
    left = make.at_table(day, kirsten)
    waits = make.ticket(day)

    page = poul_client.get(at(day, "opgoerelse/"))

    assert list(page.context["unsent"]) == [left, waits]
    assert list(page.context["given"]) == [given]


@pytest.mark.parametrize("number", [1, 3])
def test_the_queue_costs_the_same_however_long_it_is(
    kirsten_client: Client,
    number: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    day = make.collection_day()
    for _ in range(number):
        make.ticket(day)
    kirsten_client.get(at(day))

    with django_assert_num_queries(11):
        kirsten_client.get(at(day))


@pytest.mark.parametrize("number", [1, 3])
def test_the_summary_costs_the_same_however_many_came(
    kirsten: User,
    poul_client: Client,
    number: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    day = make.collection_day()
    for _ in range(number):
        collecting.finish(make.handed_over(day, kirsten))
        make.ticket(day, "B")
    poul_client.get(at(day, "opgoerelse/"))

    with django_assert_num_queries(15):
        poul_client.get(at(day, "opgoerelse/"))


def test_a_number_that_is_no_number_is_nowhere(kirsten_client: Client) -> None:
    day = make.collection_day()

    for code in ("A", "A0", "A99999", "A999999999", "Å1", "A٣", "A-1", "%00"):
        assert kirsten_client.get(at(day, f"nummer/{code}/")).status_code == 404


def test_a_forgotten_draft_leaves_the_number_and_nothing_else(kirsten: User) -> None:
    ticket = make.at_table(make.collection_day(), kirsten, name=SECRET)
    long_ago = timezone.now() - dt.timedelta(days=61)
    Submission.objects.update(saved_at=long_ago)
    collecting.finish(ticket)

    actions.erase_expired()

    ticket.refresh_from_db()
    assert ticket.submission is None
    assert list(Ticket.objects.values_list("state", flat=True)) == ["done"]
    assert not Submission.objects.exists()
