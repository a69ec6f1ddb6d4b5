"""What PostgreSQL refuses is refused by every database the tests run on.

SQLite keeps a text with a NUL in it, a name longer than its column and a number of any
size. PostgreSQL answers each with an error; so that nobody finds that out on the day
a town moves its archive there, the tests refuse them too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import DataError, connection, models
from django.db.backends.base.operations import BaseDatabaseOperations

NUL = "\0"
NUL_IN_JSON = re.compile(r"(?<!\\)(\\\\)*\\u0000")  # jsonb refuses it as well
LARGEST = 2**63 - 1

_prepare = models.Field.get_db_prep_save
_prepare_json = models.JSONField.get_db_prep_save


@contextmanager
def strictly(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Look at everything that is asked, and at everything that is written."""
    monkeypatch.setattr(models.Field, "get_db_prep_save", _prepared)
    monkeypatch.setattr(models.JSONField, "get_db_prep_save", _prepared_json)
    with connection.execute_wrapper(_execute):
        yield


def _prepared(field: models.Field[Any, Any], value: Any, connection: Any) -> Any:
    if isinstance(value, str):
        longest = field.max_length
        is_short = isinstance(field, models.CharField) and longest is not None
        if is_short and len(value) > (longest or 0):
            raise DataError(f"{field} holds {longest} letters, not {len(value)}")
    if isinstance(value, int) and isinstance(field, models.IntegerField):
        low, high = BaseDatabaseOperations.integer_field_ranges[
            field.get_internal_type()
        ]
        if not low <= value <= high:
            raise DataError(f"{value} is out of range for {field}")
    return _prepare(field, value, connection)


def _prepared_json(
    field: models.JSONField[Any, Any], value: Any, connection: Any
) -> Any:
    if NUL_IN_JSON.search(json.dumps(value, default=str)):
        raise DataError(f"{field} may hold no NUL.")
    return _prepare_json(field, value, connection)


def _execute(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001
    for row in params or () if many else [params or ()]:
        for each in row.values() if isinstance(row, dict) else row:
            _check(each)
    return execute(sql, params, many, context)


def _check(value: Any) -> None:
    if isinstance(value, str) and NUL in value:
        raise DataError("A text may hold no NUL.")
    if isinstance(value, int) and abs(value) > LARGEST:
        raise DataError(f"{value} is out of range.")
