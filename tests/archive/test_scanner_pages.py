"""The scanner in the workroom: said what lies there, and seen what became of it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from archive.exchange import scanner
from archive.models import Accession, Item, Scanned, ScannerBox
from tests import make
from tests.archive.scans import State, laid, look, put, taken

pytestmark = pytest.mark.django_db

ADDRESS = "/arbejdsrum/ind-og-ud/scanner/"
CountQueries = Callable[..., Any]


@pytest.fixture(autouse=True)
def _new_worker() -> None:
    scanner._watch.clear()


@pytest.fixture
def birgit() -> User:
    """A registrar, who scans on Tuesdays."""
    return make.user(User.Role.REGISTRAR)


@pytest.fixture
def birgits_client(birgit: User) -> Client:
    client = Client()
    client.force_login(birgit)
    return client


def test_what_lies_there_is_said_once_and_every_new_draft_gets_it(
    birgits_client: Client, birgit: User
) -> None:
    place, collection = make.place("Stationen"), make.collection()
    birthe = make.photographer("Birthe Koch", kind="professional")
    line = Accession.objects.open(giver="Hansen", terms="", reference="")

    answer = birgits_client.post(
        ADDRESS,
        {
            "name": "Kasse 3",
            "collection": collection.pk,
            "photographer_name": "birthe koch",
            "accession_number": f"{line.year}/{line.sequence}",
            "place_name": "STATIONEN",
            "date_told": "da Ole gik i skole",
        },
    )
    [item] = taken("a.jpg")

    assert answer.status_code == 302
    assert (item.place, item.collection, item.photographed_by, item.accession) == (
        place,
        collection,
        birthe,
        line,
    )
    assert (item.date_told, item.date_edtf) == ("da Ole gik i skole", "")
    assert (item.photographer, item.photographer_kind) == (
        "Birthe Koch",
        "professional",
    )
    assert item.history.get().history_user == birgit
    page = birgits_client.get(ADDRESS)
    assert page.context["form"]["place_name"].value() == "Stationen"
    birgits_client.post(ADDRESS, {"name": "Kasse 4"})
    assert [box.name for box in ScannerBox.objects.all()] == ["Kasse 4", "Kasse 3"]


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("place_name", "Et sted ingen kender"),
        ("photographer_name", "En ukendt"),
        ("accession_number", "2026/999"),
        ("accession_number", "<b>"),
        ("collection", "999"),
        ("name", "x" * 161),
        ("name", "nul\0"),
        ("date_told", "ø" * 201),
    ],
)
def test_what_is_not_known_is_said_beside_the_field_and_nothing_is_lost(
    birgits_client: Client, field: str, typed: str
) -> None:
    answer = birgits_client.post(ADDRESS, {"name": "Kasse 3", field: typed})

    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()
    if field != "name":
        assert 'value="Kasse 3"' in answer.content.decode()
    assert not ScannerBox.objects.exists()


def test_the_archivist_sees_what_came_what_waits_and_what_could_not(
    poul_client: Client, poul: User
) -> None:
    laid(poul, name="Kasse <3>")
    [item] = taken("a.jpg")
    put("virus.exe", b"MZ")
    look(1000, 1003)
    put("venter.jpg")
    look(1004)

    for address in (ADDRESS, "/arbejdsrum/ind-og-ud/"):
        page = poul_client.get(address)
        text = page.content.decode()
        scanned = page.context["scanned"]
        assert (scanned.count_waiting, scanned.count_failed) == (1, 1)
        assert [line.row.name for line in scanned.waiting] == ["venter.jpg"]
        assert str(scanned.failed[0].why) in text
        assert "Kasse &lt;3&gt;" in text
        assert item.reg_number in text
        assert scanned.boxes[0].drafts == 1


def test_the_drafts_of_a_box_are_a_list_that_many_at_once_can_change(
    poul_client: Client, poul: User
) -> None:
    other = make.item()
    laid(poul, name="Kasse 3")
    items = taken("a.jpg", "b.jpg")
    box = ScannerBox.objects.get()
    address = f"hos=scanner/{box.pk}"

    page = poul_client.get(f"/arbejdsrum/billeder/?{address}&vis=ikke-udgivet")
    many = poul_client.get(f"/arbejdsrum/mange/?{address}&alle=1")

    assert {item.pk for item in page.context["page"].items} == {
        item.pk for item in items
    }
    assert "Kasse 3" in page.content.decode()
    assert set(many.context["chosen"].versions) == {item.pk for item in items}
    assert other.pk not in many.context["chosen"].versions
    for nobody in ("scanner/0", "scanner/x", "scanner/"):
        answer = poul_client.get(f"/arbejdsrum/billeder/?hos={nobody}")
        assert answer.status_code == 200


def test_a_folder_out_of_reach_is_said(poul_client: Client) -> None:
    ScannerBox.objects.create(out_of_reach_since=timezone.now())

    assert 'class="warn"' in poul_client.get(ADDRESS).content.decode()


@pytest.mark.parametrize("address", [ADDRESS, "/arbejdsrum/ind-og-ud/"])
def test_the_number_of_queries_does_not_grow_with_the_files(
    poul_client: Client,
    address: str,
    django_assert_max_num_queries: CountQueries,
) -> None:
    def asked() -> int:
        with django_assert_max_num_queries(40) as counted:
            poul_client.get(address)
        return len(counted)

    def more() -> None:
        box = ScannerBox.objects.create(name="Kasse")
        item = make.item(number=1 + Item.objects.count())
        for state in State.values:
            Scanned.objects.create(
                box=box,
                item=item,
                name=f"{box.pk}.jpg",
                sha256=str(box.pk),
                state=state,
            )

    more()
    once = asked()
    more()
    more()

    assert asked() == once
