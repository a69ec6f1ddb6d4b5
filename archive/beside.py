"""What is written beside an item when it is described: persons, translated stories.

Part of the deeds in actions.py; everything here runs inside their transaction.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import models

from accounts.models import User
from archive.models import (
    Depiction,
    Item,
    Person,
    Relation,
    Story,
    StoryTranslation,
)
from archive.naming import slug_for
from archive.signals import person_recognised


@dataclass(frozen=True)
class Seen:
    """A person in the picture, as the desk writes them; `depiction` is a known row."""

    name: str
    living: str = Person.Living.UNKNOWN
    is_name_hidden: bool = False
    may_be_named: bool = False
    depiction: int | None = None
    x: float | None = None
    y: float | None = None


@dataclass(frozen=True)
class Translated:
    """A story in another language; without text the translation is taken away."""

    story: int
    language: str
    text: str
    translator: str


@dataclass(frozen=True)
class Transcribed:
    """What a voice says, written down, and by whom."""

    story: int
    text: str
    transcriber: str


@dataclass(frozen=True)
class Related:
    """Another item, by its key, and how the two belong together."""

    other: int
    kind: str = Relation.Kind.OTHER


@dataclass(frozen=True)
class Beside:
    """What to write beside the item's own fields; None is no change.

    `persons` and `relations` are all there are; `origin` is whose words these are,
    where they are not those of the person who writes them down; `reason` is what the
    deed is called in the history.
    """

    persons: Sequence[Seen] | None = None
    translations: Sequence[Translated] = ()
    transcripts: Sequence[Transcribed] = ()
    relations: Sequence[Related] | None = None
    origin: str = ""
    reason: str = "describe"


@dataclass(frozen=True)
class Signature:
    """Who does this, and when: the same on every row of one deed."""

    by: User | None
    at: dt.datetime
    reason: str = "describe"


def sign(row: models.Model, *, by: User | None, reason: str, at: dt.datetime) -> None:
    """Say who changes a row, and when: simple-history's documented way in."""
    signed: Any = row
    signed._history_user = by  # noqa: SLF001
    signed._history_date = at  # noqa: SLF001
    signed._change_reason = reason  # noqa: SLF001


def write(item: Item, also: Beside, signature: Signature) -> list[Item]:
    """Write all of it; returns other items that a changed person is seen in."""
    for transcribed in also.transcripts:
        _transcribe(item, transcribed, signature)
    for translated in also.translations:
        _translate(item, translated, signature)
    if also.persons is None:
        return []
    changed = _set_persons(item, also.persons, signature)
    return list(
        Item.objects.filter(depictions__person__in=changed)
        .exclude(pk=item.pk)
        .distinct()
    )


def as_now(item: Item) -> list[Seen]:
    """The persons as they stand now, to write somebody beside them."""
    return [
        Seen(
            name=depiction.person.name,
            living=depiction.person.living,
            is_name_hidden=depiction.person.is_name_hidden,
            may_be_named=depiction.may_be_named,
            depiction=depiction.pk,
            x=depiction.x,
            y=depiction.y,
        )
        for depiction in item.depictions.select_related("person")
    ]


def with_one_more(item: Item, name: str, **facts: Any) -> list[Seen]:
    """Those who are seen now, and somebody named by others than an archivist.

    Who is known by that name stays as they are known: living or dead, hidden or not.
    Somebody who is in the picture already is not put there again.
    """
    now, known = as_now(item), Person.objects.called(name)
    if known is None:
        return [*now, Seen(name, **facts)]
    there = item.depictions.filter(person=known).values_list("pk", flat=True)
    if there:
        return [
            replace(each, **facts) if each.depiction in there else each for each in now
        ]
    kept: dict[str, Any] = {
        "living": known.living,
        "is_name_hidden": known.is_name_hidden,
    }
    return [*now, Seen(known.name, **(kept | facts))]


