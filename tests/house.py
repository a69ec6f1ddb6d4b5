"""A whole house for a test: web and worker as processes of their own, and a browser."""

import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from importlib import import_module
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
MICROPHONE = [
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
]
IN_BROWSER = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not CHROMIUM, reason="No Chromium was found on this machine."),
]
PATIENCE = 150  # seconds a house may take to open
ARCHIVIST = "poul@example.org"

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class House:
    """Where the house stands, and where it keeps its things."""

    url: str
    folder: Path

    def letters(self, to: str) -> list[EmailMessage]:
        """Every mail to one address, the oldest first."""
        found = []
        for path in sorted((self.folder / "mail").glob("*.eml")):
            mail = message_from_bytes(path.read_bytes(), policy=policy.default)
            if to in str(mail["To"]):
                found.append(mail)
        return found

    def letter(self, to: str, *, about: int = 1) -> str:
        """The text of the newest mail, when there are at least so many."""
        mails = wait_for(lambda: self.letters(to)[about - 1 :])
        body = mails[-1].get_body(("plain",))
        assert body is not None
        return str(body.get_content())


def wait_for(ask: Callable[[], Answer], *, seconds: float = 40) -> Answer:
    """Ask again until the answer is something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if answer := ask():
            return answer
        time.sleep(0.2)
    raise AssertionError("It did not happen in time.")


@contextmanager
def open_house(folder: Path, **environment: str) -> Iterator[House]:
    """Start `manage.py run` on a free port, and stop it again, worker and all."""
    with own_database() as database:
        yield from _opened(folder, {**database, **environment})


def _opened(folder: Path, environment: dict[str, str]) -> Iterator[House]:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), "run"],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DATA_DIR": str(folder),
            "PORT": str(port),
            "SITE_URL": url,
            "SOCIETY_NAME": "Foreningen",
            "SOCIETY_PLACE": "Ishøj",
            "FIRST_ARCHIVIST": ARCHIVIST,
            **environment,
        },
    )
    try:
        wait_for(lambda: _answers(url), seconds=PATIENCE)
        yield House(url, folder)
    finally:
        process.terminate()
        process.wait(timeout=30)


@contextmanager
def own_database() -> Iterator[dict[str, str]]:
    """A database for one house alone, where the tests run on PostgreSQL."""
    address = os.environ.get("DATABASE_URL")
    if not address:
        yield {}
        return
    psycopg = import_module("psycopg")  # only who runs them on PostgreSQL has it
    name = f"house_{secrets.token_hex(6)}"
    with psycopg.connect(address, autocommit=True) as door:
        door.execute(f"CREATE DATABASE {name}")
        try:
            yield {"DATABASE_URL": urlsplit(address)._replace(path=f"/{name}").geturl()}
        finally:
            door.execute(f"DROP DATABASE {name} WITH (FORCE)")


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urlopen(f"{url}/healthz", timeout=2) as answer:
            return b'"worker": true' in answer.read()
    except OSError:
        return False


@contextmanager
def open_browser(*more: str) -> Iterator[Browser]:
    """A browser without a window; `more` are further flags."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=[*FLAGS, *more]
        )
        yield browser
        browser.close()


def sign_in(page: Page, house: House, *, letters_before: int = 0) -> None:
    """As the archivist does it: by the code in the mail."""
    page.goto(f"{house.url}/arbejdsrum/indbakke/")
    page.fill("#id_email", ARCHIVIST)
    page.locator("form:has(#id_email) button.act").click()
    page.wait_for_selector("input[name=code]")
    text = house.letter(ARCHIVIST, about=letters_before + 1)
    code = re.search(r"^([A-Z0-9]{3,6}-?[A-Z0-9]{3,6})\s*$", text, re.MULTILINE)
    assert code, text
    page.fill("input[name=code]", code[1])
    page.locator("form:has(input[name=code]) button.act").click()
    page.wait_for_url("**/arbejdsrum/**")
