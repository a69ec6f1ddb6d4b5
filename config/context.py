"""What every page may say: whose house this is, and the same page in other languages."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language

from accounts.permissions import (
    Role,
    has_role,
    may_call,
    may_curate,
    may_decide,
    may_manage,
    may_review,
    may_sit_at_table,
)

OWN_NAMES = {
    "da": "Dansk",
    "en": "English",
    "tr": "Türkçe",
    "ur": "اردو",
    "ar": "العربية",
}


@dataclass(frozen=True)
class LanguageLink:
    """One language in its own name, and this page in it."""

    code: str
    name: str
    url: str
    current: bool


def language_links(request: HttpRequest) -> list[LanguageLink]:
    """The page at hand in each language of the house, the current one marked."""
    here = request.get_full_path()
    current = get_language()
    return [
        LanguageLink(code, OWN_NAMES[code], translate_url(here, code), code == current)
        for code, _name in settings.LANGUAGES
    ]


class Doors:
    """Which rooms of the workroom are open to whoever asks; nothing is asked unasked."""

    pages_of_tasks = frozenset({"archive:my_tasks", "archive:suggest"})
    pages_of_numbers = frozenset(
        {
            *("numbers", "files", "archive:chronicle", "archive:suggestions"),
            *("archive:laid_away", "archive:rules", "submissions:erase_item"),
        }
    )

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @property
    def inbox(self) -> bool:
        return may_review(self.request.user)

    @property
    def calls(self) -> bool:
        return may_call(self.request.user)

    @property
    def tables(self) -> bool:
        return may_sit_at_table(self.request.user)

    @property
    def exchange(self) -> bool:
        return may_decide(self.request.user)

    @property
    def exhibitions(self) -> bool:
        return may_curate(self.request.user)

    @property
    def tasks(self) -> bool:
        return has_role(self.request.user, {Role.VOLUNTEER})

    @property
    def numbers(self) -> bool:
        return may_review(self.request.user)

    @property
    def people(self) -> bool:
        return may_manage(self.request.user)


def house(request: HttpRequest) -> dict[str, Any]:
    """Context for every template."""
    society = settings.SOCIETY
    return {
        "society": society,
        "society_hours": society.hours_in(get_language() or "da"),
        "language_links": language_links(request),
        "site_url": settings.SITE_URL,
        "demo": settings.DEMO,
        "most_files": settings.MOST_FILES,
        "largest_file": settings.LARGEST_FILE // (1024 * 1024),
        "doors": Doors(request),
    }
