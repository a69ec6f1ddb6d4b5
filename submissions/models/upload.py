from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models import Media
from submissions.models.submission import Submission, new_token


class Upload(models.Model):
    """A file on its way to us in pieces; its row stays until the draft's days are over.

    `offset` is how many bytes are safely on the disk. The file may hold more after a
    crash; those bytes were never promised to anybody, and are written again.
    """

    token = models.CharField(max_length=43, unique=True, default=new_token)
    submission = models.ForeignKey(
        Submission,
        verbose_name=_("contribution"),
        on_delete=models.CASCADE,
        related_name="uploads",
    )
    purpose = models.CharField(_("what it is for"), max_length=16)
    name = models.CharField(_("the family's file name"), max_length=255, blank=True)
    size = models.PositiveBigIntegerField(
        _("bytes"), null=True, help_text=_("Empty while it is still being recorded.")
    )
    offset = models.PositiveBigIntegerField(_("bytes received"), default=0)
    sha256 = models.CharField(
        max_length=64, blank=True, help_text=_("As the phone promised it.")
    )
    language = models.CharField(_("language"), max_length=12, blank=True)
    prompt = models.CharField(_("question"), max_length=300, blank=True)
    of = models.CharField(
        _("the original"),
        max_length=43,
        blank=True,
        help_text=_("For a small picture: the upload of the original that follows."),
    )
    media = models.ForeignKey(
        Media,
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="uploads",
    )
    started_at = models.DateTimeField(_("begun"), default=timezone.now)
    touched_at = models.DateTimeField(_("last piece"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        ordering = ["started_at", "pk"]
        indexes = [
            models.Index(
                fields=["touched_at"],
                condition=models.Q(finished_at__isnull=True),
                name="upload_unfinished",
            )
        ]
        verbose_name = _("file on its way")
        verbose_name_plural = _("files on their way")

    def __str__(self) -> str:
        return f"{self.purpose} {self.name}"

    @property
    def is_whole(self) -> bool:
        """Whether the last byte is here."""
        return self.size is not None and self.offset >= self.size

    @property
    def is_finished(self) -> bool:
        return self.finished_at is not None

    @property
    def pieces(self) -> Path:
        """The one file in which the pieces lie."""
        return Path(settings.PIECES_DIR) / self.token

    @property
    def percent(self) -> int:
        """How much of it is here."""
        return self.offset * 100 // self.size if self.size else 0
