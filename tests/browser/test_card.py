"""The card in a browser: by keyboard alone, and nothing half written is lost."""

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect
from pytest_django.live_server_helper import LiveServer

from archive import actions
from archive.models import AnchorAnswer, Item
from tests import make
from tests.browser.test_everyone import sign_in
from tests.house import IN_BROWSER

pytestmark = IN_BROWSER


@pytest.fixture
def item(db: None) -> Item:
    made = make.item(picture=True, title="Far", date_told="1980")
    make.depiction(made, person=make.person("Emine"))
    actions.add_file(made, make.media(), side="back", by=make.user())
    return made


@pytest.fixture
def card(browser: Browser, live_server: LiveServer, item: Item) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    sign_in(context, live_server)
    page = context.new_page()
    page.goto(f"{live_server.url}/arbejdsrum/billeder/{item.reg_number}/")
    yield page
    context.close()


def test_a_person_is_pointed_out_by_keyboard_alone(card: Page, item: Item) -> None:
    card.locator("[data-person] [data-place]").first.focus()
    card.keyboard.press("Enter")
    card.keyboard.press("ArrowRight")
    card.keyboard.press("Shift+ArrowUp")
    card.keyboard.press("Enter")
    expect(card.locator("#id_persons-0-name")).to_be_focused()

    with card.expect_navigation():
        card.keyboard.press("Enter")

    expect(card.locator("#id_persons-0-x")).to_have_value("51.0")
    seen = item.depictions.get()
    assert (seen.x, seen.y) == (51.0, 45.0)


def test_the_other_side_and_a_turn_keep_what_was_being_written(
    card: Page, item: Item
) -> None:
    card.fill("#id_title", "Halvt skrevet")
    card.locator("#id_title").blur()

    card.keyboard.press("b")
    expect(card.locator("picture-easel .sides [aria-current] span")).to_have_text(
        item.media.get(side="back").get_side_display()
    )
    card.keyboard.press("+")

    expect(card.locator("[data-sheet]")).to_have_css(
        "transform", "matrix(1.4, 0, 0, 1.4, 0, 0)"
    )
    expect(card.locator("#id_title")).to_have_value("Halvt skrevet")


def test_the_card_asks_while_one_writes_and_remembers_the_answer(
    card: Page, item: Item
) -> None:
    anchor = make.anchor(keywords=["far"], not_before=dt.date(1976, 9, 26))

    card.fill("#id_date_told", "1971")
    sure = card.locator(f"[data-asked] [name=sure][value='{anchor.pk}']")
    with card.expect_navigation():
        sure.press("Enter")

    expect(sure).to_have_count(0)
    assert AnchorAnswer.objects.get().date_edtf == "1971"
    item.refresh_from_db()
    assert item.date_edtf == "1971"


def test_a_pin_is_written_by_keyboard(card: Page, item: Item) -> None:
    card.fill("#id_latitude", "55,613")
    card.fill("#id_longitude", "12.358")
    with card.expect_navigation():
        card.keyboard.press("Enter")

    item.refresh_from_db()
    assert item.point == (55.613, 12.358)


def test_escape_leaves_the_field_and_control_s_saves_where_one_stands(
    card: Page, item: Item
) -> None:
    card.keyboard.press("l")
    expect(card.locator("#id_place_name")).to_be_focused()
    card.keyboard.type("Ishøj Station")
    before = card.locator("#id_place_name").bounding_box()

    with card.expect_navigation():
        card.keyboard.press("Control+s")

    expect(card.locator("#id_place_name")).to_be_focused()
    after = card.locator("#id_place_name").bounding_box()
    assert before
    assert after
    assert after["y"] == pytest.approx(before["y"], abs=2)
    card.keyboard.press("Escape")
    with card.expect_navigation():
        card.keyboard.press("z")
    item.refresh_from_db()
    assert item.place is None


def test_the_browser_asks_before_unsaved_words_are_left_behind(card: Page) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    card.on("dialog", stay)
    card.locator("#id_title").press_sequentially("!")
    card.locator(".desk-top a[href$='/arbejdsrum/billeder/']").click()

    expect(card.locator("#id_title")).to_have_value("!Far")
    assert asked == ["beforeunload"]


def test_p_leads_to_the_name_that_is_still_missing(card: Page) -> None:
    card.keyboard.press("p")

    expect(card.locator("#id_persons-1-name")).to_be_focused()


def test_days_that_were_read_out_of_words_go_with_the_words(card: Page) -> None:
    card.fill("#id_date_told", "sommeren 1975")
    expect(card.locator("#id_date_from")).to_have_value("1975-06")

    card.fill("#id_date_told", "")

    expect(card.locator("#id_date_from")).to_have_value("")
    expect(card.locator("#id_date_to")).to_have_value("")
