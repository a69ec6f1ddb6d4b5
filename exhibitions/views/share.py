"""Cards for everybody, and the studio where a share is put together."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from accounts.doors import only_for
from accounts.permissions import may_curate
from archive.images import ratio_class
from archive.models import Item
from archive.permissions import Use, permits
from archive.serving import serve_file
from archive.sharing import of_item
from archive.typesetting import CannotSet
from exhibitions.models import Exhibition
from exhibitions.sharing import SIZES, card, of_exhibition, post_text
from exhibitions.sharing.cards import Shared
from exhibitions.sharing.words import may_share
from submissions import calls
from submissions.models import Call

logger = logging.getLogger(__name__)

LANGUAGES = {code for code, _name in settings.LANGUAGES}


@require_safe
def item_card(request: HttpRequest, number: int, size: str) -> HttpResponseBase:
    """/kort/b/137/1200x630.jpg: only where the family said yes to social media."""
    item = Item.objects.published().whole().filter(number=number).first()
    if item is None or not item.shows_picture or not permits(item, Use.SOCIAL):
        raise Http404
    return _serve(request, item, size)


@require_safe
def exhibition_card(request: HttpRequest, slug: str, size: str) -> HttpResponseBase:
    """/kort/u/<slug>/1200x630.jpg: as long as it is open and its cover may be shared."""
    exhibition = Exhibition.objects.published().whole().filter(slug=slug).first()
    if exhibition is None or not may_share(exhibition):
        raise Http404
    return _serve(request, exhibition, size)


@require_safe
def call_card(request: HttpRequest, slug: str, size: str) -> HttpResponseBase:
    """/kort/i/<slug>/1200x630.jpg: as long as everybody may know of the call."""
    found = Call.objects.announced().with_hero().filter(slug=slug).first()
    if found is None:
        raise Http404
    return _serve(request, found, size)


def _serve(request: HttpRequest, of: Shared, size: str) -> HttpResponseBase:
    language = request.GET.get("sprog", settings.LANGUAGE_CODE)
    if size not in SIZES or language not in LANGUAGES:
        raise Http404
    try:
        path = card(of, size=size, language=language)
    except CannotSet as error:
        logger.exception("No card for %s", of)
        raise Http404 from error
    response = serve_file(path)
    response["Cache-Control"] = "no-cache"
    return response


@only_for(may_curate)
class ShareStudio(TemplateView):
    """Every card, the post text, the alt text and the link, in the chosen language."""

    template_name = "exhibitions/workroom/share.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        language = self.request.GET.get("sprog", settings.LANGUAGE_CODE)
        if language not in LANGUAGES:
            raise Http404
        with translation.override(language):
            shared = self.shared(language)
        return super().get_context_data(
            **{**kwargs, **shared, "chosen_language": language}
        )

    def shared(self, language: str) -> dict[str, Any]:
        if "call" in self.kwargs:
            return self.of_call(self.kwargs["call"], language)
        if "slug" in self.kwargs:
            found = get_object_or_404(
                Exhibition.objects.whole(), slug=self.kwargs["slug"]
            )
            return {
                "exhibition": found,
                "cards": cards_at("exhibition_card", found.slug, language),
                "share": of_exhibition(found),
                "may_share": may_share(found),
                "post": post_text(found, language),
            }
        item = get_object_or_404(Item.objects.whole(), number=self.kwargs["number"])
        return {
            "item": item,
            "cards": cards_at("item_card", item.number, language),
            "share": of_item(item),
            "may_share": item.is_published
            and item.shows_picture
            and bool(permits(item, Use.SOCIAL)),
            "missing": permits(item, Use.SOCIAL).missing,
            "post": post_text(item, language),
        }

    def of_call(self, slug: str, language: str) -> dict[str, Any]:
        call = calls.known(slug)
        return {
            "call": call,
            "cards": cards_at("call_card", call.slug, language),
            "share": calls.share_of(call),
            "may_share": call.is_announced,
            "post": post_text(call, language),
        }


@dataclass(frozen=True)
class CardAddress:
    """One card on the studio's wall."""

    url: str
    width: int
    height: int

    @property
    def name(self) -> str:
        return f"ankomst-{self.width}x{self.height}.jpg"

    @property
    def ratio_class(self) -> str:
        return ratio_class(self.width, self.height)


def cards_at(route: str, which: int | str, language: str) -> list[CardAddress]:
    """Where the five cards are fetched."""
    return [
        CardAddress(
            f"{reverse(route, args=[which, size])}?sprog={language}",
            *(int(side) for side in size.split("x")),
        )
        for size in SIZES
    ]
