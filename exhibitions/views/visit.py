"""Visiting: the list of exhibitions, and one exhibition from threshold to thanks."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe
from django.views.generic import DetailView, ListView

from exhibitions import hanging, sharing
from exhibitions.models import Exhibition


class ExhibitionList(ListView):
    template_name = "exhibitions/list.html"

    def get_queryset(self) -> QuerySet[Exhibition]:
        return (
            Exhibition.objects.published()
            .select_related("cover")
            .prefetch_related("cover__media")
        )


class Visit(DetailView):
    """One exhibition, as everybody may see it now."""

    template_name = "exhibitions/visit.html"

    def get_queryset(self) -> QuerySet[Exhibition]:
        return Exhibition.objects.published().whole()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        exhibition = self.object
        chapters = hanging.chapters(exhibition)
        return super().get_context_data(
            chapters=chapters,
            thanks_to=hanging.lenders(chapters),
            photographers=hanging.photographers(chapters),
            tour=hanging.tour(exhibition, chapters),
            threshold=hanging.cover(exhibition),
            share=sharing.of_exhibition(exhibition),
            **kwargs,
        )


@require_safe
def short_exhibition(request: HttpRequest, slug: str) -> HttpResponse:
    """/u/<slug> on paper leads to the exhibition in the visitor's own language."""
    with translation.override(get_language_from_request(request)):
        response = redirect(reverse("exhibitions:visit", args=[slug]))
    response["Vary"] = "Accept-Language"
    return response
