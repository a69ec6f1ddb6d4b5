"""Mails to families: owed in the deed's transaction, sent later, each once.

What answers a deed goes at once. Glad news (shown, exhibited, recognised, the yearly
greeting) waits for the day's post and goes as one letter: at most one a day.
"""

from __future__ import annotations

import datetime as dt
import logging
import smtplib

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django_tasks import task

from archive.models import Item, Person
from submissions.letters import is_true_still, letter, link_to
from submissions.models import Notice, Objection, Submission
from submissions.models.notice import NEWS
from submissions.on_show import hangings
from submissions.querysets import items_of, submissions_of

__all__ = ["A_YEAR", "deliver", "letter", "link_to", "owe", "send", "sweep"]

logger = logging.getLogger(__name__)

CLAIM = dt.timedelta(minutes=5)
LONGEST_WAIT = dt.timedelta(hours=6)
MOST_ATTEMPTS = 30  # with the waits in between about a week
NOW = dt.timedelta(0)
A_YEAR = dt.timedelta(days=365)
Kind = Notice.Kind


def owe(
    about: Submission | Objection,
    kind: str,
    *,
    text: str = "",
    topic: str = "",
    wait: dt.timedelta = NOW,
) -> Notice | None:
    """Write down that somebody is owed a mail; none when they gave no address.

    A deed of the desk waits until its undo is past. Whoever's contribution was put
    together with this one is told too.
    """
    for other in _put_together(about) if kind != Kind.LINKS else []:
        owe(other, kind, text=text, topic=topic, wait=wait)
    giver, is_news = about.contributor, kind in NEWS
    if not giver.email or (is_news and not giver.wants_news):
        return None
    subject = "submission" if isinstance(about, Submission) else "objection"
    notice = Notice.objects.create(
        kind=kind,
        text=text,
        topic=topic,
        due_at=next_post() if is_news else timezone.now() + wait,
        **{subject: about},
    )
    if not is_news and not wait:
        transaction.on_commit(lambda: deliver.enqueue(notice.pk))
    return notice


def undo_time() -> dt.timedelta:
    """How long a deed of the desk can be taken back before anybody is told."""
    return dt.timedelta(seconds=settings.UNDO_SECONDS)


def _put_together(about: Submission | Objection) -> list[Submission]:
    """Contributions of other mailboxes that are part of this one."""
    if not isinstance(about, Submission):
        return []
    mailbox = about.contributor.email
    others = about.merged.select_related("contributor").exclude(contributor__email="")
    return list(others.exclude(contributor__email__iexact=mailbox))


def next_post(at: dt.datetime | None = None) -> dt.datetime:
    """When the day's post goes next: one hour of the day, by the society's clock."""
    now = timezone.localtime(at)
    today = now.replace(
        hour=settings.SOCIETY.post_hour, minute=0, second=0, microsecond=0
    )
    return today if now < today else today + dt.timedelta(days=1)


def owe_first_publication(item: Item) -> Notice | None:
    """Tell the family when the first picture of what they gave can be seen; once."""
    submission = _family_of(item)
    if submission is None:
        return None
    if submission.notices.filter(kind=Kind.PUBLISHED).exists():
        return None
    return owe(submission, Kind.PUBLISHED)


def owe_exhibited(item: Item) -> list[Notice]:
    """Invite the family to every open exhibition it hangs in; once to each."""
    submission = _family_of(item)
    if submission is None:
        return []
    topics = [each.topic for each in hangings(items_of(submission))]
    owed = [_owe_once(submission, Kind.EXHIBITED, topic) for topic in topics]
    return [each for each in owed if each is not None]


def owe_recognised(item: Item, person: Person) -> Notice | None:
    """Tell the family that somebody in their public picture has got a name; once.

    Not where the family told us the name themselves.
    """
    submission = _family_of(item)
    if submission is None or not item.is_published:
        return None
    if person.name.casefold() in submission.who_told.casefold():
        return None
    return _owe_once(submission, Kind.RECOGNISED, f"{item.pk}-{person.pk}")


def greet_yearly(limit: int = 20) -> int:
    """“Your page is still here”: once a year, not after a no or a withdrawal."""
    now = timezone.now()
    due = Submission.objects.filter(greet_at__lt=now)[:limit]
    return sum(_greet(submission.pk, now) for submission in due)


