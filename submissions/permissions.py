"""Who may do what with families' contributions, beyond what a role says by itself."""

from __future__ import annotations

from accounts.permissions import Visitor, may_review, may_sit_at_table
from submissions.models import Ticket


def may_read_sheet(user: Visitor, ticket: Ticket) -> bool:
    """Reviewers may read every sheet; a volunteer only that of the family before them.

    When the family has left the table, or the day is over, it is closed to volunteers:
    no address, no story and no link of an earlier family can be read from a tablet.
    """
    if may_review(user):
        return True
    sits_here = ticket.helped_by_id is not None and ticket.helped_by_id == user.pk
    return may_sit_at_table(user) and sits_here and may_take_over(ticket)


def may_take_over(ticket: Ticket) -> bool:
    """Whether another tablet may go on with this family: while they sit at a table."""
    return ticket.day.is_open and ticket.is_at_table
