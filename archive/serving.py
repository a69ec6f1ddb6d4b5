"""A file as bytes and nothing more: whole, in part, or not at all if it is known.

Players ask for parts (Safari plays nothing without them), and so does a download that
was cut off. What is served here can run nothing and embed nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
CHUNK = 64 * 1024
TYPES = {
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".png": "image/png",
    ".m4a": "audio/mp4",
    ".mp4": "video/mp4",
}


def serve(
    request: HttpRequest, path: Path, *, etag: str, as_name: str = ""
) -> HttpResponseBase:
    """A file, or the part of it that was asked for; 304 to who has it already.

    `as_name` makes it an attachment. The caller has seen to it that the file is there
    and may be fetched.
    """
    unchanged: HttpResponse | None = get_conditional_response(request, etag=etag)
    response: HttpResponseBase = unchanged or _opened(request, path, etag, as_name)
    response["ETag"] = etag
    return response


def serve_file(path: Path, *, as_name: str = "") -> FileResponse:
    """The whole file."""
    response = FileResponse(
        path.open("rb"),
        content_type=TYPES.get(path.suffix, "application/octet-stream"),
        as_attachment=bool(as_name),
        filename=as_name,
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Accept-Ranges"] = "bytes"
    return response


def _opened(
    request: HttpRequest, path: Path, etag: str, as_name: str
) -> HttpResponseBase:
    size = path.stat().st_size
    response = serve_file(path, as_name=as_name)
    asked = _asked_range(request, etag)
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
