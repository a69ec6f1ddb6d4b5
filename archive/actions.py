"""The deeds of the archive: each one transaction, with history, and whole."""

from __future__ import annotations

import datetime as dt
import re
import secrets
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db import models, transaction
from django.db.models import Max
from django.utils import timezone

from accounts.models import User
from archive import beside, dates, depicting, images
from archive.beside import Beside
from archive.models import Accession, Edition, Item, Media, Person, Story, Subject
from archive.permissions import Answer, Missing, Use, missing_for_publication
from archive.signals import (
    item_changed,
    item_published,
    item_withdrawn,
    picture_turned,
)

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
    "material",
    "photographer",
    "photographer_kind",
    "rights_basis",
    "credit",
    "restriction",
    "restricted_until",
    "restriction_note",
    "are_names_hidden",
    "first_names_only",
)

# Where the archive writes the giver's name by itself.
NAMES_GIVER = ("credit", "photographer")

# A living person without a yes is simply not named in public, and a closed item opens
# by itself on its day: neither takes a published picture down for good.
LIVES_WITH = {Missing.PERSONS, Missing.RESTRICTED, Missing.PICTURE}


class CannotPublish(Exception):
    """The item may not be published; `.answer` says everything that is missing."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(", ".join(answer.missing))
        self.answer = answer


class ChangedMeanwhile(Exception):
    """Somebody else saved first; `.theirs` is the item as they left it."""

    def __init__(self, theirs: Item) -> None:
        super().__init__(str(theirs))
        self.theirs = theirs


@transaction.atomic
def register(
    media: Collection[Media], *, accession: Accession, by: User | None, **facts: Any
) -> Item:
    """Take files into the archive as a new, still unpublished item with a number.

    `facts` are fields of the item as first known (title, date_told, place_told …);
    a told date is read at once and kept as told. A date that comes as EDTF is taken.
    """
    last = Item.objects.aggregate(last=Max("number"))["last"] or 0
    item = Item(number=last + 1, accession=accession, **facts)
    read_told_date(item, basis=Item.DateBasis.FAMILY, meant=item.date_edtf)
    _save(item, by=by, reason="register")
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
def tell(item: Item, *, text: str, language: str, teller: str) -> Story:
    """Keep somebody's story about an item, in their words, which nobody edits."""
    return Story.objects.create(
        item=item, text=text, language=language or "da", teller=teller
    )


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
    _write(current, changes, subjects=subjects, also=also, by=by, reason="describe")
    return current


@transaction.atomic
def revert(item: Item, *, to: int, version: int, by: User) -> Item:
    """Describe the item as it stood in an earlier entry of its history.

    `to` is the entry's history_id. This is a new change beside the old ones. Consent,
    publication and files stay as they are now. Raises ChangedMeanwhile as describe().
    """
    current = _unchanged_since(item, version)
    entry = Item.history.get(id=current.pk, history_id=to)
    changes = {field: getattr(entry.instance, field) for field in DESCRIBED}
    ordered = entry.subjects.order_by("id").values_list("subject_id", flat=True)
    known = Subject.objects.in_bulk(list(ordered))
    _write(
        current,
        changes,
        subjects=[known[pk] for pk in ordered if pk in known],
        also=beside.as_of(current, entry.history_date),
        by=by,
        reason="revert",
    )
    return current


@transaction.atomic
def publish(item: Item, *, publication: str, by: User) -> Item:
    """Let everybody see the item, with its picture or without.

    Raises CannotPublish with every missing thing at once. The row is read again
    inside the transaction, so a withdrawal that came first always wins.
    """
    current = Item.objects.select_for_update().get(pk=item.pk)
    if publication == Item.Publication.NOT:
        return unpublish(current, by=by)
    answer = missing_for_publication(current)
    if not answer:
        raise CannotPublish(answer)
    current.publication = publication
    current.published_at = current.published_at or timezone.now()
    _give_public_addresses(current)
    _save(current, by=by, reason="publish")
    item_published.send(Item, item=current)
    item_changed.send(Item, item=current)
    return current


@transaction.atomic
def unpublish(item: Item, *, by: User | None) -> Item:
    """Take the item out of the reading room without the family having asked."""
    current = Item.objects.select_for_update().get(pk=item.pk)
    _close(current)
    _save(current, by=by, reason="unpublish")
    item_changed.send(Item, item=current)
    return current


@transaction.atomic
def withdraw(item: Item, *, by: User | None) -> Item:
    """Take the item down everywhere, now. Only a new consent can bring it back.

    `by` is None when the family does it themselves. Doing it twice does no harm.
    """
    current = Item.objects.select_for_update().get(pk=item.pk)
    if not current.is_withdrawn:
        current.withdrawn_at = timezone.now()
        current.permitted_uses = []
        _close(current)
        _save(current, by=by, reason="withdraw")
        item_withdrawn.send(Item, item=current)
        item_changed.send(Item, item=current)
    return current


@transaction.atomic
def permit(item: Item, *, uses: Collection[str], by: User | None) -> Item:
    """Write the family's newest permission on the item.

    A yes after a withdrawal lifts it (the item stays unpublished); losing the web
    takes the item out of the reading room at once.
    """
    current = Item.objects.select_for_update().get(pk=item.pk)
    current.permitted_uses = sorted(set(uses))
    if Use.WEB in uses:
        current.withdrawn_at = None
    elif current.is_published:
        _close(current)
    _save(current, by=by, reason="permit")
    item_changed.send(Item, item=current)
    return current


