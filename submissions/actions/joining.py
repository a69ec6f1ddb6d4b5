"""The same print twice: the story goes to the item we have, under its own teller.

The words stand there only as long as their giver's permission covers everything the
item may be used for: no page, catalogue or card needs to know whose yes is whose.
"""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from archive import tellings
from archive.models import Accession, Item
from archive.tellings import Telling
from submissions import notices
from submissions.actions.deeds import note_deed
from submissions.actions.naming import public_name, terms_of
from submissions.actions.standing import StandsInTheWay, State, still_waiting
from submissions.models import Consent, DeskDeed, Joining, Notice, Submission
from submissions.recipes import told

GONE = _("This item is taken down or laid away.")
NARROWER = _(
    "The second family has not said yes to everything the picture may be used for. "
    "Ask them, or accept theirs as an item of its own."
)


@transaction.atomic
def join(submission: Submission, *, item: Item, by: User) -> Joining:
    """Accept a contribution whose picture we have, without making a new item of it.

    Raises NotPossibleNow when it was answered already, and StandsInTheWay when the
    item is gone or the permission narrower than the item's.
    """
    current = still_waiting(submission)
    known = Item.objects.select_for_update().get(pk=item.pk)
    if known.is_withdrawn or known.laid_away_at:
        raise StandsInTheWay(str(GONE))
    if not covers(current, known):
        raise StandsInTheWay(str(NARROWER))
    given = Consent.objects.latest_of(current)
    before = current.state
    current.accession = current.accession or Accession.objects.open(
        giver=public_name(current),
        terms=terms_of(given),
        reference=current.number,
    )
    current.state, current.answered_at = State.ACCEPTED, timezone.now()
    current.save(update_fields=["accession", "state", "answered_at"])
    joining = Joining.objects.create(submission=current, item=known)
    note_deed(current, DeskDeed.Kind.JOIN, by=by, state=before)
    follow(current, by=by)
    notices.owe(current, Notice.Kind.ACCEPTED, wait=notices.undo_time())
    return joining


def covers(submission: Submission, item: Item) -> bool:
    """Whether this family has said yes to all that the item may be used for."""
    given = Consent.objects.latest_of(submission)
    return given is not None and set(item.permitted_uses) <= set(given.uses)


def follow(submission: Submission, *, by: User | None) -> None:
    """Let the words stand, or take them away, as the permissions are at this moment."""
    joining = Joining.objects.filter(submission=submission).select_related("item")
    for each in joining:
        current = Submission.objects.get(pk=submission.pk)
        wanted = current.state == State.ACCEPTED and covers(current, each.item)
        if wanted != each.stories.exists():
            _stand(each, by=by) if wanted else leave(each, by=by)


def follow_item(item: Item, *, by: User | None) -> None:
    """The same for everybody whose words stand with an item."""
    for each in item.joinings.select_related("submission"):
        follow(each.submission, by=by)


def tell_again(submission: Submission, *, by: User | None) -> None:
    """The family has told more: let all of it stand."""
    for each in Joining.objects.filter(submission=submission).select_related("item"):
        leave(each, by=by)
        follow(submission, by=by)


def leave(joining: Joining, *, by: User | None) -> None:
    """Take this family's words off the item; the first giver's stay."""
    tellings.take_away(joining.item, list(joining.stories.all()), by=by)


def _stand(joining: Joining, *, by: User | None) -> None:
    stories = tellings.tell_beside(joining.item, _tellings(joining.submission), by=by)
    joining.stories.set(stories)
    joining.made = [*joining.made, *(each.pk for each in stories)]
    joining.save(update_fields=["made"])


def _tellings(submission: Submission) -> list[Telling]:
    teller = public_name(submission)
    written = [
        Telling(language or submission.language, teller, text=text)
        for text, language in told(submission)
    ]
    spoken = [
        Telling(
            each.language or submission.language,
            teller,
            sound=each.media,
            transcript=each.transcript,
            transcriber=each.transcriber,
        )
        for each in submission.recordings.filter(message=None).select_related("media")
    ]
    return written + spoken
