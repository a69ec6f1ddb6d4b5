"""A hit as it is shown: read from the database now, with the words that were met."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Prefetch
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from archive.models import Item, Story
from archive.texts import Text
from search.language import Token, fold, terms, words_that

BEFORE, LONGEST = 60, 200
LONG_ENOUGH = 4


@dataclass(frozen=True)
class Marked:
    """A text with the words that were met, and the language it is in."""

    html: SafeString
    language: str
    direction: str


@dataclass(frozen=True)
class Hit:
    """A picture that answers."""

    item: Item
    title: Marked
    snippet: Marked | None


@lru_cache(maxsize=65536)
def _forms(word: str) -> tuple[tuple[str, ...], str]:
    texts = tuple(term.text for term in terms(word))
    return texts, fold(word.replace("-", ""))


class _Meetings(dict[str, bool]):
    """Asks about each word once."""

    def __init__(self, ask: Callable[[str], bool]) -> None:
        super().__init__()
        self.ask = ask

    def __missing__(self, word: str) -> bool:
        self[word] = answer = self.ask(word)
        return answer


class Highlighter:
    """Knows which words were asked for, and finds them in texts."""

    def __init__(self, asked: tuple[str, ...]) -> None:
        self.wanted = {term.text for word in asked for term in terms(word)}
        self.inside = tuple(text for text in self.wanted if len(text) >= LONG_ENOUGH)
        self._meets = _Meetings(self._is_met)

    def found(self, text: str) -> list[Token]:
        return words_that(text, self._meets.__getitem__)

    def _is_met(self, word: str) -> bool:
        """The word itself, another form of it, or a compound that holds it."""
        texts, folded = _forms(word)
        if not self.wanted.isdisjoint(texts):
            return True
        return any(text in folded for text in self.inside)

    def mark(self, text: Text) -> Marked:
        """The whole text, marked."""
        found = self.found(text.words) if self.wanted else []
        return self._marked(text, 0, len(text.words), found)

    def snippet(self, texts: list[Text]) -> Marked | None:
        """The piece around the first words met, from the text that meets most."""
        if not self.wanted:
            return None
        best: tuple[int, Text, list[Token]] | None = None
        for text in texts:
            found = self.found(text.words)
            different = len({fold(token.word) for token in found})
            if text.words and (best is None or different > best[0]):
                best = (different, text, found)
        return self._cut(best[1], best[2]) if best else None

    def _cut(self, text: Text, found: list[Token]) -> Marked:
        start = max(0, found[0].start - BEFORE) if found else 0
        if start:
            start = text.words.find(" ", start, found[0].start + 1) + 1 or start
        end = min(len(text.words), start + LONGEST)
        if end < len(text.words):
            end = max(text.words.rfind(" ", start, end), start + 1)
        return self._marked(text, start, end, found)

    def _marked(self, text: Text, start: int, end: int, found: list[Token]) -> Marked:
        pieces = "".join(_pieces(text.words, start, end, found))
        # Every piece has just been escaped.
        return Marked(mark_safe(pieces), text.language, text.direction)  # noqa: S308


def _pieces(text: str, start: int, end: int, found: list[Token]) -> Iterator[str]:
    """The text from start to end, escaped, with <mark> around what was found."""
    if start:
        yield "… "
    at = start
    for token in found:
        if token.start >= at and token.end <= end:
            yield escape(text[at : token.start])
            yield format_html("<mark>{}</mark>", text[token.start : token.end])
            at = token.end
    yield escape(text[at:end])
    if end < len(text):
        yield " …"


def hits(pks: list[int], asked: tuple[str, ...]) -> list[Hit]:
    """The published ones of these items, in this order.

    What the index says is never believed: an item that was taken down a moment ago
    is not shown.
    """
    stories = Prefetch("stories", Story.objects.prefetch_related("translations"))
    items = Item.objects.published().with_pictures().prefetch_related(stories)
    found = items.in_bulk(pks)
    highlighter = Highlighter(asked)
    return [_hit(found[pk], highlighter) for pk in pks if pk in found]


def _hit(item: Item, highlighter: Highlighter) -> Hit:
    return Hit(
        item,
        highlighter.mark(item.localized_title),
        highlighter.snippet(list(_texts(item))),
    )


def _texts(item: Item) -> Iterator[Text]:
    """What is told of a picture, in the reader's language before others."""
    for story in item.stories.all():
        told = [Text(each, story.language) for each in (story.text, story.transcript)]
        told += [
            Text(each.text, each.language, is_original=False)
            for each in story.translations.all()
        ]
        yield from sorted(told, key=lambda text: text.language != get_language())
    yield item.localized_seen
    yield Text(item.remarks, item.language)
