"""The index as it is at one moment, held in memory as sets of bits.

A segment of Whoosh never changes once it is written, only pictures in it are crossed
out. So what has been read from a segment is kept for as long as the segment lives, and
a new commit costs only its own new pictures. A set of pictures is one Python integer,
one bit for each: choosing is `&`, counting is `bit_count()`.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from heapq import nlargest
from pathlib import Path
from typing import Any

from haystack.constants import ID
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.reading import SegmentReader, TermNotFound

from search.engine.question import Question
from search.engine.schema import NUMBER, SPELLING, TERMS
from search.engine.spelling import Dictionary
from search.language import PART, Term, Vocabulary, terms

MOST_KEPT = 1_000_000
SATURATION = 1.2


@dataclass(frozen=True)
class Postings:
    """The pictures that have a term, and how heavily."""

    pictures: array[int]
    weights: array[float]
    bits: int


NOWHERE = Postings(array("I"), array("f"), 0)


@dataclass
class Found:
    """An answer: how many there are, one slice of them, and what else they share."""

    total: int = 0
    hits: list[tuple[dict[str, Any], float]] = field(default_factory=list)
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    suggestion: str = ""


class Segment:
    """What has been read of one Whoosh segment so far."""

    def __init__(self, reader: SegmentReader) -> None:
        self.reader = reader
        self.size: int = reader.doc_count_all()
        self._postings: dict[str, Postings] = {}
        self._kept = 0

    def close(self) -> None:
        if not self.reader.is_closed:
            self.reader.close()

    def reopen(self, reader: SegmentReader) -> Segment:
        """The same segment in a newer snapshot: more may be crossed out."""
        self.close()
        self.reader = reader
        self.__dict__.pop("live", None)
        return self

    @cached_property
    def live(self) -> int:
        gone = bits_of(self.reader.segment().deleted_docs(), self.size)
        return ((1 << self.size) - 1) & ~gone

    @cached_property
    def numbers(self) -> array[int]:
        return array("q", self.reader.column_reader(NUMBER))

    @cached_property
    def _values(self) -> dict[str, dict[str, int]]:
        return {}

    def values(self, facet: str) -> dict[str, int]:
        """Each value of a facet with the pictures that have it."""
        if facet not in self._values:
            self._values[facet] = {
                text.decode(): bits_of(
                    self.reader.postings(facet, text).all_ids(), self.size
                )
                for text in self.reader.lexicon(facet)
            }
        return self._values[facet]

    @cached_property
    def spelled(self) -> dict[str, int]:
        """The words as people wrote them, with how many pictures use each."""
        return {
            text.decode(): facts.doc_frequency()
            for text, facts in self.reader.iter_field(SPELLING)
        }

    def chosen(self, facet: str, wanted: Iterable[str]) -> int:
        bits = 0
        for value in wanted:
            bits |= self.values(facet).get(value, 0)
        return bits

    def having(self, term: str) -> Postings:
        if term not in self._postings:
            read = self._read(term)
            self._kept += len(read.pictures) + 1
            if self._kept > MOST_KEPT:
                self._postings.clear()
                self._kept = len(read.pictures)
            self._postings[term] = read
        return self._postings[term]

    def _read(self, term: str) -> Postings:
        pictures, weights = array("I"), array("f")
        try:
            matcher = self.reader.postings(TERMS, term)
        except TermNotFound:
            return NOWHERE
        while matcher.is_active():
            pictures.append(matcher.id())
            weights.append(matcher.weight())
            matcher.next()
        return Postings(pictures, weights, bits_of(pictures, self.size))

    def called(self, identifier: str) -> list[int]:
        """The place of a picture in this segment, by Haystack's identifier."""
        try:
            return list(self.reader.postings(ID, identifier).all_ids())
        except TermNotFound:
            return []


