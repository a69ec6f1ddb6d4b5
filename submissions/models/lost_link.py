from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LostLink(models.Model):
    """Somebody asks for their links. Kept until the worker has looked, and no longer.

    The page writes this row whether or not anybody has the address: it cannot tell,
    and takes the same time.
    """

    email = models.EmailField(_("e-mail"))
    language = models.CharField(_("language"), max_length=12, default="da")
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("lost link")
        verbose_name_plural = _("lost links")

    def __str__(self) -> str:
        return str(self.pk)
