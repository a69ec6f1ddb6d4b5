"""What is published is judged anew when the rules it rests on have changed."""

import dataclasses
import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from archive import judging
from archive.models import Item
from archive.rights import RULES
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_new_house(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "_round", judging.Round())


def free_by_its_age() -> Item:
    """Nobody knows whose right it is; it is free as an amateur's picture of 1971."""
    return make.published_item(
        date_told="1971", rights_basis="unknown", photographer_kind="amateur"
    )


def longer_protection(settings: Any) -> None:
    rules = RULES | {"amateur": RULES["amateur"]._replace(figure=90)}
    settings.SOCIETY = dataclasses.replace(settings.SOCIETY, rights=rules)


def is_out(item: Item) -> bool:
    item.refresh_from_db()
    return not item.is_published


def test_new_rules_take_down_what_they_do_not_let_stand(
    settings: Any, client: Client, poul_client: Client
) -> None:
    free, theirs = free_by_its_age(), make.published_item()
    longer_protection(settings)

    gone = judging.sweep()

    assert gone == 1
    assert is_out(free)
    assert not is_out(theirs)
    assert client.get(free.get_absolute_url()).status_code == 404
    history = poul_client.get(reverse("archive:history", args=[free.reg_number])).text
    assert "Huset selv" in history


def test_all_are_judged_a_few_at_a_time_and_once_a_day(settings: Any) -> None:
    items = [free_by_its_age() for _each in range(3)]
    longer_protection(settings)

    gone = [judging.sweep(limit=2) for _each in range(4)]
    Item.objects.filter(pk=items[0].pk).update(publication=Item.Publication.FULL)

    assert gone == [2, 1, 0, 0]
    assert judging.sweep() == 0
    assert [is_out(each) for each in items] == [False, True, True]


def test_the_next_day_begins_a_new_round(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = free_by_its_age()
    judging.sweep()
    judging.sweep()
    longer_protection(settings)
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda *_when: tomorrow)

    judging.sweep()

    assert is_out(item)


def test_what_is_closed_for_a_while_stays_published_for_later(poul: User) -> None:
    item = free_by_its_age()
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    Item.objects.filter(pk=item.pk).update(restricted_until=tomorrow)
    item.refresh_from_db()

    assert not judging.end_what_is_barred(item, by=poul)


def test_somebody_who_settles_the_right_meanwhile_is_not_undone(settings: Any) -> None:
    item = free_by_its_age()
    longer_protection(settings)
    Item.objects.filter(pk=item.pk).update(rights_basis="family")

    assert not judging.end_what_is_barred(item, by=None)
    assert not is_out(item)


def test_asks_as_often_for_three_as_for_one(
    django_assert_num_queries: Any,
) -> None:
    for _each in range(3):
        make.published_item()

    with django_assert_num_queries(1):
        judging.sweep()
