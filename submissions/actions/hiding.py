"""Hiding a part: the names, the place. The rest stays where it is."""

from __future__ import annotations

from django.db import transaction

from accounts.models import User
from archive import actions as archive_actions
from submissions.actions import joining
from submissions.actions.deciding import change_one
from submissions.actions.naming import public_name
from submissions.actions.standing import NotPossibleNow, State, locked
from submissions.models import Consent, Contributor, Submission
from submissions.querysets import items_of

GONE = {State.DRAFT, State.WITHDRAWN}


@transaction.atomic
def hide_names(submission: Submission) -> Submission:
    """Show no name of this family any more, at once and everywhere.

    Neither who is seen nor who gave. Their own words are theirs and stay as they are.
    """
    change_one(submission, only="names", names=Consent.Names.NONE)
    return name_giver(submission, shown_as=Contributor.ShownAs.FAMILY)


@transaction.atomic
def name_giver(
    submission: Submission, *, shown_as: str, by: User | None = None
) -> Submission:
    """Name the giver as they wish, also where their name stands already."""
    current = _here(submission)
    before = public_name(current)
    giver = current.contributor
    giver.shown_as = shown_as
    giver.save(update_fields=["shown_as"])
    for item in items_of(current):
        archive_actions.credit_as(
            item, before=before, after=public_name(current), by=by
        )
    joining.tell_again(current, by=by)
    return current


@transaction.atomic
def hide_place(submission: Submission, *, hidden: bool) -> Submission:
    """Show nobody where the pictures are from, or show it again."""
    current = _here(submission)
    current.is_place_hidden = hidden
    current.save(update_fields=["is_place_hidden"])
    for item in items_of(current):
        if hidden:
            archive_actions.hide_place(item, by=None)
        else:
            archive_actions.show_place(item, place_told=current.place_told, by=None)
    return current


def _here(submission: Submission) -> Submission:
    current = locked(submission)
    if current.state in GONE:
        raise NotPossibleNow
    return current
