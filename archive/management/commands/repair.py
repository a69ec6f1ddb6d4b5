"""Originals against their hashes, folders against rows; exit 1 when something is wrong."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from archive import fixity, upkeep


class Command(BaseCommand):
    help = "List changed, missing and stray originals; --fix sets right what can be."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--fix", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        report = upkeep.look()
        for name in ("changed", "missing", "untracked", "without_renditions"):
            found = getattr(report, name)
            words = ", ".join(str(each) for each in found) or "none"
            self.stdout.write(f"{name.replace('_', ' ')}: {words}")
        if options["fix"]:
            upkeep.fix(report)
            report = upkeep.look()
        fixity.write(report)
        if not report.is_clean:
            sys.exit(1)
