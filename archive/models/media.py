from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import get_script_prefix
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

PLAYED = {"m4a", "mp4"}


class Media(models.Model):
    """A file a family lent us: the original byte for byte, and what was made of it."""

    class State(models.TextChoices):
        RECEIVED = "received", _("waiting to be opened")
        READY = "ready", _("ready")
        NEEDS_PERSON = "needs_person", _("needs a person")

    class Side(models.TextChoices):
        FRONT = "front", _("front")
        BACK = "back", _("back")
        DETAIL = "detail", _("detail")
        SOUND = "sound", _("sound")
        FILM = "film", _("film")

    item = models.ForeignKey(
        "archive.Item",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="media",
    )
    original = models.ForeignKey(
        "filer.File",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Empty only after erasure."),
    )
    name = models.CharField(_("the family's file name"), max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(_("bytes"))
    state = models.CharField(
        _("state"), max_length=20, choices=State.choices, default=State.RECEIVED
    )
    problem = models.CharField(_("problem"), max_length=40, blank=True)
    side = models.CharField(
        _("side"), max_length=10, choices=Side.choices, default=Side.FRONT
    )
    position = models.PositiveSmallIntegerField(default=0)
    turn = models.PositiveSmallIntegerField(
        _("turned by us, degrees clockwise"), default=0
    )

    mime = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=20, blank=True)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    recorded = models.JSONField(_("what the camera recorded"), default=dict, blank=True)
    duration = models.FloatField(_("seconds"), null=True, blank=True)
    peaks = models.JSONField(_("how loud it is when"), default=list, blank=True)
    dhash = models.CharField(max_length=16, blank=True, db_index=True)
    colour = models.CharField(max_length=7, blank=True)
    renditions = models.JSONField(default=list, blank=True)
    folder = models.CharField(max_length=80, blank=True)
    public_token = models.CharField(max_length=43, null=True, blank=True, unique=True)

    laid_away_at = models.DateTimeField(_("laid aside"), null=True, blank=True)
    received_at = models.DateTimeField(_("received"), default=timezone.now)
    opened_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        indexes = [
            models.Index(
                fields=["received_at"],
                condition=models.Q(state="received"),
                name="media_waiting",
            )
        ]
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def __str__(self) -> str:
        return self.name or self.sha256[:12]

    @property
    def is_ready(self) -> bool:
        return self.state == self.State.READY

    @property
    def is_shown(self) -> bool:
        """Ready, and not laid aside."""
        return self.is_ready and self.laid_away_at is None

    @property
    def rendition_folder(self) -> Path:
        return Path(settings.RENDITIONS_DIR) / self.folder

    @property
    def largest(self) -> dict[str, Any] | None:
        """The largest JPEG rendition: {width, height, format, name, bytes}."""
        jpegs = [each for each in self.renditions if each["format"] == "jpg"]
        return max(jpegs, key=lambda each: each["width"], default=None)

    @property
    def playable(self) -> dict[str, Any] | None:
        """The rendition one can hear or watch: {name, format, bytes, …}."""
        return next(
            (each for each in self.renditions if each["format"] in PLAYED), None
        )

    @property
    def is_film(self) -> bool:
        return self.side == self.Side.FILM

    @property
    def is_sound(self) -> bool:
        """Something to hear and nothing to see."""
        return self.side == self.Side.SOUND

    def public_url(self, name: str) -> str:
        """Where visitors get one rendition; only while the item is published."""
        return f"{get_script_prefix()}r/{self.public_token}/{name}"
