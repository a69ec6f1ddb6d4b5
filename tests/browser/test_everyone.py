"""Everybody can use it: axe finds nothing, nothing overflows, no stranger is asked."""

import datetime as dt
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from archive import actions
from archive.models import StoryTranslation
from exhibitions import actions as curating
from exhibitions.models import Exhibition
from submissions.models import Submission
from tests import make
from tests.conftest import come_in
from tests.house import IN_BROWSER

pytestmark = IN_BROWSER

PAGES = ["home", "browse", "search", "contribute", "item", "exhibition", "mine"]
PAGES += ["choose", "before", "after", "partners", "partner", "wall"]
DESK = ["inbox", "items", "editor", "history", "builder", "print", "style guide"]
DESK += ["files", "anchors", "anchor"]
DESK += ["calls", "call", "preview", "poster", "desk partners", "desk partner"]
DESK += ["days", "day", "plan", "number", "table", "sheet", "slip", "summary"]
DESK += ["numbers", "fixity", "people", "invite", "keys", "all deeds", "rules"]
DESK += ["laid away", "suggestions", "my tasks", "person", "end", "give"]


@pytest.fixture
def pages(db: None) -> dict[str, str]:
    """One of everything, and where it is."""
    poul = make.user(User.Role.ARCHIVIST, name="Poul")
    item = make.published_item(picture=True, date_told="ca. 1974", place=make.place())
    item.subjects.add(make.subject())
    make.suggestion(item)
    make.invitation(by=poul)
    actions.lay_away(make.item(), because="Dublet", by=poul)
    story = actions.tell(item, text="Babam geldi.", language="tr", teller="Emine")
    StoryTranslation.objects.create(
        story=story, language="da", text="Far kom.", translator="Deniz"
    )
    anchor = make.anchor(place=item.place, not_before=dt.date(1976, 9, 26))
    show = an_exhibition(item, by=poul)
    waiting: Submission = make.submission(ready=True, language="tr")
    return a_collection_day(by=poul) | {
        **calling(item),
        "home": "/",
        "browse": "/billeder/",
        "search": "/soeg/?q=far",
        "contribute": f"/bidrag/{make.call().slug}/",
        "item": f"/billeder/{item.reg_number}/",
        "exhibition": f"/udstillinger/{show.slug}/",
        "mine": f"/mit/{waiting.token}/",
        "inbox": "/arbejdsrum/indbakke/",
        "items": "/arbejdsrum/billeder/",
        "editor": f"/arbejdsrum/billeder/{item.reg_number}/",
        "files": f"/arbejdsrum/billeder/{item.reg_number}/filer/",
        "anchors": "/arbejdsrum/dateringsankre/",
        "anchor": f"/arbejdsrum/dateringsankre/{anchor.slug}/",
        "history": f"/arbejdsrum/billeder/{item.reg_number}/historik/",
        "builder": f"/arbejdsrum/udstillinger/{show.slug}/",
        "print": f"/arbejdsrum/udstillinger/{show.slug}/tryk/",
        "numbers": "/arbejdsrum/tal/",
        "fixity": "/arbejdsrum/tal/filer/",
        "people": "/arbejdsrum/folk/",
        "invite": "/arbejdsrum/folk/inviter/",
        "keys": "/konto/noegler/",
        "all deeds": "/arbejdsrum/historik/",
        "rules": "/arbejdsrum/regler/",
        "laid away": "/arbejdsrum/lagt-vaek/",
        "my tasks": "/arbejdsrum/mine-opgaver/",
        "person": f"/arbejdsrum/folk/{poul.pk}/",
        "end": f"/arbejdsrum/folk/{make.user(name='Birthe').pk}/slut/",
        "give": f"/arbejdsrum/billeder/{item.reg_number}/giv/",
        "suggestions": "/arbejdsrum/forslag/",
        "style guide": "/arbejdsrum/stilblad/",
    }


