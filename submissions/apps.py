from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SubmissionsConfig(AppConfig):
    name = "submissions"
    verbose_name = _("Contributions")

    def ready(self) -> None:
        from submissions import carried, listeners  # noqa: F401, PLC0415  (models are ready now)
