"""The questions people ask of the archive."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Prefetch, Q
from django.utils import timezone

from accounts.permissions import Visitor, works_here

if TYPE_CHECKING:
    from archive.models import (  # noqa: F401  (the class names Item)
        Item,
        ScannerBox,
        Subject,
    )


class ItemQuerySet(models.QuerySet["Item"]):
    """The questions people ask of the archive."""

    def published(self, at: dt.datetime | None = None) -> ItemQuerySet:
        """What everybody may see at this moment: every public page starts here.

        Published with or without its picture, not withdrawn, not laid away, and not
        closed until a later date.
        """
        at = at or timezone.now()
        return self.filter(
            Q(restricted_until__isnull=True)
            | Q(restricted_until__lte=timezone.localdate(at)),
            publication__in=["text_only", "full"],
            withdrawn_at__isnull=True,
            laid_away_at__isnull=True,
            published_at__lte=at,
        )

    def visible_to(self, user: Visitor) -> ItemQuerySet:
        """Everything for people of the house, the published for everybody else."""
        return self.filter(laid_away_at=None) if works_here(user) else self.published()

    def undated(self) -> ItemQuerySet:
        """Items nobody has dated yet, the longest waiting first."""
        return self.filter(date_edtf="", is_date_unknown=False).order_by("pk")

    def unplaced(self) -> ItemQuerySet:
        """Items nobody has said where they are from, nor that it is not known."""
        return self.filter(place=None, is_place_unknown=False)

    def unpeopled(self) -> ItemQuerySet:
        """Items in which nobody is known."""
        return self.filter(depictions=None)

    def scanned_from(self, box: ScannerBox) -> ItemQuerySet:
        """The drafts that files of one box on the scanner became."""
        taken = box.files.filter(state="taken").values("item")
        return self.filter(pk__in=taken, laid_away_at=None)

    def between(self, start: dt.date, end: dt.date) -> ItemQuerySet:
        """Items that may have been made in these days, both included.

        An item open at one end (“before 1972”) is found by the end that is known.
        """
        return self.filter(
            Q(earliest__lte=end, latest__gte=start)
            | Q(earliest__isnull=True, latest__range=(start, end))
            | Q(latest__isnull=True, earliest__range=(start, end))
        )

    def of_decade(self, decade: int) -> ItemQuerySet:
        """Items that may have been made in 1970–1979, for 1970."""
        return self.between(dt.date(decade, 1, 1), dt.date(decade + 9, 12, 31))

    def at_place(self, slug: str) -> ItemQuerySet:
        """Items at this place or in a place that lies in it."""
        return self.filter(Q(place__slug=slug) | Q(place__parent__slug=slug))

    def about(self, slug: str) -> ItemQuerySet:
        """Items under this subject."""
        return self.filter(subjects__slug=slug)

    def with_pictures(self) -> ItemQuerySet:
        """With their files and place at hand: two more queries, however many items."""
        return self.select_related("place").prefetch_related("media")

    def whole(self) -> ItemQuerySet:
        """With everything one item's page tells and shows."""
        return self.told().prefetch_related("media")

    def told(self) -> ItemQuerySet:
        """With everything one item's page tells, its files apart."""
        from archive.models import Depiction, Story  # noqa: PLC0415  (models need us)

        return self.select_related("place", "accession", "collection").prefetch_related(
            "subjects",
            Prefetch("depictions", Depiction.objects.select_related("person")),
            Prefetch(
                "stories",
                Story.objects.select_related("sound").prefetch_related("translations"),
            ),
        )


def subjects_in(items: ItemQuerySet) -> models.QuerySet[Subject]:
    """The subjects these items are under, with how many items each."""
    from archive.models import Subject  # noqa: PLC0415  (models need us)

    return (
        Subject.objects.filter(items__in=items)
        .annotate(count=models.Count("items"))
        .order_by("-count", "slug")
    )
