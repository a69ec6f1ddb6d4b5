"""What stands in an invitation, in the language of whoever gets it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from accounts.models import Invitation


def invitation_letter(invitation: Invitation) -> EmailMultiAlternatives:
    """The mail with the link, as plain text and as HTML."""
    society = settings.SOCIETY
    with translation.override(invitation.language):
        context = {
            "invitation": invitation,
            "society": society,
            "society_hours": society.hours_in(invitation.language),
            "site_url": settings.SITE_URL,
            "link": f"{settings.SITE_URL}{invitation.get_absolute_url()}",
            "language": invitation.language,
            "direction": "rtl" if translation.get_language_bidi() else "ltr",
        }
        subject = render_to_string("email/invitation.subject", context)
        text = render_to_string("email/invitation.txt", context)
        host = urlsplit(settings.SITE_URL).hostname or "localhost"
        mail = EmailMultiAlternatives(
            subject=" ".join(subject.split()),
            body=re.sub(r"\n\s*\n", "\n\n", text.strip()) + "\n",
            to=[invitation.email],
            reply_to=[society.email] if society.email else None,
            headers={
                "Message-ID": f"<invitation-{invitation.pk}@{host}>",
                "Auto-Submitted": "auto-generated",
            },
        )
        html = render_to_string("email/invitation.html", context)
        mail.attach_alternative(html, "text/html")
    return mail
