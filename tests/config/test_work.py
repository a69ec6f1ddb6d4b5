"""The worker goes on, whatever happens to the database or to one of its deeds."""

from __future__ import annotations

import threading

import pytest
from django.db import OperationalError, connection

from config import work


@pytest.fixture
def rounds(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a worker did in two rounds; it writes down its deeds instead of doing them."""
    done: list[str] = []
    monkeypatch.setattr(work, "SWEEPS", (lambda: done.append("sweep"),))
    monkeypatch.setattr(work, "run_messengers", lambda: done.append("messengers"))
    monkeypatch.setattr(work, "forget_old_tasks", lambda: done.append("forget"))
    monkeypatch.setattr(work, "close_old_connections", lambda: None)
    monkeypatch.setattr(work, "PAUSE", 0)
    monkeypatch.setattr(work, "AWAY", 0)
    return done


class Rounds(threading.Event):
    """Told to stop after so many."""

    def __init__(self, many: int) -> None:
        super().__init__()
        self.left = many

    def wait(self, timeout: float | None = None) -> bool:
        self.left -= 1
        if not self.left:
            self.set()
        return self.is_set()


@pytest.mark.django_db
def test_a_database_that_is_started_anew_is_waited_for(
    rounds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([OperationalError("the database system is starting up"), None])

    def connect() -> None:
        if answer := next(answers):
            raise answer

    monkeypatch.setattr(connection, "ensure_connection", connect)

    work.run(Rounds(2))

    assert rounds == ["messengers", "sweep", "forget"]


@pytest.mark.django_db
def test_messengers_that_fall_stop_nobody_else(
    rounds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run_messengers() -> None:
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(work, "run_messengers", run_messengers)

    work.run(Rounds(1))

    assert rounds == ["sweep", "forget"]
