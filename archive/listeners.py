"""What a person's, a place's or a heading's new name means for the pictures it is on."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.db.models.signals import post_save
from django.dispatch import receiver

from archive.models import Edition, Item, Person, Place, Subject
from archive.signals import item_changed


@receiver(post_save, sender=Person, dispatch_uid="archive.person")
def tell_of_person(instance: Person, *, created: bool, **_more: Any) -> None:
    """A name that is hidden from now on must not be kept, nor found by searching."""
    if not created:
        _tell(Q(depictions__person=instance))


@receiver(post_save, sender=Place, dispatch_uid="archive.place")
def tell_of_place(instance: Place, *, created: bool, **_more: Any) -> None:
    if not created:
        _tell(Q(place=instance) | Q(place__parent=instance))


@receiver(post_save, sender=Subject, dispatch_uid="archive.subject")
def tell_of_subject(instance: Subject, *, created: bool, **_more: Any) -> None:
    if not created:
        _tell(Q(subjects=instance))


def _tell(carries_it: Q) -> None:
    Edition.bump()
    for item in Item.objects.filter(carries_it).distinct():
        item_changed.send(Item, item=item)
