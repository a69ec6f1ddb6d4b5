"""The deeds of the archive: each one transaction, with history, and whole."""

from archive.actions.dating import (
    be_sure,
    lay_anchor_away,
    take_anchor_back,
    write_anchor,
)
from archive.actions.describing import (
    DESCRIBED,
    ChangedMeanwhile,
    describe,
    read_told_date,
    recognise,
    register,
    revert,
    tell,
    transcribe,
)
from archive.actions.files import (
    add_file,
    call_side,
    lay_file_aside,
    make_front,
    move_file,
    take_file_back,
    turn,
)
from archive.actions.publishing import (
    CannotPublish,
    lay_away,
    permit,
    publish,
    unpublish,
    withdraw,
)
from archive.actions.showing import credit_as, hide_place, name_as, show_place

__all__ = [
    "DESCRIBED",
    "CannotPublish",
    "ChangedMeanwhile",
    "add_file",
    "be_sure",
    "call_side",
    "credit_as",
    "describe",
    "hide_place",
    "lay_anchor_away",
    "lay_away",
    "lay_file_aside",
    "make_front",
    "move_file",
    "name_as",
    "permit",
    "publish",
    "read_told_date",
    "recognise",
    "register",
    "revert",
    "show_place",
    "take_anchor_back",
    "take_file_back",
    "tell",
    "transcribe",
    "turn",
    "unpublish",
    "withdraw",
    "write_anchor",
]
