"""What follows in a contribution when something happens to it in the archive."""

from typing import Any

from django.dispatch import receiver

from archive.models import Item, Media
from archive.signals import item_published, picture_turned
from submissions import notices, seen


@receiver(item_published, dispatch_uid="submissions.tell_the_family")
def tell_the_family(item: Item, **_kwargs: Any) -> None:
    notices.owe_first_publication(item)


@receiver(picture_turned, dispatch_uid="submissions.turn_the_points")
def turn_the_points(media: Media, degrees: int, **_kwargs: Any) -> None:
    seen.turn_points(media, degrees)
