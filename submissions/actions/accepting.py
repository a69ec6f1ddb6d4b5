"""Taking a contribution into the archive."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from archive import actions as archive_actions
from archive.models import Accession, Item, Media
from submissions import notices
from submissions.actions.deciding import follow_names
from submissions.actions.naming import public_name
from submissions.actions.standing import OriginalMissing, State, still_waiting
from submissions.models import Consent, Notice, Submission


@transaction.atomic
def accept(
    submission: Submission,
    *,
    by: User,
    titles: Mapping[int, str] | None = None,
    chosen: Collection[int] | None = None,
    may_be_small: bool = False,
) -> list[Item]:
    """Take a contribution into the archive: a journal line and one item a picture.

    `chosen` are the primary keys of the photographs to take (all by default); `titles`
    are first titles by the same keys. Each item gets the story, as written and as told
    aloud, the permission and the date as told; none is published. A story without any
    picture becomes an item of its own, with the title under STORY. Raises
    NotPossibleNow when it was answered already, OriginalMissing while only the small
    picture is here; `may_be_small` takes that one, and the original takes its place
    when it comes.
    """
    current = still_waiting(submission)
    photographs = [
        each
        for each in current.photographs.select_related("media")
        if chosen is None or each.pk in chosen
    ]
    if not may_be_small and any(each.is_preview for each in photographs):
        raise OriginalMissing
    given = Consent.objects.latest_of(current)
    accession = Accession.objects.open(
        giver=public_name(current),
        terms=", ".join(given.uses) if given else "",
        reference=current.number,
    )
    taken = [([each.media], (titles or {}).get(each.pk, "")) for each in photographs]
    tells_only = not current.photographs.exists()
    if tells_only:
        taken = [([], (titles or {}).get(STORY, ""))]
    items = [_item_from(current, *each, accession, by) for each in taken]
    _take_voices(current, items, by=by)
    if tells_only:
        current.item = items[0]
    for item in items:
        archive_actions.permit(item, uses=given.uses if given else [], by=by)
        follow_names(item, given.names if given else Consent.Names.NONE, by=by)
        item.refresh_from_db()
    current.accession = accession
    current.state = State.ACCEPTED
    current.answered_at = timezone.now()
    current.save(update_fields=["accession", "item", "state", "answered_at"])
    notices.owe(current, Notice.Kind.ACCEPTED)
    return items


STORY = 0  # stands for the story where photographs have their primary keys

# Who tells a story holds the right to it.
OWN_STORY = {"rights_basis": Item.RightsBasis.OWN_WORK}

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
    files: list[Media],
    title: str,
    accession: Accession,
    by: User,
) -> Item:
    item = archive_actions.register(
        files,
        accession=accession,
        by=by,
        title=title,
        date_told=submission.date_told,
        date_language=submission.language,
        place_told=submission.place_told,
        credit=public_name(submission),
        internal_note=submission.who_told,
        **(_taken(submission) if files else OWN_STORY),
    )
    if submission.story.strip():
        archive_actions.tell(
            item,
            text=submission.story,
            language=submission.story_language or submission.language,
            teller=public_name(submission),
        )
    return item


def _taken(submission: Submission) -> dict[str, str]:
    """Who took the picture, and what the archive may do with it for that reason."""
    taker = Submission.TakenBy(submission.taken_by)
    photographer = submission.photographer
    if taker == Submission.TakenBy.ME and not photographer:
        photographer = public_name(submission)
    return {
        "photographer": photographer,
        "photographer_kind": KIND_BY_TAKER.get(taker, Item.PhotographerKind.UNKNOWN),
        "rights_basis": RIGHTS_BY_TAKER.get(taker, Item.RightsBasis.UNKNOWN),
    }


def _take_voices(submission: Submission, items: list[Item], *, by: User) -> None:
    """Let every item be told with what was told aloud; answers stay in the letters."""
    if not items:
        return
    recordings = submission.recordings.filter(message=None).select_related("media")
    for recording in recordings:
        recording.media.item = items[0]
        recording.media.position = len(items) + recording.position
        recording.media.save(update_fields=["item", "position"])
        for item in items:
            story = archive_actions.tell(
                item,
                sound=recording.media,
                language=recording.language or submission.language,
                teller=public_name(submission),
            )
            if recording.transcript:
                archive_actions.transcribe(
                    story,
                    text=recording.transcript,
                    transcriber=recording.transcriber,
                    by=by,
                )
