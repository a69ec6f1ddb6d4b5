"""The questions of a collection day: who waits, who sits where, how many so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from submissions.models import (  # noqa: F401  (named in strings below)
        CollectionDay,
        Scan,
        Ticket,
    )


class CollectionDayQuerySet(models.QuerySet["CollectionDay"]):
    """The questions asked of the days."""

    def on_now(self) -> CollectionDay | None:
        """The day that is open; there is never more than one."""
        return self.filter(status="open").first()


class TicketQuerySet(models.QuerySet["Ticket"]):
    """The questions asked of the queue."""

    def waiting(self) -> TicketQuerySet:
        """Who waits, the one who came first before the others."""
        return self.filter(state="waiting").order_by("taken_at", "pk")

    def at_table(self) -> TicketQuerySet:
        """Who sits at a table now, the last called first."""
        return self.filter(state="at_table").order_by("-called_at", "-pk")

    def given(self) -> TicketQuerySet:
        """Whose pictures are here, and were not taken back again."""
        return self.filter(submission__isnull=False).exclude(
            submission__state__in=["draft", "withdrawn"]
        )

    def without_contribution(self) -> TicketQuerySet:
        """Who took a number, and has not handed anything over."""
        return self.filter(
            models.Q(submission=None) | models.Q(submission__state="draft")
        )


class ScanQuerySet(models.QuerySet["Scan"]):
    """The questions asked of what came from the scanners."""

    def unclaimed(self) -> ScanQuerySet:
        """Pictures that no family has taken yet."""
        return self.filter(ticket=None, problem="").exclude(media=None)

    def bad(self) -> ScanQuerySet:
        """Files that could not be taken in, to be named at the table."""
        return self.exclude(problem="")
