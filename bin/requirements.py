"""Pin what we build on: requirements*.in to requirements*.txt, with hashes, no address."""

import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent

for name in ("requirements", "requirements-dev"):
    subprocess.run(
        [
            str(Path(sys.executable).parent / "uv"),
            *["pip", "compile", "--quiet", "--universal", "--python-version", "3.11"],
            *["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"],
            *["--custom-compile-command", "make requirements"],
            *[f"{name}.in", "--output-file", f"{name}.txt"],
        ],
        cwd=HOUSE,
        check=True,
    )
