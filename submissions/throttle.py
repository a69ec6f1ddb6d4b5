"""How often one may knock at a door in an hour; counted in our own database.

Counts are rows, so that they hold across restarts and for every process of the house. Who
knocks is an address of the net, or the contribution or mailbox it is about. An address
that is not of the open net (this machine, the house's own wi-fi) may stand for a whole
room of families: there the limit is far higher. settings.LIMITS can change any of them.
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

from submissions.models import Knock, Submission

Row = dict[str, str | dt.datetime]

MEGABYTE = 1024 * 1024
# A provider gives each household a whole network of this size; it counts as one address.
IPV6_HOUSEHOLD = 64
OWN_NET = "-own-net"


@dataclass(frozen=True)
class Door:
    """Something that is done slowly: its name, and how often within an hour."""

    name: str
    an_hour: int
    from_own_net: int


# By address: a library's one address carries many families, so only new contributions
# count there, and what belongs to one that has begun counts with that one.
BEGINNING = Door("beginning", 300, 20_000)
MEGABYTES = Door("megabytes", 12_000, 400_000)
WRONG_WORDS = Door("wrong-words", 30, 60)
WRONG_LINK = Door("wrong-link", 60, 600)
OBJECTING = Door("objecting", 20, 200)
LOST_LINK = Door("lost-link", 10, 100)
DATE_READING = Door("date-reading", 3_000, 60_000)

# By contributor: the key of a page, the token of a contribution, a mailbox.
SENDING = Door("sending", 200, 200)
ARRIVING = Door("arriving", 200, 200)
TYPING = Door("typing", 1_200, 1_200)
FAMILY_PAGE = Door("family-page", 120, 120)
MAILBOX = Door("mailbox", 20, 20)
ONE_MAILBOX = Door("one-mailbox", 2, 2)
TAKING_HOME = Door("taking-home", 20, 20)

DOORS = (
    *(BEGINNING, MEGABYTES, WRONG_WORDS, WRONG_LINK, OBJECTING, DATE_READING),
    *(LOST_LINK, SENDING, ARRIVING, TYPING, FAMILY_PAGE, MAILBOX, ONE_MAILBOX),
    TAKING_HOME,
)


def is_open(door: Door, who: str) -> bool:
    """Whether this one may come in now. Asking counts nothing."""
    known = Knock.objects.filter(door=door.name, who=_print(who), hour=_hour())
    return (known.values_list("count", flat=True).first() or 0) < _limit(door, who)


def knock(door: Door, who: str, *, times: int = 1) -> bool:
    """Count one knock; False when there were too many in this hour already.

    A door that is shut is only read, so that a flood does not become writing.
    """
    if not is_open(door, who):
        return False
    row: Row = {"door": door.name, "who": _print(who), "hour": _hour()}
    if not _count(row, times):
        Knock.objects.filter(hour__lt=row["hour"]).delete()
        try:
            with transaction.atomic():
                Knock.objects.create(count=times, **row)
        except IntegrityError:
            _count(row, times)
    knocks = Knock.objects.values_list("count", flat=True).get(**row)
    return knocks <= max(_limit(door, who), times)


def may_give(door: Door, key: str, request: HttpRequest) -> bool:
    """Count with the contribution once it has begun, and with the address before.

    So nobody pays for somebody else who gives from the same address.
    """
    if Submission.objects.filter(key=key).exists():
        return knock(door, key)
    return knock(BEGINNING, address(request))


def carry(request: HttpRequest, weight: int = 0) -> bool:
    """Count the megabytes a request brings or announces; False when it is too much."""
    told = str(request.META.get("CONTENT_LENGTH") or "")
    brought = int(told) if told.isascii() and told.isdigit() else 0
    megabytes = max(brought, weight) // MEGABYTE
    return not megabytes or knock(MEGABYTES, address(request), times=megabytes)


def address(request: HttpRequest) -> str:
    """The address at the other end, as the server has it; a household's net as one.

    Nothing in the headers is believed here: the server fills in REMOTE_ADDR, from what
    a proxy says only when settings.TRUSTED_PROXY names that proxy.
    """
    told = str(request.META.get("REMOTE_ADDR", ""))
    try:
        known = ipaddress.ip_address(told.partition("%")[0])
    except ValueError:
        return told
    if isinstance(known, ipaddress.IPv4Address):
        return str(known)
    if known.ipv4_mapped:
        return str(known.ipv4_mapped)
    if known.is_loopback:
        return str(known)
    net = ipaddress.ip_network((known, IPV6_HOUSEHOLD), strict=False)
    return str(net.network_address)


def mailbox(email: str) -> str:
    """One mailbox, however it was typed."""
    return email.strip().casefold()


def seconds_left() -> int:
    """Until the counting begins anew."""
    return int((_hour() + dt.timedelta(hours=1) - timezone.now()).total_seconds()) + 1


def _count(row: Row, times: int) -> int:
    return Knock.objects.filter(**row).update(count=F("count") + times)


def _limit(door: Door, who: str) -> int:
    if _is_own_net(who):
        return settings.LIMITS.get(door.name + OWN_NET, door.from_own_net)
    return settings.LIMITS.get(door.name, door.an_hour)


def _is_own_net(who: str) -> bool:
    try:
        return ipaddress.ip_address(who).is_private
    except ValueError:
        return not who


def _print(who: str) -> str:
    return salted_hmac("throttle", who, secret=settings.SECRET_KEY).hexdigest()


def _hour() -> dt.datetime:
    return timezone.now().replace(minute=0, second=0, microsecond=0)
