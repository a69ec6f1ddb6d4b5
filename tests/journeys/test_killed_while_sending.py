"""kill -9 of the web process while a file is coming: nothing promised is lost."""

import hashlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import pytest

from tests import photos
from tests.house import PATIENCE, ROOT, free_port, wait_for

pytestmark = pytest.mark.browser

DATA = photos.jpeg(1600, 1200) + random.Random(9).randbytes(900_000)
PIECE = 96_000


class Web:
    """The web process of a house, which can be killed and opened again."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.environment = {
            "PATH": os.environ["PATH"],
            "DATA_DIR": str(folder),
            "PORT": str(self.port),
            "SITE_URL": f"http://127.0.0.1:{self.port}",
            "SOCIETY_NAME": "Foreningen",
            "SOCIETY_PLACE": "Ishøj",
            "FIRST_ARCHIVIST": "poul@example.org",
        }

    def open(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "manage.py"), "run"],
            cwd=ROOT,
            env=self.environment,
            start_new_session=True,
        )
        wait_for(self.answers, seconds=PATIENCE)

    def kill(self) -> None:
        """Web and worker at once, as when the power goes."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def answers(self) -> bool:
        try:
            return self.ask("GET", "/healthz")[0] == 200
        except (OSError, HTTPException):
            return False

    def ask(
        self, method: str, path: str, body: bytes = b"", **headers: object
    ) -> tuple[int, dict[str, str]]:
        line = HTTPConnection("127.0.0.1", self.port, timeout=20)
        named = {name.replace("_", "-"): str(value) for name, value in headers.items()}
        try:
            line.request(method, path, body, {"Tus-Resumable": "1.0.0", **named})
            answer = line.getresponse()
            answer.read()
            return answer.status, dict(answer.getheaders())
        finally:
            line.close()

    def repair(self) -> str:
        """The documented command; returns what it says."""
        done = subprocess.run(
            [sys.executable, str(ROOT / "manage.py"), "repair"],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout


@contextmanager
def killer(web: Web, after: float) -> Iterator[None]:
    """Kill the house after so many seconds, whatever it is doing."""
    helper = subprocess.Popen(
        [
            sys.executable,
            "-c",
            (
                "import os,signal,sys,time;time.sleep(float(sys.argv[1]));"
                "os.killpg(int(sys.argv[2]),signal.SIGKILL)"
            ),
            str(after),
            str(web.process.pid),
        ]
    )
    try:
        yield
    finally:
        helper.wait()
        web.process.wait()


def metadata(number: int) -> str:
    told = {"key": f"{number:022d}", "purpose": "picture", "filename": "farfar.jpg"}
    told["sha256"] = hashlib.sha256(DATA).hexdigest()
    return ",".join(f"{k} {b64encode(v.encode()).decode()}" for k, v in told.items())


def go_on(web: Web, where: str) -> None:
    """As the phone does it: ask how far, and send from there."""
    offset = int(web.ask("HEAD", where)[1]["Upload-Offset"])
    while offset < len(DATA):
        status, headers = web.ask(
            "PATCH",
            where,
            DATA[offset : offset + PIECE],
            Upload_Offset=offset,
            Content_Type="application/offset+octet-stream",
        )
        assert status == 204
        offset = int(headers["Upload-Offset"])


def test_killed_at_any_moment_the_same_bytes_arrive_once(tmp_path: Path) -> None:
    dice, web = random.Random(3), Web(tmp_path)
    web.open()
    for number in range(6):
        status, headers = web.ask(
            "POST",
            "/bidrag/filer/",
            Upload_Length=len(DATA),
            Upload_Metadata=metadata(number),
        )
        assert status == 201
        with killer(web, after=dice.uniform(0.01, 0.25)):
            try:
                go_on(web, headers["Location"])
            except (OSError, HTTPException):
                time.sleep(0)  # the line is dead, as it should be
        web.open()
        go_on(web, headers["Location"])

    web.kill()

    database = sqlite3.connect(tmp_path / "ankomst.db")
    kept = database.execute(
        "SELECT m.sha256, f.file FROM archive_media m"
        " JOIN submissions_photograph p ON p.media_id = m.id"
        " JOIN filer_file f ON f.id = m.original_id"
    ).fetchall()
    database.close()
    originals = [(tmp_path / "originals" / path).read_bytes() for _sha, path in kept]
    assert originals == [DATA] * 6
    said = web.repair()
    for fault in ("changed", "missing", "untracked"):
        assert f"{fault}: none" in said
