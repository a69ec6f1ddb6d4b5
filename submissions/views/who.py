"""The pictures of a draft, shown large so that somebody can point at faces in them."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.doors import keep_private
from archive.images import picture
from archive.views.machines import serve_rendition
from submissions.models import Photograph, Submission


@require_safe
def draft_picture(
    request: HttpRequest, key: str, pk: int, name: str
) -> HttpResponseBase:
    """A rendition of a picture that is not sent yet; the page's own secret opens it."""
    known = Photograph.objects.select_related("media").filter(
        submission__key=key, submission__state=Submission.State.DRAFT, pk=pk
    )
    photograph = known.first()
    if photograph is None:
        raise Http404
    return keep_private(serve_rendition(request, photograph.media, name))


def known_pictures(draft: Submission | None) -> list[dict[str, Any]]:
    """The pictures the archive already has and can show, for the page that asks who."""
    if draft is None:
        return []
    shown = []
    for each in draft.photographs.select_related("media"):
        address = partial(_address, draft.key, each.pk)
        found = picture(each.media, address)
        if found is not None:
            shown.append({"pk": each.pk, "src": found.src})
    return shown


def _address(key: str, pk: int, name: str) -> str:
    return reverse("submissions:draft_picture", args=[key, pk, name])
