"""The columns of a sheet, under the names each system knows them by.

Arkibas' headings are those of its registration window, tab by tab (Stamkort, Teknik,
Geografi, Henvisninger, Publicering); Dublin Core's are the fifteen elements of ISO
15836-1. Where one of them has no word for a column, it is not in that format.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

LONG = ("Registreringsnr", "Registreringsnummer")
TRANSLATED = ("title", "seen", "alt_text")


@dataclass(frozen=True)
class Column:
    """One column: our key, Arkibas' heading, Dublin Core's element, other headings."""

    key: str
    arkibas: str = ""
    dc: str = ""
    also: tuple[str, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """Every heading this column is known under, ours first."""
        known = (self.key, self.arkibas, f"dc:{self.dc}" if self.dc else "", self.dc)
        return tuple(name for name in (*known, *self.also) if name)


COLUMNS = (
    Column(
        "reg_number", "Reg.nr", "identifier", ("Reg. nr.", "Regnr", *LONG, "Nummer")
    ),
    Column("accession", "Journalnr", "", ("Journal", "Journalnummer", "Indkomst")),
    Column("giver", "Giver", "contributor"),
    Column("title", "Overskrift", "title", ("Titel",)),
    Column("seen", "Beskrivelse", "description"),
    Column("remarks", "Bemærkning", "", ("Bemærkninger",)),
    Column("story", "", "", ("Fortælling",)),
    Column("story_language", "", ""),
    Column("teller", "", "", ("Fortæller",)),
    Column(
        "date_told", "Datering", "", ("Dato", "År", "Årstal", "Hvornår", "Date", "Year")
    ),
    Column("date_from", "Datering fra", "", ("Fra",)),
    Column("date_to", "Datering til", "", ("Til",)),
    Column("date_edtf", "", "date", ("EDTF",)),
    Column("date_basis"),
    Column("date_note", "Note til datering"),
    Column("date_language"),
    Column("is_date_unknown"),
    Column("restriction", "Klausul", ""),
    Column("restricted_until", "Klausul til"),
    Column("restriction_note", "Særlig aftale"),
    Column("size", "Størrelse", "", ("Mål",)),
    Column("material", "Materiale", "format"),
    Column("held_as", "Arkivets udgave"),
    Column("photographer", "Fotograf", "creator"),
    Column("photographed_by"),
    Column("photographer_kind"),
    Column("negative_number", "Negativnr", "", ("Fotografens neg.nr",)),
    Column("special_number", "Særnummer"),
    Column("shelf", "Placering"),
    Column("back_text", "Bagside"),
    Column("place", "Sted", "coverage", ("Hvor", "Stednavn")),
    Column("place_told"),
    Column("is_place_unknown"),
    Column("latitude", "Breddegrad", "", ("Lat",)),
    Column("longitude", "Længdegrad", "", ("Lon", "Lng")),
    Column("precision"),
    Column("subjects", "Emne", "subject", ("Emner", "Emneord", "Ordningsord")),
    Column("persons", "Person", "", ("Personer", "Navnetags")),
    Column("persons_living"),
    Column("persons_named"),
    Column("persons_at"),
    Column("dk5", "DK5"),
    Column("keywords", "Stikord"),
    Column("collection", "Samling", "relation"),
    Column("rights_basis", "Ophavsret"),
    Column("credit", "Kreditering", "rights"),
    Column("permitted_uses", "Tilladelser"),
    Column("are_names_hidden"),
    Column("first_names_only"),
    Column("publication", "Publicering"),
    Column("internal_note", "Intern bemærkning"),
    Column("alt_text", "Alternativ tekst"),
    Column("language", "Sprog", "language"),
    Column("files", "Filer", "", ("Fil", "Billede", "Billedfil", "Filnavn")),
)
BY_KEY = {column.key: column for column in COLUMNS}


def translation_keys() -> list[str]:
    """The keys of the translated columns: “title:tr”, in the order of the house."""
    codes = [code for code, _name in settings.LANGUAGES]
    return [f"{field}:{code}" for field in TRANSLATED for code in codes]


def all_keys() -> list[str]:
    """Every column of our own sheet, in order."""
    return [*(column.key for column in COLUMNS), *translation_keys()]


def key_of(heading: str) -> str:
    """The column behind somebody's heading; empty when we do not know it."""
    return _known().get(plain(heading), "")


def plain(heading: str) -> str:
    """A heading without what people vary: case, spaces, and the signs around it."""
    return " ".join(heading.strip(" .:*\ufeff").casefold().split())


def _known() -> dict[str, str]:
    known = {plain(key): key for key in translation_keys()}
    for column in COLUMNS:
        for heading in column.headings:
            known.setdefault(plain(heading), column.key)
    return known
