from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from submissions.models.submission import Submission


class Message(models.Model):
    """One question from the archive or one answer from the family.

    An answer by voice has no text, and a recording instead.
    """

    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="messages"
    )
    is_from_family = models.BooleanField(default=False)
    author = models.CharField(_("from"), max_length=120, blank=True)
    text = models.TextField(_("message"), blank=True)
    written_at = models.DateTimeField(_("written"), default=timezone.now)

    class Meta:
        ordering = ["written_at", "pk"]
        verbose_name = _("message")
        verbose_name_plural = _("messages")

    def __str__(self) -> str:
        return self.text[:60]
