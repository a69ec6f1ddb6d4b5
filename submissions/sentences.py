"""What is said to families when something could not be done, with its cure."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from archive.intake import Refused
from submissions import recordings
from submissions.drafts import LeftOut
from submissions.uploads import NotTaken

MEGABYTE = 1024 * 1024


def of_file(left_out: LeftOut) -> str:
    """Why one file was left out, by its name, and what to do instead."""
    reasons = {
        Refused.TOO_LARGE: _(
            "“%(name)s” is very large (%(size)s MB). We can take up to %(limit)s MB. "
            "Call us, and we will help."
        ),
        Refused.EMPTY: _("“%(name)s” is empty. Choose it once more."),
        Refused.NOT_AN_IMAGE: _(
            "“%(name)s” is not a picture we can open. Take a photo of the picture with "
            "the phone instead."
        ),
        Refused.NO_ROOM: _(
            "“%(name)s” was not saved: we have run out of room here. Nothing you wrote "
            "is lost. Try again later, or call us."
        ),
        recordings.NOT_A_SOUND: _(
            "“%(name)s” is not a sound or a film we can open. Tell it here with the "
            "phone instead, or write."
        ),
        recordings.TOO_MANY_SOUNDS: _(
            "“%(name)s” was left out: one contribution holds %(sounds)s recordings. "
            "Send it as one more contribution."
        ),
        LeftOut.TOO_MANY: _(
            "“%(name)s” was left out: one contribution holds %(most)s pictures. Send "
            "it as one more contribution."
        ),
    }
    return reasons.get(left_out.why, reasons[Refused.NOT_AN_IMAGE]) % {
        "name": isolated(left_out.name or "?"),
        "size": -(-left_out.size // MEGABYTE),
        "limit": settings.LARGEST_FILE // MEGABYTE,
        "most": settings.MOST_FILES,
        "sounds": recordings.MOST,
    }


def of_sending(trouble: NotTaken) -> str:
    """Why a file that comes in pieces cannot be taken, and what to do instead."""
    left_out = LeftOut(trouble.name, trouble.why, trouble.size)
    return of_pieces(trouble.why, trouble.name) or of_file(left_out)


def of_pieces(why: str, name: str = "") -> str:
    """The sentences that belong to sending in pieces alone."""
    reasons = {
        NotTaken.UNKNOWN_PURPOSE: _("We do not know what this file is for."),
        NotTaken.NO_CONTRIBUTION: _(
            "We do not find the contribution this belongs to. Open the page again."
        ),
        NotTaken.SENT_ALREADY: _(
            "This contribution has been sent. Send “%(name)s” as a new one. We put the "
            "two together."
        ),
        NotTaken.HERE_ALREADY: _(
            "We have “%(name)s” already. Would you like to add more to the story?"
        ),
        NotTaken.TOO_MUCH: _(
            "“%(name)s” was left out: one contribution holds %(all)s MB in all. Send "
            "it as one more contribution."
        ),
        NotTaken.OTHER_BYTES: _(
            "“%(name)s” was damaged on the way. We send it once more."
        ),
        NotTaken.WRONG_OFFSET: _("We have another part of “%(name)s” already."),
        NotTaken.WRONG_LENGTH: _(
            "“%(name)s” has changed since you chose it. Choose it once more."
        ),
        NotTaken.BUSY: _("“%(name)s” is being sent from another place just now."),
        NotTaken.GONE: _("“%(name)s” is not waited for any more."),
        NotTaken.CUT: _(
            "The connection broke. Nothing is lost – we try again in a moment."
        ),
    }
    return reasons.get(why, "") % {
        "name": isolated(name or "?"),
        "all": settings.LARGEST_CONTRIBUTION // MEGABYTE,
    }


def too_much_typed() -> str:
    return _(
        "This is more than we have room for. It is kept in your phone. Send the rest "
        "as one more contribution."
    )


def misunderstood() -> str:
    """When the phone and we do not speak of the same thing."""
    return _("Something went wrong on the way. Open the page again and try once more.")


def isolated(words: str) -> str:
    """Words of another direction, kept from turning the sentence around them."""
    return f"\u2068{words}\u2069"


def slow_down() -> str:
    """When much has come from one address within the hour."""
    return _(
        "Very much has been sent from here within the last hour. Nothing you wrote is "
        "lost. Wait a little, and send again."
    )


def full_mailbox() -> str:
    """When many letters are on their way to one address within the hour."""
    return _(
        "Many letters have gone to this address within the last hour. Leave it out, "
        "or wait a little."
    )


def very_quick() -> str:
    """When a form came back faster than a person can write."""
    return _(
        "That went very fast. Nothing is lost. Look it over, and press Send once more."
    )


def nothing_given() -> str:
    return _("Add a picture, or tell a story. One of them is enough.")


def wrong_words() -> str:
    return _("The code does not fit. It is three words, such as lampe-tog-hav.")


def taken_home_often() -> str:
    return _(
        "You have fetched it many times within the hour. Wait a little, and try again."
    )


def too_many_words() -> str:
    return _("That was many tries. Wait an hour, or call us, and we will find it.")
