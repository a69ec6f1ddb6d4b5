from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from archive.models.authority import Authority


class Person(Authority):
    """Somebody who is seen or told of in the archive."""

    class Living(models.TextChoices):
        YES = "yes", _("living")
        NO = "no", _("not living")
        UNKNOWN = "unknown", _("not known")

    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(_("name"), max_length=160)
    also_known_as = models.JSONField(_("also called"), default=list, blank=True)
    living = models.CharField(
        _("living"), max_length=10, choices=Living.choices, default=Living.UNKNOWN
    )
    born = models.PositiveSmallIntegerField(_("born"), null=True, blank=True)
    died = models.PositiveSmallIntegerField(_("died"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    is_name_hidden = models.BooleanField(_("name is not shown"), default=False)

    history = HistoricalRecords(excluded_fields=["sought", "sort_key"])

    class Meta:
        ordering = ["name"]
        verbose_name = _("person")
        verbose_name_plural = _("persons")

    def __str__(self) -> str:
        return self.name

    @property
    def known_as(self) -> list[str]:
        """Every name they are known by, the first being the one we use."""
        return [self.name, *self.also_known_as]


class Depiction(models.Model):
    """A person in a picture; where, in percent of its width and height."""

    item = models.ForeignKey(
        "archive.Item", on_delete=models.CASCADE, related_name="depictions"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="depictions"
    )
    x = models.FloatField(_("from the left, percent"), null=True, blank=True)
    y = models.FloatField(_("from the top, percent"), null=True, blank=True)
    may_be_named = models.BooleanField(
        _("has agreed to be named, or is no longer living"), default=False
    )

    history = HistoricalRecords()

    class Meta:
        ordering = [models.F("x").asc(nulls_first=True), "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "person"], name="person_once_in_item"
            )
        ]
        verbose_name = _("person in picture")
        verbose_name_plural = _("persons in picture")

    def __str__(self) -> str:
        return f"{self.person} · {self.item}"

    @property
    def is_named_in_public(self) -> bool:
        """Living and unknown persons are named only when they have agreed."""
        if self.person.is_name_hidden:
            return False
        return self.may_be_named or self.person.living == Person.Living.NO
