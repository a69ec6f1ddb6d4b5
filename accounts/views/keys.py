"""Passkeys: a finger or a face instead of a code; the code always works too."""

from __future__ import annotations

from typing import Any

from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import actions, keys
from accounts.doors import SignedInRequest, only, private
from accounts.permissions import works_here


@only(works_here)
def my_keys(request: SignedInRequest) -> HttpResponse:
    """One's own keys, and a new one."""
    form = keys.KeyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        key = form.save(request.user)
        actions.note_key(request.user, added=True, name=str(key))
        messages.success(request, _("The key is yours. Try it the next time."))
        return redirect("my_keys")
    context = {"form": form, "keys": keys.of(request.user)}
    return render(request, "accounts/keys.html", context)


@only(works_here)
@require_POST
def ask_for_key(request: SignedInRequest) -> JsonResponse:
    """The question a browser makes a new key for."""
    return JsonResponse(keys.question_for(request.user))


@only(works_here)
@require_POST
def remove_key(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give a key up; somebody else's has no address here."""
    key = get_object_or_404(keys.of(request.user), pk=pk)
    name = str(key)
    key.delete()
    actions.note_key(request.user, added=False, name=name)
    messages.success(request, _("The key opens nothing any more."))
    return redirect("my_keys")


@method_decorator(private, name="dispatch")
class SignInByKey(LoginWebAuthnView):
    """Asked by the script with GET, answered by its form with POST."""

    def get_form_class(self) -> type[keys.UseKey]:
        return keys.UseKey

    def form_invalid(self, form: Any) -> HttpResponse:
        messages.error(self.request, str(keys.NOT_KNOWN))
        return redirect("account_login")
