"""Files for people of the house: working renditions, and originals byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import patch_cache_control
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import SignedInRequest, only
from accounts.permissions import may_curate, may_review, works_here
from archive import actions, images
from archive.models import Media
from archive.views.machines import serve_file, serve_rendition

RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
A_QUARTER = 90
CHUNK = 64 * 1024


@only(works_here)
@require_safe
def working(request: SignedInRequest, pk: int, name: str) -> HttpResponseBase:
    """A rendition, published or not. What is not accepted yet is for reviewers."""
    media = get_object_or_404(Media, pk=pk)
    if media.item_id is None and not may_review(request.user):
        raise PermissionDenied
    return serve_rendition(request, media, name)


@only(works_here)
@require_safe
def original(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """The family's file as it came, as an attachment, whole or in part."""
    media = get_object_or_404(Media, pk=pk)
    may_fetch = may_review(request.user) or (
        media.item_id is not None and may_curate(request.user)
    )
    if not may_fetch:
        raise PermissionDenied
    try:
        path = images.original_path(media)
    except FileNotFoundError as gone:
        raise Http404 from gone
    if not path.is_file():
        raise Http404
    return _whole_or_part(request, path, media)


@only(may_review)
@require_POST
def turn(request: SignedInRequest, pk: int) -> HttpResponse:
    """Turn a picture a quarter clockwise, and go back to where the person was."""
    media = get_object_or_404(Media.objects.select_related("item"), pk=pk)
    actions.turn(media, A_QUARTER)
    back = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(back, {request.get_host()}):
        return redirect(back)
    return (
        redirect("archive:edit", media.item.reg_number)
        if media.item
        else redirect("submissions:inbox")
    )


def _whole_or_part(request: HttpRequest, path: Path, media: Media) -> HttpResponseBase:
    size = path.stat().st_size
    response = serve_file(
        path, as_name=media.name or f"{media.sha256[:12]}{path.suffix}"
    )
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = f'"{media.sha256}"'
    patch_cache_control(response, no_transform=True)
    asked = _asked_range(request, response["ETag"])
    if asked is None:
        return response
    span = _span(asked, size)
    if span is None:
        response.close()
        refused = HttpResponse(_("The file has no such part."), status=416)
        refused["Content-Range"] = f"bytes */{size}"
        return refused
    return _part(response, *span, size)


def _asked_range(request: HttpRequest, etag: str) -> re.Match[str] | None:
    """One range of bytes, if that is what was asked for; several are sent whole."""
    if request.headers.get("If-Range", etag) != etag:
        return None
    return RANGE.fullmatch(request.headers.get("Range", "").replace(" ", ""))


def _span(asked: re.Match[str], size: int) -> tuple[int, int] | None:
    """First and last byte; None when the file has no such part."""
    first, last = asked.groups()
    if first:
        start, end = int(first), min(int(last or size), size - 1)
    elif last:
        start, end = max(size - int(last), 0), size - 1
    else:
        return None
    return (start, end) if start <= end else None


def _part(response: FileResponse, start: int, end: int, size: int) -> FileResponse:
    file = cast("IO[bytes]", response.file_to_stream)
    file.seek(start)
    length = end - start + 1
    response.streaming_content = _pieces(file, length)
    response.status_code = 206
    response["Content-Length"] = str(length)
    response["Content-Range"] = f"bytes {start}-{end}/{size}"
    return response


def _pieces(file: IO[bytes], left: int) -> Iterator[bytes]:
    while left > 0 and (piece := file.read(min(CHUNK, left))):
        left -= len(piece)
        yield piece
