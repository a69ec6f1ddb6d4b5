from allauth.account.forms import ConfirmLoginCodeForm, LoginForm, RequestLoginCodeForm
from django import forms
from django.utils.translation import gettext_lazy as _

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
