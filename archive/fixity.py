"""Looking whether every original is what it was; each look leaves a report."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from accounts.models import User
from archive import upkeep
from archive.models import FixityReport, Media

LATE = dt.timedelta(seconds=30)
MOST_NAMED = 500  # strays and others written down by name; the rest is counted in logs


@transaction.atomic
def ask_for_look(*, by: User | None) -> FixityReport:
    """Ask the worker to look; a look that waits already is enough."""
    waiting = FixityReport.objects.filter(done_at=None).first()
    if waiting is not None:
        return waiting
    report = FixityReport.objects.create(asked_by=by)
    transaction.on_commit(lambda: look_again.enqueue(report.pk))
    return report


@task()
def look_again(report_pk: int) -> None:
    """Look, and write down what was found; twice is harmless."""
    report = FixityReport.objects.filter(pk=report_pk, done_at=None).first()
    if report is not None:
        write(upkeep.look(), report)


def sweep(limit: int = 1) -> int:
    """Looks that no messenger came for."""
    late = FixityReport.objects.filter(done_at=None, asked_at__lt=timezone.now() - LATE)
    waiting = list(late.order_by("pk")[:limit])
    for report in waiting:
        write(upkeep.look(), report)
    return len(waiting)


def write(found: upkeep.Report, report: FixityReport | None = None) -> FixityReport:
    """Keep what a look has found, beside the earlier ones."""
    report = report or FixityReport()
    house = settings.DATA_DIR
    report.changed = found.changed[:MOST_NAMED]
    report.missing = found.missing[:MOST_NAMED]
    report.untracked = [
        str(path.relative_to(house)) if path.is_relative_to(house) else path.name
        for path in found.untracked[:MOST_NAMED]
    ]
    report.looked_at = Media.objects.exclude(original=None).count()
    report.done_at = timezone.now()
    report.save()
    return report


def latest() -> FixityReport | None:
    """The newest look that is done."""
    done = FixityReport.objects.exclude(done_at=None).order_by("-done_at", "-pk")
    return done.first()


def is_waiting() -> bool:
    """Whether a look is asked for and not done."""
    return FixityReport.objects.filter(done_at=None).exists()
