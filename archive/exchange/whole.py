"""The whole archive as data: every field, relation and order, and the originals.

One zip with `archive.json` and `originals/<sha256>`, or the JSON alone. What can be
made again (renditions, counts, the index) is left out, and so is what belongs to this
house alone (who may sign in, public addresses of files).
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

from django.db import models, transaction
from django.utils import timezone

from accounts.models import User
from archive import images, intake
from archive.actions.ending import save
from archive.exchange.pictures import Pictures
from archive.models import (
    Accession,
    AnchorAnswer,
    Collection,
    DatingAnchor,
    Depiction,
    Edition,
    Item,
    Media,
    Person,
    Photographer,
    Place,
    Relation,
    Story,
    StoryTranslation,
    Subject,
)
from archive.signals import item_changed

VERSION = 1
# In an order in which nothing points to what comes later.
NOUNS: tuple[type[models.Model], ...] = (
    *(Place, Subject, Collection, Photographer, Person, DatingAnchor, Accession),
    *(Item, Media, Depiction, Relation, AnchorAnswer, Story, StoryTranslation),
)
NAMES = {noun.__name__.lower(): noun for noun in NOUNS}
LEFT_OUT = {
    "media": {
        *("original", "renditions", "folder", "public_token", "state", "problem"),
        *("attempts", "opened_at", "dhash", "colour", "kind", "mime"),
        *("width", "height", "recorded", "duration", "peaks"),
    }
}
POINTERS = (models.ForeignKey, models.OneToOneField)


class NotEmpty(Exception):
    """A whole archive can only be brought into an empty one."""


class NotOurs(Exception):
    """The file is not a whole archive of ours."""


def write(path: Path) -> int:
    """Write the whole archive; returns the number of items.

    A path that ends with .json gets the data alone, any other a zip with the originals,
    stored as they are: photographs do not grow smaller by packing.
    """
    if path.suffix == ".json":
        with path.open("wb") as file:
            _write_data(file)
        return Item.objects.count()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED, allowZip64=True) as packed:
        with packed.open("archive.json", "w", force_zip64=True) as file:
            _write_data(file)
        seen = set()
        for media in Media.objects.exclude(original=None).select_related("original"):
            if media.sha256 not in seen:
                packed.write(images.original_path(media), f"originals/{media.sha256}")
                seen.add(media.sha256)
    return Item.objects.count()


def data() -> dict[str, list[dict[str, Any]]]:
    """Everything as plain data, by noun."""
    return {name: list(_rows(noun)) for name, noun in NAMES.items()}


def _write_data(file: IO[bytes]) -> None:
    """One row a line, so that a large archive never stands in memory whole."""
    file.write(b'{"ankomst": %d' % VERSION)
    for name, noun in NAMES.items():
        file.write(f',\n"{name}": ['.encode())
        comma = "\n"
        for row in _rows(noun):
            file.write(
                f"{comma}{json.dumps(row, ensure_ascii=False, default=str)}".encode()
            )
            comma = ",\n"
        file.write(b"\n]")
    file.write(b"\n}\n")


def _rows(noun: type[models.Model]) -> Iterator[dict[str, Any]]:
    pointers = [field.name for field in _fields(noun) if isinstance(field, POINTERS)]
    rows = noun._default_manager.select_related(*pointers).order_by("pk")  # noqa: SLF001
    if noun is Item:
        rows = rows.prefetch_related("subjects")
    for row in rows.iterator(chunk_size=500):
        told = {field.name: _value(row, field) for field in _fields(noun)}
        if isinstance(row, Item):
            told["subjects"] = _subjects(row)
        yield {"id": row.pk, **told}


def _subjects(item: Item) -> list[int]:
    rows = Item.subjects.through.objects.filter(item=item).order_by("pk")
    return list(rows.values_list("subject_id", flat=True))


def _fields(noun: type[models.Model]) -> list[models.Field[Any, Any]]:
    """The fields that are told; a pointer is told by the other row's id in the file."""
    left_out = LEFT_OUT.get(noun.__name__.lower(), set())
    return [
        field
        for field in noun._meta.concrete_fields  # noqa: SLF001
        if not field.primary_key and field.name not in left_out and _is_told(field)
    ]


def _is_told(field: models.Field[Any, Any]) -> bool:
    return not isinstance(field, POINTERS) or field.related_model in NOUNS


