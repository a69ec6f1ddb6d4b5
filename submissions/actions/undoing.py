"""Taking a deed of the desk back: within ten seconds, or any day from its history."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from archive import actions as archive_actions
from archive import tellings
from archive.models import Item
from submissions.actions import joining
from submissions.actions.deeds import recall, tell_of_reopening
from submissions.actions.merging import undo_merge
from submissions.actions.splitting import undo_split
from submissions.actions.standing import StandsInTheWay, State, locked
from submissions.models import DeskDeed, Joining, Notice, Submission

Kind = DeskDeed.Kind

# Translators: what hinders that a deed is undone.
CHANGED = _("Something else has happened to it since.")
TAKEN_BACK = _("The family has taken it back. That stands.")
PUBLISHED = _("%(item)s is public. Take it out of the reading room first.")
DESCRIBED = _("Somebody has described %(item)s since. It stays as it is.")
HANGS = _("%(item)s hangs in an exhibition. Take it out there first.")
REPLIED = _("The family has answered the question.")


@transaction.atomic
def undo(deed: DeskDeed, *, by: User) -> Submission:
    """Put everything back as it was before; doing it twice does no harm.

    The family is told only if they were told of the deed. Raises StandsInTheWay.
    """
    current = locked(deed.submission)
    row = DeskDeed.objects.select_for_update().get(pk=deed.pk)
    if row.is_undone:
        return current
    if current.is_withdrawn:
        raise StandsInTheWay(str(TAKEN_BACK))
    UNDO[Kind(row.kind)](current, row, by=by)
    row.undone_at, row.undone_by = timezone.now(), by
    row.save(update_fields=["undone_at", "undone_by"])
    return current


def _accept(submission: Submission, deed: DeskDeed, *, by: User) -> None:
    """Lay the items away; they are taken up again if it is accepted once more."""
    _check_state(submission, State.ACCEPTED)
    entries = {int(pk): entry for pk, entry in deed.detail["items"].items()}
    items = list(Item.objects.select_for_update().filter(pk__in=entries))
    for item in items:
        _check_untouched(item, entries[item.pk])
    for item in items:
        archive_actions.lay_away(item, by=by)
    submission.photographs.filter(pk__in=deed.detail["declined"]).update(
        declined_at=None, reply=""
    )
    _wait_again(submission, deed, Notice.Kind.ACCEPTED)


def _decline(submission: Submission, deed: DeskDeed, **_by: User) -> None:
    _check_state(submission, State.DECLINED)
    submission.reply = ""
    _wait_again(submission, deed, Notice.Kind.DECLINED)


def _ask(submission: Submission, deed: DeskDeed, **_by: User) -> None:
    if submission.state != State.QUESTION:
        raise StandsInTheWay(str(REPLIED if submission.is_waiting else CHANGED))
    if recall(deed, submission, Notice.Kind.QUESTION):
        submission.state = deed.detail["state"]
    else:
        submission.state = State.RECEIVED
    submission.save(update_fields=["state"])


def _join(submission: Submission, deed: DeskDeed, *, by: User) -> None:
    _check_state(submission, State.ACCEPTED)
    for each in Joining.objects.filter(submission=submission).select_related("item"):
        joining.leave(each, by=by)
        tellings.forget(each.made)
        each.delete()
    _wait_again(submission, deed, Notice.Kind.ACCEPTED)


UNDO: dict[Kind, Callable[..., None]] = {
    Kind.ACCEPT: _accept,
    Kind.DECLINE: _decline,
    Kind.ASK: _ask,
    Kind.JOIN: _join,
    Kind.MERGE: undo_merge,
    Kind.SPLIT: undo_split,
}


def _check_state(submission: Submission, state: str) -> None:
    if submission.state != state:
        raise StandsInTheWay(str(CHANGED))


# What a family does on its own page hinders nobody.
FAMILYS = ("permit", "names", "place")


def _check_untouched(item: Item, entry: int) -> None:
    named = {"item": item.reg_number}
    if item.is_published:
        raise StandsInTheWay(PUBLISHED % named)
    if item.placements.exists():
        raise StandsInTheWay(HANGS % named)
    since = item.history.filter(history_id__gt=entry)
    if since.exclude(history_change_reason__in=FAMILYS).exists():
        raise StandsInTheWay(DESCRIBED % named)


def _wait_again(submission: Submission, deed: DeskDeed, kind: str) -> None:
    """It is unanswered again, and whoever was told otherwise hears so."""
    submission.state = deed.detail["state"]
    submission.answered_at = submission.added_at = None
    submission.save(update_fields=["state", "answered_at", "added_at", "reply"])
    if not recall(deed, submission, kind):
        tell_of_reopening(submission)
