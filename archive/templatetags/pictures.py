"""Pictures in templates: `{% photo item %}` outside, `{% working_photo media %}` inside."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import template
from django.urls import reverse

from archive.images import front, picture, public_picture
from archive.models import Item, Media

register = template.Library()

COMPONENT = "components/photo.html"


@register.inclusion_tag(COMPONENT)
def photo(
    item: Item, *, sizes: str = "100vw", eager: bool = False, alt: str | None = None
) -> dict[str, Any]:
    """An item's front picture as visitors may see it; nothing where they may not."""
    said = item.localized_alt
    return {
        "picture": public_picture(item),
        "alt": said.words if alt is None else alt,
        "alt_language": said.language,
        "sizes": sizes,
        "eager": eager,
    }


@register.inclusion_tag(COMPONENT)
def working_photo(
    media: Media, *, sizes: str = "100vw", alt: str = "", eager: bool = True
) -> dict[str, Any]:
    """A file as people of the house see it, published or not."""
    address = partial(_working_address, media.pk)
    return {
        "picture": picture(media, address),
        "alt": alt,
        "sizes": sizes,
        "eager": eager,
    }


register.filter("public_picture", public_picture)
register.filter("front", front)


def _working_address(pk: int, name: str) -> str:
    return reverse("archive:working", args=[pk, name])
