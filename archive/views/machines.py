"""What machines fetch: renditions, and the short addresses printed on paper."""

from __future__ import annotations

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe

from archive.models import Item, Media
from archive.serving import serve


@require_safe
def rendition(request: HttpRequest, token: str, name: str) -> HttpResponseBase:
    """One rendition of what is published at this moment, asked of the database.

    A voice may be heard as long as one of the items it tells about is published.
    """
    shown = Item.objects.published().filter(publication=Item.Publication.FULL)
    known = Media.objects.filter(public_token=token)
    media = known.filter(Q(item__in=shown) | Q(stories__item__in=shown)).first()
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

    Who has it already is told so before the file is opened; players get the part they
    ask for.
    """
    known = {each["name"] for each in media.renditions}
    path = media.rendition_folder / name
    if name not in known or not path.is_file():
        raise Http404
    etag = f'"{media.folder.replace("/", "")}-{name}"'
    response = serve(request, path, etag=etag)
    response["Cache-Control"] = "no-cache"
    return response
