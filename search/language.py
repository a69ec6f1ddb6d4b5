"""How words meet: letters folded, endings taken off, compounds opened (no Django).

One word becomes a few *terms*. The full term keeps ø, æ and å apart from o, a and e
(ishoej); the thin one lets everybody who types without them in (ishoj). A picture and
a question meet when they share a term; each term says how sure the meeting is.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from archive.folding import JOINERS, MARKS, fold, thin

__all__ = [
    "PART",
    "SMALL_WORDS",
    "Term",
    "Token",
    "Vocabulary",
    "fold",
    "hyphenated",
    "stem",
    "terms",
    "thin",
    "words",
    "words_that",
]

FULL, THIN, PART = 1.0, 0.6, 0.4

# How many letters a word has to have before we dare …
OPEN = 6  # … open it as a compound
HEAD = 5  # … believe in its last part whatever the first one is
PIECE = 3  # … take something for a first part
TRUST = 4  # … learn it as a part of compounds
SIMPLE = 8  # … think that a word we know is a compound all the same

_START = r"[^\W_\u0640]"
_PIECE = rf"{_START}[\w{MARKS}{JOINERS}]*"
_WORD = re.compile(rf"{_PIECE}(?:-{_PIECE})*")
_COUNTED = re.compile(r"(\d+)(?:erne|ernes|er|ere|tallet)")
# What an ending does not tell: the word, and the forms that lead to it.
_IRREGULAR = {
    "barn": "børn børnene",
    "bedstefar": "bedstefader bedstefædre bedstefædrene",
    "bedstemor": "bedstemoder bedstemødre bedstemødrene",
    "bog": "bøger bøgerne",
    "bonde": "bønder bønderne",
    "bror": "broder broderen brødre brødrene",
    "by": "byen byer byerne",
    "datter": "datteren døtre døtrene",
    "far": "fader faderen fædre fædrene",
    "fod": "fødder fødderne",
    "gås": "gæs gæssene",
    "hånd": "hænder hænderne",
    "ko": "koen køer køerne",
    "café": "cafeen cafeer cafeerne",
    "mand": "mænd mændene",
    "moské": "moskeen moskeer moskeerne",
    "mor": "moder moderen mødre mødrene",
    "nat": "nætter nætterne",
    "onkel": "onklen onkler onklerne",
    "cykel": "cyklen cykler cyklerne",
    "sommer": "sommeren somre somrene",
    "stad": "stæder stæderne",
    "stang": "stænger stængerne",
    "sø": "søen søer søerne",
    "søster": "søsteren søstre søstrene",
    "tand": "tænder tænderne",
    "teater": "teatret teatre teatrene",
    "træ": "træet træer træerne",
    "tå": "tæer tæerne",
    "vinter": "vinteren vintre vintrene",
    "ø": "øen øer øerne",
    "øje": "øjet øjne øjnene",
    "å": "åen åer åerne",
}

# The words most compounds about families and towns end in; the archive adds its own.
COMMON_HEADS = (
    "aften album arbejde arbejder arv avis bad bage bane barn billede bil bog bolig "
    "bror bryllup bus butik by båd cykel dag dans datter dragt egn fabrik familie far "
    "ferie fest fisker flytning forening forretning fortælling foto fotografi frue "
    "fødselsdag gade gang gave gruppe gæst gård have havn helligdag hjem hold hus "
    "indvandrer "
    "jul kaffe kirke kiosk kjole klasse klub kone konge kort krig kunst kvinde køkken "
    "lejr lejlighed lærer mad mand marked mark medlem mester moské mor musik mølle "
    "nat onkel opgang ord park pas pige plads plan port rejse restaurant ret rum sal "
    "sang selskab skib skole skov sko sommer spil sprog stand station sted stol strand "
    "stue sø søn søster tale tid tog torv tur tøj udstilling uge ur vand vej ven "
    "venner vinter vogn værelse værksted værk år"
)

# Asked for only when nothing else is asked for.
_SMALL_WORDS = (
    "af at da de den der det dem denne deres dig din ej en er erne ere et for fra "
    "ham han hans har havde hende hendes hun hvem hvad hvor i ikke ind jeg kan kom "
    "med men mig min mit nu når og om op os på sig sin som til ud under var vi ved "
    "være a an and are by from in is it of on or the to was were with bir bu ile mi "
    "ve في من على الى عن و کا کی کے میں سے نے ہے اور"
)


_danish = snowballstemmer.stemmer("danish")


@dataclass(frozen=True, slots=True)
class Term:
    """One way a word can be met, and how much such a meeting weighs."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it stands in a text."""

    word: str
    start: int
    end: int


def words(text: str) -> Iterator[Token]:
    """The words of a text, where they stand; “s-tog” is one word."""
    for match in _WORD.finditer(text):
        yield Token(match[0], match.start(), match.end())


