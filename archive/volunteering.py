"""What is given to volunteers, and what they suggest until somebody has answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from accounts.models import User
from archive import actions, beside, dates
from archive.beside import Beside, Seen
from archive.models import Assignment, Item, Person, Place, Suggestion
from archive.naming import slug_for

Field = Suggestion.Field
State = Suggestion.State


@transaction.atomic
def give(items: Iterable[Item], *, to: User, by: User) -> list[Assignment]:
    """Give items to a volunteer. Given twice is given once."""
    return [
        Assignment.objects.get_or_create(
            item=item, volunteer=to, returned_at=None, defaults={"by": by}
        )[0]
        for item in items
    ]


def give_back(assignment: Assignment) -> None:
    """Return an item to the archive; what was suggested stays."""
    open_still = Assignment.objects.open().filter(pk=assignment.pk)
    open_still.update(returned_at=timezone.now())


def give_everything_back(person: User) -> int:
    """Return all that somebody has: they go on leave, or do something else now."""
    theirs = Assignment.objects.open().filter(volunteer=person)
    return theirs.update(returned_at=timezone.now())


@transaction.atomic
def suggest(item: Item, *, words: Mapping[str, str], by: User) -> list[Suggestion]:
    """Keep what a volunteer would write, field by field; the card is not touched.

    A newer suggestion for a field takes the place of their own that still waits. An
    emptied field takes the suggestion back, and what stands there already is none.
    """
    kept = []
    for field, typed in words.items():
        waiting = item.suggestions.filter(by=by, field=field, state=State.WAITING)
        if not typed or typed == standing(item, field):
            waiting.delete()
            continue
        row = waiting.first() or Suggestion(item=item, by=by, field=Field(field))
        if row.words != typed:
            row.words, row.made_at = typed, timezone.now()
            row.save()
        kept.append(row)
    return kept


@transaction.atomic
def accept(suggestion: Suggestion, *, by: User) -> Suggestion:
    """Write a suggestion on the card, in the archivist's name and as the volunteer's words.

    Answered once: a second click, or a colleague's, changes nothing.
    """
    item = Item.objects.select_for_update().get(pk=suggestion.item_id)
    current = _waiting(suggestion)  # the item first: erasing takes them in that order
    if current is None:
        return suggestion
    changes, persons = _as_changes(item, current)
    actions.describe(
        item,
        version=item.version,
        changes=changes,
        also=Beside(persons=persons, origin="volunteer"),
        by=by,
    )
    return _answer(current, State.ACCEPTED, by)


@transaction.atomic
def decline(suggestion: Suggestion, *, by: User) -> Suggestion:
    """Leave the card as it is; the volunteer sees that it was read."""
    current = _waiting(suggestion)
    return suggestion if current is None else _answer(current, State.DECLINED, by)


def standing(item: Item, field: str) -> str:
    """What stands on the card in this field now."""
    if field == Field.PLACE:
        return item.place.name if item.place else ""
    if field == Field.PERSON:
        return ""
    return str(getattr(item, field))


def _waiting(suggestion: Suggestion) -> Suggestion | None:
    known = Suggestion.objects.select_for_update().filter(pk=suggestion.pk)
    return known.filter(state=State.WAITING).select_related("by").first()


def _answer(suggestion: Suggestion, state: str, by: User) -> Suggestion:
    suggestion.state, suggestion.answered_by = state, by
    suggestion.answered_at = timezone.now()
    suggestion.save(update_fields=["state", "answered_by", "answered_at"])
    return suggestion


def _as_changes(
    item: Item, suggestion: Suggestion
) -> tuple[dict[str, Any], list[Seen] | None]:
    words = suggestion.words
    if suggestion.field == Field.DATE:
        return _date(item, words, suggestion.by.language), None
    if suggestion.field == Field.PLACE:
        known = Place.objects.filter(name__iexact=words).first()
        place = known or Place(name=words, slug=slug_for(Place, words))
        return {"place": place, "is_place_unknown": False}, None
    if suggestion.field == Field.PERSON:
        seen = Seen(words, Person.Living.UNKNOWN)
        return {}, [*beside.as_now(item), seen]
    return {suggestion.field: words}, None


def _date(item: Item, words: str, language: str) -> dict[str, Any]:
    """The words, and the days they mean where they are understood."""
    spoken = language or get_language() or "da"
    date = dates.read(words, spoken)
    basis = getattr(Item.DateBasis, "VOLUNTEER", Item.DateBasis.ARCHIVIST)
    return {
        "date_told": words,
        "date_language": spoken,
        "date_edtf": date.edtf if date else "",
        "earliest": date.earliest if date else None,
        "latest": date.latest if date else None,
        "date_basis": basis if date else "",
        "is_date_unknown": item.is_date_unknown and date is None,
    }
