"""A whole archive comes into an empty house as it was, or not at all."""

import errno
import json
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from accounts.models import User
from archive import history, images, upkeep
from archive import permissions as policy
from archive.actions import CannotPublish, publish, undo_merge
from archive.exchange import moving, nouns, sending, whole
from archive.exchange.luggage import Luggage
from archive.models import Edition, Item, Media, Merge, RightsDecision
from search.models import Outbox
from submissions import actions
from submissions.models import Consent, Submission, Upload
from tests import make
from tests.everything import a_full_house, emptied

pytestmark = pytest.mark.django_db

Told = dict[str, Any]


def taken_out(folder: Path) -> Path:
    path = folder / "alt.zip"
    Media.objects.filter(original=None, item__erased_at=None).delete()
    sending.to(path, "json")
    return path


def rewritten(path: Path, change: Callable[[Told], Any]) -> Path:
    """The same zip with other data in it."""
    other = path.with_name("andet.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == whole.DATA:
                told = json.loads(data)
                change(told)
                data = json.dumps(told, ensure_ascii=False).encode()
            new.writestr(name, data)
    return other


def originals(settings: Any) -> list[Path]:
    return [each for each in Path(settings.MEDIA_ROOT).rglob("*") if each.is_file()]


def test_of_every_model_and_field_somebody_has_said_whether_it_travels() -> None:
    assert nouns.unspoken() == []


def test_a_model_or_field_nobody_has_spoken_of_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    carried, left_out = dict(nouns._carried), dict(nouns._left_out)
    del carried[Consent], carried[Item.subjects.through], left_out[Outbox]
    gone = nouns.Noun(Item, left_out={"persons": "…", "nothing": "…"})
    monkeypatch.setattr(nouns, "_carried", carried | {Item: gone})
    monkeypatch.setattr(nouns, "_left_out", left_out)

    found = nouns.unspoken()

    assert {"submissions.Consent", "archive.Item_subjects", "search.Outbox"} <= {*found}
    assert {"archive.Item.subjects", "archive.Item.nothing (is gone)"} <= {*found}


def test_no_two_nouns_have_one_name_and_all_reasons_are_given() -> None:
    carried = nouns.carried()

    assert len({noun.name for noun in carried}) == len(carried)
    assert all(why for noun in carried for why in noun.left_out.values())
    assert carried[0].model is User


def test_what_was_told_and_done_goes_on_in_the_new_house(
    poul: User, selma: User, kirsten: User, tmp_path: Path
) -> None:
    a_full_house(poul, selma, kirsten)
    path = taken_out(tmp_path)
    told, shown = whole.data(), Item.objects.published().count()
    words = Submission.objects.exclude(state="draft").values_list("token", "pk")
    links, pieces = dict(words), Upload.objects.get().pieces.read_bytes()
    shutil.rmtree(tmp_path / "originals")
    emptied()

    brought = moving.read(path)

    item = Item.objects.get(pk=RightsDecision.objects.get().item_id)
    assert whole.data() == told
    assert (brought.items, brought.missing, brought.changed) == (6, 0, 0)
    assert Item.objects.published().count() == shown
    assert policy.permits(item, policy.Use.WEB)
    assert dict(
        Submission.objects.exclude(state="draft").values_list("token", "pk")
    ) == (links)
    assert Upload.objects.get().pieces.read_bytes() == pieces
    assert history.of(item).changes[-1].by == "Poul"
    assert Outbox.objects.count() == 6
    assert upkeep.look().is_clean
    undo_merge(Merge.objects.get(), by=poul)
    with pytest.raises(actions.NotPossibleNow):
        actions.regret(Submission.objects.get(erased_at__isnull=False))
    withdrawn = Item.objects.exclude(withdrawn_at=None).first()
    assert withdrawn is not None
    with pytest.raises(CannotPublish):
        publish(withdrawn, publication=Item.Publication.FULL, by=poul)


def test_nobody_gets_in_by_a_file_nor_into_another_role(
    poul: User, kirsten: User, tmp_path: Path
) -> None:
    path = rewritten(taken_out(tmp_path), _make_all_administrators)
    User.objects.get(pk=kirsten.pk).delete()

    moving.read(path)

    came = User.objects.get(email="kirsten@example.org")
    assert (came.name, came.role, came.is_active) == ("Kirsten", "administrator", False)
    assert not came.has_usable_password()
    assert User.objects.get(pk=poul.pk).role == User.Role.ARCHIVIST
    assert User.objects.get(pk=poul.pk).is_active


def _make_all_administrators(told: Told) -> None:
    for each in told["user"]:
        each["role"] = "administrator"


def test_what_a_house_begins_with_gives_way(tmp_path: Path) -> None:
    make.subject("rejse", slug="rejse")
    make.partner(about="Vi danser.")
    told, path = whole.data(), taken_out(tmp_path)
    emptied()
    make.subject("En anden", slug="rejse")
    make.partner(about="")
    Edition.objects.update_or_create(pk=1, defaults={"number": 99})

    moving.read(path)

    assert {**whole.data(), "edition": []} == {**told, "edition": []}
    assert Edition.current() == 100


@pytest.mark.parametrize("thing", ["item", "submission", "exhibition", "call"])
def test_a_whole_archive_only_comes_into_an_empty_house(
    tmp_path: Path, settings: Any, thing: str
) -> None:
    path = taken_out(tmp_path)
    getattr(make, thing)()
    before, lying = whole.data(), originals(settings)

    with pytest.raises(CommandError, match="empty house"):
        call_command("import_items", path)

    assert whole.data() == before
    assert originals(settings) == lying


def _no_such_item(told: Told) -> None:
    told["media"][0]["item"] = 4711


def _a_strange_field(told: Told) -> None:
    told["item"][0]["smell"] = "salt"


def _a_strange_noun(told: Told) -> None:
    told["smell"] = [{"id": 1}]


def _the_same_twice(told: Told) -> None:
    told["item"].append(told["item"][0])


def _no_date(told: Told) -> None:
    told["item"][0]["created_at"] = "i går"


def _nobody(told: Told) -> None:
    told["historicalitem"][0]["history_user"] = "nobody@example.org"


def _no_key(told: Told) -> None:
    del told["item"][0]["id"]


def _earlier(told: Told) -> None:
    told["ankomst"] = 1


def _later(told: Told) -> None:
    told["ankomst"] = 3


def _no_row(told: Told) -> None:
    told["item"] = ["B1"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (_no_such_item, "damaged"),
        (_a_strange_field, "it tells smell of item"),
        (_a_strange_noun, "it tells of smell"),
        (_the_same_twice, "damaged"),
        (_no_date, "damaged"),
        (_nobody, "nobody@example.org"),
        (_no_key, "damaged"),
        (_no_row, "damaged"),
        (_earlier, "of an earlier form"),
        (_later, "Update this house first"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_with_a_sentence(
    tmp_path: Path, settings: Any, change: Callable[[Told], Any], sentence: str
) -> None:
    make.item(picture=True)
    path = rewritten(taken_out(tmp_path), change)
    emptied()
    before, lying = whole.data(), originals(settings)

    with pytest.raises(CommandError, match=sentence):
        call_command("import_items", path)

    assert whole.data() == before
    assert originals(settings) == lying


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"ankomst": 2', b"\xff\xfe"])
def test_what_is_no_whole_archive_changes_nothing(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "alt.json"
    path.write_bytes(data)

    with pytest.raises(CommandError):
        call_command("import_items", path)

    assert not Item.objects.exists()


@pytest.mark.parametrize("part", [0.3, 0.5, 0.9])
def test_a_zip_cut_off_or_with_a_flipped_bit_is_refused(
    tmp_path: Path, settings: Any, part: float
) -> None:
    make.item(picture=True)
    path = taken_out(tmp_path)
    emptied()
    before, data, lying = whole.data(), path.read_bytes(), originals(settings)
    at = int(len(data) * part)

    for damaged in (data[:at], data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]):
        path.write_bytes(damaged)
        with pytest.raises(CommandError, match="damaged"):
            call_command("import_items", path)

    assert whole.data() == before
    assert originals(settings) == lying


def test_it_is_sent_in_pieces_and_may_lose_a_file_on_the_way(tmp_path: Path) -> None:
    large, erased = (make.item(picture=True).media.get() for _each in range(2))
    images.original_path(large).write_bytes(os.urandom(5 * whole.A_PIECE))
    path = tmp_path / "helt.zip"
    pieces = whole.pieces()

    with path.open("wb") as file:
        file.write(next(pieces))
        images.original_path(erased).unlink()
        sizes = [file.write(piece) for piece in pieces]

    assert len(sizes) > 5
    assert 0 < max(sizes) < 1.1 * whole.A_PIECE
    with zipfile.ZipFile(path) as packed:
        assert packed.testzip() is None
        assert packed.namelist() == [whole.DATA, f"{whole.ORIGINALS}{large.sha256}"]


def test_names_in_the_zip_lead_nowhere(tmp_path: Path, settings: Any) -> None:
    make.item(picture=True)
    path = taken_out(tmp_path)
    emptied()
    with zipfile.ZipFile(path, "a") as packed:
        for way in ("../", "originals/../../", "/", "pieces/../"):
            packed.writestr(f"{way}slipped-out.txt", "ud")

    moving.read(path)

    room = Path(settings.FILE_UPLOAD_TEMP_DIR)
    assert not list(tmp_path.parent.rglob("slipped-out*"))
    assert not Path("/slipped-out.txt").exists()
    assert [each.name for each in room.glob("moving*")] == ["moving.lock"]


def test_an_original_that_was_damaged_or_lost_before_comes_as_it_was(
    tmp_path: Path,
) -> None:
    for _number in range(3):
        make.item(picture=True)  # of the same bytes
    Edition.bump()
    rotten, sound, lost = Media.objects.order_by("pk")
    images.original_path(rotten).write_bytes(b"\xff\xd8rust")
    images.original_path(lost).unlink()
    path, told = taken_out(tmp_path), whole.data()
    emptied()

    brought = moving.read(path)

    rotten, sound, lost = Media.objects.order_by("pk")
    assert (brought.missing, brought.changed) == (1, 1)
    assert whole.data() == told
    assert images.original_path(rotten).read_bytes() == b"\xff\xd8rust"
    assert upkeep.digest(images.original_path(sound)) == sound.sha256
    assert (lost.state, lost.problem) == (Media.State.NEEDS_PERSON, "missing")
    assert upkeep.look().missing == [lost.pk]


def test_the_data_alone_finds_its_originals_in_a_folder(tmp_path: Path) -> None:
    make.item(picture=True)
    media = Media.objects.exclude(original=None).get()
    Media.objects.filter(original=None).delete()
    sending.to(tmp_path / "alt.json", "json")
    lying = tmp_path / "filer"
    lying.mkdir()
    shutil.copy(images.original_path(media), lying / f"{media.sha256}.jpg")
    emptied()

    brought = moving.read(tmp_path / "alt.json", originals=lying)

    assert (brought.items, brought.missing) == (1, 0)
    assert images.original_path(Media.objects.get()).is_file()


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OperationalError("database or disk is full"),
    ],
)
def test_a_full_disk_leaves_nothing_behind(
    tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    make.item(picture=True)
    path = taken_out(tmp_path)
    emptied()
    lying = originals(settings)

    def full(_luggage: Luggage) -> None:
        raise error

    monkeypatch.setattr(Luggage, "move_in", full)

    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("import_items", path)

    assert not Item.objects.exists()
    assert originals(settings) == lying
    room = Path(settings.FILE_UPLOAD_TEMP_DIR)
    assert [each.name for each in room.glob("moving*")] == ["moving.lock"]


def test_two_do_not_come_in_at_once(tmp_path: Path) -> None:
    path = taken_out(tmp_path)

    with moving._table(), pytest.raises(moving.NotEmpty):
        moving.read(path)
