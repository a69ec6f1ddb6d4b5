"""Sheets through the workroom: looked at, put right, taken in by the worker, and out."""

import csv
import errno
import zipfile
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase
from django.utils.translation import gettext

from accounts.models import PersonDeed, User
from archive.exchange import bringing, sending, whole
from archive.models import ImportRun, Item
from submissions.erasure import erase_item
from tests import make, photos
from tests.conftest import signed_in

pytestmark = pytest.mark.django_db

ADDRESS = "/arbejdsrum/ind-og-ud/"


def sheet(text: str, name: str = "ark.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def brought(client: Client, text: str, **files: Any) -> ImportRun:
    answer = client.post(ADDRESS, {"sheet": sheet(text), **files})
    assert answer.status_code == 302, answer.content.decode()
    return ImportRun.objects.latest("pk")


def work() -> None:
    while bringing.sweep():
        pass


def test_a_sheet_is_read_put_right_and_taken_in(poul_client: Client) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("a.jpg", photos.jpeg())
    pictures = SimpleUploadedFile("b.zip", packed.getvalue())
    run = brought(
        poul_client, "Hvad;Fil;År\nFar;a.jpg;ca. 1974\nMor;b.jpg;\n", pictures=pictures
    )
    page = f"{ADDRESS}{run.token}/"

    poul_client.post(
        f"{page}kolonner/",
        {"column-1": "title", "column-2": "files", "column-3": "date_told"},
    )
    work()
    read = poul_client.get(page).content.decode()
    poul_client.post(f"{page}begynd/")
    work()

    run.refresh_from_db()
    item = Item.objects.get()
    assert "1974~" in read
    assert "b.jpg" in read
    assert run.state == ImportRun.State.DONE
    assert (item.title, item.date_edtf) == ("Far", "1974~")
    assert item.media.count() == 1


def test_what_is_no_sheet_is_answered_with_a_sentence(poul_client: Client) -> None:
    for file in (sheet(""), SimpleUploadedFile("x.xlsx", b"PK\x03\x04nonsense")):
        answer = poul_client.post(ADDRESS, {"sheet": file})

        assert answer.status_code == 422
        assert 'id="sheet_error"' in answer.content.decode()
    assert poul_client.post(ADDRESS).status_code == 422
    assert not ImportRun.objects.exists()


def test_an_import_can_be_stopped_and_goes_on(
    poul_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing, "A_BATCH", 1)
    run = brought(poul_client, "Overskrift\nFar\nMor\n")
    page = f"{ADDRESS}{run.token}/"
    poul_client.post(f"{page}kolonner/", {"column-1": "title"})
    work()
    poul_client.post(f"{page}begynd/")
    run.refresh_from_db()
    bringing.carry_on(run)

    poul_client.post(f"{page}stop/")
    work()
    stopped = Item.objects.count()
    poul_client.post(f"{page}begynd/")
    work()

    assert stopped == 1
    assert sorted(Item.objects.values_list("title", flat=True)) == ["Far", "Mor"]


@pytest.mark.parametrize("form", ["xlsx", "arkibas", "dc", "dc-xml", "csv"])
def test_every_format_is_an_attachment_and_leaves_nothing_behind(
    poul_client: Client, settings: Any, form: str
) -> None:
    make.item(picture=True, title="Far")
    before = set(settings.DATA_DIR.iterdir())

    answer = poul_client.get(f"{ADDRESS}ud/{form}/")
    data = answer.getvalue()

    assert answer["Content-Disposition"].startswith("attachment")
    assert len(data) > 100
    assert set(settings.DATA_DIR.iterdir()) == before


def test_only_an_administrator_takes_the_whole_out_and_it_is_written_down(
    poul_client: Client, settings: Any
) -> None:
    item = make.item(picture=True, title="Far")
    admin = make.user(User.Role.ADMINISTRATOR)
    address, before = f"{ADDRESS}ud/json/", set(settings.DATA_DIR.iterdir())

    refused = poul_client.get(address)
    offered = [
        address in client.get(ADDRESS).content.decode()
        for client in (poul_client, signed_in(admin))
    ]
    answer = signed_in(admin).get(address)
    with zipfile.ZipFile(BytesIO(answer.getvalue())) as packed:
        told = packed.read("archive.json").decode()

    assert (refused.status_code, offered) == (403, [False, True])
    assert item.title in told
    deed = PersonDeed.objects.get()
    assert (deed.person, deed.by, deed.deed) == (admin, admin, "took_out")
    assert set(settings.DATA_DIR.iterdir()) == before


def test_a_full_disk_is_told_in_words(
    poul_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_told: Any) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sending, "to", full)

    answer = poul_client.get(f"{ADDRESS}ud/csv/")

    assert answer.status_code == 302
    page = poul_client.get(ADDRESS).content.decode()
    assert gettext("There is no room on the disk to write it.") in page


