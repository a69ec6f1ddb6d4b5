"""Sheets on the disk: CSV in the encodings people have, and XLSX; in and out."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, zip_longest
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell

from archive.exchange.cells import plain, safe

ZIP = b"PK\x03\x04"
ENCODINGS = ("utf-8-sig", "cp1252")
LARGEST_SHEET = 512 * 1024 * 1024  # bytes unpacked; more is no list of pictures
LONGEST_CELL = 1_000_000
SEPARATED_BY = re.compile(
    r'"?sep=([^\w\s"]|\t)"?\r?\n', re.IGNORECASE
)  # a word to Excel
csv.field_size_limit(LONGEST_CELL)


class Unreadable(Exception):
    """The file is no sheet, or a broken one."""


@dataclass(frozen=True)
class Line:
    """One row of a sheet with the number a person finds it by."""

    number: int
    cells: list[str]

    @property
    def is_empty(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


def lines(path: Path) -> Iterator[Line]:
    """Every row of a CSV or XLSX file, its headings first; empty ones above are none.

    Raises Unreadable when it is neither, or damaged.
    """
    with path.open("rb") as file:
        is_workbook = file.read(4) == ZIP
    try:
        rows = _workbook(path) if is_workbook else _text(path)
        yield from dropwhile(lambda line: line.is_empty, rows)
    except (csv.Error, ValueError, KeyError, zipfile.BadZipFile, EOFError) as error:
        raise Unreadable(str(error)) from error


def cells_of(headings: Sequence[str], line: Line) -> dict[str, str]:
    """A line's values by the keys its columns stand for; columns without one are left."""
    pairs = zip_longest(headings, line.cells, fillvalue="")
    return {key: plain(value) for key, value in pairs if key}


def write_csv(path: Path, rows: Iterable[Sequence[str]]) -> int:
    """Rows as CSV that Danish spreadsheets open: UTF-8 with its mark, semicolons."""
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        for row in rows:
            writer.writerow([safe(value) for value in row])
            count += 1
    return count


def write_xlsx(path: Path, rows: Iterable[Sequence[str]]) -> int:
    """Rows as a workbook in which every cell is text and none is a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Ankomst")
    sheet.freeze_panes = "B2"
    count = 0
    for row in rows:
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=safe(value))
            cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
        count += 1
    book.save(path)
    return count


def _text(path: Path) -> Iterator[Line]:
    text = _decoded(path.read_bytes())
    if "\0" in text:
        raise Unreadable("NUL")
    hint = SEPARATED_BY.match(text)
    text, before = (text[hint.end() :], 1) if hint else (text, 0)
    first = text.split("\n", 1)[0]
    delimiter = hint[1] if hint else max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    at = before + 1
    for row in reader:
        yield Line(at, row)
        at = before + reader.line_num + 1


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("encoding")


def _workbook(path: Path) -> Iterator[Line]:
    with zipfile.ZipFile(path) as packed:
        if sum(each.file_size for each in packed.infolist()) > LARGEST_SHEET:
            raise Unreadable("size")
    book = load_workbook(path, read_only=True, data_only=True)
    try:
        sheet = book.worksheets[0]
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            yield Line(number, [_said(value) for value in row])
    finally:
        book.close()


def _said(value: object) -> str:
    """A cell as a person reads it: 1974 and not 1974.0, a day and not midnight."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value)
    return text.removesuffix(" 00:00:00")
