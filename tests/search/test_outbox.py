"""Nothing that changed is lost on its way into the index."""

import datetime as dt
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.utils import timezone
from haystack import connections

from archive import actions
from archive.models import Item
from search import outbox
from search.finding import Asked, find
from search.models import Outbox
from search.search_indexes import ItemIndex
from tests import make

pytestmark = pytest.mark.django_db


def found_by(text: str) -> list[Item]:
    return [hit.item for hit in find(Asked(text)).hits]


@contextmanager
def somebody_writing() -> Iterator[None]:
    """Another worker holds the writer's place."""
    holds, may_go = threading.Event(), threading.Event()

    def hold() -> None:
        with outbox.backend().folder.writing():
            holds.set()
            may_go.wait(10)

    other = threading.Thread(target=hold)
    other.start()
    holds.wait(10)
    try:
        yield
    finally:
        may_go.set()
        other.join()


def test_the_first_drain_makes_an_index() -> None:
    item = make.published_item(title="Byen set fra båden")

    taken = outbox.drain()

    assert taken == 1
    assert found_by("båden") == [item]
    assert not Outbox.objects.exists()


def test_a_publication_is_found_after_the_next_drain() -> None:
    outbox.drain()
    item = make.published_item(title="Byen set fra båden")

    assert found_by("båden") == []
    outbox.drain()

    assert found_by("båden") == [item]


def test_a_new_description_takes_the_place_of_the_old() -> None:
    item = make.published_item(title="Ukendt gade")
    outbox.drain()

    actions.describe(
        item,
        version=item.version,
        changes={"title": "Tranegilde Bygade"},
        by=make.user(),
    )
    outbox.drain()

    assert found_by("ukendt") == []
    assert found_by("tranegilde") == [item]
    assert outbox.backend().verify() == 1


def test_a_name_that_is_hidden_by_hand_is_not_found_any_more() -> None:
    item = make.published_item()
    person = make.person("Gülizar Aydın")
    make.depiction(item, person=person, may_be_named=True)
    outbox.rebuild()
    found = found_by("Gülizar")

    person.is_name_hidden = True
    person.save()
    outbox.drain()

    assert found == [item]
    assert found_by("Gülizar") == []


def test_a_place_that_gets_another_name_is_found_by_it() -> None:
    place = make.place("Planen", parent=make.place("Ishøj"))
    item = make.published_item(place=place)
    outbox.rebuild()

    place.name = "Vejleåparken"
    place.save()
    outbox.drain()

    assert found_by("Vejleåparken") == [item]
    assert found_by("Planen") == []


def test_draining_twice_does_no_harm() -> None:
    make.published_item(title="Sandpumperen")
    outbox.drain()

    assert outbox.drain() == 0
    assert outbox.backend().verify() == 1


def test_a_change_that_is_rolled_back_is_not_remembered() -> None:
    outbox.rebuild()
    item = make.item()
    item.title = ""
    item.save()

    with pytest.raises(actions.CannotPublish):
        actions.publish(item, publication="full", by=make.user())

    assert not Outbox.objects.exists()


def test_a_withdrawn_item_is_not_shown_though_it_is_in_the_index() -> None:
    item = make.published_item(title="Hasan venter", date_told="1971")
    other = make.published_item(title="Hasan rejser", date_told="1971")
    outbox.drain()

    actions.withdraw(item, by=None)
    answer = find(Asked("hasan"))

    assert outbox.backend().verify() == 2
    assert [hit.item for hit in answer.hits] == [other]
    assert answer.total == 1
    assert answer.counts["decade"] == [("1970", 1)]


def test_withdrawn_leaves_no_word_behind_after_the_drain() -> None:
    item = make.published_item(title="Hasan venter")
    outbox.drain()

    actions.withdraw(item, by=None)
    outbox.drain()

    assert outbox.backend().verify() == 0
    assert outbox.backend().identifiers() == set()


def test_a_removal_is_never_lost_while_somebody_writes() -> None:
    item = make.published_item(title="Hasan venter")
    outbox.drain()

    with somebody_writing():
        actions.withdraw(item, by=None)
        taken_meanwhile = outbox.drain()
    taken_later = outbox.drain()

    assert taken_meanwhile == 0
    assert taken_later == 1
    assert outbox.backend().verify() == 0


def test_haystacks_own_remove_waits_for_the_writer() -> None:
    item = make.published_item(title="Hasan venter")
    outbox.drain()
    removed = threading.Thread(target=outbox.backend().remove, args=(item,))

    with somebody_writing():
        removed.start()
        removed.join(0.1)
        waited = removed.is_alive()
    removed.join(10)

    assert waited
    assert outbox.backend().verify() == 0


def test_haystacks_own_update_and_clear_work_too() -> None:
    item = make.published_item(title="Hasan venter")
    backend = connections["default"].get_backend()

    backend.clear()
    backend.update(ItemIndex(), [item])
    held = backend.verify()
    backend.clear(models=[Item])

    assert held == 1
    assert backend.verify() == 0


def test_an_item_that_becomes_public_by_the_clock_is_taken_in() -> None:
    item = make.published_item(title="Sandpumperen")
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    Item.objects.update(restricted_until=tomorrow)
    outbox.rebuild()
    Item.objects.update(restricted_until=timezone.localdate())

    taken = outbox.reconcile()

    assert taken == 1
    assert found_by("sandpumper") == [item]


def test_many_small_changes_keep_the_index_small() -> None:
    outbox.rebuild()
    items = [make.item(title=f"Billede {number}") for number in range(3)]
    poul = make.user()
    for item in items * 5:
        actions.publish(item, publication="full", by=poul)
        outbox.drain()

    files = list(outbox.backend().folder.generation().iterdir())
    assert outbox.backend().verify() == 3
    assert len(files) < 60


def test_the_commands_say_what_they_did(capsys: pytest.CaptureFixture[str]) -> None:
    make.published_item()
    call_command("rebuild_search")
    make.published_item()
    call_command("drain")

    said = capsys.readouterr().out
    assert "The index holds 1 items." in said
    assert "took in 1 changes" in said
