"""Who each value on a card comes from: family, volunteer, archivist, reckoned, camera."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils import timezone

from accounts.models import User
from archive import dates
from archive.models import Item, Origin

# Several fields that are one thing to a person who reads the card.
PART_OF = {
    "date_edtf": "date",
    "earliest": "date",
    "latest": "date",
    "latitude": "point",
    "longitude": "point",
    "precision": "point",
    "hidden_place": "place",
}
# Nobody asks who said in which language it was said, or whether it is not known.
UNSIGNED = {"language", "date_language", "translations", "origins"}


def origin_of(user: User | None) -> str:
    """What people of the house write is theirs; what has no user is the family's."""
    if user is None:
        return Origin.FAMILY
    return Origin.VOLUNTEER if user.role == User.Role.VOLUNTEER else Origin.ARCHIVIST


def note(
    item: Item, fields: Iterable[str], origin: str, on: dt.datetime | None = None
) -> None:
    """Write on the card who these fields come from; an empty field comes from nobody.

    A date that is just what the words say was reckoned, whoever wrote the words.
    """
    day = timezone.localdate(on).isoformat()
    origins = dict(item.origins)
    for part in dict.fromkeys(PART_OF.get(field, field) for field in fields):
        if part in UNSIGNED:
            continue
        if _is_empty(item, part):
            origins.pop(part, None)
        else:
            whose = _of_date(item, origin) if part == "date" else origin
            origins[part] = {"from": str(whose), "on": day}
    item.origins = origins


def changed(item: Item, changes: Mapping[str, Any]) -> list[str]:
    """The fields that these changes would make different."""
    return [name for name, value in changes.items() if getattr(item, name) != value]


def _of_date(item: Item, origin: str) -> str:
    if item.date_basis == Item.DateBasis.CAMERA:
        return Origin.CAMERA
    read = dates.read(item.date_told, item.date_language) if item.date_told else None
    return Origin.RECKONED if read and read.edtf == item.date_edtf else origin


def _is_empty(item: Item, part: str) -> bool:
    if part in {"subjects", "persons", "relations"}:
        return False
    if part == "place":
        return item.place is None and item.hidden_place is None
    name = {"date": "date_edtf", "point": "latitude"}.get(part, part)
    return getattr(item, name) in {None, "", False}
