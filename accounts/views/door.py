"""The door of the workroom: a code by e-mail; by password only in the demo."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.views import (
    ConfirmLoginCodeView,
    LoginView,
    LogoutView,
    RequestLoginCodeView,
)
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.decorators import method_decorator

from accounts.doors import private
from accounts.forms import AskForCode, GiveCode, GivePassword
from accounts.models import User


@method_decorator(private, name="dispatch")
class SignIn(RequestLoginCodeView):
    form_class = AskForCode
    template_name = "account/login.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"by_password": get_adapter().password_may_open_the_door()}


@method_decorator(private, name="dispatch")
class SignInByPassword(LoginView):
    form_class = GivePassword
    template_name = "account/login.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        password_form = context.pop("form")
        return context | {"by_password": True, "password_form": password_form}


@method_decorator(private, name="dispatch")
class ConfirmCode(ConfirmLoginCodeView):
    form_class = GiveCode
    template_name = "account/confirm_login_code.html"


@method_decorator(private, name="dispatch")
class SignOut(LogoutView):
    template_name = "account/logout.html"


def sign_in(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    """One page with one or two doors; which was used is seen from what was sent."""
    has_password = request.method == "POST" and "password" in request.POST
    if has_password and get_adapter().password_may_open_the_door():
        answer: HttpResponseBase = SignInByPassword.as_view()(request, *args, **kwargs)
    else:
        answer = SignIn.as_view()(request, *args, **kwargs)
    return answer


def send_code_to(request: HttpRequest, person: User) -> HttpResponseBase:
    """As if they had written their address themselves: the first visit ends like this."""
    asked = request.POST.copy()
    asked["email"] = person.email
    request.POST = asked  # type: ignore[assignment]
    answer: HttpResponseBase = SignIn.as_view()(request)
    return answer
