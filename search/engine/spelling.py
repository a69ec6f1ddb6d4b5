"""Did you mean: words of the archive that look like the one that was typed."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from whoosh.support.levenshtein import damerau_levenshtein

from search.language import fold, stem

MOST_COMPLETIONS = 20
SHORTEST = 4
FORGIVING = 8  # letters a word has before two slips are forgiven


class Dictionary:
    """The archive's own words with how many pictures use each."""

    def __init__(self, counted: Iterable[tuple[str, int]]) -> None:
        self._best: dict[str, tuple[int, str]] = {}
        for word, count in counted:
            folded = fold(word)
            self._best[folded] = max(self._best.get(folded, (0, "")), (count, word))
        self._sorted = sorted(self._best)
        self._by_length: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
        for folded in self._sorted:
            self._by_length[len(folded)].append((folded, _letters(folded)))

    def nearest(self, word: str) -> str:
        """The likeliest word meant, as people write it; "" where none is near."""
        folded = fold(word)
        near = _reach(folded)
        found = [
            (distance, -self._best[other][0], other)
            for other in self._alike(folded, near)
            if (distance := damerau_levenshtein(folded, other, limit=near)) <= near
        ]
        return self._best[min(found)[2]][1] if found else ""

    def completions(self, word: str) -> list[str]:
        """Stems of the commonest words that begin like this one."""
        folded = fold(word)
        if len(folded) < SHORTEST:
            return []
        found = []
        for place in range(bisect_left(self._sorted, folded), len(self._sorted)):
            if not self._sorted[place].startswith(folded):
                break
            found.append(self._sorted[place])
        found.sort(key=lambda other: -self._best[other][0])
        return list(dict.fromkeys(map(stem, found[:MOST_COMPLETIONS])))

    def _alike(self, folded: str, near: int) -> Iterator[str]:
        letters = _letters(folded)
        for length in range(len(folded) - near, len(folded) + near + 1):
            for other, theirs in self._by_length.get(length, ()):
                if (letters ^ theirs).bit_count() <= 2 * near and other != folded:
                    yield other


def _reach(folded: str) -> int:
    """How many slips of the finger a word of this length forgives."""
    if not folded.isalpha() or len(folded) < SHORTEST:
        return 0
    return 1 if len(folded) < FORGIVING else 2


def _letters(folded: str) -> int:
    """The letters of a word as bits: a quick way to see that two words differ."""
    bits = 0
    for letter in folded:
        bits |= 1 << (ord(letter) % 61)
    return bits
