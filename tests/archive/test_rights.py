"""The rules about rights, as tables."""

from datetime import date

import pytest

from archive.rights import (
    ALREADY,
    CC_BY,
    IN_COPYRIGHT,
    PUBLIC_DOMAIN,
    STATEMENTS,
    UNDETERMINED,
    Basis,
    PhotographerKind,
    Use,
    basis_at,
    counts_as_living,
    free_from,
    licence_permits,
    statement_for,
    uri_for,
)

AMATEUR, PROFESSIONAL, UNKNOWN = PhotographerKind
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("kind", "latest", "died", "expected"),
    [
        (AMATEUR, date(1969, 12, 31), None, ALREADY),
        (AMATEUR, date(1970, 1, 1), None, date(2021, 1, 1)),
        (AMATEUR, date(1970, 12, 31), None, date(2021, 1, 1)),
        (AMATEUR, date(1974, 7, 14), None, date(2025, 1, 1)),
        (AMATEUR, date(1976, 9, 26), None, date(2027, 1, 1)),
        (AMATEUR, date(1976, 9, 26), 1980, date(2027, 1, 1)),
        (AMATEUR, None, None, None),
        (AMATEUR, None, 1950, None),
        (PROFESSIONAL, date(1955, 1, 1), None, None),
        (PROFESSIONAL, date(1955, 1, 1), 1960, date(2031, 1, 1)),
        (PROFESSIONAL, None, 1940, date(2011, 1, 1)),
        (UNKNOWN, date(1955, 1, 1), None, None),
        (UNKNOWN, date(1955, 1, 1), 1950, date(2021, 1, 1)),
    ],
)
def test_a_photograph_is_free_from(
    kind: PhotographerKind,
    latest: date | None,
    died: int | None,
    expected: date | None,
) -> None:
    assert free_from(kind, latest, died) == expected


def test_already_free_lies_before_every_other_day() -> None:
    assert date(1826, 1, 1) > ALREADY


@pytest.mark.parametrize(
    ("free", "expected"),
    [
        (None, Basis.UNKNOWN),
        (date(2026, 11, 24), Basis.UNKNOWN),
        (date(2026, 11, 23), Basis.EXPIRED),
        (ALREADY, Basis.EXPIRED),
    ],
)
def test_copyright_that_ran_out_is_no_bar(free: date | None, expected: Basis) -> None:
    assert basis_at(Basis.UNKNOWN, free, TODAY) == expected


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (Basis.OWN_WORK, set(Use)),
        (Basis.FAMILY, set(Use)),
        (Basis.COMMISSIONED_PORTRAIT, set(Use)),
        (Basis.EXPIRED, set(Use)),
        (Basis.LICENCE, set(Use) - {Use.OPEN}),
        (Basis.UNKNOWN, {Use.EXHIBIT}),
    ],
)
def test_yes_to_everything_goes_as_far_as_the_right_does(
    basis: Basis, expected: set[Use]
) -> None:
    assert licence_permits(basis, Use) == expected


@pytest.mark.parametrize("basis", Basis)
def test_nothing_is_permitted_that_nobody_said_yes_to(basis: Basis) -> None:
    assert licence_permits(basis, []) == frozenset()
    assert licence_permits(basis, [Use.PRINT]) <= {Use.PRINT}


def test_an_unknown_photographers_picture_may_hang_but_not_leave_the_house() -> None:
    asked = [Use.EXHIBIT, Use.PRINT, Use.WEB]

    assert licence_permits(Basis.UNKNOWN, asked) == {Use.EXHIBIT}


@pytest.mark.parametrize(
    ("basis", "uses", "free", "expected"),
    [
        (Basis.OWN_WORK, [Use.WEB], None, IN_COPYRIGHT),
        (Basis.OWN_WORK, [Use.WEB, Use.OPEN], None, CC_BY),
        (Basis.OWN_WORK, [Use.WEB, Use.OPEN], date(2025, 1, 1), PUBLIC_DOMAIN),
        (Basis.FAMILY, [Use.WEB], date(2027, 1, 1), IN_COPYRIGHT),
        (Basis.LICENCE, [Use.WEB, Use.OPEN], None, IN_COPYRIGHT),
        (Basis.UNKNOWN, [Use.WEB, Use.OPEN], None, UNDETERMINED),
        (Basis.UNKNOWN, [], ALREADY, PUBLIC_DOMAIN),
        (Basis.EXPIRED, [], None, PUBLIC_DOMAIN),
    ],
)
def test_the_statement_says_what_holds_today(
    basis: Basis, uses: list[Use], free: date | None, expected: object
) -> None:
    assert statement_for(basis, uses, free=free, at=TODAY) == expected


def test_addresses_are_written_as_their_keepers_write_them() -> None:
    assert uri_for(Basis.FAMILY, at=TODAY) == (
        "http://rightsstatements.org/vocab/InC/1.0/"
    )
    assert [uri.endswith("/") for uri, _ in STATEMENTS] == [True] * len(STATEMENTS)


@pytest.mark.parametrize(
    ("born", "dead", "expected"),
    [
        (1990, False, True),
        (1990, True, False),
        (1917, False, True),
        (1916, False, False),
        (None, False, True),
        (None, True, False),
    ],
)
def test_a_person_counts_as_living(
    born: int | None, *, dead: bool, expected: bool
) -> None:
    assert counts_as_living(born=born, dead=dead, at=TODAY) == expected
