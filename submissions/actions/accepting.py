"""Taking a contribution into the archive."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.models import User
from archive import actions as archive_actions
from archive.laying import bring_back
from archive.models import Accession, Item, Media
from submissions import notices, seen
from submissions.actions.deciding import follow_names
from submissions.actions.deeds import note_deed
from submissions.actions.naming import public_name, terms_of
from submissions.actions.standing import OriginalMissing, State, still_waiting
from submissions.models import (
    Consent,
    DeskDeed,
    Message,
    Notice,
    Photograph,
    Submission,
)
from submissions.recipes import recipe_of, told


@transaction.atomic
def accept(
    submission: Submission,
    *,
    by: User,
    titles: Mapping[int, str] | None = None,
    chosen: Collection[int] | None = None,
    may_be_small: bool = False,
    declined: Mapping[int, str] | None = None,
) -> list[Item]:
    """Take a contribution into the archive: a journal line and one item a picture.

    `chosen` are the primary keys of the photographs to take (all by default); `titles`
    are first titles by the same keys. Each item gets the story, as written and as told
    aloud, the permission and the date as told; none is published. A story without any
    picture becomes an item of its own, with the title under STORY. Raises
    NotPossibleNow when it was answered already, OriginalMissing while only the small
    picture is here; `may_be_small` takes that one, and the original takes its place
    when it comes. `declined` are pictures we say no thank you to, each with the reason
    the family reads: once, in the letter that says what was accepted.
    """
    current = still_waiting(submission)
    photographs = [
        each
        for each in current.photographs.select_related("media")
        if chosen is None or each.pk in chosen
    ]
    if not may_be_small and any(each.is_preview for each in photographs):
        raise OriginalMissing
    before, given = current.state, Consent.objects.latest_of(current)
    current.accession = current.accession or Accession.objects.open(
        giver=public_name(current),
        terms=terms_of(given),
        reference=current.number,
    )
    fronts = [each for each in photographs if not _is_back_of(each, photographs)]
    tells_only = not current.photographs.exists()
    given_things = [None] if tells_only else fronts
    items = take_in(current, given_things, titles=titles or {}, by=by)
    _take_voices(current, items, by=by)
    if tells_only:
        current.item = items[0]
    current.state = State.ACCEPTED
    current.answered_at = timezone.now()
    current.save(update_fields=["accession", "item", "state", "answered_at"])
    taken = {each.pk for each in photographs}
    reasons = {pk: why for pk, why in (declined or {}).items() if pk not in taken}
    letter = _decline_pictures(current, reasons, by=by)
    note_deed(
        current,
        DeskDeed.Kind.ACCEPT,
        by=by,
        state=before,
        items={each.pk: each.history.latest().history_id for each in items},
        declined=list(reasons),
        message=letter.pk if letter else None,
    )
    text = letter.text if letter else ""
    notices.owe(current, Notice.Kind.ACCEPTED, text=text, wait=notices.undo_time())
    return items


def _is_back_of(photograph: Photograph, taken: Collection[Photograph]) -> bool:
    """It goes into the archive as the back of another, not as an item of its own."""
    return photograph.back_of_id in {each.pk for each in taken}


def _decline_pictures(
    submission: Submission, reasons: Mapping[int, str], *, by: User
) -> Message | None:
    """Say of each picture that was not taken why, all of it in one letter."""
    said, now = [], timezone.now()
    for number, photograph in enumerate(submission.photographs.all(), start=1):
        reason = reasons.get(photograph.pk, "").strip()
        if not reason:
            continue
        photograph.reply, photograph.declined_at = reason, now
        photograph.save(update_fields=["reply", "declined_at"])
        with override(submission.language):
            picture = _("Picture %(number)s") % {"number": number}
        said.append(f"{picture}: {reason}")
    if not said:
        return None
    text = "\n\n".join(said)
    return Message.objects.create(submission=submission, author=by.name, text=text)


STORY = 0  # stands for the story where photographs have their primary keys

# Who tells a story holds the right to it.
OWN_STORY = {"rights_basis": Item.RightsBasis.OWN_WORK}


def take_in(
    submission: Submission,
    photographs: Iterable[Photograph | None],
    *,
    titles: Mapping[int, str],
    by: User,
) -> list[Item]:
    """One item a picture, under the contribution's journal line and permission.

    None stands for a story that came without a picture.
    """
    given = Consent.objects.latest_of(submission)
    made = [(_item_of(submission, each, titles, by), each) for each in photographs]
    shown = [
        (item, photograph)
        for item, photograph in made
        if photograph is not None and not item.depictions.exists()
    ]
    seen.introduce(shown, given, by=by)
    items = [item for item, _photograph in made]
    for item in items:
        archive_actions.permit(item, uses=given.uses if given else [], by=by)
        follow_names(item, given.names if given else Consent.Names.NONE, by=by)
        if submission.is_place_hidden:
            archive_actions.hide_place(item, by=by)
        item.refresh_from_db()
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


def _item_of(
    submission: Submission,
    photograph: Photograph | None,
    titles: Mapping[int, str],
    by: User,
) -> Item:
    """A new item; or the one that was laid away when its acceptance was undone."""
    known = photograph.media.item if photograph else submission.item
    if known is None:
        return _item_from(submission, photograph, titles, by)
    title = titles.get(photograph.pk if photograph else STORY, "")
    item = bring_back(known, by=by, title=title)
    item.stories.all().delete()
    _let_tell(item, submission)
    return item


def _item_from(
    submission: Submission,
    photograph: Photograph | None,
    titles: Mapping[int, str],
    by: User,
) -> Item:
    accession = submission.accession
    assert accession is not None  # noqa: S101  (it is opened before anything is taken in)
    recipe = recipe_of(submission)
    dish = recipe.dish if recipe else ""
    item = archive_actions.register(
        _files_of(photograph) if photograph else [],
        accession=accession,
        by=by,
        title=titles.get(photograph.pk if photograph else STORY, dish),
        date_told=submission.date_told,
        date_language=submission.language,
        date_edtf=submission.date_meant,
        place_told=submission.place_told,
        latitude=submission.latitude,
        longitude=submission.longitude,
        precision=submission.precision,
        credit=public_name(submission),
        internal_note=seen.note(submission, photograph),
        **(_taken(submission) if photograph else OWN_STORY),
    )
    _let_tell(item, submission)
    return item


def _files_of(photograph: Photograph) -> list[Media]:
    """The front, and what is written on the back of it."""
    backs = [each.media for each in photograph.backs.select_related("media")]
    for media in backs:
        media.side = Media.Side.BACK
        media.save(update_fields=["side"])
    return [photograph.media, *backs]


def _let_tell(item: Item, submission: Submission) -> None:
    for text, language in told(submission):
        archive_actions.tell(
            item,
            text=text,
            language=language or submission.language,
            teller=public_name(submission),
        )


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
