"""The permission on paper, and who stood beside the one who gave it."""

import io
import re
from typing import Any

import pytest
import segno
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pypdf import PdfReader

from archive import typesetting
from archive.models import Media
from submissions import actions, consent, erasure, slips
from submissions.models import Consent, Submission
from submissions.querysets import files_of, items_of
from tests import make, photos

pytestmark = pytest.mark.django_db

LANGUAGES = ["da", "en", "tr", "ur", "ar"]
A5 = (420, 595)  # points


def give(client: Client, **answers: Any) -> Any:
    return client.post(
        "/en/bidrag/",
        {"key": "k" * 22, "may": ["show"], "story": "Farfar kom.", **answers},
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_slip_is_one_a5_page_with_room_for_everything(language: str) -> None:
    submission = make.submission(language=language)
    data = slips.sheet(submission, language=language)

    pages = typesetting.pages("slip", data, pictures={})

    [page] = PdfReader(io.BytesIO(pages.pdf)).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == A5
    assert [report["overflow"] for report in pages.reports] == [0]
    assert submission.number in page.extract_text()


def test_the_slip_asks_in_the_words_of_the_page() -> None:
    data = slips.sheet(make.submission(), language="en")

    with translation.override("en"):
        wording = consent.wording()
        questions = consent.questions()
    asked = [each["words"] for group in data["groups"] for each in group["choices"]]
    assert [each for each in asked if each not in wording] == []
    assert {each.words for each in questions} <= set(asked)
    text = PdfReader(io.BytesIO(slips.pdf(None, language="en"))).pages[0].extract_text()
    plain = re.sub(r"\s+", " ", text)
    assert all(each.words in plain for each in questions)


def test_the_code_leads_to_the_familys_own_page(settings: Any) -> None:
    submission = make.submission()

    data = slips.sheet(submission, language="da")

    link = f"{settings.SITE_URL}/mit/{submission.token}/"
    drawn = io.BytesIO()
    segno.make(link, error="m", micro=False, boost_error=False).save(
        drawn, kind="svg", border=4, dark="#1B1A17", light="#FFFFFF"
    )
    assert data["qr"] == drawn.getvalue().decode()
    assert data["address"] == link.split("://")[1]


def test_the_code_of_a_draft_leads_back_to_the_form() -> None:
    draft = make.submission(state=Submission.State.DRAFT)

    data = slips.sheet(draft, language="da")

    assert data["address"].endswith(f"/bidrag/fortsaet/{draft.token}/")


def test_slips_are_fetched_by_family_and_staff(poul_client: Client) -> None:
    submission = make.submission(language="ur")

    for address in (
        f"/mit/{submission.token}/tilladelse.pdf",
        f"/arbejdsrum/indbakke/{submission.pk}/tilladelse.pdf",
        "/arbejdsrum/tilladelser/blanket-ar.pdf",
    ):
        assert poul_client.get(address).content.startswith(b"%PDF")
    unknown = poul_client.get("/arbejdsrum/tilladelser/blanket-xx.pdf")
    assert unknown.status_code == 404


def test_a_signed_slip_is_a_permission_of_its_own_with_its_evidence(
    client: Client,
) -> None:
    submission = make.submission(uses=["web", "exhibit", "print"])
    picture = photos.jpeg(width=700)

    answer = client.post(
        f"/mit/{submission.token}/underskrift/",
        {"evidence": make.upload(picture, "seddel.jpg")},
    )

    assert answer.status_code == 302
    signed = Consent.objects.latest_of(submission)
    assert signed is not None
    assert signed.channel == Consent.Channel.PAPER
    assert sorted(signed.uses) == ["exhibit", "print", "web"]
    assert signed.evidence is not None
    assert submission.consents.count() == 2
    assert submission.photographs.count() == 1
    assert signed.evidence in files_of(submission)


def test_what_is_no_photograph_is_said_so_and_changes_nothing(client: Client) -> None:
    submission = make.submission()
    address = f"/mit/{submission.token}/underskrift/"

    nothing = client.post(address)
    page = client.post(address, {"evidence": make.upload(photos.html(), "x.jpg")})

    assert [nothing.status_code, page.status_code] == [422, 422]
    assert submission.consents.count() == 1
    assert Media.objects.count() == 1


def test_staff_write_down_what_the_paper_says(poul_client: Client) -> None:
    submission = make.submission()

    poul_client.post(
        f"/arbejdsrum/indbakke/{submission.pk}/tilladelse/",
        {"may": ["show", "press"], "names": "first", "evidence": make.upload()},
    )

    signed = Consent.objects.latest_of(submission)
    assert signed is not None
    assert signed.channel == Consent.Channel.PAPER
    assert signed.uses == ["exhibit", "press", "web"]
    assert signed.recorded_by is not None
    assert signed.evidence is not None


def test_evidence_is_never_in_an_item_nor_for_a_curator(
    client: Client, selma_client: Client, poul_client: Client
) -> None:
    submission = make.submission(ready=True)
    actions.sign_on_paper(submission, evidence=make.upload(photos.jpeg(width=700)))
    actions.accept(submission, by=make.user())
    evidence = Media.objects.get(consents__submission=submission)

    [item] = items_of(submission)

    assert evidence not in item.media.all()
    assert evidence.public_token is None
    address = reverse("archive:original", args=[evidence.pk])
    fetched = poul_client.get(address)
    assert b"".join(fetched).startswith(b"\xff\xd8")
    assert selma_client.get(address).status_code == 403
    assert client.get(address).status_code == 302


def test_erasing_takes_the_paper_and_every_name_with_it(poul_client: Client) -> None:
    submission = make.submission()
    make.consent(submission, uses=["web"], helped_by="Deniz", guardian="Fatma")
    actions.sign_on_paper(submission, evidence=make.upload(photos.jpeg(width=700)))
    submission.persons_told.create(name="Hasan", submission=submission)
    actions.withdraw(submission)
    submission.refresh_from_db()

    erasure.erase(submission)

    assert not submission.persons_told.exists()
    assert set(submission.consents.values_list("helped_by", "guardian")) == {("", "")}
    assert all(each.original is None for each in files_of(submission))


def test_a_helper_is_named_apart_from_the_one_who_tells(client: Client) -> None:
    give(client, is_of_age="on", helping="on", name="Emine", helper_name="Deniz")

    given = Consent.objects.get()
    assert given.channel == Consent.Channel.HELPER
    assert given.helped_by == "Deniz"
    assert Submission.objects.get().contributor.name == "Emine"


def test_a_helpers_name_without_the_tick_is_a_helper_all_the_same(
    client: Client,
) -> None:
    give(client, is_of_age="on", name="Emine", helper_name="Deniz")

    assert Consent.objects.get().helped_by == "Deniz"
    assert Consent.objects.get().channel == Consent.Channel.HELPER


def test_the_young_give_with_a_parent_and_stay_young(client: Client) -> None:
    refused = give(client)
    give(client, guardian="Fatma")

    given = Consent.objects.get()
    assert refused.status_code == 422
    assert "is_of_age" in refused.context["form"].errors
    assert (given.guardian, given.is_of_age) == ("Fatma", False)
    actions.change_permissions(
        Submission.objects.get(), uses=[], names="none", have_persons_agreed=False
    )
    assert set(Consent.objects.values_list("guardian", flat=True)) == {"Fatma"}


def test_the_kept_text_holds_everything_that_is_asked(client: Client) -> None:
    page = client.get("/en/bidrag/").text

    with translation.override("en"):
        text, asked = consent.wording(), consent.asked()

    for words in asked.values():
        assert words in text
        assert words in page
    for label in ("Who took the picture?", "May we show the names?"):
        assert label in text


def test_every_version_is_listed_with_how_many_said_yes(poul_client: Client) -> None:
    submission = make.submission()
    make.consent(submission, uses=[])
    with translation.override("tr"):
        consent.current_text("tr")

    page = poul_client.get("/arbejdsrum/tilladelser/")

    counts = {
        each.language: (each.answers, each.agreed) for each in page.context["versions"]
    }
    assert counts == {"da": (2, 1), "tr": (0, 0)}


def test_the_card_shows_a_permission_in_full(poul_client: Client) -> None:
    submission = make.submission()
    make.consent(submission, uses=["web"], helped_by="Deniz", guardian="Fatma")

    page = poul_client.get(f"/arbejdsrum/indbakke/{submission.pk}/").text

    for words in ("Deniz", "Fatma", "Må vi?", "00000000"):
        assert words in page
