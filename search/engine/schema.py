"""What Whoosh keeps of a picture: terms, facets and a number. Never its words.

Texts are read from the database when a hit is shown, so a withdrawn story is nowhere
in the index but as loose word stems, and those go with it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from haystack.fields import SearchField
from whoosh import fields
from whoosh.analysis import IDAnalyzer
from whoosh.codec.whoosh3 import W3Codec
from whoosh.formats import Existence

from search.language import PART, Vocabulary, hyphenated, terms, words

TERMS = "terms"
SPELLING = "spelling"
NUMBER = "number"
LONGEST_WORD = 60
SHORTEST_GUESS, LONGEST_GUESS = 4, 30


class WeighedTerms(fields.FieldType):
    """Terms that come with a weight each: {"ishoej": 3.0, "ishoj": 1.8}."""

    def __init__(self) -> None:
        super().__init__(Existence(), IDAnalyzer())

    def index(
        self, value: Mapping[str, float], **options: Any
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        for text, weight in value.items():
            yield text.encode(), 1, weight, b""


class TermsCodec(W3Codec):
    """Whoosh's own files without the lengths of fields, which we do not weigh by."""

    length_stats = False


def build(index_fields: Mapping[str, SearchField]) -> fields.Schema:
    """The schema for the fields of Haystack's indexes."""
    schema = {
        ID: fields.ID(stored=True, unique=True),
        DJANGO_CT: fields.STORED(),
        DJANGO_ID: fields.STORED(),
        NUMBER: fields.NUMERIC(numtype=int, bits=64, sortable=True),
        TERMS: WeighedTerms(),
        SPELLING: WeighedTerms(),
    }
    for name in facets(index_fields):
        schema[name] = fields.ID()
    return fields.Schema(**schema)


def facets(index_fields: Mapping[str, SearchField]) -> list[str]:
    """The fields that are counted and chosen from, kept letter by letter."""
    return [name for name, field in index_fields.items() if is_facet(field)]


def is_facet(field: SearchField) -> bool:
    return bool(getattr(field, "facet_for", None))


def is_text(name: str, field: SearchField) -> bool:
    return name != NUMBER and not is_facet(field) and not field.faceted


def document(
    prepared: Mapping[str, Any],
    index_fields: Mapping[str, SearchField],
    vocabulary: Vocabulary,
) -> dict[str, Any]:
    """What Haystack prepared, as Whoosh keeps it."""
    made: dict[str, Any] = {
        name: prepared[name] for name in (ID, DJANGO_CT, DJANGO_ID, NUMBER)
    }
    for name in facets(index_fields):
        made[name] = sorted({str(value) for value in _many(prepared.get(name))})
    texts = [
        (text, field.boost)
        for name, field in index_fields.items()
        if is_text(name, field)
        for text in _many(prepared.get(name))
    ]
    made[TERMS] = weigh(texts, vocabulary)
    made[SPELLING] = dict.fromkeys(surfaces(text for text, _boost in texts), 1.0)
    return made


def weigh(
    texts: Iterable[tuple[str, float]], vocabulary: Vocabulary
) -> dict[str, float]:
    """Every term of the texts with how much it weighs in all."""
    found: defaultdict[str, float] = defaultdict(float)
    for text, boost in texts:
        for token in words(text):
            word = token.word[:LONGEST_WORD]
            for term in terms(word):
                found[term.text] += boost * term.weight
            for part in hyphenated(word):
                for term in terms(part):
                    found[term.text] += boost * term.weight * PART
            for part in vocabulary.parts(word):
                found[part] += boost * PART
    return {text: weight for text, weight in found.items() if text}


def surfaces(texts: Iterable[str]) -> set[str]:
    """The words as people write them, for “did you mean”."""
    return {
        token.word.lower()
        for text in texts
        for token in words(text)
        if SHORTEST_GUESS <= len(token.word) <= LONGEST_GUESS
        and not token.word.isdigit()
    }


def _many(value: Any) -> list[str]:
    if value in (None, ""):
        return []
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]
