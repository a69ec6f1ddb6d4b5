"""Who is seen: told on the page, shown in the inbox, and made ours on acceptance."""

import json
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from archive import actions as archive_actions
from archive.models import Depiction, Person
from submissions import actions
from submissions.models import Contributor, PersonTold, Submission
from tests import make, photos

pytestmark = pytest.mark.django_db

PAGE = "/bidrag/"
KEY = "k" * 22
HASAN = {"picture": "1", "x": 30.5, "y": 40, "name": "Hasan", "living": "no"}


def give(client: Client, *people: dict[str, Any], **answers: Any) -> Any:
    answers = {"key": KEY, "may": ["show"], "is_of_age": "on", **answers}
    if people:
        answers["people"] = json.dumps(people, ensure_ascii=False)
    return client.post(PAGE, answers)


def told(submission: Submission, **facts: Any) -> PersonTold:
    photograph = submission.photographs.first()
    facts = {"name": "Hasan", "x": 30, "y": 40, "photograph": photograph, **facts}
    return PersonTold.objects.create(submission=submission, **facts)


def accepted(submission: Submission, by: User) -> list[Depiction]:
    actions.accept(submission, by=by)
    return list(Depiction.objects.order_by("pk"))


def test_a_tapped_face_is_kept_with_the_picture_it_is_in(client: Client) -> None:
    files = [make.upload(photos.jpeg(width=640 + each)) for each in range(2)]

    give(client, {**HASAN, "picture": "2", "relation": "min farfar"}, pictures=files)

    given = Submission.objects.get()
    hasan = given.persons_told.get()
    assert hasan.photograph == given.photographs.last()
    assert (hasan.x, hasan.y) == (30.5, 40)
    assert (hasan.name, hasan.relation, hasan.living) == ("Hasan", "min farfar", "no")


def test_the_same_is_told_in_rows_without_a_script(client: Client) -> None:
    give(
        client,
        pictures=[make.upload()],
        person_0_name="Hasan",
        person_0_relation="min farfar",
        person_0_living="no",
        person_2_relation="naboen",
    )

    hasan, neighbour = Submission.objects.get().persons_told.all()
    assert (hasan.name, hasan.relation, hasan.living) == ("Hasan", "min farfar", "no")
    assert hasan.photograph is not None
    assert (neighbour.name, neighbour.relation) == ("", "naboen")
    assert neighbour.living == Person.Living.UNKNOWN


def test_a_picture_on_its_way_is_found_when_it_has_come(client: Client) -> None:
    give(client, HASAN, may=[])
    before = PersonTold.objects.get().photograph

    give(client, HASAN, pictures=[make.upload()])

    assert before is None
    assert PersonTold.objects.get().photograph is not None


@pytest.mark.parametrize(
    "people",
    [
        "{", "3", "null", "[[[[", '["x"]', "[" * 100_000, '[{"x": 1e999, "y": 1}]',
        '[{"name": {"a": 1}}]', '[{"x": 20, "y": 20}]', '[{"name": "\\u0000"}]',
    ],
)  # fmt: skip
def test_what_nobody_could_write_does_no_harm(client: Client, people: str) -> None:
    answer = give(client, story="Farfar kom.", people=people)

    assert answer.status_code == 302
    assert not PersonTold.objects.exists()


def test_a_point_stays_inside_its_picture(client: Client) -> None:
    give(client, {**HASAN, "x": -4, "y": 400}, pictures=[make.upload()])

    assert PersonTold.objects.get().spot == (0, 100)


def test_a_name_too_long_is_said_so_and_still_there(client: Client) -> None:
    answer = give(client, {**HASAN, "name": "ø" * 200}, story="Farfar kom.")

    assert answer.status_code == 422
    assert "ø" * 200 in answer.text
    assert "people" in answer.context["form"].errors


def test_somebody_elses_picture_cannot_be_pointed_at(client: Client) -> None:
    theirs = make.submission().photographs.get()

    give(client, {**HASAN, "picture": f"p{theirs.pk}"}, pictures=[make.upload()])

    assert PersonTold.objects.get().photograph is None


