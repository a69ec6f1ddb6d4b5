"""The page at /soeg/, as people meet it."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive import actions
from search import outbox
from tests import make

pytestmark = pytest.mark.django_db


def page(client: Client, **asked: str) -> str:
    response = client.get("/soeg/", asked)
    assert response.status_code == 200
    return response.content.decode()


def queries(client: Client, **asked: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        page(client, **asked)
    return len(seen)


@pytest.mark.parametrize("typed", ["B137", "b137", "137", " B 137 ", "١٣٧", "b0137"])
def test_a_number_leads_to_its_picture(client: Client, typed: str) -> None:
    item = make.published_item(number=137)
    outbox.drain()

    response = client.get("/soeg/", {"q": typed})

    assert response.status_code == 302
    assert response["Location"] == item.get_absolute_url()


def test_a_year_is_searched_and_the_number_is_offered(client: Client) -> None:
    numbered = make.published_item(number=1974)
    dated = make.published_item(title="Sommeren", date_told="1974")
    outbox.drain()

    html = page(client, q="1974")

    assert dated.get_absolute_url() in html
    assert numbered.get_absolute_url() in html


def test_a_number_that_is_not_public_leads_nowhere(client: Client) -> None:
    make.item(number=137)
    outbox.drain()

    assert "/billeder/B137/" not in page(client, q="B137")


def test_hits_are_shown_with_the_words_marked(client: Client) -> None:
    item = make.published_item(title="Mehmet spænder wiren", seen="På fabrikken.")
    outbox.drain()

    html = page(client, q="fabrik")

    assert item.get_absolute_url() in html
    assert "<mark>fabrikken</mark>" in html


def test_the_marked_words_keep_their_language(client: Client) -> None:
    item = make.published_item()
    actions.tell(item, text="یہ تصویر ہے", language="ur", teller="")
    outbox.drain()

    assert 'lang="ur" dir="rtl">یہ <mark>تصویر</mark>' in page(client, q="تصویر")


def test_nothing_found_says_what_to_try(client: Client) -> None:
    make.published_item()
    outbox.drain()

    html = page(client, q="flyvemaskine<script>")

    assert "flyvemaskine&lt;script&gt;" in html
    assert "<script>" not in html.split("<main", 1)[1]
    assert "/billeder/" in html


def test_a_withdrawn_picture_is_gone_at_once(client: Client) -> None:
    item = make.published_item(title="Hasan venter")
    outbox.drain()

    actions.withdraw(item, by=None)

    assert item.get_absolute_url() not in page(client, q="hasan")


def test_without_an_index_the_page_says_so_and_answers(
    client: Client, tmp_path: Path
) -> None:
    item = make.published_item(title="Hasan venter")
    outbox.drain()
    shutil.rmtree(tmp_path / "index")

    html = page(client, q="Hasan")

    assert item.get_absolute_url() in html
    assert 'role="status"' in html


def test_choices_stay_when_new_words_are_typed(client: Client) -> None:
    make.published_item(date_told="1974", place=make.place(slug="ishoej"))
    outbox.drain()

    html = page(client, q="søstre", aarti="1970", sted="ishoej")

    assert '<input type="hidden" name="aarti" value="1970">' in html
    assert '<input type="hidden" name="sted" value="ishoej">' in html


@pytest.mark.parametrize(
    "odd",
    ["*", '"', "(", "AND NOT", "x" * 10_000, "!!!", "😀", "\x00", "' OR 1=1 --", "%%"],
)
@pytest.mark.parametrize("name", ["q", "aarti", "sted", "emne", "sprog", "side"])
def test_odd_questions_are_answered(client: Client, name: str, odd: str) -> None:
    make.published_item()
    outbox.drain()

    page(client, **{name: odd})


@pytest.mark.parametrize("side", ["0", "-1", "2", "9999", "99999999999", "²"])
def test_pages_that_do_not_exist_show_one_that_does(client: Client, side: str) -> None:
    item = make.published_item()
    outbox.drain()

    assert item.get_absolute_url() in page(client, side=side)


@pytest.mark.parametrize("prefix", ["", "/en", "/tr", "/ur", "/ar"])
def test_the_page_is_there_in_every_language(client: Client, prefix: str) -> None:
    make.published_item(title="Hasan venter")
    outbox.drain()

    response = client.get(f"{prefix}/soeg/", {"q": "hasan"})

    assert response.status_code == 200
    assert "<mark>Hasan</mark>" in response.content.decode()


def test_three_pictures_cost_no_more_queries_than_one(client: Client) -> None:
    place, subject = make.place(), make.subject()
    told: dict[str, Any] = {"place": place, "subjects": [subject]}
    actions.tell(make.published_item(**told), text="Farfar.", language="tr", teller="")
    outbox.rebuild()
    page(client, q="søstre")
    one = queries(client, q="søstre")
    for _ in range(2):
        actions.tell(
            make.published_item(**told), text="Farfar.", language="tr", teller=""
        )
    outbox.rebuild()
    page(client, q="søstre")

    three = queries(client, q="søstre")

    assert one == three
    assert three <= 8


def test_a_lagging_index_costs_no_more_than_eight_queries(client: Client) -> None:
    make.published_item(number=1974, place=make.place(), subjects=[make.subject()])
    outbox.rebuild()
    make.published_item()

    assert queries(client, q="1974") <= 8
