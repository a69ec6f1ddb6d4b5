"""Every deed of every noun, filtered, paged, compared and taken out."""

import csv
import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts import actions as people
from accounts.models import User
from archive import actions, chronicle, deciding
from archive.beside import Beside, Seen, Translated
from archive.chronicle import Asked
from archive.models import Item
from archive.permissions import Purpose, Use, Verdict
from tests import make

pytestmark = pytest.mark.django_db

ALL = reverse("archive:chronicle")


def described(by: User, title: str = "Stationen") -> Item:
    item = make.item(title="Før")
    actions.describe(item, version=item.version, changes={"title": title}, by=by)
    item.refresh_from_db()
    return item


def rows(answer: Any) -> list[dict[str, str]]:
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_a_deed_has_who_when_before_and_after(poul_client: Client, poul: User) -> None:
    described(poul)

    (deed,) = chronicle.page(Asked(by=poul.pk)).deeds

    (line,) = deed.lines
    assert deed.by == "Poul"
    assert (line.before, line.after) == ("Før", "Stationen")
    assert "Stationen" in poul_client.get(ALL).text


def test_nouns_beside_the_item_are_told_too(poul: User) -> None:
    item = make.item()

    actions.describe(
        item,
        version=item.version,
        changes={},
        also=Beside([Seen("Emine Aydın")]),
        by=poul,
    )

    found = chronicle.page(Asked(by=poul.pk)).deeds
    assert "Emine Aydın" in [deed.name for deed in found]


def test_pages_hold_every_deed_once_and_in_order(poul: User) -> None:
    item = make.item(title="0")
    for number in range(1, 8):
        item.refresh_from_db()
        changes = {"title": str(number)}
        actions.describe(item, version=item.version, changes=changes, by=poul)
    seen: list[str] = []
    after = ""

    while True:
        page = chronicle.page(Asked(by=poul.pk), after=after, size=3)
        seen += [deed.lines[0].after for deed in page.deeds]
        after = page.older
        if not after:
            break

    assert seen == ["7", "6", "5", "4", "3", "2", "1"]


@pytest.mark.parametrize(
    "query",
    [
        {"efter": "nonsense"},
        {"efter": "2026-99-99T00:00:00Z~archive.Item~1"},
        {"efter": "~~" + "9" * 40},
        {"hvem": "²", "gerning": "'; drop", "nummer": "B0\0", "fra": "2026-02-30"},
        {"til": "9999-12-31", "fra": "0001-01-01"},
    ],
)
def test_strange_questions_get_an_answer(
    poul_client: Client, query: dict[str, str]
) -> None:
    assert poul_client.get(ALL, query).status_code == 200


def test_filters_by_item_person_and_deed(poul: User) -> None:
    mine, another = described(poul), described(make.user())

    of_item = chronicle.page(Asked(number=another.number)).deeds
    of_poul = chronicle.page(Asked(by=poul.pk)).deeds
    published = chronicle.page(Asked(deed="publish")).deeds

    assert {deed.number for deed in of_item} == {another.number}
    assert {deed.number for deed in of_poul} == {mine.number}
    assert published == []


def test_what_was_decided_about_people_is_for_those_who_manage(poul: User) -> None:
    birthe = make.user("volunteer", name="Birthe")
    people.change_role(birthe, role="registrar", by=poul)
    registrar = Client()
    registrar.force_login(make.user("registrar"))

    managed = chronicle.page(Asked(deed=chronicle.PEOPLE, with_people=True)).deeds
    answer = registrar.get(ALL, {"gerning": "people"})

    assert [deed.name for deed in managed] == ["Birthe"]
    assert answer.context["page"].deeds == []


def test_the_sheet_holds_all_and_begins_no_formula(
    poul_client: Client, poul: User
) -> None:
    described(poul, title='=HYPERLINK("x")')

    found = rows(poul_client.get(reverse("archive:chronicle_csv"), {"hvem": poul.pk}))

    (row,) = [each for each in found if each[_("Before")] == "Før"]
    assert row[_("After")] == '\'=HYPERLINK("x")'
    assert row[_("Who")] == "Poul"


def test_the_page_costs_the_same_for_few_and_for_many(
    poul_client: Client, poul: User, django_assert_max_num_queries: Any
) -> None:
    described(poul)
    with django_assert_max_num_queries(40) as first:
        poul_client.get(ALL)
    for _time in range(5):
        described(poul)

    with django_assert_max_num_queries(len(first)):
        poul_client.get(ALL)


def test_any_two_entries_are_compared(poul_client: Client, poul: User) -> None:
    item = described(poul, title="Midt")
    actions.describe(item, version=item.version, changes={"title": "Efter"}, by=poul)
    last, _middle, first = item.history.order_by("-history_id")[:3]
    address = reverse("archive:compare", args=[item.reg_number])

    page = poul_client.get(address, {"a": last.history_id, "b": first.history_id})

    assert "<del>Før</del>" in page.text
    assert "<ins>Efter</ins>" in page.text
    assert "Midt" not in page.text


def test_entries_of_another_item_are_not_compared(
    poul_client: Client, poul: User
) -> None:
    item, another = described(poul), described(poul)
    query = {
        "a": item.history.first().history_id,
        "b": another.history.first().history_id,
    }

    answer = poul_client.get(reverse("archive:compare", args=[item.reg_number]), query)

    assert answer.status_code == 404


def test_a_decision_is_read_in_words_with_why(poul_client: Client, poul: User) -> None:
    item = make.item()

    deciding.decide(
        item, purpose="press", verdict="no", reason="Familien bad os", by=poul
    )

    (deed,) = chronicle.page(Asked(deed="decide")).deeds
    said = [line.after for line in deed.lines]
    assert said == [f"{Purpose.PRESS.label}: {Verdict.NO.label}", "Familien bad os"]
    history = poul_client.get(reverse("archive:history", args=[item.reg_number]))
    assert "Familien bad os" in history.text


def test_uses_and_languages_are_read_in_words(poul: User) -> None:
    item = make.item(permitted_uses=[])
    actions.permit(item, uses=["web"], by=poul)
    item.refresh_from_db()
    words = {"en": {"title": "The station"}}

    actions.describe(
        item, version=item.version, changes={"translations": words}, by=poul
    )

    written, permitted = chronicle.page(Asked(by=poul.pk)).deeds
    assert [line.after for line in written.lines] == ["The station"]
    assert [line.after for line in permitted.lines] == [str(Use.WEB.label)]


def test_a_translated_story_leads_to_its_picture(poul: User) -> None:
    item = make.item()
    story = actions.tell(item, language="tr", teller="Emine", text="Babamızı gördük.")

    actions.describe(
        item,
        version=item.version,
        changes={},
        also=Beside(translations=[Translated(story.pk, "da", "Vi så far.", "Selma")]),
        by=poul,
    )

    found = chronicle.page(Asked(by=poul.pk)).deeds
    assert {deed.reg_number for deed in found} == {item.reg_number}


def test_a_role_is_read_in_the_reader_s_language(poul: User) -> None:
    with override("tr"):
        people.change_role(make.user("volunteer"), role="curator", by=poul)

    with override("en"):
        (deed,) = chronicle.page(Asked(deed="people", with_people=True)).deeds
        (line,) = deed.lines

    assert (line.before, line.after) == ("Volunteer", "Curator")
