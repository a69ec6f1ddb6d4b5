"""When a page was opened, signed into the page: forms filled in by machines are quick.

Only a stamp of our own that is too young says anything. A page that lay open for sixty
days, one from before an upgrade and one without a stamp are as good as any other.
"""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.core import signing

signer = signing.TimestampSigner(salt="a page for families")
OPENED = "opened"


def new() -> str:
    """The stamp of a page that is opened now."""
    return signer.sign(OPENED)


def kept(posted: str) -> str:
    """The stamp a page came with, as long as it is ours; else a new one."""
    return posted if _opened(posted) else new()


def is_too_quick(posted: str) -> bool:
    """Whether this page was answered faster than a person can write."""
    try:
        signer.unsign(posted, max_age=dt.timedelta(seconds=settings.QUICKEST_WRITER))
    except signing.BadSignature:
        return False
    return True


def _opened(posted: str) -> bool:
    try:
        return signer.unsign(posted) == OPENED
    except signing.BadSignature:
        return False
