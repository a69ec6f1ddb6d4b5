from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models import Media
from submissions.day_querysets import (
    CollectionDayQuerySet,
    ScanQuerySet,
    TicketQuerySet,
)
from submissions.models.call import Call
from submissions.models.submission import Submission, new_token

LETTERS = "ABCDEFGH"


class CollectionDay(models.Model):
    """A day when families come to a table with their pictures, each with a number."""

    class Status(models.TextChoices):
        PLANNED = "planned", _("Planned")
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Over")

    slug = models.SlugField(_("short name"), unique=True, max_length=60)
    name = models.CharField(_("name"), max_length=120)
    place = models.CharField(_("place"), max_length=160, blank=True)
    day = models.DateField(_("day"), default=timezone.localdate)
    opens = models.TimeField(_("from"), null=True, blank=True)
    closes = models.TimeField(_("to"), null=True, blank=True)
    call = models.ForeignKey(
        Call,
        verbose_name=_("call"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="collection_days",
    )
    tables = models.PositiveSmallIntegerField(_("tables"), default=2)
    wall_words = models.CharField(_("words on the wall"), max_length=200, blank=True)
    wall_token = models.CharField(max_length=43, unique=True, default=new_token)
    status = models.CharField(
        _("status"), max_length=8, choices=Status.choices, default=Status.PLANNED
    )

    objects = CollectionDayQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "-pk"]
        constraints = [
            # The scanner's folder and the wall belong to the one day that is on.
            models.UniqueConstraint(
                fields=["status"], condition=Q(status="open"), name="one_day_is_open"
            )
        ]
        verbose_name = _("collection day")
        verbose_name_plural = _("collection days")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("submissions:day", args=[self.slug])

    @property
    def is_open(self) -> bool:
        return self.status == self.Status.OPEN

    @property
    def letters(self) -> str:
        """The letters of its tables: “ABC”."""
        return LETTERS[: self.tables]

    def has_table(self, letter: str) -> bool:
        return len(letter) == 1 and letter in self.letters


class Ticket(models.Model):
    """One family's number in the queue, and what they gave when it was their turn."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        AT_TABLE = "at_table", _("At the table")
        DONE = "done", _("Done")

    day = models.ForeignKey(
        CollectionDay, on_delete=models.PROTECT, related_name="tickets"
    )
    table = models.CharField(_("table"), max_length=1)
    number = models.PositiveSmallIntegerField(_("number"))
    key = models.CharField(
        max_length=43,
        unique=True,
        default=new_token,
        help_text=_("The same tap twice is the same number."),
    )
    state = models.CharField(
        _("state"), max_length=8, choices=State.choices, default=State.WAITING
    )
    seat = models.CharField(_("sits at table"), max_length=1, blank=True)
    helper = models.CharField(_("helped by"), max_length=120, blank=True)
    helped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("at the tablet"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    submission = models.OneToOneField(
        Submission,
        verbose_name=_("contribution"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="ticket",
    )
    answers = models.JSONField(_("answers so far"), default=dict, blank=True)
    signature = models.ForeignKey(
        Media,
        verbose_name=_("signature"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="signed_tickets",
    )
    tablets = models.JSONField(_("tablets that show it"), default=dict, blank=True)
    version = models.PositiveIntegerField(default=0)
    taken_at = models.DateTimeField(_("taken"), default=timezone.now)
    called_at = models.DateTimeField(_("called"), null=True, blank=True)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)

    objects = TicketQuerySet.as_manager()

    class Meta:
        ordering = ["taken_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "table", "number"], name="one_ticket_a_number"
            ),
            models.UniqueConstraint(
                fields=["day", "seat"],
                condition=Q(state="at_table"),
                name="one_family_at_a_table",
            ),
        ]
        verbose_name = _("ticket")
        verbose_name_plural = _("tickets")

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """What is shown big, and called: “A12”."""
        return f"{self.table}{self.number}"

    @property
    def is_at_table(self) -> bool:
        return self.state == self.State.AT_TABLE

    @property
    def is_sent(self) -> bool:
        """Whether the family has handed over what they came with."""
        given = self.submission
        return given is not None and given.state != Submission.State.DRAFT


class Scan(models.Model):
    """A file from a table's scanner: waiting for its family, or named as a bad one."""

    day = models.ForeignKey(
        CollectionDay, on_delete=models.PROTECT, related_name="scans"
    )
    table = models.CharField(_("table"), max_length=1)
    name = models.CharField(_("file name"), max_length=255)
    sha256 = models.CharField(max_length=64, blank=True)
    media = models.OneToOneField(
        Media, null=True, blank=True, on_delete=models.CASCADE, related_name="scan"
    )
    problem = models.CharField(_("problem"), max_length=40, blank=True)
    ticket = models.ForeignKey(
        Ticket, null=True, blank=True, on_delete=models.SET_NULL, related_name="scans"
    )
    copy = models.CharField(
        _("where the scanner's own file lies now"), max_length=500, blank=True
    )
    found_at = models.DateTimeField(_("found"), default=timezone.now)

    objects = ScanQuerySet.as_manager()

    class Meta:
        ordering = ["found_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "table", "sha256"],
                condition=~Q(sha256=""),
                name="same_scan_once",
            ),
            models.UniqueConstraint(
                fields=["day", "table", "name"],
                condition=Q(sha256=""),
                name="one_problem_a_name",
            ),
        ]
        verbose_name = _("scan")
        verbose_name_plural = _("scans")

    def __str__(self) -> str:
        return self.name


class Keepsake(models.Model):
    """The family with their picture, for themselves: never published."""

    submission = models.OneToOneField(
        Submission, on_delete=models.CASCADE, related_name="keepsake"
    )
    media = models.OneToOneField(
        Media, on_delete=models.CASCADE, related_name="keepsake"
    )

    class Meta:
        verbose_name = _("keepsake photograph")
        verbose_name_plural = _("keepsake photographs")

    def __str__(self) -> str:
        return f"{self.submission} ♥"
