"""How a giver is named to visitors."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from submissions.models import Submission


def public_name(submission: Submission) -> str:
    """How the giver is named to visitors, by their own wish."""
    with override(submission.language):
        return submission.contributor.public_name(nameless())


def nameless() -> str:
    """What a giver without a name is called: “A family in Ishøj”."""
    place = settings.SOCIETY.place
    return _("A family in %(place)s") % {"place": place} if place else _("A family")
