"""Every address × every role: who is let in, and what strangers are told."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from accounts.models import User
from exhibitions import actions
from tests import make

pytestmark = pytest.mark.django_db

STRANGER = "stranger"
ROLES = [STRANGER, *User.Role.values]
EVERYBODY = set(ROLES)
HOUSE = set(User.Role.values)
DESCRIBES = {"registrar", "archivist", "administrator"}
DECIDES = {"archivist", "administrator"}
CURATES = {"curator", "editor", "archivist", "administrator"}

# Who may ask for each address at all; what it answers then is told in its own tests.
DOORS: dict[str, set[str]] = {
    "healthz": EVERYBODY,
    "robots": EVERYBODY,
    "home": EVERYBODY,
    "short_item": EVERYBODY,
    "short_exhibition": EVERYBODY,
    "rendition": EVERYBODY,
    "item_card": EVERYBODY,
    "exhibition_card": EVERYBODY,
    "style_guide": HOUSE,
    "account_login": EVERYBODY,
    "account_request_login_code": EVERYBODY,
    "account_confirm_login_code": EVERYBODY,
    "account_logout": EVERYBODY,
    "account_login_by_key": EVERYBODY,
    "welcome": EVERYBODY,
    "my_keys": HOUSE,
    "ask_for_key": HOUSE,
    "remove_key": HOUSE,
    "people:people": DECIDES,
    "people:invite": DECIDES,
    "people:uninvite": DECIDES,
    "people:person": DECIDES,
    "people:change_role": DECIDES,
    "people:go_away": DECIDES,
    "people:come_back": DECIDES,
    "people:end": DECIDES,
    "people:begin_again": DECIDES,
    "numbers": DESCRIBES,
    "files": DESCRIBES,
    "look_again": DESCRIBES,
    "search:search": EVERYBODY,
    "archive:browse": EVERYBODY,
    "archive:item": EVERYBODY,
    "archive:items": HOUSE,
    "archive:edit": HOUSE,
    "archive:history": HOUSE,
    "archive:reading": HOUSE,
    "archive:publish": DECIDES,
    "archive:withdraw": DECIDES,
    "archive:revert": DECIDES,
    "archive:decide": DECIDES,
    "archive:rules": HOUSE,
    "archive:lay_away": DECIDES,
    "archive:take_back": DECIDES,
    "archive:laid_away": DESCRIBES,
    "archive:suggest": set(),
    "archive:give": DESCRIBES,
    "archive:give_back": DESCRIBES,
    "archive:my_tasks": HOUSE,
    "archive:suggestions": DESCRIBES,
    "archive:answer_suggestion": DESCRIBES,
    "archive:compare": HOUSE,
    "archive:chronicle": DESCRIBES,
    "archive:chronicle_csv": DECIDES,
    "submissions:erase_item": DECIDES,
    "archive:turn": DESCRIBES,
    "archive:working": HOUSE,
    "archive:original": DESCRIBES | CURATES,
    "submissions:contribute": EVERYBODY,
    "submissions:contribute_to": EVERYBODY,
    "submissions:read_date": EVERYBODY,
    "submissions:keep_typed": EVERYBODY,
    "submissions:resume": EVERYBODY,
    "submissions:uploads": EVERYBODY,
    "submissions:upload": EVERYBODY,
    "submissions:draft_picture": EVERYBODY,
    "submissions:my_slip": EVERYBODY,
    "submissions:signed": EVERYBODY,
    "submissions:slip": DESCRIBES,
    "submissions:texts": DESCRIBES,
    "submissions:blank_slip": DESCRIBES,
    "submissions:find_mine": EVERYBODY,
    "submissions:mine": EVERYBODY,
    "submissions:receipt": EVERYBODY,
    "submissions:answer": EVERYBODY,
    "submissions:add_pictures": EVERYBODY,
    "submissions:decide": EVERYBODY,
    "submissions:withdraw": EVERYBODY,
    "submissions:regret": EVERYBODY,
    "submissions:tell_more": EVERYBODY,
    "submissions:hide_part": EVERYBODY,
    "submissions:hear": EVERYBODY,
    "submissions:renew": EVERYBODY,
    "submissions:take_home": EVERYBODY,
    "submissions:own_picture": EVERYBODY,
    "submissions:object": EVERYBODY,
    "submissions:objection": EVERYBODY,
    "submissions:inbox": DESCRIBES,
    "submissions:review": DESCRIBES,
    "submissions:objections": DESCRIBES,
    "submissions:hide": DECIDES,
    "submissions:settle": DESCRIBES,
    "submissions:recognise": DECIDES,
    "submissions:take_added": DESCRIBES,
    "submissions:leave_added": DESCRIBES,
    "submissions:ask": DESCRIBES,
    "submissions:decline": DESCRIBES,
    "submissions:accept": DESCRIBES,
    "submissions:record": DESCRIBES,
    "submissions:take_back": DESCRIBES,
    "exhibitions:list": EVERYBODY,
    "exhibitions:visit": EVERYBODY,
} | {
    f"exhibitions:{name}": CURATES
    for name in (
        *("curate", "create", "build", "preview", "save", "arrange", "publish"),
        *("unpublish", "add_section", "save_section", "add_block", "save_block"),
        *("place", "save_placement", "move", "remove", "print", "panels", "proof"),
        *("labels", "share", "share_item"),
    )
}


# Reading is one thing; writing on the same address is another.
WRITERS = {"archive:edit": DESCRIBES}


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
    objection = make.objection(item)
    exhibition = actions.create(title="Den første dag", language="da", by=make.user())
    section = exhibition.sections.get()
    block = make.block(section, kind="text")
    placement = make.placement(make.block(section, kind="picture"), item=item)
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
        "submissions:contribute_to": {"slug": make.call().slug},
        "submissions:own_picture": {**mine, "pk": 1, "name": "640.jpg"},
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
    for name in ("item", "edit", "history", "publish", "withdraw", "revert"):
        arguments[f"archive:{name}"] = one
    for name in ("mine", "receipt", "answer", "add_pictures", "decide"):
        arguments[f"submissions:{name}"] = mine
    for name in ("take_home", "tell_more", "hide_part", "hear"):
        arguments[f"submissions:{name}"] = mine
    for name in ("withdraw", "regret", "renew"):
        arguments[f"submissions:{name}"] = mine
    for name in ("review", "ask", "decline", "accept", "record", "take_back"):
        arguments[f"submissions:{name}"] = given
    for name in ("visit", "build", "preview", "save", "arrange", "publish"):
        arguments[f"exhibitions:{name}"] = show
    for name in ("unpublish", "print", "share"):
        arguments[f"exhibitions:{name}"] = show
    return {name: reverse(name, kwargs=arguments.get(name)) for name in DOORS}


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
    client = visitor(role)
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

    assert wrong == []


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
