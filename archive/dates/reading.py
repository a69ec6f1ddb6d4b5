"""Reads what families write when asked for a date; never guesses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from archive.dates import shapes, uncertain
from archive.dates.grammar import point
from archive.dates.lexicon import OLDEST, Ear, Token
from archive.dates.shapes import Item, Point, Range, Shape, between
from archive.dates.told import Told, completed
from archive.dates.uncertain import UncertainDate
from archive.dates.vocabulary import Kind

LONGEST = 300
MOST_TOKENS = 40
EDTF_SIGNS = frozenset("[X%~")

ABOUT_KINDS = {Kind.ABOUT, Kind.MAYBE}
FIRST_OPS = {Kind.BEFORE, Kind.AFTER, Kind.UNTIL, Kind.SINCE}
# The same word after its date, and the one that would stand before it.
LAST_OPS = {
    Kind.BEFORE_IT: Kind.BEFORE,
    Kind.AFTER_IT: Kind.AFTER,
    Kind.UNTIL_IT: Kind.UNTIL,
    Kind.SINCE_IT: Kind.SINCE,
}
NO_DATE = {Kind.UNKNOWN, Kind.NOT}
BETWEEN_OPS = {Kind.BETWEEN, Kind.BETWEEN_THEM}
RANGE_SIGNS = {Kind.TO, Kind.DASH, Kind.UNTIL, Kind.SINCE_IT}
BETWEEN_SIGNS = (Kind.AND, Kind.I, Kind.DASH, Kind.TO, Kind.SLASH)
# Words that may follow the comma of “sommeren 75, før skolen begyndte”.
HARMLESS = {
    *(Kind.UNKNOWN, Kind.BEFORE, Kind.AFTER, Kind.AND, Kind.I, Kind.TO, Kind.COMMA),
    *(Kind.ABOUT, Kind.MAYBE, Kind.UNTIL, Kind.YEAR_WORD, Kind.DASH),
}
LAST_WORD = {Kind.BEFORE, Kind.AFTER, Kind.UNTIL}


@dataclass(frozen=True, slots=True)
class Clause:
    """One or two told dates and what is said of them: a date, a range, before …"""

    op: Kind
    told: tuple[Told, ...]
    other_op: Kind | None = None


def read(
    told: str, language: str, *, today: date | None = None
) -> UncertainDate | None:
    """The date behind somebody's words in their language; nothing when in doubt."""
    if len(told) > LONGEST:
        return None
    this_year = (today or datetime.now(UTC).date()).year
    if EDTF_SIGNS & set(told):
        known = uncertain.from_edtf(told)
        if known:
            return known if _told_in_time(known, this_year) else None
    language = language.lower().replace("_", "-").partition("-")[0]
    tokens = Ear(language, this_year).tokens(told)
    if not tokens:
        return None
    shape = _phrase(tokens, language) or _before_comma(tokens, language)
    return uncertain.of(shape) if shape else None


def _told_in_time(known: UncertainDate, this_year: int) -> bool:
    years = [day.year for day in (known.earliest, known.latest) if day]
    return min(years) >= OLDEST - 2 and max(years) <= this_year + 2


def _doubt(tokens: Sequence[Token]) -> str:
    kinds = {token.kind for token in tokens}
    if kinds >= ABOUT_KINDS:
        return "%"
    if Kind.ABOUT in kinds:
        return "~"
    return "?" if Kind.MAYBE in kinds else ""


def _before_comma(tokens: Sequence[Token], language: str) -> Shape | None:
    """A date, a comma, and words that say nothing else about time."""
    kinds = [token.kind for token in tokens]
    if Kind.COMMA not in kinds:
        return None
    comma = kinds.index(Kind.COMMA)
    head, tail = tokens[:comma], kinds[comma + 1 :]
    if not set(tail) <= HARMLESS or (tail and tail[-1] in LAST_WORD):
        return None
    doubt = [token for token in tokens[comma:] if token.kind in ABOUT_KINDS]
    return _phrase([*head, *doubt], language)


def _phrase(tokens: Sequence[Token], language: str) -> Shape | None:
    """The whole of what was told: one clause, or several of which one is true."""
    doubt = _doubt(tokens)
    sure = [token for token in tokens if token.kind not in ABOUT_KINDS]
    while sure and sure[-1].kind in {Kind.DOT, Kind.COMMA}:
        sure.pop()
    if len(sure) > MOST_TOKENS or any(token.kind in NO_DATE for token in sure):
        return None
    for separators in ({Kind.OR}, {Kind.OR, Kind.COMMA}):
        if len(separators) > 1 and Kind.OR not in {token.kind for token in sure}:
            continue
        items = _meant(_split(sure, separators), language)
        if items:
            return shapes.one_of(items, doubt)
    if not any(token.kind in BETWEEN_OPS for token in sure):
        items = _meant(_split(sure, {Kind.AND}), language)
        return shapes.one_of(_both(items), doubt)
    return None


def _split(tokens: Sequence[Token], separators: set[Kind]) -> list[list[Token]]:
    """The token lists between the separators."""
    groups: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind in separators:
            groups.append([])
        else:
            groups[-1].append(token)
    return groups


