"""From what somebody typed to tokens: words known in any language, numbers, signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from archive.dates.languages import HEARD
from archive.dates.vocabulary import Heard, Kind

OLDEST = 1840
OLDEST_CENTURY = 1800
LONGEST_PHRASE = 6

SIGNS = {ord(sign): "'" for sign in "’‘ʼʻ`´′ʹ＇‛ˈ"}
SIGNS |= {ord(sign): "-" for sign in "‐‑‒–—―−﹣－"}
SIGNS |= {ord(sign): " " for sign in '"“”„«»()!\u061b'}
SIGNS |= {ord("،"): ",", ord(";"): ",", ord("؟"): "?", ord("۔"): "."}
WA = "و"  # “and”, written together with the word that follows
LETTERS = {"ı": "i", "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ة": "ه"}
LETTERS |= {"ۃ": "ه", "ە": "ه", "đ": "d", "ـ": ""}
FOLDED = {ord(letter): plain for letter, plain in LETTERS.items()}
FOLDED |= {ord(digit): str(n) for n, digit in enumerate("٠١٢٣٤٥٦٧٨٩")}
FOLDED |= {ord(digit): str(n) for n, digit in enumerate("۰۱۲۳۴۵۶۷۸۹")}

PIECES = re.compile(r"'?[0-9]+|[^\W\d_]+(?:'[^\W\d_]+)*|\S")
NUMBER_APOSTROPHE = re.compile(r"(?<=[0-9])'(?=[^\W\d_])")
LABEL = re.compile(r"(?<=[^\W\d_]):(?=\s)")
ABOUT_GLUED = re.compile(r"\b(c|ca|cca)(?=[0-9])")
NAME_WITH_NUMBER = re.compile(r"[^\W\d_\u0600-\u06ff][0-9]")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign of a told date."""

    kind: Kind
    value: int = 0
    name: str = ""
    figures: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text, and whether it hangs on to the one before."""

    text: str
    tight: bool

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        return self.text[-1] in "0123456789"


def fold(text: str) -> str:
    """Text without case, accents and the many shapes of the same letter or sign."""
    text = text.translate(SIGNS).casefold()
    if text.isascii():
        return text
    text = unicodedata.normalize("NFD", text)
    kept = (c for c in text if unicodedata.category(c) not in {"Mn", "Cf"})
    return "".join(kept).translate(FOLDED)


def plain(word: str) -> str:
    """A word as the lexicon keeps it."""
    return fold(word).replace("'", "").replace("-", " ").strip()


def _spellings(word: str) -> Iterable[str]:
    """A word, and how it is typed on a keyboard without the Danish letters."""
    yield plain(word)
    if any(letter in word for letter in "åøæ"):
        spelt = word.replace("å", "aa").replace("ø", "oe").replace("æ", "ae")
        yield plain(spelt)


def _entries(words: Mapping[Kind, str]) -> Iterator[tuple[str, Token]]:
    for kind, phrases in words.items():
        for phrase in phrases.split("|"):
            yield phrase, Token(kind)


def _numbered(
    kind: Kind, entries: Iterable[tuple[int, str]]
) -> Iterator[tuple[str, Token]]:
    for value, phrases in entries:
        for phrase in phrases.split("|"):
            yield phrase, Token(kind, value)


def meanings(heard: Heard) -> Iterator[tuple[str, Token]]:
    """Every phrase of a language with the token it stands for."""
    yield from _entries(heard.words)
    yield from _numbered(Kind.MONTH, enumerate(heard.months, start=1))
    yield from _numbered(Kind.SEASON, enumerate(heard.seasons, start=21))
    yield from _numbered(Kind.PART, enumerate(heard.parts, start=1))
    yield from _numbered(Kind.DECADE, heard.decades.items())
    yield from _numbered(Kind.CENTURY, heard.centuries.items())
    for feast, phrases in heard.feasts.items():
        for phrase in phrases.split("|"):
            yield phrase, Token(Kind.FEAST, name=feast)


def _book(entries: Iterable[tuple[str, Token]]) -> dict[str, Token]:
    book: dict[str, Token] = {}
    for phrase, token in entries:
        for spelling in _spellings(phrase):
            book.setdefault(spelling, token)
    return book


WORDS = {name: _book(meanings(heard)) for name, heard in HEARD.items()}
SUFFIXES = {name: _book(_entries(heard.suffixes)) for name, heard in HEARD.items()}
ALL_WORDS: dict[str, Token] = {}
ALL_SUFFIXES: dict[str, Token] = {}
for _name in HEARD:
    ALL_WORDS = WORDS[_name] | ALL_WORDS
    ALL_SUFFIXES = SUFFIXES[_name] | ALL_SUFFIXES
NONE: dict[str, Token] = {}
JULY = {"en", "bs", "hr", "sr", "sh"}
DANISH = {"da", "nb", "no", "nn", "sv", "fo", "kl"}


@dataclass(frozen=True, slots=True)
class Ear:
    """Listens in one language first, and understands the others."""

    language: str
    this_year: int

    def tokens(self, told: str) -> list[Token] | None:
        """The tokens of a told date; none if letters and digits make a name."""
        text = ABOUT_GLUED.sub(r"\1 ", LABEL.sub(" ", fold(told)))
        if NAME_WITH_NUMBER.search(text):
            return None
        pieces = _pieces(NUMBER_APOSTROPHE.sub("", text))
        return self._settle(list(self._listen(pieces)))

    def _listen(self, pieces: list[Piece]) -> Iterator[Token]:
        position = 0
        while position < len(pieces):
            piece = pieces[position]
            if piece.is_number:
                yield self._number(piece.text)
                position += 1
                if position < len(pieces) and pieces[position].tight:
                    token, position = self._ending(pieces, position)
                    yield from [token] if token else []
            elif piece.is_word:
                token, position = self._phrase(pieces, position)
                if token.kind == Kind.UNKNOWN and piece.text.startswith(WA):
                    yield Token(Kind.AND)
                    pieces[position - 1] = Piece(piece.text[1:], tight=True)
                    token, position = self._phrase(pieces, position - 1)
                yield token
            else:
                yield _sign(pieces, position)
                position += 1

    def _number(self, text: str) -> Token:
        if text.startswith("'") and len(text) == len("'75"):
            return Token(Kind.YEAR, 1900 + int(text[1:]))
        if len(text) == len("1975") and OLDEST <= int(text) <= self.this_year:
            return Token(Kind.YEAR, int(text))
        if text.isdigit() and len(text) <= len("75"):
            return Token(Kind.NUMBER, int(text), figures=len(text))
        if text == str(OLDEST_CENTURY):
            return Token(Kind.OTHER_NUMBER, OLDEST_CENTURY)
        return Token(Kind.OTHER_NUMBER)

    def _ending(self, pieces: list[Piece], at: int) -> tuple[Token | None, int]:
        """What hangs on a number: “1970-erne”, “1972'den önce”, “3rd”, “45b”."""
        dashed = (
            pieces[at].text == "-" and at + 1 < len(pieces) and pieces[at + 1].tight
        )
        start = at + 1 if dashed else at
        if not pieces[start].is_word:
            return None, at
        own = SUFFIXES.get(self.language, NONE)
        found = _longest(pieces, start, own) or _longest(pieces, start, ALL_SUFFIXES)
        if found:
            return found
        if dashed:
            return None, at
        if _beyond_ascii(pieces[start].text):
            return None, at
        return Token(Kind.UNKNOWN), at + 1

    def _phrase(self, pieces: list[Piece], at: int) -> tuple[Token, int]:
        """The longest known phrase from here, in their own language before others."""
        own = _longest(pieces, at, WORDS.get(self.language, NONE))
        other = _longest(pieces, at, ALL_WORDS)
        if own and other:
            return own if own[1] >= other[1] else other
        return own or other or (Token(Kind.UNKNOWN), at + 1)

    def _settle(self, tokens: list[Token]) -> list[Token]:
        """Decide “jul”: a month beside a day or month, else by the language."""
        return [
            self._jul(tokens[:at]) if token.kind == Kind.JUL else token
            for at, token in enumerate(tokens)
            if token.kind != Kind.FILLER
        ]

    def _jul(self, before: list[Token]) -> Token:
        july, christmas = Token(Kind.MONTH, 7), Token(Kind.FEAST, name="christmas")
        kinds = "".join(token.kind for token in before if token.kind != Kind.FILLER)
        beside_a_date = re.search(r"N[.o]?-?$|M[-|&]$", kinds)
        if beside_a_date or self.language in JULY:
            return july
        return christmas if self.language in DANISH else Token(Kind.UNKNOWN)


