import re
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import TemplateView

from archive.keyset import Page
from archive.models import Item
from search import facets
from search.finding import Answer, Asked, find
from search.forms import SearchForm
from search.language import fold

REG_NUMBER = re.compile(r"(b?) ?0*([1-9]\d{0,8})")
YEARS = range(1800, 2100)
LAST_PAGE = 5000


class SearchPage(TemplateView):
    """Finding pictures by words, decade, place, subject and language."""

    template_name = "search/search.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = read(request)
        item = numbered(asked.text)
        if item and not may_be_a_year(asked.text):
            return redirect(item)
        answer = find(asked)
        if asked.page > answer.last_page:
            answer = find(replace(asked, page=answer.last_page))
        return self.render_to_response(
            self.get_context_data(answer=answer, numbered=item)
        )

    def render_to_response(
        self, context: dict[str, Any], **response_kwargs: Any
    ) -> HttpResponse:
        response = super().render_to_response(context, **response_kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        answer: Answer = kwargs["answer"]
        return super().get_context_data(
            asked=answer.asked,
            facets=facets.of(answer),
            chosen=hidden_fields(answer.asked),
            without_choice=facets.address(Asked(answer.asked.text)),
            page=pages(answer),
            **kwargs,
        )


def read(request: HttpRequest) -> Asked:
    """The question in an address; what makes no sense is left out."""
    form = SearchForm(request.GET)
    form.full_clean()
    said = form.cleaned_data
    chosen = {
        facet: said[name] for name, facet in facets.IN_ADDRESS.items() if said[name]
    }
    side = said["side"]
    page = int(side) if side.isascii() and side.isdigit() and len(side) < 5 else 1  # noqa: PLR2004
    return Asked(said["q"], chosen, min(max(page, 1), LAST_PAGE))


def numbered(text: str) -> Item | None:
    """The picture with this number, when that is all that was typed: B137 or 137."""
    found = REG_NUMBER.fullmatch(fold(text))
    if not found:
        return None
    return Item.objects.published().filter(number=int(found[2])).first()


def may_be_a_year(text: str) -> bool:
    """1974 alone is sooner a year than a number; B1974 is not."""
    folded = fold(text)
    return folded.isdigit() and int(folded) in YEARS


def hidden_fields(asked: Asked) -> list[tuple[str, str]]:
    """The choices that a new word keeps."""
    return [
        (name, asked.chosen[facet])
        for name, facet in facets.IN_ADDRESS.items()
        if facet in asked.chosen
    ]


def pages(answer: Answer) -> Page:
    """The addresses to either side, as the reading room's pages have them."""
    asked = answer.asked
    after = asked.page < answer.last_page
    return Page(
        [hit.item for hit in answer.hits],
        next_url=facets.address(asked, side=str(asked.page + 1)) if after else "",
        previous_url=facets.address(
            asked,
            side=str(asked.page - 1) if asked.page > 2 else "",  # noqa: PLR2004
        )
        if asked.page > 1
        else "",
    )
