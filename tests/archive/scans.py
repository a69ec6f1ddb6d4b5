"""Files from the archive's own scanner, and a worker that looks at set moments."""

import itertools
from pathlib import Path
from typing import Any

from django.conf import settings

from accounts.models import User
from archive import actions
from archive.exchange import scanner
from archive.models import Item, Scanned, ScannerBox
from tests import photos

State = Scanned.State
_clock = itertools.count(100, 100)


def put(name: str, data: bytes | None = None) -> Path:
    folder = settings.DATA_DIR / "archive-scanner"
    folder.mkdir(exist_ok=True)
    path = Path(folder / name)
    path.write_bytes(photos.jpeg() if data is None else data)
    return path


def look(*moments: float) -> None:
    for moment in moments:
        scanner.sweep(at=moment)


def taken(*names: str) -> list[Item]:
    """The items of these files, each put there and taken by itself."""
    for name in names:
        start = next(_clock)
        put(name, photos.jpeg(width=400 + start // 100))
        look(start, start + 3)
    rows = Scanned.objects.filter(name__in=names, state=State.TAKEN)
    return [row.item for row in rows if row.item is not None]


def laid(by: User, **facts: Any) -> ScannerBox:
    return actions.lay_on_scanner(facts, by=by)
