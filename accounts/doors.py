"""Doors of the workroom: who is let in, and where the others are sent."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.utils.decorators import method_decorator

from accounts.models import User
from accounts.permissions import Visitor, works_here

# With no-referrer a browser hides even from us where a form came from, and the guard
# against forged forms refuses it.
OWN_HOUSE = "same-origin"

Test = Callable[[Visitor], bool]


class SignedInRequest(HttpRequest):
    """A request whose user is known; for annotations behind a door."""

    user: User


def only(test: Test) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Let in those who pass the test; ask strangers to sign in, refuse the rest.

    Answers behind the door are private: never stored, indexed or passed on.
    """

    def wrap(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if not works_here(request.user):
                return redirect_to_login(request.get_full_path())
            if not test(request.user):
                raise PermissionDenied
            return keep_private(view(request, *args, **kwargs), referrer=OWN_HOUSE)

        guarded.door = test  # type: ignore[attr-defined]
        return guarded

    return wrap


def only_for(test: Test) -> Callable[[type], type]:
    """The same door for a class-based page."""
    return method_decorator(only(test), name="dispatch")


def keep_private(
    response: HttpResponseBase, *, referrer: str = "no-referrer"
) -> HttpResponseBase:
    """Mark an answer as for these eyes only."""
    patch_cache_control(response, private=True, no_store=True)
    response["Referrer-Policy"] = referrer
    response["X-Robots-Tag"] = "noindex"
    return response


def private(view: Callable[..., Any]) -> Callable[..., Any]:
    """A page outside the door that is private all the same: signing in."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return keep_private(view(request, *args, **kwargs), referrer=OWN_HOUSE)

    return guarded
