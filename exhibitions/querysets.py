"""The questions visitors and curators ask of the exhibitions."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Prefetch
from django.utils import timezone

from accounts.permissions import Visitor, may_curate

if TYPE_CHECKING:
    from exhibitions.models import Exhibition  # noqa: F401  (the class names it)


class ExhibitionQuerySet(models.QuerySet["Exhibition"]):
    """The questions visitors and curators ask of the exhibitions."""

    def published(self, at: dt.datetime | None = None) -> ExhibitionQuerySet:
        """What everybody may visit at this moment."""
        return self.filter(published_at__lte=at or timezone.now())

    def visible_to(self, user: Visitor) -> ExhibitionQuerySet:
        """Drafts too for those who curate; the published for everybody else."""
        return self if may_curate(user) else self.published()

    def whole(self) -> ExhibitionQuerySet:
        """With chapters, blocks, hangings and pictures: six queries, whatever its size."""
        from exhibitions.models import Block, Placement, Section  # noqa: PLC0415

        placements = Placement.objects.select_related(
            "item", "item__place"
        ).prefetch_related("item__media")
        blocks = Block.objects.prefetch_related(Prefetch("placements", placements))
        sections = Section.objects.prefetch_related(Prefetch("blocks", blocks))
        return self.select_related("cover").prefetch_related(
            Prefetch("sections", sections), "partners", "cover__media"
        )
