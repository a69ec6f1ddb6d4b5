from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from archive.models.authority import Authority


class Subject(Authority):
    """A controlled heading (Arkibas' ordningsord), in the languages of the house."""

    slug = models.SlugField(_("short name"), unique=True)
    labels = models.JSONField(_("labels"), default=dict)
    broader = models.ForeignKey(
        "self",
        verbose_name=_("broader heading"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="narrower",
    )
    # Addresses of the same heading elsewhere (Wikidata, KulturNav); never fetched.
    links = models.JSONField(_("the same elsewhere"), default=list, blank=True)

    history = HistoricalRecords(excluded_fields=["sought", "sort_key"])

    class Meta:
        ordering = ["slug"]
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The heading in the reader's language, or in Danish."""
        language = get_language() or "da"
        return str(self.labels.get(language) or self.labels.get("da") or self.slug)

    @property
    def other_labels(self) -> list[str]:
        """The heading in the languages the reader does not read it in."""
        return [str(each) for each in self.labels.values() if each != self.label]

    @property
    def known_as(self) -> list[str]:
        """The heading in every language, the Danish one first."""
        danish = str(self.labels.get("da") or self.slug)
        return [danish, *(str(each) for each in self.labels.values())]
