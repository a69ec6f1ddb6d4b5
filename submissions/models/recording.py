from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models import Media
from archive.texts import direction
from submissions.models.message import Message
from submissions.models.submission import Submission


class Recording(models.Model):
    """A voice or a film that was given: a story told aloud, or an answer by voice."""

    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="recordings"
    )
    message = models.ForeignKey(
        Message,
        verbose_name=_("answer"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="recordings",
        help_text=_("Empty when it tells the story."),
    )
    media = models.OneToOneField(
        Media, on_delete=models.CASCADE, related_name="recording"
    )
    sha256 = models.CharField(max_length=64)
    language = models.CharField(_("language of the voice"), max_length=12, blank=True)
    prompt = models.CharField(
        _("the card that was showing"), max_length=300, blank=True
    )
    transcript = models.TextField(_("transcript"), blank=True)
    transcriber = models.CharField(_("written down by"), max_length=160, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "sha256"], name="same_voice_once"
            )
        ]
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")

    def __str__(self) -> str:
        return f"{self.submission} · {self.position}"

    @property
    def direction(self) -> str:
        return direction(self.language)
