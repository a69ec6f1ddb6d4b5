from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models import Item, Story
from submissions.models.submission import Submission


class Joining(models.Model):
    """A contribution whose picture we had already: its story stands with that one.

    `stories` are the words and voices that stand there now; `made` the keys of all
    that ever did, so that erasing finds them.
    """

    submission = models.OneToOneField(
        Submission, on_delete=models.CASCADE, related_name="joining"
    )
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="joinings")
    stories = models.ManyToManyField(Story, related_name="joinings")
    made = models.JSONField(default=list, blank=True)
    joined_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("story added to a known picture")
        verbose_name_plural = _("stories added to known pictures")

    def __str__(self) -> str:
        return f"{self.submission} → {self.item.reg_number}"
