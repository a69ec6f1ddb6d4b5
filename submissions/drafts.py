"""A contribution while it is being made: kept from the first picture on."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, models, transaction

from archive import intake
from submissions import seen
from submissions.models import Call, Contributor, Submission

State = Submission.State


@dataclass(frozen=True)
class LeftOut:
    """One file that was not taken in: its name, the reason, and its bytes."""

    TOO_MANY = "too_many"

    name: str
    why: str
    size: int


def begin(key: str, *, call: Call | None, language: str) -> Submission:
    """The draft with this key, made the first time. The same key is the same draft."""
    known = Submission.objects.filter(key=key).first()
    if known is not None:
        return known
    try:
        with transaction.atomic():
            return Submission.objects.create(
                key=key,
                call=call,
                language=language,
                contributor=Contributor.objects.create(language=language),
            )
    except IntegrityError:
        return Submission.objects.get(key=key)


def key_after(
    submission: Submission, *, told: Mapping[str, Any], files: Iterable[UploadedFile]
) -> str:
    """The key under which what was posted belongs, when this one was sent before.

    The same words and pictures again are the same contribution (two clicks on send).
    Something else from the same open page is a new one, and must not be lost; its key
    follows from what it says, so that it too is made only once.
    """
    prints = sorted(intake.fingerprint(each) for each in files if each.size)
    known = set(submission.photographs.values_list("sha256", flat=True))
    story = str(told.get("story", ""))
    if story.strip() == submission.story.strip() and known.issuperset(prints):
        return submission.key
    said = "\n".join([submission.key, story, *prints])
    return hashlib.sha256(said.encode()).hexdigest()[:43]


def add_files(submission: Submission, files: Iterable[UploadedFile]) -> list[LeftOut]:
    """Keep each file at once, whatever else is missing; returns those left out.

    The same bytes twice in one contribution are kept once. More than
    settings.MOST_FILES are not taken in.
    """
    left_out = []
    for file in files:
        try:
            add_file(submission, file)
        except intake.Refused as refused:
            left_out.append(LeftOut(refused.name, refused.why, file.size or 0))
    return left_out


def add_file(submission: Submission, file: UploadedFile) -> None:
    """Take one file in. Raises intake.Refused with the reason."""
    digest = intake.fingerprint(file)
    photographs = submission.photographs
    if photographs.filter(sha256=digest).exists():
        return
    if photographs.count() >= settings.MOST_FILES:
        raise intake.Refused(LeftOut.TOO_MANY, intake.short_name(file.name or ""))
    last = photographs.aggregate(last=models.Max("position"))["last"]
    position = 0 if last is None else last + 1
    media = intake.receive(file, position=position)
    try:
        with transaction.atomic():
            photographs.create(media=media, sha256=media.sha256, position=position)
    except IntegrityError:
        intake.discard(media)


def remove_files(submission: Submission, photographs: Collection[int]) -> int:
    """Let go of pictures the family has taken out again before sending."""
    if submission.state != State.DRAFT:
        return 0
    chosen = submission.photographs.filter(pk__in=photographs).select_related("media")
    removed = list(chosen)
    for photograph in removed:
        intake.discard(photograph.media)
    return len(removed)


@transaction.atomic
def save_draft(
    submission: Submission, *, told: Mapping[str, Any], giver: Mapping[str, Any]
) -> Submission:
    """Keep what has been typed so far, also when something is still missing."""
    current = Submission.objects.select_for_update().get(pk=submission.pk)
    if current.state != State.DRAFT:
        return current
    fields = dict(told)
    persons = fields.pop("persons", None)
    if persons is not None:
        seen.tell(current, persons)
    _write(current, fields)
    _write(current.contributor, giver)
    return current


def _write(row: Submission | Contributor, fields: Mapping[str, Any]) -> None:
    for field, value in fields.items():
        setattr(row, field, value)
    row.save(update_fields=list(fields))
