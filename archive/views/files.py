"""Files for people of the house: working renditions, and originals byte for byte."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import patch_cache_control
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import SignedInRequest, only
from accounts.permissions import may_curate, may_review, works_here
from archive import actions, images
from archive.models import Media
from archive.serving import serve
from archive.views.machines import serve_rendition

A_QUARTER = 90


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
    response = serve(
        request,
        path,
        etag=f'"{media.sha256}"',
        as_name=media.name or f"{media.sha256[:12]}{path.suffix}",
    )
    patch_cache_control(response, no_transform=True)
    return response


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
