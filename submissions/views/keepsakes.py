"""The keepsake of a collection day, on the family's own page and nowhere else."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from archive.images import picture
from archive.views.machines import serve_rendition
from submissions.models import Keepsake, Submission
from submissions.views.family import of_family


@of_family
@require_safe
def own_keepsake(
    request: HttpRequest, submission: Submission, name: str
) -> HttpResponseBase:
    """A rendition of it; none of what was taken back."""
    kept = Keepsake.objects.filter(submission=submission).first()
    if kept is None or submission.is_withdrawn:
        raise Http404
    return serve_rendition(request, kept.media, name)


def shown(submission: Submission) -> dict[str, Any] | None:
    """The keepsake as the family sees it; none when there is none, or no more."""
    kept = Keepsake.objects.select_related("media").filter(submission=submission)
    keepsake = kept.first()
    if keepsake is None or submission.is_withdrawn:
        return None
    ticket = getattr(submission, "ticket", None)
    largest = keepsake.media.largest
    return {
        "day": ticket.day if ticket else "",
        "name": largest["name"] if largest else "",
        "picture": picture(keepsake.media, partial(_address, submission.token)),
    }


def _address(token: str, name: str) -> str:
    return reverse("submissions:own_keepsake", args=[token, name])
