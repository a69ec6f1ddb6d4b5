"""What hangs by the door: one picture with a sentence, the exhibition, the newest."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import get_language

from archive.models import Item, Story
from archive.texts import Text
from exhibitions.models import Exhibition

LONGEST_QUOTE = 96
NEWEST = 8


@dataclass(frozen=True)
class Opening:
    """One picture and the first words of its story, in the reader's language."""

    item: Item
    teller: str
    quote: Text


@dataclass(frozen=True)
class Hung:
    """All pictures by the door, fetched together."""

    opening: Opening | None
    exhibition: Exhibition | None
    newest: list[Item]


def hang() -> Hung:
    """What hangs by the door today; the files of all pictures in one query."""
    first, show, latest = opening_item(), current_exhibition(), newest()
    cover = show.cover if show else None
    prefetch_related_objects(
        [each for each in (first, cover, *latest) if each is not None], "media"
    )
    return Hung(opening(first) if first else None, show, latest)


def opening_item() -> Item | None:
    """The day's picture: the society's own choice in turn, else any with a story."""
    told = Item.objects.published().filter(
        Q(stories__text__gt="") | Q(stories__transcript__gt=""),
        publication=Item.Publication.FULL,
        media__width__gt=0,
    )
    told = told.select_related("place").prefetch_related("stories__translations")
    day = timezone.localdate().toordinal()
    if chosen := settings.SOCIETY.front_page:
        item: Item | None = told.filter(number=chosen[day % len(chosen)]).first()
        if item is not None:
            return item
    numbers = list(told.order_by("number").values_list("number", flat=True).distinct())
    if not numbers:
        return None
    return (
        Item.objects.filter(pk__in=told)
        .filter(number=numbers[day % len(numbers)])
        .select_related("place")
        .prefetch_related("stories__translations")
        .first()
    )


def opening(item: Item) -> Opening:
    """The picture with the first words of its first story."""
    story = next(each for each in item.stories.all() if each.words)
    return Opening(item, story.teller, opening_words(story))


def opening_words(story: Story) -> Text:
    """The first sentences of a story that fit by the door, translated if it is."""
    translation = story.translation(get_language() or "da")
    language = translation.language if translation else story.language
    text = translation.text if translation else story.words
    return Text(first_sentences(text, LONGEST_QUOTE), language)


def first_sentences(text: str, longest: int) -> str:
    """Whole sentences from the beginning; a single long one is cut between words."""
    kept = ""
    for sentence in _sentences(text):
        if kept and len(kept) + len(sentence) > longest:
            break
        kept = f"{kept} {sentence}".strip()
    if len(kept) <= longest:
        return kept
    return kept[:longest].rsplit(" ", 1)[0] + " …"


def _sentences(text: str) -> list[str]:
    found, start = [], 0
    words = " ".join(text.split())
    for index, sign in enumerate(words):
        ends = sign in ".!?۔؟" and (index + 1 == len(words) or words[index + 1] == " ")
        if ends:
            found.append(words[start : index + 1].strip())
            start = index + 1
    return [*found, words[start:].strip()] if words[start:].strip() else found


def current_exhibition() -> Exhibition | None:
    """The exhibition that opened last."""
    return (
        Exhibition.objects.published()
        .select_related("cover")
        .order_by("-opens", "-pk")
        .first()
    )


def newest() -> list[Item]:
    """The pictures that came last into the reading room."""
    items = Item.objects.published().filter(publication=Item.Publication.FULL)
    return list(items.order_by("-number")[:NEWEST])
