"""Messengers of the door: mails with a code."""

import logging
import smtplib

from django.core.mail import EmailMultiAlternatives
from django_tasks import task

logger = logging.getLogger(__name__)


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
