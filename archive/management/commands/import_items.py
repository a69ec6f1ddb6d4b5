"""Take a sheet, or a whole archive, in; what is wrong is listed line by line."""

import zipfile
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError

from accounts.models import User
from archive.exchange import bringing, moving
from archive.exchange.sheets import Unreadable
from archive.exchange.whole import DATA
from archive.models import ImportRun


class Command(BaseCommand):
    help = (
        "Import CSV, XLSX or a whole archive. Run it again to go on where it stopped."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--images", type=Path, help="a folder or a zip")
        parser.add_argument("--dry-run", action="store_true")
        parser.add_argument("--by", help="e-mail of the person who does it")

    def handle(self, *args: Any, **options: Any) -> None:
        path, images = options["file"], options["images"]
        for place in filter(None, (path, images)):
            if not place.exists():
                raise CommandError(f"{place} is not there.")
        if is_whole(path):
            self.whole(path, images, dry=options["dry_run"])
        else:
            by = self.person(options["by"])
            self.sheet(path, images, by, dry=options["dry_run"])

    def person(self, email: str | None) -> User | None:
        if email:
            known = User.objects.filter(email__iexact=email).first()
            if known is None:
                raise CommandError(f"Nobody here is called {email}.")
            return known
        decides = [User.Role.ARCHIVIST, User.Role.ADMINISTRATOR]
        return User.objects.filter(role__in=decides, is_active=True).first()

    def whole(self, path: Path, images: Path | None, *, dry: bool) -> None:
        if dry:
            self.stdout.write("A whole archive. It can be taken into an empty one.")
            return
        try:
            brought = moving.read(path, originals=images)
        except moving.NotEmpty as error:
            raise CommandError(
                "A whole archive only comes into an empty house, and there are "
                f"{error} here. Nothing was changed."
            ) from error
        except moving.NotOurs as error:
            raise CommandError(f"{error} Nothing was changed.") from error
        except (OSError, OperationalError) as error:
            raise CommandError(f"{error}. Nothing was changed.") from error
        self.stdout.write(
            f"{brought.items} items; {brought.missing} files without their original, "
            f"{brought.changed} not as they once came. The worker opens the files now. "
            "Nobody of the old house can sign in until somebody here lets them in."
        )

    def sheet(
        self, path: Path, images: Path | None, by: User | None, *, dry: bool
    ) -> None:
        try:
            run = bringing.look_at(
                path.resolve(),
                name=path.name,
                pictures=images.resolve() if images else None,
                by=by,
            )
        except Unreadable as error:
            raise CommandError(f"{path} is no sheet we can read.") from error
        if run.state == ImportRun.State.DONE:
            count = run.lines.count()
            self.stdout.write(f"This sheet is taken in already, as {count} items.")
            return
        if run.state in {ImportRun.State.ARRIVED, ImportRun.State.CHECKED}:
            self.columns(run)
            bringing.check(bringing.mapped(run, run.keys, makes_headings=True))
            if run.state == ImportRun.State.UNREADABLE:
                raise CommandError(f"{path} breaks off, or is damaged.")
            self.report(run, with_readings=dry)
        if not dry:
            self.take_in(run)

    def columns(self, run: ImportRun) -> None:
        for heading, key in zip(run.headings, run.keys, strict=True):
            self.stdout.write(f"{heading or '–'} → {key or 'left out'}")

    def report(self, run: ImportRun, *, with_readings: bool) -> None:
        for line, told, said, edtf in run.readings if with_readings else []:
            self.stdout.write(f"line {line}: “{told}” → {said} ({edtf})")
        for line, note in run.notes:
            self.stdout.write(f"line {line}: {note}")
        for line, heading, sentence in run.faults:
            self.stdout.write(f"line {line}, {heading}: {sentence}")
        self.stdout.write(f"{run.total} lines, {run.right} of them right")

    def take_in(self, run: ImportRun) -> None:
        known = len(run.faults)
        if run.state == ImportRun.State.CHECKED:
            bringing.start(run)
        while bringing.carry_on(run):
            self.stdout.write(f"{run.percent} %", ending="\r")
        for line, heading, sentence in run.faults[known:]:
            self.stdout.write(f"line {line}, {heading}: {sentence}")
        self.stdout.write(f"{run.lines.count()} items taken in")


def is_whole(path: Path) -> bool:
    """A zip with our data in it, or the data alone; a workbook is a zip as well."""
    if path.suffix in {".json", ".zip"}:
        return True
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as packed:
        return DATA in packed.namelist()
