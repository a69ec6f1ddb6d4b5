"""Choosing many with the keyboard and with Shift, in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from archive.models import Item
from tests import make
from tests.conftest import come_in
from tests.house import IN_BROWSER

pytestmark = IN_BROWSER


@pytest.fixture
def desk(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    context = browser.new_context(base_url=live_server.url)
    come_in(context, live_server.url, make.user())
    yield context.new_page()
    context.close()


def ticked(page: Page) -> list[int]:
    chosen = page.locator("input[name=valgt]:checked")
    keys = [int(each.input_value()) for each in chosen.all()]
    return sorted(keys)


def test_keys_and_shift_choose_and_one_button_changes_them(desk: Page) -> None:
    make.place("Vejleåparken")
    items = sorted([make.item() for _ in range(6)], key=lambda item: -item.number)
    keys = [item.pk for item in items]
    desk.goto("/arbejdsrum/billeder/")

    desk.keyboard.press("j")
    desk.keyboard.press("j")
    desk.keyboard.press("Space")
    by_space = ticked(desk)
    desk.locator(f"#pick-{keys[4]}").click(modifiers=["Shift"])
    by_shift = ticked(desk)
    desk.keyboard.press("Shift+J")
    by_key = ticked(desk)
    desk.locator(".pick-bar .act:not([name])").click()
    desk.fill("[name=place_name]", "Vejleåparken")
    desk.locator("button[value=preview]").click()
    desk.locator("button[value=do]").click()
    expect(desk.locator(".numbers li")).to_have_count(5)

    assert by_space == [keys[1]]
    assert by_shift == sorted(keys[1:5])
    assert by_key == sorted(keys[1:6])
    assert Item.objects.exclude(place=None).count() == 5


def test_enter_goes_on_with_the_chosen_and_opens_the_card_where_none_is(
    desk: Page,
) -> None:
    items = sorted([make.item() for _ in range(3)], key=lambda item: -item.number)
    desk.goto("/arbejdsrum/billeder/")

    desk.keyboard.press("j")
    desk.keyboard.press("Space")
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    chosen = desk.locator(".margin .few li")
    expect(chosen).to_have_count(1)

    desk.goto("/arbejdsrum/billeder/")
    desk.keyboard.press("j")
    desk.keyboard.press("j")
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    expect(desk.locator("h1")).to_have_text(items[1].reg_number)
