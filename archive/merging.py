"""What points to an authority, from every app, and what may not point there twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from simple_history.models import HistoricalChanges

from archive.models import Authority, Depiction, Item, Merge, Person

# Who lives is spoken of with the most care.
CARE = [Person.Living.NO, Person.Living.UNKNOWN, Person.Living.YES]


@dataclass(frozen=True)
class Link:
    """A field by which rows point to an authority: “archive.depiction.person”."""

    model: type[models.Model]
    field: str

    def __str__(self) -> str:
        return f"{self.model._meta.label_lower}.{self.field}"  # noqa: SLF001

    @classmethod
    def named(cls, label: str) -> Link:
        model, field = label.rsplit(".", maxsplit=1)
        return cls(apps.get_model(model), field)

    def rows(self, of: Authority) -> models.QuerySet[Any]:
        """The rows that point to an authority."""
        manager: Any = self.model._base_manager  # noqa: SLF001
        found: models.QuerySet[Any] = manager.filter(**{self.field: of.pk})
        return found

    @property
    def others(self) -> tuple[str, ...]:
        """The fields that, with this one, may stand only once: (“item”,)."""
        meta = self.model._meta  # noqa: SLF001
        unique = [each.fields for each in meta.total_unique_constraints]
        for fields in [*unique, *map(tuple, meta.unique_together)]:
            if self.field in fields:
                return tuple(each for each in fields if each != self.field)
        return ()


def links_to(model: type[Authority]) -> Iterator[Link]:
    """Every field in the house that points to such an authority."""
    related: list[Any] = model._meta.get_fields(include_hidden=True)  # noqa: SLF001
    for relation in related:
        if not _points_there(relation):
            continue
        if not relation.many_to_many:
            yield Link(relation.related_model, relation.field.name)
            continue
        many: Any = relation
        through = many.through
        if through._meta.auto_created:  # noqa: SLF001
            yield Link(through, many.field.m2m_reverse_field_name())


def _points_there(relation: Any) -> bool:
    """A field of the house that is kept up to date: neither history nor a tombstone."""
    if not relation.is_relation or not relation.auto_created or relation.concrete:
        return False
    if issubclass(relation.related_model, HistoricalChanges):
        return False
    is_row_of_many = relation.related_model._meta.auto_created  # noqa: SLF001
    return relation.field.name != "merged_into" and not is_row_of_many


def lies_deep_in(row: Authority, other: Authority) -> bool:
    """Whether a place or heading lies in something that lies in the other."""
    above = _above(_above(row))
    while above is not None and above.pk != other.pk:
        above = _above(above)
    return above is not None


def _above(row: Authority | None) -> Authority | None:
    found: Authority | None = getattr(row, "parent", None) or getattr(
        row, "broader", None
    )
    return found


def item_of(row: models.Model) -> int | None:
    """The key of the item a row belongs to."""
    key = row.pk if isinstance(row, Item) else getattr(row, "item_id", None)
    return int(key) if key else None


def facts_of_both(gone: Authority, into: Authority) -> dict[str, Any]:
    """What the one that stands takes over: names it lacks, and the more careful facts."""
    facts: dict[str, Any] = {}
    for field in ("also_known_as", "aliases"):
        if hasattr(into, field):
            known = [*getattr(into, field), *gone.known_as]
            kept = [name for name in dict.fromkeys(known) if name != into.known_as[0]]
            facts[field] = kept
    for field in ("labels", "descriptions"):
        if hasattr(into, field):
            facts[field] = {**getattr(gone, field), **getattr(into, field)}
    for field in ("born", "died", "note", "provenance", "source", "opened", "closed"):
        if hasattr(into, field) and not getattr(into, field):
            facts[field] = getattr(gone, field)
    if isinstance(gone, Person) and isinstance(into, Person):
        living = max(
            (gone.living, into.living), key=lambda each: CARE.index(Person.Living(each))
        )
        facts["living"] = str(living)
        facts["is_name_hidden"] = gone.is_name_hidden or into.is_name_hidden
    return {
        name: value for name, value in facts.items() if getattr(into, name) != value
    }


def forget_traces(persons: list[int]) -> None:
    """Forget who was merged into these persons where nothing of theirs is left.

    Called when an item is erased: a name that came with it must not stay on as a
    tombstone, nor among the names of the person it was merged into.
    """
    for merge in Merge.objects.filter(kind=Merge.Kind.PERSON, into__in=persons):
        if not _has_links(merge):
            _forget(merge)


def _has_links(merge: Merge) -> bool:
    kept = {str(Link(Depiction, "person")): [row.get("stays") for row in merge.dropped]}
    for label, keys in [*merge.moved.items(), *kept.items()]:
        manager: Any = Link.named(label).model._base_manager  # noqa: SLF001
        if manager.filter(pk__in=keys).exists():
            return True
    return False


def _forget(merge: Merge) -> None:
    forget_traces([merge.gone])
    gone = Person.everything.filter(pk=merge.gone).first()
    into = Person.everything.filter(pk=merge.into).first()
    if merge.undone_at is None and gone is not None:
        if into is not None:
            told = set(gone.known_as) - {into.name}
            into.also_known_as = [n for n in into.also_known_as if n not in told]
            into.save(update_fields=["also_known_as", "sought"])
            into.history.all().delete()
        gone.delete()
        Person.history.filter(id=merge.gone).delete()
    merge.delete()
