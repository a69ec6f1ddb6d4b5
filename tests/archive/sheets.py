"""Sheets for tests, and a run from the first look to the last line."""

import csv
from io import StringIO
from pathlib import Path

from accounts.models import User
from archive.exchange import bringing
from archive.models import ImportRun

HEADINGS = ["Reg.nr", "Overskrift", "Datering", "Sted", "Emne", "Person", "Klausul"]


def a_sheet(folder: Path, *lines: list[str], headings: list[str] = HEADINGS) -> Path:
    path = folder / "ark.csv"
    out = StringIO()
    csv.writer(out, delimiter=";").writerows([headings, *lines])
    path.write_text(out.getvalue(), encoding="utf-8-sig")
    return path


def taken_in(path: Path, *, by: User, pictures: Path | None = None) -> ImportRun:
    run = bringing.look_at(path, name=path.name, pictures=pictures, by=by)
    bringing.check(bringing.mapped(run, run.keys, makes_headings=True))
    bringing.start(run)
    while bringing.carry_on(run):
        pass
    return run
