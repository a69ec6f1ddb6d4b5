"""The town's own drawing in templates: `{% town latitude longitude %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings

register = template.Library()


@register.inclusion_tag("archive/_town.html")
def town(
    latitude: float | None = None, longitude: float | None = None
) -> dict[str, Any]:
    """The drawing, with a pin where there is one; nothing where nobody has drawn it."""
    drawn = settings.TOWN
    if drawn is None:
        return {}
    pin = None
    if latitude is not None and longitude is not None:
        pin = drawn.spot(latitude, longitude)
    return {"town": drawn, "pin": pin}
