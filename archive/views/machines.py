"""What machines fetch: renditions, and the short addresses printed on paper."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe

from archive.models import Item, Media


@require_safe
def rendition(request: HttpRequest, token: str, name: str) -> HttpResponseBase:
    """One rendition of what is published at this moment, asked of the database."""
    media = Media.objects.filter(
        public_token=token,
        item__in=Item.objects.published().filter(publication=Item.Publication.FULL),
    ).first()
    if media is None:
        raise Http404
    return serve_rendition(request, media, name)


@require_safe
def short_item(request: HttpRequest, number: int) -> HttpResponse:
    """/b/137 on paper leads to the item in the visitor's own language."""
    with translation.override(get_language_from_request(request)):
        response = redirect(reverse("archive:item", args=[f"B{number}"]))
    response["Vary"] = "Accept-Language"
    return response


def serve_rendition(request: HttpRequest, media: Media, name: str) -> HttpResponseBase:
    """A file of this media's own list of renditions; any other name is a 404.

    Who has it already is told so before the file is opened.
    """
    known = {each["name"] for each in media.renditions}
    path = media.rendition_folder / name
    if name not in known or not path.is_file():
        raise Http404
    etag = f'"{media.folder.replace("/", "")}-{name}"'
    unchanged: HttpResponse | None = get_conditional_response(request, etag=etag)
    response: HttpResponseBase = unchanged or serve_file(path)
    response["ETag"] = etag
    response["Cache-Control"] = "no-cache"
    return response


def serve_file(path: Path, *, as_name: str = "") -> FileResponse:
    """A file as bytes and nothing more: it can run nothing and embed nothing."""
    kind, _encoding = mimetypes.guess_type(path.name)
    response = FileResponse(
        path.open("rb"),
        content_type=kind or "application/octet-stream",
        as_attachment=bool(as_name),
        filename=as_name,
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
