"""Into the house: faults by line, pictures by name, and no line twice."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook

from accounts.models import User
from archive import images
from archive.exchange import bringing, sending
from archive.models import (
    Accession,
    ImportRun,
    Item,
    Media,
    Person,
    Subject,
)
from tests import make, photos
from tests.archive.sheets import a_sheet, taken_in
from tests.house import ROOT

pytestmark = pytest.mark.django_db


def test_the_right_lines_come_in_and_the_wrong_ones_are_named(
    tmp_path: Path, poul: User
) -> None:
    make.item(number=7)
    path = a_sheet(
        tmp_path,
        ["B12", "Far ved stationen", "ca. 1974", "Stationen", "tog", "Hasan", ""],
        ["B7", "Taget nummer", "", "", "", "", ""],
        ["B13", "x" * 201, "", "", "", "", ""],
        ["B14", "Underlig klausul", "", "", "", "", "noget helt andet"],
        ["", "", "", "", "", "", ""],
        ["B15", "Da Ali gik i skole", "da Ali gik i 2. klasse", "", "", "", ""],
        ["B12", "Samme nummer igen", "", "", "", "", ""],
    )

    run = taken_in(path, by=poul)

    assert [line for line, _heading, _sentence in run.faults] == [3, 4, 5, 8]
    assert [heading for _line, heading, _s in run.faults][:3] == [
        "Reg.nr",
        "Overskrift",
        "Klausul",
    ]
    assert run.readings[0][:2] == [2, "ca. 1974"]
    assert run.readings[0][3] == "1974~"
    assert [line for line, _note in run.notes] == [7]
    brought = Item.objects.exclude(number=7).order_by("number")
    assert [item.number for item in brought] == [12, 15]
    assert str(brought[0].place) == "Stationen"
    assert brought[1].date_told == "da Ali gik i 2. klasse"
    assert brought[0].history.get().history_user == poul
    assert Accession.objects.count() == 1


def test_five_thousand_lines_are_all_read_and_the_right_ones_come_in(
    tmp_path: Path, poul: User
) -> None:
    """Most lines are wrong here, so that it is soon over; `make bench` has them right."""
    ways: dict[str, list[str]] = {
        "Reg.nr": ["Bx", "Forkert nummer", "", ""],
        "Overskrift": ["", "x" * 201, "", ""],
        "Klausul": ["", "Underlig klausul", "", "noget helt andet"],
        "": ["", "For mange celler", "", "", "for meget"],
    }
    rows, wrong = [], {}
    for n in range(5_000):
        if n % 10 == 0:
            rows.append([f"B{n + 1}", f"Nr. {n}", "ca. 1974", ""])
            continue
        heading = list(ways)[n % 4]
        rows.append(ways[heading])
        wrong[n + 2] = heading
    path = a_sheet(
        tmp_path, *rows, headings=["Reg.nr", "Overskrift", "Datering", "Klausul"]
    )

    run = taken_in(path, by=poul)

    assert {line: heading for line, heading, _sentence in run.faults} == wrong
    assert (run.total, run.right) == (5_000, 500)
    assert len(run.readings) == bringing.MOST_SHOWN
    assert set(Item.objects.values_list("number", flat=True)) == set(
        range(1, 5_001, 10)
    )
    assert set(run.lines.values_list("line", flat=True)).isdisjoint(wrong)


def test_nothing_comes_in_twice_when_it_stops_in_the_middle(
    tmp_path: Path, poul: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing, "A_BATCH", 2)
    path = a_sheet(
        tmp_path, *([f"B{n}", f"Nr. {n}", "", "", "", "", ""] for n in range(1, 8))
    )
    run = bringing.look_at(path, name=path.name, by=poul)
    bringing.start(bringing.check(bringing.mapped(run, run.keys, makes_headings=True)))
    bringing.carry_on(run)
    bringing._open.clear()  # another process goes on

    again = bringing.look_at(path, name=path.name, by=poul)
    while bringing.carry_on(again):
        pass

    assert again.pk == run.pk
    assert list(Item.objects.order_by("number").values_list("number", flat=True)) == [
        *range(1, 8)
    ]
    assert again.lines.count() == 7
    assert again.state == ImportRun.State.DONE


def test_a_fault_in_the_machine_leaves_no_half_item_and_no_file(
    tmp_path: Path, poul: User, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.jpg").write_bytes(photos.jpeg())
    path = a_sheet(tmp_path, ["Far", "A.JPG"], headings=["Overskrift", "Fil"])
    run = bringing.look_at(path, name=path.name, pictures=tmp_path / "b", by=poul)
    bringing.start(bringing.check(bringing.mapped(run, run.keys, makes_headings=True)))

    def broken(*_words: Any, **_facts: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(bringing, "bring_in", broken)
    with pytest.raises(RuntimeError):
        bringing.carry_on(run)

    assert not Item.objects.exists()
    assert not Media.objects.exists()
    left = [each for each in Path(settings.MEDIA_ROOT).rglob("*") if each.is_file()]
    assert left == []


def test_pictures_are_found_in_a_zip_whatever_folder_and_case(
    tmp_path: Path, poul: User
) -> None:
    data = photos.jpeg()
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as packed:
        packed.writestr("Mappe/IMG_1.JPG", data)
    path = a_sheet(
        tmp_path,
        ["Far", "img_1.jpg", "Må publiceres"],
        ["Mor", "findes-ikke.jpg", ""],
        headings=["Overskrift", "Filnavn", "Publicering"],
    )

    run = taken_in(path, by=poul, pictures=tmp_path / "b.zip")

    item = Item.objects.get()
    assert images.original_path(item.media.get()).read_bytes() == data
    assert [line for line, *_rest in run.faults] == [3]
    assert not item.is_published
    assert [line for line, _note in run.notes] == [2]


def test_what_is_no_picture_is_listed_and_the_rest_comes_in(
    tmp_path: Path, poul: User
) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.jpg").write_bytes(b"<html>")
    path = a_sheet(
        tmp_path,
        ["Far", "a.jpg"],
        ["Mor", ""],
        headings=["Overskrift", "Fil"],
    )

    run = taken_in(path, by=poul, pictures=tmp_path / "b")

    assert [item.title for item in Item.objects.all()] == ["Mor"]
    assert [line for line, *_rest in run.faults] == [2]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_sheet_is_read_in_every_encoding_people_have(
    tmp_path: Path, poul: User, encoding: str, delimiter: str
) -> None:
    path = tmp_path / "ark.csv"
    text = f"Overskrift{delimiter}Sted\r\nFarfar på Ishøj{delimiter}Vejleå\r\n"
    path.write_bytes(text.encode(encoding))

    taken_in(path, by=poul)

    item = Item.objects.get()
    assert (item.title, str(item.place)) == ("Farfar på Ishøj", "Vejleå")


@pytest.mark.parametrize("above", ["sep=|\r\n", '"SEP=|"\n', "\r\n|||\r\n"])
def test_what_spreadsheets_write_above_the_headings_is_no_heading(
    tmp_path: Path, poul: User, above: str
) -> None:
    path = tmp_path / "ark.csv"
    delimiter = "|" if "=" in above else ";"
    text = f"{above}Overskrift|Sted\r\nFar|Vejleå\r\n|Vejleå\r\n"
    path.write_text(text.replace("|", delimiter), newline="")

    run = taken_in(path, by=poul)

    assert [item.title for item in Item.objects.all()] == ["Far"]
    lines_above = above.count("\n")
    assert [line for line, *_rest in run.faults] == [lines_above + 3]


@pytest.mark.parametrize(
    "data",
    [b"", b"\n\n", b"PK\x03\x04nonsense", b"a;b\nx\0y;z\n", b'a;b\n"x;y\n'],
)
def test_a_broken_sheet_is_a_sentence(tmp_path: Path, poul: User, data: bytes) -> None:
    path = tmp_path / "ark.csv"
    path.write_bytes(data)

    with pytest.raises(CommandError):
        call_command("import_items", path)

    assert not Item.objects.exists()


def test_numbers_and_days_in_a_workbook_are_read_as_people_see_them(
    tmp_path: Path, poul: User
) -> None:
    import datetime as dt  # noqa: PLC0415

    book = Workbook()
    book.active.append(["Overskrift", "Datering", "Datering fra"])
    book.active.append(["Et år", 1974, dt.date(1974, 1, 1)])
    book.save(tmp_path / "ark.xlsx")

    run = taken_in(tmp_path / "ark.xlsx", by=poul)

    item = Item.objects.get()
    assert run.faults == []
    assert item.date_told == "1974"
    assert str(item.earliest) == "1974-01-01"


def test_the_meaning_of_columns_is_remembered(tmp_path: Path, poul: User) -> None:
    headings = ["Hvad", "Tidspunkt"]
    path = a_sheet(tmp_path, ["Far", "1974"], headings=headings)
    run = bringing.look_at(path, name="a.csv", by=poul)
    assert run.keys == ["", ""]
    bringing.mapped(run, ["title", "date_told"], makes_headings=False)

    other = tmp_path / "andet"
    other.mkdir()
    again = bringing.look_at(
        a_sheet(other, ["Mor", "1975"], headings=["hvad ", "TIDSPUNKT:"]),
        name="b.csv",
        by=poul,
    )

    assert again.pk != run.pk
    assert again.keys == ["title", "date_told"]


def test_strange_headings_become_keywords_when_the_list_is_closed(
    tmp_path: Path, poul: User
) -> None:
    make.subject("tog")
    path = a_sheet(
        tmp_path, ["Far", "Tog; rumskib"], headings=["Overskrift", "Emneord"]
    )
    run = bringing.look_at(path, name="a.csv", by=poul)
    bringing.check(bringing.mapped(run, run.keys, makes_headings=False))
    bringing.start(run)
    while bringing.carry_on(run):
        pass

    item = Item.objects.get()
    assert [each.label for each in item.subjects.all()] == ["tog"]
    assert item.keywords == "rumskib"
    assert Subject.objects.count() == 1


def test_a_dry_run_at_the_shell_reads_dates_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_sheet(
        tmp_path,
        ["B12", "Far", "pinsen 1976", "", "", "", ""],
        ["Bx", "Mor", "", "", "", "", ""],
    )

    call_command("import_items", path, dry_run=True)

    said = capsys.readouterr().out
    assert "line 2: “pinsen 1976”" in said
    assert "[1976-06-06..1976-06-07]" in said
    assert "line 3, Reg.nr" in said
    assert not Item.objects.exists()
    assert not Person.objects.exists()


def test_a_disk_without_room_leaves_no_half_export(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(sending.FORMATS, "csv", (".csv", full))

    with pytest.raises(CommandError, match="No space left"):
        call_command("export_items", format="csv", to=tmp_path / "ud.csv")

    assert list(tmp_path.glob("*.csv")) == []


@pytest.mark.django_db(transaction=True)
def test_a_killed_import_goes_on_where_it_was(tmp_path: Path) -> None:
    """A real second process, killed with -9 somewhere in the middle, and run again."""
    env = {
        "PATH": os.environ["PATH"],
        "DATA_DIR": str(tmp_path / "var"),
        "PYTHONUNBUFFERED": "1",
    }
    path = a_sheet(
        tmp_path,
        *([f"B{n}", f"Nr. {n}", "1974", "", "", "", ""] for n in range(1, 900)),
    )
    manage = [sys.executable, "manage.py"]
    subprocess.run(
        [*manage, "migrate"], cwd=ROOT, env=env, check=True, capture_output=True
    )
    command = [*manage, "import_items", str(path)]
    first = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE)
    assert first.stdout is not None
    while first.stdout.read(1) != b"%":
        pass
    first.kill()
    first.communicate()
    assert first.returncode == -9

    done = subprocess.run(
        command, cwd=ROOT, env=env, check=True, capture_output=True, text=True
    )

    assert "899 items taken in" in done.stdout
    again = subprocess.run(
        command, cwd=ROOT, env=env, check=True, capture_output=True, text=True
    )
    assert "taken in already, as 899 items" in again.stdout
