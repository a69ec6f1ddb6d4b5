"""Write the archive in a format others can read."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from archive.exchange import sending


class Command(BaseCommand):
    help = (
        "Export every item: arkibas, dc (XML where FILE ends so), xlsx, csv, or json "
        "(the whole)."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--format", choices=sorted(sending.FORMATS), required=True)
        parser.add_argument("--to", type=Path, required=True, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        form = options["format"]
        if form == "dc" and options["to"].suffix == ".xml":
            form = "dc-xml"
        try:
            count = sending.to(options["to"], form)
        except OSError as error:
            raise CommandError(f"{options['to']}: {error.strerror}") from error
        self.stdout.write(f"{count} items in {options['to']}")
