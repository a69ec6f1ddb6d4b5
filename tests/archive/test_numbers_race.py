"""Two who write at once, on either database: each gets a turn, and a number."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from django.db import OperationalError, connection, transaction

from archive import actions
from archive.models import Accession, Item, Place
from exhibitions import actions as curating
from tests import make, races

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_who_register_at_once_get_a_number_each(tmp_path: Path) -> None:
    with races.on_disk(tmp_path):
        line = Accession.objects.open(giver="Khan", terms="", reference="")
        register = partial(actions.register, [], accession=line, by=None)

        made = races.both_read_then(register, register)

        assert sorted(each.number for each in made) == [1, 2]


def test_two_lines_of_the_journal_at_once_get_a_number_each(tmp_path: Path) -> None:
    @transaction.atomic
    def enter() -> Accession:
        return Accession.objects.open(giver="Khan", terms="", reference="")

    with races.on_disk(tmp_path):
        lines = races.both_read_then(enter, enter)

        assert sorted(line.sequence for line in lines) == [1, 2]


def test_two_exhibitions_of_one_name_at_once_get_an_address_each(
    tmp_path: Path,
) -> None:
    with races.on_disk(tmp_path):
        create = partial(
            curating.create, title="Den første dag", language="da", by=make.user()
        )

        made = races.both_read_then(create, create)

        assert len({each.slug for each in made}) == 2


def test_two_who_hold_in_each_their_order_both_come_through(tmp_path: Path) -> None:
    """Row by row they would wait for each other for ever; one would have to fall."""

    @transaction.atomic
    def write(words: str, *keys: int) -> str:
        for pk in keys:
            item = Item.objects.select_for_update().get(pk=pk)
            item.remarks = words
            item.save()
        return words

    with races.on_disk(tmp_path):
        one, other = make.item().pk, make.item().pk

        races.both_read_then(
            partial(write, "first", one, other), partial(write, "second", other, one)
        )

        kept = Item.objects.filter(pk__in=[one, other]).values_list(
            "remarks", flat=True
        )
        assert set(kept) == {"second"}


def test_whoever_waits_in_vain_can_write_afterwards(tmp_path: Path) -> None:
    def stuck(*_told: object) -> None:
        raise OperationalError("Somebody else has been writing for a long time.")

    with races.on_disk(tmp_path):
        with (
            connection.execute_wrapper(stuck),
            pytest.raises(OperationalError),
            transaction.atomic(),
        ):
            make.place()

        make.place()

        assert Place.objects.exists()
