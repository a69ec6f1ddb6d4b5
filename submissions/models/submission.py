from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Partner
from archive.models import Accession, Item
from submissions.models.call import Call
from submissions.models.contributor import Contributor
from submissions.querysets import SubmissionQuerySet
from submissions.words import three_words

if TYPE_CHECKING:
    from submissions.models.recording import Recording

SOUND_KEY = re.compile(r"[\w-]{20,43}", re.ASCII)


def new_token() -> str:
    """128 bits nobody can guess, as they stand in a family's link."""
    return secrets.token_urlsafe(16)


class Submission(models.Model):
    """One act of giving: a story, told or written, and up to ten pictures."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        RECEIVED = "received", _("Received")
        QUESTION = "question", _("We have a question")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Not for this collection")
        WITHDRAWN = "withdrawn", _("Taken back")
        MERGED = "merged", _("Put together with another")

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
    partner = models.ForeignKey(
        Partner,
        verbose_name=_("came through"),
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
    item = models.OneToOneField(
        Item,
        verbose_name=_("the item its story became"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="story_of",
        help_text=_("Only where there was no picture to tell about."),
    )
    typed = models.JSONField(
        _("answers so far"),
        default=dict,
        blank=True,
        help_text=_(
            "The form as it stands while it is a draft; empty once it is sent."
        ),
    )
    started_at = models.DateTimeField(_("begun"), default=timezone.now)
    saved_at = models.DateTimeField(_("last added to"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True)
    added_at = models.DateTimeField(
        _("added to"),
        null=True,
        blank=True,
        help_text=_("The first thing added after acceptance that nobody has seen."),
    )
    greet_at = models.DateTimeField(
        _("next yearly greeting"), null=True, blank=True, db_index=True
    )
    is_place_hidden = models.BooleanField(_("place hidden"), default=False)
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("put together with"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="merged",
        help_text=_("Its link and its words lead there."),
    )
    split_from = models.ForeignKey(
        "self",
        verbose_name=_("taken out of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="parts",
    )

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
        """The family's own page; while it is a draft, the form with all that is typed."""
        if self.state == self.State.DRAFT:
            return reverse("submissions:resume", args=[self.token])
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
    def story_recordings(self) -> list[Recording]:
        """What was told aloud, answers apart; from what is at hand."""
        return [each for each in self.recordings.all() if each.message_id is None]

    @property
    def is_waiting(self) -> bool:
        return self.state in {self.State.RECEIVED, self.State.QUESTION}

    @property
    def is_changeable(self) -> bool:
        """Whether the family can decide anew: it was sent, and is not taken back."""
        return self.state not in {self.State.DRAFT, self.State.WITHDRAWN}

    @property
    def may_be_added_to(self) -> bool:
        """While it is read, and after it was accepted; not what was turned down."""
        return self.is_waiting or self.state == self.State.ACCEPTED

    @property
    def is_withdrawn(self) -> bool:
        return self.state == self.State.WITHDRAWN
