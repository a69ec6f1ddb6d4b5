"""Laying away has a way back; erasing has none, and leaves a number and a hash."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from archive import actions, deciding, images, volunteering
from archive.models import Item
from search.outbox import drain
from submissions import actions as submission_actions
from tests import make

pytestmark = pytest.mark.django_db
SECRET = "Hemmelighed"


def laid_away(**facts: Any) -> Item:
    item = make.published_item(picture=True, **facts)
    return actions.lay_away(item, because="Dublet", by=make.user())


def erase(client: Client, item: Item, typed: str) -> Any:
    address = reverse("submissions:erase_item", args=[item.reg_number])
    return client.post(address, {"number": typed})


def test_laying_away_asks_why_and_hides_at_once(
    poul_client: Client, client: Client
) -> None:
    item = make.published_item()
    address = reverse("archive:lay_away", args=[item.reg_number])

    unsaid = poul_client.post(address, {"because": " "})
    poul_client.post(address, {"because": "Dublet af B2"})

    item.refresh_from_db()
    assert unsaid.status_code == 200
    assert item.laid_away_because == "Dublet af B2"
    assert client.get(item.get_absolute_url()).status_code == 404
    assert "Dublet af B2" in poul_client.get(reverse("archive:laid_away")).text


def test_what_was_laid_away_comes_back_unpublished(poul_client: Client) -> None:
    item = laid_away()

    poul_client.post(reverse("archive:take_back", args=[item.reg_number]))

    item.refresh_from_db()
    assert item.laid_away_at is None
    assert not item.is_published
    page = poul_client.get(reverse("archive:edit", args=[item.reg_number]))
    assert page.status_code == 200


@pytest.mark.parametrize("typed", ["", "B0", "nonsense", "B1\0"])
def test_another_number_erases_nothing(poul_client: Client, typed: str) -> None:
    item = laid_away()

    answer = erase(poul_client, item, typed)

    item.refresh_from_db()
    assert answer.status_code == 200
    assert item.erased_at is None
    assert item.title


def test_what_is_not_laid_away_cannot_be_erased(poul_client: Client) -> None:
    item = make.published_item()

    assert erase(poul_client, item, item.reg_number).status_code == 404


def test_erasing_leaves_a_number_a_hash_and_who_did_it(
    poul_client: Client, poul: User, tmp_path: Path
) -> None:
    item = laid_away(title=SECRET, seen=SECRET)
    media = item.media.get()
    original, folder = images.original_path(media), media.rendition_folder
    volunteering.suggest(item, words={"title": SECRET + "!"}, by=make.user("volunteer"))
    deciding.decide(item, purpose="web", verdict="no", reason=SECRET, by=poul)

    erase(poul_client, item, item.reg_number)
    drain()

    item.refresh_from_db()
    (entry,) = item.history.all()
    assert (entry.history_change_reason, entry.history_user) == ("erase", poul)
    assert item.media.get().sha256 == media.sha256
    assert not original.exists()
    assert not folder.exists()
    assert SECRET not in poul_client.get(reverse("archive:chronicle")).text
    assert not item.suggestions.exists()
    assert not item.decisions.exists()
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path for path in kept if SECRET.encode() in path.read_bytes()] == []


def test_nothing_brings_it_back(poul_client: Client) -> None:
    item = laid_away()
    erase(poul_client, item, item.reg_number)

    poul_client.post(reverse("archive:take_back", args=[item.reg_number]))

    item.refresh_from_db()
    assert item.laid_away_at is not None


def test_the_last_picture_takes_the_familys_words_with_it(
    poul_client: Client, poul: User
) -> None:
    submission = make.submission(story=SECRET, pictures=1, ready=True)
    item = submission_actions.accept(submission, by=poul)[0]
    actions.lay_away(item, because="Må ikke gemmes", by=poul)

    erase(poul_client, item, item.reg_number)

    submission.refresh_from_db()
    assert submission.story == ""
    assert submission.contributor.name == ""
    assert submission.erased_at is not None


def test_words_told_of_another_picture_stay(poul_client: Client, poul: User) -> None:
    submission = make.submission(story=SECRET, pictures=2, ready=True)
    item = submission_actions.accept(submission, by=poul)[0]
    actions.lay_away(item, because="Må ikke gemmes", by=poul)

    erase(poul_client, item, item.reg_number)

    submission.refresh_from_db()
    assert submission.story == SECRET


def test_the_last_picture_takes_the_voice_with_it(
    poul_client: Client, poul: User
) -> None:
    submission = make.submission(pictures=1, ready=True)
    spoken = images.original_path(make.recording(submission).media)
    item = submission_actions.accept(submission, by=poul)[0]
    actions.lay_away(item, because="Må ikke gemmes", by=poul)

    erase(poul_client, item, item.reg_number)

    assert not spoken.exists()
    assert submission.recordings.get().media.original is None


def test_a_voice_told_of_another_picture_stays(poul_client: Client, poul: User) -> None:
    submission = make.submission(pictures=2, ready=True)
    spoken = images.original_path(make.recording(submission).media)
    item = submission_actions.accept(submission, by=poul)[1]
    actions.lay_away(item, because="Må ikke gemmes", by=poul)

    erase(poul_client, item, item.reg_number)

    assert spoken.exists()
