"""Every page of the workroom asks the database as often for many as for one."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from archive import actions, deciding, history, volunteering
from archive.batches import Wish
from archive.beside import Beside, Related, Seen
from archive.models import Item, Media, Story
from exhibitions import actions as curating
from submissions import actions as families
from submissions import inbox
from submissions.models import Message, Photograph, Submission
from tests import make
from tests.archive.test_describe import address

pytestmark = pytest.mark.django_db

ROOM = "/arbejdsrum"
PAGES = [
    *("indbakke/", "indbakke/?vis=mine", "indbakke/?vis=taget-imod"),
    *("indbakke/?vis=sagt-nej", "indbakke/indsigelser/", "billeder/"),
    *("billeder/?vis=ikke-udgivet", "lagt-vaek/", "historik/", "tal/", "tal/filer/"),
    *("personer/", "steder/", "emner/", "samlinger/", "fotografer/", "journal/"),
    *("forslag/", "mine-opgaver/", "mange/", "mange/?alle=1", "dateringsankre/"),
    *(
        "ind-og-ud/",
        "folk/",
        "regler/",
        "indsamlingsdag/",
        "indkaldelser/",
        "partnere/",
    ),
    "udstillinger/",
]


class House:
    """What a year brings, one of each at a time."""

    def __init__(self, poul: User) -> None:
        self.poul, self.kirsten = poul, make.user("volunteer")
        self.item = make.published_item()
        self.other = make.item()
        self.person = make.person("Altid med")
        self.place = make.place("Altid her")

    def add(self) -> None:
        poul, place = self.poul, make.place(parent=self.place)
        item = make.item(
            place=place,
            subjects=[make.subject(broader=make.subject())],
            collection=make.collection(),
            photographed_by=make.photographer(),
        )
        for person in (self.person, make.person()):
            make.depiction(item, person=person, may_be_named=True)
        make.assignment(item, volunteer=self.kirsten)
        make.assignment(item, volunteer=poul)
        make.suggestion(item, by=poul)
        answered = make.suggestion(item, by=poul, field="seen")
        volunteering.accept(answered, by=self.kirsten)
        make.anchor(place=place)
        make.objection(item)
        deciding.decide(item, purpose="wall", verdict="no", reason="Nej.", by=poul)
        item.refresh_from_db()
        actions.change_many(
            {item.pk: item.version}, wish=Wish({"material": "Papir"}), by=poul
        )
        actions.keep_template(f"Skabelon {item.pk}", of=item, by=poul)
        actions.merge(make.person(), into=self.person, by=poul)
        actions.publish(item, publication="full", by=poul)
        actions.lay_away(make.item(place=place), because="Dublet.", by=poul)
        make.import_run(by=poul)
        make.user("registrar")
        make.invitation()
        make.collection_day(status="closed")
        make.call(slug=f"kald-{item.pk}")
        make.partner(slug=f"klub-{item.pk}")
        curating.create(title=f"Nr. {item.pk}", language="da", by=poul)
        self.describe(item)
        self.describe(self.other)
        self.contribute()

    def describe(self, item: Item) -> None:
        """One more revision, and one more of all that lies beside the card."""
        self.item.refresh_from_db()
        seen = [Seen(f"Person {item.pk}"), Seen("Altid med")]
        self.item = actions.describe(
            self.item,
            version=self.item.version,
            changes={"seen": str(item.pk), "place": item.place},
            also=Beside(seen, relations=[Related(item.pk)]),
            by=self.poul,
        )
        Story.objects.create(item=self.item, text="Vi kom med tog.", teller="Ali")
        make.flat_media(self.item)
        make.assignment(self.item, volunteer=make.user("volunteer"))

    def contribute(self) -> None:
        waiting, asked, taken, no = (make.submission() for _ in range(4))
        families.ask(asked, question="Hvem?", by=self.poul)
        families.accept(taken, by=self.poul)
        families.tell_more(taken, text="Mere.", language="da")
        families.decline(no, reason="Tak.", by=self.poul)
        families.take_in_hand(waiting, by=self.poul)

    def pages(self) -> list[str]:
        of_item = ("", "historik/", "filer/", "giv/", "laeg-vaek/")
        return [
            *(f"{ROOM}/{page}" for page in PAGES),
            *(f"{address(self.item)}{page}" for page in of_item),
            f"{ROOM}/personer/{self.person.slug}/",
            f"{ROOM}/steder/{self.place.slug}/",
            f"{ROOM}/folk/{self.poul.pk}/",
        ]


def queries(client: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(page)
    assert answer.status_code == 200, page
    return len(asked)


def test_every_page_costs_the_same_for_one_and_for_three(
    poul: User, poul_client: Client
) -> None:
    house = House(poul)
    house.add()
    for page in house.pages():  # what is kept from then on is kept
        poul_client.get(page)
    for_one = {page: queries(poul_client, page) for page in house.pages()}

    house.add()
    house.add()
    for page in house.pages():
        poul_client.get(page)
    for_three = {page: queries(poul_client, page) for page in house.pages()}

    dearer = {
        page: (for_one[page], number)
        for page, number in for_three.items()
        if number > for_one[page]
    }
    assert dearer == {}


# The inbox with two thousand


def two_thousand() -> dict[str, int]:
    """Waiting, each with a picture of its own: how many there are behind each filter."""
    giver, now = make.contributor(), timezone.now()
    kinds = {"nye": ("received", 1200), "spurgt": ("question", 500)}
    kinds |= {"svar": ("received", 200), "tilfoejet": ("accepted", 100)}
    rows = [
        Submission(
            contributor=giver,
            state=state,
            sent_at=now - dt.timedelta(minutes=number),
            added_at=now if key == "tilfoejet" else None,
            story=f"Farfar kom i 1971. {key}",
            words=f"{key}-{number}",
        )
        for key, (state, count) in kinds.items()
        for number in range(count)
    ]
    made = Submission.objects.bulk_create(rows)
    files = Media.objects.bulk_create(
        Media(sha256=f"{each.pk:064x}", size=1, state="ready", kind="image", width=6)
        for each in made
    )
    Photograph.objects.bulk_create(
        Photograph(submission=each, media=file, sha256=file.sha256)
        for each, file in zip(made, files, strict=True)
    )
    answered = [each for each in made if each.words.startswith("svar")]
    Message.objects.bulk_create(
        Message(submission=each, text="Det er Ali.", is_from_family=True)
        for each in answered
    )
    return {key: count for key, (_state, count) in kinds.items()}


def measured(client: Client, page: str) -> tuple[int, int]:
    """How often it asked the database, and how many kilobytes it is."""
    client.get(page)
    return queries(client, page), len(client.get(page).content) // 1000


def test_two_thousand_waiting_are_as_quick_as_one(
    poul: User, poul_client: Client
) -> None:
    one = make.submission(sent_at=timezone.now() - dt.timedelta(days=9))
    pages = [f"{ROOM}/indbakke/", f"{ROOM}/indbakke/{one.pk}/"]
    for_one = [measured(poul_client, page) for page in pages]

    told = two_thousand()

    numbers = inbox.counts(poul)
    assert {key: numbers[key] for key in told} == told | {"nye": told["nye"] + 1}
    assert numbers["waiting"] == sum(told.values()) + 1 == 2001
    middle = Submission.objects.waiting()[1000].pk
    asked = [*pages, f"{ROOM}/indbakke/?efter={middle}"]
    asked += [f"{ROOM}/indbakke/?vis={key}" for key in told]
    for page, (before, _size) in zip(
        asked, [*for_one, *[for_one[0]] * 9], strict=False
    ):
        number, size = measured(poul_client, page)
        assert number <= before + 2, page  # the next page is looked for
        assert size < 200, page
    far, _size = measured(poul_client, f"{ROOM}/indbakke/{middle}/")
    assert far <= for_one[1][0] + 4  # the page of the list that it stands on
    listing = poul_client.get(f"{ROOM}/indbakke/").context["listing"]
    assert len(listing.rows) == inbox.A_PAGE
    shown = re.findall(r"2001|1201|500|200|100", poul_client.get(pages[0]).text)
    assert {"2001", "1201", "500", "200", "100"} <= {*shown}


# The editor with two hundred revisions


def test_two_hundred_revisions_are_as_quick_as_one(
    poul: User, poul_client: Client
) -> None:
    house = House(poul)
    house.describe(make.item(place=make.place()))
    house.describe(make.item(place=make.place()))
    pages = [f"{address(house.item)}{page}" for page in ("", "historik/")]
    for_one = [measured(poul_client, page) for page in pages]
    places = [make.place() for _ in range(4)]

    for number in range(200):
        house.item = actions.describe(
            house.item,
            version=house.item.version,
            changes={"seen": str(number), "place": places[number % 4]},
            also=Beside([Seen("Altid med", may_be_named=bool(number % 2))]),
            by=poul,
        )

    assert house.item.history.count() > 200
    for page, (before, size_before) in zip(pages, for_one, strict=True):
        number, size = measured(poul_client, page)
        assert number <= before, page
        assert size < size_before + 60, page
    first = poul_client.get(pages[1])
    assert len(first.context["page"].changes) == history.A_PAGE
