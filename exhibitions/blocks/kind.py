"""What every kind of block says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise

if TYPE_CHECKING:
    from exhibitions.models import Block

Words = str | Promise


@dataclass(frozen=True)
class Limit:
    """How many words are good, and how many are too many to publish."""

    good: int
    most: int


@dataclass(frozen=True)
class Kind:
    """One kind of block: its name for curators, its fields and its limits.

    `pictures` is the least and the most number of hangings. Templates lie under
    templates/exhibitions/blocks/<name>.html and, for print, in the panel's data.
    """

    name: str
    label: Words
    hint: Words
    pictures: tuple[int, int] = (0, 0)
    words: Limit | None = None
    label_words: Limit | None = None
    has_attribution: bool = False

    @property
    def template(self) -> str:
        return f"exhibitions/blocks/{self.name}.html"

    @property
    def editor(self) -> str:
        return f"exhibitions/workroom/blocks/{self.name}.html"

    @property
    def takes_pictures(self) -> bool:
        return self.pictures[1] > 0

    def has_room(self, block: Block) -> bool:
        """Whether one more picture may be hung in this block."""
        return len(block.placements.all()) < self.pictures[1]
