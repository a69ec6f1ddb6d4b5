"""What has come from the scanner, what waits, and what could not: for people to read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Count, F, Max, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy

from archive.actions.scanning import ERASED, HAS_PICTURE, IS_AWAY, IS_SHOWN
from archive.exchange.scanner import UNREADABLE, folder
from archive.intake import Refused
from archive.models import Scanned, ScannerBox
from archive.watching import UNFINISHED

SHOWN = 20
NEWEST = 10
BOXES = 10
LIVELY = dt.timedelta(minutes=2)
State = Scanned.State

SENTENCES = {
    UNFINISHED: gettext_lazy("It stops in the middle. Scan it once more."),
    UNREADABLE: gettext_lazy(
        "It looks like a picture, but cannot be opened. Scan it once more."
    ),
    Refused.EMPTY: gettext_lazy("It is empty. Scan it once more."),
    Refused.TOO_LARGE: gettext_lazy(
        "It is larger than what we can take in. Scan it at a lower resolution."
    ),
    Refused.NOT_AN_IMAGE: gettext_lazy(
        "It is no picture we can open. Let the scanner save as TIFF or JPEG."
    ),
    Refused.NO_ROOM: gettext_lazy(
        "There is no more room on the disk. The file stays where it is, and comes in "
        "by itself when somebody has made room."
    ),
    ERASED: gettext_lazy(
        "This picture was erased for good, so it does not come back. Delete the file."
    ),
    HAS_PICTURE: gettext_lazy(
        "The registration it is named after has its picture already; this one is a "
        "registration of its own."
    ),
    IS_SHOWN: gettext_lazy(
        "The registration it is named after is in the reading room, and nothing is "
        "hung there unseen; this one is a registration of its own."
    ),
    IS_AWAY: gettext_lazy(
        "The registration it is named after is laid away or taken down; this one is a "
        "registration of its own."
    ),
}


@dataclass(frozen=True)
class Line:
    """A file from the scanner, and what there is to say of it."""

    row: Scanned

    @property
    def why(self) -> Any:
        return SENTENCES.get(self.row.problem, "")

    @property
    def is_away(self) -> bool:
        """It lies in the folder of what could not be read."""
        return bool(self.row.copy) and not self.row.stays


@dataclass(frozen=True)
class Standing:
    """How it stands with the scanner, at one moment."""

    box: ScannerBox | None
    folder: str
    waiting: list[Line]
    failed: list[Line]
    newest: list[Line]
    boxes: list[ScannerBox]
    count_waiting: int
    count_failed: int

    @property
    def is_lively(self) -> bool:
        """Something waits, or came in just now: the page looks again by itself."""
        done = [line.row.done_at for line in self.newest[:1] if line.row.done_at]
        return bool(self.waiting) or any(timezone.now() - at < LIVELY for at in done)


def standing() -> Standing:
    """What the pages tell; the number of queries does not grow with the files."""
    rows = Scanned.objects.select_related("item")
    waiting = rows.filter(state=State.WAITING)
    failed = rows.filter(state=State.FAILED).order_by("-done_at", "-pk")
    done = rows.filter(state__in=[State.TAKEN, State.KNOWN]).exclude(name="")
    return Standing(
        box=ScannerBox.objects.select_related(
            "collection", "photographed_by", "accession", "place"
        ).first(),
        folder=str(folder()),
        waiting=_lines(waiting),
        failed=_lines(failed),
        newest=_lines(done.order_by(F("done_at").desc(nulls_last=True), "-pk"), NEWEST),
        boxes=_boxes(),
        count_waiting=waiting.count(),
        count_failed=failed.count(),
    )


def _lines(rows: models.QuerySet[Scanned], most: int = SHOWN) -> list[Line]:
    return [Line(row) for row in rows[:most]]


def _boxes() -> list[ScannerBox]:
    """The boxes something has come from, the newest first, with how much and when."""
    taken = Q(files__state=State.TAKEN, files__item__laid_away_at=None)
    counted = ScannerBox.objects.annotate(
        drafts=Count("files__item", filter=taken, distinct=True),
        last=Max("files__done_at", filter=taken),
    )
    filled = counted.filter(drafts__gt=0).select_related("by")
    return list(filled.order_by("-pk")[:BOXES])
