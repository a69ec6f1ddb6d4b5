"""When the days of regret are over: erasing for good, leaving a number and a hash.

Files go first and rows after: a stop in between leaves rows that the next sweep finds
again, never files that nobody knows of. Every step may run twice.
"""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from archive import images, merging, tellings
from archive.actions import ending, scanning
from archive.models import (
    Depiction,
    Edition,
    Item,
    Media,
    Person,
    Relation,
    Story,
    StoryTranslation,
)
from archive.signals import item_changed, item_erased
from submissions import leftovers, scanner
from submissions.models import Contributor, Joining, Notice, Recipe, Submission, Ticket
from submissions.querysets import files_of, items_of, submissions_of

DRAFT_DAYS = 60
TOLD = ("story", "story_language", "who_told", "date_told", "place_told", "taken_by")
TYPED = (*TOLD, "date_meant", "precision", "photographer", "reply", "words")
PIN = ("latitude", "longitude")
SAID = {"language": "", "prompt": "", "transcript": "", "transcriber": ""}
WORDS_OF_ITEM = (
    *("title", "seen", "remarks", "internal_note", "alt_text", "material"),
    *("date_told", "date_edtf", "date_basis", "date_note", "place_told"),
    *("photographer", "credit", "restriction_note"),
    *("back_text", "negative_number", "special_number", "keywords", "precision"),
    *("dk5", "shelf"),
)


def erase_expired(limit: int = 20) -> int:
    """Erase what was taken back long enough ago, and drafts nobody came back to."""
    now = timezone.now()
    regret = now - dt.timedelta(days=settings.SOCIETY.regret_days)
    gone = Q(state=Submission.State.WITHDRAWN, withdrawn_at__lt=regret)
    with_it = Q(
        state=Submission.State.MERGED,
        merged_into__state=Submission.State.WITHDRAWN,
        merged_into__withdrawn_at__lt=regret,
    )
    taken_back = Submission.objects.filter(gone | with_it, erased_at=None)
    forgotten = Submission.objects.filter(
        state=Submission.State.DRAFT, saved_at__lt=now - dt.timedelta(days=DRAFT_DAYS)
    )
    jobs = [(erase, each) for each in taken_back[:limit]]
    jobs += [(clear, each) for each in forgotten[:limit]]
    for job, submission in jobs:
        job(submission)
    return len(jobs)


def erase(submission: Submission) -> None:
    """Remove every byte and word of a contribution; its number and hashes stay."""
    files = list(files_of(submission))
    _remove_from_disk(files)
    leftovers.let_go_of(submission.uploads.all())
    with transaction.atomic():
        current = Submission.objects.select_for_update().get(pk=submission.pk)
        for item in items_of(current):
            _blank_item(item)
        for media in files:
            _blank_media(media)
        _blank_contribution(current)


def erase_item(item: Item, *, by: User) -> Item:
    """Erase what nobody may keep, by an archivist's hand; its number and hashes stay.

    Its whole history goes too, and one entry is left: that it was erased, by whom. When
    nothing else is left of a contribution, all that the family gave goes with it; what
    was told of other pictures as well stays with them.
    """
    whole = [each for each in submissions_of(item) if _is_last(item, of=each)]
    given = [media.pk for each in whole for media in files_of(each)]
    found = Media.objects.filter(Q(item=item) | Q(pk__in=given))
    files = list(found.select_related("original"))
    _remove_from_disk(files)
    with transaction.atomic():
        current = Item.objects.select_for_update().get(pk=item.pk)
        _blank_item(current)
        for media in files:
            _blank_media(media)
        current.erased_at = timezone.now()
        current.laid_away_at = current.laid_away_at or current.erased_at
        ending.save(current, by=by, reason="erase")
        for submission in whole:
            leftovers.let_go_of(submission.uploads.all())
            _blank_contribution(submission)
    return current


def _is_last(item: Item, *, of: Submission) -> bool:
    """Whether nothing else the archive made of a contribution is left."""
    return all(each.erased_at or each.pk == item.pk for each in items_of(of))


def clear(submission: Submission) -> None:
    """Remove a draft as if it had never been begun."""
    files = list(files_of(submission))
    _remove_from_disk(files)
    leftovers.let_go_of(submission.uploads.all())
    with transaction.atomic():
        contributor = submission.contributor
        _forget_sheet(submission)
        submission.delete()
        for media in files:
            original = media.original
            media.delete()
            if original is not None:
                original.delete()
        contributor.delete()


