"""Taking items in, describing them, and putting a description back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db import models, transaction
from django.db.models import Max
from django.utils import timezone

from accounts.models import User
from archive import beside, dates, origins, related
from archive.actions.ending import close, save
from archive.beside import Beside, Related, Signature, Transcribed
from archive.models import (
    Accession,
    Authority,
    Item,
    Media,
    Origin,
    Person,
    Story,
    Subject,
)
from archive.permissions import ends_publication
from archive.signals import item_changed

# What the desk describes. Consent, publication and numbers have deeds of their own and
# are never put back by a revert.
DESCRIBED = (
    "language",
    "title",
    "seen",
    "remarks",
    "internal_note",
    "alt_text",
    "translations",
    "date_told",
    "date_language",
    "date_edtf",
    "earliest",
    "latest",
    "date_basis",
    "date_note",
    "is_date_unknown",
    "place",
    "place_told",
    "is_place_unknown",
    "latitude",
    "longitude",
    "precision",
    "dk5",
    "keywords",
    "collection",
    "height_mm",
    "width_mm",
    "material",
    "held_as",
    "back_text",
    "negative_number",
    "special_number",
    "shelf",
    "photographer",
    "photographed_by",
    "photographer_kind",
    "rights_basis",
    "credit",
    "restriction",
    "restricted_until",
    "restriction_note",
    "origins",
    "are_names_hidden",
    "first_names_only",
)


class ChangedMeanwhile(Exception):
    """Somebody else saved first; `.theirs` is the item as they left it."""

    def __init__(self, theirs: Item) -> None:
        super().__init__(str(theirs))
        self.theirs = theirs


@transaction.atomic
def register(
    media: Collection[Media],
    *,
    accession: Accession,
    by: User | None,
    origin: str = Origin.FAMILY,
    reason: str = "register",
    **facts: Any,
) -> Item:
    """Take files into the archive as a new, still unpublished item with a number.

    `facts` are fields of the item as first known (title, date_told, place_told …),
    and `origin` is whose words they are; a told date is read at once and kept as told.
    A date that comes as EDTF is taken. `reason` is the deed's name in the history.
    """
    last = Item.objects.aggregate(last=Max("number"))["last"] or 0
    item = Item(number=last + 1, accession=accession, **facts)
    is_told = origin == Origin.FAMILY
    basis = Item.DateBasis.FAMILY if is_told else Item.DateBasis.ARCHIVIST
    read_told_date(item, basis=basis, meant=item.date_edtf)
    origins.note(item, [*facts, "date"], origin)
    if is_told:  # families send no titles: those are given at the desk
        origins.note(item, ["title"], origins.origin_of(by))
    save(item, by=by, reason=reason)
    for position, each in enumerate(media):
        each.item = item
        each.position = position
        each.save(update_fields=["item", "position"])
    return item


def read_told_date(item: Item, *, basis: str, meant: str = "") -> None:
    """Read the date as told into EDTF, earliest and latest; never guess.

    Words that are not understood stay as they are, and the item stays undated. Where
    they can mean two things, `meant` is the one the teller chose, as EDTF.
    """
    date = dates.from_edtf(meant)
    if date is None and item.date_told:
        date = dates.read(item.date_told, item.date_language)
    item.date_edtf = date.edtf if date else ""
    item.earliest = date.earliest if date else None
    item.latest = date.latest if date else None
    item.date_basis = basis if date else ""


@transaction.atomic
def tell(
    item: Item,
    *,
    language: str,
    teller: str,
    text: str = "",
    sound: Media | None = None,
) -> Story:
    """Keep somebody's story, in their words or in their voice; nobody edits either."""
    return Story.objects.create(
        item=item, text=text, sound=sound, language=language or "da", teller=teller
    )


@transaction.atomic
def transcribe(story: Story, *, text: str, transcriber: str, by: User | None) -> Story:
    """Write down what a voice says, beside it, with who did."""
    at = timezone.now()
    also = Beside(transcripts=[Transcribed(story.pk, text, transcriber)])
    item = Item.objects.select_for_update().get(pk=story.item_id)
    beside.write(item, also, Signature(by, at))
    save(item, by=by, reason="describe", at=at)
    item_changed.send(Item, item=item)
    return story


@transaction.atomic
def describe(
    item: Item,
    *,
    version: int,
    changes: Mapping[str, Any],
    subjects: Sequence[Subject] | None = None,
    also: Beside | None = None,
    by: User,
) -> Item:
    """Save what an archivist wrote, with who and when in the history.

    `version` is the item's version when the page was opened. Raises ChangedMeanwhile
    when somebody else saved in between: nothing is written then, and the page shows
    both. Subjects keep the order they are given in. A place without a key is new.
    Editing never publishes; what no longer may be public stops being so at once.
    """
    current = _unchanged_since(item, version)
    also = also or Beside()
    _write(current, changes, subjects=subjects, also=also, by=by, reason=also.reason)
    return current


