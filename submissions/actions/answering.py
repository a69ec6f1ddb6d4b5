"""Questions, answers, and a kind no."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from archive.intake import fingerprint
from submissions import notices
from submissions.actions.deeds import note_deed
from submissions.actions.standing import NotPossibleNow, State, locked, still_waiting
from submissions.models import DeskDeed, Message, Notice, Submission
from submissions.recordings import add_recording


@transaction.atomic
def ask(submission: Submission, *, question: str, by: User) -> Message:
    """Put one question to the family, on their page and by mail."""
    current = still_waiting(submission)
    message = Message.objects.create(
        submission=current, author=by.name, text=question.strip()
    )
    note_deed(
        current, DeskDeed.Kind.ASK, by=by, state=current.state, message=message.pk
    )
    current.state = State.QUESTION
    current.save(update_fields=["state"])
    wait = notices.undo_time()
    notices.owe(current, Notice.Kind.QUESTION, text=message.text, wait=wait)
    return message


@transaction.atomic
def answer(
    submission: Submission, *, text: str = "", voice: UploadedFile | None = None
) -> Message:
    """Keep the family's answer, and let the contribution wait for the archive again.

    It may be written, told aloud, or both. The same words twice in a row are one
    answer (two clicks), and so is the same voice. Raises NotPossibleNow for what was
    taken back, and intake.Refused for a voice that cannot be taken in.
    """
    current = locked(submission)
    if current.state in {State.DRAFT, State.WITHDRAWN}:
        raise NotPossibleNow
    if known := _said_before(current, text.strip(), voice):
        return known
    message = Message.objects.create(
        submission=current,
        is_from_family=True,
        author=current.contributor.name,
        text=text.strip(),
    )
    if voice is not None:
        add_recording(current, voice, message=message)
    if current.state == State.QUESTION:
        current.state = State.RECEIVED
        current.save(update_fields=["state"])
    return message


def _said_before(
    submission: Submission, text: str, voice: UploadedFile | None
) -> Message | None:
    if voice is not None:
        same = submission.recordings.filter(sha256=fingerprint(voice))
        known = same.exclude(message=None).select_related("message").first()
        return known.message if known else None
    last = submission.messages.last()
    is_same = last is not None and last.is_from_family and last.text == text
    return last if is_same else None


@transaction.atomic
def decline(submission: Submission, *, reason: str, by: User) -> Submission:
    """Say no thank you, kindly and with a reason the family can read."""
    current = still_waiting(submission)
    before = current.state
    current.state = State.DECLINED
    current.reply = reason.strip()
    current.answered_at = timezone.now()
    current.save(update_fields=["state", "reply", "answered_at"])
    message = Message.objects.create(
        submission=current, author=by.name, text=current.reply
    )
    note_deed(current, DeskDeed.Kind.DECLINE, by=by, state=before, message=message.pk)
    wait = notices.undo_time()
    notices.owe(current, Notice.Kind.DECLINED, text=current.reply, wait=wait)
    return current
