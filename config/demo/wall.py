"""The sample exhibition, hung by the same deeds that curators use."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from accounts.models import User
from archive.models import Item
from config.demo.archive import DATA
from exhibitions import actions
from exhibitions.models import Exhibition, Section
from submissions.actions import welcome_partners

WEEKS_OPEN = 20


def hang(items: Mapping[str, Item], *, by: User) -> Exhibition:
    """The exhibition in three chapters, open since last week."""
    told = tomllib.loads((DATA / "exhibition.toml").read_text("utf-8"))
    exhibition = actions.create(title=told["title"], language="da", by=by)
    today = timezone.localdate()
    words = (
        "subtitle",
        "introduction",
        "note",
        "venue",
        "curators",
        "thanks",
        "sources",
    )
    changes = {word: told[word].strip() for word in words} | {
        "translations": told["translations"],
        "cover": items[told["cover"]],
        "opens": today - dt.timedelta(days=9),
        "closes": today + dt.timedelta(weeks=WEEKS_OPEN),
    }
    actions.write(exhibition, row=exhibition, changes=changes, by=by)
    exhibition.partners.set(welcome_partners(told["partners"]))
    for number, chapter in enumerate(told["chapter"]):
        section = (
            exhibition.sections.get()
            if number == 0
            else actions.add_section(exhibition, by=by)
        )
        fill(section, chapter, items, by=by)
    return actions.publish(Exhibition.objects.get(pk=exhibition.pk), by=by)


def fill(
    section: Section, told: Mapping[str, Any], items: Mapping[str, Item], *, by: User
) -> None:
    """One chapter: its words, then its blocks in order."""
    changes = {
        "title": told["title"],
        "promise": told["promise"],
        "translations": told.get("translations", {}),
    }
    actions.write(section.exhibition, row=section, changes=changes, by=by)
    for each in told["block"]:
        block = actions.add_block(section, kind=each["kind"], by=by)
        spoken = {"language": each["spoken_in"]} if "spoken_in" in each else {}
        changes = {
            "body": each.get("body", "").strip(),
            "attribution": each.get("attribution", ""),
            "translations": each.get("translations", {}),
            "settings": spoken,
        }
        actions.write(section.exhibition, row=block, changes=changes, by=by)
        for picture in each.get("pictures", []):
            placement = actions.place(block, item=items[picture["slug"]], by=by)
            label = {"label": picture.get("label", "")}
            actions.write(section.exhibition, row=placement, changes=label, by=by)
