"""The town's own drawing in templates: `{% town point %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings

register = template.Library()


@register.inclusion_tag("archive/_town.html")
def town(point: tuple[float, float] | None = None) -> dict[str, Any]:
    """The drawing, with a pin where there is one; nothing where nobody has drawn it."""
    drawn = settings.TOWN
    if drawn is None:
        return {}
    return {"town": drawn, "pin": drawn.spot(*point) if point else None}
