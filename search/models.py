"""What the index does not know yet."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Outbox(models.Model):
    """An item that changed, written in the change's own transaction.

    It stays until the index has taken the change in, so no crash can lose one.
    """

    item_id = models.BigIntegerField(_("item"))
    created_at = models.DateTimeField(_("changed"), default=timezone.now)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("waiting for the index")
        verbose_name_plural = _("waiting for the index")

    def __str__(self) -> str:
        return str(self.item_id)