@transaction.atomic
def _greet(pk: int, now: dt.datetime) -> bool:
    claimed = Submission.objects.filter(pk=pk, greet_at__lt=now)
    if not claimed.update(greet_at=now + A_YEAR):
        return False
    submission = Submission.objects.select_related("contributor").get(pk=pk)
    if submission.may_be_added_to:
        owe(submission, Kind.STILL_HERE)
    return True


def drop_news(submission: Submission) -> None:
    """What has not been sent yet is not sent: it was taken back, or is not wanted."""
    submission.notices.filter(kind__in=NEWS, sent_at=None).delete()


def _family_of(item: Item) -> Submission | None:
    families = submissions_of(item)
    family = families.select_for_update(of=("self",)).first()
    return None if family is None or family.is_withdrawn else family


def _owe_once(submission: Submission, kind: str, topic: str) -> Notice | None:
    if submission.notices.filter(kind=kind, topic=topic).exists():
        return None
    return owe(submission, kind, topic=topic)


@task()
def deliver(notice_pk: int) -> None:
    """Send one notice, if nobody has sent it yet."""
    send(notice_pk)


def sweep(limit: int = 20) -> int:
    """Send what no messenger came for, or what the mail server refused before."""
    now = timezone.now()
    waiting = _unsent(now).filter(
        _free(now), created_at__lt=now - dt.timedelta(seconds=5)
    )
    return sum(send(pk) for pk in list(waiting.values_list("pk", flat=True)[:limit]))


def send(notice_pk: int) -> bool:
    """Claim the notice, send it, and remember either that it went or why not.

    The claim keeps two workers from sending the same mail; a claim left behind by a
    killed worker is taken over after five minutes.
    """
    notice = Notice.objects.filter(pk=notice_pk, sent_at=None).first()
    if notice is None or notice.due_at > timezone.now():
        return False
    batch = day_s_post(notice) if notice.is_news else [notice]
    if not batch or batch[0] != notice or not _claim(notice):
        return False
    Notice.objects.filter(pk__in=[each.pk for each in batch]).update(
        claimed_at=timezone.now()
    )
    try:
        return _post(batch)
    except (OSError, smtplib.SMTPException, ValueError) as error:
        logger.warning("Notice %s was not sent: %s", notice_pk, error)
        _wait(notice, str(error))
        return False


def day_s_post(notice: Notice) -> list[Notice]:
    """All glad news that is due to the same mailbox in the same language.

    The first of them stands for all: only who has claimed it may send.
    """
    news = _unsent(timezone.now()).filter(
        kind__in=NEWS,
        submission__contributor__email__iexact=notice.contributor.email,
        submission__language=notice.language,
    )
    return list(news.select_related("submission__contributor").order_by("pk"))


def _unsent(now: dt.datetime) -> QuerySet[Notice]:
    return Notice.objects.filter(
        sent_at=None, attempts__lt=MOST_ATTEMPTS, due_at__lte=now
    )


def _free(now: dt.datetime) -> Q:
    return Q(claimed_at=None) | Q(claimed_at__lt=now - CLAIM)


def _claim(notice: Notice) -> bool:
    now = timezone.now()
    free = Notice.objects.filter(_free(now), pk=notice.pk, sent_at=None)
    return bool(free.update(claimed_at=now))


def _post(batch: list[Notice]) -> bool:
    """Send what still holds as one letter; what does not is dropped."""
    going = [each for each in batch if not each.is_news or is_true_still(each)]
    stale = [each.pk for each in batch if each not in going]
    if going:
        letter(*going).send()
        sent = Notice.objects.filter(pk__in=[each.pk for each in going])
        sent.update(sent_at=timezone.now())
    Notice.objects.filter(pk__in=stale).delete()
    return bool(going)


def _wait(notice: Notice, problem: str) -> None:
    """Try again in five minutes, then ten, then twenty … up to six hours."""
    wait = min(CLAIM * 2 ** min(notice.attempts, 10), LONGEST_WAIT)
    notice.attempts += 1
    notice.problem = problem[:300]
    notice.claimed_at = timezone.now() + wait - CLAIM
    notice.save(update_fields=["attempts", "problem", "claimed_at"])