def _both(items: list[Item]) -> list[Item]:
    """“After 1969 and before 1973” is one range; other dates stay alternatives."""
    if [isinstance(item, Range) for item in items] != [True, True]:
        return items
    starts = [item.start for item in items if isinstance(item, Range)]
    ends = [item.end for item in items if isinstance(item, Range)]
    if starts.count(None) != 1 or ends.count(None) != 1:
        return items
    item = between(starts[0] or starts[1], ends[0] or ends[1])
    return [item] if item else []


def _meant(groups: list[list[Token]], language: str) -> list[Item]:
    """Everything the groups can mean; nothing if one of them means nothing."""
    clauses: list[Clause] = []
    for group in groups:
        clause = _clause(group, month_first=language == "en")
        if clause is None:
            return []
        clauses.append(clause)
    told = completed([one for clause in clauses for one in clause.told])
    items: list[Item] = []
    for clause in clauses:
        own, told = told[: len(clause.told)], told[len(clause.told) :]
        meant = _items(clause, own)
        if not meant:
            return []
        items.extend(meant)
    return items


def _clause(tokens: list[Token], *, month_first: bool) -> Clause | None:
    if any(token.kind in BETWEEN_OPS for token in tokens):
        inner = [token for token in tokens if token.kind not in BETWEEN_OPS]
        return _between(inner, month_first=month_first)
    rest = [token for token in tokens if token.kind != Kind.I]
    one = point(rest, month_first=month_first)
    if one:
        return Clause(Kind.YEAR, (one,))
    return _range(rest, month_first=month_first) or _open(rest, month_first=month_first)


def _between(tokens: list[Token], *, month_first: bool) -> Clause | None:
    for sign in BETWEEN_SIGNS:
        rest = tokens
        if sign != Kind.I and Kind.AND in {token.kind for token in tokens}:
            rest = [token for token in tokens if token.kind != Kind.I]
        found = _two(rest, {sign}, month_first=month_first)
        if found:
            return found
    return None


def _two(tokens: list[Token], signs: set[Kind], *, month_first: bool) -> Clause | None:
    """Two dates with one of the signs between them."""
    for at in range(1, len(tokens) - 1):
        if tokens[at].kind not in signs:
            continue
        first = point(tokens[:at], month_first=month_first)
        last = point(tokens[at + 1 :], month_first=month_first)
        if first and last:
            return Clause(Kind.TO, (first, last))
    return None


def _range(tokens: list[Token], *, month_first: bool) -> Clause | None:
    """“1969-73”, “fra maj til juni 1974”, “od 1969 do 1973”, “۱۹۶۹ سے ۱۹۷۳ تک”."""
    body = tokens
    if body and body[0].kind == Kind.SINCE:
        body = body[1:]
    if body and body[-1].kind == Kind.UNTIL_IT:
        body = body[:-1]
    return _two(body, RANGE_SIGNS, month_first=month_first)


def _open(tokens: list[Token], *, month_first: bool) -> Clause | None:
    """“før 1972”, “1972'den sonra”, and both at once: “efter 1969, men før 1973”."""
    if not tokens:
        return None
    if tokens[-1].kind in LAST_OPS:
        tokens = [Token(LAST_OPS[tokens[-1].kind]), *tokens[:-1]]
    if tokens[0].kind not in FIRST_OPS:
        return None
    one = point(tokens[1:], month_first=month_first)
    if one:
        return Clause(tokens[0].kind, (one,))
    return None


def _items(clause: Clause, told: list[Told]) -> list[Item]:
    if clause.op == Kind.YEAR:
        return told[0].items
    edges = [_edges(one) for one in told]
    if None in edges:
        return []
    firsts, lasts = zip(*(edge for edge in edges if edge), strict=True)
    if clause.op == Kind.TO:
        item = between(firsts[0], lasts[-1])
        grows = firsts[0].earliest <= firsts[-1].earliest
        return [item] if item and grows else []
    return _one_sided(clause.op, firsts[0], lasts[0], told[0])


def _one_sided(op: Kind, first: Point, last: Point, told: Told) -> list[Item]:
    """Before or after one date; if it is itself unsure, the wider way."""
    if op == Kind.UNTIL:
        return [Range(None, last)]
    if op == Kind.SINCE:
        return [Range(first, None)]
    if told.season == shapes.WINTER and not told.next_year:
        first, last = Point(told.year, 12), Point(told.year, 2)
    if op == Kind.BEFORE:
        return [Range(None, first.step(-1))]
    return [Range(last.step(1), None)]


def _edges(told: Told) -> tuple[Point, Point] | None:
    """The first and the last year, month or day a told date can mean."""
    found = [_ends(item) for item in told.items]
    if not found:
        return None
    return found[0][0], found[-1][1]


def _ends(item: Item) -> tuple[Point, Point]:
    if isinstance(item, Point):
        return item.edges()
    if item.start is None or item.end is None:
        raise ValueError("A told date has two ends")
    return item.start, item.end
