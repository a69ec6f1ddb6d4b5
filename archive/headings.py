"""The list of subjects as the desk types them: “bil; bolig; hverdag”."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import F

from archive.models import Item, Subject

BETWEEN = re.compile(r"[;,،؛\n]")


def said_subjects(subjects: Iterable[Subject]) -> str:
    """The headings in the reader's language, the most important first."""
    return "; ".join(subject.label for subject in subjects)


def headings_in(words: str) -> tuple[list[Subject], list[str]]:
    """The headings that are named, in any language and in order and the rest."""
    known: dict[str, Subject] = {}
    headings = Subject.everything.select_related("merged_into")
    for subject in headings.order_by(F("merged_into").asc(nulls_first=True)):
        for label in [subject.slug, *subject.labels.values()]:
            known.setdefault(str(label).casefold(), subject.standing)
    found: dict[int, Subject] = {}
    strange = []
    for word in (each.strip() for each in BETWEEN.split(words)):
        if word and word.casefold() in known:
            subject = known[word.casefold()]
            found[subject.pk] = subject
        elif word:
            strange.append(word)
    return list(found.values()), strange


def in_order(item: Item) -> list[Subject]:
    """An item's subjects as they were hung, the most important first."""
    rows = Item.subjects.through.objects.filter(item=item).select_related("subject")
    return [row.subject for row in rows.order_by("pk")]


def hung_on(items: Iterable[Item]) -> dict[int, list[int]]:
    """The keys of each item's subjects, the most important first; in one query."""
    found: dict[int, list[int]] = defaultdict(list)
    rows = Item.subjects.through.objects.filter(item__in=list(items)).order_by("pk")
    for item, subject in rows.values_list("item_id", "subject_id"):
        found[item].append(subject)
    return found


def hang_on(wanted: Mapping[int, Sequence[int]]) -> None:
    """Give items (by key) these subjects (by key) in this order, and no others."""
    through: Any = Item.subjects.through
    through.objects.filter(item_id__in=list(wanted)).delete()
    through.objects.bulk_create(
        through(item_id=item, subject_id=subject)
        for item, subjects in wanted.items()
        for subject in subjects
    )
