from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Knock(models.Model):
    """How often one address came to one door within an hour; kept for that hour."""

    door = models.CharField(_("door"), max_length=20)
    who = models.CharField(
        _("who"),
        max_length=64,
        help_text=_("A fingerprint of the address; the address itself is not kept."),
    )
    hour = models.DateTimeField(_("hour"), db_index=True)
    count = models.PositiveIntegerField(_("times"), default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["door", "who", "hour"], name="one_count_an_hour"
            )
        ]
        verbose_name = _("knock")
        verbose_name_plural = _("knocks")

    def __str__(self) -> str:
        return f"{self.door}: {self.count}"
