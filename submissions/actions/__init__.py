"""The deeds between a family and the archive: each one transaction, and whole."""

from submissions.actions.accepting import accept
from submissions.actions.answering import answer, ask, decline
from submissions.actions.calling import (
    ChangedMeanwhile,
    announce_call,
    close_call,
    issue_call,
    move_call,
    open_call,
    welcome_partner,
    welcome_partners,
    write_call,
    write_partner,
)
from submissions.actions.deciding import (
    change_permissions,
    follow_names,
    is_past_regret,
    regret,
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
    "ChangedMeanwhile",
    "LeftOut",
    "NotPossibleNow",
    "NothingGiven",
    "accept",
    "add_file",
    "add_files",
    "announce_call",
    "answer",
    "ask",
    "begin",
    "change_permissions",
    "close_call",
    "decline",
    "erase_expired",
    "follow_names",
    "is_past_regret",
    "issue_call",
    "items_of",
    "key_after",
    "move_call",
    "nameless",
    "object_to",
    "open_call",
    "public_name",
    "regret",
    "remove_files",
    "save_draft",
    "send",
    "settle",
    "welcome_partner",
    "welcome_partners",
    "withdraw",
    "write_call",
    "write_partner",
]
