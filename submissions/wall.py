"""What the hall may see on a collection day: numbers, and pictures that are public.

Nothing here comes from a contribution that nobody has read: not a name, not a picture.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils import timezone

from archive.images import public_picture
from archive.models import Item
from archive.permissions import Use, permits
from submissions.models import CollectionDay, Photograph, Ticket

MOST_BRICKS = 240
PICTURES_IN_TURN = 24
TURN = 30  # seconds one picture hangs


@dataclass(frozen=True)
class Wall:
    """One look at the wall."""

    families: int
    pictures: int
    languages: int
    called: list[Ticket]
    waiting: int
    item: Item | None

    @property
    def bricks(self) -> range:
        """One brick for each family, as far as the wall reaches."""
        return range(min(self.families, MOST_BRICKS))


def of(day: CollectionDay) -> Wall:
    """How many families, pictures and languages; who is called; one public picture."""
    given = day.tickets.given()
    told_in = given.annotate(
        told_in=Coalesce(
            NullIf("submission__story_language", Value("")), "submission__language"
        )
    )
    return Wall(
        families=given.count(),
        pictures=Photograph.objects.filter(submission__ticket__in=given).count(),
        languages=told_in.order_by().values("told_in").distinct().count(),
        called=list(day.tickets.at_table()[:8]) if day.is_open else [],
        waiting=day.tickets.waiting().count() if day.is_open else 0,
        item=_public_item(),
    )


def _public_item() -> Item | None:
    """A published picture that may hang in an exhibition; another every half minute."""
    shown = (
        Item.objects.published()
        .filter(Q(publication=Item.Publication.FULL))
        .prefetch_related("media", "stories")
        .order_by("-number")[:PICTURES_IN_TURN]
    )
    may_hang = [
        item for item in shown if permits(item, Use.EXHIBIT) and public_picture(item)
    ]
    if not may_hang:
        return None
    return may_hang[int(timezone.now().timestamp()) // TURN % len(may_hang)]