def _pieces(text: str) -> list[Piece]:
    pieces, end = [], 0
    for found in PIECES.finditer(text):
        pieces.append(Piece(found[0], tight=found.start() == end))
        end = found.end()
    return pieces


def _sign(pieces: list[Piece], at: int) -> Token:
    """A sign; a dot after a word only shortens it, and says nothing."""
    text = pieces[at].text
    if text == "?":
        return Token(Kind.MAYBE)
    if text == "~":
        return Token(Kind.ABOUT)
    if text == "." and at and not pieces[at - 1].is_number:
        return Token(Kind.FILLER if pieces[at - 1].is_word else Kind.UNKNOWN)
    known = {Kind.DASH, Kind.SLASH, Kind.DOT, Kind.COMMA}
    return Token(Kind(text)) if text in known else Token(Kind.UNKNOWN)


def _longest(
    pieces: list[Piece], at: int, book: Mapping[str, Token]
) -> tuple[Token, int] | None:
    """The longest phrase of the book that starts here, and where it ends."""
    best, words, position = None, "", at
    for _ in range(LONGEST_PHRASE):
        if position >= len(pieces) or not pieces[position].is_word:
            break
        words = f"{words} {pieces[position].text}".strip().replace("'", "")
        position += 1
        if words in book:
            best = book[words], position
        if _joins(pieces, position):
            position += 1
    return best


def _joins(pieces: list[Piece], at: int) -> bool:
    """Whether a dash or a dot only joins two words: “eid-ul-fitr”, “skt. hans”."""
    if at + 1 >= len(pieces) or not pieces[at + 1].is_word:
        return False
    dash = pieces[at].text == "-" and pieces[at].tight and pieces[at + 1].tight
    return dash or pieces[at].text == "."


def _beyond_ascii(text: str) -> bool:
    return "\u0600" <= text[0] <= "\u06ff"
