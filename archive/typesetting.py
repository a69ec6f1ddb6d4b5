"""The one door to Typst: a template, data and pictures become PDF or PNG.

Words go in as data and are never markup, so nobody can write a command into a
panel. The work is done in a process of its own (``archive/typesetting_process.py``)
that sees only a folder made for the job, our own fonts, and so much memory and time.

What the templates in ``templates/print/`` are given is written down here as
``PanelSheet``, ``LabelSheet``, ``Card`` and ``Slip``.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, NamedTuple, NotRequired, TypedDict

import segno
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve()
TEMPLATES = HERE.parent.parent / "templates" / "print"
FONTS = HERE.parent.parent / "static" / "fonts" / "print"
PROCESS = HERE.with_name("typesetting_process.py")

MEGABYTES = 1500  # of address space, of which about two thirds can be used
SECONDS = 60

TRIM = {"A3": (297, 420), "A2": (420, 594), "A1": (594, 841)}  # millimetres
BLEED = 3.0
CARDS = ("1200x630", "1080x1080", "1080x1350", "1080x1920", "1280x720")


class CannotSet(Exception):
    """The pages could not be set; the text says why, for the log."""


class Picture(TypedDict):
    """A picture as a template needs it; its file is given under the same key."""

    key: str
    alt: NotRequired[str]
    title: NotRequired[str]
    facts: NotRequired[str]  # where, when, photographer, lender, number
    crop: NotRequired[list[float]]  # left, top, width, height, as parts of 1
    focus: NotRequired[list[float]]  # what must stay in sight, as parts of 1
    max_width: NotRequired[float]  # mm at which it is still sharp; none: no limit
    pale: NotRequired[bool]  # pale at its lower edge: the numeral is set in ink


class Quote(TypedDict):
    """What somebody said, in the language they said it in."""

    text: str
    by: NotRequired[str]
    language: NotRequired[str]


class Panel(TypedDict):
    """One chapter on the wall. Everything but the title may be left out."""

    title: str
    number: NotRequired[str]
    lead: NotRequired[str]
    text: NotRequired[list[str]]  # paragraphs
    quote: NotRequired[Quote]
    pictures: NotRequired[list[Picture]]  # up to four
    qr: NotRequired[str]  # from ``qr_svg``
    qr_text: NotRequired[str]
    address: NotRequired[str]  # the short address printed beside the code
    slug: NotRequired[str]  # the file's name, outside the trim


class PanelSheet(TypedDict):
    """``panel.typ``: one page for each panel, at 1:1 with bleed and marks."""

    format: Literal["A3", "A2", "A1"]
    language: str
    title: str
    panels: list[Panel]


class Label(TypedDict):
    """One object label, 150 × 100 mm."""

    title: str
    number: NotRequired[str]
    facts: NotRequired[str]
    text: NotRequired[str]
    qr: NotRequired[str]
    address: NotRequired[str]


class LabelSheet(TypedDict):
    """``labels.typ``: two labels on an A4 sheet, or each on a page of its own."""

    sheet: Literal["A4", "single"]
    language: str
    title: str
    labels: list[Label]
    slug: NotRequired[str]


class Card(TypedDict):
    """``card.typ``: what is shared, in all the sizes of ``CARDS``."""

    kind: Literal["item", "exhibition"]
    language: str
    archive: list[str]  # the name, and the place: ["Ankomst", "Ishøj"]
    title: str
    lead: NotRequired[str]  # when and where; or the exhibition's one sentence
    credit: NotRequired[str]
    number: NotRequired[str]
    picture: NotRequired[Picture]


class Choice(TypedDict):
    """One answer to tick, and its small print."""

    words: str
    hint: NotRequired[str]


class Choices(TypedDict):
    """One question of a slip: boxes or circles, under each other or side by side."""

    title: NotRequired[str]
    round: bool
    beside: bool
    choices: list[Choice]
    blank: NotRequired[str]  # a line to write on after the answers, and its words


class Slip(TypedDict):
    """``slip.typ``: one A5 page to tick and to sign."""

    language: str
    archive: list[str]
    number: NotRequired[str]
    title: str
    lead: str
    teller: str
    name: NotRequired[str]  # printed on the line, where it is known
    groups: list[Choices]
    blanks: list[str]
    promise: str
    date: str
    signature: str
    after: str
    version: str  # which text this is, so that the paper says it too
    qr: NotRequired[str]
    address: NotRequired[str]


class Report(TypedDict):
    """What the template found out about one panel or label while setting it."""

    page: int
    overflow: float  # millimetres of text that found no room; 0: all is well
    body: float  # points
    title: float  # points
    pictures: list[dict[str, Any]]  # key, and the width in mm of the whole picture


class Pages(NamedTuple):
    """A PDF, and what is to be known about its pages before it is printed."""

    pdf: bytes
    reports: list[Report]


def pages(
    template: str, data: Mapping[str, Any], *, pictures: Mapping[str, Path]
) -> Pages:
    """Set a template as PDF 1.4 with Trim- and BleedBox, and report on each page."""
    with _job(pictures) as root:
        answer = _run(root, template, data, kind="pdf")
        return Pages((root / "page.pdf").read_bytes(), answer["reports"])


def pdf(
    template: str, data: Mapping[str, Any], *, pictures: Mapping[str, Path]
) -> bytes:
    """Set a template as PDF."""
    return pages(template, data, pictures=pictures).pdf


def png(
    template: str, data: Mapping[str, Any], *, pictures: Mapping[str, Path]
) -> list[bytes]:
    """Set a template as PNG, a picture for every page, one pixel to the point."""
    with _job(pictures) as root:
        _run(root, template, data, kind="png")
        count = len(list(root.glob("page-*.png")))
        return [(root / f"page-{n}.png").read_bytes() for n in range(1, count + 1)]


def cards(data: Card, *, pictures: Mapping[str, Path]) -> dict[str, bytes]:
    """Draw a share card in every size, as PNG under its size's name."""
    sizes = [[int(side) for side in size.split("x")] for size in CARDS]
    drawn = png("card", {**data, "sizes": sizes}, pictures=pictures)
    return dict(zip(CARDS, drawn, strict=True))


