"""Deciding what an item may be used for: the deed beside the adviser's proposal."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from archive import advice
from archive.actions.describing import ChangedMeanwhile
from archive.actions.ending import close, save
from archive.models import Item, RightsDecision
from archive.permissions import Purpose, Verdict
from archive.signals import item_changed


@transaction.atomic
def decide(
    item: Item, *, purpose: str, verdict: str, reason: str, by: User
) -> RightsDecision:
    """Write down what was decided, beside what the rules proposed that day.

    A no holds at once: on the web the item leaves the reading room, with names the
    names are hidden. A yes never goes past a family's no; “ask first” lifts whatever
    was decided before, and the rules hold again. Raises ChangedMeanwhile when the item
    has been erased.
    """
    current = Item.objects.select_for_update().get(pk=item.pk)
    if current.erased_at is not None:
        raise ChangedMeanwhile(current)
    at = timezone.now()
    decision = RightsDecision.objects.create(
        item=current,
        purpose=Purpose(purpose),
        proposed=advice.proposal(current, Purpose(purpose), at).verdict,
        decided=Verdict(verdict),
        reason=reason,
        by=by,
        at=at,
    )
    before = current.decided.get(purpose)
    decided = {key: value for key, value in current.decided.items() if key != purpose}
    if verdict != Verdict.ASK:
        decided[purpose] = str(verdict)
    current.decided = decided
    _hold(current, purpose, verdict, before)
    save(current, by=by, reason="decide", at=at)
    item_changed.send(Item, item=current)
    return decision


def _hold(item: Item, purpose: str, verdict: str, before: str | None) -> None:
    if purpose == Purpose.WEB and verdict == Verdict.NO and item.is_published:
        close(item)
    if purpose == Purpose.WEB_NAMED:
        if verdict == Verdict.NO:
            item.are_names_hidden = True
        elif before == Verdict.NO:
            item.are_names_hidden = False
