from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class FileChange(models.Model):
    """What was done to one file of an item, beside the entry of its history.

    A file itself keeps no history: the darkroom writes it again and again.
    """

    class Deed(models.TextChoices):
        ADDED = "added", _("added")
        SIDE = "side", _("side")
        ORDER = "order", _("order")
        ASIDE = "aside", _("laid aside")
        BACK = "back", _("taken back")

    item = models.ForeignKey(
        "archive.Item", on_delete=models.CASCADE, related_name="file_changes"
    )
    media = models.ForeignKey(
        "archive.Media", on_delete=models.CASCADE, related_name="changes"
    )
    deed = models.CharField(_("deed"), max_length=8, choices=Deed.choices)
    before = models.CharField(_("before"), max_length=255, blank=True)
    after = models.CharField(_("after"), max_length=255, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("change of a file")
        verbose_name_plural = _("changes of files")

    def __str__(self) -> str:
        return f"{self.media}: {self.deed}"
