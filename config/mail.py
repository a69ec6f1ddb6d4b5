"""Where mail goes while no mail server is named: .eml files one can open."""

from collections.abc import Sequence
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone


class LetterboxBackend(BaseEmailBackend):
    """Write each message as a file in DATA_DIR/mail."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        letterbox = settings.DATA_DIR / "mail"
        letterbox.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            name = f"{timezone.now():%Y%m%d-%H%M%S-%f}-{uuid4().hex[:6]}.eml"
            (letterbox / name).write_bytes(message.message().as_bytes())
        return len(email_messages)
