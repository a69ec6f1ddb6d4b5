from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("People of the house")

    def ready(self) -> None:
        from accounts import mailboxes  # noqa: F401, PLC0415  (its lookup)
