"""The headings a new archive begins with; from then on they are the society's own."""

from __future__ import annotations

import csv
from pathlib import Path

from django.conf import settings

from archive.models import Subject

FIRST_HEADINGS = Path(__file__).parent / "data" / "subjects.csv"


def load() -> None:
    """Write the headings of the list that are not there yet; what is there stays."""
    with FIRST_HEADINGS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = {each.slug: each for each in Subject.everything.all()}
    fresh = [row for row in rows if row["slug"] not in known]
    for row in fresh:
        known[row["slug"]] = Subject.objects.create(
            slug=row["slug"],
            labels={code: row[code] for code, _name in settings.LANGUAGES},
            links=row["links"].split(),
        )
    for row in fresh:
        if row["broader"]:
            subject = known[row["slug"]]
            subject.broader = known[row["broader"]]
            subject.save()


def begin() -> None:
    """The same, for an archive that has no headings at all."""
    if not Subject.everything.exists():
        load()
