"""The deeds of the archive: each one transaction, with history, and whole."""

from archive.actions.authorities import (
    CannotMerge,
    WrittenMeanwhile,
    merge,
    split,
    undo_merge,
    write_authority,
)
from archive.actions.batches import (
    CannotUndo,
    change_many,
    keep_template,
    lay_template_away,
    undo_batch,
)
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
    register,
    revert,
    tell,
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
    name_as,
    permit,
    publish,
    unpublish,
    withdraw,
)

__all__ = [
    "DESCRIBED",
    "CannotMerge",
    "CannotPublish",
    "CannotUndo",
    "ChangedMeanwhile",
    "WrittenMeanwhile",
    "add_file",
    "be_sure",
    "call_side",
    "change_many",
    "describe",
    "keep_template",
    "lay_anchor_away",
    "lay_away",
    "lay_file_aside",
    "lay_template_away",
    "make_front",
    "merge",
    "move_file",
    "name_as",
    "permit",
    "publish",
    "read_told_date",
    "register",
    "revert",
    "split",
    "take_anchor_back",
    "take_file_back",
    "tell",
    "turn",
    "undo_batch",
    "undo_merge",
    "unpublish",
    "withdraw",
    "write_anchor",
    "write_authority",
]
