"""Questions that help to tell: one card at a time, in the language of the page.

None asks about flight or war: whoever wants to tell of it does so unasked.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from submissions.models import Call


@dataclass(frozen=True)
class Prompts:
    """Cards that belong together, under one heading."""

    heading: str
    cards: list[str]


# Translators: %(place)s is the name of the town, as in “Ishøj”.
CARDS: list[tuple[str | Promise, list[str | Promise]]] = [
    (
        gettext_lazy("Look at the picture"),
        [
            gettext_lazy("Who do we see?"),
            gettext_lazy("Who took the picture?"),
            gettext_lazy("What happened just before?"),
            gettext_lazy("What did you notice then – sounds, smells, the weather?"),
            gettext_lazy("Is there something in the picture that is no longer there?"),
        ],
    ),
    (
        gettext_lazy("The first day"),
        [
            gettext_lazy(
                "How did you come to Denmark – by train, bus, car or plane? How long "
                "did it take?"
            ),
            gettext_lazy("Who met you?"),
            gettext_lazy("What did you see first in %(place)s?"),
            gettext_lazy("Where did you sleep the first night?"),
            gettext_lazy("What did you eat?"),
            gettext_lazy(
                "What did you think Denmark would be like? What surprised you?"
            ),
        ],
    ),
    (
        gettext_lazy("Every day"),
        [
            gettext_lazy("Where did you work? What was the factory called?"),
            gettext_lazy("What was the first winter like?"),
            gettext_lazy("Where did you shop?"),
            gettext_lazy("Who was the first Danish neighbour you spoke with?"),
            gettext_lazy("What was school like? What was the first Danish word?"),
            gettext_lazy("Did you send letters and cassette tapes home?"),
            gettext_lazy(
                "Feasts – bayram and eid, weddings, Christmas, New Year: where did you "
                "celebrate?"
            ),
        ],
    ),
    (
        gettext_lazy("Looking back, and ahead"),
        [
            gettext_lazy("What did you miss?"),
            gettext_lazy("When did %(place)s become “home”?"),
            gettext_lazy("What should the grandchildren know?"),
        ],
    ),
]


def prompts_for(call: Call | None = None) -> list[Prompts]:
    """The cards of a call, if it brings its own; else ours, in the page's language."""
    if call is not None and call.own_prompts:
        return [Prompts("", [str(each) for each in call.own_prompts])]
    place = settings.SOCIETY.place or _("Denmark")
    return [
        Prompts(str(heading), [str(each).replace("%(place)s", place) for each in cards])
        for heading, cards in CARDS
    ]