def test_a_picture_of_a_draft_is_seen_by_its_own_page_only(client: Client) -> None:
    sent = make.submission(ready=True)
    draft = make.submission(ready=True, state=Submission.State.DRAFT)
    mine, theirs = draft.photographs.get(), sent.photographs.get()
    name = mine.media.renditions[0]["name"]

    seen = client.get(f"{PAGE}billede/{draft.key}/{mine.pk}/{name}")

    assert b"".join(seen).startswith((b"RIFF", b"\xff\xd8"))
    for key, pk in (
        (draft.key, theirs.pk),
        (sent.key, theirs.pk),
        ("x" * 22, mine.pk),
    ):
        assert client.get(f"{PAGE}billede/{key}/{pk}/{name}").status_code == 404


def test_the_card_shows_points_in_the_pictures_own_proportion(
    poul_client: Client,
) -> None:
    submission = make.submission(ready=True)
    told(submission, x=50, y=50)

    page = poul_client.get(f"/arbejdsrum/indbakke/{submission.pk}/")

    faces = page.context["faces"]
    assert faces.points == [(faces.width / 2, faces.height / 2, 1, "Hasan")]
    assert 'class="faces"' in page.text


def test_the_list_asks_the_same_however_many_are_told_of(
    poul_client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    told(make.submission())
    with CaptureQueriesContext(connection) as one:
        poul_client.get("/arbejdsrum/indbakke/")
    for _ in range(2):
        told(make.submission())

    with django_assert_num_queries(len(one)):
        poul_client.get("/arbejdsrum/indbakke/")


def test_accepting_makes_persons_with_their_points(poul: User) -> None:
    submission = make.submission()
    told(submission, living="no", relation="min farfar")
    told(submission, name="", relation="naboen")

    [hasan] = accepted(submission, poul)

    assert (hasan.person.name, hasan.person.living) == ("Hasan", "no")
    assert (hasan.x, hasan.y) == (30, 40)
    assert hasan.is_named_in_public
    assert "naboen" in hasan.item.internal_note
    assert "min farfar" in hasan.item.internal_note
    assert hasan.history.get().history_user == poul


@pytest.mark.parametrize(
    ("facts", "answers"),
    [
        ({"living": "yes"}, {False: False, True: True}),
        ({"living": "unknown"}, {False: False, True: True}),
        ({"living": "no"}, {False: True, True: True}),
        ({"living": "yes", "is_teller": True}, {False: True, True: True}),
    ],
)
def test_the_living_are_named_only_after_a_yes(
    poul: User, facts: dict[str, Any], answers: dict[bool, bool]
) -> None:
    for agreed, named in answers.items():
        submission = make.submission()
        submission.consents.update(have_persons_agreed=agreed)
        told(submission, **facts)

        seen = accepted(submission, poul)[-1]

        assert seen.is_named_in_public is named


def test_a_teller_who_wants_no_name_is_not_named(poul: User) -> None:
    submission = make.submission(
        contributor=make.contributor(shown_as=Contributor.ShownAs.FAMILY)
    )
    told(submission, is_teller=True)

    [seen] = accepted(submission, poul)

    assert not seen.is_named_in_public


def test_nobody_known_changes_by_what_a_family_tells(poul: User) -> None:
    known = make.person("Hasan", living="yes", is_name_hidden=True)
    submission = make.submission()
    told(submission, living="no")

    [seen] = accepted(submission, poul)

    known.refresh_from_db()
    assert known.living == "yes"
    assert seen.person != known


def test_one_name_in_two_pictures_is_one_person_and_the_careful_answer(
    poul: User,
) -> None:
    submission = make.submission(pictures=2)
    for photograph, living in zip(
        submission.photographs.all(), ("no", "unknown"), strict=True
    ):
        told(submission, photograph=photograph, living=living)

    first, second = accepted(submission, poul)

    assert first.person == second.person
    assert first.person.living == "unknown"
    assert not first.is_named_in_public


def test_points_turn_with_their_picture_here_and_in_the_archive(poul: User) -> None:
    submission = make.submission(ready=True)
    hasan = told(submission, x=20, y=10)
    media = submission.photographs.get().media

    archive_actions.turn(media, 90)
    hasan.refresh_from_db()
    [seen] = accepted(submission, poul)
    media.refresh_from_db()
    archive_actions.turn(media, 90)

    seen.refresh_from_db()
    assert [hasan.spot, (seen.x, seen.y)] == [(90, 20), (80, 90)]
