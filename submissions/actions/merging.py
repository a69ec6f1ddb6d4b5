"""Two sendings that are one: put together, and apart again."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import may_decide
from submissions import consent as consents
from submissions.actions.deeds import note_deed
from submissions.actions.standing import (
    NotPossibleNow,
    StandsInTheWay,
    State,
)
from submissions.models import (
    Addition,
    Consent,
    DeskDeed,
    Hold,
    Photograph,
    Recording,
    Submission,
)
from submissions.querysets import still_coming
from submissions.recipes import story_of

COMING = _("A file is still on its way. Wait until all of them are here.")
ANSWERED = _("It has been answered since. Undo that first.")

# What one of them may have said and the other not, each with what belongs to it.
FACTS = (
    ("who_told",),
    ("date_told", "date_meant"),
    ("place_told", "latitude", "longitude", "precision"),
    ("taken_by", "photographer"),
)
STRICT = [Consent.Names.NONE, Consent.Names.FIRST, Consent.Names.FULL]


class OtherGiver(NotPossibleNow):
    """Two families gave these: an archivist has to say that they belong together."""


@transaction.atomic
def merge(
    keep: Submission, away: Submission, *, by: User, confirmed: bool = False
) -> DeskDeed:
    """Put one sending into another; the strictest permission of the two holds.

    The link and the words of the one put away lead to the one that is kept. Raises
    NotPossibleNow when one of them was answered, StandsInTheWay while a file is on its
    way, OtherGiver for two families unless an archivist has confirmed it.
    """
    kept, gone = _both(keep, away)
    if not kept.is_waiting or not gone.is_waiting or kept == gone:
        raise NotPossibleNow
    if still_coming(kept) or still_coming(gone):
        raise StandsInTheWay(str(COMING))
    if not is_same_giver(kept, gone) and not (confirmed and may_decide(by)):
        raise OtherGiver
    before = {
        "gone": gone.pk,
        "kept_state": kept.state,
        "gone_state": gone.state,
        "was_hidden": kept.is_place_hidden,
        "filled": _fill_in(kept, gone),
        "consent": strictest(kept, gone, by=by).pk,
    }
    moved = _move(gone, kept) | {"told": _tell(kept, gone)}
    moved["merged"] = _repoint(gone.merged.all(), merged_into=kept)
    if State.QUESTION in {kept.state, gone.state}:
        kept.state = State.QUESTION
    kept.is_place_hidden = kept.is_place_hidden or gone.is_place_hidden
    kept.save()
    put_away(gone, into=kept)
    return note_deed(kept, DeskDeed.Kind.MERGE, by=by, moved=moved, **before)


def is_same_giver(one: Submission, other: Submission) -> bool:
    """The same person, as far as we know: one row, one mailbox, or one taken apart."""
    if one.contributor_id == other.contributor_id:
        return True
    if other.pk == one.split_from_id or one.pk == other.split_from_id:
        return True
    mailbox = one.contributor.email.casefold()
    return bool(mailbox) and mailbox == other.contributor.email.casefold()


def strictest(kept: Submission, other: Submission, *, by: User) -> Consent:
    """Write beside both what both have agreed to; it points to where it came from."""
    one, two = Consent.objects.latest_of(kept), Consent.objects.latest_of(other)
    known = [each for each in (one, two) if each is not None]
    uses = (
        set(known[0].uses).intersection(*(each.uses for each in known)) if known else ()
    )
    names = [STRICT.index(Consent.Names(each.names)) for each in known]
    guardians = dict.fromkeys(each.guardian for each in known if each.guardian)
    return Consent.objects.create(
        submission=kept,
        text=two.text if two else consents.current_text(kept.language),
        uses=sorted(uses) if len(known) > 1 else [],
        names=STRICT[min(names, default=0)],
        have_persons_agreed=bool(known) and all(e.have_persons_agreed for e in known),
        is_of_age=all(each.is_of_age for each in known),
        guardian=", ".join(guardians)[:120],
        channel=Consent.Channel.MOVED,
        recorded_by=by,
        copied_from=two,
    )


def put_away(gone: Submission, *, into: Submission) -> None:
    """From now on it is the other one."""
    Hold.objects.filter(submission=gone).delete()
    gone.state, gone.merged_into = State.MERGED, into
    gone.save(update_fields=["state", "merged_into"])


def undo_merge(kept: Submission, deed: DeskDeed, *, by: User) -> None:
    """Two again, as they were; what the family has added since stays with the first."""
    gone = Submission.objects.select_for_update().get(pk=deed.detail["gone"])
    if not kept.is_waiting or gone.merged_into_id != kept.pk:
        raise StandsInTheWay(str(ANSWERED))
    detail, moved = deed.detail, deed.detail["moved"]
    for manager in (kept.photographs, kept.recordings, kept.messages, kept.additions):
        keys = moved.get(manager.model.__name__, [])
        manager.filter(pk__in=keys).update(submission=gone)
    kept.persons_told.filter(pk__in=moved["PersonTold"]).update(submission=gone)
    kept.additions.filter(pk__in=moved["told"]).delete()
    kept.merged.filter(pk__in=moved["merged"]).update(merged_into=gone)
    _take_out(kept, gone, detail["filled"])
    if kept.state == State.QUESTION and detail["gone_state"] == State.QUESTION:
        kept.state, gone.state = detail["kept_state"], State.QUESTION
    else:
        gone.state = State.RECEIVED
    kept.is_place_hidden = kept.is_place_hidden and detail["was_hidden"]
    kept.save()
    gone.merged_into = None
    gone.save(update_fields=["state", "merged_into"])
    _give_back(kept, gone, Consent.objects.get(pk=detail["consent"]), by=by)


def _give_back(
    kept: Submission, gone: Submission, shared: Consent, *, by: User
) -> None:
    """Each its own permission again; one given since then holds for both."""
    latest = Consent.objects.latest_of(kept)
    if latest == shared:
        own = kept.consents.exclude(pk=shared.pk).first()
        copy_consent(own, to=kept, by=by) if own else None
    elif latest is not None:
        copy_consent(latest, to=gone, by=by)


def copy_consent(given: Consent, *, to: Submission, by: User) -> Consent:
    """The same answers on the same words, for pictures that have moved."""
    return Consent.objects.create(
        submission=to,
        text=given.text,
        uses=given.uses,
        names=given.names,
        have_persons_agreed=given.have_persons_agreed,
        is_of_age=given.is_of_age,
        channel=given.channel,
        helped_by=given.helped_by,
        guardian=given.guardian,
        recorded_by=by,
        copied_from=given,
    )


def _both(keep: Submission, away: Submission) -> tuple[Submission, Submission]:
    """Under lock, always in the same order, so that nobody waits for each other."""
    rows = Submission.objects.select_for_update(of=("self",)).order_by("pk")
    found = {each.pk: each for each in rows.filter(pk__in=[keep.pk, away.pk])}
    if len(found) < 2 or any(each.merged_into_id for each in found.values()):  # noqa: PLR2004
        raise NotPossibleNow
    return found[keep.pk], found[away.pk]


def _move(gone: Submission, kept: Submission) -> dict[str, list[int]]:
    """Files, letters and persons; the same bytes are not kept twice."""
    models_of: tuple[Any, ...] = (Photograph, Recording)
    moved = {each.__name__: _move_files(each, gone, kept) for each in models_of}
    for manager in (gone.messages, gone.additions, gone.persons_told):
        moved[manager.model.__name__] = _repoint(manager.all(), submission=kept)
    return moved


def _move_files(model: Any, gone: Submission, kept: Submission) -> list[int]:
    here = model.objects.filter(submission=kept)
    last = here.aggregate(last=models.Max("position"))["last"]
    known = set(here.values_list("sha256", flat=True))
    moving = model.objects.filter(submission=gone).exclude(sha256__in=known)
    keys = list(moving.values_list("pk", flat=True))
    after = -1 if last is None else last
    model.objects.filter(pk__in=keys).update(
        submission=kept, position=models.F("position") + after + 1
    )
    return keys


def _repoint(rows: models.QuerySet[Any], **to: Submission) -> list[int]:
    keys = list(rows.values_list("pk", flat=True))
    rows.model.objects.filter(pk__in=keys).update(**to)
    return keys


def _tell(kept: Submission, gone: Submission) -> list[int]:
    """What the other told stands beside the first words, never over them."""
    text = story_of(gone).strip()
    if not text or text == story_of(kept).strip():
        return []
    language = gone.story_language or gone.language
    told = Addition(submission=kept, text=text, language=language)
    told.told_at = gone.sent_at or told.told_at
    told.save()
    return [told.pk]


def _fill_in(kept: Submission, gone: Submission) -> list[str]:
    """Take over what only the other has said."""
    filled = []
    for first, *others in FACTS:
        if getattr(kept, first) or not getattr(gone, first):
            continue
        for field in (first, *others):
            setattr(kept, field, getattr(gone, field))
        filled += [first, *others]
    return filled


def _take_out(kept: Submission, gone: Submission, filled: list[str]) -> None:
    for field in filled:
        if getattr(kept, field) == getattr(gone, field):
            empty = Submission._meta.get_field(field)  # noqa: SLF001
            setattr(kept, field, None if empty.null else "")