def _remove_from_disk(files: list[Media]) -> None:
    scanner.forget_copies(files)
    scanning.forget_copies(files)
    for media in files:
        if media.original is not None:
            images.forget_original(media.original)
        if media.folder:
            images.remove_folder(media.folder)


def _blank_media(media: Media) -> None:
    original, media.original = media.original, None
    media.name = media.folder = media.dhash = media.colour = media.problem = ""
    media.recorded, media.renditions, media.public_token = {}, [], None
    media.duration, media.peaks = None, []
    media.state = Media.State.NEEDS_PERSON
    media.save()
    if original is not None:
        original.delete()


def _blank_item(item: Item) -> None:
    _forget_persons(item)
    _forget_stories(item)
    item.subjects.clear()
    for field in WORDS_OF_ITEM:
        setattr(item, field, "")
    item.translations, item.origins, item.permitted_uses = {}, {}, []
    item.photographed_by = item.collection = None
    item.place = item.hidden_place = None
    item.earliest = item.latest = item.restricted_until = None
    item.latitude = item.longitude = None
    item.publication = Item.Publication.NOT
    item.withdrawn_at = item.withdrawn_at or timezone.now()
    item.save()
    item.history.all().delete()
    _forget_beside(item)
    _blank_objections(item)
    Edition.bump()
    item_erased.send(Item, item=item)
    item_changed.send(Item, item=item)


def _forget_beside(item: Item) -> None:
    """What it belonged with, what was done to its files, who was sure of its date."""
    Relation.objects.of(item.pk).delete()
    Relation.history.filter(Q(item=item.pk) | Q(other=item.pk)).delete()
    item.file_changes.all().delete()
    item.anchor_answers.all().delete()
    item.batch_lines.all().delete()


def _forget_persons(item: Item) -> None:
    """Take the names out of the picture; who is in no other picture is forgotten."""
    known = list(item.persons.values_list("pk", flat=True))
    item.depictions.all().delete()
    Depiction.history.filter(item=item.pk).delete()
    merging.forget_traces(known)
    Person.objects.filter(pk__in=known, depictions=None).delete()
    gone = set(known) - set(
        Person.objects.filter(pk__in=known).values_list("pk", flat=True)
    )
    Person.history.filter(id__in=gone).delete()


def _forget_stories(item: Item) -> None:
    stories = list(item.stories.values_list("pk", flat=True))
    item.stories.all().delete()
    Story.history.filter(id__in=stories).delete()
    StoryTranslation.history.filter(story__in=stories).delete()


def _blank_objections(item: Item) -> None:
    """The picture is gone, and with it what the persons in it asked for."""
    objections = item.objections.all()
    Notice.objects.filter(objection__in=objections).delete()
    Contributor.objects.filter(objections__in=objections).update(name="", email="")
    objections.update(text="", settlement="")


def _forget_sheet(submission: Submission) -> None:
    """What was ticked and named on a table's sheet; the number in the queue stays."""
    Ticket.objects.filter(submission=submission).update(
        answers={}, tablets={}, helper=""
    )


def _take_words_away(submission: Submission) -> None:
    """Its words beside a picture of somebody else's; the picture stays."""
    for joining in Joining.objects.filter(submission=submission):
        Story.objects.filter(pk__in=joining.made).delete()
        tellings.forget(joining.made)
        item_changed.send(Item, item=joining.item)
        joining.delete()


def _blank_contribution(submission: Submission) -> None:
    submission.recordings.update(**SAID, message=None)
    submission.messages.all().delete()
    submission.additions.all().delete()
    submission.photographs.update(reply="")
    _take_words_away(submission)
    submission.notices.all().delete()
    Recipe.objects.filter(submission=submission).delete()
    giver = submission.contributor
    giver.name = giver.email = ""
    giver.save(update_fields=["name", "email"])
    if submission.accession is not None:
        line = submission.accession
        line.giver = line.content = line.terms = ""
        line.reference = submission.number
        line.save()
        line.history.all().delete()
    submission.persons_told.all().delete()
    submission.consents.update(helped_by="", guardian="")
    _forget_sheet(submission)
    for field in TYPED:
        setattr(submission, field, "")
    for field in PIN:
        setattr(submission, field, None)
    submission.partner = None
    submission.erased_at = timezone.now()
    submission.save(update_fields=[*TYPED, *PIN, "partner", "erased_at"])
