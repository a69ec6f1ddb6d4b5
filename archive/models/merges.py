from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from archive.models.authority import Authority


def kind_of(row: Authority) -> str:
    """“person”, “place”: what an authority is, as a merge keeps it."""
    return str(row._meta.model_name)  # noqa: SLF001


class MergeQuerySet(models.QuerySet["Merge"]):
    """Which authorities were taken for one."""

    def of(self, row: Authority) -> MergeQuerySet:
        """The merges into this one that still hold, the newest first."""
        return self.filter(kind=kind_of(row), into=row.pk, undone_at=None).order_by(
            "-pk"
        )


class Merge(models.Model):
    """Two authorities that were one and the same: what was moved, so it can go back.

    `moved` is {"archive.depiction.person": [keys]}, `dropped` the rows that would have
    stood twice, and `facts` what was changed on the one that stands.
    """

    class Kind(models.TextChoices):
        PERSON = "person", _("person")
        PLACE = "place", _("place")
        SUBJECT = "subject", _("subject")
        COLLECTION = "collection", _("collection")
        PHOTOGRAPHER = "photographer", _("photographer")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    gone = models.PositiveBigIntegerField(_("merged away"))
    into = models.PositiveBigIntegerField(_("merged into"))
    moved = models.JSONField(default=dict)
    dropped = models.JSONField(default=list)
    facts = models.JSONField(default=dict)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["kind", "into"], name="merged_into_what")]
        verbose_name = _("merge")
        verbose_name_plural = _("merges")

    def __str__(self) -> str:
        return f"{self.kind}: {self.gone} → {self.into}"

    @property
    def model(self) -> type[Authority]:
        found: type[Authority] = apps.get_model("archive", self.kind)
        return found
