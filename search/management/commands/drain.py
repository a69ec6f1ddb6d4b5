from typing import Any

from django.core.management.base import BaseCommand

from search import outbox


class Command(BaseCommand):
    help = "Take into the search index what has changed since it was last written."

    def handle(self, *args: Any, **options: Any) -> None:
        count = 0
        while taken := outbox.drain():
            count += taken
        self.stdout.write(f"The index took in {count} changes.")
