"""How much is written and how much is good, in words a curator reads at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from exhibitions.blocks.kind import Limit
from exhibitions.markdown import words_in

LETTERS = {
    "title": Limit(good=48, most=70),
    "subtitle": Limit(good=120, most=160),
    "chapter": Limit(good=36, most=60),
    "alt_text": Limit(good=125, most=250),
}
INTRODUCTION = Limit(good=120, most=200)
LEAST_INTRODUCTION = 50


@dataclass(frozen=True)
class Measure:
    """A text held against its limit; the same three sentences serve the script."""

    count: int
    limit: Limit
    in_letters: bool = False

    @property
    def state(self) -> str:
        if self.count > self.limit.most:
            return "stop"
        return "look" if self.count > self.limit.good else "fine"

    @property
    def sentences(self) -> Mapping[str, str]:
        """What to say in each state; `{count}` stands for the number."""
        bounds = {"good": self.limit.good, "most": self.limit.most}
        if self.in_letters:
            return {
                "fine": _("{count} of %(good)s letters") % bounds,
                "look": _("{count} of %(good)s letters. Shorter is better.") % bounds,
                "stop": _("{count} letters. There is room for %(most)s.") % bounds,
            }
        return {
            "fine": _("{count} of %(good)s words") % bounds,
            "look": _("{count} of %(good)s words. Shorter is better.") % bounds,
            "stop": _("{count} words. There is room for %(most)s.") % bounds,
        }

    @property
    def said(self) -> str:
        return self.sentences[self.state].replace("{count}", str(self.count))


def in_words(text: str, limit: Limit) -> Measure:
    """A longer text: its words are counted."""
    return Measure(words_in(text), limit)


def in_letters(text: str, limit: Limit) -> Measure:
    """A line: its letters are counted."""
    return Measure(len(text.strip()), limit, in_letters=True)
