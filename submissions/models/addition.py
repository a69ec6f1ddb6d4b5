from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.texts import direction
from submissions.models.submission import Submission


class Addition(models.Model):
    """Something more the family has told. It stands beside the first, never over it."""

    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="additions"
    )
    text = models.TextField(_("story"))
    language = models.CharField(_("language"), max_length=12, blank=True)
    told_at = models.DateTimeField(_("told"), default=timezone.now)

    class Meta:
        ordering = ["told_at", "pk"]
        verbose_name = _("further story")
        verbose_name_plural = _("further stories")

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def direction(self) -> str:
        return direction(self.language)
