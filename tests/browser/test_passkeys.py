"""A passkey in a real browser: made, used at the door, and given up again."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.house import CHROMIUM, House, open_browser, open_house, sign_in

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="needs Chromium")


def with_a_finger(page: Page) -> None:
    """A phone's own key, which says yes to everything (CDP's virtual authenticator)."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def test_a_finger_opens_the_door(tmp_path: Path) -> None:
    with open_house(tmp_path) as here, open_browser() as browser:
        # Browsers give passkeys to names, never to a bare number like 127.0.0.1.
        house = House(here.url.replace("127.0.0.1", "localhost"), here.folder)
        page = browser.new_page()
        with_a_finger(page)
        sign_in(page, house)

        page.goto(f"{house.url}/konto/noegler/")
        page.fill("#id_name", "Min telefon")
        page.locator("pass-key button.act").click()
        page.get_by_text("Min telefon", exact=True).wait_for()
        page.context.clear_cookies()
        page.goto(f"{house.url}/konto/ind/")
        page.locator("pass-key button").click()
        page.wait_for_url("**/arbejdsrum/**")
        page.goto(f"{house.url}/konto/noegler/")
        page.locator(".people button").click()
        page.wait_for_load_state()

        assert page.get_by_text("Min telefon", exact=True).count() == 0
        assert len(house.letters("poul@example.org")) == 1
