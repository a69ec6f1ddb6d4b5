"""Every page of a family, on a small phone: big enough to hit, nothing hidden beside it."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from archive import actions as archive_actions
from submissions import actions
from tests import make
from tests.house import IN_BROWSER

pytestmark = IN_BROWSER

PATIENCE = 120_000  # milliseconds a busy machine may take

# Everything one can press, by the box a finger has to hit. A link in running text may be
# as high as its line (WCAG 2.5.8); a tick, a chip and a file field are hit on their label.
SMALL = """() => [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary"
  )].flatMap((each) => {
    const target = each.closest("label") ?? each;
    if (each.closest(".visually-hidden, .skip") || !target.checkVisibility()) return [];
    const style = getComputedStyle(target);
    const isInText = target.matches("a") && style.display === "inline" &&
      target.parentElement.textContent.trim() !== target.textContent.trim();
    const { width, height } = target.getBoundingClientRect();
    if (isInText || !width || (width >= 47.5 && height >= 47.5)) return [];
    return [`${Math.round(width)} × ${Math.round(height)}: ` +
      target.outerHTML.replace(/\\s+/g, " ").slice(0, 120)];
  })"""
STICKS_OUT = """() => [...document.querySelectorAll("main *, header *, footer *")]
    .filter((each) => {
      const { left, right } = each.getBoundingClientRect();
      return right > innerWidth || left < 0;
    })
    .map((each) => each.outerHTML.replace(/\\s+/g, " ").slice(0, 80)).at(-1)"""
VOICES = """
  const voices = ["da-DK", "ur_PK"].map((lang) => ({ lang, name: lang, localService: true }));
  voices.push({ lang: "tr-TR", name: "far away", localService: false });
  window.said = [];
  Object.defineProperty(window, "speechSynthesis", {
    value: Object.assign(new EventTarget(), {
      getVoices: () => voices,
      speak: (spoken) => {
        said.push({ words: spoken.text, voice: spoken.voice?.lang });
        window.saying = spoken;
        if (!window.slowly) queueMicrotask(() => spoken.dispatchEvent(new Event("end")));
      },
      cancel: () => (window.saying = null),
    }),
  });
  window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text; }
  };
