"""A face is tapped, moved by key, a pin is put: from the phone into the archive."""

import random
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from archive.models import Depiction
from config import town
from submissions import actions
from submissions.models import Submission
from tests import make, photos
from tests.house import IN_BROWSER, wait_for

pytestmark = IN_BROWSER


@pytest.fixture
def phone(
    browser: Browser, live_server: LiveServer, settings: object
) -> Iterator[Page]:
    settings.TOWN = town.read(town.SAMPLE)  # type: ignore[attr-defined]
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{live_server.url}/bidrag/")
    yield page
    page.close()
    wait_for(no_answer_is_on_its_way)


def no_answer_is_on_its_way() -> bool:
    """Whether the house has heard the last of a page: it keeps what was typed there."""
    names = [each.name for each in threading.enumerate()]
    return not any("process_request" in each for each in names)


def onward(page: Page) -> None:
    page.locator(".step:not([hidden]) .act[data-next]:not(.act-quiet)").click()


def choose(page: Page, folder: Path) -> None:
    file = folder / "IMG_0137.jpg"
    file.write_bytes(photos.jpeg(orientation=6))
    page.locator("input[name=pictures][multiple]").set_input_files([file])
    expect(page.locator("[data-tiles] img")).to_have_count(1)
    onward(page)
    onward(page)


def tap(page: Page, x: float, y: float) -> None:
    picture = page.locator(".face-photo img").first
    box = picture.bounding_box()
    assert box is not None
    picture.click(position={"x": box["width"] * x, "y": box["height"] * y})


def point_at_hasan(page: Page) -> None:
    tap(page, 0.3, 0.4)
    page.keyboard.type("Hasan")
    page.keyboard.press("Enter")
    page.keyboard.type("min farfar")
    page.locator(".face-card .chip:has([value=no])").click()
    page.locator(".face").focus()
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowDown"):
        page.keyboard.press(key)


def put_a_pin(page: Page) -> None:
    page.locator(".tile:has([value=pin])").click()
    page.locator("[data-map]").focus()
    for key in ("Enter", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
    expect(page.locator("[data-said]")).not_to_be_empty()


def send(page: Page) -> None:
    page.check("[name=may][value=show]", force=True)
    onward(page)
    page.fill("[name=name]", "Emine")
    page.check("[name=is_of_age]", force=True)
    page.locator("[data-send]").click()
    page.wait_for_url("**/mit/*/tak/")


def test_a_face_and_a_pin_come_into_the_archive(
    phone: Page, tmp_path: Path, poul_client: Client
) -> None:
    choose(phone, tmp_path)
    point_at_hasan(phone)
    onward(phone)
    onward(phone)
    put_a_pin(phone)
    onward(phone)
    send(phone)

    given = Submission.objects.get()
    hasan = given.persons_told.get()
    assert (hasan.name, hasan.relation, hasan.living) == ("Hasan", "min farfar", "no")
    assert hasan.photograph == given.photographs.get()
    assert hasan.spot == pytest.approx((32, 45), abs=0.7)
    drawn = town.read(town.SAMPLE)
    assert drawn is not None
    assert given.point is not None
    assert drawn.spot(*given.point) == pytest.approx(
        (drawn.width * 0.51, drawn.height * 0.5 - drawn.width * 0.01), abs=1
    )
    card = poul_client.get(f"/arbejdsrum/indbakke/{given.pk}/")
    assert [line.told for line in card.context["seen"]] == [hasan]
    actions.accept(given, by=make.user())
    seen = Depiction.objects.get()
    assert (seen.x, seen.y) == hasan.spot
    assert seen.item.point == given.point


def test_a_point_stays_with_its_picture_whichever_arrives_first(
    phone: Page, tmp_path: Path
) -> None:
    """The second one is large, so that its small picture goes before the first one."""
    dice = random.Random(1971)
    files = [tmp_path / "IMG_1.jpg", tmp_path / "IMG_2.jpg"]
    files[0].write_bytes(photos.jpeg(seed=1))
    files[1].write_bytes(photos.jpeg(2400, 1800, seed=2) + dice.randbytes(700_000))
    line = phone.context.new_cdp_session(phone)
    slow = {"offline": False, "latency": 150, "downloadThroughput": 50_000}
    line.send("Network.emulateNetworkConditions", slow | {"uploadThroughput": 50_000})
    phone.locator("input[name=pictures][multiple]").set_input_files(files)
    expect(phone.locator("[data-tiles] img")).to_have_count(2)
    onward(phone)
    onward(phone)
    second = phone.locator(".face-photo img").nth(1)
    second.click(position={"x": 30, "y": 30})
    phone.keyboard.type("Hasan")
    for _ in range(3):
        onward(phone)

    send(phone)

    given = Submission.objects.get()
    hasan = given.persons_told.get()
    first_here = given.photographs.select_related("media").order_by("position")
    assert [each.media.name for each in first_here] == ["IMG_2.jpg", "IMG_1.jpg"]
    assert hasan.photograph == first_here[0]


def test_what_was_pointed_at_is_there_when_the_page_is_opened_again(
    phone: Page, tmp_path: Path
) -> None:
    choose(phone, tmp_path)
    tap(phone, 0.5, 0.5)
    phone.keyboard.type("Hasan")
    expect(phone.locator("[data-saved-line]")).to_have_class("saved")
    wait_for(lambda: "Hasan" in phone.evaluate("JSON.stringify(localStorage)"))

    phone.reload()
    onward(phone)
    onward(phone)

    expect(phone.locator(".face-card [data-name]")).to_have_value("Hasan")


def test_a_point_is_added_and_taken_away_by_key_alone(
    phone: Page, tmp_path: Path
) -> None:
    choose(phone, tmp_path)
    phone.locator(".face-picture [data-add]").focus()
    phone.keyboard.press("Enter")
    expect(phone.locator(".face")).to_be_focused()

    phone.keyboard.press("Delete")

    expect(phone.locator(".face")).to_have_count(0)
    expect(phone.locator(".face-card")).to_have_count(0)
    expect(phone.locator("[data-add]").first).to_be_focused()


def test_the_same_is_told_with_scripts_off(
    browser: Browser, live_server: LiveServer, tmp_path: Path
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{live_server.url}/bidrag/")
    file = tmp_path / "IMG_0137.jpg"
    file.write_bytes(photos.jpeg())
    page.locator("input[name=pictures][multiple]").set_input_files([file])
    page.fill("[name=person_0_name]", "Hasan")
    page.fill("[name=person_0_relation]", "min farfar")
    page.check("[name=person_0_living][value=no]", force=True)
    page.check("[name=place_tile][value=away]", force=True)
    page.fill("[name=place_away]", "Konya, Tyrkiet")
    page.check("[name=may][value=show]", force=True)
    page.check("[name=is_of_age]", force=True)
    page.locator("[data-send]").click()
    page.wait_for_url("**/mit/*/tak/")
    page.close()
    wait_for(no_answer_is_on_its_way)

    given = Submission.objects.get()
    hasan = given.persons_told.get()
    assert (hasan.name, hasan.relation, hasan.living) == ("Hasan", "min farfar", "no")
    assert hasan.photograph == given.photographs.get()
    assert given.place_told == "Konya, Tyrkiet"
