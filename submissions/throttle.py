"""How often one address may knock in an hour; counted in our own database.

An address that is not of the open net (this machine, the house's own wi-fi, a proxy in
front) may stand for a whole room of families: there the limit is far higher.
"""

from __future__ import annotations

import datetime as dt
import ipaddress
from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from submissions.models import Knock

Row = dict[str, str | dt.datetime]


@dataclass(frozen=True)
class Door:
    """Something that is done slowly: its name, and how often within an hour."""

    name: str
    an_hour: int
    from_own_net: int


SENDING = Door("sending", 300, 20_000)
ARRIVING = Door("arriving", 600, 40_000)
TYPING = Door("typing", 1_200, 60_000)
FAMILY_PAGE = Door("family page", 120, 120)
WRONG_WORDS = Door("wrong words", 10, 10)
WRONG_LINK = Door("wrong link", 60, 600)
OBJECTING = Door("objecting", 20, 200)


def is_open(door: Door, who: str) -> bool:
    """Whether this one may come in now. Asking counts nothing."""
    known = Knock.objects.filter(door=door.name, who=_print(who), hour=_hour())
    return (known.values_list("count", flat=True).first() or 0) < _limit(door, who)


def knock(door: Door, who: str) -> bool:
    """Count one knock; False when there were too many in this hour already."""
    row: Row = {"door": door.name, "who": _print(who), "hour": _hour()}
    if not _count(row):
        Knock.objects.filter(hour__lt=row["hour"]).delete()
        try:
            with transaction.atomic():
                Knock.objects.create(count=1, **row)
        except IntegrityError:
            _count(row)
    knocks = Knock.objects.values_list("count", flat=True).get(**row)
    return knocks <= _limit(door, who)


def address(request: HttpRequest) -> str:
    """The address at the other end, as the server has it."""
    return str(request.META.get("REMOTE_ADDR", ""))


def _count(row: Row) -> int:
    return Knock.objects.filter(**row).update(count=F("count") + 1)


def _limit(door: Door, who: str) -> int:
    return door.from_own_net if _is_own_net(who) else door.an_hour


def _is_own_net(who: str) -> bool:
    try:
        return ipaddress.ip_address(who).is_private
    except ValueError:
        return not who


def _print(who: str) -> str:
    return salted_hmac("throttle", who, secret=settings.SECRET_KEY).hexdigest()


def _hour() -> dt.datetime:
    return timezone.now().replace(minute=0, second=0, microsecond=0)
