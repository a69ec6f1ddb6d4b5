from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from archive.models.authority import Listed


class AccessionManager(models.Manager["Accession"]):
    """Hands out the journal's numbers, one year at a time."""

    def open(
        self, *, giver: str, terms: str, reference: str, content: str = ""
    ) -> Accession:
        """Write the next line of this year's journal; inside a transaction."""
        year, sequence = self.next_number()
        return self.create(
            year=year,
            sequence=sequence,
            giver=giver,
            terms=terms,
            reference=reference,
            content=content,
        )

    def next_number(self) -> tuple[int, int]:
        """The next free number of this year; inside a transaction."""
        year = timezone.localdate().year
        last = self.filter(year=year).aggregate(last=models.Max("sequence"))["last"]
        return year, (last or 0) + 1


class Accession(Listed):
    """A line in the journal: who gave what, when, on which terms."""

    year = models.PositiveSmallIntegerField(_("year"))
    sequence = models.PositiveIntegerField(_("number in the year"))
    giver = models.CharField(_("giver, as they wish to be named"), max_length=160)
    terms = models.TextField(_("terms"), blank=True)
    content = models.TextField(_("content"), blank=True)
    reference = models.CharField(_("contribution"), max_length=40, blank=True)
    received_at = models.DateTimeField(_("received"), default=timezone.now)

    history = HistoricalRecords(excluded_fields=["sought", "sort_key"])
    objects = AccessionManager()

    class Meta:
        ordering = ["-year", "-sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "sequence"], name="journal_number_once"
            )
        ]
        verbose_name = _("accession")
        verbose_name_plural = _("accessions")

    def __str__(self) -> str:
        return f"{self.year}/{self.sequence:03d}"

    @property
    def slug(self) -> str:
        """The number as it stands in an address: 2026-014."""
        return f"{self.year}-{self.sequence:03d}"

    @property
    def known_as(self) -> list[str]:
        """What a line is found by: its number, who gave, and what."""
        return [str(self), self.giver, self.content, self.slug]
