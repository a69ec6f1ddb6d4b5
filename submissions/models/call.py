from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from archive.texts import Text, choose
from submissions.querysets_calls import CallQuerySet


class Call(models.Model):
    """A themed call for contributions: “Den første dag i Ishøj”."""

    class Kind(models.TextChoices):
        STORY = "story", _("A picture and its story")
        RECIPE = "recipe", _("A recipe")

    class Standing(models.TextChoices):
        DRAFT = "draft", _("Being written")
        COMING = "coming", _("Opens later")
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed")

    WORDS = ("title", "question", "introduction", "outcome")

    slug = models.SlugField(_("short name"), unique=True)
    kind = models.CharField(
        _("asks for"), max_length=8, choices=Kind.choices, default=Kind.STORY
    )
    language = models.CharField(_("language"), max_length=12, default="da")
    title = models.CharField(_("title"), max_length=120)
    question = models.CharField(_("question"), max_length=200, blank=True)
    introduction = models.TextField(_("introduction"), blank=True)
    outcome = models.TextField(_("what came of it"), blank=True)
    translations = models.JSONField(_("translations"), default=dict, blank=True)
    prompts = models.JSONField(
        _("questions that help"),
        default=list,
        blank=True,
        help_text=_("One after the other, each by language: [{“da”: …, “tr”: …}]."),
    )
    left_out = models.JSONField(_("steps left out"), default=list, blank=True)
    goal = models.PositiveIntegerField(_("goal"), null=True, blank=True)
    hero = models.ForeignKey(
        "archive.Item",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    position = models.PositiveSmallIntegerField(_("place in the row"), default=0)
    is_announced = models.BooleanField(_("announced"), default=True)
    opens = models.DateField(_("opens"), null=True, blank=True)
    closes = models.DateField(_("closes"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("changed by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = CallQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("call")
        verbose_name_plural = _("calls")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("submissions:contribute_to", args=[self.slug])

    def standing(self, at: dt.date | None = None) -> Call.Standing:
        """Where the call stands on a day, today by default. Its last day is open."""
        day = at or timezone.localdate()
        if not self.is_announced:
            return self.Standing.DRAFT
        if self.closes and day > self.closes:
            return self.Standing.CLOSED
        if self.opens and day < self.opens:
            return self.Standing.COMING
        return self.Standing.OPEN

    def is_open(self, at: dt.date | None = None) -> bool:
        return self.standing(at) == self.Standing.OPEN

    @property
    def is_closed(self) -> bool:
        return self.standing() == self.Standing.CLOSED

    @property
    def asks_for_recipe(self) -> bool:
        return self.kind == self.Kind.RECIPE

    def text(self, field: str, language: str = "") -> Text:
        return choose(
            field,
            getattr(self, field),
            written_in=self.language,
            translations=self.translations,
            language=language or get_language() or "da",
        )

    @property
    def own_prompts(self) -> list[Text]:
        """This call's own questions in the reader's language; empty where it has none."""
        language = get_language() or "da"
        chosen = [
            choose(
                "text",
                each.get(self.language, ""),
                written_in=self.language,
                translations={code: {"text": words} for code, words in each.items()},
                language=language,
            )
            for each in self.prompts
        ]
        return [each for each in chosen if str(each).strip()]

    @property
    def localized_title(self) -> Text:
        return self.text("title")

    @property
    def localized_question(self) -> Text:
        return self.text("question") or self.text("title")

    @property
    def localized_introduction(self) -> Text:
        return self.text("introduction")

    @property
    def localized_outcome(self) -> Text:
        return self.text("outcome")
