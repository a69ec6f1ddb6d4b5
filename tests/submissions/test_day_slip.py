"""Slips: the family's language, an address that opens their page, every letter there."""

import io

import pytest
from django.test import Client
from pypdf import PdfReader

from accounts.models import User
from submissions import day_slip
from tests import make

pytestmark = pytest.mark.django_db

MM = 72 / 25.4
LANGUAGES = ["da", "en", "tr", "ur", "ar"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("paper", "width"), [("80mm", 80), ("A6", 105)])
def test_a_receipt_is_one_slip_in_the_familys_language(
    kirsten: User, settings: object, language: str, paper: day_slip.Paper, width: int
) -> None:
    settings.SITE_URL = "https://ankomst.example.org"  # type: ignore[attr-defined]
    ticket = make.handed_over(make.collection_day(), kirsten, language=language)
    assert ticket.submission is not None

    pdf = PdfReader(io.BytesIO(day_slip.receipt(ticket, on=paper)))

    [page] = pdf.pages
    words = page.extract_text().replace("\u200b", "").replace("\n", "")
    assert round(float(page.mediabox.width) / MM) == width
    assert ticket.code in words
    assert ticket.submission.token in words
    assert "https://ankomst.example.org" in words
    prefix = "" if language == "da" else f"/{language}"
    assert f"example.org{prefix}/mit/" in words
    for word in ticket.submission.words.split("-"):
        assert word in words


def test_a_number_slip_says_the_number(kirsten_client: Client) -> None:
    ticket = make.ticket(make.collection_day())

    answer = kirsten_client.get(
        f"/arbejdsrum/indsamlingsdag/{ticket.day.slug}/nummer/{ticket.code}/seddel.pdf"
    )

    assert answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]
    assert ticket.code in PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
