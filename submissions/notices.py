"""Mails to families: owed in the deed's transaction, sent later, each once."""

from __future__ import annotations

import datetime as dt
import logging
import re
import smtplib
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django_tasks import task

from archive.models import Item
from submissions.models import Notice, Objection, Submission
from submissions.querysets import items_of, still_coming, submissions_of

logger = logging.getLogger(__name__)

CLAIM = dt.timedelta(minutes=5)
LONGEST_WAIT = dt.timedelta(hours=6)
MOST_ATTEMPTS = 30  # with the waits in between about a week


def owe(about: Submission | Objection, kind: str, *, text: str = "") -> Notice | None:
    """Write down that somebody is owed a mail; none when they gave no address."""
    if not about.contributor.email:
        return None
    subject = "submission" if isinstance(about, Submission) else "objection"
    notice = Notice.objects.create(kind=kind, text=text, **{subject: about})
    transaction.on_commit(lambda: deliver.enqueue(notice.pk))
    return notice


def owe_first_publication(item: Item) -> Notice | None:
    """Tell the family when the first of what they gave can be seen; once."""
    families = submissions_of(item)
    submission = families.select_for_update(of=("self",)).first()
    if submission is None:
        return None
    if submission.notices.filter(kind=Notice.Kind.PUBLISHED).exists():
        return None
    return owe(submission, Notice.Kind.PUBLISHED)


@task()
def deliver(notice_pk: int) -> None:
    """Send one notice, if nobody has sent it yet."""
    send(notice_pk)


def sweep(limit: int = 20) -> int:
    """Send what no messenger came for, or what the mail server refused before."""
    now = timezone.now()
    waiting = Notice.objects.filter(
        Q(claimed_at=None) | Q(claimed_at__lt=now - CLAIM),
        sent_at=None,
        attempts__lt=MOST_ATTEMPTS,
        created_at__lt=now - dt.timedelta(seconds=5),
    )
    return sum(send(pk) for pk in list(waiting.values_list("pk", flat=True)[:limit]))


def send(notice_pk: int) -> bool:
    """Claim the notice, send it, and remember either that it went or why not.

    The claim keeps two workers from sending the same mail; a claim left behind by a
    killed worker is taken over after five minutes.
    """
    now = timezone.now()
    claimed = Notice.objects.filter(
        Q(claimed_at=None) | Q(claimed_at__lt=now - CLAIM), pk=notice_pk, sent_at=None
    ).update(claimed_at=now)
    if not claimed:
        return False
    notice = Notice.objects.get(pk=notice_pk)
    try:
        letter(notice).send()
    except (OSError, smtplib.SMTPException, ValueError) as error:
        logger.warning("Notice %s was not sent: %s", notice_pk, error)
        _wait(notice, str(error))
        return False
    notice.sent_at = timezone.now()
    notice.save(update_fields=["sent_at"])
    return True


def _wait(notice: Notice, problem: str) -> None:
    """Try again in five minutes, then ten, then twenty … up to six hours."""
    wait = min(CLAIM * 2 ** min(notice.attempts, 10), LONGEST_WAIT)
    notice.attempts += 1
    notice.problem = problem[:300]
    notice.claimed_at = timezone.now() + wait - CLAIM
    notice.save(update_fields=["attempts", "problem", "claimed_at"])


def letter(notice: Notice) -> EmailMultiAlternatives:
    """The mail in the contributor's language, as plain text and as HTML."""
    society = settings.SOCIETY
    with translation.override(notice.language):
        context = _context(notice)
        subject = _render(notice, "subject", context)
        mail = EmailMultiAlternatives(
            subject=" ".join(subject.split()),
            body=_one_blank_line(_render(notice, "txt", context)),
            to=[notice.contributor.email],
            reply_to=[society.email] if society.email else None,
            headers=_headers(notice),
        )
        mail.attach_alternative(_render(notice, "html", context), "text/html")
    return mail


def link_to(about: Submission | Objection) -> str:
    """The whole address of somebody's own page, in the active language."""
    return f"{settings.SITE_URL}{about.get_absolute_url()}"


def _context(notice: Notice) -> dict[str, Any]:
    about, society = notice.about, settings.SOCIETY
    items = items_of(about) if isinstance(about, Submission) else []
    return {
        "notice": notice,
        "submission": notice.submission,
        "objection": notice.objection,
        "contributor": notice.contributor,
        "society": society,
        "society_hours": society.hours_in(notice.language),
        "site_url": settings.SITE_URL,
        "link": link_to(about),
        "coming": still_coming(about) if isinstance(about, Submission) else [],
        "items": [item for item in items if item.is_published],
        "language": notice.language,
        "direction": "rtl" if translation.get_language_bidi() else "ltr",
    }


def _headers(notice: Notice) -> dict[str, str]:
    """One name for one notice, so that a mail sent twice is still one mail."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return {
        "Message-ID": f"<{notice.kind}-{notice.pk}@{host}>",
        "Auto-Submitted": "auto-generated",
    }


def _one_blank_line(text: str) -> str:
    """Plain text without the gaps that template tags leave behind."""
    return re.sub(r"\n\s*\n", "\n\n", text.strip()) + "\n"


def _render(notice: Notice, form: str, context: dict[str, Any]) -> str:
    return render_to_string(f"email/{notice.kind}.{form}", context)
