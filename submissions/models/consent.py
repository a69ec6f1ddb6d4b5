from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from archive.models import Media
from submissions.models.submission import Submission


class ConsentText(models.Model):
    """The exact words a permission was asked with, in one language."""

    language = models.CharField(_("language"), max_length=12)
    text = models.TextField(_("text as shown"))
    fingerprint = models.CharField(max_length=64, unique=True)
    first_shown_at = models.DateTimeField(_("first shown"), default=timezone.now)

    class Meta:
        ordering = ["language", "first_shown_at"]
        verbose_name = _("consent text")
        verbose_name_plural = _("consent texts")

    def __str__(self) -> str:
        return f"{self.language} {self.fingerprint[:8]}"


class ConsentManager(models.Manager["Consent"]):
    """Consents are written, never rewritten."""

    def latest_of(self, submission: Submission) -> Consent | None:
        """What holds now: the last thing the family decided."""
        return self.filter(submission=submission).order_by("-given_at", "-pk").first()


class Consent(models.Model):
    """What was agreed: which uses, on which words, in which language, when and how."""

    class Names(models.TextChoices):
        FULL = "full", _("Show names")
        FIRST = "first", _("First names only")
        NONE = "none", _("No names")

    class Channel(models.TextChoices):
        SELF = "self", _("by themselves, on the page")
        HELPER = "helper", _("with somebody's help")
        STAFF = "staff", _("told to us, written down by us")
        ALOUD = "aloud", _("read aloud at the table, and agreed")
        PAPER = "paper", _("on paper, signed")
        MOVED = "moved", _("the strictest of those of pictures put together")

    submission = models.ForeignKey(
        Submission, on_delete=models.PROTECT, related_name="consents"
    )
    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT)
    uses = models.JSONField(_("uses"), default=list)
    names = models.CharField(
        _("names"), max_length=6, choices=Names.choices, default=Names.FULL
    )
    have_persons_agreed = models.BooleanField(
        _("the living persons shown have agreed"), default=False
    )
    is_of_age = models.BooleanField(_("over 15"), default=False)
    channel = models.CharField(
        _("how"), max_length=8, choices=Channel.choices, default=Channel.SELF
    )
    helped_by = models.CharField(_("helped by"), max_length=120, blank=True)
    guardian = models.CharField(
        _("parent or guardian of a young teller"), max_length=120, blank=True
    )
    evidence = models.ForeignKey(
        Media,
        verbose_name=_("photograph of the signed slip"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="consents",
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written down by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    copied_from = models.ForeignKey(
        "self",
        verbose_name=_("copied from"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="copies",
        help_text=_("Where it was given, if the pictures have moved since."),
    )
    given_at = models.DateTimeField(_("given"), default=timezone.now)

    objects = ConsentManager()

    class Meta:
        ordering = ["-given_at", "-pk"]
        verbose_name = _("permission")
        verbose_name_plural = _("permissions")

    def __str__(self) -> str:
        return f"{self.submission}: {', '.join(self.uses) or '–'}"

    @property
    def language_name(self) -> str:
        """The language of the text, in its own name."""
        return str(get_language_info(self.text.language)["name_local"])
