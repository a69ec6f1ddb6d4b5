"""The names in a sheet, found among what the archive knows, or made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from archive.exchange.reading import Reading
from archive.models import Accession, Collection, Photographer, Place, Subject
from archive.naming import slug_for

Thing = TypeVar("Thing")


class Names:
    """Places, headings and so on by their names; asked once, kept for a whole run."""

    def __init__(self, *, makes_headings: bool) -> None:
        self.makes_headings = makes_headings
        self.forget()

    def forget(self) -> None:
        """Ask anew: what was made in a transaction that failed is not there."""
        self._places = _by_name(
            (place, [place.name, *place.aliases]) for place in Place.objects.all()
        )
        self._subjects = _by_name(
            (each, [each.slug, *each.labels.values()]) for each in Subject.objects.all()
        )
        self._photographers = _by_name(
            (each, [each.name, *each.also_known_as])
            for each in Photographer.objects.all()
        )
        self._collections = _by_name(
            (each, [each.slug, *each.names.values()])
            for each in Collection.objects.all()
        )

    def place(self, name: str) -> Place | None:
        if not name:
            return None
        known = self._places.get(_plain(name))
        if known is None:
            known = Place.objects.create(name=name, slug=slug_for(Place, name))
            self._places[_plain(name)] = known
        return known

    def photographer(self, name: str) -> Photographer | None:
        if not name:
            return None
        known = self._photographers.get(_plain(name))
        if known is None:
            slug = slug_for(Photographer, name)
            known = Photographer.objects.create(name=name, slug=slug)
            self._photographers[_plain(name)] = known
        return known

    def collection(self, name: str) -> Collection | None:
        if not name:
            return None
        known = self._collections.get(_plain(name))
        if known is None:
            slug = slug_for(Collection, name)
            known = Collection.objects.create(names={"da": name}, slug=slug)
            self._collections[_plain(name)] = known
        return known

    def headings(self, reading: Reading) -> list[Subject]:
        """The headings in order; strange ones are made, or become keywords."""
        found = []
        for word in reading.subjects:
            subject = self._subjects.get(_plain(word))
            if subject is None and self.makes_headings:
                slug = slug_for(Subject, word)
                subject = Subject.objects.create(labels={"da": word}, slug=slug)
                self._subjects[_plain(word)] = subject
            if subject is not None:
                found.append(subject)
            else:
                former = reading.facts.get("keywords", "")
                reading.facts["keywords"] = "; ".join(filter(None, [former, word]))
        return found


def journal_line(told: str, giver: str) -> Accession | None:
    """The line of the journal that is named “2026/014”, made if it is not there."""
    year, _slash, sequence = told.partition("/")
    if not (year.isdecimal() and sequence.isdecimal()):
        return None
    line, _made = Accession.objects.get_or_create(
        year=int(year), sequence=int(sequence), defaults={"giver": giver[:160]}
    )
    return line


def _by_name(pairs: Iterable[tuple[Thing, Iterable[str]]]) -> dict[str, Thing]:
    known: dict[str, Thing] = {}
    for thing, names in pairs:
        for name in names:
            known.setdefault(_plain(str(name)), thing)
    return known


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