@transaction.atomic
def name_as(
    item: Item, *, hidden: bool, first_names_only: bool, by: User | None
) -> Item:
    """Hide the names in a picture, or shorten them, at once and with an entry of it."""
    current = Item.objects.select_for_update().get(pk=item.pk)
    if (current.are_names_hidden, current.first_names_only) != (
        hidden,
        first_names_only,
    ):
        current.are_names_hidden = hidden
        current.first_names_only = first_names_only
        _save(current, by=by, reason="names")
        item_changed.send(Item, item=current)
    return current


@transaction.atomic
def credit_as(item: Item, *, before: str, after: str, by: User | None) -> Item:
    """Name the giver otherwise wherever the archive wrote their name on the item.

    Their own words are not touched, and neither is what a curator has written.
    """
    current = Item.objects.select_for_update().get(pk=item.pk)
    whole_name = re.compile(rf"(?<!\w){re.escape(before)}(?!\w)")
    named = [each for each in NAMES_GIVER if whole_name.search(getattr(current, each))]
    tellings = current.stories.filter(teller=before)
    journal = Accession.objects.filter(items=current, giver=before)
    stands = named or tellings.exists() or journal.exists()
    if before and before != after and stands:
        for field in named:
            words = whole_name.sub(lambda _found: after, getattr(current, field))
            setattr(current, field, words)
        tellings.update(teller=after)
        journal.update(giver=after)
        _save(current, by=by, reason="names")
        item_changed.send(Item, item=current)
    return current


@transaction.atomic
def hide_place(item: Item, *, by: User | None) -> Item:
    """Show nobody where the picture is from; the archive keeps it for itself."""
    current = Item.objects.select_for_update().get(pk=item.pk)
    if not current.is_place_hidden:
        current.is_place_hidden = True
        _keep_place_hidden(current)
        _save(current, by=by, reason="place")
        item_changed.send(Item, item=current)
    return current


@transaction.atomic
def show_place(item: Item, *, place_told: str, by: User | None) -> Item:
    """Undo hide_place: the place as the archive knows it, and as it was told."""
    current = Item.objects.select_for_update().get(pk=item.pk)
    if current.is_place_hidden:
        current.is_place_hidden = False
        current.place, current.hidden_place = current.hidden_place, None
        current.place_told = place_told
        if current.place is None and not current.is_place_unknown:
            _close(current)
        _save(current, by=by, reason="place")
        item_changed.send(Item, item=current)
    return current


@transaction.atomic
def recognise(item: Item, *, name: str, may_be_named: bool, by: User) -> Item:
    """Write down who somebody in the picture is, beside those already known."""
    seen = beside.Seen(name, Person.Living.YES, may_be_named=may_be_named)
    also = Beside([*beside.as_now(item), seen])
    return describe(item, version=item.version, changes={}, also=also, by=by)


@transaction.atomic
def lay_away(item: Item, *, by: User, because: str = "") -> Item:
    """Put the item aside: nothing is deleted, everything can come back."""
    current = Item.objects.select_for_update().get(pk=item.pk)
    current.laid_away_at = timezone.now()
    current.laid_away_because = because
    _close(current)
    _save(current, by=by, reason="lay away")
    item_changed.send(Item, item=current)
    return current


def turn(media: Media, degrees: int) -> Media:
    """Turn a picture clockwise for everybody; the original is not touched.

    Whoever is pointed at in it turns with it.
    """
    images.turn(media, degrees)
    with transaction.atomic():
        Edition.bump()
        depicting.turn_points(media, degrees)
        picture_turned.send(Media, media=media, degrees=degrees)
        if media.item is not None:
            item_changed.send(Item, item=media.item)
    return media


def _unchanged_since(item: Item, version: int) -> Item:
    current = Item.objects.select_for_update().get(pk=item.pk)
    if current.version != version:
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
    at = timezone.now()
    for field, value in changes.items():
        if isinstance(value, models.Model) and value.pk is None:
            value.save()
        setattr(item, field, value)
    if item.is_place_hidden:
        _keep_place_hidden(item)
    if subjects is not None:
        _hang_subjects(item, subjects)
    touched = beside.write(item, also, by=by, at=at) if also else []
    if item.is_published and set(missing_for_publication(item).missing) - LIVES_WITH:
        _close(item)
    _save(item, by=by, reason=reason, at=at)
    for changed in [item, *touched]:
        item_changed.send(Item, item=changed)


def _hang_subjects(item: Item, subjects: Sequence[Subject]) -> None:
    """Keep the headings in this order, the most important first.

    Written past the signals of the relation, so that one deed is one entry of history:
    the item is saved right after, and its entry copies these rows.
    """
    rows = Item.subjects.through.objects.filter(item=item)
    wanted = list(dict.fromkeys(subject.pk for subject in subjects))
    if list(rows.order_by("pk").values_list("subject_id", flat=True)) == wanted:
        return
    rows.delete()
    Item.subjects.through.objects.bulk_create(
        [Item.subjects.through(item=item, subject_id=pk) for pk in wanted]
    )


def _keep_place_hidden(item: Item) -> None:
    """Whatever place is written on it is for us only: every page reads the others."""
    item.hidden_place = item.place or item.hidden_place
    item.place = None
    item.place_told = ""


def _close(item: Item) -> None:
    item.publication = Item.Publication.NOT
    _take_public_addresses(item)


def _save(
    item: Item, *, by: User | None, reason: str, at: dt.datetime | None = None
) -> None:
    item.version = item.version + 1 if item.pk else 1
    item.changed_at = at or timezone.now()
    beside.sign(item, by=by, reason=reason, at=item.changed_at)
    item.save()
    Edition.bump()


def _give_public_addresses(item: Item) -> None:
    for media in item.media.all():
        if media.public_token is None:
            media.public_token = secrets.token_urlsafe(24)
            media.save(update_fields=["public_token"])


def _take_public_addresses(item: Item) -> None:
    item.media.update(public_token=None)
