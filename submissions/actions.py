"""The deeds between a family and the archive: each one transaction, and whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.models import User
from archive import actions as archive_actions
from archive.models import Accession, Item
from submissions import consent as consents
from submissions import notices
from submissions.drafts import (
    LeftOut,
    add_file,
    add_files,
    begin,
    key_after,
    remove_files,
    save_draft,
)
from submissions.erasure import erase_expired
from submissions.models import Consent, Message, Notice, Photograph, Submission
from submissions.objecting import object_to, settle
from submissions.querysets import items_of
from submissions.words import three_words

__all__ = [
    "LeftOut",
    "NotPossibleNow",
    "NothingGiven",
    "accept",
    "add_file",
    "add_files",
    "answer",
    "ask",
    "begin",
    "change_permissions",
    "decline",
    "erase_expired",
    "follow_names",
    "is_past_regret",
    "items_of",
    "key_after",
    "nameless",
    "object_to",
    "public_name",
    "regret",
    "remove_files",
    "save_draft",
    "send",
    "settle",
    "withdraw",
]

State = Submission.State


class NothingGiven(Exception):
    """Neither a picture nor a story: one of them is enough."""


class NotPossibleNow(Exception):
    """The contribution is not in a state where this can be done."""


@transaction.atomic
def send(
    submission: Submission,
    *,
    uses: Collection[str],
    names: str,
    have_persons_agreed: bool,
    is_of_age: bool,
    channel: str = Consent.Channel.SELF,
) -> Submission:
    """Hand the contribution over, once, with the permission that was given.

    Sending again returns the same contribution. Raises NothingGiven when there is
    neither a picture nor a story.
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
    )
    current.state = State.RECEIVED
    current.sent_at = timezone.now()
    others = Submission.objects.exclude(pk=current.pk)
    while others.filter(words=current.words).exists():
        current.words = three_words()
    current.save(update_fields=["state", "sent_at", "words"])
    notices.owe(current, Notice.Kind.RECEIVED)
    return current


@transaction.atomic
def ask(submission: Submission, *, question: str, by: User) -> Message:
    """Put one question to the family, on their page and by mail."""
    current = _waiting(submission)
    message = Message.objects.create(
        submission=current, author=by.name, text=question.strip()
    )
    current.state = State.QUESTION
    current.save(update_fields=["state"])
    notices.owe(current, Notice.Kind.QUESTION, text=message.text)
    return message


@transaction.atomic
def answer(submission: Submission, *, text: str) -> Message:
    """Keep the family's answer, and let the contribution wait for the archive again.

    The same words twice in a row are one answer (two clicks). Raises NotPossibleNow
    for what was taken back.
    """
    current = Submission.objects.select_for_update().get(pk=submission.pk)
    if current.state in {State.DRAFT, State.WITHDRAWN}:
        raise NotPossibleNow
    last = current.messages.last()
    if last is not None and last.is_from_family and last.text == text.strip():
        return last
    message = Message.objects.create(
        submission=current,
        is_from_family=True,
        author=current.contributor.name,
        text=text.strip(),
    )
    if current.state == State.QUESTION:
        current.state = State.RECEIVED
        current.save(update_fields=["state"])
    return message


@transaction.atomic
def decline(submission: Submission, *, reason: str, by: User) -> Submission:
    """Say no thank you, kindly and with a reason the family can read."""
    current = _waiting(submission)
    current.state = State.DECLINED
    current.reply = reason.strip()
    current.answered_at = timezone.now()
    current.save(update_fields=["state", "reply", "answered_at"])
    Message.objects.create(submission=current, author=by.name, text=current.reply)
    notices.owe(current, Notice.Kind.DECLINED, text=current.reply)
    return current


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
    current = _waiting(submission)
    given = Consent.objects.latest_of(current)
    accession = Accession.objects.open(
        giver=public_name(current),
        terms=", ".join(given.uses) if given else "",
        reference=current.number,
    )
    photographs = current.photographs.select_related("media")
    items = [
        _item_from(current, photograph, accession, (titles or {}), by)
        for photograph in photographs
        if chosen is None or photograph.pk in chosen
    ]
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


@transaction.atomic
def change_permissions(
    submission: Submission,
    *,
    uses: Collection[str],
    names: str,
    have_persons_agreed: bool,
    channel: str = Consent.Channel.SELF,
    recorded_by: User | None = None,
) -> Consent:
    """Write a new permission beside the old ones; it holds everywhere at once.

    Raises NotPossibleNow for what was taken back: regret that first.
    """
    current = Submission.objects.select_for_update().get(pk=submission.pk)
    if current.state in {State.DRAFT, State.WITHDRAWN}:
        raise NotPossibleNow
    given = Consent.objects.create(
        submission=current,
        text=consents.current_text(current.language),
        uses=sorted(uses),
        names=names,
        have_persons_agreed=have_persons_agreed,
        is_of_age=True,
        channel=channel,
        recorded_by=recorded_by,
    )
    for item in items_of(current):
        archive_actions.permit(item, uses=given.uses, by=recorded_by)
        follow_names(item, names, by=recorded_by)
    return given


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
    current = Submission.objects.select_for_update().get(pk=submission.pk)
    if current.is_withdrawn:
        return current
    if current.state == State.DRAFT:
        raise NotPossibleNow
    for item in items_of(current):
        archive_actions.withdraw(item, by=by)
    _take_back_permission(current, by=by)
    current.state = State.WITHDRAWN
    current.withdrawn_at = timezone.now()
    current.save(update_fields=["state", "withdrawn_at"])
    notices.owe(current, Notice.Kind.WITHDRAWN)
    return current


@transaction.atomic
def regret(submission: Submission) -> Submission:
    """Undo a withdrawal within the days of regret; nothing is published by it.

    The permission from before is not taken up again: the family gives a new one.
    Raises NotPossibleNow when the days are over.
    """
    current = Submission.objects.select_for_update().get(pk=submission.pk)
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


def public_name(submission: Submission) -> str:
    """How the giver is named to visitors, by their own wish."""
    with override(submission.language):
        return submission.contributor.public_name(nameless())


def nameless() -> str:
    """What a giver without a name is called: “A family in Ishøj”."""
    place = settings.SOCIETY.place
    return _("A family in %(place)s") % {"place": place} if place else _("A family")


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
    if submission.accession_id:
        return State.ACCEPTED
    return State.DECLINED if submission.reply else State.RECEIVED


def _waiting(submission: Submission) -> Submission:
    current = Submission.objects.select_for_update().get(pk=submission.pk)
    if not current.is_waiting:
        raise NotPossibleNow
    return current


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
        place_told=submission.place_told,
        photographer=photographer,
        photographer_kind=KIND_BY_TAKER.get(taker, Item.PhotographerKind.UNKNOWN),
        rights_basis=RIGHTS_BY_TAKER.get(taker, Item.RightsBasis.UNKNOWN),
        credit=public_name(submission),
        internal_note=submission.who_told,
    )
    if submission.story.strip():
        archive_actions.tell(
            item,
            text=submission.story,
            language=submission.story_language or submission.language,
            teller=public_name(submission),
        )
    return item
