import io
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PageObject, PdfReader

from archive import typesetting
from archive.typesetting import CannotSet, Card, Label, Panel, Picture

MM = 72 / 25.4
QR = typesetting.qr_svg("https://ankomst.example/b/121")


def picture(folder: Path, *, width: int = 1600, height: int = 1000) -> Path:
    path = folder / f"{width}x{height}.jpg"
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(path)
    return path


def panels(*given: Panel, size: str = "A3", language: str = "da") -> dict[str, object]:
    return {"format": size, "language": language, "title": "", "panels": list(given)}


def labels(*given: Label, sheet: str = "A4", language: str = "da") -> dict[str, object]:
    return {"sheet": sheet, "language": language, "title": "", "labels": list(given)}


def card(**changes: object) -> Card:
    given: Card = {
        "kind": "item",
        "language": "da",
        "archive": ["Ankomst", "Ishøj"],
        "title": "Farfar ved stationen",
    }
    return given | changes  # type: ignore[return-value]


def read(pdf: bytes) -> list[PageObject]:
    return list(PdfReader(io.BytesIO(pdf)).pages)


def words(page: PageObject) -> str:
    return " ".join(page.extract_text().split())


def size_of(box: object) -> tuple[int, int]:
    return round(float(box.width) / MM), round(float(box.height) / MM)  # type: ignore[attr-defined]


def fonts(page: PageObject) -> dict[str, bool]:
    """Every font of a page, and whether its letters are in the file."""
    found = {}
    for reference in page["/Resources"]["/Font"].values():  # type: ignore[index]
        font = reference.get_object()
        descendant = font["/DescendantFonts"][0].get_object()
        keys = descendant["/FontDescriptor"].get_object().keys()
        found[font["/BaseFont"].split("+")[1]] = bool(
            {"/FontFile2", "/FontFile3"} & keys
        )
    return found


@pytest.mark.parametrize(
    ("size", "trim"), [("A3", (297, 420)), ("A2", (420, 594)), ("A1", (594, 841))]
)
def test_a_panel_is_as_large_as_its_format_with_bleed_and_room_for_marks(
    size: str, trim: tuple[int, int]
) -> None:
    data = panels({"title": "De byggede byen"}, size=size)

    (page,) = read(typesetting.pdf("panel", data, pictures={}))

    width, height = trim
    assert size_of(page.trimbox) == trim
    assert size_of(page.bleedbox) == (width + 6, height + 6)
    assert size_of(page.mediabox) == (width + 26, height + 26)


def test_the_bleed_lies_three_millimetres_around_the_trim_on_every_page() -> None:
    data = panels({"title": "Først"}, {"title": "Så"}, {"title": "Til sidst"})

    pages = read(typesetting.pdf("panel", data, pictures={}))

    assert [words(page) for page in pages] == ["Først", "Så", "Til sidst"]
    for page in pages:
        trim, bleed = page.trimbox, page.bleedbox
        assert float(trim.left - bleed.left) / MM == pytest.approx(3, abs=0.001)
        assert float(bleed.top - trim.top) / MM == pytest.approx(3, abs=0.001)


def test_the_letters_are_in_the_file() -> None:
    data = panels(
        {
            "title": "Den første dag",
            "number": "1",
            "qr": QR,
            "address": "ankomst.example/b/121",
        }
    )

    (page,) = read(typesetting.pdf("panel", data, pictures={}))

    assert fonts(page) == {
        "SourceSerif4-SemiBold": True,
        "SourceSerif4-Light": True,
        "Figtree-SemiBold": True,
    }


@pytest.mark.parametrize(
    "text", ["Ağrı’dan İshøj’e ığdır şöyle", "Čović Đurđa žuta łąka"]
)
def test_every_latin_alphabet_of_the_town_is_printed(text: str) -> None:
    data = panels({"title": "x", "text": [text]}, language="tr")

    (page,) = read(typesetting.pdf("panel", data, pictures={}))

    assert text in words(page)


@pytest.mark.parametrize(
    ("language", "text", "font"),
    [("ar", "اليوم الأول", "NotoNaskhArabic"), ("ur", "پہلا دن", "NotoNastaliqUrdu")],
)
def test_arabic_and_urdu_are_set_in_their_own_letters(
    language: str, text: str, font: str
) -> None:
    data = panels({"title": text, "text": [text]}, language=language)

    (page,) = read(typesetting.pdf("panel", data, pictures={}))

    assert {name.split("-")[0] for name in fonts(page)} == {font}
    # Extracted text may come in the order of print, so only the letters count.
    assert set(words(page)) >= set("دن" if language == "ur" else "ليوم")


