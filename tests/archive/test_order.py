"""What is empty stands first, in every database alike."""

import datetime as dt

import pytest

from archive.models import DatingAnchor
from tests import make

pytestmark = pytest.mark.django_db


def test_who_has_no_point_in_the_picture_stands_before_who_has() -> None:
    item = make.item()
    right, left = make.depiction(item, x=80, y=5), make.depiction(item, x=10, y=5)
    nowhere = make.depiction(item)

    assert list(item.depictions.all()) == [nowhere, left, right]


def test_an_anchor_without_a_beginning_stands_before_the_others() -> None:
    late = make.anchor(not_before=dt.date(1976, 9, 26))
    until = make.anchor(not_after=dt.date(1990, 1, 1))
    open_ended = make.anchor(not_before=dt.date(1900, 1, 1))

    known = DatingAnchor.objects.filter(pk__in=[late.pk, until.pk, open_ended.pk])
    assert list(known) == [until, open_ended, late]
