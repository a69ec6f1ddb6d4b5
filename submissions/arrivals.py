"""What happens when the last byte of a file is here, by what the file is for.

A purpose is one entry in ARRIVALS. Its deed runs inside one transaction, with the
upload under lock, and may run again after a crash: `file.seed` leads to the same place
among the originals. It returns the Media it made, or the one that was here already;
it raises intake.Refused for what cannot be taken in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db import models

from archive import intake
from archive.intake import Arrived, Refused
from archive.models import Media
from submissions import recordings
from submissions.models import Photograph, Submission, Upload

State = Submission.State
Deed = Callable[[Upload, Arrived], Media]
PICTURE, PREVIEW = "picture", "preview"
VOICE, FILM = "voice", "film"


@dataclass(frozen=True)
class Arrival:
    """One thing a file can be for: what to do with it, and how many there may be."""

    deed: Deed
    most: int
    count: Callable[[Submission], int] | None = None

    def count_of(self, submission: Submission, purpose: str) -> int:
        """How many of them this contribution has, or is getting."""
        if self.count is not None:
            return self.count(submission)
        return submission.uploads.filter(purpose=purpose).count()


def picture(upload: Upload, file: Arrived) -> Media:
    """The original of a picture; it takes the place of its preview if that is here."""
    if recordings.is_played(intake.kind_at(file.path)):
        return voice(upload, file)
    photographs = upload.submission.photographs
    small = photographs.filter(awaits=upload).select_related("media").first()
    same = photographs.filter(sha256=file.sha256).select_related("media").first()
    if same is not None:
        if small is not None and small != same:
            _let_go(small)
        return same.media
    if small is None:
        media = intake.take_over(file, position=next_position(upload.submission))
        _show(upload, media)
        return media
    media = intake.replace(small.media, file)
    small.sha256, small.is_preview, small.awaits = file.sha256, False, None
    small.save(update_fields=["sha256", "is_preview", "awaits"])
    return media


def preview(upload: Upload, file: Arrived) -> Media:
    """A small picture that comes before its original, so that reading can begin."""
    photographs = upload.submission.photographs
    original = upload.submission.uploads.filter(token=upload.of).first()
    same = photographs.filter(sha256=file.sha256).select_related("media").first()
    if same is not None:
        return same.media
    if original is not None and original.media is not None:
        return original.media
    media = intake.take_over(file, position=next_position(upload.submission))
    _show(upload, media, is_preview=True, awaits=original)
    return media


def voice(upload: Upload, file: Arrived) -> Media:
    """What was told aloud or filmed, with its language and the card it answers."""
    recording = recordings.take_over(
        upload.submission, file, language=upload.language, prompt=upload.prompt
    )
    return recording.media


def count_recordings(submission: Submission) -> int:
    """Recordings that are here, and those on their way."""
    coming = submission.uploads.filter(purpose__in=[VOICE, FILM], finished_at=None)
    return submission.recordings.filter(message=None).count() + coming.count()


def next_position(submission: Submission) -> int:
    """The place after the last picture."""
    last = submission.photographs.aggregate(last=models.Max("position"))["last"]
    return 0 if last is None else last + 1


def count_pictures(submission: Submission) -> int:
    """Pictures that are here in any size, and those of which nothing is here yet."""
    coming = submission.uploads.filter(
        purpose=PICTURE, finished_at=None, photographs=None
    )
    return submission.photographs.count() + coming.count()


def _show(upload: Upload, media: Media, **facts: object) -> Photograph:
    return upload.submission.photographs.create(
        media=media, sha256=media.sha256, position=media.position, **facts
    )


def _let_go(photograph: Photograph) -> None:
    """A small picture whose original turned out to be here already."""
    if photograph.media.item_id is None:
        intake.discard(photograph.media)


def upload_of(photograph: Photograph) -> str:
    """The upload a picture came by, so that the phone knows it again; or nothing."""
    if photograph.awaits is not None:
        return photograph.awaits.token
    uploads = [each.token for each in photograph.media.uploads.all() if not each.of]
    return uploads[0] if uploads else ""


def note_added(submission: Submission, *, since: dt.datetime) -> None:
    """Put what was accepted before back into the inbox: there is something new."""
    accepted = Submission.objects.filter(pk=submission.pk, state=State.ACCEPTED)
    accepted.filter(added_at=None).update(added_at=since)


def note_arrival(submission: Submission, media: Media) -> None:
    """A picture the archive did not have when it accepted the others is something new."""
    if submission.state != State.ACCEPTED or submission.answered_at is None:
        return
    added = submission.photographs.filter(
        media=media, media__item=None, media__received_at__gte=submission.answered_at
    )
    if added.exists():
        note_added(submission, since=media.received_at)


def why_not(purpose: str, why: str) -> str:
    """The reason for a no, as it is said of this kind of file."""
    return SAID_OF_SOUNDS.get(why, why) if purpose in {VOICE, FILM} else why


SAID_OF_SOUNDS = {
    Refused.NOT_AN_IMAGE: recordings.NOT_A_SOUND,
    "too_many": recordings.TOO_MANY_SOUNDS,
}

ARRIVALS: dict[str, Arrival] = {
    PICTURE: Arrival(picture, most=settings.MOST_FILES, count=count_pictures),
    PREVIEW: Arrival(preview, most=settings.MOST_FILES),
    VOICE: Arrival(voice, most=recordings.MOST, count=count_recordings),
    FILM: Arrival(voice, most=recordings.MOST, count=count_recordings),
}
