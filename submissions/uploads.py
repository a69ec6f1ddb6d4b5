"""Files that come in pieces: begun, continued at the byte, finished once, let go.

The pieces lie in one file in a private folder. A piece is on the disk (fsync) before
its offset is written down, and its offset is written down before anybody is told.
Whoever writes holds a lock on that file; the system lets it go when a process dies.
"""

from __future__ import annotations

import datetime as dt
import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.db.models.functions import Coalesce
from django.http import UnreadablePostError
from django.utils import timezone

from archive import intake
from archive.darkroom.sniff import HEAD
from archive.intake import Arrived
from archive.storage import sync
from submissions.arrivals import ARRIVALS, PICTURE, PREVIEW, note_arrival, why_not
from submissions.models import Photograph, Submission, Upload

State = Submission.State
CHUNK = 256 * 1024
DAYS = 60  # after its last piece a file is waited for as long as a draft


class NotTaken(Exception):
    """This cannot be taken now; `.why` is one of the reasons below."""

    UNKNOWN_PURPOSE = "unknown_purpose"
    NO_CONTRIBUTION = "no_contribution"
    SENT_ALREADY = "sent_already"
    HERE_ALREADY = "here_already"
    TOO_MANY = "too_many"
    TOO_LARGE = "too_large"
    TOO_MUCH = "too_much"
    EMPTY = "empty"
    NOT_AN_IMAGE = "not_an_image"
    NO_ROOM = "no_room"
    OTHER_BYTES = "other_bytes"
    WRONG_OFFSET = "wrong_offset"
    WRONG_LENGTH = "wrong_length"
    BUSY = "busy"
    GONE = "gone"
    CUT = "cut"

    def __init__(self, why: str, *, name: str = "", size: int = 0) -> None:
        super().__init__(f"{why}: {name}")
        self.why, self.name, self.size = why, name, size


@dataclass(frozen=True)
class Announced:
    """What the phone says of a file before it sends it."""

    purpose: str
    name: str = ""
    size: int | None = None
    sha256: str = ""
    language: str = ""
    prompt: str = ""
    of: str = ""


@dataclass(frozen=True)
class Piece:
    """A piece: where it begins, how to read it, and the whole length if known now."""

    offset: int
    read: Callable[[int], bytes]
    length: int | None = None
    whole: int | None = None


def expires_at(upload: Upload) -> dt.datetime:
    """When unfinished pieces are let go."""
    return upload.touched_at + dt.timedelta(days=DAYS)


@transaction.atomic
def announce(submission: Submission, said: Announced) -> Upload:
    """Make room for a file; nothing of it is here yet. Raises NotTaken."""
    current = Submission.objects.select_for_update().get(pk=submission.pk)
    _check_announced(current, said)
    if current.state == State.DRAFT:
        current.saved_at = timezone.now()
        current.save(update_fields=["saved_at"])
    return current.uploads.create(
        purpose=said.purpose,
        name=intake.short_name(said.name),
        size=said.size,
        sha256=said.sha256,
        language=said.language[:12],
        prompt=said.prompt[:300],
        of=said.of,
    )


def _check_announced(submission: Submission, said: Announced) -> None:
    name, size = intake.short_name(said.name), said.size or 0
    if why := _why_not_begin(submission, said):
        raise NotTaken(why, name=name)
    if size > settings.LARGEST_FILE:
        raise NotTaken(NotTaken.TOO_LARGE, name=name, size=size)
    arrival = ARRIVALS[said.purpose]
    if arrival.count_of(submission, said.purpose) >= arrival.most:
        raise NotTaken(why_not(said.purpose, NotTaken.TOO_MANY), name=name)
    if bytes_of(submission) + size > settings.LARGEST_CONTRIBUTION:
        raise NotTaken(NotTaken.TOO_MUCH, name=name, size=size)


