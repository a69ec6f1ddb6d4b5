"""Taking a contribution into the archive."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from archive import actions as archive_actions
from archive.models import Accession, Item
from submissions import notices, seen
from submissions.actions.deciding import follow_names
from submissions.actions.naming import public_name
from submissions.actions.standing import State, still_waiting
from submissions.models import Consent, Notice, Photograph, Submission


@transaction.atomic
def accept(
    submission: Submission,
    *,
    by: User,
    titles: Mapping[int, str] | None = None,
    chosen: Collection[int] | None = None,
) -> list[Item]:
    """Take a contribution into the archive: a journal line and one item a picture.

    `chosen` are the primary keys of the photographs to take (all by default); `titles`
    are first titles by the same keys. Each item gets the story, the permission and the
    date as told; none is published. Raises NotPossibleNow when it was answered already.
    """
    current = still_waiting(submission)
    given = Consent.objects.latest_of(current)
    accession = Accession.objects.open(
        giver=public_name(current),
        terms=", ".join(given.uses) if given else "",
        reference=current.number,
    )
    photographs = current.photographs.select_related("media")
    made = [
        (_item_from(current, photograph, accession, (titles or {}), by), photograph)
        for photograph in photographs
        if chosen is None or photograph.pk in chosen
    ]
    seen.introduce(made, given, by=by)
    items = [item for item, _photograph in made]
    for item in items:
        archive_actions.permit(item, uses=given.uses if given else [], by=by)
        follow_names(item, given.names if given else Consent.Names.NONE, by=by)
        item.refresh_from_db()
    current.accession = accession
    current.state = State.ACCEPTED
    current.answered_at = timezone.now()
    current.save(update_fields=["accession", "state", "answered_at"])
    notices.owe(current, Notice.Kind.ACCEPTED)
    return items


RIGHTS_BY_TAKER = {
    Submission.TakenBy.ME: Item.RightsBasis.OWN_WORK,
    Submission.TakenBy.FAMILY: Item.RightsBasis.FAMILY,
}

KIND_BY_TAKER = {
    Submission.TakenBy.ME: Item.PhotographerKind.AMATEUR,
    Submission.TakenBy.FAMILY: Item.PhotographerKind.AMATEUR,
    Submission.TakenBy.PROFESSIONAL: Item.PhotographerKind.PROFESSIONAL,
}


def _item_from(
    submission: Submission,
    photograph: Photograph,
    accession: Accession,
    titles: Mapping[int, str],
    by: User,
) -> Item:
    taker = Submission.TakenBy(submission.taken_by)
    photographer = submission.photographer
    if taker == Submission.TakenBy.ME and not photographer:
        photographer = public_name(submission)
    item = archive_actions.register(
        [photograph.media],
        accession=accession,
        by=by,
        title=titles.get(photograph.pk, ""),
        date_told=submission.date_told,
        date_language=submission.language,
        date_edtf=submission.date_meant,
        place_told=submission.place_told,
        latitude=submission.latitude,
        longitude=submission.longitude,
        precision=submission.precision,
        photographer=photographer,
        photographer_kind=KIND_BY_TAKER.get(taker, Item.PhotographerKind.UNKNOWN),
        rights_basis=RIGHTS_BY_TAKER.get(taker, Item.RightsBasis.UNKNOWN),
        credit=public_name(submission),
        internal_note=seen.note(submission, photograph),
    )
    if submission.story.strip():
        archive_actions.tell(
            item,
            text=submission.story,
            language=submission.story_language or submission.language,
            teller=public_name(submission),
        )
    return item
