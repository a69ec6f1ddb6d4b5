"""The questions the workroom asks of what came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from archive.models import Item, Media

if TYPE_CHECKING:
    from submissions.models import Submission, Upload


class SubmissionQuerySet(models.QuerySet["Submission"]):
    """The questions the workroom asks of what came in."""

    def sent(self) -> SubmissionQuerySet:
        """Everything a family has sent, whatever became of it.

        What was put together with another is that one now.
        """
        return self.exclude(state__in=["draft", "merged"])

    def with_a_page(self) -> SubmissionQuerySet:
        """Everything a family has a link to; some of these links lead to another's."""
        return self.exclude(state="draft")

    def waiting(self) -> SubmissionQuerySet:
        """What the archive owes an answer, the longest waiting first."""
        unanswered = Q(state__in=["received", "question"])
        added = Q(state="accepted", added_at__isnull=False)
        return self.filter(unanswered | added).order_by("sent_at", "pk")

    def of_mailbox(self, email: str) -> SubmissionQuerySet:
        """Everything that was given from one address and is not erased."""
        mine = self.with_a_page().filter(
            contributor__email__iexact=email, erased_at=None
        )
        return mine.exclude(contributor__email="").select_related("contributor")

    def with_pictures(self) -> SubmissionQuerySet:
        """With giver, call and files at hand: four more queries, however many."""
        return self.select_related(
            "contributor", "call", "ticket__day", "hold__by"
        ).prefetch_related("photographs__media", "recordings__media")


def still_coming(submission: Submission) -> list[Upload]:
    """Files of which the last byte is not here yet; small pictures are not counted."""
    unfinished = submission.uploads.filter(finished_at=None).exclude(purpose="preview")
    return list(unfinished.prefetch_related("photographs"))


def items_of(submission: Submission) -> list[Item]:
    """The items the archive made of this contribution, by number."""
    made = models.Q(media__photograph__submission=submission)
    told = models.Q(story_of=submission)
    return list(Item.objects.filter(made | told).distinct().order_by("number"))


def submissions_of(item: Item) -> models.QuerySet[Submission]:
    """The contribution an item was made of, if it came from a family."""
    from submissions.models import Submission  # noqa: PLC0415  (models need us)

    made = models.Q(photographs__media__item=item) | models.Q(item=item)
    return Submission.objects.filter(pk__in=Submission.objects.filter(made))


def files_of(submission: Submission) -> models.QuerySet[Media]:
    """Every file that came with a contribution, whatever it shows or says."""
    shown = models.Q(photograph__submission=submission)
    said = models.Q(recording__submission=submission)
    signed = models.Q(consents__submission=submission)
    kept = models.Q(keepsake__submission=submission)
    agreed = models.Q(signed_tickets__submission=submission)
    found = shown | said | signed | kept | agreed
    return Media.objects.filter(found).distinct()