class Snapshot:
    """One generation of the index after one commit; answers questions."""

    def __init__(self, folder: Path, before: Snapshot | None = None) -> None:
        self.folder = folder
        storage = FileStorage(str(folder))
        reader = FileIndex(storage).reader()
        same = before if before and before.folder == folder else None
        left = dict(before.segments) if before else {}
        self.segments: dict[str, Segment] = {}
        for leaf, _base in reader.leaf_readers():
            if leaf.segment() is None:
                continue
            name = leaf.segment().segment_id()
            old = left.pop(name, None) if same else None
            self.segments[name] = old.reopen(leaf) if old else Segment(leaf)
        for gone in left.values():
            gone.close()
        self.vocabulary: Vocabulary = same.vocabulary if same else Vocabulary()
        self.learnt: set[str] = same.learnt if same else set()

    def close(self) -> None:
        """Give the files back."""
        for segment in self.segments.values():
            segment.close()

    @property
    def count(self) -> int:
        return sum(segment.live.bit_count() for segment in self._parts)

    @property
    def _parts(self) -> list[Segment]:
        return list(self.segments.values())

    @cached_property
    def dictionary(self) -> Dictionary:
        counted: Counter[str] = Counter()
        for segment in self._parts:
            counted.update(segment.spelled)
        return Dictionary(counted.items())

    def knowing(self) -> Vocabulary:
        """The vocabulary, after the words of new segments were learnt."""
        for name in self.segments.keys() - self.learnt:
            self.vocabulary.learn(self.segments[name].spelled)
            self.learnt.add(name)
        return self.vocabulary

    def stored(self) -> Iterator[dict[str, Any]]:
        """What is kept of every live picture."""
        for segment in self._parts:
            yield from segment.reader.all_stored_fields()

    def answer(self, question: Question) -> Found:
        wanted = [self._ways(word) for word in question.words]
        matches = [_Match(part, question, wanted) for part in self._parts]
        found = Found(total=sum(match.narrowed.bit_count() for match in matches))
        found.hits = self._slice(matches, question, wanted)
        found.facets = {facet: _count(matches, facet) for facet in question.facets}
        if not found.total and question.words:
            found.suggestion = self._suggest(question.words)
        return found

    def knows(self, word: str) -> bool:
        return any(self._frequency(term) for term in terms(word))

    def _frequency(self, term: Term) -> int:
        return sum(
            (part.having(term.text).bits & part.live).bit_count()
            for part in self._parts
        )

    def _ways(self, word: str) -> list[tuple[Term, ...]]:
        """The ways to meet a word: each way is terms of which one is enough.

        A word nobody used is opened if it is a compound (familiebillede: pictures with
        both parts), or taken as the beginning of longer words.
        """
        if self.knows(word):
            return [terms(word)]
        if parts := self.knowing().parts(word):
            return [(Term(part, PART),) for part in parts]
        begun = self.dictionary.completions(word)
        return [tuple(Term(text, PART) for text in begun) or terms(word)]

    def _suggest(self, asked: tuple[str, ...]) -> str:
        """The same words, with those nobody used exchanged for likely ones."""
        meant = [
            word if self.knows(word) else self.dictionary.nearest(word)
            for word in asked
        ]
        better = " ".join(word for word in meant if word)
        return better if better != " ".join(asked) else ""

    def _slice(
        self,
        matches: list[_Match],
        question: Question,
        wanted: list[list[tuple[Term, ...]]],
    ) -> list[tuple[dict[str, Any], float]]:
        rarity = {term.text: self._rarity(term) for term in _all_terms(wanted)}
        ranked: Iterable[tuple[float, int, int, int]] = (
            (score, number, at, picture)
            for at, match in enumerate(matches)
            for score, number, picture in match.scored(rarity)
        )
        end = (
            question.end
            if question.end is not None
            else sum(match.narrowed.bit_count() for match in matches)
        )
        best = nlargest(end, ranked)[question.start :]
        return [
            (matches[at].part.reader.stored_fields(picture), score)
            for score, _number, at, picture in best
        ]

    def _rarity(self, term: Term) -> float:
        """BM25's weight of a word: rare words say more."""
        met = self._frequency(term)
        return math.log(1 + (self.count - met + 0.5) / (met + 0.5))


class _Match:
    """The pictures of one segment that answer a question."""

    def __init__(
        self, part: Segment, question: Question, wanted: list[list[tuple[Term, ...]]]
    ) -> None:
        self.part = part
        self.groups = [group for ways in wanted for group in ways]
        self.is_unranked = question.newest_first or not self.groups
        self.choices = {
            facet: part.chosen(facet, values)
            for facet, values in question.chosen.items()
        }
        self.said = self._without(question.without)
        for group in self.groups:
            bits = 0
            for term in group:
                bits |= part.having(term.text).bits
            self.said &= bits
        self.narrowed = self.but_for("")

    def but_for(self, facet: str) -> int:
        """What is left after every choice except the one in this facet."""
        bits = self.said
        for other, chosen in self.choices.items():
            if other != facet:
                bits &= chosen
        return bits

    def scored(self, rarity: dict[str, float]) -> Iterator[tuple[float, int, int]]:
        """(score, number, picture) of every picture that is left."""
        numbers = self.part.numbers
        if self.is_unranked:
            for picture in places(self.narrowed, self.part.size):
                yield 0.0, numbers[picture], picture
            return
        for picture, score in self._scores(rarity).items():
            yield score, numbers[picture], picture

    def _scores(self, rarity: dict[str, float]) -> dict[int, float]:
        inside = flags(self.narrowed, self.part.size)
        total: dict[int, float] = {}
        for group in self.groups:
            best: dict[int, float] = {}
            for term in group:
                having = self.part.having(term.text)
                worth = rarity[term.text] * term.weight
                for picture, weight in zip(
                    having.pictures, having.weights, strict=True
                ):
                    if inside[picture]:
                        score = worth * weight / (weight + SATURATION)
                        if score > best.get(picture, 0.0):
                            best[picture] = score
            for picture, score in best.items():
                total[picture] = total.get(picture, 0.0) + score
        return total

    def _without(self, gone: Iterable[str]) -> int:
        bits = self.part.live
        for identifier in gone:
            for picture in self.part.called(identifier):
                bits &= ~(1 << picture)
        return bits


def _count(matches: list[_Match], facet: str) -> list[tuple[str, int]]:
    """How many pictures each value would give, the commonest first."""
    counted: Counter[str] = Counter()
    for match in matches:
        pool = match.but_for(facet)
        for value, bits in match.part.values(facet).items():
            if shared := (pool & bits).bit_count():
                counted[value] += shared
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


def _all_terms(wanted: list[list[tuple[Term, ...]]]) -> set[Term]:
    return {term for ways in wanted for group in ways for term in group}


def bits_of(pictures: Iterable[int], size: int) -> int:
    """A set of pictures as one integer."""
    row = bytearray((size >> 3) + 1)
    for picture in pictures:
        row[picture >> 3] |= 1 << (picture & 7)
    return int.from_bytes(row, "little")


def flags(bits: int, size: int) -> bytes:
    """One byte for each picture, 1 where it is in the set: quick to ask."""
    if not bits:
        return bytes(size)
    return f"{bits:0{size}b}".encode().translate(_TO_FLAGS)[::-1]


def places(bits: int, size: int) -> Iterator[int]:
    """The pictures in a set."""
    row = flags(bits, size)
    at = row.find(1)
    while at != -1:
        yield at
        at = row.find(1, at + 1)


_TO_FLAGS = bytes.maketrans(b"01", b"\x00\x01")
