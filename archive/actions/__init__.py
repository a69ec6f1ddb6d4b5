"""The deeds of the archive: each one transaction, with history, and whole."""

from archive.actions.describing import (
    DESCRIBED,
    ChangedMeanwhile,
    describe,
    read_told_date,
    register,
    revert,
    tell,
)
from archive.actions.files import turn
from archive.actions.publishing import (
    CannotPublish,
    lay_away,
    name_as,
    permit,
    publish,
    unpublish,
    withdraw,
)

__all__ = [
    "DESCRIBED",
    "CannotPublish",
    "ChangedMeanwhile",
    "describe",
    "lay_away",
    "name_as",
    "permit",
    "publish",
    "read_told_date",
    "register",
    "revert",
    "tell",
    "turn",
    "unpublish",
    "withdraw",
]
