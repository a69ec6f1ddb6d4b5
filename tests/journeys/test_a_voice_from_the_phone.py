"""A story told aloud, from Chromium's own microphone to the page where it is heard."""

import re
from collections.abc import Iterator
from urllib import request
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Browser, Page, Request, ViewportSize, expect

from tests.house import (
    CHROMIUM,
    MICROPHONE,
    House,
    open_browser,
    open_house,
    sign_in,
    wait_for,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="No Chromium was found on this machine."),
]

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with open_house(tmp_path_factory.mktemp("house")) as opened:
        yield opened


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser(*MICROPHONE) as opened:
        yield opened


def test_a_voice_from_the_phone_is_heard_in_the_reading_room(
    house: House, browser: Browser
) -> None:
    emine = browser.new_page(viewport=PHONE)
    speak(emine, house)
    mine = send(emine)

    poul = browser.new_page(viewport=DESK)
    sign_in(poul, house)
    write_down_and_accept(poul, house)
    page = publish(poul, house)

    voice = heard(emine, page)
    assert status(voice, Range="bytes=0-99") == 206

    take_back(emine, mine)

    assert status(voice) == 404
    assert status(page) == 410


def test_without_the_microphone_there_is_a_sentence_and_another_way(
    house: House, browser: Browser
) -> None:
    page = browser.new_page(viewport=PHONE)
    page.add_init_script(
        "navigator.mediaDevices.getUserMedia = async () => {"
        " throw new DOMException('', 'NotAllowedError'); }"
    )
    to_the_story(page, house)

    page.locator("[data-do=begin]").click()

    expect(page.locator("voice-recorder [data-problem]")).to_be_visible()
    page.locator("[data-do=write]").click()
    expect(page.locator("[name=story]")).to_be_focused()


def to_the_story(page: Page, house: House) -> None:
    page.goto(f"{house.url}/tr/bidrag/")
    page.locator("[data-next]:visible").last.click()


def speak(page: Page, house: House) -> None:
    """Speak, pause, go on; the first of it is sent before the last is spoken."""
    to_the_story(page, house)
    page.locator("[data-next-card]").click()
    page.locator("[data-do=begin]").click()
    clock = page.locator("[data-clock]")
    expect(clock).to_have_text("0.02", timeout=20_000)
    page.locator("[data-do=pause]").click()
    expect(page.locator("voice-recorder")).to_have_attribute("data-state", "paused")
    with page.expect_request(is_a_piece, timeout=60_000):
        page.locator("[data-do=pause]").click()
    expect(page.locator("voice-recorder")).to_have_attribute("data-state", "recording")
    page.locator("[data-do=done]").click()
    take = page.locator(".take-aloud")
    expect(take).to_have_count(1)
    until(page, "document.querySelector('.take-aloud audio').duration > 3")
    until(page, "document.querySelector('.take-aloud audio').duration < 60")


def is_a_piece(sent: Request) -> bool:
    return sent.method == "PATCH" and "/filer/" in sent.url


def send(page: Page) -> str:
    """The voice alone is enough. Returns the family's own page."""
    for _step in range(4):
        page.locator("[data-next]:visible").last.click()
    page.check("[name=may][value=show]", force=True)
    page.locator("[data-next]:visible").last.click()
    page.fill("[name=name]", "Emine Aydın")
    page.check("[name=is_of_age]", force=True)
    page.locator("[data-send]").click()
    page.wait_for_url("**/mit/*/tak/")
    mine = page.url.removesuffix("tak/")
    page.goto(mine)
    wait_for(lambda: page.reload() and page.locator("voice-player").count())
    return mine


def write_down_and_accept(page: Page, house: House) -> None:
    """The archivist listens, writes down what is said, and takes it in."""
    page.goto(f"{house.url}/arbejdsrum/indbakke/")
    play(page, "voice-player")
    page.locator("form[action$='/skriv-af/']").locator(
        "xpath=ancestor::details"
    ).evaluate("each => each.open = true")
    page.fill("form[action$='/skriv-af/'] textarea", "Babam saatin altında durmuş.")
    page.locator("form[action$='/skriv-af/'] button").click()
    page.wait_for_load_state()
    page.fill("[name=title-0]", "Far under uret")
    page.locator("form[action$='/tag-imod/'] button").last.click()
    page.wait_for_url("**/arbejdsrum/billeder/B*/")


def publish(page: Page, house: House) -> str:
    page.check("[name=is_date_unknown]", force=True)
    page.check("[name=is_place_unknown]", force=True)
    page.locator("button[name=publication][value=full]").first.click()
    page.wait_for_load_state()
    number = re.findall(r"/(B\d+)/", page.url)[0]
    address = f"{house.url}/billeder/{number}/"
    assert status(address) == 200, page.inner_text("main")
    return address


def heard(page: Page, address: str) -> str:
    """It plays, it goes on, and it knows how long it is. Returns its address."""
    page.goto(address)
    expect(page.locator("main")).to_contain_text("Babam saatin altında durmuş.")
    play(page, "voice-player")
    seconds = float(page.evaluate("document.querySelector('audio').duration"))
    assert 3 < seconds < 60
    page.locator("voice-player input").focus()
    page.keyboard.press("End")
    until(page, "document.querySelector('audio').currentTime > 3")
    return str(page.evaluate("document.querySelector('audio').currentSrc"))


def play(page: Page, player: str) -> None:
    page.locator(f"{player} button").first.click()
    until(page, "document.querySelector('audio').currentTime > 0.3")
    page.locator(f"{player} button").first.click()


def until(page: Page, fact: str) -> None:
    """Wait for a fact of the page; its own rules forbid Playwright's way of asking."""
    for _moment in range(200):
        if page.evaluate(fact):
            return
        page.wait_for_timeout(100)
    raise AssertionError(fact)


def take_back(page: Page, mine: str) -> None:
    page.goto(f"{mine}traek-tilbage/")
    page.locator("main form button[type=submit]").click()
    page.wait_for_load_state()


def status(address: str, **headers: str) -> int:
    try:
        with request.urlopen(request.Request(address, headers=headers)) as answer:
            return int(answer.status)
    except HTTPError as refused:
        return refused.code
