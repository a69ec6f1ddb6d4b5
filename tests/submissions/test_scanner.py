"""The scanner's folder: only what is finished is taken, and nothing is deleted."""

import datetime as dt
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from accounts.models import User
from archive import images
from archive.models import Media
from submissions import actions, scanner
from submissions.actions import collecting, sheets
from submissions.models import CollectionDay, Scan, Submission
from tests import make, photos

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _new_worker() -> None:
    scanner._watch.clear()


@pytest.fixture
def day() -> CollectionDay:
    return make.collection_day()


def put(data: bytes, name: str = "skan001.jpg", table: str = "A") -> Path:
    folder = settings.DATA_DIR / "scanner" / table
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    return Path(folder / name)


def look(*moments: float) -> int:
    return sum(scanner.sweep(at=moment) for moment in moments)


def test_a_finished_file_is_taken_and_moved_not_deleted(day: CollectionDay) -> None:
    data = photos.jpeg()
    path = put(data)

    taken = look(0, 3)

    scan = Scan.objects.get()
    assert taken == 1
    assert scan.media is not None
    assert images.original_path(scan.media).read_bytes() == data
    assert not path.exists()
    assert (path.parent / "taken" / path.name).read_bytes() == data


def test_a_file_that_still_changes_is_left_alone(day: CollectionDay) -> None:
    put(photos.jpeg(width=300))
    look(0, 1)
    put(photos.jpeg(width=500))

    assert look(2, 3) == 0
    assert look(4) == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("halv.jpg", photos.jpeg()[:-400]),
        ("halv.png", photos.png()[:-20]),
        ("halv.pdf", b"%PDF-1.4\n1 0 obj"),
        ("halv.tif", b"II*\0\xff\xff\xff\0" + b"\0" * 80),
        ("halv.webp", b"RIFF\xff\xff\0\0WEBP" + b"\0" * 80),
    ],
)
def test_a_half_written_file_is_never_taken_but_named_in_the_end(
    day: CollectionDay, name: str, data: bytes
) -> None:
    path = put(data, name)

    assert look(0, 3, 30) == 0
    assert not Scan.objects.exists()
    assert look(61, 62) == 0

    bad = Scan.objects.get()
    assert (bad.name, bad.problem, bad.media) == (name, scanner.UNFINISHED, None)
    assert path.read_bytes() == data


def test_a_bad_file_that_is_mended_is_taken_and_named_no_longer(
    day: CollectionDay,
) -> None:
    put(photos.jpeg()[:-400])
    look(0, 61)
    put(photos.jpeg())

    look(62, 65)

    assert [each.problem for each in Scan.objects.all()] == [""]


def test_what_is_no_picture_is_named_once_and_stays(
    day: CollectionDay, kirsten: User, kirsten_client: Client
) -> None:
    path = put(b"MZ not a picture", "<b>virus.exe")
    ticket = make.at_table(day, kirsten)

    look(0, 3, 6, 9)
    page = kirsten_client.get(
        f"/arbejdsrum/indsamlingsdag/{day.slug}/ark/{ticket.code}/"
    )

    assert Scan.objects.count() == 1
    assert path.exists()
    assert "&lt;b&gt;virus.exe" in page.text
    path.unlink()
    look(12)
    assert not Scan.objects.exists()


def test_empty_hidden_and_unfinished_names_are_passed_over(day: CollectionDay) -> None:
    for name in (".skjult.jpg", "halv.jpg.part", "kopi.tmp"):
        put(photos.jpeg(), name)
    outside = settings.DATA_DIR / "hemmelig.jpg"
    outside.write_bytes(photos.jpeg())
    (put(b"", "tom.jpg").parent / "link.jpg").symlink_to(outside)

    look(0, 3, 6)

    assert [(each.name, each.problem) for each in Scan.objects.all()] == [
        ("tom.jpg", "empty")
    ]
    assert outside.exists()


def test_the_same_bytes_twice_are_one_scan(day: CollectionDay) -> None:
    put(photos.jpeg())
    look(0, 3)
    again = put(photos.jpeg())

    look(4, 7)

    assert Scan.objects.count() == 1
    assert Media.objects.count() == 1
    assert not again.exists()
    assert len(list((again.parent / "taken").iterdir())) == 2


def test_a_worker_that_died_before_moving_the_file_only_moves_it(
    day: CollectionDay,
) -> None:
    path = put(photos.jpeg())
    look(0, 3)
    (path.parent / "taken" / path.name).rename(path)
    scanner._watch.clear()

    look(4, 7)

    assert Scan.objects.count() == 1
    assert not path.exists()


def test_nothing_is_taken_while_no_day_is_open() -> None:
    path = put(photos.jpeg())

    assert look(0, 3) == 0
    assert path.exists()


def test_a_picture_waits_at_its_table_and_is_tapped_onto_a_sheet(
    day: CollectionDay, kirsten: User, kirsten_client: Client
) -> None:
    put(photos.jpeg(), table="A")
    put(photos.jpeg(width=500), table="B")
    look(0, 3)
    ticket = make.at_table(day, kirsten)
    sheet = f"/arbejdsrum/indsamlingsdag/{day.slug}/ark/{ticket.code}/"
    own = Scan.objects.get(table="A")

    page = kirsten_client.get(sheet)
    for _ in range(2):
        kirsten_client.post(f"{sheet}gem/", {"scan": own.pk})

    ticket.refresh_from_db()
    assert ticket.submission is not None
    assert [each["pk"] for each in page.context["scans"]] == [own.pk]
    assert [each.media_id for each in ticket.submission.photographs.all()] == [
        own.media_id
    ]
    assert list(Scan.objects.unclaimed()) == [Scan.objects.get(table="B")]


def test_a_picture_on_the_wrong_sheet_goes_back_to_the_tray(
    day: CollectionDay, kirsten: User
) -> None:
    put(photos.jpeg())
    look(0, 3)
    ticket = make.at_table(day, kirsten)
    assert ticket.submission is not None
    sheets.pick(ticket, Scan.objects.get())

    sheets.put_back(ticket, ticket.submission.photographs.get())

    assert Scan.objects.unclaimed().count() == 1
    assert Media.objects.count() == 1


def test_erasing_a_contribution_erases_the_scanners_copy(
    day: CollectionDay, kirsten: User
) -> None:
    path = put(photos.jpeg(), "Zehra.jpg")
    look(0, 3)
    ticket = make.at_table(day, kirsten, **make.READ_ALOUD)
    sheets.pick(ticket, Scan.objects.get())
    sheets.hand_over(ticket, by=kirsten)
    ticket.refresh_from_db()
    assert ticket.submission is not None
    actions.withdraw(ticket.submission)
    Submission.objects.update(withdrawn_at=timezone.now() - dt.timedelta(days=31))

    actions.erase_expired()

    assert not (path.parent / "taken" / path.name).exists()
    assert "Zehra" not in str(list(Scan.objects.values()))


def test_what_nobody_took_is_erased_like_a_forgotten_draft(day: CollectionDay) -> None:
    path = put(photos.jpeg())
    look(0, 3)
    collecting.close_day(day)
    assert scanner.clear_unclaimed() == 0
    Scan.objects.update(found_at=timezone.now() - dt.timedelta(days=61))

    assert scanner.clear_unclaimed() == 1

    assert not Media.objects.exists()
    assert not (path.parent / "taken" / path.name).exists()
