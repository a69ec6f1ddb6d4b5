"""Keep what each authority is found by and sorted by beside its names."""

from collections.abc import Iterator
from typing import Any

from django.db import migrations

from archive.folding import order_of, sought


def known_as(row: Any) -> Iterator[str]:
    if hasattr(row, "sequence"):
        yield f"{row.year}/{row.sequence:03d}"
        yield from (row.giver, f"{row.year}-{row.sequence:03d}")
    elif hasattr(row, "name"):
        yield row.name
        yield from getattr(row, "aliases", None) or getattr(row, "also_known_as", [])
    else:
        words = getattr(row, "labels", None) or getattr(row, "names", {})
        yield str(words.get("da") or row.slug)
        yield from map(str, words.values())


def fill(apps: Any, _editor: Any) -> None:
    for name in (
        "Person",
        "Place",
        "Subject",
        "Collection",
        "Photographer",
        "Accession",
    ):
        model = apps.get_model("archive", name)
        for row in model._default_manager.iterator():
            names = list(known_as(row))
            row.sought, row.sort_key = sought(names), order_of(names[0])
            row.save(update_fields=["sought", "sort_key"])


class Migration(migrations.Migration):
    dependencies = [("archive", "0008_authorities")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
