"""Who changed what, from which words to which; and putting it back."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from archive import actions, history
from archive.beside import Beside, Seen, Translated
from archive.headings import in_order
from archive.models import Item, Subject
from tests import make
from tests.archive.test_describe import address

pytestmark = pytest.mark.django_db


def describe(item: Item, by: User, **changes: object) -> Item:
    subjects = changes.pop("subjects", None)
    also = changes.pop("also", None)
    return actions.describe(
        item,
        version=Item.objects.get(pk=item.pk).version,
        changes=changes,
        subjects=subjects,  # type: ignore[arg-type]
        also=also,  # type: ignore[arg-type]
        by=by,
    )


def told(item: Item) -> list[tuple[str, str, str]]:
    """The lines of the newest entry."""
    newest = history.of(item).changes[0]
    return [(line.label, line.before, line.after) for line in newest.lines]


def test_an_entry_says_who_what_and_from_which_words_to_which(poul: User) -> None:
    item = make.item(title="Far i haven", place=make.place("Vejleåparken"))

    describe(item, poul, title="Far i kolonihaven", place=make.place("Tranegilde"))

    newest = history.of(item).changes[0]
    assert newest.by == "Poul"
    assert told(item) == [
        ("Overskrift", "Far i haven", "Far i kolonihaven"),
        ("Sted", "Vejleåparken", "Tranegilde"),
    ] or [line[1:] for line in told(item)] == [
        ("Far i haven", "Far i kolonihaven"),
        ("Vejleåparken", "Tranegilde"),
    ]


def test_one_deed_is_one_entry_with_subjects_persons_and_translations(
    poul: User,
) -> None:
    item = make.item(subjects=[make.subject("bil")])
    story = item.stories.create(text="Babam geldi.", language="tr")
    entries = item.history.count()

    describe(
        item,
        poul,
        translations={"en": {"title": "Father"}},
        subjects=[make.subject("altan"), make.subject("skole")],
        also=Beside(
            persons=[Seen("Ali Khan", may_be_named=True)],
            translations=[Translated(story.pk, "en", "My father came.", "Selma")],
        ),
    )

    changes = [line[1:] for line in told(item)]
    assert item.history.count() == entries + 1
    assert ("", "Father") in changes
    assert ("bil", "altan; skole") in changes
    assert any("Ali Khan" in after for _before, after in changes)
    assert any("My father came." in a and "Selma" in a for _before, a in changes)


def test_every_deed_leaves_its_entry_with_a_name(poul: User) -> None:
    item = make.item()
    actions.publish(item, publication="full", by=poul)
    actions.unpublish(item, by=poul)
    actions.name_as(item, hidden=True, first_names_only=False, by=poul)
    actions.permit(item, uses=["web"], by=None)
    actions.withdraw(item, by=None)

    entries = history.of(item).changes

    names = [entry.history_change_reason for entry in item.history.all()]
    assert names[:5] == ["withdraw", "permit", "names", "unpublish", "publish"]
    assert [entry.by == "Poul" for entry in entries[:5]] == [
        False,
        False,
        True,
        True,
        True,
    ]


def test_putting_back_is_a_new_change(poul_client: Client, poul: User) -> None:
    bil, skole = make.subject("bil"), make.subject("skole")
    item = describe(
        make.item(),
        poul,
        title="Før",
        date_edtf="1974",
        subjects=[skole, bil],
        also=Beside(persons=[Seen("Ali", living="no")]),
    )
    then = item.history.first()
    describe(
        item,
        poul,
        title="Efter",
        date_edtf="",
        subjects=[],
        also=Beside(persons=[Seen("Hasan")]),
    )
    entries = item.history.count()

    poul_client.post(
        address(item, "historik", "tilbage"),
        {"to": then.history_id, "version": Item.objects.get(pk=item.pk).version},
    )

    item.refresh_from_db()
    assert (item.title, item.date_edtf) == ("Før", "1974")
    assert in_order(item) == [skole, bil]
    assert [row.person.name for row in item.depictions.all()] == ["Ali"]
    assert item.history.count() == entries + 1
    assert item.history.first().history_user == poul


def test_putting_back_touches_neither_consent_nor_publication(
    poul_client: Client,
) -> None:
    item = make.published_item()
    then = item.history.first()
    actions.withdraw(item, by=None)
    current = Item.objects.get(pk=item.pk)

    poul_client.post(
        address(item, "historik", "tilbage"),
        {"to": then.history_id, "version": current.version},
    )

    item.refresh_from_db()
    assert item.is_withdrawn
    assert not item.is_published
    assert item.permitted_uses == []


def test_putting_back_from_an_old_page_asks_to_look_again(
    poul_client: Client, poul: User
) -> None:
    item = make.item(title="Første")
    then = item.history.first()
    describe(item, poul, title="Anden")

    poul_client.post(
        address(item, "historik", "tilbage"), {"to": then.history_id, "version": 1}
    )

    item.refresh_from_db()
    assert item.title == "Anden"


@pytest.mark.parametrize("entry", ["", "0", "x", "9" * 9])
def test_an_entry_nobody_has_is_not_found(poul_client: Client, entry: str) -> None:
    item = make.item()

    answer = poul_client.post(
        address(item, "historik", "tilbage"), {"to": entry, "version": item.version}
    )

    assert answer.status_code == 404


def test_another_items_entry_is_not_found(poul_client: Client) -> None:
    item, other = make.item(), make.item(title="Hemmelig")
    entry = other.history.first()

    answer = poul_client.post(
        address(item, "historik", "tilbage"),
        {"to": entry.history_id, "version": item.version},
    )

    assert answer.status_code == 404


def test_volunteers_read_the_history_and_put_nothing_back(
    kirsten_client: Client, poul: User
) -> None:
    item = describe(make.item(title="Før"), poul, title="Efter")

    page = kirsten_client.get(address(item, "historik"))

    assert "<del>Før</del>" in page.text
    assert "<ins>Efter</ins>" in page.text
    assert "historik/tilbage" not in page.text


def test_older_changes_are_a_page_further(poul_client: Client, poul: User) -> None:
    item = make.item()
    for number in range(history.A_PAGE + 5):
        item = describe(item, poul, title=f"Titel {number}")

    first = history.of(item)
    assert first.older is not None
    second = history.of(item, before=first.older)

    assert len(first.changes) == history.A_PAGE
    assert first.changes[-1].lines[0].before == second.changes[0].lines[0].after
    assert second.older is None
    assert poul_client.get(address(item, "historik"), {"foer": "x"}).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_history_costs_the_same_however_long(
    kirsten_client: Client,
    poul: User,
    count: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    item = make.item()
    for number in range(count):
        item = describe(
            item,
            poul,
            place=make.place(f"Sted {number}"),
            subjects=list(Subject.objects.all()),
            also=Beside(persons=[Seen(f"Ali {number}")]),
        )

    with django_assert_max_num_queries(21):
        kirsten_client.get(address(item, "historik"))
