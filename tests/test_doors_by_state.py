"""What an item is just now × who asks: draft, published, closed, taken down, away, gone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from accounts import actions as people
from archive import actions
from archive.models import Item
from submissions import erasure
from tests import make
from tests.conftest import signed_in
from tests.doors import (
    CURATES,
    DECIDES,
    DESCRIBES,
    DOORS,
    HOUSE,
    ROLES,
    STRANGER,
)
from tests.test_doors import addresses, answered, visitor

__all__ = ["addresses"]  # a fixture

pytestmark = pytest.mark.django_db


def begun() -> Item:
    """Published, with bytes to fetch as if the darkroom had made them."""
    item = make.published_item()
    media = item.media.get()
    media.folder = f"ab/{media.pk}"
    media.renditions = [
        {"width": 320, "height": 213, "format": "jpg", "name": "320.jpg", "bytes": 3}
    ]
    media.save()
    media.rendition_folder.mkdir(parents=True)
    (media.rendition_folder / "320.jpg").write_bytes(b"jpg")
    return item


def draft(item: Item) -> Item:
    return actions.unpublish(item, by=make.user())


def published(item: Item) -> Item:
    return item


def closed(item: Item) -> Item:
    item.restricted_until = timezone.localdate() + dt.timedelta(days=1)
    item.save()
    return item


def taken_down(item: Item) -> Item:
    return actions.withdraw(item, by=None)


def laid_away(item: Item) -> Item:
    return actions.lay_away(item, because="Dublet.", by=make.user())


def erased(item: Item) -> Item:
    return erasure.erase_item(laid_away(item), by=make.user())


def status(client: Client, address: str) -> int:
    answer = client.get(address)
    answer.close()  # a file is open until somebody has read it
    return answer.status_code


State = Callable[[Item], Item]
STATES = [draft, published, closed, taken_down, laid_away, erased]
ON_THE_DESK = {draft, published, closed, taken_down}


@pytest.mark.parametrize("state", STATES)
def test_only_what_is_published_now_is_met_outside(state: State) -> None:
    before = begun()
    token = before.media.get().public_token
    item = state(before)
    gone = 410 if item.is_withdrawn else 404
    page = 200 if state is published else gone

    for role in ROLES:  # people of the house read it at the desk, not here
        client = visitor(role)
        roads = [f"/billeder/{item.reg_number}/", f"/r/{token}/320.jpg"]
        found = [status(client, road) for road in roads]
        assert found == [page, 200 if state is published else 404], role
        said = client.get("/billeder/").text
        assert (f"/billeder/{item.reg_number}/" in said) == (state is published)


@pytest.mark.parametrize("state", STATES)
def test_the_desk_opens_what_is_not_laid_away(state: State) -> None:
    item = state(make.published_item(picture=True))
    media = item.media.get()
    desk = f"/arbejdsrum/billeder/{item.reg_number}"
    here = 200 if state in ON_THE_DESK else 404
    bytes_ = 404 if state is erased else 200
    pages = [f"{desk}/", f"{desk}/historik/", f"{desk}/filer/"]

    for role in sorted(HOUSE):
        client = visitor(role)
        assert {status(client, page) for page in pages} == {here}, role
        working = status(client, f"/arbejdsrum/filer/{media.pk}/320.jpg")
        assert working == bytes_, role
        original = status(client, f"/arbejdsrum/filer/{media.pk}/original")
        assert original == (bytes_ if role in DESCRIBES | CURATES else 403), role


@pytest.mark.parametrize("state", STATES)
def test_a_deed_is_done_by_its_roles_and_never_to_what_is_gone(state: State) -> None:
    item = state(make.published_item())
    desk = f"/arbejdsrum/billeder/{item.reg_number}"
    refused = [STRANGER, *sorted(HOUSE - DECIDES)]
    before = dict[str, object](Item.objects.values().get(pk=item.pk))

    for role in refused:
        client = visitor(role)
        for deed in ("udgiv", "tag-ned", "laeg-vaek", "tag-frem", "slet", "ret"):
            form = {"publication": "full", "because": "x", "number": item.reg_number}
            answer = client.post(f"{desk}/{deed}/", {**form, "decide": "web:yes"})
            assert answer.status_code == (302 if role == STRANGER else 403)
    assert Item.objects.values().get(pk=item.pk) == before

    visitor("archivist").post(f"{desk}/udgiv/", {"publication": "full"})
    shown = Item.objects.published().filter(pk=item.pk)
    assert shown.exists() == (state in {draft, published})


# Those who are away, who have gone, and who have been given something


@pytest.mark.parametrize("method", ["get", "post"])
def test_whoever_has_ended_is_a_stranger_at_every_door(
    method: str, addresses: dict[str, str]
) -> None:
    poul, birthe = make.user("administrator"), make.user("administrator")
    client = signed_in(birthe)
    people.end(birthe, by=poul)

    assert answered(client, method, addresses, role=STRANGER) == []


@pytest.mark.parametrize("role", ["volunteer", "archivist"])
def test_leave_opens_no_door_that_was_shut(
    role: str, addresses: dict[str, str]
) -> None:
    make.user("administrator")
    somebody, today = make.user(role), timezone.localdate()
    client = signed_in(somebody)
    people.go_away(somebody, since=today, until=today, by=make.user("administrator"))

    assert answered(client, "get", addresses, role=role) == []


def test_what_was_given_before_a_leave_is_given_no_longer() -> None:
    kirsten, item = make.user("volunteer"), make.item()
    make.assignment(item, volunteer=kirsten)
    client, today = signed_in(kirsten), timezone.localdate()
    address = f"/arbejdsrum/billeder/{item.reg_number}/forslag/"
    before = client.get(address).status_code

    people.go_away(kirsten, since=today, until=today, by=make.user())

    assert (before, client.get(address).status_code) == (200, 403)


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_assignment_opens_one_door_and_no_other(
    method: str, addresses: dict[str, str]
) -> None:
    kirsten = make.user("volunteer")
    number = addresses["archive:suggest"].split("/")[3].removeprefix("B")
    make.assignment(Item.objects.get(number=number), volunteer=kirsten)
    others = {name: at for name, at in addresses.items() if name != "archive:suggest"}
    client = signed_in(kirsten)

    opened = getattr(client, method)(addresses["archive:suggest"]).status_code

    assert opened in {200, 302}
    assert answered(client, method, others, role="volunteer") == []


@pytest.mark.parametrize("state", STATES)
def test_a_volunteer_suggests_only_for_what_is_on_the_desk(state: State) -> None:
    kirsten, item = make.user("volunteer"), state(make.published_item())
    make.assignment(item, volunteer=kirsten)
    address = f"/arbejdsrum/billeder/{item.reg_number}/forslag/"

    answer = signed_in(kirsten).post(address, {"title": "Stationen"})

    assert answer.status_code == (302 if state in ON_THE_DESK else 404)
    assert item.suggestions.exists() == (state in ON_THE_DESK)


def test_no_room_of_the_workroom_is_open_to_strangers(
    addresses: dict[str, str],
) -> None:
    rooms = {name for name, at in addresses.items() if at.startswith("/arbejdsrum/")}

    assert len(rooms) > 100
    assert {name for name in rooms if STRANGER in DOORS[name]} == set()
