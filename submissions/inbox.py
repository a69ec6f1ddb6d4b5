"""The list of the inbox: what each filter shows, how many, page by page, and beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from archive.models import Item
from submissions.desk import Row, row_of
from submissions.models import DeskDeed, Hold, Message, Objection, Submission
from submissions.querysets import SubmissionQuerySet

A_PAGE = 50
State = Submission.State

FILTERS = {
    "": _("Waiting"),
    "mine": _("Mine"),
    "nye": _("New"),
    "svar": _("Unread answers"),
    "spurgt": _("Waiting for the family"),
    "tilfoejet": _("Added to"),
    "klar": _("Ready to publish"),
    "taget-imod": _("Accepted"),
    "sagt-nej": _("Declined"),
    "trukket-tilbage": _("Taken back"),
}
STATES = {
    "sagt-nej": State.DECLINED,
    "taget-imod": State.ACCEPTED,
    "trukket-tilbage": State.WITHDRAWN,
}


@dataclass(frozen=True)
class Filter:
    """One link above the list; the finished ones have no number."""

    key: str
    words: str
    number: int | None
    is_done: bool = False


@dataclass(frozen=True)
class Listing:
    """A page of the list; `more` is the address of the next."""

    rows: list[Row]
    more: str = ""


def chosen_filter(asked: str) -> str:
    return asked if asked in FILTERS else ""


def filtered(chosen: str, by: User) -> SubmissionQuerySet:
    """The contributions behind one of FILTERS; what waits longest comes first."""
    sent = Submission.objects.sent()
    if chosen in STATES:
        return sent.filter(state=STATES[chosen]).order_by("-sent_at", "-pk")
    return sent.filter(_conditions(by)[chosen]).order_by("sent_at", "pk")


def _conditions(by: User) -> dict[str, Q]:
    """What holds for the contributions of each filter that is counted."""
    of_this = Message.objects.filter(submission=OuterRef("pk"))
    held = Hold.objects.filter(
        submission=OuterRef("pk"), by=by, until__gt=timezone.now()
    )
    touched = DeskDeed.objects.filter(submission=OuterRef("pk"), by=by, undone_at=None)
    received, asked = Q(state=State.RECEIVED), Q(state=State.QUESTION)
    added = Q(state=State.ACCEPTED, added_at__isnull=False)
    waiting = received | asked | added
    return {
        "": waiting,
        "mine": waiting & (Q(Exists(held)) | Q(Exists(touched))),
        "nye": received & ~Q(Exists(of_this)),
        "svar": received & Q(Exists(of_this.filter(is_from_family=True))),
        "spurgt": asked,
        "tilfoejet": added,
        "klar": Q(state=State.ACCEPTED) & Q(Exists(_described_items())),
    }


def _described_items() -> Any:
    """Items of the contribution that only wait for somebody to publish them."""
    dated = ~Q(date_edtf="") | Q(is_date_unknown=True)
    placed = Q(place__isnull=False) | Q(is_place_unknown=True) | Q(is_place_hidden=True)
    shown = ~Q(alt_text="") & Q(media__photograph__submission=OuterRef("pk"))
    told = Q(story_of=OuterRef("pk"))  # a story without a picture has no alt text
    return (
        Item.objects.exclude(title="")
        .filter(
            shown | told,
            dated,
            placed,
            publication=Item.Publication.NOT,
            withdrawn_at=None,
            laid_away_at=None,
        )
        .exclude(rights_basis=Item.RightsBasis.UNKNOWN)
    )


def counts(by: User) -> dict[str, int]:
    """How many there are behind each filter that waits; two queries, however many."""
    numbers: dict[str, int] = Submission.objects.sent().aggregate(
        **{
            key or "waiting": Count("pk", filter=condition)
            for key, condition in _conditions(by).items()
        }
    )
    open_objections = Objection.objects.filter(settled_at=None).count()
    return numbers | {"objections": open_objections}


def filters(numbers: dict[str, int]) -> list[Filter]:
    """The links above the list."""
    return [
        Filter(key, str(words), numbers.get(key or "waiting"), key in STATES)
        for key, words in FILTERS.items()
    ]


def listing(
    chosen: str, after: int | None, *, by: User, showing: int | None = None
) -> Listing:
    """A page of contributions; the same number of queries however many there are.

    The page has `showing` on it, if that stands in the list at all.
    """
    found = filtered(chosen, by)
    here = _beyond(found, chosen, _named(after))
    if showing is not None and _lies_further(showing, found, here):
        here = _beyond(found, chosen, _named(showing), itself=True)
    rows = _page(here)
    more = {"vis": chosen, "efter": rows[A_PAGE - 1].pk} if len(rows) > A_PAGE else {}
    return Listing([row_of(each) for each in rows[:A_PAGE]], _query(more))


def neighbours(
    chosen: str, submission: Submission, *, by: User
) -> tuple[int | None, int | None]:
    """The one before and the one after in the list, wherever its pages end."""
    found = filtered(chosen, by).exclude(pk=submission.pk)
    before = _beyond(found.reverse(), chosen, submission, back=True)
    after = _beyond(found, chosen, submission)
    return (
        before.values_list("pk", flat=True).first(),
        after.values_list("pk", flat=True).first(),
    )


def _lies_further(pk: int, found: SubmissionQuerySet, here: SubmissionQuerySet) -> bool:
    """Whether it stands in the list, but not on the page that begins here."""
    keys = list(here.values_list("pk", flat=True)[: A_PAGE + 1])
    if pk in keys[:A_PAGE] or len(keys) <= A_PAGE:
        return False
    return found.filter(pk=pk).exists()


def _beyond(
    found: SubmissionQuerySet,
    chosen: str,
    last: Submission | None,
    *,
    back: bool = False,
    itself: bool = False,
) -> SubmissionQuerySet:
    """What comes after this one in the order of the list, or before it."""
    if last is None:
        return found
    later = "gt" if (chosen in STATES) == back else "lt"
    same = f"pk__{later}e" if itself else f"pk__{later}"
    return found.filter(
        Q(**{f"sent_at__{later}": last.sent_at})
        | Q(**{"sent_at": last.sent_at, same: last.pk})
    )


def _named(pk: int | None) -> Submission | None:
    return Submission.objects.filter(pk=pk).first() if pk else None


def _page(found: SubmissionQuerySet) -> list[Submission]:
    return list(
        found.with_pictures().prefetch_related("messages", "consents", "persons_told")[
            : A_PAGE + 1
        ]
    )


def _query(pairs: dict[str, Any]) -> str:
    kept = {name: value for name, value in pairs.items() if value}
    return f"?{urlencode(kept)}" if kept else ""
