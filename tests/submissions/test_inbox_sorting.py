"""Sendings put together and taken apart; the same print with two families' words."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from archive.models import Item, Media, Story
from submissions import actions
from submissions.models import Consent, DeskDeed, Submission
from tests import make

pytestmark = pytest.mark.django_db

INBOX = "/arbejdsrum/indbakke/"


def of(name: str, email: str = "emine@example.org", **facts: Any) -> Submission:
    return make.submission(contributor=make.contributor(name, email=email), **facts)


def last_deed() -> DeskDeed:
    deed = DeskDeed.objects.first()
    assert deed is not None
    return deed


def latest(submission: Submission) -> Consent:
    given = Consent.objects.latest_of(submission)
    assert given is not None
    return given


def files(submission: Submission) -> list[int]:
    return list(submission.photographs.values_list("pk", flat=True))


def test_two_sendings_of_one_giver_become_one(poul: User) -> None:
    kept = of("Emine", place_told="Vejleåparken", uses=["web", "print"])
    away = of("Emine", pictures=2, story="Mor kom i 1973.", date_told="1973")
    actions.ask(away, question="Hvem?", by=poul)
    pictures = [*files(kept), *files(away)]

    actions.merge(kept, away, by=poul)

    kept.refresh_from_db()
    away.refresh_from_db()
    assert files(kept) == pictures
    assert (away.state, away.merged_into) == ("merged", kept)
    assert (kept.state, kept.date_told) == ("question", "1973")
    assert [each.text for each in kept.additions.all()] == ["Mor kom i 1973."]
    assert kept.messages.count() == 1
    assert (latest(kept).uses, latest(kept).copied_from) == (["web"], latest(away))


def test_its_link_leads_to_the_kept_one_and_stays_its_own(poul: User) -> None:
    kept, away = of("Emine"), of("Emine", story="Mor kom i 1973.")
    actions.merge(kept, away, by=poul)

    page = Client().get(f"/mit/{away.token}/")

    assert page.context["submission"] == kept
    assert "Mor kom i 1973." in page.text
    assert away.token in page.text
    assert kept.token not in page.text
    assert Client().post(f"/mit/{away.token}/traek-tilbage/").status_code == 302
    kept.refresh_from_db()
    assert kept.is_withdrawn


def test_undone_they_are_two_again(poul: User) -> None:
    kept = of("Emine", uses=["web", "print"])
    away = of("Emine", story="Mor.", date_told="1973")
    mine, theirs = files(kept), files(away)
    actions.merge(kept, away, by=poul)

    actions.undo(last_deed(), by=poul)

    kept.refresh_from_db()
    away.refresh_from_db()
    assert (files(kept), files(away)) == (mine, theirs)
    assert (kept.state, away.state) == ("received", "received")
    assert (kept.date_told, away.date_told) == ("", "1973")
    assert not kept.additions.exists()
    assert latest(kept).uses == ["web", "print"]
    assert latest(away).uses == ["web", "exhibit"]


def test_two_families_need_an_archivist_who_says_so(poul: User) -> None:
    kept, away = of("Emine"), of("Samira", email="samira@example.org")
    kirsten = make.user(User.Role.REGISTRAR)

    with pytest.raises(actions.OtherGiver):
        actions.merge(kept, away, by=poul)
    with pytest.raises(actions.OtherGiver):
        actions.merge(kept, away, by=kirsten, confirmed=True)
    actions.merge(kept, away, by=poul, confirmed=True)

    assert kept.merged.get() == away


def test_the_page_asks_before_it_joins_two_families(poul_client: Client) -> None:
    kept, away = of("Emine"), of("Samira", email="samira@example.org")
    address = f"{INBOX}{kept.pk}/saml/"

    page = poul_client.post(address, {"other": away.pk})
    assert 'name="confirmed"' in page.text
    assert not kept.merged.exists()

    poul_client.post(address, {"other": away.number, "confirmed": "yes"})
    assert kept.merged.get() == away
    moved = poul_client.get(f"{INBOX}{away.pk}/")
    assert moved["Location"] == f"{INBOX}{kept.pk}/"


@pytest.mark.parametrize("other", ["", "0", "999999", "ø\0", "itself", "answered"])
def test_a_wrong_number_is_a_sentence(
    other: str, poul: User, poul_client: Client
) -> None:
    kept, answered = of("Emine"), of("Emine")
    actions.decline(answered, reason="Tak.", by=poul)
    known = {"itself": str(kept.pk), "answered": str(answered.pk)}

    page = poul_client.post(
        f"{INBOX}{kept.pk}/saml/", {"other": known.get(other, other)}, follow=True
    )

    assert page.status_code == 200
    assert not kept.merged.exists()


def test_everything_put_together_is_erased_together(poul: User, settings: Any) -> None:
    kept, away = of("Emine"), of("Emine", story="Mor kom i 1973.")
    actions.merge(kept, away, by=poul)
    actions.withdraw(kept)
    long_ago = timezone.now() - dt.timedelta(days=400)
    Submission.objects.filter(pk=kept.pk).update(withdrawn_at=long_ago)

    actions.erase_expired()

    away.refresh_from_db()
    assert away.erased_at is not None
    assert (away.story, away.contributor.name) == ("", "")
    assert set(Media.objects.values_list("original", flat=True)) == {None}


def test_chosen_pictures_get_a_number_of_their_own_and_come_back(poul: User) -> None:
    given = of("Emine", pictures=3, date_told="1974")
    first, second, third = files(given)
    actions.tell_more(given, text="Og mor.", language="da")

    part = actions.split(given, photographs=[second], by=poul)

    assert (files(given), files(part)) == ([first, third], [second])
    assert (part.story, part.date_told) == ("Farfar kom i 1971.", "1974")
    assert part.contributor.email == "emine@example.org"
    assert part.contributor != given.contributor
    assert latest(part).copied_from == latest(given)
    assert part.get_absolute_url() in Client().get(given.get_absolute_url()).text

    actions.undo(last_deed(), by=poul)

    assert files(given) == [first, second, third]
    assert given.additions.count() == 1
    part.refresh_from_db()
    assert part.merged_into == given
    assert latest(given).uses == ["web", "exhibit"]


def test_a_narrower_answer_given_meanwhile_holds_for_both(poul: User) -> None:
    given = of("Emine", pictures=2)
    part = actions.split(given, photographs=files(given)[:1], by=poul)
    actions.change_permissions(
        part, uses=["web"], names="none", have_persons_agreed=False
    )

    actions.undo(last_deed(), by=poul)

    assert (latest(given).uses, latest(given).names) == (["web"], "none")


def test_something_is_left_when_taking_apart(poul_client: Client) -> None:
    given = of("Emine", pictures=2)

    page = poul_client.post(f"{INBOX}{given.pk}/skil/", {"part": files(given)})

    assert 'href="#split"' in page.text
    assert Submission.objects.count() == 1


def test_a_back_goes_into_the_archive_with_its_front(
    poul: User, poul_client: Client
) -> None:
    given = of("Emine", pictures=2)
    front, back = given.photographs.all()
    poul_client.post(
        f"{INBOX}{given.pk}/bagside/", {"photograph": back.pk, "of": front.pk}
    )
    assert "?billede=2" in poul_client.get(f"{INBOX}{given.pk}/").text

    [item] = actions.accept(given, by=poul)

    assert [each.side for each in item.media.all()] == ["front", "back"]
    assert actions.items_of(given) == [item]


# The same print


def twins(**facts: Any) -> tuple[Item, Submission]:
    """A published picture of one family, and another family's print of it."""
    first = of("Samira", email="samira@example.org", date_told="1974")
    [item] = actions.accept(first, by=make.user())
    Item.objects.filter(pk=item.pk).update(
        publication=Item.Publication.FULL, published_at=timezone.now()
    )
    item.refresh_from_db()
    facts.setdefault("uses", ["web", "exhibit", "print"])
    return item, of("Emine", story="Det er min mor til venstre.", **facts)


