"""The worker: tasks as messengers, and a sweep that finds what no messenger brought."""

from __future__ import annotations

import datetime as dt
import logging
import threading
import time
from collections.abc import Callable

from django.conf import settings
from django.db import OperationalError, close_old_connections, connection
from django.utils import timezone
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from accounts import tasks as account_tasks
from archive import fixity, judging
from archive import tasks as archive_tasks
from archive.exchange import bringing
from archive.exchange import scanner as archive_scanner
from search import outbox
from submissions import actions as submission_actions
from submissions import leftovers, notices, scanner

logger = logging.getLogger(__name__)

PAUSE = 0.25  # seconds between looks at the queue
AWAY = 2  # seconds a database that does not answer is left alone
HEARTBEAT = 20  # seconds after which a silent worker counts as gone
EMPTY_LOG = 600  # seconds between emptyings of SQLite's write-ahead log
FORGET_TASKS = 3600  # seconds after which a finished messenger's row is removed

SWEEPS: tuple[Callable[[], int], ...] = (
    account_tasks.sweep,
    archive_tasks.sweep,
    fixity.sweep,
    judging.sweep,
    submission_actions.answer_lost_links,
    notices.greet_yearly,
    bringing.sweep,
    archive_scanner.sweep,
    notices.sweep,
    outbox.drain,
    submission_actions.erase_expired,
    submission_actions.remind,
    leftovers.sweep,
    scanner.sweep,
    scanner.clear_unclaimed,
)


def run(stop: threading.Event) -> None:
    """Work until told to stop. Every round also finds what an earlier death left."""
    emptied = time.monotonic()
    while not stop.is_set():
        close_old_connections()
        beat()
        if not database_answers():
            stop.wait(AWAY)
            continue
        for deed in (run_messengers, *SWEEPS, forget_old_tasks):
            sweep_once(deed)
        if time.monotonic() - emptied > EMPTY_LOG:
            empty_log()
            emptied = time.monotonic()
        stop.wait(PAUSE)


def database_answers() -> bool:
    """Whether there is a database; one that is being started anew is waited for."""
    try:
        connection.ensure_connection()
    except OperationalError as error:
        logger.warning("The database does not answer: %s", error)
        return False
    return True


def run_messengers() -> None:
    """Run every task that is ready now, and return."""
    Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name=DEFAULT_TASK_BACKEND_ALIAS,
        startup_delay=False,
        max_tasks=50,
        worker_id="house",
        excluded_queue_names=[],
    ).run()


def sweep_once(sweep: Callable[[], int | None]) -> int:
    """One sweep; what goes wrong is logged and tried again in the next round."""
    try:
        return sweep() or 0
    except Exception:
        logger.exception("%s.%s failed", sweep.__module__, sweep.__name__)
        return 0


def forget_old_tasks() -> None:
    """Messengers are not history: remove rows that ended, or died, an hour ago."""
    before = timezone.now() - dt.timedelta(seconds=FORGET_TASKS)
    DBTaskResult.objects.filter(enqueued_at__lt=before).exclude(status="READY").delete()


def empty_log() -> None:
    """Leave nothing in SQLite's log of what was erased; later, if somebody reads now.

    A log that has been written into the database stays on the disk until it is written
    over, which in a quiet archive may take days.
    """
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout=200")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("PRAGMA busy_timeout=20000")


def beat() -> None:
    """Leave a sign of life."""
    heartbeat = settings.DATA_DIR / "worker.alive"
    heartbeat.touch()


def is_alive() -> bool:
    """Whether a worker has left a sign of life lately."""
    heartbeat = settings.DATA_DIR / "worker.alive"
    if not heartbeat.exists():
        return False
    return time.time() - heartbeat.stat().st_mtime < HEARTBEAT
