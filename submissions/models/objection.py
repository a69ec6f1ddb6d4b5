from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from archive.models import Item
from submissions.models.contributor import Contributor
from submissions.models.submission import new_token


class Objection(models.Model):
    """“I am in this picture”: anybody may say so, without an account."""

    class Wish(models.TextChoices):
        HIDE_PICTURE = "picture", _("Take the picture down")
        HIDE_NAME = "name", _("Hide my name")
        TELL = "tell", _("I only want to tell you who I am")

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="objections")
    contributor = models.ForeignKey(
        Contributor, on_delete=models.PROTECT, related_name="objections"
    )
    token = models.CharField(max_length=43, unique=True, default=new_token)
    wish = models.CharField(_("wish"), max_length=10, choices=Wish.choices)
    text = models.TextField(_("in your own words"), blank=True)
    written_at = models.DateTimeField(_("written"), default=timezone.now)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("settled by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    settlement = models.TextField(_("what we did"), blank=True)

    class Meta:
        ordering = ["-written_at", "-pk"]
        verbose_name = _("objection")
        verbose_name_plural = _("objections")

    def __str__(self) -> str:
        return f"{self.item.reg_number}: {self.get_wish_display()}"

    def get_absolute_url(self) -> str:
        return reverse("submissions:objection", args=[self.token])
