from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Origin(models.TextChoices):
    """Who a value on the card comes from."""

    FAMILY = "family", _("the family")
    VOLUNTEER = "volunteer", _("a volunteer")
    ARCHIVIST = "archivist", _("an archivist")
    RECKONED = "reckoned", _("reckoned")
    CAMERA = "camera", _("the camera")
