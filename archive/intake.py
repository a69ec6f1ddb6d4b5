"""The only road a file takes into the house.

Stream, hash, sync, a private place; then a row; then a receipt. Nothing is decoded
here: that happens later, in a process of its own, under limits.
"""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.db import OperationalError, transaction

from archive.darkroom.sniff import HEAD, Kind, sniff
from archive.images import (
    SIDES,
    Original,
    adopt_original,
    forget_original,
    keep_original,
)
from archive.models import Media
from archive.tasks import develop

CHUNK = 1024 * 1024
LONGEST_NAME = 120
OUT_OF_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
DATABASE_IS_FULL = ("disk is full", "No space left")  # SQLite's words, PostgreSQL's


class Refused(Exception):
    """This file cannot be taken in; `.why` is one of the reasons below."""

    TOO_LARGE = "too_large"
    EMPTY = "empty"
    NOT_AN_IMAGE = "not_an_image"
    NO_ROOM = "no_room"

    def __init__(self, why: str, name: str) -> None:
        super().__init__(f"{why}: {name}")
        self.why = why
        self.name = name


def receive(file: UploadedFile, *, position: int = 0) -> Media:
    """Keep the original byte for byte in the private place, and write its row.

    Only the first bytes are looked at, to refuse what is no picture, sound, film or
    PDF. Raises Refused with the reason; then nothing is left behind.
    """
    name = short_name(file.name or "")
    size = file.size or 0
    if not size:
        raise Refused(Refused.EMPTY, name)
    if size > settings.LARGEST_FILE:
        raise Refused(Refused.TOO_LARGE, name)
    kind = kind_of(file)
    if kind is None:
        raise Refused(Refused.NOT_AN_IMAGE, name)
    digest = fingerprint(file)
    original = _store(file, name)
    try:
        return _write_row(
            original,
            name=name,
            sha256=digest,
            position=position,
            side=SIDES.get(kind.medium, Media.Side.FRONT),
        )
    except BaseException:
        forget_original(original)
        raise


def kind_of(file: File) -> Kind | None:
    """What a file is, by its first bytes; None for what we do not take."""
    return sniff(_first_bytes(file))


def kind_at(path: Path) -> Kind | None:
    """What a file on our disk is, by its first bytes."""
    with path.open("rb") as file:
        return sniff(file.read(HEAD))


@dataclass(frozen=True)
class Arrived:
    """A whole file on our own disk, synced: where it lies, and what it is called.

    `seed` is a secret that belongs to these bytes alone; the same seed leads to the
    same place among the originals, so that taking in may be done again after a crash.
    """

    path: Path
    name: str
    sha256: str
    seed: str


def take_over(file: Arrived, *, position: int = 0) -> Media:
    """Make an original of a file that arrived in pieces, without a second copy.

    The bytes stay where they were as well; whoever brought them removes them there
    when all is written down. Raises Refused with the reason.
    """
    original = _adopt(file)
    kind = kind_at(file.path)
    return _write_row(
        original,
        name=file.name,
        sha256=file.sha256,
        position=position,
        side=SIDES.get(kind.medium if kind else "", Media.Side.FRONT),
    )


@transaction.atomic
def replace(media: Media, file: Arrived) -> Media:
    """Put the original in the place of the small picture that came before it.

    Whatever is known of the picture stays; it is opened anew. Raises Refused.
    """
    former, original = media.original, _adopt(file)
    original.save()
    media.original, media.size = original, original.file.size
    media.name, media.sha256 = file.name, file.sha256
    media.state, media.problem, media.attempts = Media.State.RECEIVED, "", 0
    fields = ("original", "size", "name", "sha256", "state", "problem", "attempts")
    media.save(update_fields=fields)
    if former is not None:
        Original.objects.filter(pk=former.pk).delete()
        transaction.on_commit(lambda: forget_original(former))
    transaction.on_commit(lambda: develop.enqueue(media.pk))
    return media


def check(path: Path, name: str) -> None:
    """Raise Refused when a file on our disk is nothing the house takes in."""
    size = path.stat().st_size
    if not size:
        raise Refused(Refused.EMPTY, name)
    if size > settings.LARGEST_FILE:
        raise Refused(Refused.TOO_LARGE, name)
    if kind_at(path) is None:
        raise Refused(Refused.NOT_AN_IMAGE, name)


def is_out_of_room(error: BaseException) -> bool:
    """Whether this went wrong because a disk is full."""
    if isinstance(error, OperationalError):
        return any(words in str(error) for words in DATABASE_IS_FULL)
    return isinstance(error, OSError) and error.errno in OUT_OF_ROOM


def _adopt(file: Arrived) -> Original:
    check(file.path, file.name)
    try:
        return adopt_original(file.path, file.name, seed=file.seed)
    except OSError as error:
        if is_out_of_room(error):
            raise Refused(Refused.NO_ROOM, file.name) from error
        raise


def fingerprint(file: File) -> str:
    """SHA-256 of the whole file, read in pieces."""
    digest = hashlib.sha256()
    for chunk in _pieces(file):
        digest.update(chunk)
    return digest.hexdigest()


def short_name(name: str) -> str:
    """The family's own file name, at most 120 letters, its ending kept."""
    path = Path(name.replace("\\", "/").replace("\0", "")).name
    ending = Path(path).suffix[:10]
    return path if len(path) <= LONGEST_NAME else path[: LONGEST_NAME - 10] + ending


def _first_bytes(file: File) -> bytes:
    file.seek(0)
    return bytes(file.read(HEAD))


def _pieces(file: File) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(CHUNK):
        yield chunk


def _store(file: UploadedFile, name: str) -> Original:
    try:
        return keep_original(file, name)
    except OSError as error:
        if is_out_of_room(error):
            raise Refused(Refused.NO_ROOM, name) from error
        raise


@transaction.atomic
def _write_row(original: Original, **facts: Any) -> Media:
    original.save()
    media = Media.objects.create(original=original, size=original.file.size, **facts)
    transaction.on_commit(lambda: develop.enqueue(media.pk))
    return media


def discard(media: Media) -> None:
    """Let go of a file that turned out to be here already."""
    original = media.original
    media.delete()
    if original is not None:
        forget_original(original)
        original.delete()
