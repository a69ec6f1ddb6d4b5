"""What of the archive can be found: only what everybody may see."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet
from haystack import indexes

from archive import dates
from archive.models import Item

LANGUAGES = ("da", "en", "tr", "ur", "ar")


class ItemIndex(indexes.SearchIndex, indexes.Indexable):
    """One published picture with everything that is told of it in public."""

    text = indexes.CharField(document=True)
    title = indexes.MultiValueField(boost=3.0)
    names = indexes.MultiValueField(boost=2.0)
    places = indexes.MultiValueField(boost=2.0)
    headings = indexes.MultiValueField(boost=1.5)
    stories = indexes.MultiValueField()
    number = indexes.IntegerField(model_attr="number")
    decade = indexes.MultiValueField(faceted=True)
    place = indexes.MultiValueField(faceted=True)
    subject = indexes.MultiValueField(faceted=True)
    language = indexes.MultiValueField(faceted=True)

    def get_model(self) -> type[Item]:
        return Item

    def index_queryset(self, using: str | None = None) -> QuerySet[Item]:
        return Item.objects.published().whole().select_related("place__parent")

    def prepare_text(self, item: Item) -> str:
        told = [item.reg_number, item.seen, item.remarks, item.place_told]
        seen = [each.get("seen", "") for each in item.translations.values()]
        return "\n".join(filter(None, [*told, *seen, *_dates(item)]))

    def prepare_title(self, item: Item) -> list[str]:
        others = [each.get("title", "") for each in item.translations.values()]
        return _distinct([item.title, *others])

    def prepare_names(self, item: Item) -> list[str]:
        """Those who may be named; a hidden name must not be found by searching."""
        return _distinct([*item.public_names, item.photographer])

    def prepare_places(self, item: Item) -> list[str]:
        return _distinct(name for place in _places(item) for name in place.known_as)

    def prepare_headings(self, item: Item) -> list[str]:
        return _distinct(
            label for each in item.subjects.all() for label in each.labels.values()
        )

    def prepare_stories(self, item: Item) -> list[str]:
        return _distinct(
            text
            for story in item.stories.all()
            for text in (
                story.text,
                story.transcript,
                *(each.text for each in story.translations.all()),
            )
        )

    def prepare_decade(self, item: Item) -> list[str]:
        return [str(decade) for decade in decades(item.earliest, item.latest)]

    def prepare_place(self, item: Item) -> list[str]:
        return [place.slug for place in _places(item)]

    def prepare_subject(self, item: Item) -> list[str]:
        return [subject.slug for subject in item.subjects.all()]

    def prepare_language(self, item: Item) -> list[str]:
        return _distinct(story.language for story in item.stories.all())


def decades(earliest: dt.date | None, latest: dt.date | None) -> list[int]:
    """The decades a picture may be from, as `ItemQuerySet.of_decade` counts them."""
    first, last = earliest or latest, latest or earliest
    if first is None or last is None:
        return []
    return list(range(first.year // 10 * 10, last.year + 1, 10))


def _dates(item: Item) -> Iterator[str]:
    yield item.date_told
    date = dates.from_edtf(item.date_edtf)
    if date:
        yield from (date.say(language) for language in LANGUAGES)


def _places(item: Item) -> list[Any]:
    """The place and the one it lies in, as `ItemQuerySet.at_place` finds them."""
    if item.place is None:
        return []
    return [item.place, *([item.place.parent] if item.place.parent else [])]


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))
