"""A whole archive comes into a new house: all of it in one transaction, or nothing.

First the originals are laid on a table of their own, synced, where a killed process
leaves nothing that anybody takes for an archive. Then every row is written with the key
it had, in one transaction; at its end the table's folder moves among the originals, by
one rename. What a kill at that very moment leaves is cleared by the next attempt.
"""

from __future__ import annotations

import fcntl
import io
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, TextIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.color import no_style
from django.db import DataError, IntegrityError, connection, models, transaction

from accounts.models import User
from archive.exchange import nouns, stream
from archive.exchange.luggage import Luggage
from archive.exchange.nouns import Noun
from archive.exchange.whole import AT_ONCE, DATA, KEPT, VERSION, Told
from archive.models import Edition, Item, Listed, Media
from archive.signals import item_changed

DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
WRONG = (
    *(ValueError, TypeError, KeyError, ValidationError),
    *(IntegrityError, DataError),
)


class NotEmpty(Exception):
    """A whole archive can only be brought into an empty one; `str()` says what is here."""


class NotOurs(Exception):
    """The file is not a whole archive we can read; `str()` is a sentence that says why."""


@dataclass(frozen=True)
class Brought:
    """How many items came; how many files lack their original, or have another one.

    They did in the old house already: a zip that was damaged since is refused.
    """

    items: int
    missing: int
    changed: int


def read(path: Path, *, originals: Path | None = None) -> Brought:
    """Bring a whole archive into this empty house.

    `originals` is a folder or zip for data that came without its own. The darkroom opens
    the files afterwards. Raises NotEmpty or NotOurs, and OSError when the disk is full;
    then nothing has changed.
    """
    _check_empty()
    with _table() as table, _understood(path), ExitStack() as undone:
        _check_version(path)
        luggage = Luggage.unpack(originals or path, table)
        newcomers = _Newcomers(luggage)
        with transaction.atomic():
            _check_empty()
            newcomers.bring(path)
            connection.check_constraints()
            undone.callback(luggage.move_out)
            luggage.move_in()
        undone.pop_all()
        luggage.put_down_folders()
    return Brought(Item.objects.count(), newcomers.missing, newcomers.changed)


def tidy() -> None:
    """Clear what an attempt left that was killed; not while one is under way."""
    with suppress(NotEmpty), _table():
        pass


def _check_empty() -> None:
    """Whatever a house begins with gives way; anything else is somebody's work."""
    for noun in nouns.carried():
        is_work = noun.keeps_key and not noun.gives_way
        if is_work and noun.model._base_manager.exists():  # noqa: SLF001
            raise NotEmpty(str(noun.model._meta.verbose_name_plural))  # noqa: SLF001


