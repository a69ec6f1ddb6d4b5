"""When the days of regret are over, a number and a hash are left."""

import datetime as dt
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.utils import timezone
from filer.models import File

from archive import images
from archive.models import Item, Media
from submissions import actions
from submissions.models import Submission
from tests import make
from tests.submissions.shown import published

SECRET = "Zehra-Gülistan"


def tables_that_tell(secret: str) -> list[str]:
    """Which of our tables, histories too, still hold these words."""
    ours = [
        model
        for label in ("archive", "submissions", "exhibitions", "filer", "search")
        for model in apps.get_app_config(label).get_models()
    ]
    return [
        model._meta.db_table
        for model in ours
        if secret in str(list(model._base_manager.values()))
    ]


def given_and_taken_back(days_ago: int, **facts: Any) -> Submission:
    submission = make.submission(
        contributor=make.contributor(SECRET, email=f"{SECRET}@example.org"),
        story=f"{SECRET} kom i 1971.",
        who_told=SECRET,
        place_told=SECRET,
        **facts,
    )
    actions.ask(submission, question=f"Er det {SECRET}?", by=make.user())
    item = published(submission)
    make.depiction(item, person=make.person(SECRET, slug="zehra"))
    actions.withdraw(submission)
    when = timezone.now() - dt.timedelta(days=days_ago)
    Submission.objects.filter(pk=submission.pk).update(withdrawn_at=when)
    submission.refresh_from_db()
    return submission


@pytest.mark.django_db
def test_erasing_leaves_a_number_and_a_hash() -> None:
    submission = given_and_taken_back(31)
    media = submission.photographs.get().media
    original, folder = images.original_path(media), media.rendition_folder
    assert original.exists()
    assert folder.exists()
    assert "submissions_contributor" in tables_that_tell(SECRET)

    done = actions.erase_expired()

    media.refresh_from_db()
    submission.refresh_from_db()
    assert done == 1
    assert not original.exists()
    assert not folder.exists()
    assert tables_that_tell(SECRET) == []
    assert len(media.sha256) == 64
    assert submission.erased_at is not None
    assert Item.objects.get().is_withdrawn
    assert not File.objects.exists()


@pytest.mark.django_db
def test_erasing_twice_does_nothing_more() -> None:
    given_and_taken_back(31)

    assert [actions.erase_expired(), actions.erase_expired()] == [1, 0]


@pytest.mark.django_db
def test_erasing_that_was_interrupted_is_finished() -> None:
    submission = given_and_taken_back(31)
    images.original_path(submission.photographs.get().media).unlink()

    assert actions.erase_expired() == 1
    assert tables_that_tell(SECRET) == []


@pytest.mark.django_db
def test_within_the_days_of_regret_nothing_is_erased() -> None:
    submission = given_and_taken_back(29)

    assert actions.erase_expired() == 0
    assert images.original_path(submission.photographs.get().media).exists()


@pytest.mark.django_db
def test_old_drafts_are_cleared_and_young_ones_kept() -> None:
    old = make.submission(state="draft", saved_at=days_ago(61))
    young = make.submission(state="draft", saved_at=days_ago(59))
    old.consents.all().delete()

    assert actions.erase_expired() == 1
    assert list(Submission.objects.all()) == [young]
    assert Media.objects.count() == 1
    files = [each for each in settings.MEDIA_ROOT.rglob("*") if each.is_file()]
    assert len(files) == 1


def days_ago(days: int) -> dt.datetime:
    return timezone.now() - dt.timedelta(days=days)
