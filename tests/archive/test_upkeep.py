from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from archive import images, upkeep
from tests import make

pytestmark = pytest.mark.django_db


def test_a_house_in_order_is_clean() -> None:
    make.media()

    assert upkeep.look().is_clean


def test_bit_rot_loss_and_strays_are_named_and_nothing_is_deleted() -> None:
    rotten, lost = make.media(), make.media()
    path = images.original_path(rotten)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    images.original_path(lost).unlink()
    stray = Path(settings.MEDIA_ROOT) / "stray.jpg"
    stray.write_bytes(b"?")

    report = upkeep.look()

    assert report.changed == [rotten.pk]
    assert report.missing == [lost.pk]
    assert report.untracked == [stray]
    assert stray.exists()


def test_repair_makes_renditions_again_and_puts_strays_aside() -> None:
    media = make.media()
    images.remove_folder(media.folder)
    stray = Path(settings.MEDIA_ROOT) / "stray.jpg"
    stray.write_bytes(b"?")

    call_command("repair", fix=True)

    media.refresh_from_db()
    assert media.rendition_folder.is_dir()
    assert (Path(settings.DATA_DIR) / "strays" / "stray.jpg").exists()
    assert upkeep.look().is_clean
