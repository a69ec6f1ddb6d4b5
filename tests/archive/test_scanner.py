"""The archive's own scanner: what is finished becomes a draft, once, and stays whole."""

import shutil

import pytest
from django.conf import settings

from accounts.models import User
from archive import actions, images, upkeep
from archive.exchange import scanner
from archive.models import Accession, Item, Media, Origin, Scanned, ScannerBox
from submissions.erasure import erase_item
from tests import make, photos
from tests.archive.scans import State, laid, look, put, taken

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _new_worker() -> None:
    scanner._watch.clear()


def test_a_finished_file_becomes_a_draft_with_what_is_said_of_its_box(
    poul: User,
) -> None:
    place, collection = make.place(), make.collection()
    birthe = make.photographer()
    laid(
        poul,
        place=place,
        collection=collection,
        photographed_by=birthe,
        date_told="ca. 1974",
    )
    data = photos.jpeg()
    path = put("IMG 7.jpg", data)

    look(0, 3)

    item = Item.objects.get()
    media = item.media.get()
    assert not item.is_published
    assert (item.place, item.collection, item.photographed_by) == (
        place,
        collection,
        birthe,
    )
    assert (item.date_told, item.date_edtf) == ("ca. 1974", "1974~")
    assert item.date_basis == Item.DateBasis.ARCHIVIST
    assert item.origins["place"]["from"] == Origin.ARCHIVIST
    entry = item.history.get()
    assert (entry.history_user, entry.history_change_reason) == (poul, "scanner")
    assert media.name == "IMG 7.jpg"
    assert media.is_ready
    assert images.original_path(media).read_bytes() == data
    assert not path.exists()
    assert (path.parent / scanner.TAKEN / path.name).read_bytes() == data
    assert upkeep.look().is_clean


def test_one_box_is_one_line_of_the_journal(poul: User) -> None:
    laid(poul, name="Kasse 3")
    first = taken("a.jpg", "b.jpg")
    laid(poul, name="Kasse 4")
    later = taken("c.jpg")

    assert len({item.accession_id for item in first}) == 1
    assert later[0].accession_id != first[0].accession_id
    given = Accession.objects.open(giver="Hansen", terms="", reference="")
    laid(poul, name="Kasse 5", accession=given)
    assert taken("d.jpg")[0].accession == given


def test_nobody_has_to_say_what_lies_there(poul: User) -> None:
    [item] = taken("a.jpg")

    assert item.history.get().history_user == poul


def test_a_growing_file_is_left_alone_until_it_is_still(poul: User) -> None:
    data = photos.jpeg(width=900)
    for number, size in enumerate((100, 2_000, len(data) - 10)):
        put("a.jpg", data[:size])
        look(number, number + 0.9)

    look(30)
    assert not Item.objects.exists()
    put("a.jpg", data)
    look(31, 34)

    assert Item.objects.count() == 1
    assert not Scanned.objects.filter(state=State.FAILED).exists()


def test_a_file_put_in_place_by_a_rename_is_taken(poul: User) -> None:
    part = put("a.jpg.part")
    look(0, 3, 70)
    assert not Scanned.objects.exists()
    part.rename(part.with_name("a.jpg"))

    look(71, 74)

    assert Item.objects.count() == 1


def test_what_is_not_meant_is_passed_over() -> None:
    for name in (".skjult.jpg", "~$a.jpg", "a.jpg~", "Thumbs.db", "b.tmp"):
        put(name)
    outside = settings.DATA_DIR / "hemmelig.jpg"
    outside.write_bytes(photos.jpeg())
    (put("x.part").parent / "link.jpg").symlink_to(outside)

    look(0, 3, 70)

    assert not Scanned.objects.exists()


def test_the_same_bytes_come_in_once_whatever_they_are_called(poul: User) -> None:
    put("a.jpg")
    look(0, 3)
    again = put("b.jpg")

    look(4, 7)

    known = Scanned.objects.get(name="b.jpg")
    assert Media.objects.count() == 1
    assert (known.state, known.item) == (State.KNOWN, Item.objects.get())
    assert not again.exists()
    assert len(list((again.parent / scanner.TAKEN).iterdir())) == 2


def test_what_a_family_has_given_is_known(poul: User) -> None:
    item = make.item(picture=True)
    data = images.original_path(item.media.get()).read_bytes()
    put("a.jpg", data)

    look(0, 3)

    assert Item.objects.count() == 1
    assert Scanned.objects.get().item == item


