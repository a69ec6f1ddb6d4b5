"""The whole archive as data: every row of every noun that travels, and the originals.

One zip with `archive.json`, `originals/<sha256>` and the pieces of what is on its way,
or the JSON alone. What a whole is made of is said in `nouns`; how it comes into a new
house in `moving`.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from django.conf import settings
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
A_PIECE = 1024 * 1024
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
    with path.open("wb") as file:
        for piece in pieces():
            file.write(piece)
    return Item.objects.count()


def pieces() -> Iterator[bytes]:
    """The zip as it is being written: it lies nowhere whole, and is begun at once.

    Only the data is written down first, so that nobody who fetches slowly keeps the
    database waiting. Raises OSError for a full disk before the first piece.
    """
    with TemporaryFile(dir=settings.FILE_UPLOAD_TEMP_DIR) as data:
        _write_data(data)
        data.seek(0)
        sent = _Sent()
        with zipfile.ZipFile(sent, "w", zipfile.ZIP_STORED, allowZip64=True) as packed:
            yield from _packed(packed, DATA, data, sent)
            for name, path in _files():
                with suppress(FileNotFoundError), path.open("rb") as file:
                    yield from _packed(packed, name, file, sent)
        yield sent.taken()


class _Sent(io.RawIOBase):
    """What the zip has written since somebody last took it."""

    def __init__(self) -> None:
        super().__init__()
        self._written = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:
        self._written += piece
        return len(piece)

    def taken(self) -> bytes:
        piece = bytes(self._written)
        self._written.clear()
        return piece


def _packed(
    packed: zipfile.ZipFile, name: str, file: IO[bytes], sent: _Sent
) -> Iterator[bytes]:
    entry = zipfile.ZipInfo(name, timezone.localtime().timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED if name == DATA else zipfile.ZIP_STORED
    with packed.open(entry, "w", force_zip64=True) as target:
        while piece := file.read(A_PIECE):
            target.write(piece)
            if written := sent.taken():  # packing may hold a little back
                yield written


def _files() -> Iterator[tuple[str, Path]]:
    yield from _originals()
    for folder in nouns.folders():
        for name, lies in folder.files():
            yield f"{folder.name}/{name}", lies


def data() -> dict[str, list[Told]]:
    """Everything as plain data, by noun."""
    emails = _emails()
    return {noun.name: list(_rows(noun, emails)) for noun in nouns.carried()}


def _originals() -> Iterator[tuple[str, Path]]:
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
            yield f"{ORIGINALS}{media.sha256}{again}", lies
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
