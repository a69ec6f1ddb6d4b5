"""Voices and films on their way in: kept at once, told apart by their own bytes."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, models, transaction

from archive import intake
from archive.darkroom.sniff import Kind
from archive.intake import Arrived
from archive.models import Media
from submissions.models import Message, Recording, Submission

MOST = 10  # recordings in one contribution, answers apart
NOT_A_SOUND = "not_a_sound"
TOO_MANY_SOUNDS = "too_many_sounds"
REASONS = {NOT_A_SOUND, TOO_MANY_SOUNDS}
LONGEST_PROMPT = 300


def add_recording(
    submission: Submission,
    file: UploadedFile,
    *,
    language: str = "",
    prompt: str = "",
    message: Message | None = None,
) -> Recording:
    """Keep one voice or film, with the language it speaks and the card it answered.

    The same bytes again are the same recording. Raises intake.Refused with the reason.
    """
    name = intake.short_name(file.name or "")
    if file.size and not is_played(intake.kind_of(file)):
        raise intake.Refused(NOT_A_SOUND, name)
    known = submission.recordings.filter(sha256=intake.fingerprint(file)).first()
    if known is not None:
        return known
    told = submission.recordings.filter(message=None)
    if message is None and told.count() >= MOST:
        raise intake.Refused(TOO_MANY_SOUNDS, name)
    media = intake.receive(file)
    return _keep(submission, media, language, prompt, message=message)


def take_over(
    submission: Submission, file: Arrived, *, language: str, prompt: str
) -> Recording:
    """Keep a voice or film that arrived in pieces. Raises intake.Refused."""
    if not is_played(intake.kind_at(file.path)):
        raise intake.Refused(NOT_A_SOUND, file.name)
    known = submission.recordings.filter(sha256=file.sha256).first()
    if known is not None:
        return known
    return _keep(submission, intake.take_over(file), language, prompt)


def _keep(
    submission: Submission,
    media: Media,
    language: str,
    prompt: str,
    *,
    message: Message | None = None,
) -> Recording:
    last = submission.recordings.aggregate(last=models.Max("position"))["last"]
    try:
        with transaction.atomic():
            return submission.recordings.create(
                media=media,
                sha256=media.sha256,
                language=language or submission.language,
                prompt=prompt[:LONGEST_PROMPT],
                message=message,
                position=0 if last is None else last + 1,
            )
    except IntegrityError:
        intake.discard(media)
        return submission.recordings.get(sha256=media.sha256)


def is_played(kind: Kind | None) -> bool:
    """Whether these are a sound or a film."""
    return kind is not None and kind.medium in {"audio", "video"}


def remove_recordings(submission: Submission, chosen: list[int]) -> int:
    """Let go of recordings the family has taken out again before sending."""
    if submission.state != Submission.State.DRAFT:
        return 0
    removed = list(submission.recordings.filter(pk__in=chosen).select_related("media"))
    for recording in removed:
        intake.discard(recording.media)
    return len(removed)


def speak(submission: Submission, *, language: str) -> int:
    """The language chosen after telling holds for what was told in another by default.

    Voices in several languages were each chosen beforehand, and stay as they are.
    """
    told = submission.recordings.filter(message=None)
    is_draft = submission.state == Submission.State.DRAFT
    if not (language and is_draft and len(set(told.values_list("language"))) == 1):
        return 0
    return told.exclude(language=language).update(language=language)


@transaction.atomic
def write_down(recording: Recording, *, text: str, language: str, by: str) -> Recording:
    """Keep what somebody of the house heard, beside the voice, with their name."""
    recording.transcript = text.strip()
    recording.transcriber = by if recording.transcript else ""
    recording.language = language or recording.language
    recording.save(update_fields=["transcript", "transcriber", "language"])
    return recording
