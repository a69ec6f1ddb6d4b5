from django.apps import AppConfig


class HouseConfig(AppConfig):
    """The house as a whole: composition, commands, the sample archive."""

    name = "config"
    verbose_name = "Ankomst"
