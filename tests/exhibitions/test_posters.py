"""A call on the wall and in the feed: its picture only where the family said yes."""

import pytest
from django.test import Client

from accounts.models import Partner
from archive import actions as archive_actions
from archive import typesetting
from archive.models import Item
from exhibitions.printing import posters
from exhibitions.sharing import card
from submissions.models import Call
from tests import make

pytestmark = pytest.mark.django_db

STUDIO = "/arbejdsrum/indkaldelser/sommer/plakat/"


def a_call(**facts: object) -> Call:
    words = {"question": "Hvor var du, når det var sommer?", "title": "Min sommer"}
    return make.call("sommer", **(words | facts))


def job_of(call: Call, partner: Partner | None = None) -> posters.Job:
    return posters.poster(call, size="A4", language="da", partner=partner)


@pytest.mark.parametrize("language", ["da", "en", "tr", "ur", "ar"])
@pytest.mark.parametrize("size", ["A4", "A3"])
def test_a_poster_is_set_in_every_language_and_size(size: str, language: str) -> None:
    words = {"ur": {"question": "گرمیوں میں آپ کہاں تھے؟"}}
    call = a_call(hero=make.published_item(picture=True), translations=words)

    job = posters.poster(call, size=size, language=language)
    set_ = typesetting.pages("poster", job.data, pictures=job.pictures)

    assert set_.pdf.startswith(b"%PDF")
    assert [each["overflow"] for each in set_.reports] == [0]


def test_the_poster_leads_to_the_call_and_a_partners_to_the_partner() -> None:
    call = a_call()

    own, theirs = job_of(call), job_of(call, make.partner("jadran"))

    assert own.data["address"].endswith("/i/sommer")
    assert theirs.data["address"].endswith("/d/jadran/sommer/")
    assert "Klub Jadran" in theirs.data["partner"]


def test_a_picture_that_may_not_be_printed_is_left_out_and_said() -> None:
    item = make.published_item(picture=True, permitted_uses=["web"])
    call = a_call(hero=item)

    job = job_of(call)

    assert job.pictures == {}
    assert [each.stops for each in posters.before_print(call, job, [])] == [False]


def test_a_withdrawn_picture_is_on_no_poster() -> None:
    item = make.published_item(picture=True)
    a_call(hero=item)
    archive_actions.withdraw(item, by=make.user())

    assert job_of(Call.objects.get()).pictures == {}


def test_a_small_picture_is_said_to_be_too_small_or_hung_small() -> None:
    call = a_call(hero=make.published_item(picture=True, photographer="Yusuf"))
    job = job_of(call)

    pages = typesetting.pages("poster", job.data, pictures=job.pictures)

    [placed] = pages.reports[0]["pictures"]
    assert placed["width"] < 210


def test_a_call_that_is_not_announced_is_not_printed_yet() -> None:
    call = a_call(is_announced=False)

    assert [each.stops for each in posters.before_print(call, job_of(call), [])] == [
        True
    ]


def test_the_studio_shows_and_hands_out_the_poster(selma_client: Client) -> None:
    a_call()
    make.partner("jadran")

    page = selma_client.get(f"{STUDIO}?sprog=ur&format=A4&partner=jadran")
    pdf = selma_client.get(f"{STUDIO}A4.pdf?sprog=ur&partner=jadran")
    proof = selma_client.get(f"{STUDIO}A3.jpg")

    assert "A4.jpg?sprog=ur&amp;partner=jadran" in page.content.decode()
    assert pdf["Content-Disposition"].endswith(
        'ishoej_sommer_plakat_A4_ur_jadran_bleed3.pdf"'
    )
    assert proof.content.startswith(b"\xff\xd8")
    assert selma_client.get(f"{STUDIO}A0.pdf").status_code == 404
    assert selma_client.get(f"{STUDIO}?sprog=xx").status_code == 404
    assert selma_client.get(f"{STUDIO}?partner=nobody").status_code == 404


def test_a_call_has_a_card_that_everybody_may_fetch(client: Client) -> None:
    a_call(hero=make.published_item(picture=True))

    answer = client.get("/kort/i/sommer/1200x630.jpg?sprog=ar")

    assert answer["Content-Type"] == "image/jpeg"
    assert b"".join(answer.streaming_content).startswith(b"\xff\xd8")  # type: ignore[attr-defined]


def test_a_card_without_permission_carries_words_alone() -> None:
    item = make.published_item(picture=True)
    call = a_call(hero=item)
    shown = card(call, size="1200x630", language="da")

    archive_actions.permit(item, uses=["web"], by=make.user())
    bare = card(Call.objects.get(), size="1200x630", language="da")

    assert shown != bare
    assert shown.read_bytes() != bare.read_bytes()


def test_withdrawing_removes_the_cards_from_the_disk(
    django_capture_on_commit_callbacks: object,
) -> None:
    item = make.published_item(picture=True)
    path = card(a_call(hero=item), size="1200x630", language="da")

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        archive_actions.withdraw(Item.objects.get(pk=item.pk), by=make.user())

    assert not path.exists()


def test_the_share_studio_speaks_of_the_call(selma_client: Client) -> None:
    a_call()

    page = selma_client.get("/arbejdsrum/indkaldelser/sommer/del/?sprog=tr")

    assert "/kort/i/sommer/1080x1920.jpg?sprog=tr" in page.content.decode()
    assert "/i/sommer" in page.content.decode()
