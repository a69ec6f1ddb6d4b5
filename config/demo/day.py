"""A collection day in the sample archive, held by the same deeds that people use."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from accounts.models import User
from config.demo.snapshots import snapshot
from submissions import actions
from submissions.actions import collecting, sheets
from submissions.models import Call, CollectionDay, Ticket

DATA = Path(__file__).parent / "data" / "day.toml"
AGREED = {"may": ["show", "print"], "persons": "yes", "is_of_age": True, "aloud": True}


def hold(drawn: Mapping[str, bytes], *, by: User) -> CollectionDay:
    """A day that is open now: three families have given, one sits, four wait."""
    told = tomllib.loads(DATA.read_text("utf-8"))
    facts = {
        name: told[name] for name in ("slug", "name", "place", "wall_words", "tables")
    }
    today = {"day": timezone.localdate(), "call": Call.objects.first()}
    day = collecting.open_day(collecting.plan_day(facts | today, day=None))
    for each in told["family"]:
        receive(day, each, drawn[each["picture"]], by=by)
    for number, table in enumerate(told["waiting"]):
        collecting.take_ticket(day, table=table, key=f"sample-waiting-{number}")
    return day


def receive(
    day: CollectionDay, told: Mapping[str, Any], drawing: bytes, *, by: User
) -> None:
    """One family at the table, from the number to the slip."""
    key = f"sample-family-{told['picture']}"
    number = collecting.take_ticket(day, table=told["table"], key=key)
    ticket = collecting.call(day, table=told["table"], by=by, code=number.code)
    if ticket is None or ticket.submission is None:
        return
    taken = f"{timezone.localdate():%Y:%m:%d} 11:20:00"
    file = snapshot(drawing, taken=taken, tilt=0.8)
    actions.add_files(
        ticket.submission,
        [SimpleUploadedFile(f"{told['picture']}.jpg", file, "image/jpeg")],
    )
    words = {
        name: told[name] for name in ("name", "language", "story", "story_language")
    }
    write(ticket, words | (AGREED if told["sent"] else {}))
    if told["sent"]:
        sheets.hand_over(ticket, by=by)
        collecting.finish(ticket)


def write(ticket: Ticket, words: Mapping[str, Any]) -> None:
    """Fill in the sheet as a tablet that sees it as it is."""
    seen = {name: sheets.stamp(value) for name, value in sheets.said(ticket).items()}
    sheets.write(ticket, changes=words, seen=seen)
