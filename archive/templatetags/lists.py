"""The lists of the archive in templates: their menu, and who has a page of their own."""

from __future__ import annotations

from django import template

from archive.authorities import KINDS, Kind
from archive.models import Depiction, Item

register = template.Library()


@register.simple_tag
def kinds() -> list[Kind]:
    """Every list there is, for the menu."""
    return list(KINDS.values())


@register.filter
def named_persons(item: Item) -> list[Depiction]:
    """Those who are named by their whole name: they have a page of their own."""
    if item.are_names_hidden or item.first_names_only:
        return []
    return [each for each in item.depictions.all() if each.is_named_in_public]
