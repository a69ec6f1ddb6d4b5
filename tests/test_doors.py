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
    "search:search": EVERYBODY,
    "archive:browse": EVERYBODY,
    "archive:item": EVERYBODY,
    "archive:items": HOUSE,
    "archive:edit": HOUSE,
    "archive:history": HOUSE,
    "archive:reading": HOUSE,
    "archive:files": HOUSE,
    "archive:add_file": DESCRIBES,
    "archive:change_file": DESCRIBES,
    "archive:anchors": HOUSE,
    "archive:new_anchor": DESCRIBES,
    "archive:anchor": DESCRIBES,
    "archive:lay_anchor_away": DESCRIBES,
    "archive:ask_anchors": DESCRIBES,
    "archive:about_personer": EVERYBODY,
    "archive:about_steder": EVERYBODY,
    "archive:about_emner": EVERYBODY,
    "archive:about_samlinger": EVERYBODY,
    "archive:authorities": HOUSE,
    "archive:new_authority": DESCRIBES,
    "archive:authority": HOUSE,
    "archive:merge_authority": DECIDES,
    "archive:undo_merge": DECIDES,
    "archive:split_person": DECIDES,
    "archive:many": HOUSE,
    "archive:batch": HOUSE,
    "archive:undo_batch": DESCRIBES,
    "archive:new_template": DESCRIBES,
    "archive:lay_template_away": DESCRIBES,
    "archive:publish": DECIDES,
    "archive:withdraw": DECIDES,
    "archive:revert": DECIDES,
    "archive:turn": DESCRIBES,
    "archive:working": HOUSE,
    "archive:original": DESCRIBES | CURATES,
    "submissions:contribute": EVERYBODY,
    "submissions:contribute_to": EVERYBODY,
    "submissions:read_date": EVERYBODY,
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
    "submissions:own_picture": EVERYBODY,
    "submissions:object": EVERYBODY,
    "submissions:objection": EVERYBODY,
    "submissions:inbox": DESCRIBES,
    "submissions:review": DESCRIBES,
    "submissions:objections": DESCRIBES,
    "submissions:hide": DECIDES,
    "submissions:settle": DESCRIBES,
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
WRITERS = {
    "archive:edit": DESCRIBES,
    "archive:authority": DESCRIBES,
    "archive:many": DESCRIBES,
}


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
        "short_item": {"number": item.number},
        "short_exhibition": show,
        "rendition": {"token": media.public_token, "name": "640.jpg"},
        "item_card": {"number": item.number, "size": "nothing"},
        "exhibition_card": {**show, "size": "nothing"},
        "archive:working": {"pk": media.pk, "name": "640.jpg"},
        "archive:original": {"pk": media.pk},
        "archive:turn": {"pk": media.pk},
        "archive:change_file": {"pk": media.pk},
        "archive:anchor": {"slug": make.anchor().slug},
        "archive:lay_anchor_away": {"slug": make.anchor().slug},
        "archive:about_personer": {"slug": make.person().slug},
        "archive:about_steder": {"slug": make.place().slug},
        "archive:about_emner": {"slug": make.subject().slug},
        "archive:about_samlinger": {"slug": make.collection().slug},
        "archive:authorities": {"kind": "personer"},
        "archive:new_authority": {"kind": "steder"},
        "archive:authority": {"kind": "emner", "slug": make.subject().slug},
        "archive:merge_authority": {"kind": "personer", "slug": make.person().slug},
        "archive:undo_merge": {"pk": 0},
        "archive:split_person": {"slug": make.person().slug},
        "archive:batch": {"pk": 0},
        "archive:undo_batch": {"pk": 0},
        "archive:new_template": one,
        "archive:lay_template_away": {"pk": 0},
        "submissions:contribute_to": {"slug": make.call().slug},
        "submissions:own_picture": {**mine, "pk": 1, "name": "640.jpg"},
        "submissions:draft_picture": {"key": "k" * 22, "pk": 1, "name": "640.jpg"},
        "submissions:my_slip": mine,
        "submissions:signed": mine,
        "submissions:slip": given,
        "submissions:blank_slip": {"language": "da"},
        "submissions:object": one,
        "submissions:objection": {"token": objection.token},
        "submissions:hide": {"pk": objection.pk},
        "submissions:settle": {"pk": objection.pk},
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
    cards = ("item", "edit", "history", "publish", "withdraw", "revert")
    for name in (*cards, "files", "add_file", "ask_anchors"):
        arguments[f"archive:{name}"] = one
    for name in ("mine", "receipt", "answer", "add_pictures", "decide"):
        arguments[f"submissions:{name}"] = mine
    for name in ("withdraw", "regret"):
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
