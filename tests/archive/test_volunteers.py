"""Volunteers suggest for what is given to them; the archive answers field by field."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts import actions as people
from accounts.models import User
from archive import history, volunteering
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


def test_a_name_that_is_hidden_stays_hidden(poul: User, kirsten: User) -> None:
    known = make.person("Emine Aydın", living="yes", is_name_hidden=True)
    row = make.suggestion(make.item(), by=kirsten, field="person", words="EMİNE AYDIN")

    volunteering.accept(row, by=poul)

    known.refresh_from_db()
    assert (known.living, known.is_name_hidden) == ("yes", True)
    assert list(row.item.persons.all()) == [known]


def test_somebody_seen_already_keeps_their_yes_and_their_point(
    poul: User, kirsten: User
) -> None:
    item = make.item()
    there = make.depiction(item, person=make.person("Emine"), may_be_named=True, x=0.4)
    row = make.suggestion(item, by=kirsten, field="person", words="Emine")

    volunteering.accept(row, by=poul)

    (kept,) = item.depictions.all()
    assert (kept.pk, kept.may_be_named, kept.x) == (there.pk, True, 0.4)


def test_a_place_is_found_by_its_other_names(poul: User, kirsten: User) -> None:
    place = make.place("Ishøj Station", aliases=["Stationen"])
    row = make.suggestion(make.item(), by=kirsten, field="place", words="STATİONEN")

    volunteering.accept(row, by=poul)

    row.item.refresh_from_db()
    assert row.item.place == place


def test_the_words_can_be_put_right_first(
    poul_client: Client, poul: User, kirsten: User
) -> None:
    row = make.suggestion(make.item(title="Før"), by=kirsten, words="Statjonen")

    poul_client.post(
        reverse("archive:answer_suggestion", args=[row.pk]),
        {"answer": "yes", "words": "Stationen", "stood": "Før"},
    )

    row.refresh_from_db()
    row.item.refresh_from_db()
    assert (row.item.title, row.words) == ("Stationen", "Statjonen")
    assert "volunteer" not in str(row.item.origins["title"])


def test_a_card_that_was_changed_meanwhile_is_not_written_over(
    poul_client: Client, kirsten: User
) -> None:
    row = make.suggestion(make.item(title="En andens"), by=kirsten, words="Efter")

    poul_client.post(
        reverse("archive:answer_suggestion", args=[row.pk]),
        {"answer": "yes", "words": "Efter", "stood": "Før"},
    )

    row.refresh_from_db()
    row.item.refresh_from_db()
    assert (row.state, row.item.title) == ("waiting", "En andens")


def test_only_whose_answer_it_was_hears_that_it_is_written(
    poul_client: Client, kirsten: User
) -> None:
    mine = make.suggestion(make.item(), by=kirsten, words="Mit")
    theirs = make.suggestion(make.item(), by=kirsten, words="Deres")
    volunteering.accept(theirs, by=make.user("registrar"))

    levels = [
        [
            message.level_tag
            for message in poul_client.post(
                reverse("archive:answer_suggestion", args=[row.pk]),
                {"answer": "yes", "words": row.words},
                follow=True,
            ).context["messages"]
        ]
        for row in (mine, mine, theirs)
    ]

    assert levels == [["success"], ["success"], ["warning"]]


def test_a_no_can_be_taken_back(poul_client: Client, poul: User, kirsten: User) -> None:
    row = volunteering.decline(make.suggestion(make.item(), by=kirsten), by=poul)

    poul_client.post(reverse("archive:reopen_suggestion", args=[row.pk]))

    row.refresh_from_db()
    assert (row.state, row.answered_by) == ("waiting", None)


def test_a_newer_suggestion_stands_in_place_of_the_declined(
    poul: User, kirsten: User
) -> None:
    row = volunteering.decline(make.suggestion(make.item(), by=kirsten), by=poul)
    make.suggestion(row.item, by=kirsten, words="Nyere")

    volunteering.take_up_again(row)

    row.refresh_from_db()
    assert row.state == "declined"


def test_the_history_names_the_volunteer(
    poul_client: Client, poul: User, kirsten: User
) -> None:
    row = make.suggestion(make.item(title="Før"), by=kirsten, words="Efter")

    volunteering.accept(row, by=poul)

    (newest, *_rest) = history.of(row.item).changes
    assert newest.deed == str(history.DEEDS["suggestion"])
    assert str(kirsten) in [line.after for line in newest.lines]


def test_what_a_yes_would_do_is_said_beside_it(
    poul_client: Client, kirsten: User
) -> None:
    for field, words in [("date_told", "engang"), ("place", "Månen")]:
        make.suggestion(make.item(), by=kirsten, field=field, words=words)

    page = poul_client.get(reverse("archive:suggestions"))

    told = [each.means for _item, rows in page.context["groups"] for each in rows]
    assert all(told)
    assert len(told) == 2