def test_a_right_to_left_panel_is_the_mirror_of_a_left_to_right_one() -> None:
    left_to_right = panels({"title": "A", "qr": QR, "qr_text": "B"})
    right_to_left = panels({"title": "A", "qr": QR, "qr_text": "B"}, language="ar")

    def place_of_title(data: dict[str, object]) -> float:
        found: list[float] = []
        (page,) = read(typesetting.pdf("panel", data, pictures={}))
        page.extract_text(
            visitor_text=lambda text, cm, tm, *_: (
                found.append(cm[0] * tm[4] + cm[4]) if text.strip() == "A" else None
            )
        )
        return found[0]

    middle = (
        float(
            read(typesetting.pdf("panel", left_to_right, pictures={}))[0].mediabox.width
        )
        / 2
    )
    assert place_of_title(left_to_right) < middle < place_of_title(right_to_left)


def test_words_are_never_commands() -> None:
    nasty = '#import "/etc/passwd": * #panic() *fed* $x^2$ <b> \\ @ref `kode` //'
    data = panels({"title": "Ro", "text": [nasty], "lead": '#read("/etc/passwd")'})

    (page,) = read(typesetting.pdf("panel", data, pictures={}))

    assert nasty in words(page)
    assert '#read("/etc/passwd")' in words(page)


def test_what_cannot_be_printed_is_left_out() -> None:
    data = panels({"title": "To\x00 sø\ud800stre", "text": ["Linje\x07"]})

    (page,) = read(typesetting.pdf("panel", data, pictures={}))

    assert "To søstre" in words(page)


def test_a_photograph_reaches_the_file_unchanged(tmp_path: Path) -> None:
    photograph = picture(tmp_path, width=3600, height=2400)
    data = panels({"title": "x", "pictures": [{"key": "a"}]})

    (page,) = read(typesetting.pdf("panel", data, pictures={"a": photograph}))

    (printed,) = page.images
    assert printed.data == photograph.read_bytes()


def test_a_photograph_with_enough_pixels_fills_the_panel(tmp_path: Path) -> None:
    data = panels({"title": "x", "pictures": [{"key": "a"}]})

    pages = typesetting.pages("panel", data, pictures={"a": picture(tmp_path)})

    assert pages.reports[0]["pictures"][0]["width"] >= 303


def test_a_photograph_that_was_taken_sideways_is_printed_upright(
    tmp_path: Path,
) -> None:
    sideways = tmp_path / "sideways.jpg"
    turned = Image.Exif()
    turned[0x0112] = 6  # show me turned a quarter
    Image.new("RGB", (1600, 1000)).save(sideways, exif=turned)
    data = panels({"title": "x", "pictures": [{"key": "a"}]})

    pages = typesetting.pages("panel", data, pictures={"a": sideways})

    # An upright picture stands beside its number; a lying one would take the width.
    assert 100 < pages.reports[0]["pictures"][0]["width"] < 220


def test_a_title_of_one_long_word_stays_on_the_panel() -> None:
    word = "Arbejdsmarkedsuddannelsescentret"

    usual, long = typesetting.pages(
        "panel", panels({"title": "Byen"}, {"title": word}), pictures={}
    ).reports

    assert long["title"] < usual["title"]
    assert long["title"] < 60


def test_a_small_original_is_never_stretched(tmp_path: Path) -> None:
    small: Picture = {"key": "a", "max_width": 120}
    data = panels({"title": "x", "pictures": [small]})

    pages = typesetting.pages("panel", data, pictures={"a": picture(tmp_path)})

    assert pages.reports[0]["pictures"] == [{"key": "a", "width": 120}]


@pytest.mark.parametrize("count", [2, 3, 4])
def test_several_pictures_hang_together_with_their_captions(
    tmp_path: Path, count: int
) -> None:
    hung: list[Picture] = [
        {"key": f"p{n}", "title": f"Billede {n}", "max_width": 100}
        for n in range(count)
    ]
    data = panels({"title": "x", "pictures": hung})
    wide, tall = picture(tmp_path), picture(tmp_path, width=800, height=1200)

    pages = typesetting.pages(
        "panel",
        data,
        pictures={f"p{n}": tall if n % 2 else wide for n in range(count)},
    )

    used = pages.reports[0]["pictures"]
    assert [one["key"] for one in used] == [f"p{n}" for n in range(count)]
    assert all(20 < one["width"] <= 100 for one in used)
    text = words(read(pages.pdf)[0])
    assert all(f"Billede {n}" in text for n in range(count))


def test_a_text_that_fits_is_reported_as_fitting() -> None:
    data = panels({"title": "x", "text": ["Ord " * 60]})

    (report,) = typesetting.pages("panel", data, pictures={}).reports

    assert report["overflow"] == 0
    assert report["body"] >= 18


def test_a_text_that_is_too_long_is_reported_and_not_made_tiny() -> None:
    data = panels({"title": "Kort"}, {"title": "Lang", "text": ["Ord " * 900]})

    short, long = typesetting.pages("panel", data, pictures={}).reports

    assert short["overflow"] == 0
    assert long["page"] == 2
    assert long["overflow"] > 50
    assert long["body"] == 18


