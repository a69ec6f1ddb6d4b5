from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """The questions people ask of what is given out."""

    def open(self) -> AssignmentQuerySet:
        """Given out and not yet returned."""
        return self.filter(returned_at=None)


class Assignment(models.Model):
    """An item given to a volunteer, who may suggest what should stand on its card."""

    item = models.ForeignKey(
        "archive.Item", on_delete=models.CASCADE, related_name="assignments"
    )
    volunteer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("given to"),
        on_delete=models.PROTECT,
        related_name="assignments",
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("given by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    given_at = models.DateTimeField(_("given"), default=timezone.now)
    returned_at = models.DateTimeField(_("returned"), null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["given_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "volunteer"],
                condition=Q(returned_at=None),
                name="given_to_each_once",
            )
        ]
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")

    def __str__(self) -> str:
        return f"{self.item} → {self.volunteer}"


class Suggestion(models.Model):
    """One field as a volunteer would write it, until somebody of the archive answers."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        ACCEPTED = "accepted", _("Taken in")
        DECLINED = "declined", _("Not taken in")

    class Field(models.TextChoices):
        TITLE = "title", _("Title")
        SEEN = "seen", _("What is seen")
        REMARKS = "remarks", _("What cannot be seen")
        DATE = "date_told", _("When it was taken")
        PLACE = "place", _("Where it is")
        PERSON = "person", _("Somebody you know in it")
        ALT_TEXT = "alt_text", _("Alt text")

    item = models.ForeignKey(
        "archive.Item", on_delete=models.CASCADE, related_name="suggestions"
    )
    field = models.CharField(_("field"), max_length=12, choices=Field.choices)
    words = models.TextField(_("words"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("suggested by"),
        on_delete=models.PROTECT,
        related_name="suggestions",
    )
    made_at = models.DateTimeField(_("suggested"), default=timezone.now)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.WAITING
    )
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("answered by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    class Meta:
        ordering = ["made_at", "pk"]
        indexes = [models.Index(fields=["state", "item"], name="suggestion_state")]
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")

    def __str__(self) -> str:
        return f"{self.item}: {self.get_field_display()}"

    @property
    def what(self) -> str:
        """The field as the archive calls it."""
        is_person = self.field == self.Field.PERSON
        return str(_("Person")) if is_person else self.get_field_display()

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING
