from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class RelationQuerySet(models.QuerySet["Relation"]):
    """What belongs to what, asked from either side."""

    def of(self, pk: int) -> RelationQuerySet:
        """The relations of one item, whichever of the two it is."""
        return self.filter(models.Q(item=pk) | models.Q(other=pk))


class Relation(models.Model):
    """Two items that belong together; the same seen from both.

    `item` is always the one that was registered first.
    """

    class Kind(models.TextChoices):
        OCCASION = "occasion", _("the same occasion")
        PRINT = "print", _("another print of the same picture")
        SERIES = "series", _("the same series or album")
        OTHER = "other", _("belongs with it")

    item = models.ForeignKey(
        "archive.Item", on_delete=models.CASCADE, related_name="relations"
    )
    other = models.ForeignKey(
        "archive.Item", on_delete=models.CASCADE, related_name="relations_back"
    )
    kind = models.CharField(
        _("how they belong together"),
        max_length=10,
        choices=Kind.choices,
        default=Kind.OTHER,
    )

    history = HistoricalRecords()
    objects = RelationQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["item", "other"], name="related_once"),
            models.CheckConstraint(
                condition=models.Q(item__lt=models.F("other")),
                name="related_first_to_later",
            ),
        ]
        verbose_name = _("relation")
        verbose_name_plural = _("relations")

    def __str__(self) -> str:
        return f"{self.item} – {self.other}"
