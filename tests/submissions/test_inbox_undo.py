"""Everything the desk answers can be undone, and the family is told only what holds."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client

from accounts.models import User
from archive import actions as archive_actions
from archive.models import Item
from submissions import actions, notices
from submissions.models import DeskDeed, Notice, Submission
from tests import make

pytestmark = pytest.mark.django_db

INBOX = "/arbejdsrum/indbakke/"


@pytest.fixture
def given() -> Submission:
    giver = make.contributor(email="emine@example.org")
    return make.submission(date_told="1974", contributor=giver)


def last_deed() -> DeskDeed:
    deed = DeskDeed.objects.first()
    assert deed is not None
    return deed


def state_of(submission: Submission) -> str:
    submission.refresh_from_db()
    return submission.state


def test_an_acceptance_undone_lays_the_item_away(given: Submission, poul: User) -> None:
    [item] = actions.accept(given, by=poul)

    actions.undo(last_deed(), by=poul)

    item.refresh_from_db()
    assert state_of(given) == "received"
    assert item.laid_away_at is not None
    assert last_deed().undone_by == poul


def test_accepted_again_it_is_the_same_item_with_its_number(
    given: Submission, poul: User
) -> None:
    [item] = actions.accept(given, by=poul)
    actions.undo(last_deed(), by=poul)
    actions.tell_more(given, text="Han hed Hasan.", language="da")

    [again] = actions.accept(given, by=poul, titles={given.photographs.get().pk: "Far"})

    assert (again.pk, again.title, again.laid_away_at) == (item.pk, "Far", None)
    assert [each.text for each in again.stories.all()] == [
        "Farfar kom i 1971.",
        "Han hed Hasan.",
    ]
    assert Item.objects.count() == 1
    assert again.accession == item.accession


def test_what_was_undone_can_be_taken_back_and_regretted(
    given: Submission, poul: User
) -> None:
    actions.accept(given, by=poul)
    actions.undo(last_deed(), by=poul)
    actions.withdraw(given)

    actions.regret(given)

    assert state_of(given) == "received"
    assert Item.objects.get().is_withdrawn


@pytest.mark.parametrize("way", ["published", "described", "hung", "taken back"])
def test_what_stands_in_the_way_is_said(
    way: str, given: Submission, poul: User, poul_client: Client
) -> None:
    [item] = actions.accept(given, by=poul)
    if way == "published":
        Item.objects.update(publication=Item.Publication.FULL)
    elif way == "described":
        archive_actions.describe(
            item, version=item.version, changes={"title": "Nyt"}, by=poul
        )
    elif way == "hung":
        make.placement(item=item)
    else:
        actions.withdraw(given)
    before = state_of(given)

    page = poul_client.post(f"{INBOX}fortryd/{last_deed().pk}/", follow=True)

    assert page.status_code == 200
    assert "notice-warning" in page.text
    assert state_of(given) == before
    assert not last_deed().is_undone


def test_a_permission_changed_by_the_family_hinders_nothing(
    given: Submission, poul: User
) -> None:
    actions.accept(given, by=poul)
    actions.change_one(given, only="names", names="none")

    actions.undo(last_deed(), by=poul)

    assert state_of(given) == "received"


@pytest.mark.parametrize("deed", ["accept", "decline", "ask"])
def test_a_mail_waits_until_the_undo_is_past(
    deed: str, given: Submission, poul: User, settings: Any
) -> None:
    settings.UNDO_SECONDS = 10
    words: dict[str, Any] = {
        "accept": {},
        "decline": {"reason": "Tak."},
        "ask": {"question": "Hvem?"},
    }[deed]
    getattr(actions, deed)(given, by=poul, **words)
    owed = Notice.objects.get()
    assert not notices.send(owed.pk)

    actions.undo(last_deed(), by=poul)

    assert not Notice.objects.exists()
    assert not given.messages.exists()
    assert state_of(given) == "received"
    assert mail.outbox == []


@pytest.mark.parametrize("deed", ["accept", "decline"])
def test_who_was_told_hears_that_we_look_again(
    deed: str, given: Submission, poul: User
) -> None:
    words = {"reason": "Tak."} if deed == "decline" else {}
    getattr(actions, deed)(given, by=poul, **words)
    notices.send(Notice.objects.get().pk)

    actions.undo(last_deed(), by=poul)

    again = Notice.objects.get(kind=Notice.Kind.REOPENED)
    assert notices.send(again.pk)
    assert len(mail.outbox) == 2
    assert given.get_absolute_url() in mail.outbox[1].body


def test_a_question_that_was_answered_is_not_unasked(
    given: Submission, poul: User
) -> None:
    actions.ask(given, question="Hvem?", by=poul)
    actions.answer(given, text="Farfar.")

    with pytest.raises(actions.StandsInTheWay):
        actions.undo(last_deed(), by=poul)

    assert given.messages.count() == 2


def test_undone_twice_is_undone_once(given: Submission, poul: User) -> None:
    actions.decline(given, reason="Tak.", by=poul)
    deed = last_deed()
    actions.undo(deed, by=poul)
    actions.accept(given, by=poul)

    actions.undo(deed, by=poul)

    assert state_of(given) == "accepted"


def test_the_way_back_stands_in_the_message_and_in_the_history(
    given: Submission, poul_client: Client
) -> None:
    page = poul_client.post(
        f"{INBOX}{given.pk}/sig-nej/", {"ready": "unclear", "text": ""}, follow=True
    )
    way = f"{INBOX}fortryd/{last_deed().pk}/"
    assert way in page.text
    assert way in poul_client.get(f"{INBOX}{given.pk}/").text

    poul_client.post(way)

    assert state_of(given) == "received"


def test_one_picture_is_taken_and_another_declined_in_one_letter(
    poul_client: Client,
) -> None:
    given = make.submission(
        pictures=3, contributor=make.contributor(email="emine@example.org")
    )
    taken, declined, left = given.photographs.all()

    poul_client.post(
        f"{INBOX}{given.pk}/tag-imod/",
        {
            "choosing": "1",
            "take": [taken.pk],
            f"no-{taken.pk}": "unclear",
            f"no-{declined.pk}": "elsewhere",
            f"no-text-{declined.pk}": "Prøv Køge.",
        },
    )

    for each in (taken, declined, left):
        each.refresh_from_db()
    assert (taken.reply, left.reply) == ("", "")
    assert declined.reply.endswith("Prøv Køge.")
    assert state_of(given) == "accepted"
    letter = given.messages.get()
    assert "Prøv Køge." in letter.text
    owed = Notice.objects.get()
    assert notices.send(owed.pk)
    assert "Prøv Køge." in mail.outbox[0].body
    assert "Prøv Køge." in Client().get(given.get_absolute_url()).text
