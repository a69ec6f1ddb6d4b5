"""Two archivists and a family at once: taking back wins, and no word is lost."""

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from archive.models import Item
from submissions import actions
from submissions.models import DeskDeed, Submission
from tests import make, races

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 200


@pytest.fixture
def on_disk(tmp_path: Path) -> Iterator[None]:
    with races.on_disk(tmp_path):
        yield


def at_once(*deeds: Callable[[], Any]) -> None:
    def unless_too_late(deed: Callable[[], Any]) -> None:
        with suppress(actions.NotPossibleNow):
            deed()

    races.at_once(*(partial(unless_too_late, deed) for deed in deeds))


@pytest.mark.usefixtures("on_disk")
def test_taking_back_always_wins_and_no_words_are_lost() -> None:
    poul, birthe = make.user(), make.user()
    file = make.flat_media(make.item())
    source = random.Random(7)
    for number in range(ROUNDS):
        given = make.submission(pictures=0, story=f"Fortælling {number}")
        beside = make.submission(
            pictures=0, story=f"Mere {number}", contributor=given.contributor
        )
        deeds: list[Callable[[], Any]] = [
            partial(actions.accept, given, by=poul),
            partial(actions.decline, given, reason="Tak.", by=birthe),
            partial(actions.withdraw, given),
            partial(actions.tell_more, given, text="Et ord til.", language="da"),
            partial(actions.merge, given, beside, by=birthe),
        ]
        source.shuffle(deeds)

        at_once(*deeds)

        given.refresh_from_db()
        assert given.is_withdrawn
        assert given.story == f"Fortælling {number}"
        assert all(item.is_withdrawn for item in actions.items_of(given))
        assert not Item.objects.filter(withdrawn_at=None).exclude(media=file).exists()
        beside.refresh_from_db()
        assert beside.state in {"received", "merged"}
        if beside.state == "merged":
            assert given.additions.filter(text=f"Mere {number}").exists()
    assert Submission.objects.count() == 2 * ROUNDS
    done = set(DeskDeed.objects.values_list("kind", flat=True))
    assert done == {"accept", "decline", "merge"}  # each of them came first sometimes
