"""What a page costs the server at 10,000 items, in CPU milliseconds a request."""

import datetime as dt
import random
import time
from collections.abc import Callable
from functools import partial

from benchmarks.house import temporary_house

ITEMS = 10_000
ROUNDS = 30


def fill() -> None:
    from django.db import transaction  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from archive.models import Edition, Item, Media, Place, Subject  # noqa: PLC0415

    dice = random.Random(1976)
    places = [Place.objects.create(slug=f"p{n}", name=f"Sted {n}") for n in range(30)]
    subjects = [
        Subject.objects.create(slug=f"s{n}", labels={"da": f"emne {n}"})
        for n in range(40)
    ]
    now = timezone.now()
    with transaction.atomic():
        items = Item.objects.bulk_create(
            Item(
                number=number,
                title=f"Billede nummer {number}",
                alt_text="Et billede.",
                place=dice.choice(places),
                earliest=dt.date(year := dice.randint(1955, 1995), 1, 1),
                latest=dt.date(year, 12, 31),
                date_edtf=str(year),
                rights_basis="family",
                permitted_uses=["web", "exhibit", "social"],
                publication="full",
                published_at=now,
            )
            for number in range(1, ITEMS + 1)
        )
        link = Item.subjects.through
        link.objects.bulk_create(
            link(item_id=item.pk, subject_id=subject.pk)
            for item in items
            for subject in dice.sample(subjects, 2)
        )
        sizes = [
            {
                "width": w,
                "height": w * 2 // 3,
                "format": f,
                "name": f"{w}.{f}",
                "bytes": 1,
            }
            for w in (320, 640, 1280, 2048)
            for f in ("webp", "jpg")
        ]
        Media.objects.bulk_create(
            Media(
                item=item,
                sha256=f"{item.pk:064x}",
                size=1,
                state="ready",
                width=3000,
                height=2000,
                folder="00/x",
                renditions=sizes,
                public_token=f"token{item.pk}",
            )
            for item in items
        )
        Edition.bump()


def cost(ask: Callable[[], object]) -> float:
    ask()
    start = time.process_time()
    for _ in range(ROUNDS):
        ask()
    return (time.process_time() - start) / ROUNDS * 1000


def main() -> None:
    with temporary_house():
        from django.test import Client  # noqa: PLC0415

        fill()
        client = Client(headers={"host": "localhost"})
        pages = {
            "home": "/",
            "item": "/billeder/B5000/",
            "browse, page 1": "/billeder/",
            "browse, page 200": f"/billeder/?efter={ITEMS - 199 * 40 + 1}",
            "browse, a decade": "/billeder/?aarti=1970",
        }
        took = {
            name: cost(partial(client.get, address)) for name, address in pages.items()
        }
        first = took["browse, page 1"]
        print(f"{'page':20} {'CPU ms':>8} {'× page 1':>9}")
        for name, milliseconds in took.items():
            print(f"{name:20} {milliseconds:8.1f} {milliseconds / first:9.2f}")


if __name__ == "__main__":
    main()
