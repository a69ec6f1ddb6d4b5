"""The sample archive, from nothing to an open door. Running it again is harmless."""

import shutil
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from archive.models import Item
from config import house, society, town
from config.demo import archive, people, wall
from exhibitions.models import Exhibition
from search import outbox


class Command(BaseCommand):
    help = "Load the sample archive and open it."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument(
            "--load-only", action="store_true", help="load it, but do not open"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Set DEMO=1: the sample archive has known passwords.")
        house.prepare()
        self.be_the_sample_society()
        doors = people.make_people()
        if not Exhibition.objects.exists():
            self.load(doors)
        self.stdout.write(self.welcome())
        self.stdout.flush()
        if not options["load_only"]:
            house.open_house()

    def be_the_sample_society(self) -> None:
        path = settings.DATA_DIR / "society.toml"
        if not path.exists():
            shutil.copy(society.SAMPLE, path)
        settings.SOCIETY = society.read(path)
        drawing = settings.DATA_DIR / "town.toml"
        if not drawing.exists():
            shutil.copy(town.SAMPLE, drawing)
        settings.TOWN = town.read(drawing)

    def load(self, doors: Any) -> None:
        if Item.objects.exists():
            raise CommandError(
                f"{settings.DATA_DIR} holds an archive already. Choose another DATA_DIR."
            )
        items = archive.load(doors, self.say)
        wall.hang(items, by=doors["selma"])
        while outbox.drain():
            pass

    def say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()

    def welcome(self) -> str:
        names = "\n".join(
            f"  {email:22} {role.label}" for email, _name, role in people.PEOPLE
        )
        return (
            f"\nAnkomst is open at {settings.SITE_URL}/\n\n"
            f"Sign in at {settings.SITE_URL}/konto/ind/ "
            f"with the password {people.PASSWORD}:\n{names}\n\n"
            f"Letters are written to {settings.DATA_DIR / 'mail'}\n"
        )
