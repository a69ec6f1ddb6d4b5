"""What a crash or a change of mind left on the disk is finished, or cleared."""

import datetime as dt
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from archive import images, intake, upkeep
from archive.models import Media
from submissions import leftovers, uploads
from submissions.models import Submission, Upload
from tests import make, photos
from tests.submissions import tus

pytestmark = pytest.mark.django_db
DATA = photos.jpeg()


class Killed(BaseException):
    """kill -9: nothing after this is run."""


def die(*_args: object, **_facts: object) -> None:
    raise Killed


def minutes_ago(minutes: int) -> dt.datetime:
    return timezone.now() - dt.timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "where",
    [
        "submissions.uploads._finish",
        "submissions.uploads._take_in",
        "archive.intake.adopt_original",
        "archive.intake._write_row",
        "submissions.models.Photograph.save",
        "submissions.models.Upload.delete",
        "pathlib.Path.unlink",
    ],
)
def test_a_crash_at_the_last_step_is_finished_by_the_sweep(
    client: Client, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    upload = tus.upload_at(tus.announce(client, len(DATA))["Location"])
    with monkeypatch.context() as patch:
        patch.setattr(where, die)
        with suppress(Killed):
            uploads.receive(upload, uploads.Piece(0, tus.reader(DATA)))
    Upload.objects.update(touched_at=minutes_ago(1))

    leftovers.sweep()

    media = Submission.objects.get().photographs.get().media
    assert images.original_path(media).read_bytes() == DATA
    assert Media.objects.count() == 1
    assert not upload.pieces.exists()
    assert upkeep.look().is_clean


def test_the_phone_itself_may_finish_what_a_crash_broke_off(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = tus.announce(client, len(DATA))["Location"]
    with monkeypatch.context() as patch, suppress(Killed):
        patch.setattr("submissions.uploads._take_in", die)
        tus.patch(client, where, DATA, 0)

    asked = tus.head(client, where)

    assert asked["Upload-Offset"] == str(len(DATA))
    assert Submission.objects.get().photographs.count() == 1


def test_a_row_that_promises_more_than_the_disk_has_is_not_finished(
    client: Client,
) -> None:
    upload = tus.upload_at(tus.announce(client, len(DATA))["Location"])
    upload.pieces.write_bytes(DATA[:500])
    Upload.objects.update(offset=len(DATA), touched_at=minutes_ago(1))

    leftovers.sweep()

    assert not Media.objects.exists()
    assert uploads.offset_of(Upload.objects.get()) == 500


def test_pieces_nobody_goes_on_with_are_cleared_after_sixty_days(
    client: Client,
) -> None:
    old, young = (
        tus.upload_at(tus.announce(client, 9_000)["Location"]) for _each in range(2)
    )
    for upload in (old, young):
        upload.pieces.write_bytes(b"x")
    Upload.objects.filter(pk=old.pk).update(touched_at=minutes_ago(61 * 24 * 60))
    Upload.objects.filter(pk=young.pk).update(touched_at=minutes_ago(59 * 24 * 60))

    leftovers.sweep()

    assert list(Upload.objects.all()) == [young]
    assert not old.pieces.exists()
    assert young.pieces.exists()


def test_a_row_survives_its_picture_for_as_long_as_the_phone_may_ask(
    client: Client,
) -> None:
    where = tus.send(client, DATA)

    leftovers.sweep()

    assert tus.head(client, where)["Upload-Offset"] == str(len(DATA))


def test_pieces_without_a_row_are_named_and_then_cleared(settings: Any) -> None:
    stray = Path(settings.PIECES_DIR) / "nobody"
    stray.write_bytes(b"x")

    named = upkeep.look().untracked
    leftovers.sweep()

    assert named == [stray]
    assert not stray.exists()


def test_what_a_broken_form_left_is_cleared_after_a_day(settings: Any) -> None:
    folder = Path(settings.FILE_UPLOAD_TEMP_DIR)
    old, young = folder / "a.upload.jpg", folder / "b.upload.jpg"
    for path in (old, young):
        path.write_bytes(b"x")
    yesterday = time.time() - 90_000
    os.utime(old, (yesterday, yesterday))

    leftovers.sweep()

    assert not old.exists()
    assert young.exists()


def test_another_disk_costs_a_copy_and_nothing_else(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def elsewhere(*_args: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr("archive.storage.os.link", elsewhere)

    tus.send(client, DATA)

    media = Media.objects.get()
    assert images.original_path(media).read_bytes() == DATA
    assert upkeep.look().is_clean


def test_taking_over_leaves_no_second_copy(client: Client) -> None:
    tus.send(client, DATA)

    assert images.original_path(Media.objects.get()).stat().st_nlink == 1


def test_an_empty_file_is_never_taken_over(tmp_path: Path) -> None:
    empty = tmp_path / "tom.jpg"
    empty.touch()

    with pytest.raises(intake.Refused):
        intake.take_over(intake.Arrived(empty, "tom.jpg", "0" * 64, "seed"))


def test_the_sweep_leaves_what_is_being_sent_alone(client: Client) -> None:
    upload = make.upload_row(size=9_000)
    upload.pieces.write_bytes(b"x" * 100)

    leftovers.sweep()

    assert upload.pieces.exists()
