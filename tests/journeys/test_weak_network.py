"""Emine sits in a bus with one bar of network: everything arrives, nothing is retyped."""

import hashlib
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests import photos
from tests.house import CHROMIUM, House, open_browser, open_house, sign_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="No Chromium was found on this machine."),
]

PHONE: ViewportSize = {"width": 360, "height": 740}
BYTES_A_SECOND = 50_000
STORY = "Dedem 1971'de geldi. Kar yağıyordu."


class WeakNetwork:
    """50 kB/s and a long way there; now and then it is gone for a moment."""

    def __init__(self, page: Page, seed: int) -> None:
        self.page = page
        self.dice = random.Random(seed)
        self.line = page.context.new_cdp_session(page)
        self.line.send("Network.enable")
        self.set(is_there=True)

    def set(self, *, is_there: bool) -> None:
        conditions = {
            "offline": not is_there,
            "latency": 150,
            "downloadThroughput": BYTES_A_SECOND,
            "uploadThroughput": BYTES_A_SECOND,
        }
        self.line.send("Network.emulateNetworkConditions", conditions)

    def tunnel(self) -> None:
        """A while of sending, then nothing for a moment."""
        self.page.wait_for_timeout(self.dice.randint(1_000, 3_500))
        self.set(is_there=False)
        self.page.wait_for_timeout(self.dice.randint(200, 900))
        self.set(is_there=True)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with open_house(tmp_path_factory.mktemp("house")) as opened:
        yield opened


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE)
    yield context
    context.close()


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two pictures with a film hidden at their end, as phones make, and one HEIC."""
    folder = tmp_path_factory.mktemp("phone")
    dice = random.Random(1971)
    files = {
        "IMG_1.jpg": photos.jpeg(3000, 2250, seed=1, gps=True)
        + dice.randbytes(700_000),
        "IMG_2.jpg": photos.jpeg(2400, 1800, seed=2) + dice.randbytes(650_000),
        "IMG_3.HEIC": photos.heic(),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in files]


def fingerprints(paths: list[Path]) -> set[str]:
    return {hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def onward(page: Page) -> None:
    page.locator(".step:not([hidden]) [data-next]").last.click()


@pytest.fixture(scope="module")
def poul(house: House, browser: Browser) -> Page:
    page = browser.new_page()
    sign_in(page, house)
    return page


def originals(poul: Page, house: House, number: str) -> set[str]:
    """SHA-256 of every original of a contribution, as the archivist downloads them."""
    poul.goto(f"{house.url}/arbejdsrum/indbakke/{number}/")
    count = max(1, poul.locator(".strip a").count())
    found = set()
    for at in range(1, count + 1):
        poul.goto(f"{house.url}/arbejdsrum/indbakke/{number}/?billede={at}")
        link = poul.locator("a[href*='original']").first.get_attribute("href")
        answer = poul.request.get(f"{house.url}{link}")
        assert answer.ok
        found.add(hashlib.sha256(answer.body()).hexdigest())
    return found


def test_a_weak_network_that_breaks_loses_and_repeats_nothing(
    house: House, poul: Page, phone: BrowserContext, pictures: list[Path]
) -> None:
    page = phone.new_page()
    page.goto(f"{house.url}/tr/bidrag/")
    network = WeakNetwork(page, seed=7)

    page.locator("input[name=pictures][multiple]").set_input_files(pictures)
    network.tunnel()
    onward(page)
    page.fill("[name=story]", STORY)
    network.tunnel()
    page.reload()
    expect(page.locator("[name=story]")).to_have_value(STORY)
    expect(page.locator("[data-tiles] li")).to_have_count(len(pictures))
    network.tunnel()
    for _step in range(5):
        if page.locator("[name=may][value=show]").is_visible():
            break
        onward(page)
    page.check("[name=may][value=show]", force=True)
    onward(page)
    page.check("[name=is_of_age]", force=True)
    page.locator("[data-send]").click()
    for _tunnel in range(20):
        if "/tak/" in page.url:
            break
        network.tunnel()
    assert "/tak/" in page.url
    number = page.locator(".no-big").inner_text().split()[-1].lstrip("0")
    for _tunnel in range(30):
        page.goto(page.url.replace("tak/", ""))
        if not page.locator(".still-coming").count():
            break
        network.tunnel()

    assert originals(poul, house, number) == fingerprints(pictures)
    expect(page.locator(".own-story")).to_contain_text(STORY)


def test_the_page_may_be_closed_and_another_one_goes_on(
    house: House, phone: BrowserContext, pictures: list[Path]
) -> None:
    first = phone.new_page()
    first.goto(f"{house.url}/bidrag/")
    network = WeakNetwork(first, seed=1)
    first.locator("input[name=pictures][multiple]").set_input_files(pictures[:1])
    network.tunnel()
    first.close()

    again = phone.new_page()
    again.goto(f"{house.url}/bidrag/")

    expect(again.locator("[data-tiles] li")).to_have_count(1)
    received = again.locator("picture-picker").get_attribute("data-received")
    expect(again.locator("[data-tiles] [data-state]")).to_have_text(
        str(received), timeout=60_000
    )


def test_two_tabs_of_one_page_send_each_picture_once(
    house: House, poul: Page, phone: BrowserContext, pictures: list[Path]
) -> None:
    tabs = [phone.new_page(), phone.new_page()]
    tabs[0].goto(f"{house.url}/bidrag/")
    tabs[0].fill("[name=story]", STORY, force=True)
    tabs[0].locator("input[name=pictures][multiple]").set_input_files(pictures)
    tabs[0].wait_for_timeout(1_000)
    tabs[1].goto(f"{house.url}/bidrag/")

    received = str(tabs[0].locator("picture-picker").get_attribute("data-received"))
    for tab in tabs:
        states = tab.locator("[data-tiles] [data-state]")
        expect(states).to_have_text([received] * 3, timeout=60_000)
        tab.evaluate(
            "document.querySelectorAll('.step').forEach((s) => (s.hidden = 0))"
        )
    tabs[1].check("[name=may][value=show]", force=True)
    tabs[1].check("[name=is_of_age]", force=True)
    tabs[1].locator("[data-send]").click()
    tabs[1].wait_for_url("**/tak/")

    number = tabs[1].locator(".no-big").inner_text().split()[-1].lstrip("0")
    assert originals(poul, house, number) == fingerprints(pictures)


def test_the_same_form_works_without_any_script(
    house: House, browser: Browser, poul: Page, pictures: list[Path]
) -> None:
    plain = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = plain.new_page()
    page.goto(f"{house.url}/bidrag/")

    page.locator("input[name=pictures][multiple]").set_input_files(pictures)
    page.fill("[name=story]", STORY)
    page.locator("[data-send]").click()
    expect(page.locator(".problems")).to_be_visible()
    expect(page.locator(".kept-line")).to_have_count(len(pictures))
    expect(page.locator("[name=story]")).to_have_value(STORY)
    page.check("[name=may][value=show]", force=True)
    page.check("[name=is_of_age]", force=True)
    page.locator("[data-send]").click()
    page.wait_for_url("**/tak/")

    number = page.locator(".no-big").inner_text().split()[-1].lstrip("0")
    assert originals(poul, house, number) == fingerprints(pictures)
    plain.close()