@contextmanager
def _table() -> Iterator[Path]:
    """A folder to unpack on, ours alone; what a killed process left is cleared."""
    room = Path(settings.FILE_UPLOAD_TEMP_DIR)
    with (room / "moving.lock").open("w") as door:
        try:
            fcntl.flock(door, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise NotEmpty("another whole archive on its way in") from error
        for left in room.glob("moving-*"):
            shutil.rmtree(left, ignore_errors=True)
        Luggage.clear_what_was_left()
        table = Path(mkdtemp(prefix="moving-", dir=room))
        try:
            yield table
        finally:
            shutil.rmtree(table, ignore_errors=True)


@contextmanager
def _understood(path: Path) -> Iterator[None]:
    """Whatever is wrong with the file is said in a sentence."""
    try:
        yield
    except DAMAGE as error:
        raise NotOurs(f"{path.name} is damaged, or was cut off: {error}") from error
    except WRONG as error:
        raise NotOurs(
            f"{path.name} is no whole archive of ours, or is damaged: {error}"
        ) from error


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    with ExitStack() as stack:
        if zipfile.is_zipfile(path):
            packed = stack.enter_context(zipfile.ZipFile(path))
            raw: Any = stack.enter_context(packed.open(DATA))
        else:
            raw = stack.enter_context(path.open("rb"))
        yield stack.enter_context(io.TextIOWrapper(raw, encoding="utf-8"))


@dataclass
class _Newcomers:
    """Rows on their way in, some hundred at a time."""

    luggage: Luggage
    missing: int = 0
    changed: int = 0
    people: dict[str, int] = field(default_factory=dict)

    def bring(self, path: Path) -> None:
        known = {noun.name: noun for noun in nouns.carried()}
        edition = Edition.current()
        for noun in known.values():
            if noun.gives_way:
                noun.model._base_manager.all().delete()  # noqa: SLF001
        with _opened(path) as file:
            for noun, rows in _batches(stream.entries(file), known):
                self.write(noun, rows)
        _go_on_counting([noun.model for noun in known.values()])
        _turn(edition)
        for item in Item.objects.order_by("pk").iterator(chunk_size=AT_ONCE):
            item_changed.send(Item, item=item)

    def write(self, noun: Noun, told: list[Told]) -> None:
        if noun.model is User:
            for each in told:
                self.meet(noun, each)
            return
        rows = [self.made(noun, each) for each in told]
        noun.model._base_manager.bulk_create(rows)  # noqa: SLF001

    def meet(self, noun: Noun, told: Told) -> None:
        """Somebody of the old house: known by their deeds, and let in by nobody yet.

        Whoever works here already keeps their role and their key: a file gives neither.
        """
        facts = self.facts(noun, told)
        facts["role"] = User.Role(facts["role"]).value
        here = User.objects.filter(email__iexact=facts["email"]).first()
        if here is None:
            here = User(is_active=False, **facts)
            here.set_unusable_password()
            here.save()
        kept = {"email", "role", "ended_at"} if here.is_active else set()
        User.objects.filter(pk=here.pk).update(
            **{name: value for name, value in facts.items() if name not in kept}
        )
        self.people[told["email"]] = here.pk

    def made(self, noun: Noun, told: Told) -> models.Model:
        facts = self.facts(noun, told)
        if noun.keeps_key:
            facts[noun.key] = int(told[noun.key])
        row = noun.model(**facts)
        if isinstance(row, Listed):
            row.reckon()
        if isinstance(row, Media):
            self.settle(row, told.get(nouns.ORIGINAL))
        return row

    def facts(self, noun: Noun, told: Told) -> Told:
        """The fields of a row; one that this house does not know is refused."""
        fields = {each.name: each for each in noun.fields}
        key = {noun.key} if noun.keeps_key else set()
        strange = told.keys() - fields.keys() - key
        if strange:
            names = ", ".join(sorted(strange))
            raise ValueError(
                f"it tells {names} of {noun.name}, written by a newer house"
            )
        return {
            fields[name].attname: self.value(fields[name], value)
            for name, value in told.items()
            if name not in key and not nouns.is_original(fields[name])
        }

    def value(self, each: models.Field[Any, Any], value: Any) -> Any:
        if nouns.is_person(each):
            return None if value is None else self.people[value]
        if isinstance(each, nouns.POINTERS):
            return None if value is None else int(value)
        return each.to_python(value)

    def settle(self, media: Media, original: str | None) -> None:
        """Give a file its original again; the darkroom opens it when all are here."""
        if original is None:  # erased
            media.state = Media.State.NEEDS_PERSON
            return
        found = self.luggage.find(media) if original == KEPT else None
        if found is None:
            self.missing += 1
            media.state, media.problem = Media.State.NEEDS_PERSON, "missing"
        elif found.sha256 != media.sha256:
            self.changed += 1
        media.original = self.luggage.settle(media, found)


def _batches(
    entries: Iterator[tuple[str, Any]], known: dict[str, Noun]
) -> Iterator[tuple[Noun, list[Told]]]:
    """Rows of one noun, some hundred at a time, after the file has said what it is."""
    next(entries)
    name, batch = "", list[Told]()
    for noun, row in entries:
        if batch and (noun != name or len(batch) == AT_ONCE):
            yield known[name], batch
            batch = []
        if noun not in known or not isinstance(row, dict):
            raise ValueError(f"it tells of {noun}, which this house does not know")
        name = noun
        batch.append(row)
    if batch:
        yield known[name], batch


def _check_version(path: Path) -> None:
    with _opened(path) as file:
        name, said = next(stream.entries(file))
    if (name, said) != ("ankomst", VERSION):
        raise NotOurs(_which_version(name, said))


def _which_version(name: str, said: Any) -> str:
    if name != "ankomst" or not isinstance(said, int):
        return "This is no whole archive of ours."
    if said < VERSION:
        return (
            f"This whole archive is of an earlier form ({said}), which held no "
            "permissions, contributions or exhibitions. Take it out of the old house "
            "again with this version of Ankomst."
        )
    return (
        f"This whole archive is of a later form ({said}) than this house knows "
        f"({VERSION}). Update this house first."
    )


def _go_on_counting(found: list[type[models.Model]]) -> None:
    """New rows get keys after those that came (databases that count apart)."""
    with connection.cursor() as cursor:
        for line in connection.ops.sequence_reset_sql(no_style(), found):
            cursor.execute(line)


def _turn(before: int) -> None:
    """No page this house has shown so far may be taken for one of the archive."""
    if Edition.current() <= before:
        Edition.objects.update_or_create(pk=1, defaults={"number": before + 1})
