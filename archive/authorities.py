"""The lists of the archive: what each is called, how it is found, who uses it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from archive.folding import fold
from archive.models import (
    Accession,
    Authority,
    Collection,
    Item,
    Listed,
    Person,
    Photographer,
    Place,
    Subject,
)
from archive.querysets import ItemQuerySet


@dataclass(frozen=True)
class Kind:
    """One list: its word in the address, its rows, and how items point to them."""

    key: str
    model: type[Any]
    by: str  # from an item: depictions__person
    title: Any
    new: Any

    def __str__(self) -> str:
        return self.key

    @property
    def template(self) -> str:
        return f"archive/workroom/lists/_{self.model._meta.model_name}.html"  # noqa: SLF001

    @property
    def row_template(self) -> str:
        return f"archive/workroom/lists/_row_{self.model._meta.model_name}.html"  # noqa: SLF001

    @property
    def is_mergeable(self) -> bool:
        return issubclass(self.model, Authority)

    def rows(self) -> models.QuerySet[Any]:
        """All there are, sorted, each with how many items use it."""
        items = Item.objects.filter(**{self.by: OuterRef("pk")}, laid_away_at=None)
        number = items.order_by().values(self.by).annotate(n=Count("pk")).values("n")
        found: models.QuerySet[Any] = self.model.objects.annotate(
            used=Coalesce(Subquery(number, output_field=IntegerField()), 0)
        )
        if self.model is Accession:
            return found.order_by("-year", "-sequence")
        above = {Place: "parent", Subject: "broader"}.get(self.model)
        return (found.select_related(above) if above else found).order_by("sort_key")

    def matching(self, words: str) -> models.QuerySet[Any]:
        """Those whose names have all these words in them, however they are written."""
        found = self.rows()
        for word in fold(words).split():
            found = found.filter(sought__contains=word)
        return found

    def find(self, slug: str) -> Any | None:
        """The row of that short name, also one that was merged away."""
        if self.model is Accession:
            year, _dash, sequence = slug.partition("-")
            if not (year.isdecimal() and sequence.isdecimal()):
                return None
            return Accession.objects.filter(
                year=int(year[:4]), sequence=int(sequence[:9])
            ).first()
        manager: Any = self.model.everything
        return manager.select_related("merged_into").filter(slug=slug).first()

    def items(self, row: Listed) -> ItemQuerySet:
        """The items that use it, and for a place those in what lies in it."""
        asked = Q(**{self.by: row.pk})
        if self.model is Place:
            asked |= Q(place__parent=row.pk)
        return Item.objects.filter(asked, laid_away_at=None).distinct()


KINDS = {
    kind.key: kind
    for kind in (
        Kind("personer", Person, "depictions__person", _("Persons"), _("A new person")),
        Kind("steder", Place, "place", _("Places"), _("A new place")),
        Kind("emner", Subject, "subjects", _("Subjects"), _("A new subject")),
        Kind(
            "samlinger",
            Collection,
            "collection",
            _("Collections"),
            _("A new collection"),
        ),
        Kind(
            "fotografer",
            Photographer,
            "photographed_by",
            _("Photographers"),
            _("A new photographer"),
        ),
        Kind("journal", Accession, "accession", _("Journal"), _("A new journal line")),
    )
}


class KindConverter:
    """The word in an address that says which list it is."""

    regex = "|".join(KINDS)

    def to_python(self, value: str) -> Kind:
        return KINDS[value]

    def to_url(self, value: Kind | str) -> str:
        return str(value)


def public_items(row: Authority) -> ItemQuerySet:
    """What visitors may see of it. A person: only where their whole name is shown."""
    items = Item.objects.published()
    if isinstance(row, Person):
        if row.is_name_hidden:
            return items.none()
        named = Q(depictions__person=row.pk)
        if row.living != Person.Living.NO:
            named &= Q(depictions__may_be_named=True)
        return items.filter(
            named, are_names_hidden=False, first_names_only=False
        ).distinct()
    if isinstance(row, Place):
        return items.filter(Q(place=row.pk) | Q(place__parent=row.pk))
    if isinstance(row, Subject):
        under = Q(subjects=row.pk) | Q(subjects__broader=row.pk)
        return items.filter(under).distinct()
    return items.filter(collection=row.pk)


def was_public(row: Authority) -> bool:
    """Whether a picture of it was shown once and has been taken down."""
    kind = next(kind for kind in KINDS.values() if kind.model is type(row))
    gone = Item.objects.filter(withdrawn_at__isnull=False, published_at__isnull=False)
    return gone.filter(**{kind.by: row.pk}).exists()
