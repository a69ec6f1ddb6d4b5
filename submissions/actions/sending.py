"""Handing a contribution over."""

from __future__ import annotations

from collections.abc import Collection
from typing import Unpack

from django.db import transaction
from django.utils import timezone

from submissions import consent as consents
from submissions import notices
from submissions.actions.standing import NothingGiven, State
from submissions.consent import Beside
from submissions.models import Consent, Notice, Submission
from submissions.words import three_words


@transaction.atomic
def send(
    submission: Submission,
    *,
    uses: Collection[str],
    names: str,
    have_persons_agreed: bool,
    is_of_age: bool,
    channel: str = Consent.Channel.SELF,
    **beside: Unpack[Beside],
) -> Submission:
    """Hand the contribution over, once, with the permission that was given.

    Sending again returns the same contribution. Raises NothingGiven when there is
    neither a picture nor a story. `beside` names a helper, or a young teller's parent.
    """
    current = Submission.objects.select_for_update().get(pk=submission.pk)
    if current.state != State.DRAFT:
        return current
    if not current.story.strip() and not current.photographs.exists():
        raise NothingGiven
    Consent.objects.create(
        submission=current,
        text=consents.current_text(current.language),
        uses=sorted(uses),
        names=names,
        have_persons_agreed=have_persons_agreed,
        is_of_age=is_of_age,
        channel=channel,
        **beside,
    )
    current.state = State.RECEIVED
    current.sent_at = timezone.now()
    others = Submission.objects.exclude(pk=current.pk)
    while others.filter(words=current.words).exists():
        current.words = three_words()
    current.save(update_fields=["state", "sent_at", "words"])
    notices.owe(current, Notice.Kind.RECEIVED)
    return current
