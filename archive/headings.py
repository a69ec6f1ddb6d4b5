"""The list of subjects as the desk types them: “bil; bolig; hverdag”."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