def test_two_labels_share_a_sheet() -> None:
    given: list[Label] = [{"title": f"Ting {n}", "number": f"B{n}"} for n in (1, 2, 3)]

    pages = read(typesetting.pdf("labels", labels(*given), pictures={}))

    assert [size_of(page.mediabox) for page in pages] == [(210, 297)] * 2
    assert "B1" in words(pages[0])
    assert "B2" in words(pages[0])
    assert "B3" in words(pages[1])


def test_a_label_of_its_own_has_trim_and_bleed() -> None:
    data = labels(
        {"title": "Kuffert", "qr": QR, "address": "a.example/b/1"}, sheet="single"
    )

    (page,) = read(typesetting.pdf("labels", data, pictures={}))

    assert size_of(page.trimbox) == (150, 100)
    assert size_of(page.bleedbox) == (156, 106)
    assert "Kuffert" in words(page)


def test_a_label_with_too_many_words_is_reported() -> None:
    data = labels({"title": "Kuffert", "text": "Ord " * 120})

    (report,) = typesetting.pages("labels", data, pictures={}).reports

    assert report["overflow"] > 10


@pytest.mark.parametrize("kind", ["item", "exhibition"])
def test_a_card_is_drawn_in_every_size(tmp_path: Path, kind: str) -> None:
    data = card(kind=kind, picture={"key": "a"})

    drawn = typesetting.cards(data, pictures={"a": picture(tmp_path)})

    sizes = {name: Image.open(io.BytesIO(png)).size for name, png in drawn.items()}
    assert sizes == {
        "1200x630": (1200, 630),
        "1080x1080": (1080, 1080),
        "1080x1350": (1080, 1350),
        "1080x1920": (1080, 1920),
        "1280x720": (1280, 720),
    }


def test_a_story_keeps_its_top_and_bottom_free(tmp_path: Path) -> None:
    data = card(title="Mange ord " * 12, lead="Og flere " * 10, picture={"key": "a"})

    drawn = typesetting.cards(data, pictures={"a": picture(tmp_path)})

    story = Image.open(io.BytesIO(drawn["1080x1920"])).convert("RGB")
    top, foot = story.crop((0, 0, 1080, 250)), story.crop((0, 1580, 1080, 1920))
    assert top.getcolors() == [(1080 * 250, (0xF1, 0xEC, 0xE3))]
    assert foot.getcolors() == [(1080 * 340, (0xF1, 0xEC, 0xE3))]


@pytest.mark.parametrize(
    ("language", "title"), [("ur", "محمد تار کس رہے ہیں"), ("tr", "İşçiler limanda")]
)
def test_a_card_needs_no_picture_and_speaks_every_language(
    language: str, title: str
) -> None:
    drawn = typesetting.cards(card(language=language, title=title), pictures={})

    square = Image.open(io.BytesIO(drawn["1080x1080"])).convert("L")
    assert sum(square.histogram()[:60]) > 2000  # ink


def test_a_letter_that_no_font_has_is_named() -> None:
    assert typesetting.missing_glyphs("Ağrı, İshøj → »hjem« 1971", "da") == set()
    assert typesetting.missing_glyphs("Kære 漢 og 字", "da") == {"漢", "字"}


def test_arabic_letters_are_there_for_arabic_and_urdu() -> None:
    assert typesetting.missing_glyphs("اليوم الأول ١٩٧٠", "ar") == set()
    assert typesetting.missing_glyphs("انہوں نے شہر بنایا ۱۹۷۰۔ B121", "ur") == set()


def test_a_qr_code_has_four_modules_of_quiet_around_it() -> None:
    smallest = typesetting.qr_svg("https://a.example/b/1")

    assert 'width="33" height="33"' in smallest  # 25 modules, and 4 on each side
    assert 'd="M4 4.5h7' in smallest


def test_a_picture_that_is_no_picture_says_why(tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"nothing to see")
    data = panels({"title": "x", "pictures": [{"key": "a"}]})

    with pytest.raises(CannotSet, match=r"panel: .*image"):
        typesetting.pdf("panel", data, pictures={"a": broken})


@pytest.mark.parametrize("key", ["../secret", "a/b", ""])
def test_a_picture_cannot_be_laid_outside_its_folder(tmp_path: Path, key: str) -> None:
    data = panels({"title": "x"})

    with pytest.raises(CannotSet, match="no name for a picture"):
        typesetting.pdf("panel", data, pictures={key: picture(tmp_path)})


def test_a_missing_file_and_a_missing_template_are_said() -> None:
    with pytest.raises(CannotSet, match="no file for the picture 'a'"):
        typesetting.pdf("panel", panels(), pictures={"a": Path("gone.jpg")})
    with pytest.raises(CannotSet, match="no template 'brochure'"):
        typesetting.pdf("brochure", {}, pictures={})


def test_a_job_that_needs_too_much_memory_is_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(typesetting, "MEGABYTES", 40)

    with pytest.raises(CannotSet, match="panel was stopped"):
        typesetting.pdf("panel", panels({"title": "x"}), pictures={})


def test_a_job_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "SECONDS", 0)

    with pytest.raises(CannotSet, match="panel"):
        typesetting.pdf("panel", panels({"title": "x"}), pictures={})
