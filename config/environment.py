"""Read the environment, or say in plain words what is wrong with it."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def text(name: str, *, default: str = "") -> str:
    """The words in NAME, without surrounding blanks."""
    return os.environ.get(name, default).strip()


def words(name: str, *, default: str = "") -> list[str]:
    """A comma-separated list."""
    return [word.strip() for word in text(name, default=default).split(",") if word]


def flag(name: str, *, default: bool) -> bool:
    """Yes or no, written as 1/0, yes/no, true/false or on/off."""
    value = text(name).lower()
    if not value:
        return default
    if value in {"1", "yes", "true", "on"}:
        return True
    if value in {"0", "no", "false", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} is {value!r}; write 1 or 0.")


def number(name: str, *, default: int) -> int:
    """A whole number."""
    value = text(name)
    try:
        return int(value) if value else default
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is {value!r}, not a number.") from error


def limits(name: str) -> dict[str, int]:
    """Numbers by name, such as “sending=400, objecting=50”."""
    found = {}
    for pair in words(name):
        key, _sign, value = (part.strip() for part in pair.partition("="))
        if not key or not value.isdecimal():
            raise ImproperlyConfigured(f"{name} says {pair!r}; write name=number.")
        found[key] = int(value)
    return found


def secret(name: str, *, kept_in: Path) -> str:
    """A secret from the environment, or one made once and kept in a private file."""
    if value := text(name):
        return value
    if not kept_in.exists():
        kept_in.parent.mkdir(parents=True, exist_ok=True)
        try:
            with open(kept_in, "x", opener=_private) as file:
                file.write(secrets.token_urlsafe(50))
        except FileExistsError:
            pass
    return kept_in.read_text().strip()


def folder(path: Path) -> Path:
    """The folder, made if need be."""
    path.mkdir(parents=True, exist_ok=True)
    return path


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
        "PRAGMA mmap_size=134217728; PRAGMA journal_size_limit=27103364; "
        "PRAGMA cache_size=4000; PRAGMA secure_delete=ON;"
    ),
}


def database(name: str, *, default: Path) -> dict[str, Any]:
    """A database from an address such as postgres://user:word@host/name."""
    address = text(name)
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(default),
            "OPTIONS": SQLITE_OPTIONS,
        }
    parts = urlsplit(address)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(f"{name} should begin with postgres://")
    return {
        "ENGINE": "config.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,  # a database that was started anew
    }


def mail(name: str) -> dict[str, Any]:
    """SMTP settings from an address such as smtp://user:word@host:587/?tls=1."""
    parts = urlsplit(text(name))
    if not parts.scheme:
        return {}
    if parts.scheme not in {"smtp", "smtps"}:
        raise ImproperlyConfigured(f"{name} should begin with smtp:// or smtps://")
    query = dict(parse_qsl(parts.query))
    return {
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": query.get("tls") == "1",
        "EMAIL_TIMEOUT": 20,
    }
