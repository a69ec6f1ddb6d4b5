"""Pictures for the README and the handbook, taken from the sample archive in a browser.

    python bin/screenshots.py

Starts a sample archive of its own in a temporary folder, walks through it in Chromium,
and writes docs/pictures/*.png and docs/handbook/billeder/*.png.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from email import message_from_bytes, policy
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

HOUSE = Path(__file__).resolve().parent.parent
PUBLIC = HOUSE / "docs" / "pictures"
HANDBOOK = HOUSE / "docs" / "handbook" / "billeder"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PATIENCE = 180

DESK: ViewportSize = {"width": 1280, "height": 860}
TABLET: ViewportSize = {"width": 1024, "height": 768}
HALL: ViewportSize = {"width": 1280, "height": 720}
PHONE: ViewportSize = {"width": 360, "height": 740}

FAMILY = "/mit/…/"  # the page of a family that has been written to
DAY = "/arbejdsrum/indsamlingsdag/paa-bredekaergaard"

# who, window, file, address
SHOTS = (
    ("", DESK, PUBLIC / "home.png", "/"),
    ("", DESK, PUBLIC / "exhibition.png", "/udstillinger/den-foerste-dag/"),
    ("", PHONE, HANDBOOK / "bidrag.png", "/bidrag/den-foerste-dag/"),
    ("poul", DESK, HANDBOOK / "indbakke.png", "/arbejdsrum/indbakke/"),
    (
        "poul",
        DESK,
        HANDBOOK / "indbakke-svar.png",
        "/arbejdsrum/indbakke/25/#accept",
    ),
    ("poul", DESK, HANDBOOK / "stamkort.png", "/arbejdsrum/billeder/B4/"),
    ("poul", DESK, HANDBOOK / "datering.png", "/arbejdsrum/billeder/B4/#id_date_told"),
    ("poul", DESK, HANDBOOK / "dateringsankre.png", "/arbejdsrum/dateringsankre/"),
    ("poul", DESK, HANDBOOK / "filer.png", "/arbejdsrum/billeder/B4/filer/"),
    ("poul", DESK, HANDBOOK / "registreringer.png", "/arbejdsrum/billeder/"),
    ("poul", DESK, HANDBOOK / "historik.png", "/arbejdsrum/billeder/B4/historik/"),
    ("poul", DESK, HANDBOOK / "emner.png", "/arbejdsrum/emner/"),
    ("poul", DESK, HANDBOOK / "person.png", "/arbejdsrum/personer/emine/"),
    ("poul", DESK, HANDBOOK / "vaelg.png", "/arbejdsrum/billeder/?vis=udgivet"),
    (
        "poul",
        DESK,
        HANDBOOK / "mange.png",
        "/arbejdsrum/mange/?valgt=1&valgt=2&valgt=3",
    ),
    ("poul", DESK, HANDBOOK / "scanner.png", "/arbejdsrum/ind-og-ud/scanner/"),
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
    ("selma", DESK, HANDBOOK / "indkaldelser.png", "/arbejdsrum/indkaldelser/"),
    (
        "selma",
        DESK,
        HANDBOOK / "partner.png",
        "/arbejdsrum/partnere/tyrkisk-kulturforening/",
    ),
    ("", PHONE, HANDBOOK / "mit.png", FAMILY),
    ("kirsten", TABLET, HANDBOOK / "indsamlingsdag.png", f"{DAY}/"),
    ("kirsten", TABLET, HANDBOOK / "indsamlingsdag-ark.png", f"{DAY}/bord/A/"),
    ("kirsten", HALL, HANDBOOK / "indsamlingsdag-vaeg.png", f"{DAY}/vaeg/"),
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
            take_all(url, Path(folder))
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


def family_page(folder: Path) -> str:
    """The link in a letter of the sample archive."""
    letters = sorted((folder / "mail").glob("*.eml"))
    for letter in letters:
        text = message_from_bytes(letter.read_bytes(), policy=policy.default)
        body = text.get_body(("plain",))
        link = re.search(r"/mit/[\w-]{20,}/", body.get_content() if body else "")
        if link:
            return link.group()
    sys.exit("No letter of the sample archive has a link.")


def take_all(url: str, folder: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        scan_a_box(browser.new_page(viewport=DESK), url, folder)
        for who, window, path, address in SHOTS:
            page = browser.new_page(viewport=window)
            if who:
                sign_in(page, url, who)
            page.goto(url + (family_page(folder) if address == FAMILY else address))
            page.wait_for_load_state("networkidle")
            path.parent.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=path)
            page.close()
            print(path.relative_to(HOUSE))
        browser.close()


def scan_a_box(page: Page, url: str, folder: Path) -> None:
    """Say what lies on the scanner, and let it save a few pictures and a broken one."""
    sign_in(page, url, "poul")
    page.goto(f"{url}/arbejdsrum/ind-og-ud/scanner/")
    page.fill("[name=name]", "Kasse 3, familien Hansens album")
    page.fill("[name=date_told]", "sommeren 1975")
    page.locator(".list-form button").click()
    tray = folder / "archive-scanner"
    tray.mkdir(exist_ok=True)
    known = sorted(
        (folder / "originals").rglob("*.jp*g"), key=lambda path: path.stat().st_size
    )
    for number, path in enumerate(known[-3:], 1):
        with Image.open(path) as picture:
            picture.convert("RGB").save(tray / f"scan {number}.tif")
    with Image.open(known[-1]) as picture:
        picture.convert("L").save(tray / "scan 1_bag.tif")
    (tray / "scan 4.tif").write_bytes(b"no picture")
    wait_until_gone(tray)
    page.close()


def wait_until_gone(tray: Path) -> None:
    """Until the worker has taken every file out of the scanner's folder."""
    end = time.monotonic() + PATIENCE
    while any(path.is_file() for path in tray.iterdir()):
        if time.monotonic() > end:
            sys.exit("The scanner's folder was not emptied.")
        time.sleep(0.5)


def sign_in(page: Page, url: str, who: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{url}/konto/ind/")
    page.fill("[name=login]", f"{who}@example.org")
    page.fill("[name=password]", "ankomst-demo")
    page.locator("form:has([name=password]) button").click()
    page.wait_for_load_state()


if __name__ == "__main__":
    main()
