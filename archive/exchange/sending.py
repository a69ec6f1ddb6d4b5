"""Out of the house: the formats an export can have, each with its columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from archive.exchange import rows, sheets, whole
from archive.exchange.cells import apart
from archive.exchange.columns import COLUMNS, all_keys
from archive.models import Item

ARKIBAS = [column for column in COLUMNS if column.arkibas]
DC = [column for column in COLUMNS if column.dc]
REPEATED = {"subjects", "persons"}  # Dublin Core repeats an element, never joins
OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
ELEMENTS = "http://purl.org/dc/elements/1.1/"

FORMATS: dict[str, tuple[str, Callable[[Path], int]]] = {}


def to(path: Path, form: str) -> int:
    """Write the archive in one of FORMATS; returns the number of items.

    The file is there whole or not at all, whatever happens on the way. Raises KeyError
    for an unknown format and OSError when the disk is full.
    """
    _ending, write = FORMATS[form]
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(
        dir=path.parent, delete=False, prefix=f"{path.stem}-", suffix=path.suffix
    ) as file:
        unfinished = Path(file.name)
    try:
        count = write(unfinished)
        unfinished.chmod(0o600)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def _sheet() -> Iterator[list[str]]:
    keys = all_keys()
    yield keys
    for _item, row in rows.of_archive():
        yield [row.get(key, "") for key in keys]


def _arkibas(path: Path) -> int:
    def lines() -> Iterator[list[str]]:
        yield [column.arkibas for column in ARKIBAS]
        for item, row in rows.of_archive():
            yield [_in_arkibas(item, row, column.key) for column in ARKIBAS]

    return sheets.write_csv(path, lines()) - 1


def _in_arkibas(item: Item, row: dict[str, str], key: str) -> str:
    """A value as Arkibas says it: its own words where it has a list of them."""
    if key in {"restriction", "publication", "held_as", "rights_basis"}:
        return str(getattr(item, f"get_{key}_display")())
    if key == "date_told" and not row[key]:
        return item.date.say("da") if item.date else ""
    return row[key]


def _dublin_core(path: Path) -> int:
    def lines() -> Iterator[list[str]]:
        yield [f"dc:{column.dc}" for column in DC]
        for _item, row in rows.of_archive():
            yield [row[column.key] for column in DC]

    return sheets.write_csv(path, lines()) - 1


def _dublin_core_xml(path: Path) -> int:
    """Records in oai_dc, the form every harvester reads (OAI-PMH 2.0)."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        xml = XMLGenerator(file, "utf-8", short_empty_elements=True)
        xml.startDocument()
        xml.startElement("records", _attributes(oai_dc=OAI_DC, dc=ELEMENTS))
        for _item, row in rows.of_archive():
            _record(xml, row)
            count += 1
        xml.endElement("records")
        xml.endDocument()
    return count


def _record(xml: XMLGenerator, row: dict[str, str]) -> None:
    xml.startElement("oai_dc:dc", _attributes())
    for column in DC:
        value = row[column.key]
        for each in apart(value) if column.key in REPEATED else [value]:
            if each:
                xml.startElement(f"dc:{column.dc}", _attributes())
                xml.characters(_printable(each))
                xml.endElement(f"dc:{column.dc}")
    xml.endElement("oai_dc:dc")


def _attributes(**spaces: str) -> AttributesImpl[str]:
    return AttributesImpl({f"xmlns:{prefix}": uri for prefix, uri in spaces.items()})


def _printable(text: str) -> str:
    """Without the control characters XML 1.0 has no way to write."""
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t")


FORMATS |= {
    "arkibas": (".csv", _arkibas),
    "dc": (".csv", _dublin_core),
    "dc-xml": (".xml", _dublin_core_xml),
    "xlsx": (".xlsx", lambda path: sheets.write_xlsx(path, _sheet()) - 1),
    "csv": (".csv", lambda path: sheets.write_csv(path, _sheet()) - 1),
    "json": (".zip", whole.write),
}
