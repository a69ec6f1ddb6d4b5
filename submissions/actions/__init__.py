"""The deeds between a family and the archive: each one transaction, and whole."""

from submissions.actions.accepting import STORY, accept
from submissions.actions.answering import answer, ask, decline
from submissions.actions.deciding import (
    change_permissions,
    follow_names,
    is_past_regret,
    regret,
    withdraw,
)
from submissions.actions.naming import nameless, public_name
from submissions.actions.sending import gives_something, send
from submissions.actions.standing import (
    NothingGiven,
    NotPossibleNow,
    OriginalMissing,
)
from submissions.drafts import (
    LeftOut,
    add_file,
    add_files,
    begin,
    keep_typed,
    key_after,
    remind,
    remove_files,
    save_draft,
)
from submissions.erasure import erase_expired
from submissions.objecting import object_to, settle
from submissions.querysets import items_of
from submissions.recordings import add_recording, remove_recordings, write_down

__all__ = [
    "STORY",
    "LeftOut",
    "NotPossibleNow",
    "NothingGiven",
    "OriginalMissing",
    "accept",
    "add_file",
    "add_files",
    "add_recording",
    "answer",
    "ask",
    "begin",
    "change_permissions",
    "decline",
    "erase_expired",
    "follow_names",
    "gives_something",
    "is_past_regret",
    "items_of",
    "keep_typed",
    "key_after",
    "nameless",
    "object_to",
    "public_name",
    "regret",
    "remind",
    "remove_files",
    "remove_recordings",
    "save_draft",
    "send",
    "settle",
    "withdraw",
    "write_down",
]
