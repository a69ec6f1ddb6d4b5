"""Open an archive: ask for what is missing, then start web and worker."""

import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from accounts.models import User
from config import environment, headings, house, society


class Command(BaseCommand):
    help = "Start Ankomst: the web pages and the background work."

    def handle(self, *args: Any, **options: Any) -> None:
        house.prepare()
        self.name_society()
        self.name_archivist()
        headings.begin()
        self.stdout.write(f"Ankomst is open at {settings.SITE_URL}/")
        self.stdout.flush()
        house.open_house()

    def name_society(self) -> None:
        path = settings.DATA_DIR / "society.toml"
        if path.exists():
            return
        name = self.ask("SOCIETY_NAME", "The name of the society: ")
        place = self.ask("SOCIETY_PLACE", "The town: ")
        settings.SOCIETY = society.write(path, name=name, place=place)

    def name_archivist(self) -> None:
        if User.objects.exists():
            return
        email = self.ask("FIRST_ARCHIVIST", "The first archivist's e-mail: ")
        validate_email(email)
        User.objects.create_user(
            email, name=email.split("@")[0], role=User.Role.ADMINISTRATOR
        )
        self.stdout.write(f"{email} signs in at {settings.SITE_URL}/konto/ind/")

    def ask(self, name: str, question: str) -> str:
        """From the environment, or from whoever sits at the keyboard."""
        if value := environment.text(name):
            return value
        if not sys.stdin.isatty():
            raise CommandError(f"Set {name}, or run this where it can ask.")
        while True:
            if value := input(question).strip():
                return value
