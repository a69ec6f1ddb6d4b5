"""What a language brings: the words it hears, and its voice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a word or sign does in a date; one letter each, for the patterns."""

    YEAR = "Y"
    NUMBER = "N"
    OTHER_NUMBER = "K"
    MONTH = "M"
    SEASON = "S"
    FEAST = "F"
    JUL = "j"  # Christmas in Danish, July in English and Bosnian
    DECADE = "D"
    DECADE_AFTER = "x"  # 70'erne, 1970 کی دہائی
    DECADE_BEFORE = "X"  # عقد 1970
    CENTURY = "C"
    HUNDREDS = "c"  # 1900-tallet
    NTH_CENTURY = "e"  # 20th century
    PART = "p"
    ORDINAL = "o"
    YEAR_WORD = "y"
    ABOUT = "a"
    MAYBE = "q"
    BEFORE = "b"
    BEFORE_IT = "B"  # 1972'den önce: the word follows the date
    AFTER = "f"
    AFTER_IT = "G"
    UNTIL = "u"
    UNTIL_IT = "U"
    SINCE = "s"
    SINCE_IT = "T"
    BETWEEN = "w"
    BETWEEN_THEM = "W"
    AND = "&"
    I = "i"  # noqa: E741 - “and” in Bosnian, “in” in Danish
    OR = "|"
    TO = "t"
    DASH = "-"
    SLASH = "/"
    DOT = "."
    COMMA = ","
    NOT = "!"
    UNKNOWN = "0"
    FILLER = "_"


Words = Mapping[Kind, str]
BEGINNING, MIDDLE, END = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Heard:
    """The words a language uses for dates; phrases stand between bars."""

    months: tuple[str, ...]
    seasons: tuple[str, ...]
    feasts: Mapping[str, str]
    parts: tuple[str, str, str]
    words: Words
    suffixes: Words = field(default_factory=dict)
    decades: Mapping[int, str] = field(default_factory=dict)
    centuries: Mapping[int, str] = field(default_factory=dict)


def _same(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Voice:
    """How a language says a date; the texts are filled in with `str.format`."""

    months: tuple[str, ...]
    seasons: tuple[str, str, str, str]
    winter: str
    decade: Callable[[int], str]
    decade_alone: str
    decade_parts: tuple[str, str, str]
    month_parts: tuple[str, str, str]
    century: Callable[[int], str]
    day: str
    day_of_month: str
    days: str
    about: str
    maybe: str
    before: str
    after: str
    between: str
    comma: str
    either: str
    until: str
    since: str
    span: str
    nth: str = "{d}"
    digits: str = "0123456789"
    of_decade: Callable[[int], str] | None = None
    bend: Callable[[str], str] = _same
