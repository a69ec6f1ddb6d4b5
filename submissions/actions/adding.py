"""What a family adds later: pictures and words, beside what they gave at first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from archive import actions as archive_actions
from archive.models import Item
from submissions.actions import joining
from submissions.actions.accepting import take_in
from submissions.actions.naming import public_name
from submissions.actions.standing import NotPossibleNow, State, locked
from submissions.arrivals import note_added
from submissions.drafts import LeftOut, add_files
from submissions.models import Addition, Photograph, Submission
from submissions.querysets import items_of


def add_pictures(
    submission: Submission, files: Iterable[UploadedFile]
) -> list[LeftOut]:
    """Keep further pictures; returns those left out.

    What was accepted already waits for the archive once more. Raises NotPossibleNow
    for what was turned down or taken back.
    """
    if not submission.may_be_added_to:
        raise NotPossibleNow
    since = timezone.now()
    left_out = add_files(submission, files)
    if submission.photographs.filter(media__received_at__gte=since).exists():
        note_added(submission, since=since)
    return left_out


@transaction.atomic
def tell_more(submission: Submission, *, text: str, language: str) -> Addition:
    """Keep further words of the family beside the first ones, which stay as they are.

    The same words twice in a row are told once (two clicks). Raises NotPossibleNow as
    add_pictures does.
    """
    current = locked(submission)
    if not current.may_be_added_to:
        raise NotPossibleNow
    last = current.additions.last()
    if last is not None and last.text == text.strip():
        return last
    told = current.additions.create(text=text.strip(), language=language)
    note_added(current, since=told.told_at)
    return told


def added_photographs(submission: Submission) -> QuerySet[Photograph]:
    """The pictures that came after acceptance and that nobody has answered yet."""
    new = submission.photographs.filter(media__item=None)
    return new.filter(media__received_at__gte=submission.added_at or timezone.now())


def added_words(submission: Submission) -> QuerySet[Addition]:
    """The words that came after acceptance and that nobody has answered yet."""
    return submission.additions.filter(
        told_at__gte=submission.added_at or timezone.now()
    )


@transaction.atomic
def take_added(
    submission: Submission,
    *,
    by: User,
    titles: Mapping[int, str] | None = None,
    chosen: Collection[int] | None = None,
) -> list[Item]:
    """Take what was added into the archive: pictures as items, words as stories.

    Raises NotPossibleNow when somebody has done so already, or it was taken back.
    """
    current = _with_something_added(submission)
    known = items_of(current)
    for words in added_words(current):
        for item in known:
            archive_actions.tell(
                item,
                text=words.text,
                language=words.language or current.language,
                teller=public_name(current),
            )
    photographs = [
        each
        for each in added_photographs(current).select_related("media")
        if chosen is None or each.pk in chosen
    ]
    joining.tell_again(current, by=by)
    items = take_in(current, photographs, titles=titles or {}, by=by)
    _seen(current)
    return items


@transaction.atomic
def leave_added(submission: Submission) -> Submission:
    """Note that a person has seen what was added; it is kept with the contribution."""
    current = _with_something_added(submission)
    _seen(current)
    return current


def _with_something_added(submission: Submission) -> Submission:
    current = locked(submission)
    if current.state != State.ACCEPTED or current.added_at is None:
        raise NotPossibleNow
    return current


def _seen(submission: Submission) -> None:
    submission.added_at = None
    submission.save(update_fields=["added_at"])
