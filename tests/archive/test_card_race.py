"""Two at one card, in every pair of deeds: no word is lost, and taking back wins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from archive import actions
from archive.batches import Wish
from archive.models import Item, Media, Person, Place
from exhibitions.models import Block, Exhibition
from search import outbox
from submissions import actions as families
from submissions import throttle
from submissions.models import Photograph, Submission
from tests import make, races
from tests.archive.test_describe import address, posted
from tests.conftest import signed_in

pytestmark = pytest.mark.django_db(transaction=True)

WENT = {200, 302}


@dataclass
class Told:
    """What one deed wrote, and the answer its writer got."""

    deed: str
    words: str = ""
    status: int = 0
    page: str = ""

    @property
    def went(self) -> bool:
        return self.status in WENT


@dataclass
class Card:
    """One published item with all that the deeds need, as their pages were opened."""

    number: int
    item: Item
    submission: Submission
    seen: Person
    same_person: Person
    place: Place
    same_place: Place
    former: int
    was_public: bool = True
    batch: int = 0
    suggestion: int = 0
    token: str = ""
    forms: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def mark(self) -> str:
        """A word that is in nothing else, for looking it up everywhere."""
        return f"maerke{self.number}x"


Deed = Callable[[Client, Card, str], Told]


def told(name: str, words: str, answer: Any) -> Told:
    return Told(name, words, answer.status_code, answer.content.decode())


# The deeds, each as its page sends it


def edit(client: Client, card: Card, words: str) -> Told:
    form = card.forms["edit"] | {"title": f"{card.mark} {words}", "seen": words}
    return told("edit", words, client.post(address(card.item), form))


def place_and_date(client: Client, card: Card, words: str) -> Told:
    form = card.forms["edit"] | {"date_note": words, "date_told": "ca. 1975"}
    return told("place_and_date", words, client.post(address(card.item), form))


def publish_with_card(client: Client, card: Card, words: str) -> Told:
    form = card.forms["edit"] | {"remarks": words, "publication": "full"}
    answer = client.post(address(card.item, "udgiv"), form)
    return told("publish_with_card", words, answer)


def publish(client: Client, card: Card, words: str) -> Told:
    answer = client.post(address(card.item, "udgiv"), {"publication": "full"})
    return told("publish", "", answer)


def unpublish(client: Client, card: Card, words: str) -> Told:
    answer = client.post(address(card.item, "udgiv"), {"publication": "not"})
    return told("unpublish", "", answer)


def taken_back(client: Client, card: Card, words: str) -> Told:
    answer = Client().post(f"/mit/{card.submission.token}/traek-tilbage/")
    return told("taken_back", "", answer)


def taken_down(client: Client, card: Card, words: str) -> Told:
    return told("taken_down", "", client.post(address(card.item, "tag-ned")))


def laid_away(client: Client, card: Card, words: str) -> Told:
    form = {"because": words}
    return told("laid_away", words, client.post(address(card.item, "laeg-vaek"), form))


def erased(client: Client, card: Card, words: str) -> Told:
    client.post(address(card.item, "laeg-vaek"), {"because": "Dubleret."})
    form = {"number": card.item.reg_number}
    return told("erased", "", client.post(address(card.item, "slet"), form))


def merged_person(client: Client, card: Card, words: str) -> Told:
    form = {"into": card.same_person.slug, "sure": "yes"}
    asked = f"/arbejdsrum/personer/{card.seen.slug}/saml/"
    return told("merged_person", "", client.post(asked, form))


def merged_place(client: Client, card: Card, words: str) -> Told:
    form = {"into": card.same_place.slug, "sure": "yes"}
    asked = f"/arbejdsrum/steder/{card.place.slug}/saml/"
    return told("merged_place", "", client.post(asked, form))


def many(client: Client, card: Card, words: str) -> Told:
    form = card.forms["many"] | {"step": "do", "material": words}
    answer = client.post("/arbejdsrum/mange/", form, follow=True)
    return told("many", words, answer)


def undone_batch(client: Client, card: Card, words: str) -> Told:
    answer = client.post(f"/arbejdsrum/mange/{card.batch}/fortryd/")
    return told("undone_batch", "", answer)


def reverted(client: Client, card: Card, words: str) -> Told:
    form = {"to": card.former, "version": card.forms["edit"]["version"]}
    answer = client.post(address(card.item, "historik", "tilbage"), form)
    return told("reverted", "", answer)


def took_suggestion(client: Client, card: Card, words: str) -> Told:
    answer = client.post(f"/arbejdsrum/forslag/{card.suggestion}/", {"answer": "yes"})
    return told("took_suggestion", "", answer)


DEEDS: list[Deed] = [
    *(edit, place_and_date, publish_with_card, publish, unpublish),
    *(taken_back, taken_down, laid_away, erased, merged_person, merged_place),
    *(many, undone_batch, reverted, took_suggestion),
]


# A card, and the house around it


@pytest.fixture
def on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("knock", "carry"):  # they write too, and have tests of their own
        monkeypatch.setattr(throttle, name, lambda *_args, **_more: True)
    with races.on_disk(tmp_path):
        yield


@dataclass
class House:
    poul: User
    exhibition: Exhibition
    block: Block
    hands: tuple[Client, Client]
    cards: int = 0

    @classmethod
    def built(cls) -> House:
        poul, birthe = (make.user(name=name) for name in ("Poul", "Birthe"))
        shown = make.exhibition(published_at=timezone.now())
        block = make.block(make.section(shown), kind="picture")
        return cls(poul, shown, block, (signed_in(poul), signed_in(birthe)))

    def card(self, *, is_public: bool) -> Card:
        """Given by a family, taken in, described, published, hung and found."""
        self.cards += 1
        mark = f"maerke{self.cards}x"
        given = make.submission(pictures=0, story=f"Farfar {mark}")
        file = picture(self.cards)
        Photograph.objects.create(submission=given, media=file, sha256=file.sha256)
        [item] = families.accept(given, by=self.poul, titles={})
        seen = make.person(f"Ali {mark}")
        place = make.place(f"Gaarden {mark}")
        former = item.history.latest().history_id
        item = actions.describe(
            item,
            version=item.version,
            by=self.poul,
            changes={
                "title": f"Sen {mark}",
                "alt_text": "En mand.",
                "place": place,
                "is_date_unknown": True,
                "rights_basis": "family",
            },
        )
        make.depiction(item, person=seen, may_be_named=True)
        card = Card(
            number=self.cards,
            item=item,
            submission=given,
            seen=seen,
            same_person=make.person(f"Ali den anden {mark}"),
            place=place,
            same_place=make.place(f"Gaarden igen {mark}"),
            former=former,
            was_public=is_public,
        )
        self.show(card, file)
        return card

    def prepare(self, card: Card, pair: set[Deed]) -> None:
        """What only some of the deeds need, and their pages as they were opened."""
        item = card.item
        if undone_batch in pair:
            wish = Wish({"material": f"foer{card.number}x"})
            done = actions.change_many({item.pk: item.version}, wish=wish, by=self.poul)
            assert done.batch
            card.batch = done.batch.pk
            item.refresh_from_db()
        if took_suggestion in pair:
            words = f"foreslaaet{card.number}x"
            card.suggestion = make.suggestion(item, field="seen", words=words).pk
        if TAKING_BACK & pair:
            outbox.drain()  # the index knows it, and is not asked again before we look
        card.forms["edit"] = {"version": item.version}
        if WRITING & pair:
            card.forms["edit"] = posted(item)
        card.forms["many"] = {"chosen": f"{item.pk}:{item.version}"}

    def show(self, card: Card, file: Media) -> None:
        item = card.item
        if card.was_public:
            actions.publish(item, publication="full", by=self.poul)
            file.refresh_from_db()
            card.token = file.public_token or ""
        item.refresh_from_db()
        self.block.placements.all().delete()
        make.placement(self.block, item=item)


def picture(number: int) -> Media:
    """A file with bytes to fetch, as if the darkroom had made them."""
    made = {"width": 320, "height": 213, "format": "jpg", "name": "320.jpg", "bytes": 3}
    file = Media.objects.create(
        sha256=f"{number:064x}",
        size=3,
        state=Media.State.READY,
        kind="image",
        width=320,
        height=213,
        folder=f"ab/race{number}",
        renditions=[made],
    )
    file.rendition_folder.mkdir(parents=True)
    (file.rendition_folder / "320.jpg").write_bytes(b"jpg")
    return file


# What must hold


def written(card: Card) -> str:
    """Every word of the record, of its history, and of what still waits."""
    item = Item.objects.get(pk=card.item.pk)
    rows = [
        *Item.objects.filter(pk=item.pk).values(),
        *item.history.values(),
        *item.suggestions.values(),
    ]
    return str(rows)


def seen_by_strangers(house_: House, card: Card) -> list[str]:
    """The roads on which somebody from outside still meets the item."""
    visitor = Client()
    number, mark = card.item.number, card.mark
    roads = [
        *(f"/billeder/B{number}/", "/billeder/", "/", f"/soeg/?q={mark}"),
        f"/udstillinger/{house_.exhibition.slug}/",
        *(f"/personer/{who.slug}/" for who in (card.seen, card.same_person)),
        *(f"/steder/{where.slug}/" for where in (card.place, card.same_place)),
        *(f"/tr/billeder/B{number}/", f"/en/soeg/?q={mark}"),
    ]
    met = [road for road in roads if tells(visitor.get(road, follow=True), card)]
    files = [f"/kort/b/{number}/1080x1080.jpg"]
    tokens = Media.objects.filter(item=card.item).values_list("public_token", flat=True)
    files += [f"/r/{token}/320.jpg" for token in {card.token, *tokens} if token]
    return met + [road for road in files if visitor.get(road).status_code == 200]


def tells(answer: Any, card: Card) -> bool:
    page = answer.content.decode().replace(f'value="{card.mark}"', "")
    said = f"B{card.item.number}/" in page and answer.status_code == 200
    return said or f"Sen {card.mark}" in page or f"Farfar {card.mark}" in page


def check(house_: House, card: Card, answers: list[Told]) -> None:
    item = Item.objects.get(pk=card.item.pk)
    assert [each for each in answers if each.status >= 500] == []
    deeds = {each.deed for each in answers if each.went}
    check_words(card, answers, is_erased=item.erased_at is not None)
    if deeds & GONE:
        assert not Item.objects.published().filter(pk=item.pk).exists()
        assert seen_by_strangers(house_, card) == []
    if deeds & {"taken_back", "taken_down"}:
        assert item.is_withdrawn
    assert item.is_published == item.media.exclude(public_token=None).exists()
    check_history(item)


def check_words(card: Card, answers: list[Told], *, is_erased: bool) -> None:
    record = written(card)
    for each in answers:
        if each.words and not each.went:  # handed back, beside what stands there now
            assert each.words in each.page, (each.deed, each.status)
        elif each.words and not is_erased:
            assert each.words in record, (each.deed, each.status)
    if is_erased:
        assert [
            each.words for each in answers if each.words and each.words in record
        ] == []


def check_history(item: Item) -> None:
    entries = list(item.history.order_by("history_id"))
    versions = [entry.version for entry in entries]
    assert versions == list(range(versions[0], item.version + 1))
    for each in Item._meta.concrete_fields:
        assert getattr(entries[-1], each.attname) == getattr(item, each.attname)


def looking_at_once(deed: Deed, house_: House, card: Card) -> Deed:
    """Whoever takes it back looks right away, while the other is still busy."""

    def done(client: Client, card_: Card, words: str) -> Told:
        answer = deed(client, card_, words)
        if answer.deed in GONE and answer.went:
            page = Client().get(f"/billeder/B{card.item.number}/")
            assert page.status_code in {404, 410}
            if card.token:
                assert Client().get(f"/r/{card.token}/320.jpg").status_code == 404
        return answer

    return done


PUBLISHING = {publish, publish_with_card}
WRITING = {edit, place_and_date, publish_with_card}
TAKING_BACK = {taken_back, taken_down, laid_away, erased}
GONE = {deed.__name__ for deed in TAKING_BACK}


def play(
    house_: House, pair: tuple[Deed, Deed], run: Callable[..., list[Told]]
) -> Card:
    card = house_.card(is_public=not PUBLISHING & {*pair})
    house_.prepare(card, {*pair})
    deeds = [
        partial(
            looking_at_once(deed, house_, card), client, card, f"ord{side}{card.mark}"
        )
        for deed, client, side in zip(pair, house_.hands, "ab", strict=True)
    ]
    try:
        check(house_, card, run(*deeds))
    except AssertionError as wrong:
        names = " and ".join(deed.__name__ for deed in pair)
        raise AssertionError(f"{names}: {wrong}") from wrong
    return card


@pytest.mark.usefixtures("on_disk")
def test_whoever_is_first_no_word_is_lost_and_taking_back_wins() -> None:
    house_ = House.built()

    for first, second in product(DEEDS, repeat=2):
        play(house_, (first, second), races.both_read_then)

    assert house_.cards == len(DEEDS) ** 2


@pytest.mark.usefixtures("on_disk")
def test_taking_back_wins_too_when_chance_decides_who_is_first() -> None:
    house_ = House.built()

    for deed in DEEDS:
        play(house_, (deed, taken_back), races.at_once)

    assert house_.cards == len(DEEDS)
