"""What a family is asked, and the words that are kept with the answer."""

import pytest
from django.test import Client
from django.utils import translation

from submissions import consent
from submissions.models import ConsentText
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