def _why_not_begin(submission: Submission, said: Announced) -> str:
    if said.purpose not in ARRIVALS:
        return NotTaken.UNKNOWN_PURPOSE
    if not is_open(submission, said.purpose):
        return NotTaken.SENT_ALREADY
    if said.size == 0:
        return NotTaken.EMPTY
    if said.purpose == PREVIEW and not _follows(submission, said.of):
        return NotTaken.GONE
    here = submission.photographs.filter(sha256=said.sha256)
    return NotTaken.HERE_ALREADY if said.sha256 and here.exists() else ""


def is_open(submission: Submission, purpose: str) -> bool:
    """Whether this may still come; of what was accepted only further pictures."""
    if submission.state == State.ACCEPTED:
        return purpose in {PICTURE, PREVIEW}
    return submission.state == State.DRAFT or submission.may_be_added_to


def _follows(submission: Submission, token: str) -> bool:
    return submission.uploads.filter(token=token, purpose=PICTURE).exists()


def bytes_of(submission: Submission) -> int:
    """Everything that came in pieces, or is announced, of one contribution."""
    found = submission.uploads.aggregate(all=Sum(Coalesce("size", "offset")))
    return found["all"] or 0


def is_known_elsewhere(submission: Submission, sha256: str) -> bool:
    """Whether somebody else has given these bytes, and not taken them back."""
    others = Photograph.objects.filter(sha256=sha256).exclude(submission=submission)
    return (
        bool(sha256)
        and others.exclude(
            submission__state__in=[State.DRAFT, State.WITHDRAWN]
        ).exists()
    )


def offset_of(upload: Upload) -> int:
    """How much is safely here: never more than was promised, nor than there is."""
    if upload.is_finished:
        return upload.offset
    try:
        return min(upload.offset, upload.pieces.stat().st_size)
    except FileNotFoundError:
        return 0


def receive(upload: Upload, piece: Piece) -> Upload:
    """Add a piece; when it was the last one, take the file in. Raises NotTaken.

    Bytes of a piece that broke off are kept as far as they came.
    """
    with _held(upload) as (current, descriptor):
        if current.is_finished and piece.offset == current.offset:
            return current
        offset = _check_piece(current, piece, descriptor)
        trouble = _append(current, piece, descriptor, offset)
        if trouble is not None:
            raise trouble
        if offset < HEAD <= current.offset:
            _look_at_first_bytes(current)
        if current.is_whole:
            _finish(current)
        return current


def _look_at_first_bytes(upload: Upload) -> None:
    """Say no before a hundred megabytes were sent of something we cannot take."""
    try:
        intake.check(upload.pieces, upload.name)
    except intake.Refused as refused:
        why = why_not(upload.purpose, refused.why)
        _drop(upload)
        raise NotTaken(why, name=upload.name) from refused


def _check_piece(upload: Upload, piece: Piece, descriptor: int) -> int:
    _check_open(upload)
    offset = min(upload.offset, os.fstat(descriptor).st_size)
    if piece.offset != offset:
        raise NotTaken(NotTaken.WRONG_OFFSET, name=upload.name)
    if piece.whole is not None:
        if upload.size not in {None, piece.whole} or piece.whole < offset:
            raise NotTaken(NotTaken.WRONG_LENGTH, name=upload.name)
        upload.size = piece.whole
    end = max(offset + (piece.length or 0), upload.size or 0)
    if end > settings.LARGEST_FILE:
        raise NotTaken(NotTaken.TOO_LARGE, name=upload.name, size=end)
    if upload.size is not None and end > upload.size:
        raise NotTaken(NotTaken.WRONG_LENGTH, name=upload.name)
    return offset


def _check_open(upload: Upload) -> None:
    if not is_open(upload.submission, upload.purpose):
        raise NotTaken(NotTaken.GONE, name=upload.name)