def told(item: Item) -> list[tuple[str, str]]:
    return list(item.stories.values_list("teller", "text"))


def addresses() -> set[str | None]:
    """Where the voices can be heard by everybody."""
    voices = Media.objects.filter(side=Media.Side.SOUND)
    return set(voices.values_list("public_token", flat=True))


OURS = ("Samira", "Farfar kom i 1971.")
THEIRS = ("Emine", "Det er min mor til venstre.")


def test_the_same_print_takes_the_second_familys_story(poul_client: Client) -> None:
    item, given = twins()

    poul_client.post(f"{INBOX}{given.pk}/samme/", {"item": item.pk})

    given.refresh_from_db()
    assert told(item) == [OURS, THEIRS]
    assert given.state == "accepted"
    assert Item.objects.count() == 1
    assert THEIRS[1] in Client().get(item.get_absolute_url()).text
    assert item.get_absolute_url() in Client().get(given.get_absolute_url()).text


def test_taking_back_takes_ones_own_words_and_not_the_picture(poul: User) -> None:
    item, given = twins()
    make.recording(given)
    actions.join(given, item=item, by=poul)
    assert addresses() != {None}

    actions.withdraw(given)

    item.refresh_from_db()
    assert told(item) == [OURS]
    assert item.is_published
    assert addresses() == {None}

    actions.regret(given)
    assert told(item) == [OURS]
    actions.change_permissions(
        given, uses=["web", "exhibit"], names="full", have_persons_agreed=True
    )
    assert told(item)[:2] == [OURS, THEIRS]


