"""`python -m archive.darkroom inspect|print|play SOURCE OUTFOLDER [--turn 90]`.

`inspect` makes the renditions, `print` one large picture for paper, `play` what can be
heard or seen of a sound or a film. Runs in a process of its own, without Django, and
prints one line of JSON.
"""

import argparse
import json
import sys
from pathlib import Path

from archive.darkroom.limits import FOR_PICTURES, FOR_PLAYING, confine


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m archive.darkroom")
    parser.add_argument("deed", choices=["inspect", "print", "play"])
    parser.add_argument("source", type=Path)
    parser.add_argument("outfolder", type=Path)
    parser.add_argument("--turn", type=int, choices=[0, 90, 180, 270], default=0)
    given = parser.parse_args(arguments)

    confine(FOR_PLAYING if given.deed == "play" else FOR_PICTURES)
    from archive.darkroom import inspection  # noqa: PLC0415 – decoders load inside

    deeds = {
        "inspect": inspection.inspect,
        "print": inspection.for_print,
        "play": inspection.play,
    }
    given.outfolder.mkdir(parents=True, exist_ok=True)
    result = deeds[given.deed](given.source, given.outfolder, turn=given.turn)
    sys.stdout.write(json.dumps(result) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
