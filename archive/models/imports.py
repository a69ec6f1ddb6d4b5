from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models.item import Item


class ColumnMapping(models.Model):
    """What somebody said the columns of such a sheet mean; offered the next time."""

    fingerprint = models.CharField(max_length=64, unique=True)
    keys = models.JSONField(_("columns"), default=list)
    used_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("remembered columns")
        verbose_name_plural = _("remembered columns")

    def __str__(self) -> str:
        return ", ".join(key for key in self.keys if key)


class ImportRun(models.Model):
    """One sheet on its way into the archive, line by line; it can stop and go on."""

    class State(models.TextChoices):
        ARRIVED = "arrived", _("Its columns are to be looked at")
        CHECKING = "checking", _("Is being read")
        CHECKED = "checked", _("Has been read, and waits for a yes")
        RUNNING = "running", _("Is being taken in")
        PUBLISHING = "publishing", _("Is being published")
        DONE = "done", _("Is taken in")
        UNREADABLE = "unreadable", _("Cannot be read")
        STOPPED = "stopped", _("Was stopped")
        GONE = "gone", _("Its sheet is no longer here")

    token = models.CharField(max_length=43, unique=True)
    name = models.CharField(_("file name"), max_length=255)
    fingerprint = models.CharField(max_length=64, db_index=True)
    folder = models.CharField(max_length=400)
    pictures = models.CharField(max_length=400, blank=True)
    headings = models.JSONField(_("headings"), default=list)
    keys = models.JSONField(_("columns"), default=list)
    language = models.CharField(_("language"), max_length=12, default="da")
    makes_headings = models.BooleanField(_("new headings are made"), default=True)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.ARRIVED
    )
    total = models.PositiveIntegerField(_("lines"), default=0)
    at_line = models.PositiveIntegerField(_("reached line"), default=0)
    faults = models.JSONField(_("what is wrong"), default=list)
    notes = models.JSONField(_("what is kept as told"), default=list)
    readings = models.JSONField(_("how dates are read"), default=list)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("brought in by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-started_at", "-pk"]
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self) -> str:
        return self.name

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY

    @property
    def right(self) -> int:
        """How many lines can be taken in."""
        return self.total - len({line for line, _heading, _sentence in self.faults})

    @property
    def percent(self) -> int:
        """How far it has come."""
        return min(100, round(self.at_line * 100 / (self.total + 1)))


class ImportedLine(models.Model):
    """A line that became an item: written with it, so that no line comes in twice."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="lines")
    line = models.PositiveIntegerField(_("line"))
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="+")
    wanted = models.CharField(
        _("publication the sheet asks for"),
        max_length=10,
        choices=Item.Publication.choices,
        blank=True,
    )

    class Meta:
        ordering = ["line"]
        constraints = [
            models.UniqueConstraint(fields=["run", "line"], name="line_comes_in_once")
        ]
        verbose_name = _("imported line")
        verbose_name_plural = _("imported lines")

    def __str__(self) -> str:
        return f"{self.run}: {self.line}"


UNDER_WAY = {
    ImportRun.State.CHECKING,
    ImportRun.State.RUNNING,
    ImportRun.State.PUBLISHING,
}
