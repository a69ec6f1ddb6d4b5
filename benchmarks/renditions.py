"""How much the darkroom's care costs beside a bare Pillow cascade.

Both run in a fresh process of the same Python; what is measured is the CPU time of
that process, from its start to its end. The cascade is run twice: with Pillow's own
WebP effort (4), and with the quick one (1) that the darkroom takes for large sizes.
Run as `python -m benchmarks.renditions`.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PIL import Image

from archive.darkroom.process import develop

ROUNDS = 5
SIZES = {"12 MP": (4000, 3000), "50 MP": (8160, 6120)}

BARE_CASCADE = """
import sys
from PIL import Image

source, folder, method = sys.argv[1:]
with Image.open(source, formats=["JPEG"]) as image:
    image.draft("RGB", (2048, 2048))
    image.thumbnail((2048, 2048), reducing_gap=2)
for edge in (2048, 1280, 640, 320):
    image.thumbnail((edge, edge), reducing_gap=2)
    image.save(f"{folder}/{edge}.webp", quality=80, method=int(method))
    image.save(f"{folder}/{edge}.jpg", quality=82, progressive=True)
"""


def photograph(width: int, height: int) -> Image.Image:
    """Shapes at every scale with a little grain: about as hard to encode as a photo."""
    channels = []
    for shift in range(3):
        channel = Image.linear_gradient("L").rotate(90 * shift).resize((width, height))
        for cells, share in ((12, 0.4), (60, 0.25), (300, 0.15), (1200, 0.08)):
            grain = Image.effect_noise((cells, cells * height // width), 90)
            grain = grain.resize((width, height), Image.Resampling.BICUBIC)
            channel = Image.blend(channel, grain, share)
        channels.append(channel)
    return Image.merge("RGB", channels)


def bare_cascade(source: Path, folder: Path, *, effort: int) -> None:
    arguments = [str(source), str(folder), str(effort)]
    subprocess.run([sys.executable, "-c", BARE_CASCADE, *arguments], check=True)


def cpu_seconds(deed: Callable[[], object]) -> float:
    """The median CPU time of the processes that a deed starts."""
    taken = []
    for _ in range(ROUNDS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        deed()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(
            after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        )
    return statistics.median(taken)


def run() -> list[tuple[str, float, str]]:
    """One row per measurement: what, seconds of CPU, and how that compares."""
    rows: list[tuple[str, float, str]] = []
    for name, size in SIZES.items():
        with tempfile.TemporaryDirectory() as scratch:
            source, folder = Path(scratch, "source.jpg"), Path(scratch, "renditions")
            photograph(*size).save(source, quality=90)
            folder.mkdir()
            usual = cpu_seconds(partial(bare_cascade, source, folder, effort=4))
            quick = cpu_seconds(partial(bare_cascade, source, folder, effort=1))
            ours = cpu_seconds(partial(develop, source, folder))
        compared = f"{ours / usual:.2f} × Pillow's defaults, {ours / quick:.2f} × quick"
        rows += [
            (f"{name}: bare cascade", usual, "Pillow's defaults"),
            (f"{name}: bare cascade", quick, "quick WebP"),
            (f"{name}: darkroom", ours, compared),
        ]
    return rows


def main() -> None:
    for name, seconds, remark in run():
        print(f"{name:<24}{seconds:8.2f} s CPU   {remark}")


if __name__ == "__main__":
    main()
