"""What follows in a contribution when something happens to it in the archive."""

from typing import Any

from django.dispatch import receiver

from accounts.models import User
from accounts.signals import person_left
from archive.models import Item, Media, Person
from archive.signals import (
    item_published,
    looking_round,
    person_recognised,
    picture_turned,
)
from archive.upkeep import Report
from submissions import leftovers, notices, seen
from submissions.actions.holding import let_everything_go


@receiver(item_published, dispatch_uid="submissions.tell_the_family")
def tell_the_family(item: Item, **_kwargs: Any) -> None:
    notices.owe_first_publication(item)


@receiver(looking_round, dispatch_uid="submissions.find_strays")
def find_strays(report: Report, **_kwargs: Any) -> None:
    report.untracked += leftovers.strays()


@receiver(picture_turned, dispatch_uid="submissions.turn_the_points")
def turn_the_points(media: Media, degrees: int, **_kwargs: Any) -> None:
    seen.turn_points(media, degrees)


@receiver(person_recognised, dispatch_uid="submissions.tell_who_it_is")
def tell_who_it_is(item: Item, person: Person, **_kwargs: Any) -> None:
    notices.owe_recognised(item, person)


@receiver(person_left, dispatch_uid="submissions.person_left")
def lay_down_what_they_hold(person: User, **_kwargs: Any) -> None:
    """The next one reads no name of somebody who is not here."""
    let_everything_go(person)
