"""Ten waiting contributions become ten published items, and no mouse is touched."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from archive.models import Item
from submissions.models import DeskDeed, Submission
from tests import make
from tests.conftest import come_in
from tests.house import IN_BROWSER

pytestmark = IN_BROWSER

TEN = 10
# Whoever touches anything but the keyboard is found out; the name outlives the page.
MOUSE = """
for (const each of ["pointerdown", "pointermove", "mousedown", "touchstart", "wheel"]) {
  addEventListener(each, () => { window.name = each; }, true);
}
"""
FARTHEST = 80  # presses of Tab from one field to another


@pytest.fixture
def waiting(transactional_db: None) -> list[Submission]:
    make.place("Vejleåparken")
    return [
        make.submission(ready=True, taken_by="family", story=f"Fortælling {number}")
        for number in range(TEN + 1)
    ]


@pytest.fixture
def desk(
    browser: Browser, live_server: LiveServer, poul: User, waiting: list[Submission]
) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    come_in(context, live_server.url, poul)
    context.add_init_script(MOUSE)
    page = context.new_page()
    page.goto(f"{live_server.url}/arbejdsrum/indbakke/")
    yield page
    context.close()


def press_to_go(page: Page, key: str) -> None:
    """One key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)
    expect(page.locator("key-shortcuts:defined")).to_have_count(1)


def tab_to(page: Page, selector: str) -> None:
    """Tab until the cursor is there, as somebody without a mouse does."""
    for _press in range(FARTHEST):
        if page.evaluate("(s) => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{selector} was not reached by Tab.")


def write(page: Page, key: str, field: str, words: str) -> None:
    page.keyboard.press(key)
    expect(page.locator(field)).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type(words)


def accept(page: Page, title: str) -> None:
    page.keyboard.press("a")
    page.keyboard.type(title)  # letters are words now, and no keys
    with page.expect_navigation(url="**/arbejdsrum/billeder/B*/"):
        page.keyboard.press("Enter")
    expect(page.locator("key-shortcuts:defined")).to_have_count(1)


def leave_field(page: Page) -> None:
    """Keys rest while one writes: a tick or a button is no field."""
    tab_to(page, "a, button, [type=checkbox], [type=radio], summary")


def describe_and_publish(page: Page, number: int) -> None:
    write(page, "d", "#id_date_told", f"19{70 + number}")
    leave_field(page)
    write(page, "l", "#id_place_name", "Vejleåparken")
    leave_field(page)
    write(page, "t", "#id_title", f"Far i haven {number}")
    tab_to(page, "#id_alt_text")
    page.keyboard.type("En mand står i en have.")
    tab_to(page, "#id_rights_basis")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")  # taken by the contributor
    leave_field(page)
    press_to_go(page, "u")


def back_to_the_inbox(page: Page) -> None:
    tab_to(page, ".desk-top a[href$='/indbakke/']")
    press_to_go(page, "Enter")


def met_outside(browser: Browser, live_server: LiveServer) -> list[str]:
    """The titles that a visitor without any key reads, each with a picture to see."""
    context = browser.new_context()
    page = context.new_page()
    titles = []
    for item in Item.objects.order_by("number"):
        answer = page.goto(f"{live_server.url}{item.get_absolute_url()}")
        assert answer is not None
        assert answer.status == 200
        picture = page.get_by_role("img", name="En mand står i en have.").first
        picture.scroll_into_view_if_needed()
        page.wait_for_function(
            "(each) => each.complete && each.naturalWidth > 0",
            arg=picture.element_handle(),
        )
        titles.append(page.locator("h1").inner_text())
    page.goto(f"{live_server.url}/billeder/")
    listed = {a.get_attribute("href") for a in page.locator("main a").all()}
    assert listed >= {item.get_absolute_url() for item in Item.objects.all()}
    context.close()
    return titles


def test_ten_contributions_are_published_without_a_mouse(
    desk: Page, waiting: list[Submission], browser: Browser, live_server: LiveServer
) -> None:
    page = desk
    press_to_go(page, "j")
    press_to_go(page, "k")

    for number in range(TEN):
        accept(page, "jksz")
        describe_and_publish(page, number)
        assert Item.objects.published().count() == number + 1
        back_to_the_inbox(page)

    assert met_outside(browser, live_server) == [
        f"Far i haven {number}" for number in range(TEN)
    ]
    assert Submission.objects.waiting().get() == waiting[TEN]
    page.keyboard.press("s")
    page.keyboard.type("Hvem er det?")
    tab_to(page, "#ask button[type=submit]")
    press_to_go(page, "Enter")
    press_to_go(page, "z")
    assert DeskDeed.objects.filter(kind="ask").get().is_undone
    assert page.evaluate("window.name") == ""
    page.mouse.move(9, 9)
    assert page.evaluate("window.name")  # it would have been found out
