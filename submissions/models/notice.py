from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from submissions.models.contributor import Contributor
from submissions.models.objection import Objection
from submissions.models.submission import Submission


class Notice(models.Model):
    """A mail somebody is owed. It waits here until it is sent, and is sent once."""

    class Kind(models.TextChoices):
        RECEIVED = "received", _("received")
        QUESTION = "question", _("question")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("taken back")
        OBJECTION = "objection", _("objection received")
        SETTLED = "settled", _("objection settled")
        REMINDER = "reminder", _("reminder of a draft")
        EXHIBITED = "exhibited", _("in an exhibition")
        RECOGNISED = "recognised", _("somebody was recognised")
        STILL_HERE = "still_here", _("your page is still here")
        LINKS = "links", _("the way back")
        REOPENED = "reopened", _("looked at once more")

    submission = models.ForeignKey(
        Submission,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="notices",
    )
    objection = models.ForeignKey(
        Objection,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="notices",
    )
    kind = models.CharField(max_length=12, choices=Kind.choices)
    text = models.TextField(blank=True)
    topic = models.CharField(
        max_length=40,
        blank=True,
        help_text=_("What the news is about, so that it is told once."),
    )
    due_at = models.DateTimeField(default=timezone.now)
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(submission__isnull=True) ^ Q(objection__isnull=True),
                name="notice_is_about_one_thing",
            ),
            models.UniqueConstraint(
                fields=["submission", "kind", "topic"],
                condition=~Q(topic=""),
                name="news_is_told_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["created_at"],
                condition=models.Q(sent_at__isnull=True),
                name="notice_waiting",
            )
        ]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")

    def __str__(self) -> str:
        return f"{self.about} {self.kind}"

    @property
    def is_news(self) -> bool:
        """Glad news can wait for the day's post, and can be declined."""
        return self.kind in NEWS

    @property
    def about(self) -> Submission | Objection:
        """What the mail is about, and whose page it links to."""
        about = self.submission or self.objection
        assert about is not None  # noqa: S101  (the constraint above)
        return about

    @property
    def contributor(self) -> Contributor:
        return self.about.contributor

    @property
    def language(self) -> str:
        if self.submission is not None:
            return self.submission.language
        return self.contributor.language


NEWS = (
    Notice.Kind.PUBLISHED,
    Notice.Kind.EXHIBITED,
    Notice.Kind.RECOGNISED,
    Notice.Kind.STILL_HERE,
)
