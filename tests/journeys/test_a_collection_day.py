"""A collection day on real tablets, against a real house with its worker and scanner."""

import io
import re
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from pypdf import PdfReader

from tests import photos
from tests.house import CHROMIUM, House, open_browser, open_house, sign_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="No Chromium was found on this machine."),
]

TABLET: ViewportSize = {"width": 768, "height": 1024}
DAYS = "/arbejdsrum/indsamlingsdag/"
DAY = f"{DAYS}indsamling/"
STORY = "Babam saatin altında durmuş. Işıklar yanıyordu."


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with open_house(tmp_path_factory.mktemp("house")) as opened:
        yield opened


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def tablets(browser: Browser, house: House) -> Iterator[BrowserContext]:
    """Everybody at the tables, signed in, on a day that is open."""
    context = browser.new_context(viewport=TABLET, has_touch=True)
    page = context.new_page()
    sign_in(page, house)
    page.goto(f"{house.url}{DAYS}ny/")
    page.fill("[name=name]", "Indsamling")
    page.fill("[name=day]", "2026-11-28")
    page.select_option("[name=tables]", "2")
    page.locator(".day-plan .act").click()
    page.wait_for_url(f"**{DAY}")
    page.locator(f'form[action="{DAY}aabn/"] button').click()
    page.close()
    yield context
    context.close()


