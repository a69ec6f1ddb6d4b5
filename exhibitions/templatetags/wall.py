"""What hangs on the wall: the picture on the threshold, and words in another tongue."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from archive.images import Picture
from archive.texts import Text
from exhibitions import hanging
from exhibitions.models import Exhibition

register = template.Library()

IN_LANGUAGE = {
    "da": _("in Danish"),
    "en": _("in English"),
    "tr": _("in Turkish"),
    "ur": _("in Urdu"),
    "ar": _("in Arabic"),
}


@register.filter
def threshold(exhibition: Exhibition) -> Picture | None:
    """The picture on an exhibition's threshold, while it may hang there."""
    return hanging.cover(exhibition)


@register.filter
def is_small(picture: Picture) -> bool:
    """Too small to fill half a screen: it is hung in a frame of wall instead."""
    return max(picture.width, picture.height) < hanging.WIDEST


@register.inclusion_tag("exhibitions/blocks/_tongue.html")
def tongue(text: Text) -> dict[str, object]:
    """A quiet “in Danish” where nobody has translated the words yet."""
    reader = get_language()
    foreign = bool(text) and text.language != reader
    name = IN_LANGUAGE.get(text.language, "") if foreign else ""
    return {"language": name, "reader": reader}
