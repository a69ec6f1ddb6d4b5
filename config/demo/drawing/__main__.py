"""Draw all the pictures: python -m config.demo.drawing OUT_FOLDER [SLUG …]."""

import sys
from pathlib import Path

from config.demo.drawing import SCENES, draw


def main(arguments: list[str]) -> int:
    if not arguments or set(arguments[1:]) - set(SCENES):
        sys.stderr.write(f"{__doc__}\nSlugs: {', '.join(SCENES)}\n")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for slug in arguments[1:] or SCENES:
        (folder / f"{slug}.jpg").write_bytes(draw(slug))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
