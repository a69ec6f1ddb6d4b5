"""A story in the reader's language, or in the teller's own words."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language, get_language_info

from archive.models import Story, StoryTranslation

register = template.Library()

OWN_NAMES = {"ku": "Kurdî", "bs": "Bosanski", "so": "Soomaali", "pl": "Polski"}


@register.filter
def translated(story: Story) -> Story | StoryTranslation:
    """The translation into the language of the page, else the story itself."""
    return story.translation(get_language() or "da") or story


@register.filter
def own_name(code: str) -> str:
    """A language in its own name: Dansk, Türkçe, اردو."""
    if code in OWN_NAMES:
        return OWN_NAMES[code]
    try:
        return str(get_language_info(code)["name_local"]).capitalize()
    except KeyError:
        return code
