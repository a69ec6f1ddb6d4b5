"""Handing a contribution over."""

from __future__ import annotations

from collections.abc import Collection
from typing import Unpack

from django.db import transaction
from django.utils import timezone

from submissions import consent as consents
from submissions import notices
from submissions.actions.standing import NothingGiven, State
from submissions.consent import WrittenDown
from submissions.models import Consent, Notice, Recipe, Submission
from submissions.words import three_words


def gives_something(submission: Submission) -> bool:
    """A picture, a story, a voice or a recipe: one of them is enough."""
    if submission.story.strip() or submission.photographs.exists():
        return True
    if submission.recordings.exists():
        return True
    recipe = Recipe.objects.filter(submission=submission).first()
    return recipe is not None and recipe.is_told


@transaction.atomic
def send(
    submission: Submission,
    *,
    uses: Collection[str],
    names: str,
    have_persons_agreed: bool,
    is_of_age: bool,
    channel: str = Consent.Channel.SELF,
    **beside: Unpack[WrittenDown],
) -> Submission:
    """Hand the contribution over, once, with the permission that was given.

    Sending again returns the same contribution. Raises NothingGiven when there is
    neither a picture nor a story, written or told, nor a recipe. `beside` names a
    helper, or a young teller's parent.
    """
    current = Submission.objects.select_for_update().get(pk=submission.pk)
    if current.state != State.DRAFT:
        return current
    if not gives_something(current):
        raise NothingGiven
    beside.setdefault("text", consents.current_text(current.language))
    Consent.objects.create(
        submission=current,
        uses=sorted(uses),
        names=names,
        have_persons_agreed=have_persons_agreed,
        is_of_age=is_of_age,
        channel=channel,
        **beside,
    )
    current.state = State.RECEIVED
    current.sent_at = timezone.now()
    current.greet_at = current.sent_at + notices.A_YEAR
    current.words = free_words(current, current.words)
    current.typed = {}
    current.notices.filter(kind=Notice.Kind.REMINDER, sent_at=None).delete()
    current.save(update_fields=["state", "sent_at", "greet_at", "words", "typed"])
    notices.owe(current, Notice.Kind.RECEIVED)
    return current


def free_words(submission: Submission, wished: str = "") -> str:
    """Three words that open no other contribution; the wished ones if they are free."""
    others = Submission.objects.exclude(pk=submission.pk)
    words = wished or three_words()
    while others.filter(words=words).exists():
        words = three_words()
    return words
