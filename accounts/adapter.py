"""How allauth behaves in this house: nobody signs up, and its words are ours."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.mail import EmailMultiAlternatives
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts import tasks
from accounts.models import User
from accounts.permissions import may_curate, may_review


class HouseAdapter(DefaultAccountAdapter):
    """Nobody signs up by themselves: people of the house are invited."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": _(
            "The code does not fit. Look in the newest mail from us and try again."
        ),
        "email_password_mismatch": _(
            "E-mail and password do not belong together. Try again, or get a code."
        ),
        "too_many_login_attempts": _(
            "That was many tries. Wait five minutes, and try again."
        ),
        "rate_limited": _("We have just sent you a code. Wait a minute for the next."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def password_may_open_the_door(self) -> bool:
        """Only in the demo; everywhere else a code in an e-mail does."""
        return bool(settings.DEMO)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To the desk that the person's role is for."""
        if may_review(request.user):
            return reverse("submissions:inbox")
        if may_curate(request.user):
            return reverse("exhibitions:curate")
        return reverse("archive:my_tasks")

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        raise PermissionDenied

    def get_login_stages(self) -> list[str]:
        """A code or a passkey: either is enough, and none asks for the other."""
        stages: list[str] = super().get_login_stages()
        return [stage for stage in stages if not stage.startswith("allauth.mfa.")]

    def send_mail(
        self, template_prefix: str, email: str, context: dict[str, Any]
    ) -> None:
        """Hand the mail to the worker: a slow mail server neither stops nor tells.

        Nobody on leave gets a code; the page says the same to everybody.
        """
        person = User.objects.filter(email__iexact=email).first()
        if person is not None and person.is_away():
            return
        words = {"email": email, "society": settings.SOCIETY, **context}
        mail = self.render_mail(template_prefix, email, words)
        page = (
            mail.alternatives[0] if isinstance(mail, EmailMultiAlternatives) else None
        )
        tasks.post.enqueue(
            subject=str(mail.subject),
            text=str(mail.body),
            html=str(page[0]) if page else "",
            to=email,
        )

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say what went wrong; that somebody came or went need not be announced."""
        if message and level >= messages.WARNING:
            messages.add_message(request, level, message, extra_tags=extra_tags)
