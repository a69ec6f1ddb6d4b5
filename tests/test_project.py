"""The house itself: its one line of apps, its documents, its catalogues, its templates."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import models
from django.template import engines

HOUSE = Path(__file__).resolve().parent.parent
TEMPLATES = sorted((HOUSE / "templates").rglob("*.html"))
OURS = ["accounts", "archive", "submissions", "exhibitions", "search"]


def tracked(pattern: str) -> list[Path]:
    """Files of the house; where there is no git, every file that fits."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", pattern],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        return [path for path in HOUSE.rglob(pattern) if ".venv" not in path.parts]
    return [
        HOUSE / line for line in listed.stdout.splitlines() if (HOUSE / line).exists()
    ]


def test_each_app_knows_only_those_below_it() -> None:
    checked = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 0, checked.stdout


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_template_compiles(path: Path) -> None:
    name = str(path.relative_to(HOUSE / "templates"))

    assert engines["django"].get_template(name) is not None


def test_no_template_has_a_style_or_script_of_its_own() -> None:
    forbidden = re.compile(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*src=)")
    pages = [path for path in TEMPLATES if "email" not in path.parts]

    found = [str(path) for path in pages if forbidden.search(path.read_text())]

    assert found == []


def test_every_block_of_words_is_trimmed() -> None:
    loose = re.compile(r"{% blocktranslate(?! [^%]*trimmed)")

    found = [str(path) for path in TEMPLATES if loose.search(path.read_text())]

    assert found == []


def test_every_knob_is_in_the_operators_book() -> None:
    reads = re.compile(
        r'(?:text|words|flag|number|secret|database|mail|ask)\(\s*"([A-Z_]+)"'
    )
    knobs = {
        knob
        for path in (HOUSE / "config").rglob("*.py")
        for knob in reads.findall(path.read_text())
    }
    book = (HOUSE / "docs" / "operating.md").read_text()

    assert knobs
    assert {knob for knob in knobs if f"`{knob}`" not in book} == set()


def test_every_choice_is_in_the_glossary() -> None:
    glossary = (HOUSE / "docs" / "glossary.md").read_text()
    fields = {
        f"{model.__name__}.{field.name}"
        for app in OURS
        for model in apps.get_app_config(app).get_models()
        if not model.__name__.startswith("Historical")
        for field in model._meta.get_fields()
        if isinstance(field, models.Field) and field.choices
    }

    assert fields
    assert {field for field in fields if f"`{field}`" not in glossary} == set()


def test_readme_gives_the_commands_that_ci_runs() -> None:
    readme = (HOUSE / "README.md").read_text()
    ci = (HOUSE / ".ci" / "run").read_text()

    assert "make demo" in readme
    assert "make test" in readme
    assert "make test" in ci
    assert "make check" in ci


def test_requirements_carry_hashes_and_no_address() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (HOUSE / name).read_text()

        assert "--hash=sha256:" in text
        assert "://" not in text


def test_every_language_has_its_compiled_catalogue() -> None:
    for code, _name in settings.LANGUAGES:
        folder = HOUSE / "locale" / code / "LC_MESSAGES"

        assert (folder / "django.po").exists()
        assert (folder / "django.mo").exists()


def test_no_page_fetches_from_a_stranger() -> None:
    stranger = re.compile(
        r'(?:src|srcset|action)="https?://|@import url\(http|url\(http'
    )
    files = [*TEMPLATES, *(HOUSE / "static").rglob("*.css")]

    found = [str(path) for path in files if stranger.search(path.read_text())]

    assert found == []


def test_files_stay_short_enough_to_read() -> None:
    long = {
        str(path.relative_to(HOUSE)): lines
        for path in tracked("*.py")
        if "migrations" not in path.parts
        and (lines := len(path.read_text().splitlines())) > 430
    }

    assert long == {}


def test_every_picture_in_a_document_is_there() -> None:
    missing = [
        f"{page.name}: {name}"
        for page in [HOUSE / "README.md", *(HOUSE / "docs").rglob("*.md")]
        for name in re.findall(r"!\[[^]]*\]\(([^)]+)\)", page.read_text())
        if not (page.parent / name).exists()
    ]

    assert missing == []
