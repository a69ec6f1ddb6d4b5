"""What the family decides: permissions, names, taking back, and regret."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Unpack

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from archive import actions as archive_actions
from archive import intake
from archive.models import Item
from submissions import consent as consents
from submissions import notices
from submissions.actions import joining
from submissions.actions.standing import NotPossibleNow, State, locked
from submissions.consent import Beside
from submissions.models import Consent, Notice, Submission
from submissions.querysets import items_of


@transaction.atomic
def change_permissions(
    submission: Submission,
    *,
    uses: Collection[str],
    names: str,
    have_persons_agreed: bool,
    channel: str = Consent.Channel.SELF,
    recorded_by: User | None = None,
    **beside: Unpack[Beside],
) -> Consent:
    """Write a new permission beside the old ones; it holds everywhere at once.

    Who is young, and who answers for them, does not change with the answers.

    Raises NotPossibleNow for what was taken back: regret that first.
    """
    current = locked(submission)
    if not current.is_changeable:
        raise NotPossibleNow
    before = Consent.objects.latest_of(current)
    if before is not None:
        beside.setdefault("guardian", before.guardian)
    given = Consent.objects.create(
        submission=current,
        text=consents.current_text(current.language),
        uses=sorted(uses),
        names=names,
        have_persons_agreed=have_persons_agreed,
        is_of_age=not beside.get("guardian"),
        channel=channel,
        recorded_by=recorded_by,
        **beside,
    )
    for item in items_of(current):
        archive_actions.permit(item, uses=given.uses, by=recorded_by)
        follow_names(item, names, by=recorded_by)
        joining.follow_item(item, by=recorded_by)
    joining.follow(current, by=recorded_by)
    return given


@transaction.atomic
def sign_on_paper(
    submission: Submission, *, evidence: UploadedFile, by: User | None = None
) -> Consent:
    """Keep a photograph of the signed slip beside the answers that hold now.

    The answers stay as they are: the picture shows that they were given. Raises
    intake.Refused for a file that cannot be kept, and NotPossibleNow as above.
    """
    current = locked(submission)
    before = Consent.objects.latest_of(current)
    if before is None or not current.is_changeable:
        raise NotPossibleNow
    media = intake.receive(evidence)
    return change_permissions(
        current,
        uses=before.uses,
        names=before.names,
        have_persons_agreed=before.have_persons_agreed,
        channel=Consent.Channel.PAPER,
        recorded_by=by,
        evidence=media,
        helped_by=before.helped_by,
    )


def change_one(
    submission: Submission,
    *,
    only: str,
    uses: Collection[str] = (),
    names: str = "",
    have_persons_agreed: bool = False,
) -> Consent:
    """Change one answer; the others stay as they were last given.

    `only` is the name of a question, “names” or “persons”. A page that was opened
    before another decision cannot undo that by what else it shows.
    """
    current = locked(submission)
    last = Consent.objects.latest_of(current)
    given = set(last.uses) if last else set()
    asked = set(consents.uses_of([only]))
    return change_permissions(
        current,
        uses=(given - asked) | (asked & set(uses)),
        names=names if only == "names" or last is None else last.names,
        have_persons_agreed=have_persons_agreed
        if only == "persons" or last is None
        else last.have_persons_agreed,
    )


def follow_names(item: Item, names: str, *, by: User | None = None) -> Item:
    """Hide names, or shorten them, as the family wishes; at once.

    Showing more names than before is the archivist's deed, never automatic.
    """
    return archive_actions.name_as(
        item,
        hidden=item.are_names_hidden or names == Consent.Names.NONE,
        first_names_only=item.first_names_only or names == Consent.Names.FIRST,
        by=by,
    )


@transaction.atomic
def withdraw(submission: Submission, *, by: User | None = None) -> Submission:
    """Take all of this contribution down, now and everywhere. No reason is asked."""
    current = locked(submission)
    if current.is_withdrawn:
        return current
    if current.state == State.DRAFT:
        raise NotPossibleNow
    for item in items_of(current):
        archive_actions.withdraw(item, by=by)
    _take_back_permission(current, by=by)
    notices.drop_news(current)
    current.state = State.WITHDRAWN
    current.withdrawn_at = timezone.now()
    current.save(update_fields=["state", "withdrawn_at"])
    joining.follow(current, by=by)
    notices.owe(current, Notice.Kind.WITHDRAWN)
    return current


@transaction.atomic
def regret(submission: Submission) -> Submission:
    """Undo a withdrawal within the days of regret; nothing is published by it.

    The permission from before is not taken up again: the family gives a new one.
    Raises NotPossibleNow when the days are over.
    """
    current = locked(submission)
    if not current.is_withdrawn or current.erased_at or is_past_regret(current):
        raise NotPossibleNow
    current.state = _state_before_withdrawal(current)
    current.withdrawn_at = None
    current.save(update_fields=["state", "withdrawn_at"])
    return current


def is_past_regret(submission: Submission, at: dt.datetime | None = None) -> bool:
    """Whether the days in which a withdrawal can be undone are over."""
    if submission.withdrawn_at is None:
        return False
    days = dt.timedelta(days=settings.SOCIETY.regret_days)
    return (at or timezone.now()) > submission.withdrawn_at + days


def _take_back_permission(submission: Submission, *, by: User | None) -> None:
    """A no to every use, written beside what was agreed: nothing old comes back."""
    Consent.objects.create(
        submission=submission,
        text=consents.current_text(submission.language),
        uses=[],
        names=Consent.Names.NONE,
        is_of_age=True,
        channel=Consent.Channel.STAFF if by else Consent.Channel.SELF,
        recorded_by=by,
    )


def _state_before_withdrawal(submission: Submission) -> str:
    if submission.accession_id and submission.answered_at:
        return State.ACCEPTED
    return State.DECLINED if submission.reply else State.RECEIVED