"""


@pytest.fixture
def pages(db: None) -> dict[str, str]:
    """Every page a family can come to, and every state of it."""
    poul = make.user(name="Poul")
    item = make.published_item(picture=True)
    waiting = make.submission(pictures=2, ready=True, who_told="Farfar")
    asked = make.submission()
    actions.ask(asked, question="Hvem er det?", by=poul)
    taken_back = actions.withdraw(make.submission())
    gone = archive_actions.withdraw(make.published_item(), by=None)
    heard = make.objection(item, text="Nr. to fra venstre")
    settled = actions.settle(make.objection(item), settlement="Klaret.", by=poul)
    make.place("Vejleåparken", is_suggested=True)
    return {
        "contribute": f"/bidrag/{make.call().slug}/",
        "mine": f"/mit/{waiting.token}/",
        "asked": f"/mit/{asked.token}/",
        "taken back": f"/mit/{taken_back.token}/",
        "receipt": f"/mit/{waiting.token}/tak/",
        "take back": f"/mit/{waiting.token}/traek-tilbage/",
        "find": "/mit/",
        "object": f"/billeder/{item.reg_number}/det-er-mig/",
        "heard": f"/indsigelse/{heard.token}/",
        "settled": f"/indsigelse/{settled.token}/",
        "no such link": "/mit/nobody/",
        "taken down": f"/billeder/{gone.reg_number}/",
        "sign in": "/konto/ind/",
    }


def on_each(
    page: Page, pages: dict[str, str], start: str, look: Callable[[str], None]
) -> None:
    """Open every page, every step and every complaint, and look."""
    for name, address in pages.items():
        page.goto(start + address)
        look(name)
        if name == "contribute":
            while not page.locator("[data-send]").is_visible():
                page.locator(".step:not([hidden]) .bar [data-next]").last.click()
                look(page.locator(".step:not([hidden]) h2").inner_text())
            page.locator("[data-send]").click()
            page.wait_for_selector(".problems")
            page.wait_for_load_state()
            look("contribute, left empty")
        if name in {"find", "object"}:
            page.locator("main button.act[type=submit]:not(.act-quiet)").click()
            page.wait_for_selector("[aria-invalid], .problems")
            page.wait_for_load_state()
            look(f"{name}, left empty")


@pytest.mark.parametrize("language", ["da", "ur"])
def test_everything_one_can_press_is_big_and_axe_finds_nothing(
    browser: Browser, live_server: LiveServer, pages: dict[str, str], language: str
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.add_init_script(VOICES)
    prefix = "" if language == "da" else f"/{language}"
    found: list[str] = []

    def look(name: str) -> None:
        found.extend(f"{name}: {each}" for each in page.evaluate(SMALL))
        results = Axe().run(page, options={"preload": False})
        found.extend(
            f"{name}: {each['id']} {each['nodes'][0]['html'][:160]}"
            for each in results.response["violations"]
        )

    on_each(page, pages, live_server.url + prefix, look)
    context.close()

    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["da", "ur"])
@pytest.mark.parametrize("letters", ["", "large"])
def test_nothing_is_pushed_out_of_a_narrow_screen(
    browser: Browser,
    live_server: LiveServer,
    pages: dict[str, str],
    language: str,
    letters: str,
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.add_init_script(f"localStorage.setItem('ankomst-text', '{letters}')")
    prefix = "" if language == "da" else f"/{language}"
    wide: list[str] = []

    def look(name: str) -> None:
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide.append(f"{name} is {width} pixels wide: {page.evaluate(STICKS_OUT)}")

    on_each(page, pages, live_server.url + prefix, look)
    context.close()

    assert not wide, "\n".join(wide)


def size_of_letters(page: Page) -> str:
    size: str = page.evaluate("getComputedStyle(document.documentElement).fontSize")
    return size


def test_larger_letters_are_remembered_and_there_before_the_page_is_drawn(
    browser: Browser, live_server: LiveServer, pages: dict[str, str]
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(live_server.url + pages["contribute"])
    before = size_of_letters(page)

    page.locator("text-size button").first.click()
    pressed = page.locator("text-size button").first.get_attribute("aria-pressed")
    page.add_init_script(
        "document.addEventListener('readystatechange', () => {"
        "window.early ??= document.documentElement.dataset.text; })"
    )
    sizes = []
    for address in pages.values():
        page.goto(live_server.url + address)
        sizes.append((size_of_letters(page), page.evaluate("window.early")))
    context.close()

    assert (before, pressed) == ("16px", "true")
    assert set(sizes) == {("20px", "large")}


def test_without_scripts_a_link_makes_the_letters_larger_and_smaller_again(
    browser: Browser, live_server: LiveServer, pages: dict[str, str]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}{pages['contribute']}?fra=avis")

    page.locator("text-size a").first.click()
    larger = page.locator("html").get_attribute("data-text")
    address = page.url
    page.locator("[data-send]").click()
    kept = page.locator("html").get_attribute("data-text")
    page.locator("text-size a").first.click()
    again = page.locator("html").get_attribute("data-text")
    context.close()

    assert larger == kept == "large"
    assert address.endswith("?fra=avis&tekst=stor")
    assert again is None


def test_the_words_of_a_step_are_read_aloud_and_can_be_stopped(
    browser: Browser, live_server: LiveServer, pages: dict[str, str]
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.add_init_script(VOICES)
    page.goto(live_server.url + pages["contribute"])
    page.locator(".step:not([hidden]) .bar [data-next]").click()
    step = page.locator(".step:not([hidden])")
    asked = step.locator("h2").inner_text()

    step.locator("read-aloud button").click()
    page.wait_for_function("!document.querySelector('.read-now')")
    said: list[dict[str, Any]] = page.evaluate("said")
    page.evaluate("window.slowly = true")
    step.locator("read-aloud button").click()
    marked = page.locator(".read-now").count()
    state = step.locator("read-aloud [role=status]").inner_text()
    step.locator("[data-next]").last.click()
    page.wait_for_function("window.saying === null")
    context.close()

    assert said[0] == {"words": asked, "voice": "da-DK"}
    assert len(said) > 3
    assert marked == 1
    assert state


def test_without_a_voice_of_its_own_the_device_is_not_asked_to_read(
    browser: Browser, live_server: LiveServer, pages: dict[str, str]
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(VOICES)

    heard = {}
    for language in ("da", "ur", "tr"):
        prefix = "" if language == "da" else f"/{language}"
        page.goto(live_server.url + prefix + pages["mine"])
        heard[language] = page.locator("read-aloud button").is_visible()
    context.close()

    assert heard == {"da": True, "ur": True, "tr": False}


def test_send_waits_for_the_connection_and_loses_nothing(
    browser: Browser, live_server: LiveServer, pages: dict[str, str]
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(live_server.url + pages["contribute"])
    while page.locator("[data-send]").is_hidden():
        page.locator(".step:not([hidden]) .bar [data-next]").last.click()
    page.locator("#id_name").fill("Emine")

    context.set_offline(True)
    page.locator("[data-send]").click()
    said = page.locator("[data-saved-line]").inner_text()
    name = page.locator("#id_name").input_value()
    context.set_offline(False)
    page.wait_for_selector(".problems", timeout=PATIENCE)
    kept = page.locator("#id_name").input_value()
    context.close()

    assert said
    assert name == kept == "Emine"


def test_looking_through_the_steps_begins_no_draft(
    browser: Browser, live_server: LiveServer, pages: dict[str, str]
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    kept: list[str] = []
    page.on("request", lambda sent: kept.extend(drafts_in(sent.url)))
    page.goto(live_server.url + pages["contribute"])
    while page.locator("[data-send]").is_hidden():
        page.locator(".step:not([hidden]) .bar [data-next]").last.click()
    page.wait_for_load_state("networkidle")

    page.evaluate("dispatchEvent(new Event('pagehide'))")
    after_looking = len(kept)
    with page.expect_response("**/kladde/") as answer:
        page.locator("#id_name").fill("Emine")
    is_kept = answer.value.ok
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    context.close()

    assert after_looking == 0
    assert is_kept
    assert len(kept) == 1


def drafts_in(address: str) -> list[str]:
    return [address] if "/kladde/" in address else []
