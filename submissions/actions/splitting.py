"""One sending that is two: chosen pictures get a number of their own, and back."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from accounts.models import User
from submissions.actions.deeds import note_deed
from submissions.actions.merging import (
    ANSWERED,
    COMING,
    copy_consent,
    put_away,
    strictest,
)
from submissions.actions.sending import free_words
from submissions.actions.standing import (
    NotPossibleNow,
    StandsInTheWay,
    still_waiting,
)
from submissions.models import (
    Addition,
    Consent,
    Contributor,
    DeskDeed,
    Recipe,
    Submission,
)
from submissions.querysets import still_coming

SAME = (
    *("call", "partner", "language", "story", "story_language", "who_told"),
    *("date_told", "date_meant", "place_told", "latitude", "longitude", "precision"),
    *("taken_by", "photographer", "is_old_print", "started_at", "sent_at", "greet_at"),
    *("is_place_hidden",),
)
GIVER = ("name", "shown_as", "email", "language", "wants_news")
DISH = ("dish", "ingredients", "method", "taught_by")


@transaction.atomic
def split(
    submission: Submission, *, photographs: Collection[int], by: User
) -> Submission:
    """Let chosen pictures become a sending of their own, and return it.

    It has the same giver, story and permission, the last with a pointer to where it
    was given; what was told aloud stays with the first. Raises NotPossibleNow when it
    was answered or nothing would be left, StandsInTheWay while a file is on its way.
    """
    current = still_waiting(submission)
    if still_coming(current):
        raise StandsInTheWay(str(COMING))
    moving = current.photographs.filter(pk__in=photographs)
    keys = list(moving.values_list("pk", flat=True))
    if not keys or len(keys) == current.photographs.count():
        raise NotPossibleNow
    part = _like(current)
    current.photographs.filter(pk__in=keys).update(submission=part)
    current.persons_told.filter(photograph__in=keys).update(submission=part)
    given = Consent.objects.latest_of(current)
    if given is not None:
        copy_consent(given, to=part, by=by)
    note_deed(current, DeskDeed.Kind.SPLIT, by=by, part=part.pk, photographs=keys)
    return part


def undo_split(current: Submission, deed: DeskDeed, *, by: User) -> None:
    """One again. A permission the family has given one of them since holds strictly."""
    part = Submission.objects.select_for_update().get(pk=deed.detail["part"])
    if not current.is_waiting or not part.is_waiting:
        raise StandsInTheWay(str(ANSWERED))
    copied = part.consents.exclude(copied_from=None).last()
    latest = Consent.objects.latest_of(part)
    part.photographs.update(submission=current)
    part.persons_told.update(submission=current)
    part.messages.update(submission=current)
    same = list(current.additions.values_list("text", flat=True))
    part.additions.exclude(text__in=same).update(submission=current)
    if latest != copied or _has_decided_since(current, copied):
        strictest(current, part, by=by)
    put_away(part, into=current)


def _has_decided_since(submission: Submission, copied: Consent | None) -> bool:
    latest = Consent.objects.latest_of(submission)
    return copied is None or copied.copied_from_id != (latest.pk if latest else None)


def _like(submission: Submission) -> Submission:
    """Another sending of the same giver, who has a row of their own in each."""
    giver = submission.contributor
    part = Submission(
        contributor=Contributor.objects.create(
            **{field: getattr(giver, field) for field in GIVER}
        ),
        state=Submission.State.RECEIVED,
        split_from=submission,
        **{field: getattr(submission, field) for field in SAME},
    )
    part.words = free_words(part)
    part.save()
    recipe = Recipe.objects.filter(submission=submission).first()
    if recipe is not None:
        dish = {field: getattr(recipe, field) for field in DISH}
        Recipe.objects.create(submission=part, **dish)
    Addition.objects.bulk_create(
        Addition(
            submission=part,
            text=each.text,
            language=each.language,
            told_at=each.told_at,
        )
        for each in submission.additions.all()
    )
    return part
