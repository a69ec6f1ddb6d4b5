"""A contribution while it is being made: kept from the first picture on."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from accounts.models import Partner
from archive import intake
from submissions import consent, notices, recordings, seen, uploads
from submissions.arrivals import count_pictures, next_position
from submissions.models import Call, Contributor, Notice, Recipe, Submission

State = Submission.State
CONTACT = ("name", "email")
OURS = {
    *("key", "opened", "wording", "call", "csrfmiddlewaretoken", "website"),
    *("leave_out", "leave_out_voice"),
}
MOST_TYPED = 100_000  # letters, names of fields included
REMIND_AFTER = 3  # days


class TooMuchTyped(Exception):
    """More than anybody types; nothing of it was kept."""


@dataclass(frozen=True)
class LeftOut:
    """One file that was not taken in: its name, the reason, and its bytes."""

    TOO_MANY = "too_many"

    name: str
    why: str
    size: int

    @property
    def is_sound(self) -> bool:
        """Whether it was meant to be heard."""
        return self.why in recordings.REASONS


def begin(
    key: str, *, call: Call | None, language: str, partner: Partner | None = None
) -> Submission:
    """The draft with this key, made the first time. The same key is the same draft."""
    known = Submission.objects.filter(key=key).first()
    if known is not None:
        return _come_through(known, partner)
    consent.current_text(language)  # what stands on the page is known from now on
    try:
        with transaction.atomic():
            return Submission.objects.create(
                key=key,
                call=call,
                partner=partner,
                language=language,
                contributor=Contributor.objects.create(language=language),
            )
    except IntegrityError:
        return Submission.objects.get(key=key)


def _come_through(draft: Submission, partner: Partner | None) -> Submission:
    """Remember who led the family here, where nobody is remembered yet."""
    if partner is None or draft.partner_id or draft.state != State.DRAFT:
        return draft
    draft.partner = partner
    draft.save(update_fields=["partner"])
    return draft


def key_after(
    submission: Submission, *, told: Mapping[str, Any], files: Iterable[UploadedFile]
) -> str:
    """The key under which what was posted belongs, when this one was sent before.

    The same words and pictures again are the same contribution (two clicks on send).
    Something else from the same open page is a new one, and must not be lost; its key
    follows from what it says, so that it too is made only once.
    """
    prints = sorted(intake.fingerprint(each) for each in files if each.size)
    known = {
        *submission.photographs.values_list("sha256", flat=True),
        *submission.recordings.values_list("sha256", flat=True),
    }
    story, recipe = str(told.get("story", "")), dict(told.get("recipe", {}))
    is_same = story.strip() == submission.story.strip() and _cooks(submission, recipe)
    if is_same and known.issuperset(prints):
        return submission.key
    said = "\n".join([submission.key, story, *map(str, recipe.values()), *prints])
    return hashlib.sha256(said.encode()).hexdigest()[:43]


def _cooks(submission: Submission, recipe: Mapping[str, Any]) -> bool:
    """Whether the contribution holds this very recipe, or none is told."""
    if not any(recipe.values()):
        return True
    return Recipe.objects.filter(submission=submission, **recipe).exists()


def add_files(
    submission: Submission,
    files: Iterable[UploadedFile],
    *,
    language: str = "",
    prompt: str = "",
) -> list[LeftOut]:
    """Keep each file at once, whatever else is missing; returns those left out.

    The same bytes twice in one contribution are kept once. More than
    settings.MOST_FILES are not taken in. A voice or a film is known by its bytes,
    whichever field it came through; `language` and `prompt` are what it speaks and
    the card it answers.
    """
    left_out = []
    for file in files:
        try:
            if recordings.is_played(intake.kind_of(file)):
                recordings.add_recording(
                    submission, file, language=language, prompt=prompt
                )
            else:
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
    if count_pictures(submission) >= settings.MOST_FILES:
        raise intake.Refused(LeftOut.TOO_MANY, intake.short_name(file.name or ""))
    position = next_position(submission)
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
        media = photograph.media
        ways = Q(media=media) | Q(photographs=photograph)
        for upload in submission.uploads.filter(ways).distinct():
            with suppress(uploads.NotTaken):
                uploads.remove(upload)
        if submission.photographs.filter(pk=photograph.pk).exists():
            intake.discard(media)
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
    if recipe := fields.pop("recipe", {}):
        Recipe.objects.update_or_create(submission=current, defaults=recipe)
    _write(current, fields)
    _write(current.contributor, giver)
    return current


def answers_in(posted: MultiValueDict[str, str]) -> dict[str, list[str]]:
    """The family's answers in what a form posted, without what is ours."""
    return {name: list(of) for name, of in posted.lists() if name not in OURS}


@transaction.atomic
def keep_typed(
    submission: Submission, *, changed: Mapping[str, list[str]]
) -> Submission:
    """Remember the answers that were typed since the last pause, as the form has them.

    An answer that was emptied is forgotten. Contact data is not kept here but with the
    contributor. Raises TooMuchTyped.
    """
    current = Submission.objects.select_for_update().get(pk=submission.pk)
    if current.state != State.DRAFT:
        return current
    typed = dict(current.typed)
    for name, answers in changed.items():
        kept = [each.replace("\0", "") for each in answers if each]
        typed.pop(name, None)
        if kept and name not in CONTACT:
            typed[name] = kept
    if sum(len(name) + len("".join(kept)) for name, kept in typed.items()) > MOST_TYPED:
        raise TooMuchTyped
    current.typed, current.saved_at = typed, timezone.now()
    current.save(update_fields=["typed", "saved_at"])
    return current


def remind(limit: int = 20) -> int:
    """Write once, after three days, to whoever left an address and then stopped.

    Not to those who have sent something since: they began anew on another phone.
    """
    quiet = timezone.now() - dt.timedelta(days=REMIND_AFTER)
    sent_since = Submission.objects.filter(
        contributor__email=OuterRef("contributor__email"),
        sent_at__gte=OuterRef("started_at"),
    )
    waiting = (
        Submission.objects.filter(state=State.DRAFT, saved_at__lt=quiet)
        .exclude(contributor__email="")
        .exclude(notices__kind=Notice.Kind.REMINDER)
        .exclude(Exists(sent_since))
    )
    for draft in waiting.order_by("saved_at")[:limit]:
        with transaction.atomic():
            notices.owe(draft, Notice.Kind.REMINDER)
    return 0


def _write(row: Submission | Contributor, fields: Mapping[str, Any]) -> None:
    for field, value in fields.items():
        setattr(row, field, value)
    row.save(update_fields=list(fields))
