"""What somebody saw before they wrote, so that nobody's words vanish silently."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from django.db.models import Model

TRANSLATIONS = "translations"


def fingerprint(row: Any, fields: Iterable[str], language: str | None = None) -> str:
    """A short sign for the words a form shows; it changes when they do.

    `language` is given for a translation, whose words lie together on the row.
    """
    kept = row.translations.get(language, {}) if language else {}
    values = {
        name: kept.get(name, "") if language else _plain(getattr(row, name))
        for name in fields
    }
    text = json.dumps(values, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def of_order(sections: Iterable[Any]) -> str:
    """The order of chapters and blocks, as “12:3,4;13:5”."""
    return ";".join(
        f"{section.pk}:{','.join(str(block.pk) for block in section.blocks.all())}"
        for section in sections
    )


def _plain(value: Any) -> Any:
    return value.pk if isinstance(value, Model) else value