def test_no_room_for_the_data_of_the_whole_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    admin = signed_in(make.user(User.Role.ADMINISTRATOR))

    def full(_file: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(whole, "_write_data", full)

    answer = admin.get(f"{ADDRESS}ud/json/")

    assert answer.status_code == 302
    page = admin.get(ADDRESS).content.decode()
    assert gettext("There is no room on the disk to write it.") in page
    assert not PersonDeed.objects.exists()


def test_the_csv_of_the_workroom_is_the_archive(poul_client: Client) -> None:
    item = make.item(title="=Far")

    answer = poul_client.get(f"{ADDRESS}ud/csv/")
    text = answer.getvalue().decode("utf-8-sig")

    [row] = csv.DictReader(StringIO(text), delimiter=";")
    assert (row["reg_number"], row["title"]) == (item.reg_number, "'=Far")


def test_an_unknown_format_is_not_found(poul_client: Client) -> None:
    assert poul_client.get(f"{ADDRESS}ud/docx/").status_code == 404


def test_a_sheet_is_kept_only_while_it_is_needed(
    poul_client: Client, settings: Any
) -> None:
    run = brought(poul_client, "Overskrift\nFar\n")
    again = brought(poul_client, "Overskrift\nFar\n")
    kept = list((settings.DATA_DIR / "imports").rglob("sheet"))

    page = f"{ADDRESS}{run.token}/"
    poul_client.post(f"{page}kolonner/", {"column-1": "title"})
    work()
    poul_client.post(f"{page}begynd/")
    work()
    brought(poul_client, "Overskrift\nFar\n")

    assert again == run
    assert len(kept) == 1
    assert list((settings.DATA_DIR / "imports").iterdir()) == []
    assert Item.objects.count() == 1


@pytest.mark.parametrize("lost", ["sheet", "pictures.zip"])
def test_a_sheet_that_is_gone_ends_with_a_sentence_and_can_come_again(
    poul_client: Client, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    monkeypatch.setattr(bringing, "A_BATCH", 1)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("a.jpg", photos.jpeg())
    pictures = SimpleUploadedFile("b.zip", packed.getvalue())
    run = brought(poul_client, "Overskrift\nFar\nMor\n", pictures=pictures)
    page = f"{ADDRESS}{run.token}/"
    poul_client.post(f"{page}kolonner/", {"column-1": "title"})
    work()
    poul_client.post(f"{page}begynd/")
    run.refresh_from_db()
    bringing.carry_on(run)
    bringing._open.clear()

    (Path(run.folder).parent / lost).unlink()
    work()
    ended = poul_client.get(page)
    pictures.seek(0)
    brought(poul_client, "Overskrift\nFar\nMor\n", pictures=pictures)
    poul_client.post(f"{page}begynd/")
    work()

    assert ended.context["run"].state == ImportRun.State.GONE
    assert 'class="warn"' in ended.content.decode()
    assert ImportRun.objects.get().state == ImportRun.State.DONE
    assert sorted(Item.objects.values_list("title", flat=True)) == ["Far", "Mor"]


def test_a_sheet_that_was_never_read_through_can_be_lost_as_well(
    poul_client: Client,
) -> None:
    run = brought(poul_client, "Overskrift\nFar\n")
    poul_client.post(f"{ADDRESS}{run.token}/kolonner/", {"column-1": "title"})
    bringing.let_go(Path(run.folder))

    work()

    assert ImportRun.objects.get().state == ImportRun.State.GONE
    again = brought(poul_client, "Overskrift\nFar\n")
    assert again.state == ImportRun.State.ARRIVED


def test_erasing_an_item_takes_its_words_off_the_page_of_its_sheet(
    poul_client: Client, poul: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing, "A_BATCH", 1)
    run = brought(
        poul_client, "Overskrift;År\nFar;da Ole gik i skole\nMor;ca. 1974\nBror;\n"
    )
    page = f"{ADDRESS}{run.token}/"
    poul_client.post(f"{page}kolonner/", {"column-1": "title", "column-2": "date_told"})
    work()
    poul_client.post(f"{page}begynd/")
    run.refresh_from_db()
    bringing.carry_on(run)
    bringing.carry_on(run)
    bringing.stop(run)
    read = str(ImportRun.objects.values().get())

    with TestCase.captureOnCommitCallbacks(execute=True):
        for item in Item.objects.all():
            erase_item(item, by=poul)

    left = ImportRun.objects.values().get()
    assert "Ole" in read
    assert "1974" in read
    assert "Ole" not in str(left)
    assert "1974" not in str(left)
    assert left["state"] == ImportRun.State.GONE
    assert not Path(left["folder"]).exists()