def test_two_tablets_at_once_never_give_out_one_number_twice(
    house: House, tablets: BrowserContext
) -> None:
    page = tablets.new_page()
    page.goto(house.url + DAY)
    token = page.locator("[name=csrfmiddlewaretoken]").first.input_value()
    page.close()
    cookies = "; ".join(f"{c['name']}={c['value']}" for c in tablets.cookies())
    given: list[str] = []

    def tap(tablet: int) -> None:
        for turn in range(12):
            key = f"tablet-{tablet}-tryk-nummer-{turn:03d}"
            given.append(take(house, cookies, token, key))

    threads = [threading.Thread(target=tap, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(given, key=lambda code: int(code[1:])) == [
        f"B{number}" for number in range(1, 49)
    ]


def take(house: House, cookies: str, token: str, key: str) -> str:
    """One tap, as a tablet makes it; the number it was given."""
    there = urlsplit(house.url)
    line = HTTPConnection(there.hostname or "", there.port, timeout=60)
    body = urlencode({"csrfmiddlewaretoken": token, "key": key, "table": "B"})
    headers = {
        "Cookie": cookies,
        "Content-Type": "application/x-www-form-urlencoded",
        "Referer": house.url + DAY,
    }
    line.request("POST", f"{DAY}tag-nummer/", body, headers)
    where = line.getresponse().getheader("Location") or ""
    line.close()
    found = re.search(r"/nummer/(\w+)/", where)
    assert found, where
    return found[1]


def test_from_a_number_to_a_slip(house: House, tablets: BrowserContext) -> None:
    page = tablets.new_page()
    strangers: set[str] = set()
    page.on("request", lambda request: strangers.add(urlsplit(request.url).netloc))
    scanned = photos.jpeg(width=900, seed=3)

    take_a_number_and_sit_down(page, house)
    small = targets_below(page, 56)
    give_pictures(page, house.folder / "scanner" / "A", scanned)
    say_yes(page)
    page.locator("[name=send]").click()
    page.wait_for_selector("[data-slip]")
    words = page.locator(".code").inner_text()
    link = page.locator(".own-link a").inner_text()
    slip = tablets.request.get(f"{house.url}{DAY}ark/A1/kvittering.pdf")

    text = PdfReader(io.BytesIO(slip.body())).pages[0].extract_text()
    text = text.replace("\u200b", "").replace("\n", "")
    missing = [each for each in ("A1", link, *words.split("-")) if each not in text]
    assert missing == [], text
    assert "/tr/mit/" in link
    assert small == []
    assert strangers == {urlsplit(house.url).netloc}
    page.goto(link)
    expect(page.locator(".own-story").first).to_contain_text(STORY[:20])
    page.goto(f"{house.url}{DAY}ark/A1/")
    page.locator(".act-big").click()
    page.wait_for_url(f"**{DAY}bord/A/")
    page.goto(f"{house.url}{DAY}vaeg/")
    expect(page.locator(".hall-bricks li")).to_have_count(1)
    assert "Emine" not in page.content()
    page.close()


def take_a_number_and_sit_down(page: Page, house: House) -> None:
    page.goto(house.url + DAY)
    page.locator('[name=table][value="A"]').click()
    expect(page.locator(".number-huge")).to_have_text("A1")
    page.goto(f"{house.url}{DAY}bord/A/")
    page.locator(".act-big").click()
    page.wait_for_url("**/ark/A1/")
    page.check('[name=language][value="tr"]', force=True)
    page.wait_for_selector('.aloud-text[lang="tr"]')
    page.fill("[name=name]", "Emine Aydın")
    page.fill("[name=story]", STORY)
    expect(page.locator("[data-state].saved")).not_to_be_empty()


def give_pictures(page: Page, scanner: Path, scanned: bytes) -> None:
    """One from the scanner beside two that cannot be taken, and one by the camera."""
    (scanner / "halv.jpg").write_bytes(scanned[: len(scanned) // 2])
    (scanner / "ikke-et-billede.exe").write_bytes(b"MZ")
    (scanner / "skan1.jpg").write_bytes(scanned)
    page.locator("button[name=scan]").click(timeout=30_000)
    expect(page.locator("[name=take_out]")).to_have_count(1)
    expect(page.locator(".warn")).to_contain_text("ikke-et-billede.exe")
    page.locator("[name=pictures][capture]").set_input_files(
        {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": photos.jpeg(seed=5)}
    )
    expect(page.locator("[name=take_out]")).to_have_count(2)
    assert (scanner / "taken" / "skan1.jpg").read_bytes() == scanned
    assert (scanner / "halv.jpg").exists()


def say_yes(page: Page) -> None:
    for name, value in (("may", "show"), ("may", "print"), ("persons", "yes")):
        page.check(f'[name={name}][value="{value}"]', force=True)
    page.check("#id_is_of_age", force=True)
    sign(page)


def test_two_tablets_on_one_sheet_see_each_other(
    house: House, tablets: BrowserContext
) -> None:
    one, two = tablets.new_page(), tablets.new_page()
    one.goto(house.url + DAY)
    one.locator('[name=table][value="A"]').click()
    one.goto(f"{house.url}{DAY}bord/A/")
    one.locator(".act-big").click()
    one.wait_for_url("**/ark/*/")
    two.goto(one.url)

    one.fill("[name=place_told]", "Konya")
    expect(two.locator("[name=place_told]")).to_have_value("Konya", timeout=20_000)
    expect(one.locator("span[data-others]")).to_be_visible(timeout=20_000)

    two.route("**/gem/", lambda route: route.abort())
    two.fill("[name=story]", "Skrevet uden net")
    expect(two.locator("[data-state].offline")).to_be_visible(timeout=20_000)
    with one.expect_response(
        lambda answer: "imens" in (answer.request.post_data or "")
    ):
        one.fill("[name=story]", "Skrevet imens")
    two.unroute("**/gem/")
    conflict = two.locator('[data-conflict="story"]')
    expect(conflict).to_contain_text("Skrevet imens", timeout=30_000)
    expect(two.locator("[name=story]")).to_have_value("Skrevet uden net")
    conflict.locator("button").first.click()
    expect(one.locator("[name=story]")).to_have_value(
        "Skrevet uden net", timeout=20_000
    )
    one.close()
    two.close()


def sign(page: Page) -> None:
    """A finger across the tablet."""
    canvas = page.locator("sign-here canvas")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box
    page.mouse.move(box["x"] + 40, box["y"] + 60)
    page.mouse.down()
    for step in range(1, 12):
        page.mouse.move(box["x"] + 40 + step * 20, box["y"] + 60 + (step % 3) * 25)
    page.mouse.up()
    page.locator("[data-keep]").click()
    expect(page.locator("[name=unsign]")).to_have_count(1)


def targets_below(page: Page, least: int) -> list[str]:
    """What a finger should hit on the sheet, and is smaller than that."""
    found: list[str] = page.evaluate(
        """(least) => [...document.querySelectorAll(
            '.sheet :is(button.act, .chip, .tick, .big, select, textarea, .field > input)'
        )].filter((each) => each.checkVisibility()
            && each.getBoundingClientRect().height < least - .5)
          .map((each) => each.outerHTML.slice(0, 90))""",
        least,
    )
    return found
