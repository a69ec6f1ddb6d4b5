"""What families hear when something happens to their pictures in the archive."""

from typing import Any

from django.dispatch import receiver

from archive.models import Item, Person
from archive.signals import item_published, person_recognised
from submissions import notices


@receiver(item_published, dispatch_uid="submissions.tell_the_family")
def tell_the_family(item: Item, **_kwargs: Any) -> None:
    notices.owe_first_publication(item)


@receiver(person_recognised, dispatch_uid="submissions.tell_who_it_is")
def tell_who_it_is(item: Item, person: Person, **_kwargs: Any) -> None:
    notices.owe_recognised(item, person)
