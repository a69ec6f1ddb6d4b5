from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class FixityReport(models.Model):
    """What was found when every original was compared with its hash."""

    asked_at = models.DateTimeField(_("asked for"), default=timezone.now)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("asked for by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    done_at = models.DateTimeField(_("done"), null=True, blank=True, db_index=True)
    looked_at = models.PositiveIntegerField(_("files looked at"), default=0)
    changed = models.JSONField(_("changed"), default=list)
    missing = models.JSONField(_("missing"), default=list)
    untracked = models.JSONField(_("without a row"), default=list)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name = _("look at the files")
        verbose_name_plural = _("looks at the files")

    def __str__(self) -> str:
        return str(self.asked_at)

    @property
    def is_clean(self) -> bool:
        return not (self.changed or self.missing or self.untracked)
