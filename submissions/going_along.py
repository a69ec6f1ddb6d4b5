"""What a family told beside the story, as it goes home with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from archive.models import Media
from submissions import consent, recipes, seen
from submissions.models import Consent, Keepsake, Recording, Submission

HEARD = ("language", "prompt", "transcript", "transcriber")


def words(submission: Submission) -> list[tuple[str, str]]:
    """Title and words of who is seen, where it is, and what the voices say."""
    persons = [seen.in_words(each) for each in submission.persons_told.all()]
    partner = submission.partner
    return [
        (pgettext("step", "Who"), "\n".join([submission.who_told, *persons]).strip()),
        (pgettext("step", "Where"), where(submission)),
        *((_("What the voice says"), heard(each)) for each in _voices(submission)),
        (_("came through").capitalize(), partner.name if partner else ""),
    ]


def where(submission: Submission) -> str:
    """The place as it was told, and the pin in figures."""
    pin = ", ".join(str(each) for each in submission.point or ())
    return "\n".join(each for each in (submission.place_told, pin) if each)


def heard(recording: Recording) -> str:
    """What somebody of the house wrote down, with their name."""
    said = [recording.prompt, recording.transcript, recording.transcriber]
    return "\n".join(each for each in said if each) if recording.transcript else ""


def beside(given: Consent) -> list[str]:
    """Who stood beside the one who gave the permission."""
    asked = consent.asked()
    named = [("helper", given.helped_by), ("young", given.guardian)]
    return [f"{asked[who]}: {name}" for who, name in named if name]


def names(submission: Submission) -> dict[int, str]:
    """Our own names for files that came without a telling one."""
    kept = Keepsake.objects.filter(submission=submission)
    signed = Media.objects.filter(signed_tickets__submission=submission)
    named = {each.media: _("keepsake photograph") for each in kept}
    named |= {each: _("signature") for each in signed}
    return {
        media.pk: f"{name}{Path(media.name).suffix}" for media, name in named.items()
    }


def facts(submission: Submission) -> dict[str, Any]:
    """The same for a machine."""
    recipe = recipes.recipe_of(submission)
    dish = ("dish", "ingredients", "method", "taught_by")
    return {
        "persons": [
            {
                "name": each.name,
                "relation": each.relation,
                "living": each.living,
                "is_teller": each.is_teller,
                "at": each.spot,
            }
            for each in submission.persons_told.all()
        ],
        "pin": submission.point,
        "pin_precision": submission.precision,
        "recipe": {name: getattr(recipe, name) for name in dish} if recipe else None,
        "voices": [
            {"file": each.media.name, **{name: getattr(each, name) for name in HEARD}}
            for each in _voices(submission)
        ],
        "came_through": submission.partner.name if submission.partner else "",
    }


def _voices(submission: Submission) -> list[Recording]:
    return list(submission.recordings.select_related("media"))
