"""A whole house is taken out, and comes into an empty one: another process and disk."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoDbBlocker

from accounts.models import User
from archive import tasks
from archive.exchange import sending, whole
from archive.models import Media
from tests import make
from tests.everything import a_full_house, addresses

ROOT = Path(__file__).resolve().parent.parent.parent
LOOK = """
import json, sys
from archive import tasks
from tests.config.test_moving_house import look
while tasks.sweep(): pass
print(json.dumps(look(json.load(sys.stdin))))
"""
KILL = """
import os, signal
from pathlib import Path
from archive.exchange import luggage, moving
def die(*_told): os.kill(os.getpid(), signal.SIGKILL)
def then_die(deed): return lambda *told: (deed(*told), die())
place, name = {luggage}, "{name}"
setattr(place, name, then_die(getattr(place, name)))
moving.read(Path("{path}"))
"""
MOMENTS = [
    ("luggage.Luggage", "lay_down"),  # one original is on the table
    ("moving", "_turn"),  # every row is written
    ("luggage.Luggage", "move_in"),  # and the originals are in
]


def manage(
    folder: Path, *words: str, said: str = ""
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATA_DIR": str(folder), "DEBUG": "1"},
        input=said,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def look(at: list[str]) -> dict[str, tuple[int, str]]:
    """What a visitor gets at each address: the status, and of pages the words."""
    told = {}
    for address in at:
        answer: Any = Client(SERVER_NAME="127.0.0.1").get(address)
        is_page = answer.status_code != 404 and not answer.streaming
        told[address] = answer.status_code, answer.text if is_page else ""
        answer.close()
    return told


@pytest.fixture(scope="module")
def empty_database(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """Every table and no row: what the migrations have made of the tests' database.

    The new house is always on SQLite; from PostgreSQL one moves to another database.
    """
    path = tmp_path_factory.mktemp("empty") / "ankomst.db"
    if connection.vendor != "sqlite":
        manage(path.parent, "migrate")
        return path
    with django_db_blocker.unblock(), closing(sqlite3.connect(path)) as copy:
        connection.ensure_connection()
        connection.connection.backup(copy)
    return path


@pytest.fixture
def new_house(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new")
    shutil.copy(empty_database, folder)
    (folder / "society.toml").write_text('name = "Foreningen"\nplace = "Ishøj"\n')
    return folder


@pytest.mark.django_db
def test_a_whole_house_is_the_same_in_another_process_on_another_disk(
    poul: User, selma: User, kirsten: User, new_house: Path, tmp_path: Path
) -> None:
    a_full_house(poul, selma, kirsten)
    told = whole.data()
    sending.to(tmp_path / "alt.zip", "json")
    sending.to(tmp_path / "alt.json", "json")

    moved = manage(new_house, "import_items", str(tmp_path / "alt.zip"))
    manage(new_house, "export_items", "--format=json", f"--to={tmp_path / 'nyt.json'}")
    pages = addresses()
    seen = manage(new_house, "shell", "-v0", "-c", LOOK, said=json.dumps(pages))

    assert moved.returncode == 0, moved.stderr
    assert [noun for noun, rows in told.items() if not rows] == []
    assert (tmp_path / "nyt.json").read_text() == (tmp_path / "alt.json").read_text()
    while tasks.sweep():  # the new house has opened its files as well
        pass
    there, here = json.loads(seen.stdout), look(pages)
    for page, (status, words) in here.items():
        assert (page, status) == (page, there[page][0])
        assert words.splitlines() == there[page][1].splitlines()
    assert {200, 404, 410} <= {status for status, _words in here.values()}
    assert manage(new_house, "repair").returncode == 0


@pytest.mark.django_db
def test_killed_at_any_moment_leaves_an_empty_house_that_can_begin_again(
    new_house: Path, tmp_path: Path
) -> None:
    for _number in range(2):
        make.item(picture=True)
    Media.objects.filter(original=None).delete()
    path = tmp_path / "alt.zip"
    sending.to(path, "json")

    for place, name in MOMENTS:
        script = KILL.format(luggage=place, name=name, path=path)
        killed = manage(new_house, "shell", "-v0", "-c", script)
        assert killed.returncode == -signal.SIGKILL, killed.stderr
    done = manage(new_house, "import_items", str(path))

    assert done.stdout.startswith("2 items; 0 files without"), done.stderr
    assert len(list((new_house / "originals").iterdir())) == 1
    left = {each.name for each in (new_house / "arriving").iterdir()}
    assert left == {"moving.lock", "pieces"}
    assert manage(new_house, "repair").returncode == 0
