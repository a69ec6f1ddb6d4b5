"""What there is to choose from, counted as the database would count it."""

import datetime as dt
import random

import pytest
from django.utils import translation

from archive import actions
from archive.models import Item, Place, Subject
from search import facets, outbox
from search.finding import Answer, Asked, find
from search.search_indexes import decades
from tests import make

pytestmark = pytest.mark.django_db


def counts(answer: Answer, facet: str) -> dict[str, int]:
    return dict(answer.counts[facet])


@pytest.fixture
def archive() -> None:
    """Forty pictures spread over places, subjects and years, some with neither."""
    chance = random.Random(1973)
    town = make.place("Ishøj", slug="ishoej")
    places = [town, make.place("Vejleåparken", slug="vejleaaparken", parent=town)]
    places.append(make.place("Sri Lanka", slug="sri-lanka"))
    subjects = [
        make.subject(label, slug=f"emne-{label}")
        for label in ("mad", "fest", "skole, børnehave", "arbejde")
    ]
    poul = make.user()
    for _ in range(40):
        item = make.item(
            title=chance.choice(["Farfar", "Farmor", "Farfar og farmor"]),
            place=chance.choice([None, *places]),
            subjects=chance.sample(subjects, chance.randrange(4)),
            date_told=chance.choice(["", "1968", "1974", "1979", "1981"]),
        )
        Item.objects.filter(pk=item.pk).update(
            publication="full", published_at=item.created_at
        )
        if chance.random() < 0.3:
            actions.tell(item, text="Dedem.", language="tr", teller=poul.name)
    outbox.rebuild()


@pytest.mark.usefixtures("archive")
def test_facets_count_what_the_database_counts() -> None:
    items = Item.objects.published()

    answer = find(Asked())

    assert answer.total == items.count()
    assert counts(answer, "place") == {
        place.slug: number
        for place in Place.objects.all()
        if (number := items.at_place(place.slug).count())
    }
    assert counts(answer, "subject") == {
        subject.slug: number
        for subject in Subject.objects.all()
        if (number := items.about(subject.slug).count())
    }
    assert counts(answer, "decade") == {
        str(decade): number
        for decade in range(1950, 2000, 10)
        if (number := items.of_decade(decade).count())
    }
    assert counts(answer, "language") == {
        "tr": items.filter(stories__language="tr").count()
    }


@pytest.mark.usefixtures("archive")
def test_facets_count_within_words_and_other_choices() -> None:
    chosen = {"place": "ishoej", "decade": "1970"}
    items = Item.objects.published().filter(title__icontains="farfar")

    answer = find(Asked("farfar", chosen))

    both = items.at_place("ishoej").of_decade(1970)
    assert answer.total == both.count()
    assert {hit.item for hit in answer.hits} == set(both)
    assert counts(answer, "subject") == {
        subject.slug: number
        for subject in Subject.objects.all()
        if (number := both.about(subject.slug).count())
    }


@pytest.mark.usefixtures("archive")
def test_a_facet_keeps_offering_its_other_values() -> None:
    items = Item.objects.published().filter(title__icontains="farmor")

    answer = find(Asked("farmor", {"decade": "1970"}))

    assert counts(answer, "decade") == {
        str(decade): number
        for decade in range(1950, 2000, 10)
        if (number := items.of_decade(decade).count())
    }


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("odd", ["", "1975", "ukendt", "a,b", "*", "\x00"])
def test_a_choice_that_does_not_exist_finds_nothing(odd: str) -> None:
    answer = find(Asked("farfar", {"subject": odd or "-"}))

    assert (answer.total, answer.hits) == (0, [])


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        (None, None, []),
        (1974, 1974, [1970]),
        (1969, 1971, [1960, 1970]),
        (1955, 1982, [1950, 1960, 1970, 1980]),
        (None, 1971, [1970]),
        (1968, None, [1960]),
    ],
)
def test_decades_are_all_those_a_picture_may_be_from(
    earliest: int | None, latest: int | None, expected: list[int]
) -> None:
    first = dt.date(earliest, 1, 1) if earliest else None
    last = dt.date(latest, 12, 31) if latest else None

    assert decades(first, last) == expected


@pytest.mark.usefixtures("archive")
def test_each_choice_has_a_name_a_number_and_an_address() -> None:
    asked = Asked("farfar", {"place": "ishoej"}, page=2)

    with translation.override("en"):
        shown = {facet.title: facet.choices for facet in facets.of(find(asked))}
    town = next(choice for choice in shown["Places"] if choice.is_chosen)
    decade = next(choice for choice in shown["Decades"] if "1970" in choice.label)

    assert town.label == "Ishøj"
    assert town.url == "?q=farfar"
    assert decade.url == "?q=farfar&aarti=1970&sted=ishoej"
