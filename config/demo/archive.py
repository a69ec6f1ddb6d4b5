"""The sample archive, built by the same deeds that people use."""

from __future__ import annotations

import csv
import datetime as dt
import tomllib
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from accounts.models import User
from archive import actions as archive_actions
from archive import images
from archive.models import (
    DatingAnchor,
    Depiction,
    Item,
    Media,
    Person,
    Place,
    StoryTranslation,
    Subject,
)
from config import headings
from config.demo.drawing import SCENES, draw
from config.demo.snapshots import snapshot
from submissions import actions
from submissions.consent import uses_of
from submissions.models import Call, Submission

DATA = Path(__file__).parent / "data"
WORKERS = 2

Say = Callable[[str], None]


def load(people: Mapping[str, User], say: Say) -> dict[str, Item]:
    """Everything but the exhibition; returns the items by the slug of their drawing."""
    make_places()
    headings.load()
    make_anchors()
    make_calls()
    say("Drawing 24 pictures …")
    with ProcessPoolExecutor(WORKERS) as pool:
        drawn = dict(zip(SCENES, pool.map(draw, SCENES), strict=True))
    say("Opening them in the darkroom …")
    pictures = tomllib.loads((DATA / "pictures.toml").read_text("utf-8"))["picture"]
    items = {
        each["slug"]: give(each, drawn[each["slug"]], by=people["poul"])
        for each in pictures
    }
    waiting = tomllib.loads((DATA / "inbox.toml").read_text("utf-8"))["waiting"]
    for each in waiting:
        send_waiting(each, drawn, by=people["poul"])
    open_all_files()
    for each in pictures:
        describe(items[each["slug"]], each, by=people["poul"])
    return items


def make_places() -> None:
    for row in _rows("places.csv"):
        Place.objects.update_or_create(
            slug=row["slug"],
            defaults={
                "name": row["name"],
                "parent": Place.objects.filter(slug=row["parent"]).first(),
                "latitude": float(row["latitude"]) if row["latitude"] else None,
                "longitude": float(row["longitude"]) if row["longitude"] else None,
                "opened": row["opened"],
                "is_suggested": row["suggested"] == "1",
                "aliases": [name for name in row["aliases"].split(";") if name],
            },
        )


def make_anchors() -> None:
    for row in _rows("anchors.csv"):
        DatingAnchor.objects.update_or_create(
            slug=row["slug"],
            defaults={
                "place": Place.objects.filter(slug=row["place"]).first(),
                "keywords": [word for word in row["keywords"].split(";") if word],
                "not_before": row["not_before"] or None,
                "not_after": row["not_after"] or None,
                "sentences": {
                    code: row[code] for code in ("da", "en", "tr", "ur", "ar")
                },
                "source": row["source"],
                "is_verified": row["verified"] == "1",
            },
        )


def make_calls() -> None:
    for each in tomllib.loads((DATA / "calls.toml").read_text("utf-8"))["call"]:
        Call.objects.update_or_create(slug=each.pop("slug"), defaults=each)


def give(told: Mapping[str, Any], drawing: bytes, *, by: User) -> Item:
    """One picture given, sent and accepted."""
    submission = sent(
        f"sample-{told['slug']}",
        files=[(f"{told['slug']}.jpg", drawing)],
        told={
            "story": told["story"],
            "story_language": told["language"],
            "date_told": told["date"],
            "place_told": "",
            "taken_by": told["taken_by"],
            "photographer": told["photographer"],
        },
        giver={"name": told["teller"], "shown_as": "full"},
        uses=told["uses"],
        language="da",
    )
    [item] = actions.accept(submission, by=by)
    return item


def sent(
    key: str,
    *,
    files: Iterable[tuple[str, bytes]],
    told: Mapping[str, Any],
    giver: Mapping[str, Any],
    uses: Iterable[str],
    language: str,
) -> Submission:
    """A contribution, sent the way the page sends it."""
    call = Call.objects.first()
    submission = actions.begin(key, call=call, language=language)
    uploads = [
        SimpleUploadedFile(name, data, content_type="image/jpeg")
        for name, data in files
    ]
    actions.add_files(submission, uploads)
    actions.save_draft(submission, told=told, giver=giver)
    return actions.send(
        submission,
        uses=uses_of(list(uses)),
        names="full",
        have_persons_agreed=True,
        is_of_age=True,
    )


def open_all_files() -> None:
    """What the worker does, at once and two at a time."""
    waiting = list(Media.objects.filter(state=Media.State.RECEIVED))
    for media in waiting:
        images.develop(media)


def describe(item: Item, told: Mapping[str, Any], *, by: User) -> None:
    """Describe as an archivist would, and publish."""
    item.refresh_from_db()
    scene = SCENES[told["slug"]]
    changes = {
        "title": told["title"],
        "seen": told["seen"],
        "alt_text": scene.alt,
        "place": Place.objects.get(slug=told["place"]),
        "rights_basis": told["rights"],
        "date_note": told.get("note", ""),
        "material": "Tegning i få farver",
    }
    if told.get("date_language"):
        item.date_language = changes["date_language"] = told["date_language"]
        archive_actions.read_told_date(item, basis="family")
        changes |= {
            field: getattr(item, field)
            for field in ("date_edtf", "earliest", "latest", "date_basis")
        }
    subjects = list(Subject.objects.filter(slug__in=told["subjects"]))
    name_persons(item, told.get("persons", []))
    archive_actions.describe(
        item, version=item.version, changes=changes, subjects=subjects, by=by
    )
    translate(item, told)
    if told["rights"] != Item.RightsBasis.UNKNOWN:
        archive_actions.publish(item, publication=Item.Publication.FULL, by=by)


def name_persons(item: Item, persons: Iterable[Mapping[str, Any]]) -> None:
    for position, each in enumerate(persons):
        person, _made = Person.objects.get_or_create(
            slug=each["name"].split()[0].lower(),
            defaults={"name": each["name"], "living": each["living"]},
        )
        Depiction.objects.get_or_create(
            item=item,
            person=person,
            defaults={"may_be_named": each["named"], "x": 30 + position * 30, "y": 40},
        )


def translate(item: Item, told: Mapping[str, Any]) -> None:
    if "translation" not in told:
        return
    StoryTranslation.objects.update_or_create(
        story=item.stories.get(),
        language="da",
        defaults={"text": told["translation"], "translator": told["translator"]},
    )


def send_waiting(
    told: Mapping[str, Any], drawn: Mapping[str, bytes], *, by: User
) -> None:
    """One contribution that waits in the inbox, photographed with a telephone."""
    day = timezone.now() - dt.timedelta(days=told["days_ago"], hours=3)
    files = [
        (
            f"IMG_{day:%Y%m%d}_{number:03d}.jpg",
            snapshot(
                drawn[slug], taken=f"{day:%Y:%m:%d %H:%M:%S}", tilt=1.5 - number * 3
            ),
        )
        for number, slug in enumerate(told["pictures"])
    ]
    submission = sent(
        f"sample-waiting-{'-'.join(told['pictures'])}",
        files=files,
        told={
            "story": told["story"],
            "story_language": told["story_language"],
            "who_told": told["who"],
            "date_told": told["date"],
            "place_told": told["place"],
            "taken_by": told["taken_by"],
        },
        giver={"name": told["name"], "email": told.get("email", "")},
        uses=told["uses"],
        language=told["language"],
    )
    Submission.objects.filter(pk=submission.pk).update(sent_at=day)
    if question := told.get("question"):
        actions.ask(submission, question=question, by=by)


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
