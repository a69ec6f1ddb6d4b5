"""Volunteers suggest for what is given to them; the archive answers field by field."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts import actions as people
from accounts.models import User
from archive import volunteering
from archive.models import Assignment, Suggestion
from tests import make

pytestmark = pytest.mark.django_db


def test_a_suggestion_leaves_the_card_as_it_is(
    kirsten_client: Client, kirsten: User
) -> None:
    item = make.item(title="Før")
    make.assignment(item, volunteer=kirsten)

    kirsten_client.post(
        reverse("archive:suggest", args=[item.reg_number]),
        {"title": "Stationen", "alt_text": item.alt_text, "date_told": "1976"},
    )

    item.refresh_from_db()
    kept = Suggestion.objects.values_list("field", "words").order_by("field")
    assert item.title == "Før"
    assert list(kept) == [("date_told", "1976"), ("title", "Stationen")]


def test_suggesting_twice_is_one_suggestion(kirsten: User) -> None:
    item = make.item()

    for words in ("Først", "Så"):
        volunteering.suggest(item, words={"title": words}, by=kirsten)

    assert [row.words for row in Suggestion.objects.all()] == ["Så"]


@pytest.mark.parametrize(
    ("field", "words", "fact", "expected"),
    [
        ("title", "Stationen", "title", "Stationen"),
        ("seen", "En perron.", "seen", "En perron."),
        ("date_told", "1976", "date_edtf", "1976"),
        ("date_told", "engang", "date_told", "engang"),
        ("place", "Stationen", "place_said", "Stationen"),
        ("person", "Emine", "named", "Emine"),
    ],
)
def test_a_yes_writes_the_field_on_the_card(
    poul: User, kirsten: User, field: str, words: str, fact: str, expected: str
) -> None:
    item = make.item()
    (row,) = volunteering.suggest(item, words={field: words}, by=kirsten)

    volunteering.accept(row, by=poul)

    item.refresh_from_db()
    facts = {
        "place_said": item.place.name if item.place else "",
        "named": ", ".join(each.name for each in item.persons.all()),
        **{name: getattr(item, name) for name in ("title", "seen")},
        **{name: getattr(item, name) for name in ("date_edtf", "date_told")},
    }
    assert facts[fact] == expected
    assert item.history.first().history_user == poul
    assert not item.is_published


def test_a_no_leaves_the_card_and_the_volunteer_sees_it(
    kirsten_client: Client, poul_client: Client, kirsten: User
) -> None:
    row = make.suggestion(make.item(title="Før"), by=kirsten, words="Efter")

    poul_client.post(
        reverse("archive:answer_suggestion", args=[row.pk]), {"answer": "no"}
    )

    row.refresh_from_db()
    row.item.refresh_from_db()
    assert row.item.title == "Før"
    assert row.state == "declined"
    assert "Efter" in kirsten_client.get(reverse("archive:my_tasks")).text


def test_two_archivists_answer_once(poul: User, kirsten: User) -> None:
    row = make.suggestion(make.item(title="Før"), by=kirsten, words="Efter")
    another = make.user("registrar")

    volunteering.decline(row, by=poul)
    volunteering.accept(row, by=another)

    row.refresh_from_db()
    row.item.refresh_from_db()
    assert (row.answered_by, row.state, row.item.title) == (poul, "declined", "Før")


def test_too_long_a_title_is_said_beside_it(
    kirsten_client: Client, kirsten: User
) -> None:
    item = make.item()
    make.assignment(item, volunteer=kirsten)
    address = reverse("archive:suggest", args=[item.reg_number])

    answer = kirsten_client.post(address, {"title": "ø" * 300, "seen": "En perron."})

    assert answer.status_code == 200
    assert "En perron." in answer.text
    assert not Suggestion.objects.exists()


def test_another_role_lets_go_of_what_was_given(poul: User, kirsten: User) -> None:
    assignment = make.assignment(make.item(), volunteer=kirsten)

    people.change_role(kirsten, role="curator", by=poul)

    assignment.refresh_from_db()
    assert assignment.returned_at is not None


def test_given_twice_is_given_once(poul_client: Client, kirsten: User) -> None:
    item = make.item()
    address = reverse("archive:give", args=[item.reg_number])

    for _ in range(2):
        poul_client.post(address, {"to": kirsten.pk})

    assert Assignment.objects.count() == 1


@pytest.mark.parametrize("to", ["", "0", "x", "²"])
def test_nobody_is_given_anything_by_a_strange_choice(
    poul_client: Client, to: str
) -> None:
    item = make.item()

    answer = poul_client.post(
        reverse("archive:give", args=[item.reg_number]), {"to": to}
    )

    assert answer.status_code == 302
    assert not Assignment.objects.exists()


def test_a_volunteer_cannot_return_what_another_has(
    kirsten_client: Client,
) -> None:
    theirs = make.assignment(make.item())

    answer = kirsten_client.post(reverse("archive:give_back", args=[theirs.pk]))

    assert answer.status_code == 403


@pytest.mark.parametrize("page", ["my_tasks", "suggestions"])
def test_the_lists_cost_the_same_for_one_and_for_three(
    page: str, kirsten: User, django_assert_max_num_queries: Any
) -> None:
    somebody = Client()
    somebody.force_login(kirsten if page == "my_tasks" else make.user())

    def add() -> None:
        item = make.item()
        make.assignment(item, volunteer=kirsten)
        make.suggestion(item, by=kirsten)

    add()
    with django_assert_max_num_queries(20) as first:
        somebody.get(reverse(f"archive:{page}"))
    add()
    add()
    with django_assert_max_num_queries(len(first)):
        somebody.get(reverse(f"archive:{page}"))