def _value(row: models.Model, field: models.Field[Any, Any]) -> Any:
    value = getattr(row, field.attname)
    return value if isinstance(value, (dict, list)) else field.get_prep_value(value)


def read(
    path: Path, *, originals: Path | None = None, by: User | None = None
) -> tuple[int, int]:
    """Bring a whole archive into this empty one, in one transaction.

    `originals` is a folder or zip for data that came without its own. Files go through
    intake like any others, and the darkroom opens them afterwards. Returns the number
    of items, and of files whose original was not there. Raises NotEmpty or NotOurs;
    then nothing has changed.
    """
    if Item.objects.exists():
        raise NotEmpty
    told = _told(path)
    place = originals or (path if zipfile.is_zipfile(path) else None)
    with ExitStack() as stored:
        with transaction.atomic():
            newcomers = _Newcomers(Pictures(place), by, stored)
            newcomers.bring(told)
        stored.pop_all()
    return Item.objects.count(), newcomers.missing


def _told(path: Path) -> dict[str, Any]:
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                told = json.loads(packed.read("archive.json"))
        else:
            told = json.loads(path.read_bytes())
    except (KeyError, ValueError) as error:
        raise NotOurs from error
    if not isinstance(told, dict) or told.get("ankomst") != VERSION:
        raise NotOurs
    return told


class _Newcomers:
    """Rows on their way in: what was called what there, and is what here."""

    def __init__(self, originals: Pictures, by: User | None, stored: ExitStack) -> None:
        self.originals = originals
        self.by = by
        self.stored = stored
        self.missing = 0
        self.here: dict[type[models.Model], dict[int, models.Model]] = {}

    def bring(self, told: dict[str, Any]) -> None:
        for name, noun in NAMES.items():
            self.here[noun] = {}
            later = []
            for row in told.get(name, []):
                made = self.make(noun, row)
                self.here[noun][row["id"]] = made
                later.append((made, row))
            for made, row in later:
                self.point_to_own_kind(made, row)
        for item in Item.objects.all():
            item_changed.send(Item, item=item)
        Edition.bump()

    def make(self, noun: type[models.Model], told: dict[str, Any]) -> models.Model:
        facts = {}
        for field in _fields(noun):
            if isinstance(field, POINTERS):
                if field.related_model is not noun:
                    facts[field.name] = self.other(field, told.get(field.name))
            elif field.name in told:
                facts[field.name] = field.to_python(told[field.name])
        if noun is Media:
            return self.file(facts)
        row = noun(**facts)
        if isinstance(row, Item):
            return self.item(row, told)
        row.save()
        return row

    def other(self, field: Any, key: int | None) -> models.Model | None:
        return self.here[field.related_model][key] if key is not None else None

    def point_to_own_kind(self, row: models.Model, told: dict[str, Any]) -> None:
        """A place lies in a place: set when both are here."""
        own = [
            field
            for field in _fields(type(row))
            if isinstance(field, POINTERS) and field.related_model is type(row)
        ]
        for field in own:
            if told.get(field.name) is not None:
                setattr(row, field.name, self.other(field, told[field.name]))
        if own:
            row.save()

    def item(self, row: Item, told: dict[str, Any]) -> Item:
        version, changed_at = row.version, row.changed_at
        save(row, by=self.by, reason="import", at=timezone.now())
        Item.objects.filter(pk=row.pk).update(version=version, changed_at=changed_at)
        Item.subjects.through.objects.bulk_create(
            Item.subjects.through(item=row, subject_id=self.here[Subject][key].pk)
            for key in told.get("subjects", [])
        )
        return row

    def file(self, facts: dict[str, Any]) -> Media:
        """A file with its original, through intake; one without is a row that says so."""
        if not self.originals.has(facts["sha256"]):
            self.missing += 1
            made = Media(**facts, state=Media.State.NEEDS_PERSON, problem="missing")
            made.save()
            return made
        with self.originals.open(facts["sha256"]) as file:
            file.name = facts["name"]
            made = intake.receive(file)
        if made.original is not None:
            self.stored.callback(images.forget_original, made.original)
        if made.sha256 != facts["sha256"]:
            raise NotOurs
        for field, value in facts.items():
            setattr(made, field, value)
        made.save()
        return made
