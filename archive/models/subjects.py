from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Subject(models.Model):
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