@pytest.mark.parametrize(
    "back", ["B 7_bag.jpg", "B 7-back.jpg", "B 7 (bagside).jpg", "B 7_2.jpg"]
)
def test_a_back_lies_with_its_front(poul: User, back: str) -> None:
    put(back, photos.jpeg(width=500))
    look(0, 3)
    put("B 7.jpg")
    look(4, 7, 8)

    item = Item.objects.order_by("number").last()
    assert item is not None
    if back == "B 7_2.jpg":  # it came alone, and may be just the second of many
        assert Item.objects.count() == 2
        return
    assert [(each.name, each.side) for each in item.media.all()] == [
        ("B 7.jpg", "front"),
        (back, "back"),
    ]
    assert Item.objects.count() == 1


def test_the_second_of_a_front_that_lies_there_is_its_back(poul: User) -> None:
    put("skan_2.tif", photos.jpeg(width=500))
    put("skan.tif")

    look(0, 3)

    assert [each.side for each in Item.objects.get().media.all()] == ["front", "back"]


def test_a_back_whose_front_never_comes_is_a_picture_by_itself(poul: User) -> None:
    put("a_bag.jpg")
    look(0, 3, 30)
    assert not Item.objects.exists()

    look(61)

    assert Item.objects.get().media.get().side == "front"


def test_pictures_come_in_the_order_of_their_names(poul: User) -> None:
    names = ["s1.jpg", "s1 igen.jpg", "s9.jpg", "s10.jpg"]
    for number, name in enumerate(reversed(names)):
        put(name, photos.jpeg(width=300 + number))

    look(0, 3, 4)

    rows = Scanned.objects.order_by("item__number")
    assert [row.name for row in rows] == names


def test_a_place_that_is_merged_while_it_lies_there_is_the_other_from_then_on(
    poul: User,
) -> None:
    gone, stays = make.place("Stationen"), make.place("Ishøj Station")
    box = laid(poul, place=gone)
    actions.merge(gone, into=stays, by=poul)

    [item] = taken("a.jpg")

    box.refresh_from_db()
    assert item.place == stays
    assert box.place == stays


def test_a_number_finds_its_item_without_a_picture(poul: User) -> None:
    item = make.item(number=123)
    item.media.all().delete()
    put("B0123.jpg")
    put("B123_bag.jpg", photos.jpeg(width=500))

    look(0, 3)

    assert Item.objects.count() == 1
    assert [each.side for each in item.media.all()] == ["front", "back"]
    item.refresh_from_db()
    assert item.version == 3
    assert item.file_changes.count() == 2


def test_a_number_that_has_its_picture_is_a_draft_and_says_so(poul: User) -> None:
    make.item(number=123)
    [draft] = taken("B123.jpg")

    assert draft.number == 124
    assert Scanned.objects.get().problem == "has_picture"


def test_nothing_joins_an_item_in_the_reading_room_unseen(poul: User) -> None:
    shown = make.published_item(number=123)
    make.item(number=7, laid_away_at=shown.published_at).media.all().delete()

    taken("B123_bag.jpg", "B7.jpg")

    assert shown.media.count() == 1
    assert list(Scanned.objects.order_by("pk").values_list("problem", flat=True)) == [
        "is_shown",
        "is_away",
    ]
    assert Item.objects.count() == 4


def test_erasing_an_item_erases_the_scanners_copies_and_it_does_not_come_back(
    poul: User,
) -> None:
    laid(poul, name="Familien Hansen", date_told="da Ole blev født")
    path = put("Ole.jpg")
    look(0, 3)
    shutil.copy(path.parent / scanner.TAKEN / "Ole.jpg", path.with_name("Ole 2.jpg"))
    look(4, 7)

    erase_item(Item.objects.get(), by=poul)
    put("igen.jpg")
    look(8, 11)

    assert list((path.parent / scanner.TAKEN).iterdir()) == []
    assert "Ole" not in str([*Scanned.objects.values(), *ScannerBox.objects.values()])
    assert "Hansen" not in str(list(ScannerBox.objects.values()))
    assert Scanned.objects.get(name="igen.jpg").problem == actions.scanning.ERASED
    assert Item.objects.count() == 1


def test_a_box_nothing_came_from_is_written_anew_and_another_begins(
    poul: User,
) -> None:
    first = laid(poul, name="Kasse 3")
    assert laid(poul, name="Kasse 3, negativer") == first
    taken("a.jpg")

    assert laid(poul, name="Kasse 3, negativer") == first
    assert laid(poul, name="Kasse 4") != first
