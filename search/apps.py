from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from archive import signals  # noqa: PLC0415  (models are not ready before)
        from search import carried, outbox  # noqa: F401, PLC0415

        for told in (
            signals.item_changed,
            signals.item_published,
            signals.item_withdrawn,
        ):
            told.connect(outbox.remember, dispatch_uid="search.outbox")
        signals.items_changed.connect(
            outbox.remember_many, dispatch_uid="search.outbox.many"
        )
