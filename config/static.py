"""Static files as they leave the house: sheets in one piece, scripts without comments."""

from __future__ import annotations

import re
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, Storage
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEETS = [f"css/{each}.css" for each in ("ankomst", "rooms", "families", "workroom")]
IMPORT = re.compile(r'@import "(?P<name>[^"]+)"(?: layer\((?P<layer>\w+)\))?;\n?')
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
SAID = re.compile(r"^\s*//.*\n", re.MULTILINE)  # a line of comment in a script
AIR = re.compile(r"\s*([{};,])\s*")

Paths = dict[str, tuple[Storage, str]]


class HouseStaticStorage(CompressedManifestStaticFilesStorage):
    """Lays the small files of a sheet together, so that a phone asks once and for less."""

    def post_process(
        self,
        paths: Paths,
        dry_run: bool = False,  # noqa: FBT001, FBT002  (Django passes it so)
        **options: Any,
    ) -> Any:
        sheets = InMemoryStorage()
        for name in SHEETS:
            if name in paths:
                sheets.save(name, ContentFile(in_one_piece(name, paths).encode()))
                paths = paths | {name: (sheets, name)}
        for name in paths:
            if name.startswith("js/"):
                sheets.save(name, ContentFile(without_comments(name, paths).encode()))
                paths = paths | {name: (sheets, name)}
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def create_compressor(self, **options: Any) -> Compressor:
        """Gzip alone: brotli saves a few kilobytes and costs ten seconds at the start."""
        return Compressor(**{**options, "use_brotli": False})


def without_comments(name: str, paths: Paths) -> str:
    """A script of ours without what only its readers need: a phone pays for each line."""
    storage, path = paths[name]
    with storage.open(path) as file:
        return SAID.sub("", file.read().decode())


def in_one_piece(name: str, paths: Paths) -> str:
    """A sheet with what it imports put in its place, without comments and air."""
    folder = name.rpartition("/")[0]

    def laid_in(found: re.Match[str]) -> str:
        words = in_one_piece(f"{folder}/{found['name']}", paths)
        return f"@layer {found['layer']}{{{words}}}" if found["layer"] else words

    storage, path = paths[name]
    with storage.open(path) as file:
        words = COMMENT.sub("", file.read().decode())
    return AIR.sub(r"\1", IMPORT.sub(laid_in, words)).strip()
