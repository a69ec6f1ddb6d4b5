from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.permissions import Purpose, Verdict


class RightsDecision(models.Model):
    """What an archivist decided about one use of an item; written once, never changed."""

    item = models.ForeignKey(
        "archive.Item", on_delete=models.CASCADE, related_name="decisions"
    )
    purpose = models.CharField(_("use"), max_length=12, choices=Purpose.choices)
    proposed = models.CharField(
        _("proposed by the rules"), max_length=4, choices=Verdict.choices
    )
    decided = models.CharField(_("decided"), max_length=4, choices=Verdict.choices)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("decision about rights")
        verbose_name_plural = _("decisions about rights")

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}: {self.get_decided_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A decision is followed by another one, and never written over."""
        if not self._state.adding:
            raise TypeError("A decision is not changed; write a new one.")
        super().save(*args, **kwargs)
