from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from archive.texts import direction


class Story(models.Model):
    """What somebody tells, in their words; nobody edits it.

    Told aloud, it is a sound or a film, and `text` is empty. What was said is written
    down beside it by somebody of the house: the transcript is theirs, not the teller's.
    """

    item = models.ForeignKey(
        "archive.Item", on_delete=models.CASCADE, related_name="stories"
    )
    text = models.TextField(_("story"), blank=True)
    sound = models.ForeignKey(
        "archive.Media",
        verbose_name=_("told aloud"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="stories",
    )
    transcript = models.TextField(_("transcript"), blank=True)
    transcriber = models.CharField(_("written down by"), max_length=160, blank=True)
    language = models.CharField(_("language"), max_length=12, default="da")
    teller = models.CharField(_("told by"), max_length=160, blank=True)
    told_at = models.DateTimeField(_("told"), default=timezone.now)

    history = HistoricalRecords()

    class Meta:
        ordering = ["told_at", "pk"]
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def __str__(self) -> str:
        return self.words[:60]

    @property
    def words(self) -> str:
        """What can be read of it: as written by the teller, or as written down."""
        return self.text or self.transcript

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
    def words(self) -> str:
        return self.text

    @property
    def direction(self) -> str:
        return direction(self.language)