def test_the_words_go_when_either_permission_no_longer_covers(poul: User) -> None:
    item, given = twins(uses=["web", "exhibit"])
    first = Submission.objects.get(contributor__name="Samira")
    actions.join(given, item=item, by=poul)

    actions.change_permissions(
        first, uses=["web", "press"], names="full", have_persons_agreed=True
    )

    assert told(item) == [OURS]
    actions.change_permissions(
        first, uses=["web"], names="full", have_persons_agreed=True
    )
    assert told(item) == [OURS, THEIRS]


def test_a_narrower_permission_is_said_and_nothing_is_joined(
    poul_client: Client,
) -> None:
    item, given = twins(uses=["exhibit"])

    page = poul_client.post(f"{INBOX}{given.pk}/samme/", {"item": item.pk}, follow=True)

    given.refresh_from_db()
    assert "notice-warning" in page.text
    assert given.state == "received"
    assert told(item) == [OURS]


def test_joining_is_undone_without_a_trace(poul: User) -> None:
    item, given = twins()
    actions.join(given, item=item, by=poul)

    actions.undo(last_deed(), by=poul)

    given.refresh_from_db()
    assert given.state == "received"
    assert told(item) == [OURS]
    assert not Story.history.filter(text=THEIRS[1]).exists()


def test_words_added_later_stand_there_too(poul: User) -> None:
    item, given = twins()
    actions.join(given, item=item, by=poul)
    actions.tell_more(given, text="Hun hed Fatma.", language="da")

    actions.take_added(given, by=poul)

    assert told(item) == [OURS, THEIRS, ("Emine", "Hun hed Fatma.")]


def test_erasing_the_second_leaves_nothing_of_their_words(poul: User) -> None:
    item, given = twins()
    actions.join(given, item=item, by=poul)
    actions.withdraw(given)
    long_ago = timezone.now() - dt.timedelta(days=400)
    Submission.objects.filter(pk=given.pk).update(withdrawn_at=long_ago)

    actions.erase_expired()

    assert not Story.history.filter(text=THEIRS[1]).exists()
    assert told(item) == [OURS]
    item.refresh_from_db()
    assert item.is_published
