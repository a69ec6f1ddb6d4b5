"""Registrations: the list of cards, with filters and a search."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from accounts.doors import only_for
from accounts.permissions import may_review, works_here
from archive.authorities import KINDS
from archive.folding import fold
from archive.keyset import number, turn_to
from archive.models import Depiction, Item, ScannerBox
from archive.querysets import ItemQuerySet
from archive.views.browse import number_in

A_PAGE = 40
SCANNER = "scanner"

FILTERS = {
    "": gettext_lazy("All"),
    "ikke-udgivet": gettext_lazy("Not published"),
    "udgivet": gettext_lazy("Published"),
    "uden-dato": gettext_lazy("Without a date"),
    "uden-sted": gettext_lazy("Without a place"),
    "uden-person": gettext_lazy("Without a person"),
    "uden-alt": gettext_lazy("Without alt text"),
    "taget-ned": gettext_lazy("Taken down"),
}

# What a card can lack, and the items that lack it.
LACKING: dict[str, Callable[[ItemQuerySet], ItemQuerySet]] = {
    "uden-dato": ItemQuerySet.undated,
    "uden-sted": ItemQuerySet.unplaced,
    "uden-person": ItemQuerySet.unpeopled,
}


@only_for(works_here)
class Items(TemplateView):
    """Registrations, the newest number first, with filters and a search."""

    template_name = "archive/workroom/items.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chosen = self.request.GET.get("vis", "")
        chosen = chosen if chosen in FILTERS else ""
        asked = self.request.GET.get("q", "").replace("\0", "").strip()[:80]
        found = asked_for(self.request.GET)
        hos = self.request.GET.get("hos", "")
        using = used_by(hos)
        base = {"vis": chosen, "q": asked, "hos": hos if using else ""}
        base = {key: value for key, value in base.items() if value}
        return super().get_context_data(
            page=turn_to(
                found.with_pictures(), self.request.GET, size=A_PAGE, base=base
            ),
            count=found.count(),
            chosen=chosen,
            asked=asked,
            filters=FILTERS,
            base=base,
            hos=using[0] if using else "",
            is_scanned=hos.partition("/")[0] == SCANNER,
            may_describe=may_review(self.request.user),
            **kwargs,
        )


def asked_for(asked: Mapping[str, str]) -> ItemQuerySet:
    """The items that answer an address of the list: ?vis=…&q=…"""
    found = matching(
        filtered(asked.get("vis", "")),
        asked.get("q", "").replace("\0", "").strip()[:80],
    )
    using = used_by(asked.get("hos", ""))
    return found.filter(pk__in=using[1].values("pk")) if using else found


def used_by(asked: str) -> tuple[str, ItemQuerySet] | None:
    """Whose items are asked for: “steder/vejleaaparken”, by name and as items.

    “scanner/3” are those that came from the third box on the scanner.
    """
    key, _slash, slug = asked.partition("/")
    if key == SCANNER:
        box = ScannerBox.objects.filter(pk=number(slug) or 0).first()
        return (str(box), Item.objects.scanned_from(box)) if box else None
    row = KINDS[key].find(slug[:60]) if key in KINDS else None
    return (str(row), KINDS[key].items(row)) if row else None


def filtered(chosen: str) -> ItemQuerySet:
    """The items behind one of FILTERS."""
    items = Item.objects.filter(laid_away_at=None)
    if chosen == "ikke-udgivet":
        return items.filter(publication=Item.Publication.NOT, withdrawn_at=None)
    if chosen == "udgivet":
        return items.exclude(publication=Item.Publication.NOT)
    if chosen in LACKING:
        return LACKING[chosen](items)
    if chosen == "uden-alt":
        return items.filter(alt_text="", withdrawn_at=None)
    if chosen == "taget-ned":
        return items.filter(withdrawn_at__isnull=False)
    return items


def matching(items: ItemQuerySet, asked: str) -> ItemQuerySet:
    """Items by number (“B12”, “12”), or by words of their title and of names.

    Each word may stand in the title, or in the names of who gave, of the place and of
    the persons, however they are written; “2026/014” is a line of the journal.
    """
    if not asked:
        return items
    every = Q()
    for word in asked.split():
        every &= Q(title__icontains=word) | _named(word)
    return items.filter(Q(number=number_in(asked)) | every)


def _named(word: str) -> Q:
    folded = fold(word)
    if not folded or word.isdecimal():  # a bare number is no piece of a journal number
        return Q()
    seen = Depiction.objects.filter(person__sought__contains=folded).values("item")
    return (
        Q(accession__sought__contains=folded)
        | Q(place__sought__contains=folded)
        | Q(pk__in=seen)
    )
