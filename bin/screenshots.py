"""Pictures for the README and the handbook, taken from the sample archive in a browser.

    python bin/screenshots.py

Starts a sample archive of its own in a temporary folder, walks through it in Chromium,
and writes docs/pictures/*.png and docs/handbook/billeder/*.png.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page, ViewportSize, sync_playwright

HOUSE = Path(__file__).resolve().parent.parent
PUBLIC = HOUSE / "docs" / "pictures"
HANDBOOK = HOUSE / "docs" / "handbook" / "billeder"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PATIENCE = 180

DESK: ViewportSize = {"width": 1280, "height": 860}
PHONE: ViewportSize = {"width": 360, "height": 740}

# who, window, file, address
SHOTS = (
    ("", DESK, PUBLIC / "home.png", "/"),
    ("", DESK, PUBLIC / "exhibition.png", "/udstillinger/den-foerste-dag/"),
    ("", PHONE, HANDBOOK / "bidrag.png", "/bidrag/den-foerste-dag/"),
    ("poul", DESK, HANDBOOK / "indbakke.png", "/arbejdsrum/indbakke/"),
    ("poul", DESK, HANDBOOK / "stamkort.png", "/arbejdsrum/billeder/B4/"),
    ("poul", DESK, HANDBOOK / "registreringer.png", "/arbejdsrum/billeder/"),
    ("poul", DESK, HANDBOOK / "historik.png", "/arbejdsrum/billeder/B4/historik/"),
    ("poul", DESK, HANDBOOK / "folk.png", "/arbejdsrum/folk/"),
    ("poul", DESK, HANDBOOK / "tal.png", "/arbejdsrum/tal/"),
    ("poul", DESK, HANDBOOK / "alle-gerninger.png", "/arbejdsrum/historik/"),
    ("poul", DESK, HANDBOOK / "rettigheder.png", "/arbejdsrum/billeder/B4/#adviser"),
    ("poul", DESK, HANDBOOK / "regler.png", "/arbejdsrum/regler/"),
    (
        "selma",
        DESK,
        HANDBOOK / "udstilling.png",
        "/arbejdsrum/udstillinger/den-foerste-dag/",
    ),
    (
        "selma",
        DESK,
        HANDBOOK / "tryk.png",
        "/arbejdsrum/udstillinger/den-foerste-dag/tryk/",
    ),
    (
        "selma",
        DESK,
        HANDBOOK / "del.png",
        "/arbejdsrum/udstillinger/den-foerste-dag/del/",
    ),
)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
        door.close()
        url = f"http://127.0.0.1:{port}"
        house = subprocess.Popen(
            [sys.executable, str(HOUSE / "manage.py"), "demo"],
            env={**os.environ, "DEMO": "1", "DATA_DIR": folder, "PORT": str(port)},
        )
        try:
            wait_until_open(url)
            take_all(url)
        finally:
            house.terminate()
            house.wait()


def wait_until_open(url: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            urlopen(f"{url}/healthz", timeout=2).close()
        except (URLError, OSError):
            time.sleep(0.5)
        else:
            return
    sys.exit("The sample archive did not open.")


def take_all(url: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        for who, window, path, address in SHOTS:
            page = browser.new_page(viewport=window)
            if who:
                sign_in(page, url, who)
            page.goto(url + address)
            page.wait_for_load_state("networkidle")
            path.parent.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=path)
            page.close()
            print(path.relative_to(HOUSE))
        browser.close()


def sign_in(page: Page, url: str, who: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{url}/konto/ind/")
    page.fill("[name=login]", f"{who}@example.org")
    page.fill("[name=password]", "ankomst-demo")
    page.locator("form:has([name=password]) button").click()
    page.wait_for_load_state()


if __name__ == "__main__":
    main()
