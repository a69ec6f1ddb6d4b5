from typing import Any

from django.core.management.base import BaseCommand

from search import outbox


class Command(BaseCommand):
    help = "Make the search index anew from the database. Searching goes on meanwhile."

    def handle(self, *args: Any, **options: Any) -> None:
        count = outbox.rebuild()
        self.stdout.write(f"The index holds {count} items.")
