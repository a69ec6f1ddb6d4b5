from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from submissions.models.submission import Submission


class Hold(models.Model):
    """Who has a contribution in hand just now. It says so, and hinders nobody."""

    submission = models.OneToOneField(
        Submission, on_delete=models.CASCADE, related_name="hold"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="holds"
    )
    taken_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.submission} · {self.by}"

    @property
    def is_on(self) -> bool:
        """Whether the page it was opened in has said lately that it is open."""
        return self.until > timezone.now()

    @property
    def minutes(self) -> int:
        """How long it has been in these hands; the first minute counts as one."""
        return max(1, int((timezone.now() - self.taken_at).total_seconds() // 60))
