from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.models import Person
from submissions.models.photograph import Photograph
from submissions.models.submission import Submission


class PersonTold(models.Model):
    """Somebody the family says is in a picture: where, who, and whether they live.

    It is what was told, and stays as told; the archive's own `Person` and `Depiction`
    are made of it when the contribution is accepted.
    """

    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="persons_told"
    )
    photograph = models.ForeignKey(
        Photograph,
        verbose_name=_("picture sent"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="persons_told",
    )
    picture = models.CharField(
        max_length=20,
        blank=True,
        help_text="The picture as the page names it, until it has arrived.",
    )
    x = models.FloatField(_("from the left, percent"), null=True, blank=True)
    y = models.FloatField(_("from the top, percent"), null=True, blank=True)
    name = models.CharField(_("name"), max_length=160, blank=True)
    living = models.CharField(
        _("living"),
        max_length=10,
        choices=Person.Living.choices,
        default=Person.Living.UNKNOWN,
    )
    relation = models.CharField(
        _("what they are to the teller"), max_length=160, blank=True
    )
    is_teller = models.BooleanField(_("the teller"), default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("person told of")
        verbose_name_plural = _("persons told of")

    def __str__(self) -> str:
        return self.name or self.relation

    @property
    def spot(self) -> tuple[float, float] | None:
        """Where in the upright picture, in percent of its width and height."""
        return None if self.x is None or self.y is None else (self.x, self.y)
