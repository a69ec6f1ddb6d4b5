"""Everything published about one person, place, subject or collection."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from archive.authorities import KINDS, public_items, was_public
from archive.keeping import kept_by_edition
from archive.keyset import turn_to
from archive.models import Authority, Person, Place, Subject

A_PAGE = 40


@kept_by_edition
class About(TemplateView):
    """Only what everybody may see; a name that nobody may read has no page."""

    template_name = "archive/about.html"
    key = ""

    @cached_property
    def row(self) -> Authority | None:
        found: Authority | None = KINDS[self.key].find(self.kwargs["slug"])
        return found

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        row = self.row
        if row is None:
            return render(request, "404.html", status=404)
        if not public_items(row.standing).exists():
            return _nothing(request, row)
        if row.merged_into:
            standing: Any = row.standing
            return redirect(f"archive:about_{self.key}", standing.slug)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row: Any = self.row
        items = public_items(row)
        return super().get_context_data(
            row=row,
            key=self.key,
            page=turn_to(items.with_pictures(), self.request.GET, size=A_PAGE, base={}),
            count=items.count(),
            above=getattr(row, "parent", None) or getattr(row, "broader", None),
            below=_below(row),
            lives=isinstance(row, Person) and row.living != Person.Living.NO,
            **kwargs,
        )


def _nothing(request: HttpRequest, row: Authority) -> HttpResponse:
    """Gone where a family has taken it down; otherwise as if it never was."""
    if was_public(row.standing):
        return render(request, "410.html", status=410)
    return render(request, "404.html", status=404)


def _below(row: Any) -> list[Any]:
    """What lies in it and has something to show."""
    if isinstance(row, Place):
        return list(row.children.filter(items__in=public_items(row)).distinct())
    if isinstance(row, Subject):
        return list(row.narrower.filter(items__in=public_items(row)).distinct())
    return []
