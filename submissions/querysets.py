"""The questions the workroom asks of what came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from archive.models import Item, Media

if TYPE_CHECKING:
    from submissions.models import Submission


class SubmissionQuerySet(models.QuerySet["Submission"]):
    """The questions the workroom asks of what came in."""

    def sent(self) -> SubmissionQuerySet:
        """Everything a family has sent, whatever became of it."""
        return self.exclude(state="draft")

    def waiting(self) -> SubmissionQuerySet:
        """What the archive owes an answer, the longest waiting first."""
        return self.filter(state__in=["received", "question"]).order_by("sent_at", "pk")

    def with_pictures(self) -> SubmissionQuerySet:
        """With giver, call and files at hand: two more queries, however many."""
        return self.select_related("contributor", "call").prefetch_related(
            "photographs__media"
        )


def items_of(submission: Submission) -> list[Item]:
    """The items the archive made of this contribution, by number."""
    return list(
        Item.objects.filter(media__photograph__submission=submission)
        .distinct()
        .order_by("number")
    )


def files_of(submission: Submission) -> models.QuerySet[Media]:
    """Every file that came with a contribution, whatever it shows or says."""
    return Media.objects.filter(
        models.Q(photograph__submission=submission)
        | models.Q(consents__submission=submission)
    ).distinct()
