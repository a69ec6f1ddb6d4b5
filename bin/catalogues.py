"""The five catalogues: collect what the code says, compile, and check that all is said.

    python bin/catalogues.py collect   new words into locale/*/LC_MESSAGES/django.po
    python bin/catalogues.py compile   .po to .mo
    python bin/catalogues.py check     fails on a word without its translation

Needs the gettext tools.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
LANGUAGES = ["da", "en", "tr", "ur", "ar"]
LEFT_OUT = [".venv", "var", ".git", "tests", "benchmarks", "bin", "docs", "static"]


def catalogue(language: str, root: Path = HOUSE) -> Path:
    return root / "locale" / language / "LC_MESSAGES" / "django.po"


def collect_in(root: Path) -> None:
    for language in LANGUAGES:
        catalogue(language, root).parent.mkdir(parents=True, exist_ok=True)
    catalogue("en", root).unlink(missing_ok=True)  # English says what the code says
    names = [word for language in LANGUAGES for word in ("-l", language)]
    ignored = [word for each in LEFT_OUT for word in ("-i", each)]
    options = ["--no-location", "--no-wrap", "--no-obsolete", "--keep-pot", "-v", "0"]
    options += ["-e", "html,txt,py,subject"]  # a mail has a subject too
    run(
        [sys.executable, "manage.py", "makemessages", *names, *ignored, *options],
        cwd=root,
    )
    english = catalogue("en", root)
    run(["msgen", "--no-wrap", "-o", str(english), str(english)])


def collect() -> None:
    collect_in(HOUSE)
    (HOUSE / "locale" / "django.pot").unlink(missing_ok=True)
    compile_all()
    for language in LANGUAGES:
        rest = missing(catalogue(language))
        print(f"{language}: {rest} without translation")


def compile_all() -> None:
    for language in LANGUAGES:
        source = catalogue(language)
        run(["msgfmt", "-o", str(source.with_suffix(".mo")), str(source)])


def missing(source: Path) -> int:
    """How many entries have no translation, or one that is only guessed."""
    words = run(["msgattrib", "--untranslated", "--no-obsolete", str(source)])
    guessed = run(["msgattrib", "--only-fuzzy", "--no-obsolete", str(source)])
    return sum(max(text.count("\nmsgid ") - 1, 0) for text in (words, guessed))


def check() -> int:
    if not shutil.which("msgcmp"):
        print("The gettext tools are not here: the catalogues were not checked.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "house"
        shutil.copytree(HOUSE, copy, ignore=shutil.ignore_patterns(*LEFT_OUT[:3]))
        collect_in(copy)
        template = copy / "locale" / "django.pot"
        return max(faults(language, template) for language in LANGUAGES)


def faults(language: str, template: Path) -> int:
    source = catalogue(language)
    compared = subprocess.run(
        ["msgcmp", str(source), str(template)],
        capture_output=True,
        text=True,
        check=False,
    )
    if compared.returncode:
        print(compared.stderr[-3000:])
        return 1
    compiled = subprocess.run(
        ["msgfmt", "--check", "-o", "-", str(source)], capture_output=True, check=False
    )
    if compiled.returncode:
        print(compiled.stderr.decode())
        return 1
    if compiled.stdout != source.with_suffix(".mo").read_bytes():
        print(f"{language}: django.mo is older than django.po; compile it.")
        return 1
    return 0


def run(command: list[str], cwd: Path = HOUSE) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command[:3])}: {done.stderr}")
    return done.stdout


if __name__ == "__main__":
    deeds = {"collect": collect, "compile": compile_all, "check": check}
    sys.exit(deeds[sys.argv[1]]() or 0)
