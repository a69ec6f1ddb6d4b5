"""What is asked: words, chosen facets and a slice; a structure, never a string."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from haystack.backends import BaseSearchQuery, SearchNode
from haystack.constants import DJANGO_ID, ID

from search.language import SMALL_WORDS, fold, words

MOST_WORDS = 12


class CannotAsk(ValueError):
    """The archive's engine does not answer this kind of question."""


@dataclass(frozen=True)
class Question:
    """Everything one search wants to know."""

    words: tuple[str, ...] = ()
    chosen: dict[str, frozenset[str]] = field(default_factory=dict)
    without: frozenset[str] = frozenset()
    facets: tuple[str, ...] = ()
    newest_first: bool = False
    start: int = 0
    end: int | None = None

    def about(self, more: Iterable[str]) -> Question:
        return replace(self, words=(*self.words, *more))


def read_words(text: str) -> tuple[str, ...]:
    """The words to look for; small ones only where there are no others."""
    found = list(dict.fromkeys(token.word for token in words(text)))[:MOST_WORDS]
    large = [word for word in found if fold(word) not in SMALL_WORDS]
    return tuple(large or found)


class ArchiveQuery(BaseSearchQuery):
    """Haystack's query, read into a Question instead of a query string."""

    def build_query(self) -> Question:
        question = Question()
        for name, kind, value, negated in _conditions(self.query_filter):
            question = _add(question, name, kind, value, negated=negated)
        return question


def _conditions(node: SearchNode) -> Iterator[tuple[str, str, Any, bool]]:
    """The conditions of Haystack's tree, all of which must hold."""
    if node.connector != SearchNode.AND and len(node.children) > 1:
        raise CannotAsk("conditions joined by OR")
    for child in node.children:
        if isinstance(child, SearchNode):
            for name, kind, value, negated in _conditions(child):
                yield name, kind, value, negated != node.negated
        else:
            name, kind = node.split_expression(child[0])
            yield name, kind, child[1], node.negated


def _add(
    question: Question, name: str, kind: str, value: Any, *, negated: bool
) -> Question:
    values = frozenset(map(str, value)) if kind == "in" else frozenset([str(value)])
    if negated and name in {ID, DJANGO_ID}:
        return replace(question, without=question.without | values)
    if negated or kind not in {"content", "exact", "in"}:
        raise CannotAsk(f"{name}__{kind}")
    if name == "content":
        return question.about(read_words(str(getattr(value, "query_string", value))))
    return replace(question, chosen={**question.chosen, name: values})
