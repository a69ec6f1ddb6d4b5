from __future__ import annotations

import datetime as dt

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from archive.texts import Text, choose


class Call(models.Model):
    """A themed call for contributions: “Den første dag i Ishøj”."""

    slug = models.SlugField(_("short name"), unique=True)
    language = models.CharField(_("language"), max_length=12, default="da")
    title = models.CharField(_("title"), max_length=120)
    question = models.CharField(_("question"), max_length=200, blank=True)
    introduction = models.TextField(_("introduction"), blank=True)
    translations = models.JSONField(_("translations"), default=dict, blank=True)
    opens = models.DateField(_("opens"), null=True, blank=True)
    closes = models.DateField(_("closes"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("call")
        verbose_name_plural = _("calls")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("submissions:contribute_to", args=[self.slug])

    def is_open(self, at: dt.date | None = None) -> bool:
        day = at or timezone.localdate()
        return (self.opens or day) <= day <= (self.closes or day)

    def text(self, field: str) -> Text:
        return choose(
            field,
            getattr(self, field),
            written_in=self.language,
            translations=self.translations,
            language=get_language() or "da",
        )

    @property
    def localized_title(self) -> Text:
        return self.text("title")

    @property
    def localized_question(self) -> Text:
        return self.text("question")

    @property
    def localized_introduction(self) -> Text:
        return self.text("introduction")
