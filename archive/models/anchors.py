from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from archive.models.places import Place


class DatingAnchor(models.Model):
    """Something whose date is known: “Ishøj Station opened 26 September 1976”.

    A picture that shows it, or speaks of it, is not older (or not younger) than that.
    """

    slug = models.SlugField(_("short name"), unique=True)
    place = models.ForeignKey(
        Place,
        verbose_name=_("place"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="anchors",
    )
    keywords = models.JSONField(_("words"), default=list, blank=True)
    not_before = models.DateField(_("not before"), null=True, blank=True)
    not_after = models.DateField(_("not after"), null=True, blank=True)
    sentences = models.JSONField(_("sentences"), default=dict)
    source = models.CharField(_("source"), max_length=300, blank=True)
    is_verified = models.BooleanField(_("somebody has checked it"), default=False)
    laid_away_at = models.DateTimeField(_("laid away"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = [
            models.F("not_before").asc(nulls_first=True),
            models.F("not_after").asc(nulls_first=True),
            "slug",
        ]
        verbose_name = _("dating anchor")
        verbose_name_plural = _("dating anchors")

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """What is known, in the reader's language or in Danish."""
        language = get_language() or "da"
        return str(
            self.sentences.get(language) or self.sentences.get("da") or self.slug
        )


class AnchorAnswer(models.Model):
    """“I am sure”: this picture's date holds although an anchor speaks against it.

    Kept for the date it was said of: another date is asked about again.
    """

    item = models.ForeignKey(
        "archive.Item", on_delete=models.CASCADE, related_name="anchor_answers"
    )
    anchor = models.ForeignKey(
        DatingAnchor, on_delete=models.CASCADE, related_name="answers"
    )
    date_edtf = models.CharField(_("EDTF"), max_length=80)
    bounds = models.CharField(_("what the anchor said"), max_length=24)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "anchor", "date_edtf", "bounds"],
                name="asked_once_about_a_date",
            )
        ]
        verbose_name = _("answer to a dating anchor")
        verbose_name_plural = _("answers to dating anchors")

    def __str__(self) -> str:
        return f"{self.item} · {self.anchor} · {self.date_edtf}"
