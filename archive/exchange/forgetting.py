"""What the page of a sheet still says of an item that was erased."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from archive.exchange import bringing
from archive.models import ImportRun, Item

State = ImportRun.State


def forget_lines_of(item: Item) -> None:
    """Faults, notes and readings of its line go; the line keeps its number.

    Of a sheet that was stopped in the middle our copy goes too: it has the words. Who
    wants to go on brings it in again, and no line comes in twice.
    """
    runs = ImportRun.objects.select_for_update().filter(lines__item=item)
    for run in runs.order_by("pk"):
        own = set(run.lines.filter(item=item).values_list("line", flat=True))
        run.faults, run.notes, run.readings = (
            _without(own, rows) for rows in (run.faults, run.notes, run.readings)
        )
        if run.state == State.STOPPED and _is_ours(run):
            run.state = State.GONE
            transaction.on_commit(partial(bringing.let_go, Path(run.folder)))
        run.save(update_fields=["faults", "notes", "readings", "state"])


def _without(lines: set[int], rows: list[list[Any]]) -> list[list[Any]]:
    return [row for row in rows if row[0] not in lines]


def _is_ours(run: ImportRun) -> bool:
    return Path(run.folder).is_relative_to(Path(settings.DATA_DIR) / "imports")