def as_of(item: Item, at: dt.datetime) -> Beside:
    """Persons and stories as they stood when an entry of history was written."""
    then = Depiction.history.as_of(at).filter(item=item)
    persons = [
        _seen_then(depiction)
        for depiction in then
        if Person.everything.filter(pk=depiction.person_id).exists()
    ]
    former = {
        (row.story_id, row.language): row
        for row in StoryTranslation.history.as_of(at).filter(story__item=item)
    }
    now = StoryTranslation.objects.filter(story__item=item)
    keys = {*former, *now.values_list("story_id", "language")}
    translations = [
        Translated(
            story,
            language,
            former[story, language].text if (story, language) in former else "",
            former[story, language].translator if (story, language) in former else "",
        )
        for story, language in sorted(keys)
    ]
    transcripts = [
        Transcribed(row.id, row.transcript, row.transcriber)
        for row in Story.history.as_of(at).filter(item=item, sound__isnull=False)
        if Story.objects.filter(pk=row.id).exists()
    ]
    return Beside(persons, translations, transcripts)


def _transcribe(item: Item, new: Transcribed, signature: Signature) -> None:
    story = item.stories.get(pk=new.story)
    _update(
        story,
        signature,
        transcript=new.text.strip(),
        transcriber=new.transcriber if new.text.strip() else "",
    )


def _seen_then(depiction: Depiction) -> Seen:
    """Who was seen; somebody who was merged into another is the other."""
    person = depiction.person.standing
    return Seen(
        name=person.name,
        living=person.living,
        is_name_hidden=person.is_name_hidden,
        may_be_named=depiction.may_be_named,
        depiction=depiction.pk,
        x=depiction.x,
        y=depiction.y,
    )


def _translate(item: Item, new: Translated, signature: Signature) -> None:
    story = item.stories.get(pk=new.story)
    row = story.translations.filter(language=new.language).first()
    if not new.text.strip():
        if row is not None:
            _signed(row, signature).delete()
        return
    row = row or StoryTranslation(story=story, language=new.language)
    _update(row, signature, text=new.text, translator=new.translator)


def _set_persons(
    item: Item, persons: Sequence[Seen], signature: Signature
) -> list[Person]:
    known = {row.pk: row for row in item.depictions.select_related("person")}
    kept: dict[int, Depiction] = {}
    changed = []
    for seen in persons:
        row = known.get(seen.depiction or 0) or Depiction(item=item)
        person = _person(seen, row.person if row.pk else None)
        if _update(
            person, signature, living=seen.living, is_name_hidden=seen.is_name_hidden
        ):
            changed.append(person)
        row = next((d for d in known.values() if d.person_id == person.pk), row)
        is_new = row.pk is None
        facts = {"may_be_named": seen.may_be_named, "x": seen.x, "y": seen.y}
        _update(row, signature, person=person, **facts)
        kept[row.pk] = known[row.pk] = row
        if is_new:
            person_recognised.send(Item, item=item, person=person)
    for pk, row in known.items():
        if pk not in kept:
            _signed(row, signature).delete()
    return changed


def _person(seen: Seen, former: Person | None) -> Person:
    """The person of that name: the one known here, one known elsewhere, or a new one.

    Correcting a name corrects the person, unless they are seen in other pictures too:
    then another name means somebody else.
    """
    if former is not None and former.name == seen.name:
        return former
    namesake = Person.objects.called(seen.name)
    if namesake is not None and namesake != former:
        return namesake
    if former is not None and former.depictions.count() == 1:
        former.name = seen.name
        return former
    return namesake or Person(name=seen.name, slug=slug_for(Person, seen.name))


def _update(row: Any, signature: Signature, **facts: Any) -> bool:
    """Save a row if it is new or differs from what is kept; says whether it was."""
    for field, value in facts.items():
        setattr(row, field, value)
    stored = type(row).objects.filter(pk=row.pk).first() if row.pk else None
    fields = [field.attname for field in row._meta.concrete_fields]  # noqa: SLF001
    if stored and all(getattr(stored, each) == getattr(row, each) for each in fields):
        return False
    _signed(row, signature).save()
    return True


def _signed(row: Any, signature: Signature) -> Any:
    sign(row, by=signature.by, at=signature.at, reason=signature.reason)
    return row
