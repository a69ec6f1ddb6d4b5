"""The adviser's panel on an item's card."""

from __future__ import annotations

from dataclasses import dataclass

from django import template

from archive import advice
from archive.advice import Proposal
from archive.models import Item, RightsDecision
from archive.permissions import (
    Answer,
    Missing,
    Purpose,
    names_living_without_yes,
    permits,
)

register = template.Library()


@dataclass(frozen=True)
class PanelLine:
    """One purpose: what the rules propose, what was decided, and what holds now."""

    proposal: Proposal
    decision: RightsDecision | None
    holds: Answer

    @property
    def still_missing(self) -> list[str]:
        """Why a yes is not enough, in words."""
        return [str(reason.label) for reason in self.holds.missing]


@register.simple_tag
def adviser_lines(item: Item) -> list[PanelLine]:
    """The six lines; one query for the decisions, whatever their number."""
    newest: dict[str, RightsDecision] = {}
    for row in item.decisions.select_related("by").order_by("at", "pk"):
        newest[row.purpose] = row
    return [
        PanelLine(each, newest.get(each.purpose), _holds(item, each.purpose))
        for each in advice.proposals(item)
    ]


def _holds(item: Item, purpose: Purpose) -> Answer:
    """What the judge says now; with names, whether they may be said too."""
    answer = permits(item, advice.USES[purpose])
    if purpose == Purpose.WEB_NAMED and names_living_without_yes(item):
        return Answer((*answer.missing, Missing.PERSONS))
    return answer
