"""What the card holds beside Arkibas' fields: who says so, and what belongs together."""

import datetime as dt
from typing import Any

import pytest

from accounts.models import User
from archive import actions, history, related
from archive.beside import Beside, Related
from archive.models import Accession, Item, Origin
from tests import make

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
