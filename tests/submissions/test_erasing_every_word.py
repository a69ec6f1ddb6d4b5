"""Erasing leaves no word of a family in any table, and no byte in any folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.utils import timezone

from archive import actions, deciding, volunteering
from archive.batches import Wish
from archive.models import (
    AnchorAnswer,
    Collection,
    DatingAnchor,
    FileChange,
    ImportRun,
    Item,
    Photographer,
    Place,
    Relation,
    StoryTranslation,
    Subject,
)
from config import work
from exhibitions.models import Block, Exhibition, Section
from search import outbox
from submissions import actions as families
from submissions import erasure
from submissions.models import (
    Addition,
    CollectionDay,
    ConsentText,
    Hold,
    Keepsake,
    Message,
    Notice,
    Photograph,
    Recipe,
    Scan,
    Submission,
    Ticket,
)
from tests import make, photos, races, sounds

pytestmark = pytest.mark.django_db(transaction=True)

WORD = "Qzxj"
# What the archive itself wrote, of the town and of its own work: no family's words.
OURS = {
    *(Place, Subject, Collection, Photographer, DatingAnchor, ImportRun),
    *(Exhibition, Section, Block, CollectionDay, ConsentText),
}
# Read by programs, and no sentence of anybody's.
SHAPED = {
    *("sha256", "token", "public_token", "folder", "mime", "kind", "side", "dhash"),
    *("language", "date_language", "story_language", "date_edtf", "key", "of", "door"),
    *("table", "seat", "colour", "fingerprint", "channel", "topic", "copy"),
    "submissions.Scan.problem",
}


@pytest.fixture
def on_disk(tmp_path: Path) -> Iterator[None]:
    with races.on_disk(tmp_path):
        yield


def everything() -> tuple[Submission, Item]:
    """One family with all that can be given, and all that can be done with it."""
    poul, kirsten = make.user(), make.user("volunteer")
    given = make.submission(pictures=0)
    photograph = _picture(given)
    _picture(given, back_of=photograph)
    make.recording(given, sounds.webm(1) + WORD.encode(), ready=False)
    _beside(given)
    [item] = families.accept(given, by=poul, titles={photograph.pk: "Far"})
    Hold.objects.create(submission=given, by=poul, until=timezone.now())
    _described(item, poul)
    Item.objects.filter(pk=item.pk).update(publication="full")
    make.placement(make.block(kind="picture"), item=item)
    make.objection(item)
    make.assignment(item, volunteer=kirsten)
    volunteering.suggest(item, words={"title": WORD, "remarks": WORD}, by=kirsten)
    volunteering.accept(item.suggestions.get(field="remarks"), by=poul)
    deciding.decide(item, purpose="wall", verdict="no", reason=WORD, by=poul)
    item.refresh_from_db()
    wish = Wish({"material": WORD})
    actions.change_many({item.pk: item.version}, wish=wish, by=poul)
    actions.merge(make.person("Ali 2"), into=item.persons.get(), by=poul)
    fill()
    Relation.objects.create(item=item, other=make.item(), kind="other")
    return given, Item.objects.get(pk=item.pk)


def _picture(given: Submission, **facts: Any) -> Photograph:
    data = photos.jpeg(640 + given.photographs.count(), 480) + WORD.encode()
    file = make.media(data, name=f"{WORD}.jpg")
    return Photograph.objects.create(
        submission=given,
        media=file,
        sha256=file.sha256,
        position=given.photographs.count(),
        **facts,
    )


def _beside(given: Submission) -> None:
    """What came with it in other shapes than pictures and a story."""
    make.upload_row(given)
    given.persons_told.create(name="Ali", position=0)
    Recipe.objects.create(submission=given)
    Message.objects.create(submission=given, text="Hvem?", author="Poul")
    Addition.objects.create(submission=given, text="Mere.")
    Notice.objects.create(submission=given, kind=Notice.Kind.ACCEPTED)
    paper = make.media(photos.jpeg(500, 400) + WORD.encode())
    make.consent(given, uses=["web"], evidence=paper, helped_by="Birthe")
    at_home = make.media(photos.jpeg(400, 300) + WORD.encode())
    Keepsake.objects.create(submission=given, media=at_home)
    day = make.collection_day()
    told = {"story": WORD, "name": WORD}
    ticket = Ticket.objects.create(
        day=day, table="A", number=1, key="k" * 22, submission=given, answers=told
    )
    copy = Path(settings.DATA_DIR) / "scanner" / "A" / "taken" / f"{WORD}.jpg"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(WORD.encode())
    file = given.photographs.first()
    assert file
    Scan.objects.create(
        day=day,
        table="A",
        name=copy.name,
        ticket=ticket,
        media=file.media,
        copy=str(copy),
    )


def _described(item: Item, poul: Any) -> None:
    file = item.media.all()[0]
    make.depiction(item)
    for story in item.stories.all():
        StoryTranslation.objects.create(story=story, language="en", text="x")
    FileChange.objects.create(item=item, media=file, deed="side", by=poul)
    anchor = make.anchor()
    AnchorAnswer.objects.create(item=item, anchor=anchor, date_edtf="1974", by=poul)
    translations = {"en": {"title": WORD, "seen": WORD, "alt_text": WORD}}
    Item.objects.filter(pk=item.pk).update(translations=translations)


def fill() -> None:
    """The word in every text of every row: a new field or table comes along itself."""
    for model in apps.get_models():
        app = model._meta.app_label
        if app not in {"archive", "submissions", "exhibitions"} or model in OURS:
            continue
        if model.__name__.startswith("Historical") or not _texts(model):
            continue
        for row in model._base_manager.all():
            words = {name: f"{WORD}{row.pk}"[:most] for name, most in _texts(model)}
            model._base_manager.filter(pk=row.pk).update(**words)
            if hasattr(model, "history"):
                model._base_manager.get(pk=row.pk).save()


def _texts(model: type[models.Model]) -> list[tuple[str, int | None]]:
    return [
        (field.name, field.max_length)
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not field.choices
        and not SHAPED & {field.name, f"{model._meta.label}.{field.name}"}
    ]


def still_told() -> list[str]:
    """Every table and column, and every file, in which the word can still be read."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                pairs = zip(names, row, strict=True)
                found += [f"{table}.{n}: {v}"[:160] for n, v in pairs if WORD in str(v)]
    for path in Path(settings.DATA_DIR).rglob("*"):
        if WORD in path.name or (path.is_file() and WORD.encode() in path.read_bytes()):
            found.append(str(path.relative_to(settings.DATA_DIR)))
    return sorted(set(found))


def taken_back_by_the_family(given: Submission, item: Item) -> None:
    families.withdraw(given)
    erasure.erase(given)


def erased_by_an_archivist(given: Submission, item: Item) -> None:
    erasure.erase_item(item, by=make.user())


@pytest.mark.parametrize("erase", [taken_back_by_the_family, erased_by_an_archivist])
@pytest.mark.usefixtures("on_disk")
def test_no_word_and_no_byte_is_left(erase: Any, tmp_path: Path) -> None:
    given, item = everything()
    outbox.drain()
    told_before = len(still_told())

    erase(given, item)
    outbox.drain()

    assert told_before > 40
    work.empty_log()
    left = "\n".join(still_told())
    assert left == ""
