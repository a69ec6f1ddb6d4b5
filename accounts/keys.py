"""Passkeys: allauth keeps and checks them; the words and the name of the house are ours."""

from __future__ import annotations

import struct
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import LoginWebAuthnForm
from allauth.mfa.webauthn.internal import auth
from cryptography.exceptions import InvalidSignature
from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import User

NOT_KNOWN = _("This key is not known here. Try again, or get a code by mail.")


class HouseKeys(DefaultMFAAdapter):
    """The name a phone shows beside the key, and what is said when one does not fit."""

    error_messages = {**DefaultMFAAdapter.error_messages, "incorrect_code": NOT_KNOWN}

    def _get_site_name(self) -> str:
        return str(settings.SOCIETY.archive_name)

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        entity: dict[str, Any] = super().get_public_key_credential_user_entity(user)
        return entity | {"display_name": str(user), "name": user.email}


# What the reader of keys raises for bytes that are no key, or not ours.
STRANGE = (
    *(ValueError, KeyError, TypeError, AttributeError, IndexError),
    *(struct.error, InvalidSignature),
)


class UseKey(LoginWebAuthnForm):
    """A key that is shown at the door; whatever is no key gets one and the same answer."""

    def clean_credential(self) -> Authenticator:
        try:
            key: Authenticator = super().clean_credential()
        except STRANGE as strange:
            raise forms.ValidationError(NOT_KNOWN) from strange
        return key


class KeyForm(forms.Form):
    """A new key: what the browser says, and what its owner calls it."""

    name = forms.CharField(
        label=_("What do you call it?"),
        max_length=60,
        required=False,
        strip=True,
        help_text=_("“My phone”, for instance."),
    )
    credential = forms.JSONField(
        widget=forms.HiddenInput,
        error_messages={"required": NOT_KNOWN, "invalid": NOT_KNOWN},
    )

    def clean_credential(self) -> Any:
        """Checked against the question that was asked in this session, once."""
        credential = self.cleaned_data["credential"]
        try:
            auth.parse_registration_response(credential)
            auth.complete_registration(credential)
        except STRANGE as strange:
            raise forms.ValidationError(NOT_KNOWN) from strange
        return credential

    def save(self, person: User) -> Authenticator:
        name = self.cleaned_data["name"] or str(_("My key"))
        return auth.WebAuthn.add(person, name, self.cleaned_data["credential"]).instance


def of(person: User) -> QuerySet[Authenticator]:
    """Somebody's keys, the oldest first."""
    kind = Authenticator.Type.WEBAUTHN
    found: QuerySet[Authenticator] = Authenticator.objects.filter(
        user_id=person.pk, type=kind
    )
    return found.order_by("created_at", "pk")


def question_for(person: User) -> dict[str, Any]:
    """What the browser is asked to make a key for; kept in the session until answered."""
    options: dict[str, Any] = auth.begin_registration(person, passwordless=True)
    return options
