"""The whole archive as data: every row of every noun that travels, and the originals.

One zip with `archive.json`, `originals/<sha256>` and the pieces of what is on its way,
or the JSON alone. What a whole is made of is said in `nouns`; how it comes into a new
house in `moving`.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from django.db import connection, models
from django.utils import timezone

from accounts.models import User
from archive import images
from archive.exchange import nouns
from archive.exchange.nouns import Noun
from archive.models import Item, Media

VERSION = 2
DATA = "archive.json"
ORIGINALS = "originals/"
AT_ONCE = 500
KEPT, MISSING = "kept", "missing"  # an original; None is one that was erased

Told = dict[str, Any]


def write(path: Path) -> int:
    """Write the whole archive; returns the number of items.

    A path that ends with .json gets the data alone, any other a zip with the originals,
    stored as they are: photographs do not grow smaller by packing. The data is of one
    moment. What is erased while the originals are being packed is not in the zip.
    """
    if path.suffix == ".json":
        with path.open("wb") as file:
            _write_data(file)
        return Item.objects.count()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED, allowZip64=True) as packed:
        data = zipfile.ZipInfo(DATA, timezone.localtime().timetuple()[:6])
        data.compress_type = zipfile.ZIP_DEFLATED
        with packed.open(data, "w", force_zip64=True) as file:
            _write_data(file)
        _pack_originals(packed)
        for folder in nouns.folders():
            for name, lies in folder.files():
                packed.write(lies, f"{folder.name}/{name}")
    return Item.objects.count()


def data() -> dict[str, list[Told]]:
    """Everything as plain data, by noun."""
    emails = _emails()
    return {noun.name: list(_rows(noun, emails)) for noun in nouns.carried()}


def _pack_originals(packed: zipfile.ZipFile) -> None:
    """Every original, whatever has become of it: fixity is another's question.

    The same bytes may have come twice, and only one of the two may have rotted since:
    the second is packed as well, with its row's key behind the hash.
    """
    seen = set()
    rows = Media.objects.exclude(original=None).select_related("original")
    for media in rows.order_by("pk").iterator(chunk_size=AT_ONCE):
        lies = images.original_path(media)
        if lies.is_file():
            again = f"-{media.pk}" if media.sha256 in seen else ""
            packed.write(lies, f"{ORIGINALS}{media.sha256}{again}")
            seen.add(media.sha256)


def _write_data(file: IO[bytes]) -> None:
    """One row a line, so that a large archive never stands in memory whole."""
    with _one_moment():
        emails = _emails()
        file.write(b'{"ankomst": %d' % VERSION)
        for noun in nouns.carried():
            file.write(f',\n"{noun.name}": ['.encode())
            comma = "\n"
            for row in _rows(noun, emails):
                line = json.dumps(row, ensure_ascii=False, default=str)
                file.write(f"{comma}{line}".encode())
                comma = ",\n"
            file.write(b"\n]")
        file.write(b"\n}\n")


@contextmanager
def _one_moment() -> Iterator[None]:
    """Read as the archive stands now, whoever writes meanwhile; nobody waits for us."""
    if connection.in_atomic_block:
        yield
        return
    is_postgres = connection.vendor == "postgresql"
    as_it_stands = " ISOLATION LEVEL REPEATABLE READ READ ONLY" if is_postgres else ""
    with connection.cursor() as cursor:
        cursor.execute(f"BEGIN{as_it_stands}")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _emails() -> dict[int, str]:
    """How people of the house are told: a key means nothing in another house."""
    return dict(User.objects.values_list("pk", "email"))


def _rows(noun: Noun, emails: dict[int, str]) -> Iterator[Told]:
    rows = noun.model._base_manager.order_by("pk")  # noqa: SLF001  (laid away ones too)
    if noun.model is User:
        rows = rows.order_by("email")
    if noun.model is Media:
        rows = rows.select_related("original")
    fields = noun.fields
    for row in rows.iterator(chunk_size=AT_ONCE):
        told = {field.name: _value(row, field, emails) for field in fields}
        yield {noun.key: row.pk, **told} if noun.keeps_key else told


def _value(
    row: models.Model, field: models.Field[Any, Any], emails: dict[int, str]
) -> Any:
    if isinstance(row, Media) and nouns.is_original(field):
        return _original(row)
    value = getattr(row, field.attname)
    return emails.get(value) if nouns.is_person(field) else value


def _original(media: Media) -> str | None:
    if media.original is None:
        return None
    return KEPT if images.original_path(media).is_file() else MISSING
