"""A recipe as a story one can cook by: the dish, what goes in, how, and from whom."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from submissions.models import Recipe, Submission

BULLETS = "-–—•*·"


def recipe_of(submission: Submission) -> Recipe | None:
    """The recipe that came with a contribution, if one did."""
    return Recipe.objects.filter(submission=submission).first()


def story_of(submission: Submission) -> str:
    """What the archive keeps as the story: the recipe laid out, then the telling.

    The headings stand in the language the family wrote in; not a word of theirs is
    changed.
    """
    recipe = recipe_of(submission)
    if recipe is None:
        return submission.story
    language = submission.story_language or submission.language
    known = {code for code, _name in settings.LANGUAGES}
    with override(language if language in known else submission.language):
        parts = [
            recipe.dish,
            _headed(_("What goes into it"), _as_list(recipe.ingredients)),
            _headed(_("How it is made"), recipe.method.strip()),
            _headed(_("Learnt from"), recipe.taught_by),
            submission.story.strip(),
        ]
    return "\n\n".join(part for part in parts if part)


def told(submission: Submission) -> list[tuple[str, str]]:
    """What the family has told, first and later, each with its language."""
    first = (story_of(submission), submission.story_language)
    later = [(each.text, each.language) for each in submission.additions.all()]
    return [each for each in [first, *later] if each[0].strip()]


def _headed(heading: str, text: str) -> str:
    return f"{heading}\n{text}" if text else ""


def _as_list(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) == 1:
        return lines[0]
    return "\n".join(line if line[0] in BULLETS else f"– {line}" for line in lines)
