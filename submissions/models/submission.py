from __future__ import annotations

import secrets

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models import Accession, Item
from submissions.models.call import Call
from submissions.models.contributor import Contributor
from submissions.querysets import SubmissionQuerySet
from submissions.words import three_words


def new_token() -> str:
    """128 bits nobody can guess, as they stand in a family's link."""
    return secrets.token_urlsafe(16)


class Submission(models.Model):
    """One act of giving: a story and up to ten pictures, until the archive answers."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        RECEIVED = "received", _("Received")
        QUESTION = "question", _("We have a question")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Not for this collection")
        WITHDRAWN = "withdrawn", _("Taken back")

    class TakenBy(models.TextChoices):
        NOT_SAID = "", _("Not said")
        ME = "me", _("Me")
        FAMILY = "family", _("Somebody in my family")
        PROFESSIONAL = "professional", _("A photographer")
        UNKNOWN = "unknown", _("I don't know")

    key = models.CharField(max_length=43, unique=True, default=new_token)
    token = models.CharField(max_length=43, unique=True, default=new_token)
    words = models.CharField(_("three words"), max_length=80, default=three_words)
    call = models.ForeignKey(
        Call,
        verbose_name=_("call"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="submissions",
    )
    contributor = models.ForeignKey(
        Contributor,
        verbose_name=_("contributor"),
        on_delete=models.PROTECT,
        related_name="submissions",
    )
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.DRAFT
    )
    language = models.CharField(_("language of the page"), max_length=12, default="da")

    story = models.TextField(_("story"), blank=True)
    story_language = models.CharField(
        _("language of the story"), max_length=12, blank=True
    )
    who_told = models.TextField(_("who is seen"), blank=True)
    date_told = models.CharField(_("when, as told"), max_length=200, blank=True)
    date_meant = models.CharField(
        _("when, as chosen where the words can mean two things"),
        max_length=80,
        blank=True,
        help_text="EDTF; the words themselves stay in date_told.",
    )
    place_told = models.CharField(_("where, as told"), max_length=200, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    precision = models.CharField(
        _("how exact the pin is"),
        max_length=10,
        choices=Item.Precision.choices,
        blank=True,
    )
    taken_by = models.CharField(
        _("who took it"), max_length=14, choices=TakenBy.choices, blank=True
    )
    photographer = models.CharField(_("photographer"), max_length=160, blank=True)
    is_old_print = models.BooleanField(_("a photo of an old picture"), default=True)

    reply = models.TextField(_("our answer"), blank=True)
    accession = models.ForeignKey(
        Accession,
        verbose_name=_("journal"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="submissions",
    )
    started_at = models.DateTimeField(_("begun"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "sent_at"], name="submission_state"),
            models.Index(fields=["words"], name="submission_words"),
        ]
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        """The family's own page."""
        return reverse("submissions:mine", args=[self.token])

    @property
    def number(self) -> str:
        """The number on the receipt: “0137”."""
        return f"{self.pk:04d}"

    @property
    def point(self) -> tuple[float, float] | None:
        """The pin that was put in the drawing of the town: latitude and longitude."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude

    @property
    def is_waiting(self) -> bool:
        return self.state in {self.State.RECEIVED, self.State.QUESTION}

    @property
    def is_changeable(self) -> bool:
        """Whether the family can decide anew: it was sent, and is not taken back."""
        return self.state not in {self.State.DRAFT, self.State.WITHDRAWN}

    @property
    def is_withdrawn(self) -> bool:
        return self.state == self.State.WITHDRAWN
