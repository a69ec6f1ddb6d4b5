"""What the card holds beside Arkibas' fields: who says so, and what belongs together."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from archive import actions, history, related
from archive.beside import Beside, Related
from archive.models import Accession, Collection, Depiction, Item, Origin, Photographer
from tests import make
from tests.archive.test_describe import address, posted

pytestmark = pytest.mark.django_db


def origins(item: Item) -> dict[str, str]:
    item.refresh_from_db()
    return {field: each["from"] for field, each in item.origins.items()}


def registered(**facts: Any) -> Item:
    return actions.register(
        [], accession=Accession.objects.open(giver="E", terms="", reference=""), **facts
    )


def test_what_a_family_sends_comes_from_the_family_and_its_date_is_reckoned(
    poul: User,
) -> None:
    item = registered(
        by=poul, title="Far", date_told="ca. 1974", place_told="Vejleå", credit=""
    )

    assert origins(item) == {
        "title": Origin.ARCHIVIST,
        "date_told": Origin.FAMILY,
        "date": Origin.RECKONED,
        "place_told": Origin.FAMILY,
    }


def test_only_what_was_made_different_changes_hands(poul: User) -> None:
    item = registered(by=poul, date_told="ca. 1974", material="papir")

    actions.describe(
        item,
        version=item.version,
        changes={
            "material": "papir",
            "seen": "En mand",
            "date_edtf": "1975",
            "earliest": dt.date(1975, 1, 1),
            "latest": dt.date(1975, 12, 31),
        },
        subjects=[make.subject()],
        by=poul,
    )

    assert origins(item) == {
        "date_told": Origin.FAMILY,
        "material": Origin.FAMILY,
        "seen": Origin.ARCHIVIST,
        "date": Origin.ARCHIVIST,
        "subjects": Origin.ARCHIVIST,
    }


def test_a_volunteers_suggestion_stays_the_volunteers(poul: User) -> None:
    item = make.item()

    actions.describe(
        item,
        version=item.version,
        changes={"seen": "En Ford Taunus"},
        also=Beside(origin=Origin.VOLUNTEER),
        by=poul,
    )

    assert origins(item) == {"seen": Origin.VOLUNTEER}


def test_an_emptied_field_comes_from_nobody_and_a_revert_brings_the_origin_back(
    poul: User,
) -> None:
    item = registered(by=poul, material="papir")
    first = item.history.first()

    emptied = actions.describe(
        item, version=item.version, changes={"material": ""}, by=poul
    )
    before = origins(emptied)
    actions.revert(emptied, to=first.history_id, version=emptied.version, by=poul)

    assert before == {}
    assert origins(item) == {"material": Origin.FAMILY}


def test_two_items_belong_together_from_both_sides(poul: User) -> None:
    first, later = make.item(number=501), make.item(number=502)

    actions.describe(
        later,
        version=later.version,
        changes={},
        also=Beside(relations=[Related(first.pk, "occasion")]),
        by=poul,
    )

    assert related.of(first) == [(later, "occasion")]
    assert related.of(later) == [(first, "occasion")]
    for item in (first, later):
        [newest] = history.of(item).changes[:1]
        [line] = newest.lines
        assert newest.by == "Poul"
        assert line.after.startswith("B50")


def test_a_revert_takes_a_relation_away_again_at_both_ends(poul: User) -> None:
    first, later = make.item(), make.item()
    described = actions.describe(first, version=1, changes={"seen": "x"}, by=poul)
    entry = described.history.first()
    described = actions.describe(
        described,
        version=described.version,
        changes={},
        also=Beside(relations=[Related(later.pk)]),
        by=poul,
    )

    actions.revert(described, to=entry.history_id, version=described.version, by=poul)

    assert related.of(later) == []
    assert history.of(later).changes[0].lines[0].after == ""


EVERY_FIELD = {
    "height_mm": "90",
    "width_mm": "130",
    "material": "farve diapositiv",
    "held_as": "slide",
    "back_text": "Far, 1974",
    "negative_number": "12A",
    "special_number": "S7",
    "shelf": "Reol 3",
    "dk5": "46.4 Ishøj",
    "keywords": "tog; kuffert",
    "photographer": "Foto Hansen, Køge",
    "photographer_name": "Hansen",
    "latitude": "55,613",
    "longitude": "12.358",
    "precision": "street",
}


def test_every_field_of_the_card_is_kept(poul_client: Client) -> None:
    collection = Collection.objects.create(slug="aydin", names={"da": "Aydın"})
    item = make.item()

    poul_client.post(
        address(item), posted(item, **EVERY_FIELD, collection=collection.pk)
    )

    item.refresh_from_db()
    kept = {name: getattr(item, name) for name in EVERY_FIELD if hasattr(item, name)}
    assert kept == {
        **{name: EVERY_FIELD[name] for name in kept},
        "height_mm": 90,
        "width_mm": 130,
        "latitude": 55.613,
        "longitude": 12.358,
    }
    assert item.collection == collection
    assert item.photographed_by == Photographer.objects.get(slug="hansen")
    assert {"point", "shelf", "photographed_by"} <= set(origins(item))


def test_history_shows_every_field_and_a_revert_takes_each_back(
    poul: User, poul_client: Client
) -> None:
    item = actions.describe(make.item(), version=1, changes={"seen": "x"}, by=poul)
    entry = item.history.first()
    poul_client.post(address(item), posted(item, **EVERY_FIELD))
    lines = history.of(item).changes[0].lines

    item.refresh_from_db()
    actions.revert(item, to=entry.history_id, version=item.version, by=poul)

    item.refresh_from_db()
    told = {line.after for line in lines}
    assert {"Hansen", "Reol 3", "12A", "55.613", "90"} <= told
    assert (item.shelf, item.height_mm, item.latitude) == ("", None, None)
    assert (item.precision, item.photographed_by) == ("", None)


@pytest.mark.parametrize("name", sorted(EVERY_FIELD))
def test_two_who_wrote_in_the_same_field_see_both(
    poul_client: Client, name: str
) -> None:
    item = make.item()
    pin = {"latitude": "55.6", "longitude": "12.3"}
    mine = posted(item, **(pin | {name: EVERY_FIELD[name]}))
    poul_client.post(address(item), posted(item, title="Hendes"))

    page = poul_client.post(address(item), mine)

    part = {"longitude": "latitude", "precision": "latitude", "width_mm": "height_mm"}
    assert page.status_code == 409
    assert f'name="keep-{part.get(name, name)}"' in page.text


def test_a_relation_made_from_the_other_side_is_not_lost_by_an_older_page(
    poul: User, poul_client: Client
) -> None:
    item, other = make.item(), make.item(number=901)
    item = actions.describe(item, version=1, changes={"seen": "x"}, by=poul)
    mine = posted(item, title="Min")
    actions.describe(
        other,
        version=1,
        changes={},
        also=Beside(relations=[Related(item.pk)]),
        by=poul,
    )

    page = poul_client.post(address(item), mine)

    assert page.status_code == 409
    assert 'name="keep-relations" value="theirs" checked' in page.text


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ({"height_mm": "ni"}, "id_height_mm"),
        ({"width_mm": "-3"}, "id_width_mm"),
        ({"latitude": "nord", "longitude": "12"}, "id_latitude"),
        ({"latitude": "91", "longitude": "12"}, "id_latitude"),
        ({"latitude": "nan", "longitude": "12"}, "id_latitude"),
        ({"latitude": "55.6"}, "id_longitude"),
        ({"precision": "hacked"}, "id_precision"),
        ({"collection": "999"}, "id_collection"),
        ({"held_as": "hacked"}, "id_held_as"),
        ({"relations-0-number": "B99999"}, "id_relations-0-number"),
        ({"relations-0-number": "x\0"}, "id_relations-0-number"),
        ({"persons-0-x": "120", "persons-0-y": "1"}, "id_persons-0-x"),
        ({"relations-TOTAL_FORMS": "many"}, "relations"),
    ],
)
def test_what_cannot_be_kept_gets_a_sentence_at_its_field(
    poul_client: Client, typed: dict[str, str], place: str
) -> None:
    item = make.item()

    page = poul_client.post(
        address(item), posted(item) | {"remarks": "Bliver stående"} | typed
    )

    assert page.status_code == 200
    assert f'href="#{place}"' in page.text
    assert "Bliver stående" in page.text


def spot(seen: Depiction) -> Any:
    return Depiction.objects.values_list("x", "y").get(pk=seen.pk)


def test_a_person_is_pointed_out_moved_and_left_without_a_point(
    poul_client: Client,
) -> None:
    item = make.item()
    seen = make.depiction(item)

    poul_client.post(
        address(item), posted(item) | {"persons-0-x": "31.5", "persons-0-y": "45"}
    )
    there = spot(seen)
    poul_client.post(
        address(item), posted(item) | {"persons-0-x": "", "persons-0-y": ""}
    )

    assert there == (31.5, 45)
    assert spot(seen) == (None, None)


@pytest.mark.parametrize("revisions", [1, 200])
def test_the_card_and_its_history_cost_the_same_after_two_hundred_changes(
    poul: User,
    poul_client: Client,
    revisions: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    item = make.item()
    for number in range(revisions):
        item = actions.describe(
            item, version=item.version, changes={"seen": str(number)}, by=poul
        )

    with django_assert_max_num_queries(24):
        poul_client.get(address(item))
    with django_assert_max_num_queries(20):
        poul_client.get(address(item, "historik"))


def test_a_place_the_family_hides_stays_hidden_whoever_saves_the_card(
    poul: User, poul_client: Client
) -> None:
    item = make.item(place=make.place())
    known = item.place
    assert known
    actions.hide_place(item, by=None)
    before = origins(item)

    poul_client.post(address(item), posted(item))

    assert origins(item) == before
    assert (item.place, item.hidden_place) == (None, known)
    elsewhere = make.place("stranden")
    poul_client.post(address(item), posted(item, place_name=elsewhere.name))
    assert origins(item)["place"] == Origin.ARCHIVIST
    assert (item.place, item.hidden_place) == (None, elsewhere)
    [newest, *_older] = history.of(item).changes
    assert (known.name, elsewhere.name) in [(x.before, x.after) for x in newest.lines]


def test_putting_back_a_card_with_a_hidden_place_does_not_lose_it(poul: User) -> None:
    known = make.place()
    item = make.item(place=known)
    hidden = actions.hide_place(item, by=None)
    entry = item.history.get(version=hidden.version)
    shown = actions.show_place(item, place_told="Ishøj", by=None)

    put_back = actions.revert(item, to=entry.history_id, version=shown.version, by=poul)

    assert (put_back.place, put_back.place_told) == (known, "Ishøj")
