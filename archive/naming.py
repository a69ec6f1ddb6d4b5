"""Short names for places and persons, as they stand in addresses."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.text import slugify

DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ı": "i", "ğ": "g", "ş": "s"})
LONGEST = 40


def slug_for(model: type[models.Model], name: str) -> str:
    """A free short name: “Vejleåparken” is vejleaaparken, the next one -2."""
    plain = slugify(name.casefold().translate(DANISH))[:LONGEST].strip("-")
    base = plain or model.__name__.lower()
    manager: models.Manager[Any] = model._default_manager  # noqa: SLF001
    taken = set(manager.filter(slug__startswith=base).values_list("slug", flat=True))
    number = 2
    slug = base
    while slug in taken:
        slug = f"{base}-{number}"
        number += 1
    return slug
