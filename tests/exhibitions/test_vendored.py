"""What others made and we pass on, byte for byte as it came."""

import hashlib
import json
from pathlib import Path

from django.conf import settings

VENDORED = Path(settings.BASE_DIR) / "static" / "vendored"


def test_what_is_vendored_is_what_the_list_says() -> None:
    listed = json.loads((VENDORED / "vendored.json").read_text("utf-8"))

    for each in listed:
        made = hashlib.sha256((VENDORED / each["file"]).read_bytes()).hexdigest()
        assert made == each["sha256"]
        assert (VENDORED / each["file"]).with_name("LICENSE").is_file()


def test_every_script_that_is_vendored_is_on_the_list() -> None:
    listed = json.loads((VENDORED / "vendored.json").read_text("utf-8"))
    there = {path.relative_to(VENDORED).as_posix() for path in VENDORED.rglob("*.js")}

    assert {each["file"] for each in listed if each["file"].endswith(".js")} == there
