"""How a giver is named to visitors, and what they agreed to in the journal."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from archive.permissions import Use
from submissions.models import Consent, Submission


def public_name(submission: Submission) -> str:
    """How the giver is named to visitors, by their own wish."""
    with override(submission.language):
        return submission.contributor.public_name(nameless())


def nameless() -> str:
    """What a giver without a name is called: “A family in Ishøj”."""
    place = settings.SOCIETY.place
    return _("A family in %(place)s") % {"place": place} if place else _("A family")


def terms_of(given: Consent | None) -> str:
    """What the family said yes to, as the journal writes it: in the house's language."""
    with override(settings.LANGUAGE_CODE):
        agreed = [str(use.label) for use in Use if given and use.value in given.uses]
    return ", ".join(agreed)
