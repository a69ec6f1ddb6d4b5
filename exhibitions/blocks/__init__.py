"""The kinds of block an exhibition is built of; a new kind is one file and two templates."""

from exhibitions.blocks.gallery import GALLERY
from exhibitions.blocks.kind import Kind
from exhibitions.blocks.picture import PICTURE
from exhibitions.blocks.quote import QUOTE
from exhibitions.blocks.text import TEXT

KINDS: dict[str, Kind] = {kind.name: kind for kind in (PICTURE, TEXT, QUOTE, GALLERY)}

__all__ = ["KINDS", "Kind"]
