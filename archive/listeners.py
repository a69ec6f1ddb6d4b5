"""What a person's, a place's or a heading's new name means for the pictures it is on."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.db.models.signals import post_save
from django.dispatch import receiver

from accounts.models import User
from accounts.signals import person_left
from archive import judging, volunteering
from archive.actions.scanning import forget_box_of
from archive.exchange.forgetting import forget_lines_of
from archive.models import Edition, Item, Person, Photographer, Place, Subject
from archive.signals import item_changed, item_erased


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


@receiver(person_left, dispatch_uid="archive.person_left")
def return_what_they_have(person: User, **_more: Any) -> None:
    """Somebody on leave, or in another role, keeps no item from the others."""
    volunteering.give_everything_back(person)


@receiver(item_erased, dispatch_uid="archive.item_erased")
def forget_what_was_said_of_it(item: Item, **_more: Any) -> None:
    """Suggestions, reasons and decisions carry words too, and so do sheets and boxes."""
    item.suggestions.all().delete()
    item.assignments.all().delete()
    item.decisions.all().delete()
    item.decided, item.laid_away_because = {}, ""
    Item.objects.filter(pk=item.pk).update(decided={}, laid_away_because="")
    forget_lines_of(item)
    forget_box_of(item)


@receiver(post_save, sender=Photographer, dispatch_uid="archive.photographer")
def judge_again(instance: Photographer, *, created: bool, **_more: Any) -> None:
    """When a photographer died decides how long the pictures are protected."""
    if created:
        return
    by = getattr(instance, "_history_user", None)
    for item in Item.objects.published().filter(photographed_by=instance):
        judging.end_what_is_barred(item, by=by)


def _tell(carries_it: Q) -> None:
    Edition.bump()
    for item in Item.objects.filter(carries_it).distinct():
        item_changed.send(Item, item=item)
