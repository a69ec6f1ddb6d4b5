"""One search from question to answer: the index, or the database while it is away."""

from dataclasses import dataclass, field, replace
from functools import reduce
from operator import or_

from django.db.models import Q
from haystack.query import SearchQuerySet

from archive.facets import Choice
from archive.models import Item, Story, StoryTranslation
from search import outbox
from search.engine import IndexUnavailable
from search.engine.question import read_words
from search.shown import Hit, hits

A_PAGE = 24
FACETS = ("decade", "place", "subject", "language")
Counts = dict[str, list[tuple[str, int]]]


@dataclass(frozen=True)
class Asked:
    """What somebody wants to find, and which page of it."""

    text: str = ""
    chosen: dict[str, str] = field(default_factory=dict)
    page: int = 1

    @property
    def start(self) -> int:
        return (self.page - 1) * A_PAGE


@dataclass(frozen=True)
class Answer:
    """What was found for it."""

    asked: Asked
    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    counts: Counts = field(default_factory=dict)
    meant: str = ""
    is_from_index: bool = True

    @property
    def words(self) -> str:
        """The words these hits answer: those asked, or those probably meant."""
        return self.meant or self.asked.text

    @property
    def last_page(self) -> int:
        return max(1, -(-self.total // A_PAGE))


def find(asked: Asked) -> Answer:
    """Answer from the index; from the database while there is none.

    Where nobody used the words, what was probably meant is answered instead, and the
    answer says so.
    """
    try:
        return _meant(asked, _from_index(asked, asked.text))
    except IndexUnavailable:
        return _from_database(asked)


def _meant(asked: Asked, answer: Answer) -> Answer:
    if answer.total or not answer.meant:
        return replace(answer, meant="")
    better = _from_index(asked, answer.meant)
    return replace(better, meant=answer.meant if better.total else "")


def _from_index(asked: Asked, text: str) -> Answer:
    if text and not read_words(text):
        return Answer(asked)  # nothing but signs: there is no such picture
    query = SearchQuerySet().filter(content=text)
    for name, value in asked.chosen.items():
        query = query.filter(**{f"{name}__exact": value})
    if waiting := outbox.pending():
        query = query.exclude(id__in=_not_public(waiting))
    for name in FACETS:
        query = query.facet(name)
    if not text:
        query = query.order_by("-number")
    found = query[asked.start : asked.start + A_PAGE]
    return Answer(
        asked,
        hits=hits([int(result.pk) for result in found], read_words(text)),
        total=len(query),
        counts=query.facet_counts()["fields"],
        meant=query.query.get_spelling_suggestion() or "",
    )


def _not_public(waiting: list[int]) -> list[str]:
    """Those the index still has to let go of."""
    public = Item.objects.published().filter(pk__in=waiting)
    gone = set(waiting) - set(public.values_list("pk", flat=True))
    return [outbox.identifier(pk) for pk in gone]


def _from_database(asked: Asked) -> Answer:
    """Slower, and without stems: every word somewhere in what is told."""
    choice = Choice(
        decade=_decade(asked.chosen.get("decade", "")),
        place=asked.chosen.get("place", ""),
        subject=asked.chosen.get("subject", ""),
    )
    items = choice.items().order_by("-number")
    if language := asked.chosen.get("language"):
        items = items.filter(
            pk__in=Story.objects.filter(language=language).values("item")
        )
    asked_for = read_words(asked.text)
    if asked.text and not asked_for:
        items = items.none()
    for word in asked_for:
        items = items.filter(_somewhere(word))
    page = items[asked.start : asked.start + A_PAGE]
    return Answer(
        asked,
        hits=hits(list(page.values_list("pk", flat=True)), asked_for),
        total=items.count(),
        is_from_index=False,
    )


def _somewhere(word: str) -> Q:
    """SQLite compares only a–z without regard to size, so we try the usual ways."""
    return reduce(or_, map(_as_written, {word, word.lower(), word.capitalize()}))


def _as_written(word: str) -> Q:
    told = Story.objects.filter(text__icontains=word).values("item")
    translated = StoryTranslation.objects.filter(text__icontains=word)
    return (
        Q(title__icontains=word)
        | Q(seen__icontains=word)
        | Q(remarks__icontains=word)
        | Q(date_told__icontains=word)
        | Q(photographer__icontains=word)
        | Q(place_told__icontains=word)
        | Q(place__name__icontains=word)
        | Q(pk__in=told)
        | Q(pk__in=translated.values("story__item"))
    )


def _decade(value: str) -> int | None:
    return Choice.of({"aarti": value}).decade
