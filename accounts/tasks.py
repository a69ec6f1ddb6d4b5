"""Messengers of the door: mails with a code, and invitations."""

import datetime as dt
import logging
import smtplib

from django.core.mail import EmailMultiAlternatives
from django.db.models import Q, QuerySet
from django.utils import timezone
from django_tasks import task

from accounts.letters import invitation_letter
from accounts.models import Invitation

logger = logging.getLogger(__name__)

CLAIM = dt.timedelta(minutes=5)


@task()
def post(*, subject: str, text: str, html: str, to: str) -> None:
    """Send one mail; if it cannot be sent the person asks for a new code."""
    mail = EmailMultiAlternatives(subject=subject, body=text, to=[to])
    if html:
        mail.attach_alternative(html, "text/html")
    try:
        mail.send()
    except (OSError, smtplib.SMTPException) as error:
        logger.warning("A code was not sent: %s", error)


@task()
def invite(invitation_pk: int) -> None:
    """Send one invitation, if nobody has sent it yet."""
    send_invitation(invitation_pk)


def sweep(limit: int = 20) -> int:
    """Send invitations no messenger came for, or that the mail server refused."""
    before = timezone.now() - dt.timedelta(seconds=5)
    waiting = _unsent().filter(made_at__lt=before).order_by("pk")
    return sum(
        send_invitation(pk) for pk in waiting.values_list("pk", flat=True)[:limit]
    )


def send_invitation(pk: int) -> bool:
    """Claim the invitation and send it; a refused one is tried again in five minutes.

    Its valid days count from when it was made, so nothing old goes out late.
    """
    if not _unsent().filter(pk=pk).update(claimed_at=timezone.now()):
        return False
    invitation = Invitation.objects.select_related("by").get(pk=pk)
    try:
        invitation_letter(invitation).send()
    except (OSError, smtplib.SMTPException, ValueError) as error:
        logger.warning("Invitation %s was not sent: %s", pk, error)
        invitation.attempts += 1
        invitation.save(update_fields=["attempts"])
        return False
    invitation.sent_at = timezone.now()
    invitation.save(update_fields=["sent_at"])
    return True


def _unsent() -> QuerySet[Invitation]:
    now = timezone.now()
    return Invitation.objects.filter(
        Q(claimed_at=None) | Q(claimed_at__lt=now - CLAIM),
        sent_at=None,
        taken_back_at=None,
        accepted_at=None,
        made_at__gt=now - Invitation.VALID,
    )
