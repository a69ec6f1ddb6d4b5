from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from archive import dates
from archive.models.authority import Authority


class Place(Authority):
    """A place the town talks about: a street, a station, a beach, a far village."""

    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    names = models.JSONField(
        _("name in other languages"),
        default=dict,
        blank=True,
        help_text=_("For a tile such as “At school”: {“tr”: “Okulda”}."),
    )
    aliases = models.JSONField(_("also called"), default=list, blank=True)
    # [{"name": "Planen", "from": "1968", "to": "1975"}], the days as EDTF
    former_names = models.JSONField(_("names through time"), default=list, blank=True)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("lies in"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="children",
    )
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    opened = models.CharField(_("opened"), max_length=40, blank=True)
    closed = models.CharField(_("closed"), max_length=40, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    is_suggested = models.BooleanField(
        _("offered to families as a tile"), default=False
    )

    history = HistoricalRecords(excluded_fields=["sought", "sort_key"])

    class Meta:
        ordering = ["name"]
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def __str__(self) -> str:
        return self.name

    @property
    def known_as(self) -> list[str]:
        """Every name it has or had, the first being the one we use."""
        return [self.name, *self.aliases, *(each["name"] for each in self.former_names)]

    @property
    def opened_said(self) -> str:
        return _said(self.opened)

    @property
    def closed_said(self) -> str:
        return _said(self.closed)

    @property
    def localized_name(self) -> str:
        """The name as families read it on the tile, in the active language."""
        return str(self.names.get(get_language() or "da") or self.name)

    @property
    def names_said(self) -> list[tuple[str, str, str]]:
        """Its names through time, each with from and to as the reader says them."""
        return [
            (each["name"], _said(each.get("from", "")), _said(each.get("to", "")))
            for each in self.former_names
        ]


def _said(edtf: str) -> str:
    date = dates.from_edtf(edtf)
    return date.say(get_language() or "da") if date else edtf
