from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models.accession import Accession
from archive.models.collections import Collection
from archive.models.item import Item
from archive.models.media import Media
from archive.models.photographers import Photographer
from archive.models.places import Place


class ScannerBoxManager(models.Manager["ScannerBox"]):
    """Knows which box lies on the scanner."""

    def now(self) -> ScannerBox | None:
        """The newest: what lies there now; None before anybody has said."""
        return self.order_by("-pk").first()

    def now_held(self) -> ScannerBox:
        """The same, held by whoever asks until their transaction ends."""
        held = self.select_for_update().order_by("-pk").first()
        return held or self.create()


class ScannerBox(models.Model):
    """What lies on the scanner: what is the same for every picture in the box."""

    name = models.CharField(_("what lies there"), max_length=160, blank=True)
    collection = models.ForeignKey(
        Collection,
        verbose_name=_("collection"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="scanner_boxes",
    )
    photographed_by = models.ForeignKey(
        Photographer,
        verbose_name=_("photographer"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="scanner_boxes",
    )
    accession = models.ForeignKey(
        Accession,
        verbose_name=_("journal"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="scanner_boxes",
    )
    place = models.ForeignKey(
        Place,
        verbose_name=_("place"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="scanner_boxes",
    )
    date_told = models.CharField(_("date as told"), max_length=200, blank=True)
    date_language = models.CharField(max_length=12, default="da")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("scanned by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    since = models.DateTimeField(_("since"), default=timezone.now)
    out_of_reach_since = models.DateTimeField(
        _("folder out of reach since"), null=True, blank=True
    )

    objects = ScannerBoxManager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("box on the scanner")
        verbose_name_plural = _("boxes on the scanner")

    def __str__(self) -> str:
        return self.name or f"{timezone.localtime(self.since):%Y-%m-%d %H:%M}"

    @property
    def facts(self) -> dict[str, Any]:
        """What each new registration gets from it."""
        facts: dict[str, Any] = {
            "collection": self.collection and self.collection.standing,
            "place": self.place and self.place.standing,
            "date_told": self.date_told,
            "date_language": self.date_language,
        }
        if self.photographed_by is not None:
            known = self.photographed_by.standing
            facts |= {"photographed_by": known, "photographer": known.name}
            facts |= {"photographer_kind": known.kind}
        return facts


class Scanned(models.Model):
    """A file from the archive's own scanner, and what became of it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waits")
        TAKEN = "taken", _("taken in")
        KNOWN = "known", _("was here already")
        FAILED = "failed", _("cannot be taken in")

    box = models.ForeignKey(
        ScannerBox, null=True, on_delete=models.SET_NULL, related_name="files"
    )
    name = models.CharField(_("file name"), max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    stamp = models.CharField(
        max_length=60,
        blank=True,
        help_text=_("Size and time of the file, to know it again without reading it."),
    )
    state = models.CharField(
        _("state"), max_length=8, choices=State.choices, default=State.WAITING
    )
    problem = models.CharField(_("problem"), max_length=40, blank=True)
    item = models.ForeignKey(
        Item, null=True, on_delete=models.SET_NULL, related_name="scanned"
    )
    media = models.OneToOneField(
        Media, null=True, on_delete=models.SET_NULL, related_name="scanned"
    )
    copy = models.CharField(
        _("where the scanner's own file lies now"), max_length=500, blank=True
    )
    stays = models.BooleanField(_("could not be moved"), default=False)
    found_at = models.DateTimeField(_("found"), default=timezone.now)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)

    class Meta:
        ordering = ["found_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sha256"], condition=Q(state="taken"), name="scanned_bytes_once"
            ),
            models.UniqueConstraint(
                fields=["name"], condition=Q(state="waiting"), name="scanned_waits_once"
            ),
        ]
        verbose_name = _("file from the scanner")
        verbose_name_plural = _("files from the scanner")

    def __str__(self) -> str:
        return self.name or self.sha256[:12]
