"""A family's own page: follow, answer, add, decide, take back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from archive import images
from submissions import actions, throttle
from submissions.models import Consent, Submission
from tests import make, photos
from tests.submissions.shown import published


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


def page_of(submission: Submission, deed: str = "") -> str:
    return f"/en/mit/{submission.token}/{deed}"


@pytest.mark.django_db
def test_the_receipt_has_number_link_and_three_words(client: Client) -> None:
    given = make.submission()

    response = client.get(page_of(given, "tak/"))

    assert given.number in response.text
    assert f"/en/mit/{given.token}/" in response.text
    assert given.words in response.text
    assert "https://wa.me/?text=" in response.text


@pytest.mark.django_db
@pytest.mark.parametrize("deed", ["", "tak/", "traek-tilbage/"])
def test_own_pages_are_private_and_set_no_cookie(client: Client, deed: str) -> None:
    response = client.get(page_of(make.submission(), deed))

    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies


@pytest.mark.django_db
def test_an_unknown_link_and_a_draft_are_not_found(client: Client) -> None:
    draft = make.submission(state=Submission.State.DRAFT)

    assert client.get("/en/mit/nobody/").status_code == 404
    assert client.get(page_of(draft)).status_code == 404
    assert client.post("/en/mit/nobody/traek-tilbage/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("received", "It has arrived safely."),
        ("question", "We have a question for you."),
        ("accepted", "has been taken into the archive"),
        ("declined", "not for our collection"),
        ("withdrawn", "You have taken this back."),
    ],
)
def test_every_state_is_said_in_words(client: Client, state: str, words: str) -> None:
    response = client.get(page_of(make.submission(state=state)))

    assert words in response.text


@pytest.mark.django_db
def test_a_question_is_answered_on_the_page(client: Client, poul: Any) -> None:
    given = make.submission()
    actions.ask(given, question="Hvem er til venstre?", by=poul)

    asked = client.get(page_of(given))
    response = client.post(page_of(given, "svar/"), {"text": "Min tante Zehra"})
    client.post(page_of(given, "svar/"), {"text": "Min tante Zehra"})

    given.refresh_from_db()
    assert "Hvem er til venstre?" in asked.text
    assert response["Location"] == f"{page_of(given)}?done=answered#messages"
    assert [each.text for each in given.messages.all()] == [
        "Hvem er til venstre?",
        "Min tante Zehra",
    ]
    assert given.state == Submission.State.RECEIVED


@pytest.mark.django_db
def test_an_empty_answer_gets_a_sentence(client: Client) -> None:
    given = make.submission(state="question")

    response = client.post(page_of(given, "svar/"), {"text": "  "})

    assert response.status_code == 422
    assert "Write a few words first" in response.text


@pytest.mark.django_db
def test_a_photograph_is_added_while_the_archive_reads(client: Client) -> None:
    given = make.submission()
    more = make.upload(photos.png(), "bagside.png")

    response = client.post(page_of(given, "billeder/"), {"pictures": [more]})

    names = [each.media.name for each in given.photographs.all()]
    assert response.status_code == 302
    assert names == ["billede.jpg", "bagside.png"]


@pytest.mark.django_db
def test_a_file_that_cannot_be_added_gets_a_sentence(client: Client) -> None:
    given = make.submission()
    bad = make.upload(photos.html(), "side.html")

    response = client.post(page_of(given, "billeder/"), {"pictures": [bad]})
    nothing = client.post(page_of(given, "billeder/"))

    assert response.status_code == 422
    assert "is not a picture we can open" in response.text
    assert "Choose a picture first." in nothing.text


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["declined", "withdrawn"])
def test_nothing_is_added_to_what_was_turned_down_or_taken_back(
    client: Client, state: str
) -> None:
    given = make.submission(state=state)

    response = client.post(page_of(given, "billeder/"), {"pictures": [make.upload()]})

    assert response["Location"] == f"{page_of(given)}?done=too_late"
    assert given.photographs.count() == 1


@pytest.mark.django_db
def test_permissions_are_changed_each_by_itself_and_history_is_kept(
    client: Client,
) -> None:
    given = make.submission(uses=["web", "exhibit", "print"])

    client.post(
        page_of(given, "tilladelse/"), {"may": ["show", "social"], "names": "first"}
    )
    page = client.get(page_of(given))

    now = Consent.objects.latest_of(given)
    assert now is not None
    assert now.uses == ["exhibit", "social", "web"]
    assert now.names == "first"
    assert given.consents.count() == 2
    assert "Print it in a booklet or catalogue" in page.text


@pytest.mark.django_db
def test_a_no_to_the_web_takes_the_item_down_at_once(client: Client) -> None:
    given = make.submission()
    item = published(given)

    client.post(page_of(given, "tilladelse/"), {"may": ["print"]})

    item.refresh_from_db()
    assert not item.is_published
    assert item.permitted_uses == ["print"]


@pytest.mark.django_db
def test_what_is_shown_leads_to_its_own_page(client: Client) -> None:
    given = make.submission()
    item = published(given)

    response = client.get(page_of(given))

    assert f'href="{item.get_absolute_url()}"' in response.text


@pytest.mark.django_db
def test_taking_back_is_one_look_and_one_button(client: Client) -> None:
    given = make.submission()
    item = published(given)
    look = client.get(page_of(given, "traek-tilbage/"))
    item.refresh_from_db()
    assert item.is_published

    response = client.post(page_of(given, "traek-tilbage/"))

    item.refresh_from_db()
    given.refresh_from_db()
    assert "Yes, take it down" in look.text
    assert response["Location"] == f"{page_of(given)}?done=withdrawn"
    assert given.state == Submission.State.WITHDRAWN
    assert item.is_withdrawn
    assert client.get(item.get_absolute_url()).status_code == 410


@pytest.mark.django_db
def test_after_taking_back_the_own_page_shows_neither_words_nor_pictures(
    client: Client,
) -> None:
    given = make.submission(ready=True, story="Farfar kom i 1971.")
    address = client.get(page_of(given)).context["pictures"][0]["picture"].src

    before = client.get(address)
    actions.withdraw(given)

    before.close()
    assert before.status_code == 200
    assert client.get(address).status_code == 404
    assert "Farfar kom i 1971." not in client.get(page_of(given)).text


@pytest.mark.django_db
def test_regret_brings_it_back_without_the_old_permission(client: Client) -> None:
    given = make.submission()
    item = published(given)
    actions.withdraw(given)

    client.post(page_of(given, "fortryd/"))
    page = client.get(page_of(given))
    client.post(page_of(given, "tilladelse/"), {"may": ["show"]})

    item.refresh_from_db()
    assert "We may not show it now." in page.text
    assert page.context["decide_form"]["may"].value() == []
    assert item.permitted_uses == ["exhibit", "web"]
    assert not item.is_withdrawn
    assert not item.is_published


@pytest.mark.django_db
def test_what_was_taken_back_cannot_be_permitted_by_an_old_page(client: Client) -> None:
    given = make.submission()
    item = published(given)
    actions.withdraw(given)

    response = client.post(page_of(given, "tilladelse/"), {"may": ["show"]})

    item.refresh_from_db()
    assert response["Location"] == f"{page_of(given)}?done=too_late"
    assert item.is_withdrawn


@pytest.mark.django_db
def test_own_pictures_open_with_the_own_link_only(client: Client) -> None:
    mine = make.submission(ready=True)
    theirs = make.submission(ready=True)
    photograph = theirs.photographs.get()
    name = photograph.media.renditions[0]["name"]

    own = client.get(page_of(theirs, f"filer/{photograph.pk}/{name}"))
    foreign = client.get(page_of(mine, f"filer/{photograph.pk}/{name}"))
    guessed = client.get(page_of(theirs, f"filer/{photograph.pk}/..%2fx"))

    own.close()
    assert own.status_code == 200
    assert "no-store" in own["Cache-Control"]
    assert own["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert foreign.status_code == 404
    assert guessed.status_code == 404


@pytest.mark.django_db
def test_a_file_we_could_not_open_is_said_kindly(client: Client) -> None:
    given = make.submission()
    media = given.photographs.get().media
    path = images.original_path(media)
    Path(path).write_bytes(photos.truncated_jpeg()[:200])
    images.develop(media)

    response = client.get(page_of(given))

    assert "we could not open this picture" in response.text


@pytest.mark.django_db
@pytest.mark.parametrize("told", ["{words}", " {spaced} ", "{upper}"])
def test_three_words_open_the_page(client: Client, told: str) -> None:
    given = make.submission(words="lampe-tog-vand")
    words = told.format(
        words="lampe-tog-vand", spaced="lampe, tog  vand", upper="Lampe-Tog-Vand"
    )

    response = client.post("/en/mit/", {"words": words})

    assert response["Location"] == page_of(given)


@pytest.mark.django_db
def test_wrong_words_get_a_sentence_and_then_a_pause(client: Client) -> None:
    make.submission(words="lampe-tog-vand")

    wrong = [client.post("/en/mit/", {"words": "a-b-c"}) for _ in range(61)]
    right = client.post("/en/mit/", {"words": "lampe-tog-vand"})

    assert [each.status_code for each in wrong] == [422] * 60 + [429]
    assert "It is three words, such as lampe-tog-hav." in wrong[0].text
    assert right.status_code == 429


@pytest.mark.django_db
def test_empty_words_find_no_erased_page(client: Client) -> None:
    make.submission(words="")

    assert client.post("/en/mit/", {"words": ""}).status_code == 422


@pytest.mark.django_db
def test_one_link_cannot_be_worn_out(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "FAMILY_PAGE", throttle.Door("family page", 1, 1))
    given = make.submission(state="question")

    client.post(page_of(given, "svar/"), {"text": "En"})
    response = client.post(page_of(given, "svar/"), {"text": "To"})

    assert response.status_code == 429
    assert given.messages.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_for_one_picture_and_three(
    client: Client, django_assert_max_num_queries: Any, count: int
) -> None:
    given = make.submission(pictures=count)

    with django_assert_max_num_queries(15):
        client.get(page_of(given))
