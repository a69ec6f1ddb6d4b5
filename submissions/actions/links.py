"""The way back to one's own page, when the link is lost or in the wrong hands."""

from __future__ import annotations

from django.db import transaction

from submissions import notices
from submissions.actions.sending import free_words
from submissions.actions.standing import NotPossibleNow, State, locked
from submissions.models import LostLink, Notice, Submission
from submissions.models.submission import new_token

A_ROUND = 20


@transaction.atomic
def renew_link(submission: Submission) -> Submission:
    """A new link and three new words; the old ones open nothing from now on.

    The page's key changes too: with it the form led to the link. Who has an address
    gets the new link by mail.
    """
    current = _whose_link(submission)
    if current.state == State.DRAFT or current.erased_at:
        raise NotPossibleNow
    current.token, current.key = new_token(), new_token()
    current.words = free_words(current)
    current.save(update_fields=["token", "key", "words"])
    notices.owe(current, Notice.Kind.LINKS)
    return current


def _whose_link(submission: Submission) -> Submission:
    """The row this link belongs to, also where it leads to another contribution."""
    rows = Submission.objects.select_for_update(of=("self",))
    return rows.filter(token=submission.token).first() or locked(submission)


def ask_for_links(email: str, *, language: str) -> LostLink:
    """Write down that somebody asks; the page learns nothing about the address."""
    return LostLink.objects.create(email=email, language=language)


def answer_lost_links(limit: int = A_ROUND) -> int:
    """Owe each known address one letter with all its links; forget the question."""
    asked = list(LostLink.objects.all()[:limit])
    for lost in asked:
        _answer(lost)
    return len(asked)


@transaction.atomic
def _answer(lost: LostLink) -> None:
    gone, _rows = LostLink.objects.filter(pk=lost.pk).delete()
    newest = Submission.objects.of_mailbox(lost.email).order_by("-pk").first()
    if gone and newest is not None:
        notices.owe(newest, Notice.Kind.LINKS, text=lost.language)
