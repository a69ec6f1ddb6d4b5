from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from archive.texts import direction


class Story(models.Model):
    """What somebody tells about a picture, in their words; nobody edits it."""

    item = models.ForeignKey(
        "archive.Item", on_delete=models.CASCADE, related_name="stories"
    )
    text = models.TextField(_("story"))
    language = models.CharField(_("language"), max_length=12, default="da")
    teller = models.CharField(_("told by"), max_length=160, blank=True)
    told_at = models.DateTimeField(_("told"), default=timezone.now)

    class Meta:
        ordering = ["told_at", "pk"]
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def __str__(self) -> str:
        return self.text[:60]

    def translation(self, language: str) -> StoryTranslation | None:
        """The story in a language, if somebody has translated it."""
        return next(
            (each for each in self.translations.all() if each.language == language),
            None,
        )

    @property
    def direction(self) -> str:
        return direction(self.language)


class StoryTranslation(models.Model):
    """A story in another language, with the name of the person who translated it."""

    story = models.ForeignKey(
        Story, on_delete=models.CASCADE, related_name="translations"
    )
    language = models.CharField(_("language"), max_length=12)
    text = models.TextField(_("translation"))
    translator = models.CharField(_("translated by"), max_length=160)

    history = HistoricalRecords()

    class Meta:
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "language"], name="one_translation_a_language"
            )
        ]
        verbose_name = _("translation")
        verbose_name_plural = _("translations")

    def __str__(self) -> str:
        return f"{self.language}: {self.text[:40]}"

    @property
    def direction(self) -> str:
        return direction(self.language)
