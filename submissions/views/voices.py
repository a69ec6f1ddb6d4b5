"""What families hear of themselves: on the way, and on their own page."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.doors import keep_private
from archive.models import Media
from archive.views.machines import serve_rendition
from archive.voices import voice
from submissions.models import Recording, Submission
from submissions.views.family import of_family


@of_family
@require_safe
def own_voice(
    request: HttpRequest, submission: Submission, pk: int, name: str
) -> HttpResponseBase:
    """One's own voice; none of what was taken back."""
    recording = submission.recordings.select_related("media").filter(pk=pk).first()
    if recording is None or submission.is_withdrawn:
        raise Http404
    return serve_rendition(request, recording.media, name)


@require_safe
def draft_voice(request: HttpRequest, key: str, pk: int, name: str) -> HttpResponseBase:
    """What has just been told, before it is sent; the page's secret opens it."""
    drafts = Recording.objects.filter(submission__state=Submission.State.DRAFT)
    known = drafts.filter(submission__key=key, pk=pk).select_related("media")
    recording = known.first()
    if recording is None:
        raise Http404
    return keep_private(serve_rendition(request, recording.media, name))


def of_draft(draft: Submission | None) -> list[dict[str, Any]]:
    """The recordings of a page that has not been sent, each to be heard."""
    if draft is None:
        return []
    told = draft.recordings.filter(message=None).select_related("media")
    return [
        heard(each, partial(_draft_address, draft.key, each.pk))
        | {"upload": _upload_of(each)}
        for each in told.prefetch_related("media__uploads")
    ]


def _upload_of(recording: Recording) -> str:
    """The upload it came by, so that the phone knows it again; or nothing."""
    return next((each.token for each in recording.media.uploads.all()), "")


def of_submission(submission: Submission) -> list[dict[str, Any]]:
    """What the family told aloud, as they hear it; none of what was taken back."""
    if submission.is_withdrawn:
        return []
    told = submission.recordings.filter(message=None).select_related("media")
    return [_own(submission, each) for each in told]


def with_voices(submission: Submission) -> list[dict[str, Any]]:
    """The letters, each with the voices that answered."""
    prefetch_related_objects([submission], "messages__recordings__media")
    return [
        {
            "letter": letter,
            "voices": [_own(submission, each) for each in letter.recordings.all()],
        }
        for letter in submission.messages.all()
    ]


def _own(submission: Submission, recording: Recording) -> dict[str, Any]:
    return heard(recording, partial(_own_address, submission.token, recording.pk))


def heard(recording: Recording, address: Any) -> dict[str, Any]:
    """A recording as a page shows it: opened, still waiting, or not to be opened."""
    media = recording.media
    return {
        "recording": recording,
        "media": media,
        "voice": voice(media, address),
        "is_waiting": media.state == Media.State.RECEIVED,
    }


def _own_address(token: str, pk: int, name: str) -> str:
    return reverse("submissions:own_voice", args=[token, pk, name])


def _draft_address(key: str, pk: int, name: str) -> str:
    return reverse("submissions:draft_voice", args=[key, pk, name])
