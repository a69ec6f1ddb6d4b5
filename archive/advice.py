"""What the rules say about one item, in a sentence with its reason: advice, no lock."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from archive import rights
from archive.models import Item


def protection(item: Item, at: dt.date | None = None) -> str:
    """How long the photograph is protected, reckoned from its latest possible date."""
    today = at or timezone.localdate()
    kind = rights.PhotographerKind(item.photographer_kind)
    free = rights.free_from(kind, item.latest)
    if free is None:
        return _why_nobody_knows(kind)
    if free == rights.ALREADY:
        return _("Taken by an amateur before 1970: no copyright stands in the way.")
    words = {
        "day": date_format(free, "DATE_FORMAT"),
        "year": item.latest.year if item.latest else "",
    }
    if free <= today:
        sentence = _(
            "Free since %(day)s: 50 years after %(year)s, the latest year it can be "
            "from."
        )
    else:
        sentence = _(
            "Protected until %(day)s: 50 years after %(year)s, the latest year it can "
            "be from. Until then it takes a yes from whoever took it."
        )
    return sentence % words


def _why_nobody_knows(kind: rights.PhotographerKind) -> str:
    if kind == rights.PhotographerKind.AMATEUR:
        return _(
            "Nobody can reckon the protection before the picture has a latest date. "
            "Until then it counts as protected."
        )
    if kind == rights.PhotographerKind.PROFESSIONAL:
        return _(
            "A photographer's picture is protected until 70 years after their death. "
            "It takes an agreement with them or with VISDA."
        )
    return _(
        "As long as nobody knows who took it, it counts as protected. It may hang in "
        "an exhibition."
    )
