"""Files that came only in part, or whose last step was cut off by a crash."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db.models import F
from django.utils import timezone

from submissions import uploads
from submissions.models import Upload
from submissions.uploads import NotTaken

FINISHING = dt.timedelta(seconds=10)  # as long the web process is given to do it itself
EVERY = 60  # seconds between two looks at the folder
HALF_SENT_FORM = 86_400  # seconds after which what a broken form left is removed


def sweep(limit: int = 20) -> int:
    """Finish what is whole, let go of what nobody has continued in sixty days."""
    now = timezone.now()
    unfinished = Upload.objects.filter(finished_at=None)
    whole = unfinished.filter(
        size__isnull=False, offset__gte=F("size"), touched_at__lt=now - FINISHING
    )
    expired = Upload.objects.filter(
        touched_at__lt=now - dt.timedelta(days=uploads.DAYS)
    )
    done = sum(_finish(each) for each in whole[:limit])
    done += let_go_of(expired.filter(media=None)[:limit])
    _tidy()
    return done


def let_go_of(found: Iterable[Upload]) -> int:
    """Remove pieces and rows, the bytes first."""
    gone = 0
    for upload in found:
        upload.pieces.unlink(missing_ok=True)
        upload.delete()
        gone += 1
    return gone


def strays() -> list[Path]:
    """Pieces that no row knows of."""
    lying = _lying()
    known = Upload.objects.filter(token__in=lying).values_list("token", flat=True)
    return [lying[token] for token in sorted(lying.keys() - set(known))]


def _lying() -> dict[str, Path]:
    """The pieces on the disk, by the token of their upload."""
    folder = Path(settings.PIECES_DIR)
    return {path.name: path for path in folder.iterdir()} if folder.is_dir() else {}


def _finish(upload: Upload) -> int:
    try:
        uploads.finish(upload)
    except NotTaken:
        return 0
    return 1


def _tidy() -> None:
    """Once a minute: what a killed process left on the disk."""
    if cache.get("leftovers.tidied") or not cache.add(
        "leftovers.tidied", 1, timeout=EVERY
    ):
        return
    lying = _lying()
    taken_in = Upload.objects.filter(token__in=lying).exclude(finished_at=None)
    left = [lying[token] for token in taken_in.values_list("token", flat=True)]
    before = time.time() - HALF_SENT_FORM
    forms = Path(settings.FILE_UPLOAD_TEMP_DIR).glob("*.upload*")
    left += [path for path in forms if path.stat().st_mtime < before]
    for path in [*left, *strays()]:
        path.unlink(missing_ok=True)
