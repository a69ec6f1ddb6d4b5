"""Things for tests, made with one word each: make.item(title="Farfar")."""

import itertools
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from accounts.models import Invitation, Partner, User
from archive import actions as archive_actions
from archive import images, intake
from archive.models import (
    Assignment,
    Collection,
    DatingAnchor,
    Depiction,
    ImportRun,
    Item,
    Media,
    Person,
    Photographer,
    Place,
    Subject,
    Suggestion,
)
from exhibitions.models import Block, Exhibition, Placement, Section
from submissions import actions as submission_actions
from submissions import recordings
from submissions.actions import collecting, sheets
from submissions.models import (
    Call,
    CollectionDay,
    Consent,
    Contributor,
    Objection,
    Photograph,
    Recording,
    Submission,
    Ticket,
    Upload,
)
from submissions.models.consent import ConsentText
from tests import photos, sounds

_count = itertools.count(1)


def user(role: str = User.Role.ARCHIVIST, **facts: Any) -> User:
    number = next(_count)
    facts.setdefault("email", f"person{number}@example.org")
    facts.setdefault("name", f"Person {number}")
    return User.objects.create_user(role=role, password="ankomst-demo", **facts)


def invitation(**facts: Any) -> Invitation:
    facts.setdefault("email", f"indbudt{next(_count)}@example.org")
    facts.setdefault("name", "Birthe")
    facts.setdefault("by", user())
    return Invitation.objects.create(**facts)


def assignment(item: Item, **facts: Any) -> Assignment:
    facts.setdefault("volunteer", user(User.Role.VOLUNTEER))
    facts.setdefault("by", user())
    return Assignment.objects.create(item=item, **facts)


def suggestion(item: Item, **facts: Any) -> Suggestion:
    facts.setdefault("field", "title")
    facts.setdefault("words", "Stationen en mandag")
    facts.setdefault("by", user(User.Role.VOLUNTEER))
    return Suggestion.objects.create(item=item, **facts)