def qr_svg(address: str) -> str:
    """Draw a QR code for print: level M, with four modules of quiet around it."""
    drawing = BytesIO()
    code = segno.make(address, error="m", micro=False, boost_error=False)
    code.save(drawing, kind="svg", border=4, dark="#1B1A17", light="#FFFFFF")
    return drawing.getvalue().decode()


# Which of the fonts set which language; the first that has a letter sets it.
LATIN = ("source-serif-4-400", "figtree-400", "noto-naskh-arabic-400", "vazirmatn-400")
ARABIC = ("noto-naskh-arabic-400", "vazirmatn-400", "source-serif-4-400", "figtree-400")
URDU = ("noto-nastaliq-urdu-400", "vazirmatn-400", "source-serif-4-400", "figtree-400")
SCRIPTS = {"ar": ARABIC, "fa": ARABIC, "ckb": ARABIC, "ku-arab": ARABIC, "ur": URDU}


def missing_glyphs(text: str, language: str) -> set[str]:
    """Find the characters that would be printed as empty boxes."""
    can_set = _letters(SCRIPTS.get(language.lower(), LATIN))
    return {
        letter
        for letter in unicodedata.normalize("NFC", text)
        if letter not in can_set and unicodedata.category(letter) not in ("Cc", "Cf")
    }


@cache
def _letters(names: tuple[str, ...]) -> frozenset[str]:
    letters: set[str] = set()
    for name in names:
        with TTFont(FONTS / f"{name}.ttf", lazy=True) as font:
            letters.update(map(chr, font.getBestCmap()))
    return frozenset(letters)


@contextmanager
def _job(pictures: Mapping[str, Path]) -> Iterator[Path]:
    """Make a folder with the templates and the pictures, and nothing else."""
    with tempfile.TemporaryDirectory(prefix="typesetting-") as folder:
        root = Path(folder)
        shutil.copytree(TEMPLATES, root / "print")
        (root / "pictures").mkdir()
        for key, path in pictures.items():
            if not re.fullmatch(r"[\w-]+", key, re.ASCII):
                raise CannotSet(f"{key!r} is no name for a picture")
            if not Path(path).is_file():
                raise CannotSet(f"there is no file for the picture {key!r}")
            (root / "pictures" / key).symlink_to(Path(path).resolve())
        yield root


def _run(
    root: Path, template: str, data: Mapping[str, Any], *, kind: Literal["pdf", "png"]
) -> dict[str, Any]:
    if not (TEMPLATES / f"{template}.typ").is_file():
        raise CannotSet(f"there is no template {template!r}")
    job = {
        "root": str(root),
        "template": f"print/{template}.typ",
        "data": json.dumps(_clean(data), ensure_ascii=False),
        "fonts": str(FONTS),
        "format": kind,
        "bleed": BLEED,
        "megabytes": MEGABYTES,
        "seconds": SECONDS,
    }
    try:
        done = subprocess.run(  # noqa: S603 - our own file, no shell, fixed words
            [sys.executable, "-I", str(PROCESS)],
            input=json.dumps(job).encode(),
            capture_output=True,
            timeout=SECONDS,
            check=True,
            cwd=root,
            env={"MALLOC_ARENA_MAX": "2", "RAYON_NUM_THREADS": "2"},
        )
    except subprocess.TimeoutExpired as error:
        raise CannotSet(f"{template} took longer than {SECONDS} seconds") from error
    except subprocess.CalledProcessError as error:
        last = error.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise CannotSet(f"{template} was stopped: {' '.join(last)}") from error
    answer: dict[str, Any] = json.loads(done.stdout)
    if "reason" in answer:
        raise CannotSet(f"{template}: {answer['reason']}")
    return answer


def _clean(value: Any) -> Any:
    """Leave out what cannot be printed, and write every letter in one way."""
    if isinstance(value, str):
        return "".join(filter(_is_printed, unicodedata.normalize("NFC", value)))
    if isinstance(value, Mapping):
        return {key: _clean(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(inner) for inner in value]
    return value


def _is_printed(letter: str) -> bool:
    return letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs")
