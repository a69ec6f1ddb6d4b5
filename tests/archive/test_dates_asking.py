"""Where a told date can mean two things, both are offered; else nothing is asked."""

import datetime as dt

import pytest

from archive import dates

TODAY = dt.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("told", "language", "offered"),
    [
        ("vinteren 1976", "da", ["[1975-12..1976-02]", "[1976-12..1977-02]"]),
        ("vinteren 1976/77", "da", []),
        ("3/5/74", "en", ["1974-03-05", "1974-05-03"]),
        ("3/5-74", "da", []),
        ("sommeren 05", "da", ["1905-22", "2005-22"]),
        ("sommeren 75", "da", []),
        ("sommeren 1905", "da", []),
        ("1969 eller 1970", "da", []),
        ("3. eller 4. maj 1974", "da", []),
        ("ca. 1974", "da", []),
    ],
)
def test_only_what_is_ambiguous_is_asked(
    told: str, language: str, offered: list[str]
) -> None:
    date = dates.read(told, language)

    assert date is not None
    assert [each.edtf for each in dates.meanings(told, date, TODAY)] == offered


def test_a_feast_that_fell_three_times_in_a_year_is_asked_about() -> None:
    date = dates.read("eid 2000", "da")

    assert date is not None
    assert len(dates.meanings("eid 2000", date, TODAY)) == 3
