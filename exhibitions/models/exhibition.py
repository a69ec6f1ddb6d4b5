from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.models import Partner
from archive.models import Item
from archive.texts import Text, choose
from exhibitions.querysets import ExhibitionQuerySet


class Translated(models.Model):
    """Words in the language they were written in, with translations on the same row."""

    translations = models.JSONField(_("translations"), default=dict, blank=True)

    class Meta:
        abstract = True

    def in_language(self, field: str, written_in: str, language: str | None) -> Text:
        """A field in the language asked for, by default the reader's."""
        return choose(
            field,
            getattr(self, field),
            written_in=written_in,
            translations=self.translations,
            language=language or get_language() or "da",
        )


class Exhibition(Translated):
    """Chosen items, told in order: a title, chapters, blocks."""

    slug = models.SlugField(_("short name"), max_length=80, unique=True)
    language = models.CharField(_("language"), max_length=12, default="da")
    title = models.CharField(_("title"), max_length=70)
    subtitle = models.CharField(_("subtitle"), max_length=160, blank=True)
    introduction = models.TextField(_("introduction"), blank=True)
    note = models.CharField(
        _("a note beside the introduction"), max_length=300, blank=True
    )
    venue = models.CharField(_("where"), max_length=200, blank=True)
    opens = models.DateField(_("opens"), null=True, blank=True)
    closes = models.DateField(_("closes"), null=True, blank=True)
    curators = models.CharField(_("curators"), max_length=300, blank=True)
    thanks = models.TextField(_("thanks"), blank=True)
    sources = models.TextField(_("sources"), blank=True)
    partners = models.ManyToManyField(
        Partner, verbose_name=_("partners"), blank=True, related_name="exhibitions"
    )
    cover = models.ForeignKey(
        Item,
        verbose_name=_("picture on the threshold"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = ExhibitionQuerySet.as_manager()

    class Meta:
        ordering = ["-opens", "-pk"]
        verbose_name = _("exhibition")
        verbose_name_plural = _("exhibitions")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("exhibitions:visit", args=[self.slug])

    def text(self, field: str, language: str | None = None) -> Text:
        return self.in_language(field, self.language, language)

    @property
    def localized_title(self) -> Text:
        return self.text("title")

    @property
    def localized_subtitle(self) -> Text:
        return self.text("subtitle")

    @property
    def localized_introduction(self) -> Text:
        return self.text("introduction")

    @property
    def localized_note(self) -> Text:
        return self.text("note")

    @property
    def localized_thanks(self) -> Text:
        return self.text("thanks")

    @property
    def localized_sources(self) -> Text:
        return self.text("sources")

    @property
    def is_published(self) -> bool:
        return self.published_at is not None


class Section(Translated):
    """A chapter of an exhibition."""

    exhibition = models.ForeignKey(
        Exhibition, on_delete=models.CASCADE, related_name="sections"
    )
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(_("title"), max_length=60)
    promise = models.CharField(
        _("one line below the title"), max_length=160, blank=True
    )

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("chapter")
        verbose_name_plural = _("chapters")

    def __str__(self) -> str:
        return self.title

    def text(self, field: str, language: str | None = None) -> Text:
        return self.in_language(field, self.exhibition.language, language)


class Block(Translated):
    """One thing on the wall: a picture with its label, a text, a quote, a gallery."""

    section = models.ForeignKey(
        Section, on_delete=models.CASCADE, related_name="blocks"
    )
    kind = models.CharField(_("kind"), max_length=20)
    position = models.PositiveSmallIntegerField(default=0)
    body = models.TextField(_("text"), blank=True)
    attribution = models.CharField(_("said by"), max_length=160, blank=True)
    settings: models.JSONField[dict[str, Any]] = models.JSONField(
        _("how it hangs"), default=dict, blank=True
    )

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("block")
        verbose_name_plural = _("blocks")

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    def text(self, field: str, language: str | None = None) -> Text:
        return self.in_language(field, self.language, language)

    @property
    def language(self) -> str:
        """A quote may be in the speaker's language, not in the exhibition's."""
        own = self.settings.get("language")
        return str(own or self.section.exhibition.language)


class Placement(Translated):
    """An item used in a block, with its own label, alt text and crop."""

    block = models.ForeignKey(
        Block, on_delete=models.CASCADE, related_name="placements"
    )
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="placements")
    position = models.PositiveSmallIntegerField(default=0)
    label = models.TextField(_("label"), blank=True)
    alt_text = models.CharField(_("alt text"), max_length=250, blank=True)
    crop = models.JSONField(_("crop, percent"), default=dict, blank=True)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("hanging")
        verbose_name_plural = _("hangings")

    def __str__(self) -> str:
        return f"{self.item} · {self.block}"

    @property
    def anchor(self) -> str:
        """Where a family's link into the exhibition starts: at their own picture."""
        return f"billede-{self.pk}"

    def text(self, field: str, language: str | None = None) -> Text:
        return self.in_language(field, self.block.section.exhibition.language, language)
