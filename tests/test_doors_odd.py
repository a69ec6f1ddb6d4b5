"""Every address × what nobody means to send: it is answered, and never with an error."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from django.db import transaction
from django.http import QueryDict
from django.test import Client
from django.urls import NoReverseMatch, resolve, reverse
from django.utils import translation

from tests.test_doors import addresses, visitor

__all__ = ["addresses"]  # a fixture

pytestmark = pytest.mark.django_db

ODD = {
    "a NUL": "a\0b",
    "twenty digits": "9" * 20,
    "a raised two": "²",
    "four hundred letters": "ø" * 400,  # more than any name's column holds
}
# What pages ask by in their addresses (…/?side=2).
ASKED = (
    *("a", "aarti", "b", "begyndt", "billede", "blok", "date_told", "del", "done"),
    *("efter", "emne", "fil", "foer", "format", "fra", "from", "gerning", "hos"),
    *("hvem", "into", "next", "nummer", "papir", "partner", "person", "q", "samling"),
    *("sendt", "side", "som", "sprog", "sted", "til", "to", "told", "vis"),
)
ASKS = {"input", "textarea", "button"}
USUAL = {
    "text": "Stationen",
    "email": "emine@example.org",
    "date": "1976-09-26",
    "time": "10:00",
    "number": "1",
}


@pytest.fixture(autouse=True)
def _silence() -> Iterator[None]:
    """Every refusal is logged with its address: a thousand of them, and long."""
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture(autouse=True)
def _in_danish() -> None:
    """A test before may have left another language on; addresses begin with it."""
    translation.activate("da")


class Forms(HTMLParser):
    """The forms of a page: where they lead, and what a reasonable person would send."""

    def __init__(self, page: str, at: str) -> None:
        super().__init__()
        self.at, self.choosing = at, ""
        self.found: list[tuple[str, QueryDict]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            to = told.get("action") or self.at
            self.found.append((to, QueryDict(mutable=True)))
        elif tag == "select":
            self.choosing = told.get("name", "")
        elif tag == "option" and self.choosing and self.found:
            sent = self.found[-1][1]
            if "selected" in told or not sent.get(self.choosing):
                sent[self.choosing] = told.get("value", "")
        elif tag in ASKS and self.found and told.get("type") != "file":
            self.choosing, usual = "", USUAL.get(told.get("type", "text"), "")
            value = told.get("value") or usual
            self.found[-1][1].appendlist(told.get("name", ""), value)


def trouble(client: Client, way: str, to: str, sent: QueryDict | None = None) -> str:
    """How it went wrong; nothing when it was answered. Nothing of it stays."""
    try:
        with transaction.atomic():
            try:
                answer = asked(client, way, to, sent or QueryDict())
            finally:
                transaction.set_rollback(True)
    except Exception as error:  # noqa: BLE001  (whatever it is, a visitor meets it)
        return f"{way} {to[:60]} {error!r:.200}"
    status = answer.status_code
    return f"{way} {to[:60]} {status}" if status >= 500 else ""


def asked(client: Client, way: str, to: str, sent: QueryDict) -> Any:
    if way == "post":
        form = "application/x-www-form-urlencoded"
        answer = client.post(to, sent.urlencode(), content_type=form)
    else:
        answer = client.get(to, query_params=sent)
    answer.close()
    return answer


def odd_addresses(at: str, odd: str) -> Iterator[str]:
    """The address with each of its parts, one after the other, as nobody sends it."""
    found = resolve(at)
    for name in found.kwargs:
        try:
            yield reverse(found.view_name, kwargs={**found.kwargs, name: odd})
        except NoReverseMatch:
            continue


@pytest.mark.parametrize("role", ["stranger", "administrator"])
@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_an_odd_address_is_answered(
    odd: str, role: str, addresses: dict[str, str]
) -> None:
    client, questions = visitor(role), QueryDict(mutable=True)
    questions.update(dict.fromkeys(ASKED, odd))

    wrong = [trouble(client, "get", at, questions) for at in addresses.values()]
    for at in addresses.values():
        for to in odd_addresses(at, odd):
            wrong += [trouble(client, "get", to), trouble(client, "post", to)]

    assert "\n".join(filter(None, wrong)) == ""


def forms(client: Client, addresses: dict[str, str]) -> dict[str, QueryDict]:
    """Every form of every page, by where it leads."""
    found: dict[str, QueryDict] = {}
    for at in addresses.values():
        answer = client.get(at)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            found |= dict(Forms(answer.text, at).found)
        answer.close()
    return found


@pytest.mark.parametrize("name", ["a NUL", "twenty digits", "four hundred letters"])
def test_a_form_filled_oddly_is_answered(
    name: str, addresses: dict[str, str], settings: Any
) -> None:
    """All of it, and then each field by itself beside what one would send."""
    settings.QUICKEST_WRITER = 0
    odd, client, wrong = ODD[name], visitor("administrator"), []
    for to, sent in forms(client, addresses).items():
        everything = QueryDict(mutable=True)
        everything.update(dict.fromkeys(sent, odd))
        wrong.append(trouble(client, "post", to, everything))
        for field in sent:
            one = sent.copy()
            one[field] = odd
            if said := trouble(client, "post", to, one):
                wrong.append(f"{field}: {said}")

    assert "\n".join(filter(None, wrong)) == ""
