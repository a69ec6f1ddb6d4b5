"""While a file is being opened others work with it, and nothing of theirs is lost."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from archive import images
from archive.models import Media
from submissions import actions, erasure
from tests import make

pytestmark = pytest.mark.django_db

Meanwhile = Callable[[Callable[[], Any]], None]


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Meanwhile:
    """Let something be done after the file was opened and before that is written."""
    opening = images.open_early

    def let(deed: Callable[[], Any]) -> None:
        def open_slowly(*args: Any, **kwargs: Any) -> images.Opened:
            opened = opening(*args, **kwargs)
            deed()
            return opened

        monkeypatch.setattr(images, "open_early", open_slowly)

    return let


def folders(settings: LazySettings) -> list[Path]:
    return [each for each in Path(settings.RENDITIONS_DIR).glob("*/*") if each.is_dir()]


def test_a_picture_accepted_while_it_is_opened_stays_with_its_item(
    meanwhile: Meanwhile,
) -> None:
    submission = make.submission()
    stale = submission.photographs.get().media
    meanwhile(lambda: actions.accept(submission, by=make.user()))

    images.develop(stale)

    media = Media.objects.get(pk=stale.pk)
    assert media.item is not None
    assert media.is_ready
    assert stale.item_id == media.item_id


def test_a_public_address_and_a_place_given_meanwhile_are_kept(
    meanwhile: Meanwhile,
) -> None:
    stale = make.media(ready=False)
    given = {"public_token": "t" * 43, "position": 3, "turn": 90}
    meanwhile(lambda: Media.objects.filter(pk=stale.pk).update(**given))

    images.develop(stale)

    media = Media.objects.get(pk=stale.pk)
    assert {name: getattr(media, name) for name in given} == given


def test_what_is_erased_while_it_is_opened_does_not_come_back(
    meanwhile: Meanwhile, settings: LazySettings
) -> None:
    submission = make.submission()
    stale = submission.photographs.select_related("media").get().media
    meanwhile(lambda: erasure.erase(submission))

    images.develop(stale)

    assert not Media.objects.filter(pk=stale.pk).exclude(original=None).exists()
    assert not Media.objects.filter(pk=stale.pk).exclude(renditions=[]).exists()
    assert folders(settings) == []


def test_a_file_gone_from_the_disk_takes_no_other_with_it(
    settings: LazySettings,
) -> None:
    kept, lost = make.media(), make.media(ready=False)
    path = images.original_path(lost)
    Media.objects.filter(pk=lost.pk).update(sha256="0" * 64)
    path.unlink()

    images.develop(lost)

    assert folders(settings) == [kept.rendition_folder]
