"""A sheet with faults in it, read and taken in: 500 lines and 5,000, and how it grows.

Every tenth line is wrong in one of five ways. Printed are rows a second, and the rate
at 5,000 beside the rate at 500: 1.00 is growth in a straight line. Then many items
changed at once: the page that shows what will change, the deed, and the way back, at 50
and at 500 items; at 500 each is to take no more than three seconds.
"""

import csv
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.house import temporary_house

SIZES = (500, 5_000)
ARMFULS = (50, 500)
MOST_SECONDS = 3
HEADINGS = ["Reg.nr", "Overskrift", "Datering", "Sted", "Emne", "Person", "Klausul"]
WHENS = ("1974", "ca. 1974", "sommeren 1975", "1970'erne", "da Ali gik i 2. klasse", "")


def line(number: int, dice: random.Random) -> list[str]:
    return [
        f"B{number}",
        f"Billede nummer {number}",
        dice.choice(WHENS),
        f"Sted {dice.randint(1, 40)}",
        f"emne {dice.randint(1, 60)}; emne {dice.randint(1, 60)}",
        f"Person {dice.randint(1, 900)}" if dice.random() < 0.5 else "",
        "",
    ]


def spoiled(row: list[str], way: int) -> list[str]:
    """One of five faults people make."""
    if way == 0:
        return ["Bx", *row[1:]]
    if way == 1:
        return [row[0], "x" * 201, *row[2:]]
    if way == 2:
        return ["B1", *row[1:]]
    return [*row[:6], "noget helt andet"] if way == 3 else [*row, "for meget"]


def sheet(folder: Path, size: int, *, start: int) -> Path:
    dice = random.Random(1976)
    path = folder / f"{size}.csv"
    with path.open("w", newline="") as file:
        out = csv.writer(file, delimiter=";")
        out.writerow(HEADINGS)
        for n in range(size):
            row = line(start + n, dice)
            out.writerow(spoiled(row, n // 10 % 5) if n % 10 == 9 else row)
    return path


@dataclass(frozen=True)
class Took:
    """Seconds on the clock, and of the processor: the second is fairer on a busy day."""

    clock: float
    cpu: float


def took(deed: Callable[[], Any]) -> Took:
    clock, cpu = time.perf_counter(), time.process_time()
    deed()
    return Took(time.perf_counter() - clock, time.process_time() - cpu)


def sheets(folder: Path) -> None:
    from archive.exchange import bringing  # noqa: PLC0415
    from archive.models import Item  # noqa: PLC0415

    Item.objects.create(number=1, title="Taget")
    times: dict[str, dict[int, Took]] = {"dry run": {}, "import": {}}
    start = 10
    for size in SIZES:
        path = sheet(folder, size, start=start)
        start += size
        run = bringing.look_at(path, name=path.name)
        bringing.mapped(run, run.keys, makes_headings=True)
        times["dry run"][size] = took(partial(bringing.check, run))
        bringing.start(run)
        times["import"][size] = took(partial(all_of, run))
        print(
            f"{size:>6} lines: {run.lines.count()} in, {len(run.faults)} faults named"
        )
    few, many = SIZES
    print(f"{'rows a second':16} {few:>8} {many:>8} {'of CPU':>8} {f'× of {few}':>8}")
    for name, each in times.items():
        grown = (many / each[many].cpu) / (few / each[few].cpu)
        rates = [size / each[size].clock for size in SIZES]
        print(
            f"{name:16} {rates[0]:8.0f} {rates[1]:8.0f} {many / each[many].cpu:8.0f}"
            f" {grown:8.2f}"
        )


def all_of(run: Any) -> None:
    from archive.exchange import bringing  # noqa: PLC0415

    while bringing.carry_on(run):
        pass


def at_once() -> None:
    """As an archivist does it: through the pages, the tests' client for a browser."""
    from django.test import Client  # noqa: PLC0415

    from accounts.models import User  # noqa: PLC0415
    from archive.models import Batch, Collection, Item  # noqa: PLC0415

    kept = Collection.objects.create(slug="album", names={"da": "Album"})
    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.create_user("poul@example.org", role="archivist"))
    client.get("/arbejdsrum/mange/")
    times: dict[str, dict[int, Took]] = {"preview": {}, "change": {}, "undo": {}}
    for size in ARMFULS:
        items = Item.objects.order_by("-number").values_list("pk", "version")[:size]
        wish = {
            "chosen": ",".join(f"{pk}:{version}" for pk, version in items),
            "collection": kept.pk,
            "date_words": "sommeren 1975",
            "add_subjects": "emne 1",
        }
        for name, step in (("preview", "preview"), ("change", "do")):
            post = partial(client.post, "/arbejdsrum/mange/", {**wish, "step": step})
            times[name][size] = took(post)
        batch = Batch.objects.latest("pk")
        undo = partial(client.post, f"/arbejdsrum/mange/{batch.pk}/fortryd/")
        times["undo"][size] = took(undo)
        assert batch.lines.filter(is_put_back=True).count() == size
    few, many = ARMFULS
    print(
        f"\n{'items at once, s':16} {few:>8} {many:>8} {'CPU s':>8} {f'× of {few}':>8}"
    )
    for name, each in times.items():
        grown = each[many].cpu / each[few].cpu
        slow = "" if each[many].clock <= MOST_SECONDS else "  more than 3 s"
        clocks = [each[size].clock for size in ARMFULS]
        print(
            f"{name:16} {clocks[0]:8.2f} {clocks[1]:8.2f} {each[many].cpu:8.2f}"
            f" {grown:8.1f}{slow}"
        )


def main() -> None:
    with temporary_house() as folder:
        sheets(folder)
        at_once()


if __name__ == "__main__":
    main()
