"""A small picture goes first; the original takes its place, whenever it comes."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from archive import images, upkeep
from archive.models import Media
from submissions import actions, notices
from submissions.models import Submission
from tests import make, photos
from tests.submissions import tus

pytestmark = pytest.mark.django_db

LARGE = photos.jpeg(width=1600, height=1200, gps=True)
SMALL = photos.jpeg(width=640, height=480)


def small_first(client: Client) -> str:
    """The original is announced, its small picture is here; returns the original's way."""
    where = str(tus.announce(client, len(LARGE))["Location"])
    tus.send(client, SMALL, purpose="preview", of=tus.upload_at(where).token)
    return where


def sent(client: Client) -> tuple[Submission, str]:
    where = small_first(client)
    draft = Submission.objects.get()
    submission = actions.send(
        draft, uses=["web"], names="none", have_persons_agreed=False, is_of_age=True
    )
    return submission, where


def test_the_small_picture_is_one_picture_with_the_original(client: Client) -> None:
    where = small_first(client)

    photograph = Submission.objects.get().photographs.get()
    assert photograph.is_preview
    assert photograph.awaits == tus.upload_at(where)
    assert images.original_path(photograph.media).read_bytes() == SMALL


def test_the_original_takes_the_place_of_the_small_picture(
    client: Client, django_capture_on_commit_callbacks: object
) -> None:
    where = small_first(client)
    before = Media.objects.get()

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        tus.patch(client, where, LARGE, 0)

    photograph = Submission.objects.get().photographs.get()
    assert photograph.media.pk == before.pk
    assert not photograph.is_preview
    assert photograph.awaits is None
    assert photograph.media.name == "farfar.jpg"
    assert images.original_path(photograph.media).read_bytes() == LARGE
    assert upkeep.look().is_clean


def test_ten_pictures_stay_ten_when_each_has_a_small_one(client: Client) -> None:
    for n in range(10):
        where = tus.announce(client, 9_000 + n)["Location"]
        small = photos.jpeg(width=64 + n, height=48)
        tus.send(client, small, purpose="preview", of=tus.upload_at(where).token)

    assert Submission.objects.get().photographs.count() == 10
    assert tus.announce(client, 9_000).status_code == 413


def test_a_late_small_picture_changes_nothing(client: Client) -> None:
    where = tus.announce(client, len(LARGE))["Location"]
    tus.patch(client, where, LARGE, 0)

    tus.send(client, SMALL, purpose="preview", of=tus.upload_at(where).token)

    photograph = Submission.objects.get().photographs.get()
    assert images.original_path(photograph.media).read_bytes() == LARGE
    assert upkeep.look().is_clean


def test_taking_a_picture_out_takes_its_small_one_too(client: Client) -> None:
    where = small_first(client)

    tus.delete(client, where)

    draft = Submission.objects.get()
    assert not draft.photographs.exists()
    assert not draft.uploads.exists()
    assert not Media.objects.exists()
    assert upkeep.look().is_clean


def test_the_plain_form_can_take_it_out_as_well(client: Client) -> None:
    small_first(client)
    draft = Submission.objects.get()

    actions.remove_files(draft, [draft.photographs.get().pk])

    assert not draft.photographs.exists()
    assert not draft.uploads.exists()
    assert upkeep.look().is_clean


def test_the_receipt_promises_only_what_is_here(client: Client) -> None:
    submission, where = sent(client)
    page = reverse("submissions:receipt", args=[submission.token])

    before = client.get(page).text
    tus.patch(client, where, LARGE, 0)
    after = client.get(page).text

    assert 'class="still-coming"' in before
    assert "farfar.jpg" in before
    assert 'class="still-coming"' not in after


def test_the_mail_promises_only_what_is_here(client: Client) -> None:
    submission, where = sent(client)
    submission.contributor.email = "emine@example.org"
    submission.contributor.save()
    notice = notices.owe(submission, "received")
    assert notice is not None

    before = str(notices.letter(notice).body)
    tus.patch(client, where, LARGE, 0)
    after = str(notices.letter(notice).body)

    assert "Not every picture has arrived whole yet" in before
    assert "Not every picture has arrived whole yet" not in after


def test_accepting_waits_for_the_original_and_says_so(
    client: Client, poul_client: Client
) -> None:
    submission, where = sent(client)
    accept = reverse("submissions:accept", args=[submission.pk])

    refused = poul_client.post(accept)
    tus.patch(client, where, LARGE, 0)
    taken = poul_client.post(accept)

    assert refused.status_code == 200
    assert 'name="small"' in refused.text
    assert taken.status_code == 302
    assert images.original_path(Media.objects.get()).read_bytes() == LARGE


def test_the_original_comes_home_even_after_the_small_one_was_accepted(
    client: Client, poul: User
) -> None:
    submission, where = sent(client)
    (item,) = actions.accept(submission, by=poul, may_be_small=True)

    answer = tus.patch(client, where, LARGE, 0)

    media = item.media.get()
    assert answer.status_code == 204
    assert images.original_path(media).read_bytes() == LARGE


def test_the_small_picture_is_not_accepted_unasked(client: Client, poul: User) -> None:
    submission, _where = sent(client)

    with pytest.raises(actions.OriginalMissing):
        actions.accept(submission, by=poul)


def test_what_is_erased_takes_its_pieces_along(client: Client) -> None:
    submission, where = sent(client)
    tus.patch(client, where, LARGE[:1000], 0)
    pieces = tus.upload_at(where).pieces
    actions.withdraw(submission)
    Submission.objects.update(withdrawn_at="2020-01-01T00:00Z")

    actions.erase_expired()

    submission.refresh_from_db()
    assert submission.erased_at
    assert not submission.uploads.exists()
    assert not pieces.exists()
    assert upkeep.look().is_clean


def test_a_picture_added_in_pieces_after_acceptance_goes_to_the_inbox(
    client: Client, poul: User
) -> None:
    submission = make.submission()
    actions.accept(submission, by=poul)

    tus.send(client, LARGE, piece=len(LARGE), token=submission.token)
    voice = tus.announce(client, 9, token=submission.token, purpose="voice")

    submission.refresh_from_db()
    (added,) = actions.added_photographs(submission)
    assert submission in Submission.objects.waiting()
    assert images.original_path(added.media).read_bytes() == LARGE
    assert voice.status_code == 409


def test_an_original_that_follows_its_accepted_picture_is_nothing_new(
    client: Client, poul: User
) -> None:
    submission, where = sent(client)
    actions.accept(submission, by=poul, may_be_small=True)

    tus.patch(client, where, LARGE, 0)

    submission.refresh_from_db()
    assert submission.added_at is None
