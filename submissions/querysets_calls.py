"""The questions the house asks of its calls, and of what came in through them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils import timezone

if TYPE_CHECKING:
    from submissions.models.call import Call  # noqa: F401  (named as a word below)

TOO_FEW_TO_TELL = 3  # fewer families could be known by their number


class CallQuerySet(models.QuerySet["Call"]):
    """The questions the house asks of its calls."""

    def announced(self) -> CallQuerySet:
        """What visitors may know of: open, closed, or opening later."""
        return self.filter(is_announced=True)

    def open(self, at: dt.date | None = None) -> CallQuerySet:
        """Open on this day (today by default), the first in the row first."""
        day = at or timezone.localdate()
        return self.announced().filter(
            models.Q(opens=None) | models.Q(opens__lte=day),
            models.Q(closes=None) | models.Q(closes__gte=day),
        )

    def with_hero(self) -> CallQuerySet:
        """With picture and files at hand: one more query, however many."""
        return self.select_related("hero").prefetch_related("hero__media")


@dataclass(frozen=True)
class Came:
    """What has come in: sent, and not taken back."""

    families: int = 0
    pictures: int = 0

    @property
    def may_be_told(self) -> bool:
        return self.families >= TOO_FEW_TO_TELL


def came_through(by: str, rows: Iterable[Any], **only: Any) -> dict[int, Came]:
    """What came in through each call (by="call") or partner; one query for all."""
    from submissions.models import Submission  # noqa: PLC0415  (it names us)

    counted = (
        Submission.objects.sent()
        .exclude(state=Submission.State.WITHDRAWN)
        .filter(**{f"{by}__in": list(rows)}, **only)
        .order_by()
        .values(by)
        .annotate(
            families=models.Count("pk", distinct=True),
            pictures=models.Count("photographs", distinct=True),
        )
    )
    return {each[by]: Came(each["families"], each["pictures"]) for each in counted}