def words_that(text: str, meet: Callable[[str], bool]) -> list[Token]:
    """Only those words of a text that meet something."""
    return [
        Token(match[0], match.start(), match.end())
        for match in _WORD.finditer(text)
        if meet(match[0])
    ]


@lru_cache(maxsize=65536)
def stem(folded: str) -> str:
    """A folded word without its Danish ending: familierne → famili."""
    folded = _COUNTED.sub(r"\1", folded) if folded[:1].isdigit() else folded
    known = _LEMMAS.get(folded) or _LEMMAS.get(folded.removesuffix("s"))
    if known:
        return known
    for form, lemma in _IRREGULAR_ENDINGS:
        if folded.endswith(form) and len(folded) > len(form) + 2:
            return folded.removesuffix(form) + lemma
    return str(_danish.stemWord(folded))


@lru_cache(maxsize=65536)
def terms(word: str) -> tuple[Term, ...]:
    """Every way one word can be met, the surest first; none where nothing is left."""
    found: dict[str, float] = {}
    for folded in _spellings(word):
        _keep(found, stem(folded), FULL)
        slim = thin(folded)
        if slim != folded and slim not in SMALL_WORDS:
            _keep(found, stem(slim), THIN)
    return tuple(Term(text, weight) for text, weight in found.items() if text)


def _keep(found: dict[str, float], text: str, weight: float) -> None:
    found[text] = max(weight, found.get(text, 0.0))


def _spellings(word: str) -> Iterator[str]:
    """The word folded; joined where it has hyphens; without the Arabic article."""
    folded = fold(word.replace("-", ""))
    yield folded
    for article in ("وال", "بال", "كال", "فال", "ال", "لل"):
        if folded.startswith(article) and len(folded) > len(article) + 2:
            yield folded.removeprefix(article)
            break


def hyphenated(word: str) -> list[str]:
    """The parts of s-tog or Thorslunde-Ishøj; nothing for a plain word."""
    return word.split("-") if "-" in word else []


class Vocabulary:
    """The words an archive knows, and how it opens compounds with them."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self.stems = set(_HEADS)
        self._opened: dict[str, tuple[str, ...]] = {}
        self.learn(known)

    def learn(self, known: Iterable[str]) -> None:
        """Take words in, as they stand in texts; short ones open nothing."""
        fresh = {stem(folded) for folded in map(fold, known) if _may_be_part(folded)}
        if not fresh <= self.stems:
            self.stems |= fresh
            self._opened.clear()

    def parts(self, word: str) -> tuple[str, ...]:
        """The stems a compound is made of, its head first; () for a simple word.

        indvandrerfamilie → famili, indvandr; the linking s or e is let go.
        """
        folded = fold(word)
        if folded not in self._opened:
            self._opened[folded] = tuple(dict.fromkeys(self._open(folded)))
        return self._opened[folded]

    def _open(self, folded: str) -> Iterator[str]:
        if len(folded) < OPEN or not folded.isalpha() or folded in _WEEKDAYS:
            return
        for cut in range(PIECE, len(folded) - 1):
            first, last = folded[:cut], folded[cut:]
            if self._is_head(last, first, whole=folded):
                yield stem(last)
                yield from self._open(last)
                yield from self._first_part(first)
                return

    def _is_head(self, last: str, first: str, *, whole: str) -> bool:
        """A long known head is enough; a short one needs a known first part too."""
        if stem(last) not in self.stems or stem(last) == stem(whole):
            return False
        if len(last) >= HEAD and not (
            len(whole) < SIMPLE and stem(whole) in self.stems
        ):
            return True
        return any(self._first_part(first))

    def _first_part(self, first: str) -> Iterator[str]:
        for form in dict.fromkeys((first, first.removesuffix("s"), first[:-1])):
            if len(form) >= PIECE and stem(form) in self.stems:
                yield stem(form)
                return
        yield from self._open(first.removesuffix("s"))


def _may_be_part(folded: str) -> bool:
    return len(folded) >= TRUST and folded.isalpha() and folded not in SMALL_WORDS


_DAYS = "mandag tirsdag onsdag torsdag fredag loerdag soendag"
_WEEKDAYS = frozenset(
    f"{day}{ending}" for day in _DAYS.split() for ending in ("", "en", "e", "ene", "s")
)


def _irregular() -> Iterator[tuple[str, str]]:
    for lemma, forms in _IRREGULAR.items():
        for form in (lemma, *forms.split()):
            folded = fold(form)
            yield folded, fold(lemma)
            if len(thin(folded)) >= TRUST:
                yield thin(folded), fold(lemma)


SMALL_WORDS = frozenset(map(fold, _SMALL_WORDS.split()))
_LEMMAS: dict[str, str] = dict(_irregular())
_IRREGULAR_ENDINGS = sorted(
    ((form, lemma) for form, lemma in _LEMMAS.items() if len(form) > TRUST),
    key=lambda pair: -len(pair[0]),
)
_HEADS = frozenset(stem(fold(head)) for head in COMMON_HEADS.split())
