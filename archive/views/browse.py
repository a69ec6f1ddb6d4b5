"""The reading room: browsing pictures, and one picture's own page."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, Q, When, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from archive import facets, sharing
from archive.keeping import kept_by_edition, remember_edition
from archive.keyset import number as cursor
from archive.keyset import turn_to
from archive.models import Item, Place, Subject
from archive.permissions import Use, permits
from archive.querysets import ItemQuerySet

A_PAGE = 40
RELATED = 5


@kept_by_edition
class Browse(TemplateView):
    """Pictures in justified rows, by decade, place and subject."""

    template_name = "archive/browse.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chosen = facets.Choice.of(self.request.GET)
        edition = remember_edition(self.request)
        page = turn_to(
            chosen.items(), self.request.GET, size=A_PAGE, base=chosen.query()
        )
        return super().get_context_data(
            chosen=chosen,
            page=page,
            facets=facets.counted(edition),
            count=facets.count(chosen, edition),
            place=Place.objects.filter(slug=chosen.place).first()
            if chosen.place
            else None,
            subject=Subject.objects.filter(slug=chosen.subject).first()
            if chosen.subject
            else None,
            **kwargs,
        )


@kept_by_edition
class ItemPage(TemplateView):
    """One picture: the picture first, then the story, then what is known."""

    template_name = "archive/item.html"

    @cached_property
    def item(self) -> Item | None:
        number = number_in(self.kwargs["reg_number"])
        return Item.objects.published().told().filter(number=number).first()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.item is None:
            return gone_or_unknown(request, number_in(kwargs["reg_number"]))
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        item = self.item
        assert item is not None  # noqa: S101  (get() has seen to it)
        related = list(related_to(item))
        prefetch_related_objects([item, *related], "media")
        return super().get_context_data(
            item=item,
            related=related,
            known=facets.known_and_unknown(item),
            may_share=bool(permits(item, Use.SOCIAL)),
            may_hang=bool(permits(item, Use.EXHIBIT)),
            is_open=bool(permits(item, Use.OPEN)),
            share=sharing.of_item(item),
            structured=sharing.structured_data(item),
            **kwargs,
        )


def number_in(reg_number: str) -> int:
    """137 for “B137”, “b137” or “137”; 0, which nobody has, for anything else."""
    return cursor(reg_number.removeprefix("B").removeprefix("b")) or 0


def gone_or_unknown(request: HttpRequest, number: int) -> HttpResponse:
    """410 with the family's reason where a picture was taken down, else 404."""
    if Item.objects.filter(number=number, withdrawn_at__isnull=False).exists():
        return render(request, "410.html", {"number": f"B{number}"}, status=410)
    return render(request, "404.html", status=404)


def related_to(item: Item) -> ItemQuerySet:
    """Pictures from the same drawer: the same giver's first, then the same place's."""
    others = Item.objects.published().filter(publication=Item.Publication.FULL)
    same_giver = Q(accession=item.accession_id) if item.accession_id else Q(pk__in=[])
    same_place = Q(place=item.place_id) if item.place_id else Q(pk__in=[])
    return (
        others.filter(same_giver | same_place)
        .exclude(pk=item.pk)
        .order_by(Case(When(same_giver, then=0), default=1), "-number")[:RELATED]
    )
