"""What there is to choose from beside the hits: a name, a number, an address each."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from archive.models import Place, Subject
from archive.templatetags.story_words import own_name
from search.finding import Answer, Asked

MOST = 12
# The name in the address (as in the reading room), and the facet it chooses in.
IN_ADDRESS = {
    "aarti": "decade",
    "sted": "place",
    "emne": "subject",
    "sprog": "language",
}

Names = dict[str, str]


@dataclass(frozen=True)
class Choice:
    """One value that can be chosen, or let go of again."""

    label: str
    count: int
    url: str
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    """One thing to choose by."""

    title: str
    choices: list[Choice]


def of(answer: Answer) -> list[Facet]:
    """The facets that offer a choice at all, the chosen value always among them."""
    titles = {
        "aarti": _("Decades"),
        "sted": _("Places"),
        "emne": _("Subjects"),
        "sprog": _("Languages"),
    }
    made = [
        Facet(titles[name], _choices(answer, name, facet))
        for name, facet in IN_ADDRESS.items()
    ]
    return [facet for facet in made if facet.choices]


def address(asked: Asked, **changes: str) -> str:
    """The same question with something changed; always from its first page."""
    asked_now = {"q": asked.text}
    for name, facet in IN_ADDRESS.items():
        asked_now[name] = asked.chosen.get(facet, "")
    pairs = {name: value for name, value in (asked_now | changes).items() if value}
    return "?" + urlencode(pairs)


def _choices(answer: Answer, name: str, facet: str) -> list[Choice]:
    counts = answer.counts.get(facet, [])
    chosen = answer.asked.chosen.get(facet, "")
    shown = counts[:MOST]
    if chosen and chosen not in dict(shown):
        shown = [*shown, (chosen, dict(counts).get(chosen, 0))]
    if facet == "decade":
        shown = sorted(shown)
    names = _NAMES[facet]([value for value, _count in shown])
    return [
        Choice(
            label=names.get(value, value),
            count=count,
            url=address(answer.asked, **{name: "" if value == chosen else value}),
            is_chosen=value == chosen,
        )
        for value, count in shown
    ]


def _decades(values: list[str]) -> Names:
    return {value: _("The %(decade)ss") % {"decade": value} for value in values}


def _places(values: list[str]) -> Names:
    places = Place.objects.filter(slug__in=values) if values else ()
    return {place.slug: place.name for place in places}


def _subjects(values: list[str]) -> Names:
    subjects = Subject.objects.filter(slug__in=values) if values else ()
    return {subject.slug: subject.label for subject in subjects}


def _languages(values: list[str]) -> Names:
    return {value: own_name(value) for value in values}


_NAMES: dict[str, Callable[[list[str]], Names]] = {
    "decade": _decades,
    "place": _places,
    "subject": _subjects,
    "language": _languages,
}
