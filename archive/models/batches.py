from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Template(models.Model):
    """What is the same on many cards: “Bryllup i forsamlingshus”.

    Its values are the archive's own (keys of places and subjects, a date as EDTF);
    nothing that a family has said is kept in it.
    """

    name = models.CharField(_("name"), max_length=120, unique=True)
    values = models.JSONField(_("values"), default=dict, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    made_at = models.DateTimeField(default=timezone.now)
    laid_away_at = models.DateTimeField(_("laid away"), null=True, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("template")
        verbose_name_plural = _("templates")

    def __str__(self) -> str:
        return self.name


class Batch(models.Model):
    """One deed done to many items at once; undone as one."""

    parts = models.JSONField(_("what was set"), default=list)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("many at once")
        verbose_name_plural = _("many at once")

    def __str__(self) -> str:
        return str(self.pk)


class BatchItem(models.Model):
    """One item in a batch: its version before and after.

    What stood there before is in the item's own history, and is erased with it.
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="lines")
    item = models.ForeignKey(
        "archive.Item", on_delete=models.CASCADE, related_name="batch_lines"
    )
    before = models.PositiveIntegerField()
    after = models.PositiveIntegerField()
    is_put_back = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "item"], name="item_once_in_a_batch"
            )
        ]
        verbose_name = _("item in a batch")
        verbose_name_plural = _("items in a batch")

    def __str__(self) -> str:
        return f"{self.batch}: {self.item}"
