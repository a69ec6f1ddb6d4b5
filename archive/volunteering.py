"""What is given to volunteers, and what they suggest until somebody has answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import User
from archive import actions, beside, dates
from archive.beside import Beside, Seen
from archive.models import Assignment, Item, Place, Suggestion
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


class CardChanged(Exception):
    """The field says something else than it did when the suggestion was read."""


@transaction.atomic
def accept(
    suggestion: Suggestion, *, by: User, words: str = "", stood: str | None = None
) -> Suggestion:
    """Write a suggestion on the card, in the archivist's name and as the volunteer's words.

    `words` are the archivist's own where they put something right first; `stood` is
    what the field said when they read it, and CardChanged is raised when it says
    something else now. Answered once: a second click, or a colleague's, changes nothing.
    """
    item = Item.objects.select_for_update().get(pk=suggestion.item_id)
    current = _waiting(suggestion)  # the item first: erasing takes them in that order
    if current is None:
        return suggestion
    if stood is not None and _plain(stood) != _plain(standing(item, current.field)):
        raise CardChanged
    written = words or current.words
    origin = "volunteer" if _plain(written) == _plain(current.words) else ""
    changes, persons = _as_changes(item, current, written)
    item = actions.describe(
        item,
        version=item.version,
        changes=changes,
        also=Beside(persons=persons, origin=origin, reason="suggestion"),
        by=by,
    )
    return _answer(current, State.ACCEPTED, by, item.changed_at)


@transaction.atomic
def decline(suggestion: Suggestion, *, by: User) -> Suggestion:
    """Leave the card as it is; the volunteer sees that it was read."""
    current = _waiting(suggestion)
    if current is None:
        return suggestion
    return _answer(current, State.DECLINED, by, timezone.now())


@transaction.atomic
def take_up_again(suggestion: Suggestion) -> Suggestion:
    """Let a suggestion that was declined wait again; a newer one stands in its place."""
    current = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    newer = Suggestion.objects.filter(
        item=current.item_id, by=current.by_id, field=current.field, state=State.WAITING
    )
    if current.state == State.DECLINED and not newer.exists():
        current.state, current.answered_by, current.answered_at = (
            State.WAITING,
            None,
            None,
        )
        current.save(update_fields=["state", "answered_by", "answered_at"])
    return current


def means(suggestion: Suggestion) -> str:
    """What a yes would do that the words alone do not say; empty for plain words."""
    words = suggestion.words
    if suggestion.field == Field.DATE:
        date = dates.read(words, suggestion.by.language or "da")
        if date is None:
            return _("Nobody can read days in it: the card would have no date.")
        said = date.say(get_language() or "da")
        return _("Is read as: %(date)s.") % {"date": said}
    if suggestion.field == Field.PLACE and Place.objects.called(words) is None:
        return _("It is not in the list of places yet, and would be added.")
    return ""


def standing(item: Item, field: str) -> str:
    """What stands on the card in this field now."""
    if field == Field.PLACE:
        return item.place.name if item.place else ""
    if field == Field.PERSON:
        return ""
    return str(getattr(item, field))


def _plain(words: str) -> str:
    """A browser sends its own ends of lines."""
    return "\n".join(words.split("\r\n")).strip()


def _waiting(suggestion: Suggestion) -> Suggestion | None:
    known = Suggestion.objects.select_for_update().filter(pk=suggestion.pk)
    return known.filter(state=State.WAITING).select_related("by").first()


def _answer(
    suggestion: Suggestion, state: str, by: User, at: dt.datetime
) -> Suggestion:
    """Answered at the moment of the entry in the item's history, which names whose it is."""
    suggestion.state, suggestion.answered_by = state, by
    suggestion.answered_at = at
    suggestion.save(update_fields=["state", "answered_by", "answered_at"])
    return suggestion


def _as_changes(
    item: Item, suggestion: Suggestion, words: str
) -> tuple[dict[str, Any], list[Seen] | None]:
    if suggestion.field == Field.DATE:
        return _date(item, words, suggestion.by.language), None
    if suggestion.field == Field.PLACE:
        place = Place.objects.called(words) or Place(
            name=words, slug=slug_for(Place, words)
        )
        return {"place": place, "is_place_unknown": False}, None
    if suggestion.field == Field.PERSON:
        return {}, beside.with_one_more(item, words)
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
