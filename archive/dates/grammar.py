"""The patterns of single dates, as letters for the kinds of their tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from archive.dates.lexicon import Token
from archive.dates.shapes import CENTURY, DECADE
from archive.dates.told import Told
from archive.dates.vocabulary import Kind

DAYS, MONTHS = 31, 12
TWO = 2  # figures of a short year
THIS_CENTURY = 2000
NTH_CENTURIES = range(11, 31)
NAMED_YEAR = re.compile(r"(?:Y\.?|N\.|[YN]\.?x|D)$")

# Years of two figures: after a day, a season or an apostrophe they can be any
# year (`Z`); elsewhere only those that cannot be a day of a month (`V`).
PATTERNS = [
    re.compile(
        pattern.replace("Z", "(?P<any_year>[YN])").replace("V", "(?P<year>[YN])")
    )
    for pattern in (
        # 3. maj 1974, May 3, 1974, maj 74, 1974 maj
        r"(?P<day>N)[.o]?-?(?P<month>M)(?:[-./]?Z)?",
        r"(?P<month>M)(?P<day>N)[.o]?,?Z",
        r"(?P<month>M)[-./,]?V",
        r"V[-./]?(?P<month>M)(?:-?(?P<day>N)[.o]?)?",
        # 3/5-74, 3.5.1974, 03-05-1974, 1974-05-03, 05/1974, 5/74
        r"(?P<slashed_day>N)[/-](?P<slashed_month>N)[/-]Z",
        r"(?P<slashed_day>N)/(?P<slashed_month>N)Z",
        r"(?P<day>N)\.(?P<numeric_month>N)\.?-?Z",
        r"(?P<year>Y)[./-](?P<numeric_month>N)[./-](?P<day>N)",
        r"(?P<year>Y)[/-](?P<iso_month>N)",
        r"(?P<numeric_month>N)[./-](?P<year>Y)",
        r"(?P<numeric_month>N)/V",
        r"(?P<day>N)/(?P<numeric_month>N)",
        # sommeren '75, 1975 yazı, vinteren 1976/77
        r"(?P<season>S)[-,]?Z(?:[/-](?P<next>[YN]))?",
        r"Z(?:[/-](?P<next>[YN]))?-?(?P<season>S)",
        # jul 1978, 2. juledag 1978, Bayram 1979, nytår 1974/75
        r"(?:(?P<nth>N)\.?)?(?P<feast>F)-?V(?:[/-](?P<next>[YN]))?",
        r"V-?(?P<feast>F)",
        # halvfjerdserne, 70'erne, en sommer i 70'erne, 1900-tallet
        r"S?(?P<decade>D)(?P<of_century>C)?",
        r"S?(?P<decade_year>[YNK])-?x",
        r"S?X(?P<decade_year>Y)",
        r"(?P<hundreds>[YK])-?c",
        r"(?P<nth_century>N)[.o]?e",
        r"e(?P<nth_century>N)",
        r"(?P<century>C)",
        # 1974, 74, 1976/77, and halves that the next date completes
        r"V\.",
        r"(?P<year>Y)",
        r"V/(?P<next>[YN])",
        r"(?P<number>N)\.?",
        r"(?P<month>M)",
        r"(?P<season>S)",
        r"(?:(?P<nth>N)\.?)?(?P<feast>F)",
    )
]


def point(tokens: Sequence[Token], *, month_first: bool) -> Told | None:
    """The one date these tokens tell, if they tell one and nothing else."""
    parts = [token.value for token in tokens if token.kind == Kind.PART]
    if len(parts) > 1:
        return None
    rest = [token for token in _without_year_words(tokens) if token.kind != Kind.PART]
    if parts and rest and rest[0].kind == Kind.DASH:
        rest = rest[1:]
    kinds = "".join(token.kind for token in rest)
    for pattern in PATTERNS:
        found = pattern.fullmatch(kinds)
        if found:
            picked = {
                name: rest[found.start(name)]
                for name, text in found.groupdict().items()
                if text
            }
            told = _told(picked, month_first=month_first)
            if told:
                return replace(told, part=parts[0]) if parts else told
    return None


def _without_year_words(tokens: Sequence[Token]) -> list[Token]:
    """Without “year” where it belongs to a year; “70 years” keeps it, and fails."""
    kept: list[Token] = []
    for at, token in enumerate(tokens):
        kinds = "".join(t.kind for t in tokens[:at])
        following = tokens[at + 1].kind if at + 1 < len(tokens) else ""
        if token.kind == Kind.YEAR_WORD and (
            following in {Kind.YEAR, Kind.NUMBER} or NAMED_YEAR.search(kinds)
        ):
            continue
        if token.kind == Kind.DOT and kinds.endswith("Y") and following != Kind.NUMBER:
            continue
        kept.append(token)
    return kept


def _told(picked: dict[str, Token], *, month_first: bool) -> Told | None:
    """The told date, unless a number is too large or too small for its place."""
    if "number" in picked:
        return Told(number=picked["number"].value)
    years = _years(picked)
    months = _month_and_day(picked)
    if years is None or months is None:
        return None
    told = replace(
        months,
        year=years.year,
        years=years.years,
        next_year=years.next_year,
        season=picked["season"].value if "season" in picked else 0,
        feast=picked["feast"].name if "feast" in picked else "",
        nth=picked["nth"].value if "nth" in picked else 0,
        either_way=month_first and "slashed_day" in picked,
    )
    if not told.either_way and told.month > MONTHS:
        return None
    return told


def _month_and_day(picked: dict[str, Token]) -> Told | None:
    month = day = 0
    for name in ("month", "numeric_month", "iso_month", "slashed_month"):
        month = picked[name].value if name in picked else month
        if name in picked and not 1 <= month <= DAYS:
            return None
    for name in ("day", "slashed_day"):
        day = picked[name].value if name in picked else day
        if name in picked and not 1 <= day <= DAYS:
            return None
    if "iso_month" in picked and picked["year"].value % 100 < month:
        return None  # 1905-12: December, or seven years?
    return Told(month=month, day=day)


def _years(picked: dict[str, Token]) -> Told | None:
    """The year, decade or century; two figures are of the 1900s."""
    if "year" in picked or "any_year" in picked:
        year = _year(picked.get("any_year") or picked["year"])
        if not year or ("year" in picked and year <= 1900 + DAYS and _short(picked)):
            return None
        return _with_next(year, picked)
    if "next" in picked:
        return None
    return _decade(picked) if _is_decade(picked) else _century(picked)


def _short(picked: dict[str, Token]) -> bool:
    return picked["year"].kind == Kind.NUMBER


def _year(token: Token) -> int:
    """The year a number stands for; one figure is no year."""
    if token.kind == Kind.NUMBER and token.figures < TWO:
        return 0
    return 1900 + token.value if token.kind == Kind.NUMBER else token.value


def _with_next(year: int, picked: dict[str, Token]) -> Told | None:
    if "next" not in picked:
        return Told(year=year)
    following = picked["next"]
    last = following.value
    if following.kind == Kind.NUMBER:
        if following.figures < TWO:
            return None
        last += year // 100 * 100
        last += 100 if last < year else 0
    is_near = year < last < year + 100
    return Told(year=year, next_year=last) if is_near else None


def _is_decade(picked: dict[str, Token]) -> bool:
    return "decade" in picked or "decade_year" in picked


def _decade(picked: dict[str, Token]) -> Told | None:
    if "decade" in picked:
        year = picked["decade"].value
        if "of_century" in picked:
            year = picked["of_century"].value + year % 100
        return Told(year=year, years=DECADE)
    year = _year(picked["decade_year"])
    if not year or year % 10 or picked["decade_year"].value == 0:
        return None
    # “the 1900s” are the century; “the 2000s” so far a decade.
    years = CENTURY if year % CENTURY == 0 and year < THIS_CENTURY else DECADE
    return Told(year=year, years=years)


def _century(picked: dict[str, Token]) -> Told | None:
    if "century" in picked:
        return Told(year=picked["century"].value, years=CENTURY)
    if "nth_century" in picked:
        number = picked["nth_century"].value
        known = number in NTH_CENTURIES
        return Told(year=(number - 1) * 100, years=CENTURY) if known else None
    if "hundreds" in picked:
        token = picked["hundreds"]
        whole = token.value and token.value % CENTURY == 0
        return Told(year=token.value, years=CENTURY) if whole else None
    return Told()
