from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Contributor(models.Model):
    """Who gave. Contact data lives here and nowhere else."""

    class ShownAs(models.TextChoices):
        FULL_NAME = "full", _("My whole name")
        FIRST_NAME = "first", _("My first name only")
        FAMILY = "family", _("“A family in Ishøj”")

    name = models.CharField(_("name"), max_length=120, blank=True)
    shown_as = models.CharField(
        _("shown as"), max_length=10, choices=ShownAs.choices, default=ShownAs.FULL_NAME
    )
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(_("language"), max_length=12, default="da")
    wants_news = models.BooleanField(
        _("hears when something happens to the pictures"), default=True
    )

    class Meta:
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")

    def __str__(self) -> str:
        return self.name or str(self.pk)

    def public_name(self, family: str) -> str:
        """The name visitors see; `family` is the society's words for a nameless one."""
        if not self.name or self.shown_as == self.ShownAs.FAMILY:
            return family
        if self.shown_as == self.ShownAs.FIRST_NAME:
            return self.name.split()[0]
        return self.name