def calling(hero: Any) -> dict[str, str]:
    """Calls in every standing, and a partner."""
    days = timezone.localdate(), dt.timedelta(days=3)
    make.call("livretter", kind="recipe", hero=hero, goal=20)
    make.call("snart", opens=days[0] + days[1], hero=hero)
    make.call("forbi", closes=days[0] - days[1], outcome="Det blev til et hæfte.")
    partner = make.partner(about="Merhaba", language="tr")
    desk = "/arbejdsrum/indkaldelser/"
    return {
        "choose": f"/bidrag/?fra={partner.slug}",
        "before": "/bidrag/snart/",
        "after": "/bidrag/forbi/",
        "partners": "/partnere/",
        "partner": f"/partnere/{partner.slug}/",
        "calls": desk,
        "call": f"{desk}livretter/",
        "preview": f"{desk}livretter/se/",
        "poster": f"{desk}livretter/plakat/",
        "desk partners": "/arbejdsrum/partnere/",
        "desk partner": f"/arbejdsrum/partnere/{partner.slug}/",
    }


def a_collection_day(*, by: User) -> dict[str, str]:
    """A day with a family at one table, one that has just sent, and one in the queue."""
    day = make.collection_day(wall_words="Kom med et billede.", tables=3)
    where = f"/arbejdsrum/indsamlingsdag/{day.slug}"
    sits = make.at_table(day, by, language="ur", story="Farfar kom i 1971.")
    sent = make.handed_over(day, by, "B", language="tr")
    waits = make.ticket(day, "C")
    return {
        "days": "/arbejdsrum/indsamlingsdag/",
        "day": f"{where}/",
        "plan": f"{where}/ret/",
        "number": f"{where}/nummer/{waits.code}/",
        "table": f"{where}/bord/C/",
        "sheet": f"{where}/ark/{sits.code}/",
        "slip": f"{where}/ark/{sent.code}/",
        "summary": f"{where}/opgoerelse/",
        "wall": f"/vaeg/{day.wall_token}/",
    }


def an_exhibition(item: Any, *, by: User) -> Exhibition:
    show = curating.create(title="Den første dag", language="da", by=by)
    section = show.sections.get()
    curating.write(show, row=section, changes={"title": "Tre dage med tog"}, by=by)
    words = {"introduction": "Far kom først.", "cover": item}
    curating.write(show, row=show, changes=words, by=by)
    make.block(section, kind="text", body="De fleste rejste alene.")
    make.block(section, kind="quote", body="Toget var rødt.", attribution="Emine")
    make.placement(make.block(section, kind="picture"), item=item, label="Under uret.")
    return curating.publish(show, by=by)


@pytest.mark.parametrize("language", ["da", "ur"])
@pytest.mark.parametrize("room", ["public", "workroom"])
def test_axe_finds_nothing(
    browser: Browser,
    live_server: LiveServer,
    pages: dict[str, str],
    language: str,
    room: str,
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    if room == "workroom":
        sign_in(context, live_server)
    names = PAGES if room == "public" else DESK
    prefix = "" if language == "da" else f"/{language}"
    found: list[str] = []
    strangers: set[str] = set()

    for name in names:
        page = context.new_page()
        page.on("request", lambda request: strangers.add(request.url))
        page.goto(live_server.url + prefix + pages[name])
        results = Axe().run(page, options={"preload": False})
        found += [
            f"{name}: {each['id']} {each['nodes'][0]['html'][:160]}"
            for each in results.response["violations"]
        ]
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 360:
            found.append(f"{name} is {width} pixels wide")
        assert page.locator("html").get_attribute("lang") == language
        page.close()
    context.close()

    assert found == []
    ours = (live_server.url, "data:", "blob:")
    assert {url for url in strangers if not url.startswith(ours)} == set()


def sign_in(context: BrowserContext, live_server: LiveServer) -> None:
    everybody = make.user(User.Role.ADMINISTRATOR, name="Alle")
    come_in(context, live_server.url, everybody)
