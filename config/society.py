"""Whose archive this is: one society's name, place, hours and rules, read from data.

The data is DATA_DIR/society.toml, written by `manage.py run` the first time or by
hand. Nothing of it stands in code: another town runs the same code with its own file.
"""

import json
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from archive.rights import RULES, Rule

SAMPLE = Path(__file__).parent / "demo" / "data" / "society.toml"


@dataclass(frozen=True)
class Society:
    """One local history society, as its visitors should meet it."""

    name: str = "Ankomst"
    wordmark: str = "Ankomst"
    place: str = ""
    reading_room: str = ""
    hours: dict[str, str] = field(default_factory=dict)
    phone: str = ""
    email: str = ""
    partners: list[str] = field(default_factory=list)
    hashtags: list[str] = field(default_factory=list)
    default_call: str = ""
    front_page: list[int] = field(default_factory=list)
    living_until_age: int = 110
    regret_days: int = 30
    reply_days: int = 7
    post_hour: int = 16
    rights: dict[str, Rule] = field(default_factory=lambda: dict(RULES))

    @property
    def archive_name(self) -> str:
        """The name on cards and panels: “Ankomst Ishøj”."""
        return f"{self.wordmark} {self.place}".strip()

    @property
    def phone_href(self) -> str:
        digits = "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")
        return f"tel:{digits}" if digits else ""

    def hours_in(self, language: str) -> str:
        """When the reading room is open, in the reader's language or in Danish."""
        return self.hours.get(language) or self.hours.get("da", "")


def read(path: Path) -> Society:
    """The society in a TOML file; the plain Ankomst where there is none yet.

    Raises ImproperlyConfigured with the file's name when it cannot be understood.
    """
    if not path.exists():
        return Society()
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        known = {each.name for each in fields(Society)}
        if unknown := set(data) - known:
            raise ImproperlyConfigured(f"{path}: nobody reads {', '.join(unknown)}.")
        age = int(data.get("living_until_age", Society.living_until_age))
        return Society(**data | {"rights": _rights(data.get("rights", {}), age)})
    except (tomllib.TOMLDecodeError, TypeError, ValueError) as error:
        raise ImproperlyConfigured(f"{path}: {error}") from error


def _rights(told: dict[str, dict[str, Any]], living_until: int) -> dict[str, Rule]:
    """The rules every society begins with, and what this one says instead."""
    rules = RULES | {"living": RULES["living"]._replace(figure=living_until)}
    if unknown := set(told) - set(RULES):
        raise ValueError(f"no rule about rights is called {', '.join(unknown)}")
    return {name: rule._replace(**told.get(name, {})) for name, rule in rules.items()}


def write(path: Path, *, name: str, place: str) -> Society:
    """Begin a society's file with its name and town; the rest is filled in by hand."""
    lines = [
        "# Whose archive this is. Every field is explained in docs/operating.md.",
        f"name = {json.dumps(name, ensure_ascii=False)}",
        'wordmark = "Ankomst"',
        f"place = {json.dumps(place, ensure_ascii=False)}",
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read(path)
