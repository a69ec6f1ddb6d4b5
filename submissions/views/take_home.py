"""Everything a family gave, taken home as one file."""

from __future__ import annotations

import io
import re

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from archive.parcel import Parcel
from submissions import sentences, taking_home, throttle
from submissions.models import Submission
from submissions.views.family import of_family, slow_down

GOES_ON = re.compile(r"bytes=(\d{1,15})-")


@of_family
@require_safe
def take_home(request: HttpRequest, submission: Submission) -> HttpResponseBase:
    """A zip with originals, texts and permissions; it also goes on where it broke off.

    What was taken back can be taken home until it is erased: it is theirs.
    """
    if submission.erased_at:
        return render(request, "submissions/mine_erased.html", status=410)
    if not throttle.knock(throttle.TAKING_HOME, submission.token):
        return slow_down(request, sentences.taken_home_often())
    parcel = taking_home.parcel(submission)
    etag = f'"{taking_home.fingerprint(submission)}-{get_language()}"'
    response = _whole_or_rest(request, parcel, etag)
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = etag
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    patch_cache_control(response, no_transform=True)
    return _named(response, taking_home.name_of(submission))


def _whole_or_rest(
    request: HttpRequest, parcel: Parcel, etag: str
) -> FileResponse | HttpResponse:
    """From the first byte, or from the one a broken download asks to go on at."""
    asked = GOES_ON.fullmatch(request.headers.get("Range", ""))
    if asked is None or request.headers.get("If-Range", etag) != etag:
        return FileResponse(parcel, content_type="application/zip")
    start, size = int(asked[1]), parcel.size
    if start >= size:
        parcel.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    parcel.seek(start, io.SEEK_SET)
    rest = FileResponse(parcel, content_type="application/zip", status=206)
    rest["Content-Range"] = f"bytes {start}-{size - 1}/{size}"
    return rest


def _named(
    response: FileResponse | HttpResponse, name: str
) -> FileResponse | HttpResponse:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
