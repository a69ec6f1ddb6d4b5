from __future__ import annotations

from typing import Any, Self, TypeVar, cast

from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.folding import fold, order_of, sought
from archive.texts import folded

Kind = TypeVar("Kind", bound="Authority")


class Listed(models.Model):
    """A row of a list that people look names up in, and write on two at a time."""

    sought = models.TextField(editable=False, default="", blank=True)
    sort_key = models.CharField(
        max_length=200, editable=False, default="", blank=True, db_index=True
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep what it is found by beside its names."""
        self.reckon()
        super().save(*args, **kwargs)

    def reckon(self) -> None:
        """Work out what it is found and sorted by."""
        self.sought = sought(self.known_as)
        self.sort_key = order_of(self.known_as[0])

    @property
    def known_as(self) -> list[str]:
        """Every name it is known by, the first being the one we use."""
        raise NotImplementedError


class Standing(models.Manager[Kind]):
    """The authorities that stand: not those that were merged into another."""

    def get_queryset(self) -> models.QuerySet[Kind]:
        return super().get_queryset().filter(merged_into=None)

    def called(self, name: str) -> Kind | None:
        """The one of this name, by any of its names; İ, I, ı and i are one letter."""
        wanted = folded(" ".join(name.split()))
        for each in self.filter(sought__contains=fold(" ".join(name.split()))):
            if wanted in {folded(known) for known in each.known_as}:
                return each
        return None


class Authority(Listed):
    """What many items point to by one name: a person, a place, a heading.

    One that was merged into another stays as a tombstone that leads there.
    """

    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.CASCADE,
        related_name="merged",
    )

    everything = models.Manager()
    objects = Standing()

    class Meta:
        abstract = True

    @property
    def standing(self) -> Self:
        """Itself, or the one it was merged into."""
        found: Self = self
        while found.merged_into is not None:
            found = cast(Self, found.merged_into)
        return found
