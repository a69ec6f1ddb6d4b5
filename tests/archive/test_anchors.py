"""Dating anchors: they ask when a card cannot be right, and take an answer once."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from archive import actions, anchors, history
from archive.models import AnchorAnswer, DatingAnchor, Item
from tests import make
from tests.archive.test_describe import address, posted

pytestmark = pytest.mark.django_db

OPENED = dt.date(1976, 9, 26)


def asked(item: Item) -> list[DatingAnchor]:
    item.refresh_from_db()
    return anchors.against(anchors.told_by(item, item.stories.all()), item)


@pytest.mark.parametrize(
    ("told", "questions"),
    [
        ("1971", 1),
        ("før 1972", 1),
        ("ca. 1971", 1),
        ("1976", 0),
        ("1980", 0),
        ("efter 1960", 0),
        ("da vi fik fjernsyn", 0),
    ],
)
def test_an_anchor_asks_only_where_the_picture_cannot_be_of_its_time(
    told: str, questions: int
) -> None:
    station = make.place("Ishøj Station")
    make.anchor(place=station, not_before=OPENED)
    item = make.item(place=station, date_told=told)

    assert len(asked(item)) == questions


@pytest.mark.parametrize(
    "facts",
    [
        {"title": "Far ved ISHØJ STATION"},
        {"seen": "Uret på Ishøj Stations perron"},
        {"place_told": "ved ishøj station"},
        {"keywords": "perron; Ishøj Station"},
        {"back_text": "Ishøj Station, far"},
    ],
)
def test_an_anchor_is_found_by_its_words_wherever_they_stand(
    facts: dict[str, Any],
) -> None:
    anchor = make.anchor(keywords=["Ishøj Station"], not_before=OPENED)

    assert asked(make.item(date_told="1971", **facts)) == [anchor]


def test_the_familys_story_and_the_place_around_are_read_too() -> None:
    town = make.place("Ishøj")
    inside = make.place("Perronen", parent=town)
    by_story = make.anchor(keywords=["stationen"], not_before=OPENED, slug="a")
    by_place = make.anchor(place=town, not_after=dt.date(1960, 1, 1), slug="b")
    item = make.item(place=inside, date_told="1971")
    item.stories.create(text="Vi stod på stationen.", language="da")

    assert set(asked(item)) == {by_story, by_place}


def test_an_anchor_that_is_laid_away_asks_no_more(poul: User) -> None:
    anchor = make.anchor(keywords=["station"], not_before=OPENED)
    item = make.item(title="Station", date_told="1971")

    actions.lay_anchor_away(anchor, by=poul)
    silent = asked(item)
    actions.take_anchor_back(anchor, by=poul)

    assert silent == []
    assert asked(item) == [anchor]


def test_the_card_asks_after_saving_and_keeps_the_answer(poul_client: Client) -> None:
    anchor = make.anchor(keywords=["station"], not_before=OPENED)
    item = make.item(title="Far ved stationen")

    poul_client.post(address(item), posted(item, date_told="1971", is_date_unknown=""))
    page = poul_client.get(address(item))
    poul_client.post(address(item), posted(item, sure=anchor.pk))
    after = poul_client.get(address(item))

    answer = AnchorAnswer.objects.get()
    assert f'name="sure" value="{anchor.pk}"' in page.text
    assert 'name="sure"' not in after.text
    assert (str(answer.by), answer.date_edtf) == ("Poul", "1971")
    assert history.of(item).changes[0].lines[0].before == anchor.sentence


def test_another_date_or_another_anchor_is_asked_about_again(poul: User) -> None:
    anchor = make.anchor(keywords=["station"], not_before=OPENED)
    item = make.item(title="Station", date_told="1971")
    actions.be_sure(item, of=[anchor.pk], by=poul)
    sure = asked(item)

    anchor.not_before = dt.date(1976, 9, 27)
    anchor.save()

    assert sure == []
    assert asked(item) == [anchor]


def test_the_card_asks_while_it_is_written_and_saves_nothing(
    poul_client: Client,
) -> None:
    make.anchor(keywords=["station"], not_before=OPENED)
    item = make.item(title="Far")

    answer = poul_client.post(
        address(item, "dateringsankre"),
        posted(item, title="Stationen", date_told="1971", is_date_unknown=""),
    )

    item.refresh_from_db()
    assert "Stationen åbnede 26. september 1976." in answer.text
    assert item.title == "Far"


def test_an_anchor_is_written_in_the_table(poul_client: Client) -> None:
    make.place("Arken")
    typed = {
        "words": "Arken; museet",
        "place_name": "arken",
        "not_before": "15.3.1996",
        "in_da": "Arken åbnede i 1996.",
        "in_tr": "Arken 1996’da açıldı.",
    }

    poul_client.post("/arbejdsrum/dateringsankre/ny/", typed)

    anchor = DatingAnchor.objects.get()
    assert anchor.keywords == ["Arken", "museet"]
    assert anchor.not_before == dt.date(1996, 3, 15)
    assert anchor.place is not None
    assert not anchor.is_verified
    assert "Arken" in poul_client.get("/arbejdsrum/dateringsankre/").text


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"words": ""}, "id_words"),
        ({"not_before": ""}, "id_not_before"),
        ({"not_before": "engang"}, "id_not_before"),
        ({"not_after": "1970"}, "id_not_after"),
        ({"place_name": "Månen"}, "id_place_name"),
        ({"in_da": " "}, "id_in_da"),
    ],
)
def test_what_an_anchor_lacks_is_asked_for_at_its_field(
    poul_client: Client, typed: dict[str, str], field: str
) -> None:
    whole = {"words": "Arken", "not_before": "1996", "in_da": "Arken åbnede."}

    page = poul_client.post("/arbejdsrum/dateringsankre/ny/", whole | typed)

    assert f'id="{field}_error"' in page.text
    assert not DatingAnchor.objects.exists()
