"""The deeds between a family and the archive: each one transaction, and whole."""

from submissions.actions.accepting import STORY, accept
from submissions.actions.adding import (
    add_pictures,
    added_photographs,
    added_words,
    leave_added,
    take_added,
    tell_more,
)
from submissions.actions.answering import answer, ask, decline
from submissions.actions.backs import mark_back
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
    change_one,
    change_permissions,
    follow_names,
    is_past_regret,
    regret,
    sign_on_paper,
    withdraw,
)
from submissions.actions.deeds import note_deed
from submissions.actions.hearing import hear
from submissions.actions.hiding import hide_names, hide_place, name_giver
from submissions.actions.holding import let_go, take_in_hand
from submissions.actions.joining import covers, join
from submissions.actions.links import answer_lost_links, ask_for_links, renew_link
from submissions.actions.merging import OtherGiver, is_same_giver, merge
from submissions.actions.naming import nameless, public_name
from submissions.actions.sending import gives_something, send
from submissions.actions.splitting import split
from submissions.actions.standing import (
    NothingGiven,
    NotPossibleNow,
    OriginalMissing,
    StandsInTheWay,
)
from submissions.actions.undoing import undo
from submissions.arrivals import note_added
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
from submissions.objecting import object_to, recognise, settle
from submissions.querysets import items_of
from submissions.recordings import (
    add_recording,
    remove_recordings,
    speak,
    write_down,
)

__all__ = [
    "STORY",
    "ChangedMeanwhile",
    "LeftOut",
    "NotPossibleNow",
    "NothingGiven",
    "OriginalMissing",
    "OtherGiver",
    "StandsInTheWay",
    "accept",
    "add_file",
    "add_files",
    "add_pictures",
    "add_recording",
    "added_photographs",
    "added_words",
    "announce_call",
    "answer",
    "answer_lost_links",
    "ask",
    "ask_for_links",
    "begin",
    "change_one",
    "change_permissions",
    "close_call",
    "covers",
    "decline",
    "erase_expired",
    "follow_names",
    "gives_something",
    "hear",
    "hide_names",
    "hide_place",
    "is_past_regret",
    "is_same_giver",
    "issue_call",
    "items_of",
    "join",
    "keep_typed",
    "key_after",
    "leave_added",
    "let_go",
    "mark_back",
    "merge",
    "move_call",
    "name_giver",
    "nameless",
    "note_added",
    "note_deed",
    "object_to",
    "open_call",
    "public_name",
    "recognise",
    "regret",
    "remind",
    "remove_files",
    "remove_recordings",
    "renew_link",
    "save_draft",
    "send",
    "settle",
    "sign_on_paper",
    "speak",
    "split",
    "take_added",
    "take_in_hand",
    "tell_more",
    "undo",
    "welcome_partner",
    "welcome_partners",
    "withdraw",
    "write_call",
    "write_down",
    "write_partner",
]
