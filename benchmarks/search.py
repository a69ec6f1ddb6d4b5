"""How long a search takes among 10,000 described pictures: python -m benchmarks.search.

Everything is made up in a folder of its own and removed afterwards. The yardstick is a
bare Whoosh search for the same words in the same index: no facets, no highlights, no
look at the database.
"""

# ruff: noqa: PLC0415  (nothing of ours is imported before Django is set up)

import itertools
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

ITEMS = 10_000
ROUNDS = 200
OURS = 0.15  # of all words
STREETS = "Vejleåparken Strandgården Gildbroparken Ishøj Bredekærgård Tranegilde"
THINGS = (
    "familie børn cykel fabrik station altan bryllup skole have strand marked kiosk "
    "moské butik sommer vinter køkken rejse tog båd hus mand kvinde søster far mor "
    "indvandrerfamilie skolebørn kolonihave klassebillede gæstearbejder fødselsdag"
)
NAMES = "Emine Hasan Yusuf Ayşe Gülşen Mehmet Kirsten Poul Selma Amira Jovan Zahra"
SYLLABLES = "ba de ko lø ri sta ven mul skå tor gy nær pi hol ves dra fu lim"


def in_own_house(*arguments: str) -> None:
    """Measure in a process, a folder and a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        own = {
            "DATA_DIR": folder,
            "DATABASE_URL": "",
            "DEBUG": "",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "LOG_LEVEL": "ERROR",
        }
        subprocess.run(
            [sys.executable, "-m", "benchmarks.search", "inside", *arguments],
            env=os.environ | own,
            check=True,
        )


def invent(chance: random.Random) -> list[str]:
    return [
        "".join(chance.choices(SYLLABLES.split(), k=chance.randint(2, 4)))
        for _ in range(20_000)
    ]


LEXICON = invent(random.Random(1972))
SHARE = list(itertools.accumulate(1 / rank for rank in range(1, len(LEXICON) + 1)))


def words(chance: random.Random, many: int) -> str:
    """Words of ours among others, which are common and rare as in real texts."""
    ours = chance.choices(THINGS.split(), k=many)
    others = chance.choices(LEXICON, cum_weights=SHARE, k=many)
    return " ".join(
        mine if chance.random() < OURS else other
        for mine, other in zip(ours, others, strict=True)
    )


def fill(items: int) -> None:
    import datetime as dt

    from django.utils import timezone

    from archive.models import Item, Place, Story, Subject

    chance = random.Random(1973)
    places = Place.objects.bulk_create(
        Place(slug=f"sted-{at}", name=f"{name} {at}")
        for at, name in enumerate(STREETS.split() * 5)
    )
    subjects = Subject.objects.bulk_create(
        Subject(slug=f"emne-{at}", labels={"da": f"{name}, {at}"})
        for at, name in enumerate(THINGS.split() * 2)
    )
    made = Item.objects.bulk_create(
        [
            Item(
                number=number,
                title=f"{chance.choice(NAMES.split())} {words(chance, 4)}",
                seen=words(chance, 40),
                place=chance.choice(places),
                earliest=dt.date(year := chance.randint(1955, 1995), 1, 1),
                latest=dt.date(year + chance.choice([0, 0, 2, 9]), 12, 31),
                publication="full",
                published_at=timezone.now(),
                permitted_uses=["web"],
            )
            for number in range(1, items + 1)
        ],
        batch_size=500,
    )
    Item.subjects.through.objects.bulk_create(
        [
            Item.subjects.through(item_id=item.pk, subject_id=subject.pk)
            for item in made
            for subject in chance.sample(subjects, 3)
        ],
        batch_size=2000,
    )
    Story.objects.bulk_create(
        [
            Story(
                item=item, text=words(chance, 50), language=chance.choice(["da", "tr"])
            )
            for item in made
            if item.number % 3 == 0
        ],
        batch_size=1000,
    )


def questions() -> list[str]:
    """One and two words, inflected and not, common and rare, some with a slip."""
    chance = random.Random(1974)
    asked = [
        f"{chance.choice(NAMES.split())} {chance.choice(THINGS.split())}"
        for _ in range(ROUNDS // 2)
    ]
    asked += [
        chance.choice(THINGS.split()) + chance.choice(["", "n", "r"]) for _ in range(80)
    ]
    asked += [words(chance, 1) for _ in range(ROUNDS - len(asked))]
    return asked


def measure(work: Callable[[str], object], asked: list[str]) -> tuple[float, float]:
    """(p50, p95) in milliseconds of CPU, after a few to warm up."""
    for each in asked[:10]:
        work(each)
    times = []
    for each in asked:
        begun = time.process_time()
        work(each)
        times.append((time.process_time() - begun) * 1000)
    cuts = statistics.quantiles(times, n=20)
    return statistics.median(times), cuts[18]


def bare_whoosh() -> Callable[[str], object]:
    """The same words in the same index, as Whoosh does it by itself."""
    from whoosh import index, query

    from search import outbox
    from search.engine.schema import TERMS
    from search.language import terms
    from search.language import words as split

    searcher = index.open_dir(str(outbox.backend().folder.generation())).searcher()

    def search(text: str) -> object:
        found = [
            query.Or([query.Term(TERMS, term.text) for term in terms(token.word)])
            for token in split(text)
        ]
        return len(searcher.search(query.And(found), limit=24))

    return search


def main(items: int) -> None:
    from django.test import Client

    from search import outbox
    from search.finding import Asked, find

    fill(items)
    begun = time.process_time()
    outbox.rebuild()
    indexing = (time.process_time() - begun) / items * 1000
    asked = questions()
    client = Client(SERVER_NAME="localhost")
    two = {"decade": "1970", "place": "sted-3"}
    rows = [
        ("bare Whoosh, words only", measure(bare_whoosh(), asked)),
        ("words, facets, highlights", measure(lambda text: find(Asked(text)), asked)),
        ("two facets", measure(lambda _text: find(Asked("", two)), asked)),
        ("words and two facets", measure(lambda text: find(Asked(text, two)), asked)),
        (
            "the whole page",
            measure(lambda text: client.get("/soeg/", {"q": text}), asked),
        ),
    ]
    yardstick = rows[0][1]
    print(f"{items} items, indexed with {indexing:.2f} ms of CPU each")
    print(f"{'':<28}{'p50 ms':>8}{'p95 ms':>8}{'p50 ×':>8}{'p95 ×':>8}")
    for name, (half, most) in rows:
        print(
            f"{name:<28}{half:>8.1f}{most:>8.1f}"
            f"{half / yardstick[0]:>8.2f}{most / yardstick[1]:>8.2f}"
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["inside"]:
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
        main(int(sys.argv[2]))
    else:
        in_own_house(sys.argv[1] if len(sys.argv) > 1 else str(ITEMS))
