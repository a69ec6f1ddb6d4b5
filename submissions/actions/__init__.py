"""The deeds between a family and the archive: each one transaction, and whole."""

from submissions.actions.accepting import accept
from submissions.actions.answering import answer, ask, decline
from submissions.actions.deciding import (
    change_permissions,
    follow_names,
    is_past_regret,
    regret,
    sign_on_paper,
    withdraw,
)
from submissions.actions.naming import nameless, public_name
from submissions.actions.sending import send
from submissions.actions.standing import NothingGiven, NotPossibleNow
from submissions.drafts import (
    LeftOut,
    add_file,
    add_files,
    begin,
    key_after,
    remove_files,
    save_draft,
)
from submissions.erasure import erase_expired
from submissions.objecting import object_to, settle
from submissions.querysets import items_of

__all__ = [
    "LeftOut",
    "NotPossibleNow",
    "NothingGiven",
    "accept",
    "add_file",
    "add_files",
    "answer",
    "ask",
    "begin",
    "change_permissions",
    "decline",
    "erase_expired",
    "follow_names",
    "is_past_regret",
    "items_of",
    "key_after",
    "nameless",
    "object_to",
    "public_name",
    "regret",
    "remove_files",
    "save_draft",
    "send",
    "settle",
    "sign_on_paper",
    "withdraw",
]
