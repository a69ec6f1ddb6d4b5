"""PostgreSQL with one writer at a time, as SQLite has it; see decision 0028."""

from typing import Any

from django.db.backends.postgresql import base

WAIT = "20s"  # for whoever writes just now; the same as on SQLite
ONE_WRITER = (
    "SELECT pg_advisory_xact_lock(1634429807) FROM set_config('lock_timeout', %s, true)"
)


class DatabaseWrapper(base.DatabaseWrapper):
    """Each transaction waits for its turn before it reads anything."""

    def set_autocommit(self, autocommit: bool, *args: Any, **options: Any) -> None:  # noqa: FBT001
        super().set_autocommit(autocommit, *args, **options)
        if autocommit:
            return
        try:
            with self.cursor() as cursor:
                cursor.execute(ONE_WRITER, [WAIT])
        except Exception:
            self.close()  # it stands half in a transaction
            raise
