"""Out of the house and in again: every format, field by field."""

import csv
from pathlib import Path

import pytest
from django.core.management import call_command
from openpyxl import load_workbook

from accounts.models import User
from archive import images, intake
from archive.actions import (
    add_file,
    describe,
    hide_place,
    lay_file_aside,
    tell,
    transcribe,
)
from archive.beside import Beside, Seen
from archive.exchange import cells, rows, sending
from archive.models import (
    Accession,
    Collection,
    Item,
    Media,
    Photographer,
    StoryTranslation,
)
from tests import make, sounds
from tests.archive.sheets import taken_in
from tests.everything import emptied

pytestmark = pytest.mark.django_db


def a_full_item(poul: User) -> Item:
    """One of everything a card can hold."""
    item = make.item(
        picture=True,
        title="=Far; \"mor\" og 'de andre'",
        place=make.place("Vejleåparken", latitude=55.6, aliases=["Planen"]),
        accession=Accession.objects.open(giver="Emine", terms="", reference="0001"),
        photographed_by=Photographer.objects.create(slug="foto", name="Foto Ishøj"),
        collection=Collection.objects.create(slug="breve", names={"da": "Breve"}),
    )
    describe(
        item,
        version=item.version,
        changes={
            "seen": "Linje et\nlinje to",
            "date_told": "ca. 1974",
            "date_edtf": "1974~",
            "earliest": "1972-01-01",
            "latest": "1976-12-31",
            "date_basis": "back",
            "back_text": "-Konya 1974",
            "height_mm": 90,
            "width_mm": 130,
            "latitude": 55.613,
            "longitude": 12.358,
            "precision": "street",
            "held_as": "print",
            "dk5": "46.4",
            "keywords": "+45; bus",
            "translations": {"tr": {"title": "Babam", "alt_text": "İki kız"}},
            "restriction": "until",
            "restricted_until": "2020-01-01",
            "first_names_only": True,
        },
        subjects=[make.subject("rejse"), make.subject("bil; bus")],
        also=Beside(
            persons=[
                Seen("Hasan Işık", living="no", may_be_named=True, x=12.5, y=40),
                Seen("Emine; Aydın", living="yes"),
            ]
        ),
        by=poul,
    )
    story = tell(item, text="Babam geldi.", language="tr", teller="Emine")
    StoryTranslation.objects.create(
        story=story, language="da", text="Far kom.", translator="Deniz"
    )
    item.refresh_from_db()
    return item


def told_aloud(item: Item) -> None:
    """A voice, and what it says written down beside it."""
    media = intake.receive(make.upload(sounds.m4a(), "stemme.m4a"))
    images.develop(media)
    story = tell(item, sound=media, language="ur", teller="Nadia")
    transcribe(story, text="Hum do din baad aaye.", transcriber="Deniz", by=None)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_our_own_sheet_comes_back_equal_in_every_column(
    tmp_path: Path, poul: User, form: str
) -> None:
    a_full_item(poul)
    journal = Accession.objects.get()
    make.published_item(picture=True, title="Uden meget", accession=journal)
    [media, other] = Media.objects.order_by("pk")
    pictures = tmp_path / "billeder"
    pictures.mkdir()
    for each, name in ((media, "for.jpg"), (other, "bag.jpg")):
        each.name = name
        each.save()
        (pictures / name).write_bytes(images.original_path(each).read_bytes())
    path = tmp_path / f"ud.{form}"
    before = [row for _item, row in rows.of_archive()]
    sending.to(path, form)
    emptied()

    run = taken_in(path, by=poul, pictures=pictures)

    assert run.faults == []
    assert [row for _item, row in rows.of_archive()] == before


def test_a_hidden_place_and_a_file_laid_aside_are_in_no_sheet(poul: User) -> None:
    item = a_full_item(poul)
    back = add_file(item, make.media(name="bag.jpg"), side="back", by=poul)
    told_aloud(item)
    lay_file_aside(back, by=poul)
    hide_place(item, by=None)

    [(_item, row)] = rows.of_archive()

    assert "bag.jpg" not in row["files"]
    places = ("place", "place_told", "latitude", "longitude", "precision")
    assert not any(row[name] for name in places)
    assert (row["story"], row["teller"]) == ("Babam geldi.", "Emine")


def test_arkibas_gets_its_own_words_and_they_are_understood_again(
    tmp_path: Path, poul: User
) -> None:
    item = a_full_item(poul)
    path = tmp_path / "arkibas.csv"
    sending.to(path, "arkibas")
    with path.open(encoding="utf-8-sig", newline="") as file:
        [line] = csv.DictReader(file, delimiter=";")
    emptied()

    run = taken_in(path, by=poul)

    again = Item.objects.get()
    assert line["Reg.nr"] == item.reg_number
    assert line["Datering"] == "ca. 1974"
    assert line["Datering fra"] == "1972-01-01"
    assert line["Størrelse"] == "90 × 130 mm"
    assert run.faults == []
    assert again.number == item.number
    assert again.restriction == item.restriction
    assert again.held_as == "print"
    assert again.earliest == item.earliest
    assert [each.label for each in again.subjects.order_by("pk")] == [
        "rejse",
        "bil; bus",
    ]


def test_dublin_core_repeats_subjects_and_is_sound_xml(
    tmp_path: Path, poul: User
) -> None:
    from defusedxml.ElementTree import parse  # noqa: PLC0415

    item = a_full_item(poul)
    sending.to(tmp_path / "dc.xml", "dc-xml")

    root = parse(tmp_path / "dc.xml").getroot()
    dc = "{http://purl.org/dc/elements/1.1/}"

    [record] = list(root)
    assert [each.text for each in record.findall(f"{dc}subject")] == [
        "rejse",
        "bil; bus",
    ]
    assert record.findtext(f"{dc}identifier") == item.reg_number
    assert record.findtext(f"{dc}date") == "1974~"


def test_dublin_core_into_an_xml_file_is_xml(tmp_path: Path) -> None:
    make.item(title="Far")

    call_command("export_items", "--format", "dc", "--to", tmp_path / "dc.xml")
    call_command("export_items", "--format", "dc", "--to", tmp_path / "dc.csv")

    assert (tmp_path / "dc.xml").read_text().startswith("<?xml")
    assert (tmp_path / "dc.csv").read_text("utf-8-sig").startswith("dc:identifier;")


@pytest.mark.parametrize(
    "value",
    ["=1+1", "+45 43", "-Konya", "@far", "\tx", "'70erne", "'=x", "''=x", "almindelig"],
)
def test_no_value_is_a_formula_and_every_value_comes_back(value: str) -> None:
    shown = cells.safe(value)

    assert not shown.startswith(cells.STARTS_A_FORMULA)
    assert cells.plain(shown) == value


def test_a_workbook_has_text_in_every_cell(tmp_path: Path, poul: User) -> None:
    a_full_item(poul)
    sending.to(tmp_path / "ud.xlsx", "xlsx")

    sheet = load_workbook(tmp_path / "ud.xlsx").worksheets[0]

    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value}
    assert kinds == {"s"}
