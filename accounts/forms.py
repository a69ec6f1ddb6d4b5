from typing import Any

from allauth.account.forms import ConfirmLoginCodeForm, LoginForm, RequestLoginCodeForm
from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import roles_given_by

ADDRESS = {
    "required": _("Write your e-mail address, and we will send you a code."),
    "invalid": _("This does not look like an e-mail address. Is an @ missing?"),
}


class AskForCode(RequestLoginCodeForm):
    email = forms.EmailField(label=_("E-mail"), error_messages=ADDRESS)


class GiveCode(ConfirmLoginCodeForm):
    code = forms.CharField(
        label=_("Code"),
        error_messages={"required": _("Write the code from the mail.")},
    )


class GivePassword(LoginForm):
    """The demo's door: e-mail and password."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        error_messages={"required": _("Write the password, or get a code instead.")},
    )

    def _setup_password_field(self) -> None:
        """Keep the field, though nobody signs up with a password."""
        self.fields["login"].error_messages |= ADDRESS


def _languages() -> list[tuple[str, str]]:
    return [(code, str(name)) for code, name in settings.LANGUAGES]


class InviteForm(forms.Form):
    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        error_messages={"required": _("What is the name of the person?")},
    )
    email = forms.EmailField(
        label=_("E-mail"),
        error_messages={
            "required": _("Where shall the letter go? Write an e-mail address."),
            "invalid": ADDRESS["invalid"],
        },
    )
    role = forms.ChoiceField(
        label=_("Role"),
        error_messages={"invalid_choice": _("Choose one of the roles in the list.")},
    )
    language = forms.ChoiceField(
        label=_("Language of the letter"), choices=_languages, initial="da"
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_roles(self.fields["role"], by)


class RoleForm(forms.Form):
    role = forms.ChoiceField(
        label=_("Role"),
        error_messages={"invalid_choice": _("Choose one of the roles in the list.")},
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_roles(self.fields["role"], by)


def _offer_roles(field: forms.Field, by: User) -> None:
    roles = roles_given_by(by)
    field.choices = [(role.value, role.label) for role in roles]  # type: ignore[attr-defined]


DAY = {
    "required": _("Which day?"),
    "invalid": _("Write the day as 31-12-2026, or choose it."),
}


class LeaveForm(forms.Form):
    since = forms.DateField(
        label=_("Away from"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=DAY,
    )
    until = forms.DateField(
        label=_("The last day away"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages=DAY,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("That is before the first day."))
        elif until and until < timezone.localdate():
            self.add_error("until", _("That day has passed."))
        return cleaned
