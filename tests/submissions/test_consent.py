"""What a family is asked, and the words that are kept with the answer."""

import pytest
from django.test import Client
from django.utils import translation

from submissions import consent
from submissions.models import Consent, ConsentText
from tests import make


@pytest.mark.django_db
def test_the_kept_words_are_the_words_on_the_page(client: Client) -> None:
    page = client.get("/en/bidrag/").text

    with translation.override("en"):
        questions, promise = consent.questions(), consent.promise()
        text = consent.current_text("en").text

    for question in questions:
        assert question.words in page
        assert question.words in text
        assert question.hint in text
    assert promise in page
    assert promise in text


@pytest.mark.django_db
def test_the_same_words_are_one_row_for_each_language() -> None:
    first = consent.current_text("en")
    second = consent.current_text("en")
    danish = consent.current_text("da")

    assert first == second
    assert danish != first
    assert ConsentText.objects.count() == 2


def test_one_question_may_cover_two_uses() -> None:
    assert consent.uses_of(["show", "print"]) == ["exhibit", "print", "web"]
    assert consent.names_of(["exhibit", "print", "web"]) == ["show", "print"]
    assert consent.names_of(["web"]) == []


@pytest.mark.django_db
def test_permissions_are_only_ever_added_to() -> None:
    submission = make.submission()
    before = submission.consents.get()

    make.consent(submission, uses=[])

    before.refresh_from_db()
    assert before.uses == ["web", "exhibit"]
    assert submission.consents.count() == 2


@pytest.mark.django_db
def test_the_text_kept_is_that_of_the_page_as_it_was_opened(client: Client) -> None:
    yesterdays = ConsentText.objects.create(
        language="en", text="☐ Show it", fingerprint="a" * 64
    )
    form = {"may": ["show"], "is_of_age": "on", "story": "Farfar kom i 1971."}

    client.post("/en/bidrag/", form | {"key": "k" * 22, "wording": "a" * 64})
    client.post("/en/bidrag/", form | {"key": "l" * 22, "wording": "b\0" * 64})
    client.post("/tr/bidrag/", form | {"key": "m" * 22, "wording": "a" * 64})

    texts = [each.text for each in Consent.objects.order_by("pk")]
    assert texts == [yesterdays, consent.current_text("en"), consent.current_text("tr")]


@pytest.mark.django_db
def test_a_page_carries_the_print_of_its_own_words_and_ticks_no_permission(
    client: Client,
) -> None:
    page = client.get("/en/bidrag/")

    client.post("/en/bidrag/kladde/", {"key": "k" * 22, "story": "Farfar"})

    form = page.context["form"]
    known = ConsentText.objects.get(language="en")
    assert f'name="wording" value="{known.fingerprint}"' in page.text
    assert not any(form[name].value() for name in ("may", "names", "persons"))


@pytest.mark.django_db
def test_names_nobody_was_asked_about_are_not_shown(client: Client) -> None:
    form = {"may": ["show"], "is_of_age": "on", "story": "Farfar kom i 1971."}

    client.post("/en/bidrag/", form | {"key": "k" * 22})

    assert Consent.objects.get().names == Consent.Names.NONE
