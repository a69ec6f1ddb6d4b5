"""Two pairs of hands at once: both have read, and then they write."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

from django.db import connection, connections

from config.environment import SQLITE_OPTIONS

Answer = TypeVar("Answer")
PATIENCE = 60  # seconds one of two may be waited for; then something is stuck


@contextmanager
def on_disk(folder: Path) -> Iterator[None]:
    """The database of the house on a real file, as several processes meet it."""
    source = connections["default"]
    if source.vendor != "sqlite":
        yield
        return
    source.ensure_connection()
    path = folder / "race.db"
    source.cursor().execute(f"VACUUM INTO '{path}'")
    before = {name: source.settings_dict[name] for name in ("NAME", "OPTIONS")}
    kept, source.connection = source.connection, None
    source.settings_dict.update(NAME=str(path), OPTIONS=SQLITE_OPTIONS)
    source.connect()
    yield
    source.close()
    source.settings_dict.update(before)
    source.connection = kept


def at_once(*deeds: Callable[[], Answer]) -> list[Answer]:
    """Each in a thread and on a connection of its own; their answers in order."""
    with ThreadPoolExecutor(len(deeds)) as hands:
        return list(hands.map(_alone, deeds))


def both_read_then(
    first: Callable[[], Answer], second: Callable[[], Answer]
) -> list[Answer]:
    """Both have read what they need before either writes; then `first` writes first.

    This is the worst moment there is, and it is the same one every time.
    """
    has_read, is_done = Event(), Event()

    def ahead() -> Answer:
        with _at_first_writing(lambda: _wait(has_read)), _telling(is_done):
            return first()

    def behind() -> Answer:
        def stop() -> None:
            has_read.set()
            _wait(is_done)

        with _at_first_writing(stop), _telling(has_read):
            return second()

    return at_once(ahead, behind)


def _alone(deed: Callable[[], Answer]) -> Answer:
    try:
        return deed()
    finally:
        connections.close_all()


def _wait(for_it: Event) -> None:
    assert for_it.wait(PATIENCE), "The other one is stuck."


@contextmanager
def _telling(event: Event) -> Iterator[None]:
    try:
        yield
    finally:
        event.set()


@contextmanager
def _at_first_writing(stop: Callable[[], None]) -> Iterator[None]:
    """Stop once, before the first transaction is begun or the first row is written."""
    was_here = False

    def look(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001
        nonlocal was_here
        writes = sql.startswith(("BEGIN", "INSERT", "UPDATE", "DELETE"))
        begins = writes or "FOR UPDATE" in sql or "pg_advisory_xact_lock" in sql
        if begins and not was_here:
            was_here = True
            stop()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield
