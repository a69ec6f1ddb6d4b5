"""A house with something of everything in it, made by the deeds that people use."""

import datetime as dt
from typing import Any

from django.db import connection
from django.utils import timezone

from accounts import actions as people
from accounts.models import Partner, User
from archive import actions as archive
from archive import batches, deciding, images, intake, volunteering
from archive.batches import Wish
from archive.beside import Beside, Seen
from archive.models import (
    AnchorAnswer,
    ColumnMapping,
    ImportedLine,
    Item,
    Media,
    Relation,
    Scanned,
    StoryTranslation,
)
from exhibitions.models import Exhibition
from submissions import actions, erasure
from submissions.models import (
    Keepsake,
    LostLink,
    PersonTold,
    Recipe,
    Scan,
    Submission,
)
from tests import make, photos, sounds

PUBLIC = Item.Publication.FULL


def a_full_house(poul: User, selma: User, kirsten: User) -> None:
    """One of each noun, and of each thing that may have happened to it."""
    shown = a_family_that_was_heard(poul)
    a_card_with_everything(shown, poul, kirsten)
    families_that_were_not(poul)
    two_names_for_one(shown, poul)
    many_at_once(shown, poul, kirsten)
    exhibitions(shown, selma)
    a_collection_day(poul)
    a_sheet(shown, poul)


def a_family_that_was_heard(poul: User) -> Item:
    given = make.submission(
        pictures=2,
        ready=True,
        call=make.call(introduction="Hvordan var den?", goal=40),
        partner=make.partner(about="Vi danser.", contact_email="klub@example.org"),
        contributor=make.contributor(email="emine@example.org", language="tr"),
        story="Babam 1971’de geldi.",
        story_language="tr",
        date_told="ca. 1974",
        place_told="Vejleåparken",
        uses=["web", "exhibit", "print", "social"],
    )
    make.recording(given, language="tr", transcript="Babam geldi.", transcriber="Deniz")
    Recipe.objects.create(submission=given, dish="Baklava", method="Længe.")
    PersonTold.objects.create(submission=given, name="Hasan", x=10, y=20)
    actions.ask(given, question="Hvem er det?", by=poul)
    actions.answer(given, text="Min onkel.")
    items = actions.accept(given, by=poul, titles={0: "Far ved bussen", 1: "Mor"})
    for item in items:
        described(item, poul)
        archive.publish(Item.objects.get(pk=item.pk), publication=PUBLIC, by=poul)
    actions.tell_more(given, text="Han kørte bussen.", language="da")
    make.objection(items[0], text="Det er mig.", wish="name")
    joined = make.submission(story="Vi boede ved siden af.", ready=True)
    make.consent(joined, uses=["web", "exhibit", "print", "social"])
    actions.join(joined, item=Item.objects.get(pk=items[0].pk), by=poul)
    return Item.objects.get(pk=items[0].pk)


def described(item: Item, poul: User, **changes: Any) -> None:
    fresh = Item.objects.get(pk=item.pk)
    archive.describe(
        fresh,
        version=fresh.version,
        changes={
            "title": "En mand ved en bus",
            "alt_text": "En mand ved en bus.",
            "rights_basis": "family",
            "is_date_unknown": True,
            "is_place_unknown": True,
            **changes,
        },
        subjects=[make.subject("rejse"), make.subject("bil")],
        also=Beside(
            persons=[Seen("Hasan Işık", living="no", may_be_named=True, x=12, y=40)]
        ),
        by=poul,
    )


def a_card_with_everything(item: Item, poul: User, kirsten: User) -> None:
    place = make.place("Vejleåparken", latitude=55.6, aliases=["Planen"])
    described(
        item,
        poul,
        seen="Linje et\nlinje “to”",
        place=make.place("Gildhøj", parent=place),
        is_place_unknown=False,
        date_told="ca. 1974",
        date_edtf="1974~",
        earliest=dt.date(1972, 1, 1),
        latest=dt.date(1976, 12, 31),
        date_basis="back",
        is_date_unknown=False,
        collection=make.collection(),
        photographed_by=make.photographer(),
        translations={"tr": {"title": "Babam", "alt_text": "İki kız"}},
    )
    back = archive.add_file(item, make.media(name="bag.jpg"), side="back", by=poul)
    archive.lay_file_aside(back, by=poul)
    voice = intake.receive(make.upload(sounds.m4a(), "stemme.m4a"))
    images.develop(voice)
    story = archive.tell(item, sound=voice, language="ur", teller="Nadia")
    archive.transcribe(story, text="Hum aaye.", transcriber="Deniz", by=poul)
    StoryTranslation.objects.create(
        story=story, language="da", text="Vi kom.", translator="Deniz"
    )
    other = make.published_item(picture=True, title="Uden familie")
    Relation.objects.create(item=item, other=other, kind="series")
    AnchorAnswer.objects.create(
        item=item, anchor=make.anchor(), date_edtf="1974~", bounds="..", by=poul
    )
    deciding.decide(item, purpose="social", verdict="no", reason="Sød.", by=poul)
    volunteering.give([item], to=kirsten, by=poul)
    volunteering.suggest(item, words={"title": "Far og bussen"}, by=kirsten)
    people.change_role(kirsten, role=User.Role.REGISTRAR, by=poul)


def families_that_were_not(poul: User) -> None:
    declined = make.submission(story="Et kattebillede.")
    actions.decline(declined, reason="Tak, men nej tak.", by=poul)
    for erased in (False, True):
        given = make.submission(ready=True, story="Vi tog den tilbage.")
        [item] = actions.accept(given, by=poul, titles={0: "Taget tilbage"})
        described(item, poul)
        archive.publish(Item.objects.get(pk=item.pk), publication=PUBLIC, by=poul)
        actions.withdraw(Submission.objects.get(pk=given.pk))
        if erased:
            erasure.erase(Submission.objects.get(pk=given.pk))
    archive.lay_away(make.item(picture=True), by=poul, because="To gange.")
    draft = actions.begin("et-udkast-med-en-noegle", language="ur", call=None)
    upload = make.upload_row(draft, offset=5)
    upload.pieces.parent.mkdir(parents=True, exist_ok=True)
    upload.pieces.write_bytes(b"\xff\xd8\xff12")
    LostLink.objects.create(email="emine@example.org")


def two_names_for_one(item: Item, poul: User) -> None:
    emine, other = make.person("Emine Aydın"), make.person("Emine Aydin")
    make.depiction(item, person=other, x=20, y=30, may_be_named=True)
    archive.merge(other, into=emine, by=poul)


def many_at_once(item: Item, poul: User, kirsten: User) -> None:
    archive.keep_template("Bus", of=item, by=poul)
    item.refresh_from_db()
    wish = Wish({"material": "Glansbillede"}, add=(make.subject("bus").pk,))
    archive.change_many({item.pk: item.version}, wish=wish, by=poul)
    assert batches.chosen([item.pk]).exists()


def exhibitions(item: Item, selma: User) -> None:
    for published_at, opens in ((timezone.now(), -9), (None, 30)):
        shown = make.exhibition(
            title="Den første dag",
            cover=item,
            opens=timezone.localdate() + dt.timedelta(days=opens),
            published_at=published_at,
            changed_by=selma,
        )
        shown.partners.set(Partner.objects.all())
        section = make.section(shown, promise="Tre dage.")
        make.block(section, body="Vi kom *om natten*.", settings={"language": "tr"})
        make.placement(make.block(section, "picture"), item=item, label="Far.")


def a_collection_day(poul: User) -> None:
    day = make.collection_day()
    seated = make.handed_over(day, poul, story="Farmors bryllup.")
    assert seated.submission is not None
    Keepsake.objects.create(submission=seated.submission, media=make.media())
    scanned = make.media(photos.jpeg(width=333))
    Scan.objects.create(
        day=day, table="A", name="0001.jpg", media=scanned, sha256=scanned.sha256
    )


def a_sheet(item: Item, poul: User) -> None:
    run = make.import_run(state="done", by=poul)
    ImportedLine.objects.create(run=run, line=2, item=item)
    ColumnMapping.objects.create(fingerprint="0" * 64, keys=["title"])
    box = archive.lay_on_scanner({"name": "Kassen fra loftet"}, by=poul)
    Scanned.objects.create(
        box=box, name="0007.tif", sha256="7" * 64, state="taken", item=item
    )


def addresses() -> list[str]:
    """Every address of the house that tells something of what is in it."""
    shown: list[Any] = [*Item.objects.order_by("pk"), *Exhibition.objects.all()]
    found = ["/", "/billeder/", "/udstillinger/"]
    found += [each.get_absolute_url() for each in shown]
    given = Submission.objects.exclude(state=Submission.State.DRAFT)
    found += [each.get_absolute_url() for each in given]
    return found + [
        media.public_url(each["name"])
        for media in Media.objects.exclude(public_token=None)
        for each in media.renditions
    ]


def emptied() -> None:
    """A new house with the same people: what an import comes into."""
    apps = ("archive_", "filer_", "search_", "submissions_", "exhibitions_")
    rows = ("accounts_partner", "accounts_persondeed")
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":  # PostgreSQL waits by itself
            cursor.execute("PRAGMA defer_foreign_keys = ON")
        for table in connection.introspection.table_names(cursor):
            if table.startswith((*apps, *rows)):
                cursor.execute(f"DELETE FROM {table}")
