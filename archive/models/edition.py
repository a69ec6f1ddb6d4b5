from __future__ import annotations

from django.db import models


class Edition(models.Model):
    """Counts every change a visitor could notice; caches are keyed by it."""

    number = models.PositiveBigIntegerField(default=1)

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def current(cls) -> int:
        """The number of the archive as it is now."""
        return cls.objects.values_list("number", flat=True).filter(pk=1).first() or 0

    @classmethod
    def bump(cls) -> None:
        """Say that something visible has changed; inside the change's transaction."""
        if not cls.objects.filter(pk=1).update(number=models.F("number") + 1):
            cls.objects.get_or_create(pk=1)
