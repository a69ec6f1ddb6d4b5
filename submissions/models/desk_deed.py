from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from submissions.models.submission import Submission


class DeskDeed(models.Model):
    """What somebody at the desk did with a contribution, kept so it can be undone."""

    class Kind(models.TextChoices):
        ACCEPT = "accept", _("Accepted")
        DECLINE = "decline", _("Said no thank you")
        ASK = "ask", _("Asked")
        MERGE = "merge", _("Put together")
        SPLIT = "split", _("Taken apart")
        JOIN = "join", _("Story added to a picture we have")

    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="deeds"
    )
    kind = models.CharField(max_length=8, choices=Kind.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    done_at = models.DateTimeField(default=timezone.now)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    detail = models.JSONField(
        default=dict,
        blank=True,
        help_text=_("Keys and states from before; never anybody's words."),
    )

    class Meta:
        ordering = ["-done_at", "-pk"]
        verbose_name = _("deed at the desk")
        verbose_name_plural = _("deeds at the desk")

    def __str__(self) -> str:
        return f"{self.submission} {self.kind}"

    @property
    def is_undone(self) -> bool:
        return self.undone_at is not None