def upload(data: bytes | None = None, name: str = "billede.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data or photos.jpeg(), content_type="image/jpeg")


def media(data: bytes | None = None, *, ready: bool = True, **facts: Any) -> Media:
    """A file in the house; by default already opened by the darkroom."""
    made = intake.receive(upload(data, facts.pop("name", "billede.jpg")))
    for field, value in facts.items():
        setattr(made, field, value)
    made.save()
    return images.develop(made) if ready else made


def flat_media(item: Item) -> Media:
    """A file without bytes, ready on paper: for tests that never open the picture."""
    number = next(_count)
    return Media.objects.create(
        item=item,
        sha256=f"{number:064x}",
        size=1,
        state=Media.State.READY,
        kind="image",
        mime="image/jpeg",
        width=1200,
        height=800,
        folder="00/none",
        renditions=[
            {
                "width": width,
                "height": width * 2 // 3,
                "format": form,
                "name": f"{width}.{form}",
                "bytes": 1,
            }
            for width in (320, 640, 1200)
            for form in ("webp", "jpg")
        ],
    )


def place(name: str = "Vejleåparken", **facts: Any) -> Place:
    facts.setdefault("slug", f"sted-{next(_count)}")
    return Place.objects.create(name=name, **facts)


def subject(label: str = "ankomst", **facts: Any) -> Subject:
    facts.setdefault("slug", f"emne-{next(_count)}")
    return Subject.objects.create(labels={"da": label}, **facts)


def collection(name: str = "Familien Aydıns album", **facts: Any) -> Collection:
    facts.setdefault("slug", f"samling-{next(_count)}")
    return Collection.objects.create(names={"da": name}, **facts)


def photographer(name: str = "Birthe Koch", **facts: Any) -> Photographer:
    facts.setdefault("slug", f"fotograf-{next(_count)}")
    return Photographer.objects.create(name=name, **facts)


def anchor(
    sentence: str = "Stationen åbnede 26. september 1976.", **facts: Any
) -> DatingAnchor:
    facts.setdefault("slug", f"anker-{next(_count)}")
    return DatingAnchor.objects.create(sentences={"da": sentence}, **facts)


def person(name: str = "Emine Aydın", **facts: Any) -> Person:
    facts.setdefault("slug", f"person-{next(_count)}")
    return Person.objects.create(name=name, **facts)


def depiction(item: Item, **facts: Any) -> Depiction:
    facts.setdefault("person", person())
    return Depiction.objects.create(item=item, **facts)


def item(*, picture: bool = False, **facts: Any) -> Item:
    """A described item, not yet published; with real picture bytes if asked for."""
    subjects = facts.pop("subjects", [])
    facts.setdefault("number", next(_count))
    facts.setdefault("title", "To søstre på marken")
    facts.setdefault("alt_text", "To piger står på en mark.")
    facts.setdefault("is_place_unknown", not facts.get("place"))
    facts.setdefault("rights_basis", Item.RightsBasis.FAMILY)
    facts.setdefault("permitted_uses", ["exhibit", "print", "social", "web"])
    if "date_told" in facts:
        facts.setdefault("date_basis", "family")
    made = Item(**facts)
    archive_actions.read_told_date(made, basis=made.date_basis or "")
    made.is_date_unknown = not made.date_edtf
    made.save()
    made.subjects.set(subjects)
    if picture:
        real = media()
        real.item = made
        real.save()
    else:
        flat_media(made)
    return made


def published_item(*, picture: bool = False, **facts: Any) -> Item:
    made = item(picture=picture, **facts)
    return archive_actions.publish(made, publication=Item.Publication.FULL, by=user())


def import_run(**facts: Any) -> ImportRun:
    """A sheet in the workroom whose columns are known, not yet read."""
    facts.setdefault("token", f"ark-{next(_count)}")
    facts.setdefault("headings", ["Overskrift"])
    facts.setdefault("keys", ["title"])
    return ImportRun.objects.create(name="ark.csv", folder="/nowhere", **facts)


def call(slug: str = "den-foerste-dag", **facts: Any) -> Call:
    facts.setdefault("title", "Den første dag i Ishøj")
    return Call.objects.create(slug=slug, **facts)


def partner(slug: str = "klub-jadran", **facts: Any) -> Partner:
    facts.setdefault("name", "Klub Jadran")
    return Partner.objects.create(slug=slug, **facts)


def contributor(name: str = "Emine Aydın", **facts: Any) -> Contributor:
    return Contributor.objects.create(name=name, **facts)


def submission(*, pictures: int = 1, ready: bool = False, **facts: Any) -> Submission:
    """A contribution that has been sent, with permission for web and exhibitions."""
    uses = facts.pop("uses", ["web", "exhibit"])
    facts.setdefault("contributor", contributor())
    facts.setdefault("state", Submission.State.RECEIVED)
    facts.setdefault("sent_at", timezone.now())
    facts.setdefault("story", "Farfar kom i 1971.")
    facts.setdefault("story_language", "da")
    made = Submission.objects.create(**facts)
    for position in range(pictures):
        file = media(photos.jpeg(width=640 + next(_count), height=480), ready=ready)
        Photograph.objects.create(
            submission=made, media=file, sha256=file.sha256, position=position
        )
    consent(made, uses=uses)
    return made


def upload_row(of: Submission | None = None, **facts: Any) -> Upload:
    """A file on its way, of which nothing is here yet."""
    facts.setdefault("purpose", "picture")
    facts.setdefault("name", "farfar.jpg")
    facts.setdefault("size", 1_000)
    return Upload.objects.create(submission=of or submission(pictures=0), **facts)


def recording(of: Submission, voice: bytes | None = None, **facts: Any) -> Recording:
    """A voice of a contribution, opened by the darkroom unless said otherwise."""
    ready = facts.pop("ready", True)
    data = voice or sounds.webm(1 + next(_count) / 100)
    made = recordings.add_recording(of, upload(data, "stemme.webm"))
    for field, value in facts.items():
        setattr(made, field, value)
    made.save()
    if ready:
        images.develop(made.media)
    return made


def told_item(**facts: Any) -> Item:
    """A story told aloud and nothing else, accepted and ready to be published."""
    given = submission(pictures=0, story="", **facts)
    recording(given, language="tr")
    [made] = submission_actions.accept(given, by=user(), titles={0: "Med toget"})
    made.is_place_unknown = made.is_date_unknown = True
    made.save()
    return made


def consent(given_for: Submission, *, uses: list[str], **facts: Any) -> Consent:
    text, _ = ConsentText.objects.get_or_create(
        fingerprint="0" * 64, defaults={"language": "da", "text": "Må vi?"}
    )
    facts.setdefault("is_of_age", True)
    return Consent.objects.create(submission=given_for, text=text, uses=uses, **facts)


def collection_day(**facts: Any) -> CollectionDay:
    """A day with two tables, open unless told otherwise."""
    facts.setdefault("slug", f"dag-{next(_count)}")
    facts.setdefault("name", "Indsamlingsdag")
    facts.setdefault("status", CollectionDay.Status.OPEN)
    return CollectionDay.objects.create(**facts)


def ticket(day: CollectionDay, table: str = "A") -> Ticket:
    return collecting.take_ticket(
        day, table=table, key=f"et-tryk-paa-skaermen-{next(_count)}"
    )


def at_table(day: CollectionDay, by: User, table: str = "A", **said: Any) -> Ticket:
    """A family at a table, with what has been written on their sheet so far."""
    ticket(day, table)
    seated = collecting.call(day, table=table, by=by)
    assert seated is not None
    before = sheets.said(seated)
    seen = {name: sheets.stamp(value) for name, value in before.items()}
    sheets.write(seated, changes=said, seen=seen)
    seated.refresh_from_db()
    return seated


READ_ALOUD: dict[str, Any] = {
    "may": ["show", "print"],
    "is_of_age": True,
    "aloud": True,
}


def handed_over(day: CollectionDay, by: User, table: str = "A", **said: Any) -> Ticket:
    """A family that has sent what they came with, and still sits there."""
    said = {"story": "Farfar kom i 1971."} | READ_ALOUD | said
    seated = at_table(day, by, table, **said)
    sheets.hand_over(seated, by=by)
    seated.refresh_from_db()
    return seated


def objection(to: Item, **facts: Any) -> Objection:
    facts.setdefault("contributor", contributor("Meryem"))
    facts.setdefault("wish", Objection.Wish.HIDE_PICTURE)
    return Objection.objects.create(item=to, **facts)


def exhibition(**facts: Any) -> Exhibition:
    facts.setdefault("slug", f"udstilling-{next(_count)}")
    facts.setdefault("title", "Den første dag")
    return Exhibition.objects.create(**facts)


def section(of: Exhibition | None = None, **facts: Any) -> Section:
    facts.setdefault("title", "Tre dage med tog")
    return Section.objects.create(exhibition=of or exhibition(), **facts)


def block(of: Section | None = None, kind: str = "text", **facts: Any) -> Block:
    return Block.objects.create(section=of or section(), kind=kind, **facts)


def placement(of: Block | None = None, **facts: Any) -> Placement:
    facts.setdefault("item", None)
    facts["item"] = facts["item"] or published_item()
    return Placement.objects.create(block=of or block(kind="picture"), **facts)
