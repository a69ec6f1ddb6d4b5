from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from archive.models.authority import Authority


class PhotographerKind(models.TextChoices):
    """What decides how long a picture is protected."""

    UNKNOWN = "unknown", _("Not known")
    AMATEUR = "amateur", _("Family or amateur")
    PROFESSIONAL = "professional", _("Photographer or press")


class Photographer(Authority):
    """Somebody who took pictures, known by one name however it was written."""

    Kind = PhotographerKind

    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(_("name"), max_length=160)
    also_known_as = models.JSONField(_("also called"), default=list, blank=True)
    kind = models.CharField(
        _("kind of photographer"),
        max_length=14,
        choices=PhotographerKind.choices,
        default=PhotographerKind.UNKNOWN,
    )
    born = models.PositiveSmallIntegerField(_("born"), null=True, blank=True)
    died = models.PositiveSmallIntegerField(_("died"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    links = models.JSONField(_("links"), default=list, blank=True)

    history = HistoricalRecords(excluded_fields=["sought", "sort_key"])

    class Meta:
        ordering = ["name"]
        verbose_name = _("photographer")
        verbose_name_plural = _("photographers")

    def __str__(self) -> str:
        return self.name

    @property
    def known_as(self) -> list[str]:
        """Every name they are known by, the first being the one we use."""
        return [self.name, *self.also_known_as]
