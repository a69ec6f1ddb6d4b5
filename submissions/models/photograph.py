from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models import Media
from submissions.models.submission import Submission


class Photograph(models.Model):
    """One file of a contribution, and what the archive decided about it."""

    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="photographs"
    )
    media = models.OneToOneField(
        Media, on_delete=models.CASCADE, related_name="photograph"
    )
    sha256 = models.CharField(max_length=64)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "sha256"], name="same_bytes_once"
            )
        ]
        verbose_name = _("picture sent")
        verbose_name_plural = _("pictures sent")

    def __str__(self) -> str:
        return f"{self.submission} · {self.position}"
