"""The archive's own scanner when things go wrong: nothing twice, and nothing lost."""

import errno
import os
import sqlite3
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from accounts.models import User
from archive import upkeep, watching
from archive.exchange import scanner
from archive.intake import Refused
from archive.models import Item, Media, Scanned, ScannerBox
from tests import photos
from tests.archive.scans import State, laid, look, put
from tests.house import ROOT, wait_for

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _new_worker() -> None:
    scanner._watch.clear()


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("halv.jpg", photos.jpeg()[:-400], watching.UNFINISHED),
        ("tom.jpg", b"", Refused.EMPTY),
        ("virus.exe", b"MZ no picture", Refused.NOT_AN_IMAGE),
        ("i-stykker.png", photos.png()[:40] + photos.png()[-12:], scanner.UNREADABLE),
    ],
)
def test_what_cannot_be_read_is_moved_aside_with_its_reason(
    name: str, data: bytes, why: str
) -> None:
    path = put(name, data)

    look(0, 3, 61, 62)

    row = Scanned.objects.get()
    assert (row.name, row.state, row.problem) == (name, State.FAILED, why)
    aside = path.parent / scanner.NOT_READ / name
    assert row.copy == str(aside)
    assert aside.read_bytes() == data
    assert not path.exists()
    assert not Media.objects.exists()
    assert not [each for each in images_on_disk() if each.is_file()]

    aside.unlink()
    look(63)
    assert not Scanned.objects.exists()


def images_on_disk() -> list[Path]:
    places = (settings.MEDIA_ROOT, settings.RENDITIONS_DIR)
    return [each for place in places for each in Path(place).rglob("*")]


def test_a_bad_file_scanned_anew_is_named_no_longer(poul: User) -> None:
    put("a.jpg", photos.jpeg()[:-400])
    look(0, 61)
    put("a.jpg")

    look(62, 65)

    assert [row.state for row in Scanned.objects.all()] == [State.TAKEN]


def test_from_a_folder_to_be_read_only_nothing_moves_and_nothing_comes_twice(
    poul: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, bad = put("a.jpg"), put("b.exe", b"MZ no picture")

    def read_only(*_words: Any) -> bool:
        raise PermissionError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(watching, "move", read_only)
    look(0, 3)
    scanner._watch.clear()  # another worker, another day
    monkeypatch.setattr(watching, "synced_copy", read_only)  # it need not be read
    look(1000, 1003, 1006)

    assert path.exists()
    assert bad.exists()
    assert Item.objects.count() == 1
    rows = Scanned.objects.order_by("name")
    assert [(row.name, row.state, row.stays) for row in rows] == [
        ("a.jpg", State.TAKEN, True),
        ("b.exe", State.FAILED, True),
    ]


def test_a_worker_that_died_before_moving_the_file_only_moves_it(
    poul: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put("a.jpg")

    def killed(*_words: Any) -> bool:
        raise KeyboardInterrupt

    look(0)
    with monkeypatch.context() as patched:
        patched.setattr(watching, "move", killed)
        with pytest.raises(KeyboardInterrupt):
            look(3)
    scanner._watch.clear()
    look(4, 7)

    row = Scanned.objects.get()
    assert not path.exists()
    assert (row.state, Path(row.copy).name) == (State.TAKEN, "a.jpg")
    assert Item.objects.count() == 1


def test_a_fault_in_the_middle_leaves_nothing_half_and_is_made_good(
    poul: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("a.jpg")

    def broken(*_words: Any, **_facts: Any) -> Item:
        raise RuntimeError

    look(0)
    with monkeypatch.context() as patched:
        patched.setattr("archive.actions.scanning.register", broken)
        look(3)
    assert not Media.objects.exists()
    assert not [each for each in images_on_disk() if each.is_file()]

    look(7, 20)
    assert Item.objects.count() == 1
    assert upkeep.look().is_clean


def test_without_room_the_file_stays_and_comes_in_later(
    poul: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put("a.jpg")

    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(watching, "synced_copy", full)
        look(0, 3)
    row = Scanned.objects.get()
    assert (row.state, row.problem) == (State.WAITING, Refused.NO_ROOM)
    assert path.exists()

    look(5, 30)
    row.refresh_from_db()
    assert (row.state, row.problem) == (State.TAKEN, "")


def test_a_folder_out_of_reach_is_said_and_made_good(
    poul: User, tmp_path: Path, settings: Any
) -> None:
    laid(poul, name="Kasse 3")
    settings.ARCHIVE_SCANNER_DIR = str(tmp_path / "netdrev")
    look(0)
    assert ScannerBox.objects.get().out_of_reach_since
    assert not (tmp_path / "netdrev").exists()

    (tmp_path / "netdrev").mkdir()
    look(1)

    assert ScannerBox.objects.get().out_of_reach_since is None


def test_a_name_that_is_no_text_does_not_stop_the_others(poul: User) -> None:
    folder = put("b.jpg").parent
    strange = bytes(folder) + b"/\xe6\xf8.jpg"
    try:
        Path(strange.decode("utf-8", "surrogateescape")).write_bytes(
            photos.jpeg(width=500)
        )
    except OSError:
        pytest.skip("This disk takes names of text only.")

    look(0, 3)

    assert Item.objects.count() == 2
    assert all(Path(row.copy).exists() for row in Scanned.objects.all())


def test_a_worker_of_its_own_empties_the_folder_though_it_is_killed(
    tmp_path: Path,
) -> None:
    """A real second process, killed with -9 in the middle, and started again."""
    folder = tmp_path / "scanner"
    folder.mkdir()
    env = {
        "PATH": os.environ["PATH"],
        "DATA_DIR": str(tmp_path / "var"),
        "ARCHIVE_SCANNER_DIR": str(folder),
    }
    manage = [sys.executable, "manage.py"]
    subprocess.run(
        [*manage, "migrate"], cwd=ROOT, env=env, check=True, capture_output=True
    )
    for number in range(6):
        data = photos.jpeg(width=600 + number)
        (folder / f"skan {number}.jpg").write_bytes(data)
    (folder / "skan 3_bag.jpg").write_bytes(photos.jpeg(width=500))
    (folder / "noter.docx").write_bytes(b"PK no picture")

    def moved() -> int:
        return len([*folder.glob("taget ind/*"), *folder.glob("kunne ikke læses/*")])

    for enough in (2, 4, 8):
        worker = subprocess.Popen([*manage, "work"], cwd=ROOT, env=env)
        try:
            wait_for(partial(lambda many: moved() >= many, enough))
        finally:
            worker.kill()
            worker.wait()

    assert [path.name for path in (folder / "kunne ikke læses").iterdir()] == [
        "noter.docx"
    ]
    assert len(list(folder.glob("taget ind/*"))) == 7
    with sqlite3.connect(tmp_path / "var" / "ankomst.db") as rows:
        [(items,)] = rows.execute("SELECT count(*) FROM archive_item")
        [(files,)] = rows.execute("SELECT count(*) FROM archive_media")
        sides = rows.execute(
            "SELECT side FROM archive_media WHERE item_id = (SELECT item_id FROM"
            " archive_media WHERE name LIKE '%bag%') ORDER BY position"
        ).fetchall()
    assert (items, files) == (6, 7)
    assert sides == [("front",), ("back",)]
    checked = subprocess.run(
        [*manage, "repair"],
        cwd=ROOT,
        env=env,
        check=False,
        capture_output=True,
        text=True,
    )
    assert checked.returncode == 0, checked.stdout
