"""The main job, end to end, in a real browser against a real house of two processes."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from playwright.sync_api import Request as PlaywrightRequest
from pypdf import PdfReader

from tests import photos
from tests.house import CHROMIUM, House, open_browser, open_house, sign_in, wait_for

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="No Chromium was found on this machine."),
]

STORY = (
    "Babam saatin altında durmuş. Işıklar yanıyordu, çiğ köfte getirmişti. "
    "Kardeşim onu tanımadı."
)
PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 900}
EMINE = "emine@example.org"
# Marks long enough not to come by chance in compressed pictures, as “GPS” does.
CAMERA_NOTES = re.compile(
    rb"Exif\0\0|II\*\0\x08\0\0\0|MM\0\*\0\0\0\x08|exif:|GPSLatitude"
)
ADDRESSES = re.compile(r'(?:src|href|srcset|content)="([^"]+)"')


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with open_house(tmp_path_factory.mktemp("house")) as opened:
        yield opened


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """What lies on Emine's grandchild's phone."""
    folder = tmp_path_factory.mktemp("phone")
    files = {
        "IMG_0137.jpg": photos.jpeg(
            width=2400,
            height=1800,
            orientation=6,
            gps=True,
            taken="2026:11:20 18:04:11",
        ),
        "IMG_0138.HEIC": photos.heic(),
        "skærmbillede æøå.png": photos.png(),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in files]


def test_from_the_phone_to_the_wall_and_back_home(
    house: House, browser: Browser, originals: list[Path]
) -> None:
    emine = browser.new_page(viewport=PHONE)
    mine = give(emine, house, originals)

    poul = browser.new_page(viewport=DESK)
    sign_in(poul, house)
    numbers = accept(poul, house)
    for number in numbers:
        describe_and_publish(poul, house, number)
    visit = hang_exhibition(poul, house, numbers)
    panels(poul, house, visit)

    seen = read_everything(house, numbers, visit)
    assert [address for address, data in seen.items() if camera_notes(data)] == []

    take_back(emine, mine)

    still_open = {address for address in seen if answers(address) not in {404, 410}}
    assert still_open == {visit}
    wall = fetch(visit).decode()
    assert STORY[:20] not in wall
    assert "/r/" not in wall


def give(page: Page, house: House, originals: list[Path]) -> str:
    """Three files, a Turkish story, told as she remembers it; returns her own link."""
    page.goto(f"{house.url}/tr/bidrag/")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.locator("input[name=pictures][multiple]").set_input_files(originals)
    onward(page)
    page.fill("[name=story]", STORY)
    page.select_option("[name=story_language]", "tr")
    onward(page)
    onward(page)
    page.fill("[name=date_told]", "Kurban Bayramı 1979")
    expect(page.locator(".reading").first).to_contain_text("1979")
    onward(page)
    page.fill("[name=place_told]", "Vejleåparken")
    onward(page)
    for use in ("show", "print", "social"):
        page.locator(f".tick:has([name=may][value={use}])").click()
    page.check("[name=taken_by][value=family]", force=True)
    page.check("[name=persons][value=yes]", force=True)
    onward(page)
    page.fill("[name=name]", "Emine Aydın")
    page.fill("[name=email]", EMINE)
    page.check("[name=is_of_age]", force=True)
    page.locator("[data-send]").click()
    page.wait_for_url("**/mit/*/tak/")
    letter = house.letter(EMINE)
    links: list[str] = re.findall(rf"{house.url}/tr/mit/[\w-]+/", letter)
    page.goto(links[0])
    assert page.locator("html").get_attribute("lang") == "tr"
    return links[0]


def onward(page: Page) -> None:
    page.locator("[data-next]:visible").last.click()


def accept(page: Page, house: House) -> list[str]:
    """The archivist sees all three upright, and takes them in."""
    page.goto(f"{house.url}/arbejdsrum/indbakke/")
    wait_for(lambda: page.reload() and page.locator("img[src*='/filer/']").count() >= 3)
    expect(page.locator(".own").first).to_contain_text(STORY[:20])
    page.locator("form[action$='/tag-imod/'] button").last.click()
    page.wait_for_url("**/arbejdsrum/billeder/B*/")
    page.goto(f"{house.url}/arbejdsrum/billeder/")
    numbers = set(re.findall(r"/arbejdsrum/billeder/(B\d+)/", page.content()))
    assert len(numbers) == 3
    return sorted(numbers)


def describe_and_publish(page: Page, house: House, number: str) -> None:
    page.goto(f"{house.url}/arbejdsrum/billeder/{number}/")
    page.fill("[name=title]", f"Far under uret {number}")
    page.fill("[name=seen]", "En mand under et ur.")
    page.fill("[name=alt_text]", "En mand i frakke står under et stort ur.")
    page.fill("[name=place_name]", "Vejleåparken")
    assert page.input_value("[name=date_told]") == "Kurban Bayramı 1979"
    page.locator("button[name=publication][value=full]").first.click()
    page.wait_for_load_state()
    assert answers(f"{house.url}/billeder/{number}/") == 200, page.inner_text("main")


def hang_exhibition(page: Page, house: House, numbers: list[str]) -> str:
    """A title, an introduction, a chapter, a picture with its label, opened."""
    page.goto(f"{house.url}/arbejdsrum/udstillinger/")
    page.fill("[name=title]", "Den første dag")
    page.locator("form:has([name=title]) button.act").first.click()
    page.wait_for_url("**/arbejdsrum/udstillinger/den-foerste-dag/**")
    desk = f"{house.url}/arbejdsrum/udstillinger/den-foerste-dag/"
    write(page, "[name=introduction]", "Far kom først, med en kuffert og en adresse.")
    chapter = "form[action*='/kapitel/'] "
    write(page, f"{chapter}[name=title]", "Tre dage med tog")
    page.goto(desk)
    page.locator("form[action*='/blok/'] button[value=picture]").first.click()
    page.wait_for_load_state()
    number = numbers[0].removeprefix("B")
    page.locator(f"form[action$='/haeng/'] button[value='{number}']").first.click()
    page.wait_for_load_state()
    write(page, "[name=label]", "Çiğ köfte vardı, ışıklar yanıyordu.")
    write(page, "input[name=cover_number]", numbers[0])
    page.goto(desk)
    page.locator("form[action$='/aabn/'] button").first.click()
    page.wait_for_load_state()
    visit = f"{house.url}/udstillinger/den-foerste-dag/"
    assert answers(visit) == 200, page.inner_text("main")
    assert "/r/" in fetch(visit).decode()
    return visit


def write(page: Page, field: str, words: str) -> None:
    """Write, and leave the field: it saves itself."""
    with page.expect_response(lambda answer: answer.request.method == "POST") as saved:
        page.locator(field).first.fill(words)
        page.locator(field).first.blur()
    assert saved.value.status == 200


def panels(page: Page, house: House, visit: str) -> None:
    """The same blocks as a PDF for the print shop, opened again."""
    address = f"{house.url}/arbejdsrum/udstillinger/den-foerste-dag/tryk/"
    page.goto(address)
    answer = page.request.get(f"{address}paneler-A2.pdf")
    assert answer.status == 200
    [sheet] = PdfReader(io.BytesIO(answer.body())).pages
    trim = sheet.trimbox
    size = [round(float(side) / 72 * 25.4) for side in (trim.width, trim.height)]
    assert size == [420, 594]
    text = sheet.extract_text()
    assert "Tre dage med tog" in text
    assert "Çiğ köfte vardı" in text
    assert camera_notes(answer.body()) == []


def read_everything(house: House, numbers: list[str], visit: str) -> dict[str, bytes]:
    """Every public address of these items, and the bytes that came from it."""
    start = [visit]
    for number in numbers:
        start += [
            f"{house.url}/billeder/{number}/",
            f"{house.url}/kort/b/{number[1:]}/1080x1080.jpg?sprog=tr",
        ]
    seen = {address: fetch(address) for address in start}
    for address in [visit, *start[1::2]]:
        for found in ADDRESSES.findall(seen[address].decode()):
            for each in (part.split()[0] for part in found.split(",") if part.strip()):
                path = each.removeprefix(house.url).replace("&amp;", "&")
                if path.startswith(("/r/", "/kort/")):
                    seen[house.url + path] = fetch(house.url + path)
    search = f"{house.url}/soeg/?q=uret"
    assert wait_for(lambda: numbers[0] in fetch(search).decode())
    assert len(seen) > 10
    return seen


def camera_notes(data: bytes) -> list[bytes]:
    """Where a file carries what the camera wrote beside the picture."""
    return CAMERA_NOTES.findall(data)


def take_back(page: Page, mine: str) -> None:
    """One tap and a yes; no reason asked."""
    page.goto(mine)
    page.locator("a[href$='/traek-tilbage/']").first.click()
    page.locator("button.act-down").click()
    page.wait_for_load_state()


def fetch(address: str) -> bytes:
    with urlopen(Request(address, headers={"Accept-Language": "da"})) as answer:
        return bytes(answer.read())


def answers(address: str) -> int:
    try:
        with urlopen(address) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code


def test_the_house_says_that_it_is_well(house: House) -> None:
    told = json.loads(fetch(f"{house.url}/healthz"))

    assert told["database"] is True
    assert told["worker"] is True


NASTALIQ = 260_000  # two weights and Vazirmatn, which only Urdu fetches


@pytest.mark.parametrize(
    ("address", "limit"),
    [
        ("/", 120_000),
        ("/bidrag/", 120_000),
        ("/billeder/", 120_000),
        ("/ur/", 120_000 + NASTALIQ),
    ],
)
def test_a_first_view_is_light(
    house: House, browser: Browser, address: str, limit: int
) -> None:
    """HTML, CSS, JS and fonts of a first view, compressed; scripts at most 30 KB."""
    page = browser.new_context(viewport=PHONE).new_page()
    weights: dict[str, int] = {}

    def weigh(request: PlaywrightRequest) -> None:
        weights[request.url] = request.sizes()["responseBodySize"]

    page.on("requestfinished", weigh)
    page.goto(house.url + address)
    page.wait_for_load_state("networkidle")

    pictures = (".jpg", ".webp", ".png", ".svg", ".ico")
    page_itself = {url: w for url, w in weights.items() if not url.endswith(pictures)}
    scripts = sum(w for url, w in page_itself.items() if url.endswith(".js"))
    assert sum(page_itself.values()) <= limit, page_itself
    assert scripts <= 30_000
