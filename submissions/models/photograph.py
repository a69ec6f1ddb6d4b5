from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models import Media
from submissions.models.submission import Submission
from submissions.models.upload import Upload


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
    is_preview = models.BooleanField(
        _("only the small picture is here"),
        default=False,
        help_text=_("The original takes its place when it arrives."),
    )
    awaits = models.ForeignKey(
        Upload,
        verbose_name=_("the original on its way"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="photographs",
    )
    back_of = models.ForeignKey(
        "self",
        verbose_name=_("the back of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="backs",
    )
    declined_at = models.DateTimeField(_("declined"), null=True, blank=True)
    reply = models.TextField(_("why it was not taken"), blank=True)

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
