from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from archive.models.authority import Authority


class Collection(Authority):
    """Pictures that belong together because they came from one place or hand."""

    slug = models.SlugField(_("short name"), unique=True)
    names = models.JSONField(_("names"), default=dict)
    descriptions = models.JSONField(_("descriptions"), default=dict, blank=True)
    provenance = models.TextField(_("where it comes from"), blank=True)

    history = HistoricalRecords(excluded_fields=["sought", "sort_key"])

    class Meta:
        ordering = ["slug"]
        verbose_name = _("collection")
        verbose_name_plural = _("collections")

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Its name in the reader's language, or in Danish."""
        return self._in_language(self.names) or self.slug

    @property
    def known_as(self) -> list[str]:
        """Its name in every language, the Danish one first."""
        danish = str(self.names.get("da") or self.slug)
        return [danish, *(str(each) for each in self.names.values())]

    @property
    def description(self) -> str:
        """What it is, in the reader's language or in Danish."""
        return self._in_language(self.descriptions)

    @staticmethod
    def _in_language(words: dict[str, str]) -> str:
        language = get_language() or "da"
        return str(words.get(language) or words.get("da") or "")
