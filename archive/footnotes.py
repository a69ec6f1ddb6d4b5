"""What stands in other tables about a deed: who suggested it, and why it was decided."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection

from django.utils.translation import gettext as _

from archive.models import RightsDecision, Suggestion

Notes = dict[tuple[int, dt.datetime], list[tuple[str, str]]]


def of(items: Collection[int]) -> Notes:
    """Label and words by item and moment; two queries, however many items."""
    notes: Notes = defaultdict(list)
    taken = Suggestion.objects.filter(
        item__in=items, state=Suggestion.State.ACCEPTED, answered_at__isnull=False
    )
    for row in taken.select_related("by"):
        if row.answered_at:
            notes[row.item_id, row.answered_at].append((_("Suggested by"), str(row.by)))
    for decision in RightsDecision.objects.filter(item__in=items).exclude(reason=""):
        notes[decision.item_id, decision.at].append((_("Why"), decision.reason))
    return notes
