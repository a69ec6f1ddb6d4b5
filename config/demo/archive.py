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

from accounts.models import Partner, User
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
from config.demo.day import hold
from config.demo.drawing import SCENES, draw
from config.demo.snapshots import snapshot
from config.demo.voices import hum
from submissions import actions
from submissions.consent import uses_of
from submissions.models import Call, Submission

DATA = Path(__file__).parent / "data"
WORKERS = 2

Say = Callable[[str], None]

# Places that are no names: every family reads them in its own language.
PLACES_ANYWHERE = {
    "skolen": {
        "en": "At school",
        "tr": "Okulda",
        "ur": "اسکول میں",
        "ar": "في المدرسة",
    },
    "paa-rejsen": {
        "en": "On the journey",
        "tr": "Yolculukta",
        "ur": "سفر میں",
        "ar": "في الطريق",
    },
    "hjemlandet": {
        "en": "In the home country",
        "tr": "Memlekette",
        "ur": "آبائی وطن میں",
        "ar": "في الوطن",
    },
}


def load(people: Mapping[str, User], say: Say) -> dict[str, Item]:
    """Everything but the exhibition; returns the items by the slug of their drawing."""
    make_places()
    headings.load()
    make_anchors()
    told = _told("calls.toml", "call")
    make_calls(told)
    make_partners()
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
    hold(drawn, by=people["kirsten"])
    open_all_files()
    for each in pictures:
        describe(items[each["slug"]], each, by=people["poul"])
    for each in told:
        hero = items[each["picture"]]
        Call.objects.filter(slug=each["slug"]).update(hero=hero)
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
                "names": PLACES_ANYWHERE.get(row["slug"], {}),
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


def make_calls(told: Iterable[Mapping[str, Any]]) -> None:
    """The calls without their pictures: those hang when they are published."""
    own = {"slug", "picture", "gave", "closes_in_weeks"}
    for position, each in enumerate(told):
        facts = {name: value for name, value in each.items() if name not in own}
        if weeks := each.get("closes_in_weeks"):
            facts["closes"] = timezone.localdate() + dt.timedelta(weeks=weeks)
        Call.objects.update_or_create(
            slug=each["slug"], defaults={**facts, "position": position}
        )


def make_partners() -> None:
    for each in _told("partners.toml", "partner"):
        facts = {name: value for name, value in each.items() if name != "through"}
        Partner.objects.update_or_create(slug=facts.pop("slug"), defaults=facts)


def led_by(picture: str) -> dict[str, Call | Partner | None]:
    """The call a picture answered, and the partner it came through."""
    call = next(
        (
            each["slug"]
            for each in _told("calls.toml", "call")
            if picture in each.get("gave", ())
        ),
        None,
    )
    partner = next(
        (
            each["slug"]
            for each in _told("partners.toml", "partner")
            if picture in each["through"]
        ),
        None,
    )
    return {
        "call": Call.objects.filter(slug=call).first() or Call.objects.first(),
        "partner": Partner.objects.filter(slug=partner).first(),
    }


def give(told: Mapping[str, Any], drawing: bytes, *, by: User) -> Item:
    """One picture given, sent and accepted."""
    submission = sent(
        f"sample-{told['slug']}",
        files=[(f"{told['slug']}.jpg", drawing), *spoken(told)],
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
        begun={"language": "da", **led_by(told["slug"])},
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
    begun: Mapping[str, Any],
) -> Submission:
    """A contribution, sent the way the page sends it."""
    submission = actions.begin(key, **begun)
    uploads = [
        SimpleUploadedFile(name, data, content_type="image/jpeg")
        for name, data in files
    ]
    spoken_in = told.get("story_language", "")
    actions.add_files(submission, uploads, language=spoken_in)
    actions.save_draft(submission, told=told, giver=giver)
    return actions.send(
        submission,
        uses=uses_of(list(uses)),
        names="full",
        have_persons_agreed=True,
        is_of_age=True,
    )


def spoken(told: Mapping[str, Any]) -> list[tuple[str, bytes]]:
    """A voice beside the pictures, of so many seconds."""
    seconds = told.get("voice", 0)
    return [("stemme.wav", hum(seconds))] if seconds else []


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
        story=item.stories.get(sound=None),
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
        f"sample-waiting-{'-'.join(told['pictures']) or 'voice'}",
        files=[*files, *spoken(told)],
        told={
            "story": told["story"],
            "story_language": told["story_language"],
            "who_told": told["who"],
            "date_told": told["date"],
            "place_told": told["place"],
            "latitude": told.get("latitude"),
            "longitude": told.get("longitude"),
            "precision": told.get("precision", ""),
            "persons": told.get("person", []),
            "taken_by": told["taken_by"],
            "recipe": told.get("recipe", {}),
        },
        giver={"name": told["name"], "email": told.get("email", "")},
        uses=told["uses"],
        begun={"language": told["language"], "call": _call_of(told)},
    )
    Submission.objects.filter(pk=submission.pk).update(sent_at=day)
    if question := told.get("question"):
        actions.ask(submission, question=question, by=by)


def _call_of(told: Mapping[str, Any]) -> Call | None:
    asked = Call.objects.filter(slug=told.get("call", "")).first()
    return asked or Call.objects.first()


def _told(name: str, what: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((DATA / name).read_text("utf-8"))[what]
    return found


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
