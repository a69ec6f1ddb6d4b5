"""Visiting an exhibition."""

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from archive import actions as archive_actions
from exhibitions.models import Exhibition
from tests import make


def at(exhibition: Exhibition) -> str:
    """Its address in Danish, whatever was read last."""
    return f"/udstillinger/{exhibition.slug}/"


def opened(*, pictures: int = 1, **facts: object) -> Exhibition:
    exhibition = make.exhibition(
        published_at=timezone.now(), cover=make.published_item(), **facts
    )
    section = make.section(exhibition)
    for position in range(pictures):
        make.placement(make.block(section, kind="picture", position=position))
    return exhibition


@pytest.mark.django_db
def test_anybody_may_visit_an_open_exhibition_and_gets_no_cookie(
    client: Client,
) -> None:
    exhibition = opened()

    answer = client.get(at(exhibition))

    assert answer.status_code == 200
    assert not answer.cookies
    assert 'id="kapitel-1"' in answer.content.decode()


@pytest.mark.django_db
def test_a_draft_is_not_there_for_visitors_nor_for_those_who_work_here(
    client: Client, selma_client: Client
) -> None:
    draft = make.exhibition()

    answers = [each.get(at(draft)) for each in (client, selma_client)]

    assert [each.status_code for each in answers] == [404, 404]


@pytest.mark.django_db
@pytest.mark.parametrize("pictures", [1, 3, 20])
def test_a_visit_costs_the_same_whatever_hangs(
    client: Client, pictures: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    exhibition = opened(pictures=pictures)

    with django_assert_max_num_queries(8):
        client.get(at(exhibition))


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_whatever_is_open(
    client: Client, number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        opened()

    with django_assert_max_num_queries(2):
        answer = client.get("/udstillinger/")

    assert answer.content.decode().count('class="wall now"') == number


@pytest.mark.django_db
def test_a_withdrawn_picture_leaves_a_gap_without_its_words_at_once(
    client: Client,
) -> None:
    exhibition = opened(pictures=0)
    placement = make.placement(
        make.block(exhibition.sections.get(), kind="picture"), label="Om min søster."
    )
    archive_actions.withdraw(placement.item, by=None)

    page = client.get(at(exhibition)).content.decode()

    assert 'class="gap' in page
    assert "Om min søster." not in page
    assert placement.item.reg_number not in page


@pytest.mark.django_db
def test_what_is_not_translated_is_shown_in_its_own_language_and_says_so(
    client: Client,
) -> None:
    exhibition = opened(
        translations={"tr": {"title": "İlk gün"}}, introduction="Far kom først."
    )

    page = client.get(f"/tr{at(exhibition)}").content.decode()

    assert '<h1 lang="tr" dir="ltr">İlk gün</h1>' in page
    assert 'class="intro-text" lang="da" dir="ltr"' in page
    assert page.count('class="tongue"') == 2  # the introduction and the chapter


@pytest.mark.django_db
def test_nothing_is_marked_in_the_language_it_was_written_in(client: Client) -> None:
    exhibition = opened(introduction="Far kom først.")

    page = client.get(at(exhibition)).content.decode()

    assert 'class="tongue"' not in page


@pytest.mark.django_db
def test_curators_words_cannot_carry_a_script(client: Client) -> None:
    exhibition = opened(introduction="<script>x()</script> **Far** [x](javascript:y)")

    page = client.get(at(exhibition)).content.decode()

    assert "<strong>Far</strong>" in page
    assert "<script>x()" not in page
    assert "javascript:y" not in page.replace("](javascript:y)", "")


@pytest.mark.django_db
def test_the_short_address_leads_to_the_exhibition_in_the_readers_language(
    client: Client,
) -> None:
    exhibition = opened(slug="den-foerste-dag")

    answer = client.get("/u/den-foerste-dag", headers={"accept-language": "tr"})

    assert answer.status_code == 302
    assert answer["Location"] == f"/tr{at(exhibition)}"


@pytest.mark.django_db
def test_the_preview_shows_a_draft_to_curators_only(
    client: Client, selma_client: Client, kirsten: User, kirsten_client: Client
) -> None:
    draft = make.exhibition(title="Kommer snart")
    address = f"/arbejdsrum{at(draft)}se/"

    shown, refused, asked = (
        each.get(address) for each in (selma_client, kirsten_client, client)
    )

    assert shown.status_code == 200
    assert "Kommer snart" in shown.content.decode()
    assert shown["X-Robots-Tag"] == "noindex"
    assert (refused.status_code, asked.status_code) == (403, 302)
