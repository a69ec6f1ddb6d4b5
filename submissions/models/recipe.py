from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from submissions.models.submission import Submission


class Recipe(models.Model):
    """How a dish is made, as the family tells it; the answer to a call for recipes."""

    submission = models.OneToOneField(
        Submission, on_delete=models.CASCADE, related_name="recipe"
    )
    dish = models.CharField(_("dish"), max_length=160, blank=True)
    ingredients = models.TextField(_("what goes into it"), blank=True)
    method = models.TextField(_("how it is made"), blank=True)
    taught_by = models.CharField(_("who taught it"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("recipe")
        verbose_name_plural = _("recipes")

    def __str__(self) -> str:
        return self.dish or str(self.pk)

    @property
    def is_told(self) -> bool:
        """Whether there is something to cook by."""
        return bool(self.ingredients.strip() or self.method.strip())
