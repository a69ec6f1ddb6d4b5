"""Every address × every role: who is let in, and what strangers are told."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from exhibitions import actions
from submissions.actions import note_deed
from submissions.models import DeskDeed
from tests import make
from tests.doors import DECIDES, DOORS, HOUSE, ROLES, STRANGER, WRITERS

pytestmark = pytest.mark.django_db


def routes() -> Iterator[str]:
    """The name of every address of the house."""

    def names(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[str]:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                inside = f"{pattern.namespace}:" if pattern.namespace else ""
                yield from names(pattern.url_patterns, prefix + inside)
            else:
                yield prefix + (pattern.name or "")

    return names(get_resolver().url_patterns, "")


def test_every_address_has_its_door() -> None:
    assert set(routes()) == set(DOORS)


OF_ITEM = ("decide", "lay_away", "take_back", "suggest", "give", "compare")


def _of_people() -> dict[str, dict[str, Any]]:
    colleague = {"pk": make.user("volunteer").pk}
    names = ("person", "change_role", "go_away", "come_back", "end", "begin_again")
    return {f"people:{name}": colleague for name in names}


@pytest.fixture
def addresses() -> dict[str, str]:
    """A real address for every route, of things that exist."""
    from django.urls import reverse  # noqa: PLC0415

    item = make.published_item()
    media = item.media.get()
    submission = make.submission()
    token = submission.token
    done = note_deed(submission, DeskDeed.Kind.ASK, by=make.user(), state="received")
    objection = make.objection(item)
    exhibition = actions.create(title="Den første dag", language="da", by=make.user())
    section = exhibition.sections.get()
    block = make.block(section, kind="text")
    placement = make.placement(make.block(section, kind="picture"), item=item)
    call, partner = make.call(), make.partner()
    one: dict[str, Any] = {"reg_number": item.reg_number}
    show: dict[str, Any] = {"slug": exhibition.slug}
    mine: dict[str, Any] = {"token": token}
    given: dict[str, Any] = {"pk": submission.pk}
    arguments: dict[str, dict[str, Any]] = {
        "welcome": {"token": "nobody-has-this"},
        "remove_key": {"pk": 1},
        "people:uninvite": {"pk": make.invitation().pk},
        "archive:give_back": {"pk": make.assignment(item).pk},
        "archive:answer_suggestion": {"pk": make.suggestion(item).pk},
        "archive:reopen_suggestion": {"pk": make.suggestion(item).pk},
        "submissions:erase_item": one,
        **_of_people(),
        **{f"archive:{name}": one for name in OF_ITEM},
        "short_item": {"number": item.number},
        "short_exhibition": show,
        "rendition": {"token": media.public_token, "name": "640.jpg"},
        "item_card": {"number": item.number, "size": "nothing"},
        "exhibition_card": {**show, "size": "nothing"},
        "archive:working": {"pk": media.pk, "name": "640.jpg"},
        "archive:original": {"pk": media.pk},
        "archive:turn": {"pk": media.pk},
        "submissions:contribute_to": {"slug": call.slug},
        "short_call": {"slug": call.slug},
        "short_partner": {"partner": partner.slug},
        "short_partner_call": {"partner": partner.slug, "slug": call.slug},
        "call_card": {"slug": call.slug, "size": "nothing"},
        "submissions:partner_call_code": {"slug": partner.slug, "call": call.slug},
        "exhibitions:call_poster": {"call": call.slug, "form": "A4"},
        "exhibitions:call_proof": {"call": call.slug, "form": "A4"},
        "archive:change_file": {"pk": media.pk},
        "archive:anchor": {"slug": make.anchor().slug},
        "archive:lay_anchor_away": {"slug": make.anchor().slug},
        "archive:export": {"form": "nothing"},
        "archive:about_personer": {"slug": make.person().slug},
        "archive:about_steder": {"slug": make.place().slug},
        "archive:about_emner": {"slug": make.subject().slug},
        "archive:about_samlinger": {"slug": make.collection().slug},
        "archive:authorities": {"kind": "personer"},
        "archive:new_authority": {"kind": "steder"},
        "archive:authority": {"kind": "emner", "slug": make.subject().slug},
        "archive:merge_authority": {"kind": "personer", "slug": make.person().slug},
        "archive:undo_merge": {"pk": 0},
        "archive:undo_authority": {
            "kind": "personer",
            "slug": make.person().slug,
            "version": 0,
        },
        "archive:undo_last": {**one, "version": 0},
        "archive:split_person": {"slug": make.person().slug},
        "archive:batch": {"pk": 0},
        "archive:undo_batch": {"pk": 0},
        "archive:new_template": one,
        "archive:lay_template_away": {"pk": 0},
        "submissions:own_picture": {**mine, "pk": 1, "name": "640.jpg"},
        "submissions:own_voice": {**mine, "pk": 1, "name": "sound.m4a"},
        "submissions:draft_voice": {"key": "k", "pk": 1, "name": "sound.m4a"},
        "submissions:transcribe": given,
        "submissions:resume": mine,
        "submissions:upload": {"token": make.upload_row().token},
        "submissions:draft_picture": {"key": "k" * 22, "pk": 1, "name": "640.jpg"},
        "submissions:my_slip": mine,
        "submissions:signed": mine,
        "submissions:slip": given,
        "submissions:blank_slip": {"language": "da"},
        "submissions:object": one,
        "submissions:objection": {"token": objection.token},
        "submissions:hide": {"pk": objection.pk},
        "submissions:settle": {"pk": objection.pk},
        "submissions:recognise": {"pk": objection.pk},
        "submissions:take_added": given,
        "submissions:leave_added": given,
        "submissions:merge": given,
        "submissions:split": given,
        "submissions:join": given,
        "submissions:mark_back": given,
        "submissions:hold": given,
        "submissions:undo": {"pk": done.pk},
        "submissions:own_keepsake": {**mine, "name": "640.jpg"},
        "exhibitions:add_section": show,
        "exhibitions:save_section": {**show, "pk": section.pk},
        "exhibitions:add_block": {**show, "pk": section.pk},
        "exhibitions:save_block": {**show, "pk": block.pk},
        "exhibitions:place": {**show, "pk": block.pk},
        "exhibitions:save_placement": {**show, "pk": placement.pk},
        "exhibitions:move": {**show, "what": "blok", "pk": block.pk},
        "exhibitions:remove": {**show, "what": "blok", "pk": block.pk},
        "exhibitions:panels": {**show, "form": "A3"},
        "exhibitions:proof": {**show, "form": "A3", "page": 1},
        "exhibitions:labels": {**show, "sheet": "A4"},
        "exhibitions:share_item": {"number": item.number},
    }
    arguments |= of_a_collection_day()
    called = {"slug": call.slug}
    sheet = {"token": make.import_run().token}
    led = {"slug": partner.slug}
    shared: list[tuple[str, dict[str, Any], str]] = [
        ("archive", one, "item edit history publish withdraw revert"),
        ("archive", one, "files add_file ask_anchors"),
        ("archive", sheet, "import_run import_columns import_start import_stop"),
        ("submissions", mine, "mine receipt answer add_pictures decide"),
        ("submissions", mine, "take_home tell_more hide_part hear"),
        ("submissions", mine, "withdraw regret renew"),
        ("submissions", given, "review ask decline accept record take_back"),
        ("submissions", called, "edit_call preview_call open_call close_call"),
        ("submissions", called, "move_call"),
        ("submissions", led, "partner edit_partner partner_code"),
        ("exhibitions", {"call": call.slug}, "call_print share_call"),
        ("exhibitions", show, "visit build preview save arrange publish"),
        ("exhibitions", show, "unpublish print share"),
    ]
    for app, given_there, names in shared:
        arguments |= {f"{app}:{name}": given_there for name in names.split()}
    return {name: reverse(name, kwargs=arguments.get(name)) for name in DOORS}


def of_a_collection_day() -> dict[str, dict[str, Any]]:
    """A day with one family in the queue."""
    day = make.collection_day()
    at_day: dict[str, Any] = {"slug": day.slug}
    ticket: dict[str, Any] = {**at_day, "code": make.ticket(day).code}
    of_day = ("day", "day_edit", "day_open", "day_close", "day_take", "day_summary")
    of_ticket = (
        *("number", "slip", "sheet", "save", "take_over", "back_to_queue"),
        *("finish", "receipt"),
    )
    return {
        **{f"submissions:{name}": at_day for name in (*of_day, "day_wall")},
        **{f"submissions:day_{name}": ticket for name in of_ticket},
        "submissions:day_table": {**at_day, "table": "A"},
        "submissions:day_call": {**at_day, "table": "Q"},
        "submissions:day_file": {**ticket, "pk": 1, "name": "640.jpg"},
        "submissions:day_forget_scan": {**at_day, "pk": 1},
        "submissions:wall": {"token": day.wall_token},
    }


def visitor(role: str) -> Client:
    client = Client()
    if role != STRANGER:
        client.force_login(make.user(role))
    return client


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_door_opens_for_its_roles_only(
    role: str, method: str, addresses: dict[str, str]
) -> None:
    assert answered(visitor(role), method, addresses, role=role) == []


def answered(
    client: Client, method: str, addresses: dict[str, str], *, role: str
) -> list[tuple[str, int]]:
    """The doors that let somebody in whom they should not, or the other way round."""
    wrong = []
    for name, address in addresses.items():
        if name == "account_logout":
            continue
        answer = getattr(client, method)(address)
        to_sign_in = answer.status_code == 302 and "/konto/ind/" in answer["Location"]
        let_in = answer.status_code != 403 and not (to_sign_in and role == STRANGER)
        is_silent = answer.status_code == 405 or name.startswith("account_")
        allowed = (WRITERS if method == "post" else {}).get(name, DOORS[name])
        if answer.status_code >= 500 or (not is_silent and let_in != (role in allowed)):
            wrong.append((name, answer.status_code))
    return wrong


@pytest.mark.parametrize("role", sorted(HOUSE))
def test_only_who_is_given_an_item_may_suggest_for_it(role: str) -> None:
    given, another = make.item(), make.item()
    somebody = make.user(role)
    make.assignment(given, volunteer=somebody)
    client = Client()
    client.force_login(somebody)
    expected = 200 if role == "volunteer" else 403

    assert (
        client.get(f"/arbejdsrum/billeder/{given.reg_number}/forslag/").status_code
        == expected
    )
    assert (
        client.get(f"/arbejdsrum/billeder/{another.reg_number}/forslag/").status_code
        == 403
    )
    assert (
        client.post(
            f"/arbejdsrum/billeder/{another.reg_number}/forslag/", {"title": "x"}
        ).status_code
        == 403
    )


@pytest.mark.parametrize("role", sorted(HOUSE))
def test_everybody_sees_themselves_and_who_manages_sees_the_others(role: str) -> None:
    somebody, another = make.user(role), make.user("registrar")
    client = Client()
    client.force_login(somebody)

    own = client.get(f"/arbejdsrum/folk/{somebody.pk}/")
    others = client.get(f"/arbejdsrum/folk/{another.pk}/")

    assert own.status_code == 200
    assert others.status_code == (200 if role in DECIDES else 403)


def test_an_archivist_neither_makes_nor_changes_an_administrator() -> None:
    archivist, administrator = make.user("archivist"), make.user("administrator")
    make.user("administrator")
    another = make.user("registrar")
    client = Client()
    client.force_login(archivist)

    promoted = client.post(
        f"/arbejdsrum/folk/{another.pk}/rolle/", {"role": "administrator"}
    )
    demoted = client.post(
        f"/arbejdsrum/folk/{administrator.pk}/rolle/", {"role": "curator"}
    )
    ended = client.post(f"/arbejdsrum/folk/{administrator.pk}/slut/")
    another.refresh_from_db()

    assert promoted.status_code == 200
    assert another.role == "registrar"
    assert demoted.status_code == ended.status_code == 403


def test_another_familys_token_opens_nothing(client: Client) -> None:
    mine, theirs = make.submission(), make.submission(ready=True)
    photograph = theirs.photographs.get()

    for address in (
        f"/mit/{mine.token[:-1]}x/",
        f"/mit/{mine.token}/filer/{photograph.pk}/640.jpg",
        "/mit/0/",
    ):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("role", sorted(HOUSE))
def test_pages_behind_doors_are_never_stored(role: str) -> None:
    answer = visitor(role).get("/arbejdsrum/billeder/")

    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Robots-Tag"] == "noindex"
