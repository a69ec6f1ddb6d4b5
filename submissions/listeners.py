"""What follows here from what the archive says: news for families, and upkeep."""

from typing import Any

from django.dispatch import receiver

from archive.models import Item
from archive.signals import item_published, looking_round
from archive.upkeep import Report
from submissions import leftovers, notices


@receiver(item_published, dispatch_uid="submissions.tell_the_family")
def tell_the_family(item: Item, **_kwargs: Any) -> None:
    notices.owe_first_publication(item)


@receiver(looking_round, dispatch_uid="submissions.find_strays")
def find_strays(report: Report, **_kwargs: Any) -> None:
    report.untracked += leftovers.strays()
