"""Rows without files, files without rows, and files that are not what they were."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from archive import images
from archive.models import Media
from archive.signals import looking_round

CHUNK = 1024 * 1024


@dataclass
class Report:
    """What was found: originals by their primary key, strays by their path."""

    changed: list[int] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)
    untracked: list[Path] = field(default_factory=list)
    without_renditions: list[int] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        return not (self.changed or self.missing or self.untracked)


def look() -> Report:
    """Compare every original with its SHA-256, and the folders with the rows.

    Nothing is deleted or changed; fixity is a report.
    """
    report, known = Report(), set()
    for media in Media.objects.select_related("original").exclude(original=None):
        path = images.original_path(media)
        known.add(path)
        if not path.is_file():
            report.missing.append(media.pk)
        elif digest(path) != media.sha256:
            report.changed.append(media.pk)
        elif media.is_ready and media.folder and not media.rendition_folder.is_dir():
            report.without_renditions.append(media.pk)
    folder = Path(settings.MEDIA_ROOT)
    stored = (path for path in folder.rglob("*") if path.is_file())
    report.untracked = sorted(path for path in stored if path not in known)
    looking_round.send(Media, report=report)
    return report


def fix(report: Report) -> None:
    """Set right what can be without losing anything: renditions are made again.

    Strays move to DATA_DIR/strays, where somebody can look at them; a missing or
    changed original can only come back from a backup.
    """
    for media in Media.objects.filter(pk__in=report.without_renditions):
        images.develop(media)
    strays = Path(settings.DATA_DIR) / "strays"
    for path in report.untracked:
        strays.mkdir(exist_ok=True)
        path.rename(strays / path.name)


def digest(path: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            found.update(chunk)
    return found.hexdigest()
