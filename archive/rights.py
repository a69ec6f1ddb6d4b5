"""Who may use a picture for what, and until when: the rules, as data.

References are to the Danish act on copyright (ophavsretsloven). This is the
archive's careful reading of it, not legal advice: where two readings are
possible, the one that protects the photographer longer is taken.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple


def gettext_noop(message: str) -> str:
    """Mark words for the translators; the page that shows them translates."""
    return message


class Use(StrEnum):
    """What a family says yes or no to, one by one."""

    WEB = "web"
    EXHIBIT = "exhibit"
    PRINT = "print"
    SOCIAL = "social"
    PRESS = "press"
    OPEN = "open"


class Basis(StrEnum):
    """Why the archive may use a picture at all."""

    OWN_WORK = "own_work"
    FAMILY = "family"
    COMMISSIONED_PORTRAIT = "commissioned_portrait"
    EXPIRED = "expired"
    LICENCE = "licence"
    UNKNOWN = "unknown"


class PhotographerKind(StrEnum):
    """Who stood behind the camera; the law protects them differently long."""

    AMATEUR = "amateur"
    PROFESSIONAL = "professional"
    UNKNOWN = "unknown"


class Statement(NamedTuple):
    """A rights statement that other archives and machines understand."""

    uri: str
    name: str


CC_BY: Final = Statement(
    "https://creativecommons.org/licenses/by/4.0/",
    gettext_noop("Free to use with credit (CC BY 4.0)"),
)
PUBLIC_DOMAIN: Final = Statement(
    "https://creativecommons.org/publicdomain/mark/1.0/",
    gettext_noop("Free of copyright"),
)
IN_COPYRIGHT: Final = Statement(
    "http://rightsstatements.org/vocab/InC/1.0/",
    gettext_noop("In copyright"),
)
UNDETERMINED: Final = Statement(
    "http://rightsstatements.org/vocab/UND/1.0/",
    gettext_noop("Copyright undetermined"),
)
STATEMENTS: Final = (CC_BY, PUBLIC_DOMAIN, IN_COPYRIGHT, UNDETERMINED)

ALREADY: Final = date.min
"""Free since before anyone needs to reckon: earlier than every other day."""


class Rule(NamedTuple):
    """One rule of the society: a figure where it has one, and where it comes from.

    `is_checked` says that a lawyer has read it for this society.
    """

    name: str
    figure: int | None
    applies_to: str
    source: str
    link: str = ""
    is_checked: bool = False


Rules = Mapping[str, Rule]

_ACT: Final = "https://www.retsinformation.dk/eli/lta/2023/1093"
_GUIDE: Final = "https://www.datatilsynet.dk/"

RULES: Final[dict[str, Rule]] = {
    "amateur_line": Rule(
        gettext_noop("Amateurs' pictures before this year are free"),
        1970,
        gettext_noop("pictures taken by family or amateurs"),
        "Ophavsretsloven § 91, stk. 5",
        _ACT,
    ),
    "amateur": Rule(
        gettext_noop("Years from the end of the year a picture was taken"),
        50,
        gettext_noop("pictures taken by family or amateurs"),
        "Ophavsretsloven § 70, stk. 2",
        _ACT,
    ),
    "photographer": Rule(
        gettext_noop("Years from the end of the year the photographer died"),
        70,
        gettext_noop("pictures taken by photographers and the press"),
        "Ophavsretsloven § 63, stk. 1",
        _ACT,
    ),
    "commissioned": Rule(
        gettext_noop("Portraits to order belong to whoever ordered them"),
        None,
        gettext_noop("portraits made to order, 1910–1995"),
        "Ophavsretsloven § 60; fotografiloven 1911 og 1961",
        _ACT,
    ),
    "wall": Rule(
        gettext_noop("A protected picture may hang on the wall, and no further"),
        None,
        gettext_noop("exhibitions, also with copies and panels"),
        "Ophavsretsloven § 20",
        _ACT,
    ),
    "persons": Rule(
        gettext_noop("Years before living persons are named without being asked"),
        75,
        gettext_noop("persons who can be recognised and may be living"),
        "Datatilsynets vejledning til lokalarkiver, november 2022; foreningens praksis",
        _GUIDE,
    ),
    "living": Rule(
        gettext_noop("Years after birth that somebody counts as living"),
        110,
        gettext_noop("persons nobody knows to be dead"),
        "Foreningens praksis",
    ),
    "minors": Rule(
        gettext_noop("Years of age below which somebody is a child"),
        18,
        gettext_noop("children in pictures who may be living"),
        "Databeskyttelsesforordningen art. 6 og 8; foreningens praksis",
        _GUIDE,
    ),
}
"""What a society begins with; its own society.toml may say otherwise."""

_EVERY_USE = frozenset(Use)
_WITHIN = {
    Basis.OWN_WORK: _EVERY_USE,
    Basis.FAMILY: _EVERY_USE,
    Basis.COMMISSIONED_PORTRAIT: _EVERY_USE,
    Basis.EXPIRED: _EVERY_USE,
    Basis.LICENCE: _EVERY_USE - {Use.OPEN},
    Basis.UNKNOWN: frozenset({Use.EXHIBIT}),
}


def figure(rules: Rules, name: str) -> int:
    """The number in a rule, or the one every society begins with."""
    own = rules[name].figure if name in rules else None
    return own if own is not None else RULES[name].figure or 0


def free_from(
    kind: PhotographerKind,
    latest: date | None,
    photographer_died: int | None = None,
    *,
    rules: Rules = RULES,
) -> date | None:
    """Say from which day a photograph is free of copyright; None if nobody can.

    The answer may lie in the past, and ALREADY lies before every day, so
    `when is not None and when <= today` is the whole question.

    - An amateur's photograph, a *fotografisk billede*, is protected for 50 years
      from the end of the year it was taken (§ 70, stk. 2), and not at all when it
      was taken before 1 January 1970 (§ 91, stk. 5). `latest` is the latest day on
      which it can have been taken.
    - A professional's is treated as a work of art, a *fotografisk værk*: 70 years
      from the end of the year the photographer died (§ 63, stk. 1).
    - An unknown photographer may have been either, so only a known death counts.
    """
    if kind == PhotographerKind.AMATEUR:
        return _amateurs_free_from(latest, rules)
    if photographer_died is None:
        return None
    return _new_year_after(photographer_died + figure(rules, "photographer"))


def basis_at(basis: Basis, free: date | None, at: date) -> Basis:
    """Say what the basis has become by a day: copyright that ran out is no bar."""
    return Basis.EXPIRED if free is not None and free <= at else basis


def licence_permits(basis: Basis, uses: Iterable[Use]) -> frozenset[Use]:
    """Of the uses somebody said yes to, keep those that were theirs to permit.

    - Who took the picture, or inherited it, decides alone (§ 2; § 61).
    - A portrait made to order may not be used without the consent of whoever
      ordered it (§ 60), and for those of 1910–1995 the right was theirs.
    - A licence from somebody else cannot be handed on to everybody.
    - Where the photographer is not known, a print or a copy of it may still hang
      on the wall of an exhibition (§ 20), but wall display is where it ends: no
      catalogue, no web page, nothing that leaves the house.
    """
    return _WITHIN[basis] & frozenset(uses)


def uri_for(
    basis: Basis, uses: Iterable[Use] = (), *, free: date | None = None, at: date
) -> str:
    """Choose the address that tells machines what may be done with a picture."""
    return statement_for(basis, uses, free=free, at=at).uri


def statement_for(
    basis: Basis, uses: Iterable[Use] = (), *, free: date | None = None, at: date
) -> Statement:
    """Choose the rights statement for a picture on a day."""
    now = basis_at(basis, free, at)
    if now == Basis.EXPIRED:
        return PUBLIC_DOMAIN
    if now == Basis.UNKNOWN:
        return UNDETERMINED
    return CC_BY if Use.OPEN in licence_permits(now, uses) else IN_COPYRIGHT


def counts_as_living(
    *, born: int | None, dead: bool, at: date, rules: Rules = RULES
) -> bool:
    """Treat a person as living unless known dead or born 110 years ago."""
    if dead:
        return False
    return born is None or at.year - born < figure(rules, "living")


def was_a_child(*, born: int | None, latest: date | None, rules: Rules = RULES) -> bool:
    """Whether somebody can have been a child in the picture, as far as we know.

    Reckoned from the latest day it can be from, at which they were oldest; where
    nobody knows when they were born, nobody can say.
    """
    if born is None or latest is None:
        return False
    return latest.year - born < figure(rules, "minors")


def named_from(latest: date | None, *, rules: Rules = RULES) -> date | None:
    """From when living persons may be named unasked, by the society's own rule."""
    if latest is None:
        return None
    return _new_year_after(latest.year + figure(rules, "persons"))


def _amateurs_free_from(latest: date | None, rules: Rules) -> date | None:
    if latest is None:
        return None
    if latest.year < figure(rules, "amateur_line"):
        return ALREADY
    return _new_year_after(latest.year + figure(rules, "amateur"))


def _new_year_after(year: int) -> date:
    return date(year + 1, 1, 1)
