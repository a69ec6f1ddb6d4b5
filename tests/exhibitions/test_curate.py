"""Building an exhibition: what a curator does with hands, mouse or keyboard."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from archive.models import Item
from exhibitions.models import Block, Exhibition, Placement, Section
from tests import make

JSON = {"accept": "application/json"}


def address(name: str, exhibition: Exhibition, *more: object) -> str:
    return reverse(f"exhibitions:{name}", args=[exhibition.slug, *more])


def seen_in(page: str, key: str) -> str:
    """What the form with this name says it has seen."""
    form = page.split(f'id="{key}"')[1]
    return form.split('name="seen" value="')[1].split('"')[0]


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("save", ()),
        ("arrange", ()),
        ("publish", ()),
        ("unpublish", ()),
        ("add_section", ()),
        ("save_section", (1,)),
        ("add_block", (1,)),
        ("save_block", (1,)),
        ("place", (1,)),
        ("save_placement", (1,)),
        ("move", ("blok", 1)),
        ("remove", ("blok", 1)),
    ],
)
def test_only_those_who_curate_may_touch_an_exhibition(
    client: Client, kirsten_client: Client, name: str, more: tuple[object, ...]
) -> None:
    url = address(name, make.exhibition(), *more)

    assert kirsten_client.post(url).status_code == 403
    assert client.post(url).status_code == 302
    assert kirsten_client.get(url).status_code == 405


def test_the_desk_shows_drafts_and_when_they_were_saved(selma_client: Client) -> None:
    make.exhibition(title="Havet")

    page = selma_client.get("/arbejdsrum/udstillinger/").content.decode()

    assert "Havet" in page


def test_a_title_is_enough_to_begin(selma_client: Client) -> None:
    answer = selma_client.post("/arbejdsrum/udstillinger/ny/", {"title": "Havet"})

    assert answer["Location"] == "/arbejdsrum/udstillinger/havet/"


def test_without_a_title_the_desk_asks_for_one(selma_client: Client) -> None:
    answer = selma_client.post("/arbejdsrum/udstillinger/ny/", {"title": " "})

    assert answer.status_code == 422
    assert not Exhibition.objects.exists()


def test_words_are_saved_and_the_page_comes_back(selma_client: Client) -> None:
    exhibition = make.exhibition()
    words = {"part": "words", "title": "Havet", "subtitle": "Ved bugten"}

    answer = selma_client.post(address("save", exhibition), words)

    exhibition.refresh_from_db()
    assert answer.status_code == 302
    assert (exhibition.title, exhibition.subtitle) == ("Havet", "Ved bugten")


def test_the_script_is_told_when_it_was_saved_and_how_it_stands(
    selma_client: Client,
) -> None:
    exhibition = make.exhibition()
    words = {"part": "words", "title": "Havet"}

    answer = selma_client.post(address("save", exhibition), words, headers=JSON).json()

    assert answer["state"] == "saved"
    assert "lights" in answer["standing"]
    assert "Selma" in answer["standing"]


def test_what_is_not_right_comes_back_with_every_word(selma_client: Client) -> None:
    exhibition = make.exhibition()
    words = {"part": "words", "title": "", "introduction": "Far kom først."}

    page = selma_client.post(address("save", exhibition), words)
    told = selma_client.post(address("save", exhibition), words, headers=JSON)

    assert (page.status_code, told.status_code) == (422, 422)
    assert "Far kom først." in page.content.decode()
    assert list(told.json()["problems"]) == ["title"]


def test_it_cannot_close_before_it_opens(selma_client: Client) -> None:
    exhibition = make.exhibition()
    dates = {"part": "facts", "opens": "2026-11-14", "closes": "2026-11-01"}

    answer = selma_client.post(address("save", exhibition), dates)

    exhibition.refresh_from_db()
    assert answer.status_code == 422
    assert exhibition.opens is None


@pytest.mark.parametrize("typed", ["B7", "b7", "7"])
def test_the_threshold_takes_a_picture_by_its_number(
    selma_client: Client, typed: str
) -> None:
    exhibition, item = make.exhibition(), make.published_item(number=7)

    selma_client.post(
        address("save", exhibition), {"part": "cover", "cover_number": typed}
    )

    exhibition.refresh_from_db()
    assert exhibition.cover == item


@pytest.mark.parametrize("typed", ["B99", "ni", "٧", "B99999999999"])
def test_a_number_that_no_published_picture_has_is_said(
    selma_client: Client, typed: str
) -> None:
    exhibition = make.exhibition()

    answer = selma_client.post(
        address("save", exhibition), {"part": "cover", "cover_number": typed}
    )

    assert answer.status_code == 422


def test_two_curators_at_once_lose_nothing(selma_client: Client) -> None:
    block = make.block(body="Det gamle")
    exhibition = block.section.exhibition
    page = selma_client.get(address("build", exhibition)).content.decode()
    seen, url = (
        seen_in(page, f"block-{block.pk}-da"),
        address("save_block", exhibition, block.pk),
    )
    selma_client.post(url, {"body": "Deres ord", "seen": seen})

    told = selma_client.post(url, {"body": "Mine ord", "seen": seen}, headers=JSON)
    shown = selma_client.post(url, {"body": "Mine ord", "seen": seen})

    block.refresh_from_db()
    assert block.body == "Deres ord"
    assert (told.status_code, shown.status_code) == (409, 409)
    assert told.json()["theirs"][0]["words"] == "Deres ord"
    assert "Mine ord" in shown.content.decode()
    assert "Deres ord" in shown.content.decode()

    again = {"body": "Mine ord", "seen": told.json()["seen"]}
    selma_client.post(url, again)

    block.refresh_from_db()
    assert block.body == "Mine ord"


def test_the_same_words_sent_twice_are_no_conflict(selma_client: Client) -> None:
    block = make.block(body="Det gamle")
    exhibition = block.section.exhibition
    page = selma_client.get(address("build", exhibition)).content.decode()
    words = {"body": "Nyt", "seen": seen_in(page, f"block-{block.pk}-da")}
    url = address("save_block", exhibition, block.pk)

    answers = [selma_client.post(url, words, headers=JSON) for _ in range(2)]

    assert [each.status_code for each in answers] == [200, 200]


def test_a_translation_is_written_beside_the_original(selma_client: Client) -> None:
    section = make.section(title="Havet")
    exhibition = section.exhibition

    page = selma_client.get(address("build", exhibition) + "?sprog=tr")
    selma_client.post(
        address("save_section", exhibition, section.pk),
        {"sprog": "tr", "side": "tr", "title": "Deniz"},
    )

    section.refresh_from_db()
    assert "Havet" in page.content.decode()
    assert section.title == "Havet"
    assert section.translations == {"tr": {"title": "Deniz"}}


def test_a_quote_in_another_language_has_its_translation_at_hand(
    selma_client: Client,
) -> None:
    block = make.block(kind="quote", body="Deniz!", settings={"language": "tr"})
    exhibition = block.section.exhibition
    url = address("save_block", exhibition, block.pk)

    page = selma_client.get(address("build", exhibition)).content.decode()
    selma_client.post(url, {"sprog": "da", "body": "Havet!"})
    selma_client.post(
        url, {"sprog": "tr", "body": "Deniz!!", "attribution": "E", "spoken_in": "tr"}
    )

    block.refresh_from_db()
    assert f'id="block-{block.pk}-tr"' in page
    assert f'id="block-{block.pk}-da"' in page
    assert (block.body, block.language) == ("Deniz!!", "tr")
    assert block.translations == {"da": {"body": "Havet!"}}


def test_words_for_what_was_taken_out_come_back_to_copy(selma_client: Client) -> None:
    exhibition = make.exhibition()
    url = address("save_block", exhibition, 999)

    shown = selma_client.post(url, {"body": "Mine ord"})
    told = selma_client.post(url, {"body": "Mine ord"}, headers=JSON)

    assert (shown.status_code, told.status_code) == (410, 410)
    assert "Mine ord" in shown.content.decode()


def test_a_part_of_another_exhibition_is_out_of_reach(selma_client: Client) -> None:
    block, other = make.block(body="Urørt"), make.exhibition()

    answer = selma_client.post(address("save_block", other, block.pk), {"body": "Ny"})

    block.refresh_from_db()
    assert answer.status_code == 410
    assert block.body == "Urørt"


def test_chapters_blocks_and_pictures_are_added_by_buttons(
    selma_client: Client,
) -> None:
    exhibition, item = make.exhibition(), make.published_item()

    selma_client.post(address("add_section", exhibition))
    section = Section.objects.get()
    added = selma_client.post(
        address("add_block", exhibition, section.pk), {"kind": "picture"}
    )
    block = Block.objects.get()
    table = selma_client.get(added["Location"]).content.decode()
    selma_client.post(address("place", exhibition, block.pk), {"number": item.number})

    assert address("place", exhibition, block.pk) in table
    assert Placement.objects.get().item == item


def test_the_light_table_has_only_what_may_hang(selma_client: Client) -> None:
    make.published_item(title="Stranden", number=11)
    make.published_item(title="Hemmelig strand", permitted_uses=["web"])
    make.item(title="Ikke udgivet endnu")

    page = selma_client.get(address("build", make.exhibition())).content.decode()

    assert "Stranden" in page
    assert "Hemmelig" not in page
    assert "Ikke udgivet endnu" not in page


@pytest.mark.parametrize(
    ("words", "found"),
    [("strand", ["B11"]), ("B12", ["B12"]), ("12", ["B12"]), ("xx", [])],
)
def test_the_light_table_finds_by_word_and_number(
    selma_client: Client, words: str, found: list[str]
) -> None:
    make.published_item(title="Stranden", number=11)
    make.published_item(title="Toget", number=12)

    answer = selma_client.get(address("build", make.exhibition()), {"q": words})

    assert [each.reg_number for each in answer.context["table"].items] == found


def test_the_light_table_goes_on_where_it_stopped(selma_client: Client) -> None:
    for number in range(1, 31):
        make.published_item(number=number)
    exhibition = make.exhibition()

    first = selma_client.get(address("build", exhibition)).context["table"]
    then = selma_client.get(
        address("build", exhibition), {"foer": first.older}
    ).context["table"]

    assert (len(first.items), first.older) == (24, 7)
    assert [each.number for each in then.items] == [6, 5, 4, 3, 2, 1]
    assert then.older is None


def test_what_may_not_hang_is_refused_in_words(selma_client: Client) -> None:
    block = make.block(kind="picture")
    item = make.published_item(permitted_uses=["web"])
    url = address("place", block.section.exhibition, block.pk)

    answers = [
        selma_client.post(url, {"number": number}, follow=True)
        for number in (item.number, "", "9" * 30)
    ]

    assert [each.status_code for each in answers] == [200, 200, 200]
    assert all("notice-error" in each.content.decode() for each in answers)
    assert not Placement.objects.exists()


def test_order_is_kept_and_a_stale_order_is_refused(selma_client: Client) -> None:
    section = make.section()
    one, two = make.block(section), make.block(section, position=1)
    url = address("arrange", section.exhibition)
    was = f"{section.pk}:{one.pk},{two.pk}"
    turned = {"seen": was, "order": f"{section.pk}:{two.pk},{one.pk}"}

    first = selma_client.post(url, turned, headers=JSON)
    again = selma_client.post(url, turned, headers=JSON)

    assert first.json()["order"] == turned["order"]
    assert again.status_code == 409
    assert list(section.blocks.all()) == [two, one]


@pytest.mark.parametrize("order", ["", "x", "1:2,2", "9:9", ":::;;,,"])
def test_an_order_that_forgets_or_doubles_something_is_refused(
    selma_client: Client, order: str
) -> None:
    section = make.section()
    block = make.block(section)
    seen = f"{section.pk}:{block.pk}"

    answer = selma_client.post(
        address("arrange", section.exhibition), {"seen": seen, "order": order}
    )

    assert answer.status_code == 404
    assert list(section.blocks.all()) == [block]


@pytest.mark.parametrize(
    ("steps", "names"), [("1", "ba"), ("-1", "ab"), ("many", "ab"), ("9" * 40, "ab")]
)
def test_the_arrows_move_one_place(
    selma_client: Client, steps: str, names: str
) -> None:
    section = make.section()
    one = make.block(section, body="a")
    make.block(section, body="b", position=1)

    selma_client.post(
        address("move", section.exhibition, "blok", one.pk), {"steps": steps}
    )

    assert "".join(section.blocks.values_list("body", flat=True)) == names


def test_taking_out_a_picture_leaves_it_in_the_archive(selma_client: Client) -> None:
    placement = make.placement()
    exhibition = placement.block.section.exhibition

    selma_client.post(address("remove", exhibition, "billede", placement.pk))

    assert not Placement.objects.exists()
    assert Item.objects.get() == placement.item


def test_partners_are_chosen_and_a_new_one_is_named(selma_client: Client) -> None:
    exhibition = make.exhibition()

    selma_client.post(
        address("save", exhibition), {"part": "partners", "new_partner": "Klub Jadran"}
    )

    assert [each.name for each in exhibition.partners.all()] == ["Klub Jadran"]


def test_what_is_missing_is_said_before_it_opens(
    selma_client: Client, client: Client
) -> None:
    block = make.block(body="Vi rejste.")
    exhibition = block.section.exhibition

    early = selma_client.post(address("publish", exhibition), follow=True)
    exhibition.introduction = "Far kom først."
    exhibition.save()
    selma_client.post(address("publish", exhibition))

    assert "notice-error" in early.content.decode()
    assert client.get(f"/udstillinger/{exhibition.slug}/").status_code == 200

    selma_client.post(address("unpublish", exhibition))

    assert client.get(f"/udstillinger/{exhibition.slug}/").status_code == 404


@pytest.mark.parametrize(
    "query", ["?blok=x", "?blok=999999999999", "?foer=-1", "?q=%00", "?blok=forside"]
)
def test_an_odd_address_shows_the_bench_all_the_same(
    selma_client: Client, query: str
) -> None:
    answer = selma_client.get(address("build", make.exhibition()) + query)

    assert answer.status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_the_bench_costs_the_same_whatever_hangs(
    selma_client: Client, number: int, django_assert_max_num_queries: Any
) -> None:
    section = make.section()
    for position in range(number):
        make.placement(make.block(section, kind="picture", position=position))

    with django_assert_max_num_queries(16):
        selma_client.get(address("build", section.exhibition))