def _append(
    upload: Upload, piece: Piece, descriptor: int, offset: int
) -> NotTaken | None:
    """Write, sync, and remember how far it came; returns what went wrong."""
    most = upload.size if upload.size is not None else settings.LARGEST_FILE
    if offset < upload.offset:  # the disk has lost what the row still tells of
        upload.offset = offset
        upload.save(update_fields=["offset"])
    os.ftruncate(descriptor, offset)
    os.lseek(descriptor, offset, os.SEEK_SET)
    trouble = None
    try:
        while chunk := piece.read(min(CHUNK, most - offset + 1)):
            if offset + len(chunk) > most:
                trouble = NotTaken(NotTaken.WRONG_LENGTH, name=upload.name)
                break
            offset += os.write(descriptor, chunk)
    except UnreadablePostError:
        trouble = NotTaken(NotTaken.CUT, name=upload.name)
    except OSError as error:
        if not intake.is_out_of_room(error):
            raise
        trouble = NotTaken(NotTaken.NO_ROOM, name=upload.name)
    os.ftruncate(descriptor, offset)
    os.fsync(descriptor)
    if upload.offset == 0:
        sync(upload.pieces.parent)
    upload.offset, upload.touched_at = offset, timezone.now()
    upload.save(update_fields=["offset", "size", "touched_at"])
    return trouble


def finish(upload: Upload) -> Upload:
    """Take in a file that is whole already. Doing it again is harmless."""
    with _held(upload) as (current, _descriptor):
        if not current.is_finished and offset_of(current) == current.size:
            _check_open(current)
            _finish(current)
        return current


def _finish(upload: Upload) -> None:
    name = upload.name
    with upload.pieces.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if upload.sha256 and upload.sha256 != digest:
        _drop(upload)
        raise NotTaken(NotTaken.OTHER_BYTES, name=name)
    arrived = Arrived(upload.pieces, name, digest, seed=upload.token)
    try:
        _take_in(upload, arrived)
    except intake.Refused as refused:
        if refused.why == intake.Refused.NO_ROOM:
            raise NotTaken(NotTaken.NO_ROOM, name=name) from refused
        size, why = upload.size or 0, why_not(upload.purpose, refused.why)
        _drop(upload)
        raise NotTaken(why, name=name, size=size) from refused
    upload.pieces.unlink(missing_ok=True)


@transaction.atomic
def _take_in(upload: Upload, file: Arrived) -> None:
    current = Submission.objects.select_for_update().get(pk=upload.submission_id)
    upload.media = ARRIVALS[upload.purpose].deed(upload, file)
    note_arrival(current, upload.media)
    upload.finished_at = timezone.now()
    upload.save(update_fields=["media", "finished_at"])


def remove(upload: Upload) -> None:
    """The family takes a file out again: what is here of it goes, while it may.

    After sending only what has not arrived can be taken out. Raises NotTaken.
    """
    with _held(upload) as (current, _descriptor):
        is_draft = current.submission.state == State.DRAFT
        if current.is_finished and not is_draft:
            raise NotTaken(NotTaken.SENT_ALREADY, name=current.name)
        if is_draft:
            _forget_media(current)
        for small in current.submission.uploads.filter(of=current.token):
            _drop(small)
        _drop(current)


def _forget_media(upload: Upload) -> None:
    """What the archive made of this file; not while another sending made the same."""
    for small in upload.photographs.select_related("media"):
        intake.discard(small.media)
    others = Upload.objects.filter(media=upload.media_id).exclude(of=upload.token)
    if upload.media is not None and not others.exclude(pk=upload.pk).exists():
        intake.discard(upload.media)


def _drop(upload: Upload) -> None:
    """First the bytes, then the row: never bytes that nobody knows of."""
    upload.pieces.unlink(missing_ok=True)
    upload.delete()


@contextmanager
def _held(upload: Upload) -> Iterator[tuple[Upload, int]]:
    """The upload as it is now, its pieces under lock. Raises NotTaken."""
    descriptor = os.open(upload.pieces, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise NotTaken(NotTaken.BUSY, name=upload.name) from error
        known = Upload.objects.select_related("submission", "media")
        current = known.filter(pk=upload.pk).first()
        if current is None or current.is_finished:
            # Opening it has made it, or a crash has left it.
            upload.pieces.unlink(missing_ok=True)
        if current is None:
            raise NotTaken(NotTaken.GONE, name=upload.name)
        yield current, descriptor
    finally:
        os.close(descriptor)
