"""Who is where in a picture, as a family has told it; part of the deeds in actions.py.

A new person is written for everybody who is told of: whether two of the same name are
one is for an archivist to say, and nobody's “living” changes by what somebody else tells.
"""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from archive import beside
from archive.models import Depiction, Edition, Item, Media, Person
from archive.naming import slug_for
from archive.signals import item_changed

HUNDRED = 100.0
Spot = tuple[float, float]


@transaction.atomic
def introduce(*, name: str, living: str, by: User | None) -> Person:
    """Write down a person the archive did not know."""
    person = Person(name=name, living=living, slug=slug_for(Person, name))
    beside.sign(person, by=by, reason="introduce", at=timezone.now())
    person.save()
    return person


@transaction.atomic
def point_out(
    item: Item,
    person: Person,
    *,
    spot: Spot | None,
    may_be_named: bool,
    by: User | None,
) -> Depiction:
    """Say that a person is in the picture, and where, in percent of its sides."""
    x, y = spot or (None, None)
    depiction = Depiction(item=item, person=person, x=x, y=y, may_be_named=may_be_named)
    beside.sign(depiction, by=by, reason="point out", at=timezone.now())
    depiction.save()
    Edition.bump()
    item_changed.send(Item, item=item)
    return depiction


def turn_points(media: Media, degrees: int) -> None:
    """Let the points of an item turn with its picture."""
    if media.item is None or media.side != Media.Side.FRONT:
        return
    for row in media.item.depictions.exclude(x=None).exclude(y=None):
        row.x, row.y = turned((row.x or 0.0, row.y or 0.0), degrees)
        row.save(update_fields=["x", "y"])


def turned(spot: Spot, degrees: int) -> Spot:
    """The same face after so many quarters clockwise."""
    x, y = spot
    for _quarter in range(degrees % 360 // 90):
        x, y = HUNDRED - y, x
    return round(x, 2), round(y, 2)
