"""Associations lead families here: their links, their page, and what came through."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import Partner
from archive import actions as archive_actions
from submissions import actions, calls
from submissions.models import Submission
from tests import make
from tests.submissions.shown import published
from tests.submissions.test_contribute import give

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("/d/jadran/", "/tr/bidrag/?fra=jadran"),
        ("/d/jadran/sommer/", "/tr/bidrag/sommer/?fra=jadran"),
        ("/d/jadran/sommer/?sprog=da", "/bidrag/sommer/?fra=jadran"),
        ("/d/jadran/sommer/?sprog=xx", "/tr/bidrag/sommer/?fra=jadran"),
        ("/i/sommer?sprog=ur", "/ur/bidrag/sommer/"),
    ],
)
def test_a_printed_address_leads_to_the_call_in_the_right_language(
    client: Client, address: str, leads_to: str
) -> None:
    make.call("sommer")
    make.partner("jadran", language="tr")

    answer = client.get(address)

    assert (answer.status_code, answer["Location"]) == (302, leads_to)


def test_a_poster_of_nobodys_leads_to_the_visitors_own_language(client: Client) -> None:
    make.call("sommer")

    answer = client.get("/i/sommer", headers={"accept-language": "tr"})

    assert answer["Location"] == "/tr/bidrag/sommer/"


def test_unknown_partners_and_calls_lead_nowhere(client: Client) -> None:
    make.partner("jadran")

    for address in ("/d/nobody/", "/d/jadran/nothing/", "/i/nothing"):
        assert client.get(address).status_code == 404


def test_the_contribution_remembers_the_partner(client: Client) -> None:
    make.call("sommer")
    jadran = make.partner("jadran")

    page = client.get("/en/bidrag/sommer/?fra=jadran").content.decode()
    give(client, "/en/bidrag/sommer/", story="Vi badede.", fra="jadran")

    assert 'name="fra" value="jadran"' in page
    assert Submission.objects.get().partner == jadran


def test_a_partner_is_remembered_though_the_draft_began_without(client: Client) -> None:
    jadran = make.partner("jadran")
    actions.begin("k" * 22, call=None, language="en")

    give(client, "/en/bidrag/?fra=jadran", story="Vi badede.")

    assert Submission.objects.get().partner == jadran


def test_a_partners_page_tells_only_what_is_public(client: Client) -> None:
    jadran = make.partner(
        "jadran",
        about="Dobro došli.",
        contact_name="Hemmelig Person",
        contact_email="hemmelig@example.org",
        contact_phone="99 99 99 99",
    )
    shown = published(make.submission(partner=jadran))
    hidden = make.submission(partner=jadran, contributor=make.contributor("Skjult"))
    actions.accept(hidden, by=make.user())

    page = client.get("/partnere/jadran/").content.decode()

    assert "Dobro došli." in page
    assert f"/billeder/{shown.reg_number}/" in page
    for private in ("Hemmelig", "hemmelig@", "99 99", "Skjult"):
        assert private not in page
    assert page.count('class="hang"') == 1

    archive_actions.withdraw(shown, by=make.user())

    assert shown.reg_number not in client.get("/partnere/jadran/").content.decode()


@pytest.mark.parametrize(
    "facts", [{"name": ""}, {"name": "Ayşe Demir", "shown_as": "family"}]
)
def test_a_nameless_family_is_not_known_by_its_association(
    facts: dict[str, Any],
) -> None:
    jadran = make.partner()
    giver = make.contributor(**facts)
    published(make.submission(partner=jadran, contributor=giver))

    assert calls.pictures_through(jadran) == []


def test_a_partner_named_in_the_societys_file_is_known_once() -> None:
    make.partner("jadran", name="Klub Jadran", about="Dobro došli.")

    actions.welcome_partners(["klub jadran", "Ishøj Bibliotek"])
    actions.welcome_partners(["klub jadran", "Ishøj Bibliotek"])

    assert [(each.slug, each.about) for each in Partner.objects.all()] == [
        ("ishoej-bibliotek", ""),
        ("jadran", "Dobro došli."),
    ]


def test_the_house_counts_what_each_call_got_through_a_partner(
    selma_client: Client,
) -> None:
    sommer, jadran = make.call("sommer"), make.partner("jadran")
    make.submission(partner=jadran, call=sommer, pictures=2)
    make.submission(partner=jadran)
    make.submission(call=sommer)

    ways = selma_client.get("/arbejdsrum/partnere/jadran/").context["ways"]

    assert [(each.call, each.came.families, each.came.pictures) for each in ways] == [
        (None, 2, 3),
        (sommer, 1, 2),
    ]


def test_a_partner_is_welcomed_and_written_about(selma_client: Client) -> None:
    selma_client.post("/arbejdsrum/partnere/", {"name": "Klub Jadran"})
    page = "/arbejdsrum/partnere/klub-jadran/"

    answer = selma_client.post(
        page,
        {
            "version": "1",
            "name": "Klub Jadran",
            "language": "en",
            "en-about": "We play football.",
            "da-about": "Vi spiller fodbold.",
            "contact_name": "Dragan",
        },
    )

    partner = Partner.objects.get()
    assert answer.status_code == 302
    assert (partner.language, partner.about) == ("en", "We play football.")
    assert partner.translations == {"da": {"about": "Vi spiller fodbold."}}
    assert partner.contact_name == "Dragan"


def test_the_code_of_a_partner_is_a_drawing(selma_client: Client) -> None:
    make.call("sommer")
    make.partner("jadran")

    answer = selma_client.get("/arbejdsrum/partnere/jadran/qr/sommer.svg")

    assert answer["Content-Type"] == "image/svg+xml"
    assert "attachment" in answer["Content-Disposition"]
    assert b"<svg" in answer.content


@pytest.mark.parametrize("page", ["/partnere/", "/arbejdsrum/partnere/"])
def test_more_partners_ask_no_more_of_the_database(
    selma_client: Client, page: str, django_assert_max_num_queries: Any
) -> None:
    make.submission(partner=make.partner("en", name="En"))
    selma_client.get(page)
    with django_assert_max_num_queries(12) as few:
        selma_client.get(page)
    count = len(few)
    for slug in ("to", "tre"):
        make.submission(partner=make.partner(slug, name=slug))

    with django_assert_max_num_queries(count):
        selma_client.get(page)
