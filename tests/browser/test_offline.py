"""Giving opens without a connection, and never from an old copy when there is one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page

from config import views
from tests import make
from tests.house import CHROMIUM, open_browser, open_house, wait_for

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="No Chromium was found on this machine."),
]

KEPT = """async () => {
  for (const name of await caches.keys()) {
    const kept = await (await caches.open(name)).keys();
    const paths = kept.map((each) => new URL(each.url).pathname);
    if (paths.some((each) => each.endsWith("/bidrag/")) && paths.length > 5) return paths;
  }
  return null;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


def key_of(page: Page) -> str | None:
    return page.locator("input[name=key]").get_attribute("value")


def test_the_page_opens_without_a_connection_and_belongs_to_nobody(
    browser: Browser, tmp_path: Path
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    with open_house(tmp_path) as house:
        page.goto(f"{house.url}/tr/bidrag/")
        kept = wait_for(lambda: page.evaluate(KEPT))
        keys = [key_of(page)]
        page.goto(f"{house.url}/tr/bidrag/")
        with_a_connection = page.locator("html").get_attribute("data-kept")
        keys.append(key_of(page))

    page.goto(f"{house.url}/tr/bidrag/")
    steps = page.locator(".step:not([hidden])").count()
    said = page.locator("[data-saved-line]").inner_text()
    offline = page.locator("offline-shell").get_attribute("data-offline")
    keys.append(key_of(page))
    page.reload()
    keys.append(key_of(page))
    context.close()

    assert not [path for path in kept if "/mit/" in path or "/kladde/" in path]
    assert with_a_connection is None
    assert steps == 1
    assert said == offline
    assert len(set(keys)) == 4


@pytest.mark.django_db
def test_the_script_is_a_new_one_with_every_version(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.call()
    before = client.get("/sw.js")

    monkeypatch.setattr(views, "version", lambda: "another")
    after = client.get("/sw.js")

    assert before["Content-Type"] == "text/javascript"
    assert before["Cache-Control"] == "no-cache"
    assert before.text != after.text
    assert 'const COPIES = "ankomst-another"' in after.text