@transaction.atomic
def revert(item: Item, *, to: int, version: int, by: User) -> Item:
    """Describe the item as it stood in an earlier entry of its history.

    `to` is the entry's history_id. This is a new change beside the old ones. Consent,
    publication and files stay as they are now. Raises ChangedMeanwhile as describe().
    """
    current = _unchanged_since(item, version)
    entry = Item.history.get(id=current.pk, history_id=to)
    changes = _as_it_stood(entry.instance)
    ordered = entry.subjects.order_by("id").values_list("subject_id", flat=True)
    known = Subject.everything.in_bulk(list(ordered))
    _write(
        current,
        changes,
        subjects=[known[pk].standing for pk in ordered if pk in known],
        also=replace(
            beside.as_of(current, entry.history_date),
            relations=related.as_of(current, entry.history_date),
        ),
        by=by,
        reason="revert",
    )
    return current


@transaction.atomic
def recognise(item: Item, *, name: str, may_be_named: bool, by: User) -> Item:
    """Write down who somebody in the picture is, beside those already known.

    Of what has been erased meanwhile nobody is written down.
    """
    current = Item.objects.select_for_update().get(pk=item.pk)
    if current.erased_at is not None:
        return current
    facts = {"living": Person.Living.YES, "may_be_named": may_be_named}
    also = Beside(beside.with_one_more(current, name, **facts))
    return describe(current, version=current.version, changes={}, also=also, by=by)


def _as_it_stood(then: Item) -> dict[str, Any]:
    changes = {field: _standing(getattr(then, field)) for field in DESCRIBED}
    if then.is_place_hidden:  # its place stood elsewhere, and its words nowhere
        changes["place"] = _standing(then.hidden_place)
        del changes["place_told"]
    return changes


def _standing(value: Any) -> Any:
    """What was merged into another since then is the other now."""
    return value.standing if isinstance(value, Authority) else value


def _unchanged_since(item: Item, version: int) -> Item:
    current = Item.objects.select_for_update().get(pk=item.pk)
    if current.version != version or current.erased_at is not None:
        raise ChangedMeanwhile(current)
    return current


def _write(
    item: Item,
    changes: Mapping[str, Any],
    *,
    subjects: Sequence[Subject] | None,
    also: Beside | None,
    by: User,
    reason: str,
) -> None:
    """Write a description whole: everything in it carries the same moment and name."""
    signature = Signature(by, timezone.now())
    also = also or Beside()
    changes = _hiding_place(item, changes)
    fresh = origins.changed(item, changes)
    for field, value in changes.items():
        if isinstance(value, models.Model) and value.pk is None:
            value.save()
        setattr(item, field, value)
    if subjects is not None and hang_subjects(item, subjects):
        fresh.append("subjects")
    if "origins" not in changes:
        origins.note(item, fresh, also.origin or origins.origin_of(by), signature.at)
    touched = beside.write(item, also, signature)
    if also.relations is not None:
        touched += _relate(item, also.relations, signature)
    if item.is_published and ends_publication(item):
        close(item)
    save(item, by=by, reason=reason, at=signature.at)
    for changed in [item, *touched]:
        item_changed.send(Item, item=changed)


def _hiding_place(item: Item, changes: Mapping[str, Any]) -> Mapping[str, Any]:
    """Where the place is hidden, what is written of it is for us only.

    Every page reads the other two fields.
    """
    if not item.is_place_hidden:
        return changes
    hidden = changes.get("place") or item.hidden_place
    return {**changes, "hidden_place": hidden, "place": None, "place_told": ""}


def _relate(item: Item, wanted: Sequence[Related], signature: Signature) -> list[Item]:
    """Write the relations; those at their other end get an entry of history too."""
    others = related.write(item, wanted, signature)
    for other in others:
        save(other, by=signature.by, reason="relate", at=signature.at)
    return others


def hang_subjects(item: Item, subjects: Sequence[Subject]) -> bool:
    """Keep the headings in this order, the most important first; were they others?

    Written past the signals of the relation, so that one deed is one entry of history:
    the item is saved right after, and its entry copies these rows.
    """
    rows = Item.subjects.through.objects.filter(item=item)
    wanted = list(dict.fromkeys(subject.pk for subject in subjects))
    if list(rows.order_by("pk").values_list("subject_id", flat=True)) == wanted:
        return False
    rows.delete()
    Item.subjects.through.objects.bulk_create(
        [Item.subjects.through(item=item, subject_id=pk) for pk in wanted]
    )
    return True
