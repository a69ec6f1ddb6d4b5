"""What of the archive, and of the people of the house, travels in a whole archive."""

from __future__ import annotations

from django.apps import apps

from accounts.models import Invitation, Partner, PersonDeed, User
from archive.exchange.nouns import (
    Noun,
    carry,
    history_of,
    leave_out,
    leave_out_apps,
)
from archive.models import (
    Accession,
    AnchorAnswer,
    Assignment,
    Batch,
    BatchItem,
    Collection,
    ColumnMapping,
    DatingAnchor,
    Depiction,
    Edition,
    FileChange,
    FixityReport,
    ImportedLine,
    ImportRun,
    Item,
    Media,
    Merge,
    Person,
    Photographer,
    Place,
    Relation,
    RightsDecision,
    Scanned,
    ScannerBox,
    Story,
    StoryTranslation,
    Subject,
    Suggestion,
    Template,
)

FOUND_BY = {
    "sought": "reckoned from the names",
    "sort_key": "reckoned from the names",
}
OPENED = "made again by the darkroom, from the original"
ON_THIS_MACHINE = "where something lies on this machine"

carry(
    Noun(
        User,
        left_out={
            "password": "a secret of this house; the new one makes its own",
            "last_login": "a sign-in is nobody's business elsewhere",
            "is_active": "nobody gets in by a file: the new house lets them in",
        },
        keeps_key=False,
    ),
    Noun(Partner, gives_way=True),
    Noun(PersonDeed, keeps_key=False),
    *(Noun(noun, left_out=FOUND_BY) for noun in (Accession, Place)),
    Noun(Subject, left_out=FOUND_BY, gives_way=True),
    *(Noun(noun, left_out=FOUND_BY) for noun in (Collection, Photographer)),
    Noun(Person, left_out=FOUND_BY),
    DatingAnchor,
    Noun(Item, left_out={"persons": "stands in the depictions"}),
    Item.subjects.through,
    Noun(
        Media,
        left_out=dict.fromkeys(
            ("renditions", "folder", "state", "problem", "attempts", "opened_at"),
            OPENED,
        ),
    ),
    *(Depiction, Relation, AnchorAnswer, Story, StoryTranslation),
    *(FileChange, RightsDecision, Merge, Template, Batch, BatchItem),
    *(Assignment, Suggestion, ColumnMapping),
    Noun(
        ImportRun,
        left_out={"folder": ON_THIS_MACHINE, "pictures": ON_THIS_MACHINE},
    ),
    *(ImportedLine, ScannerBox),
    Noun(
        Scanned,
        left_out=dict.fromkeys(("copy", "stamp", "stays"), ON_THIS_MACHINE),
    ),
    *(history_of(noun) for noun in (Accession, Place, DatingAnchor, Collection)),
    *(history_of(noun) for noun in (Person, Depiction, Photographer)),
    Noun(history_of(Subject), gives_way=True),
    *(history_of(noun) for noun in (Item, Relation, Story, StoryTranslation)),
    apps.get_model("archive", "HistoricalItem_subjects"),
    Noun(Edition, gives_way=True),
)
leave_out(
    {
        FixityReport: "what somebody saw on this machine's disk; the new one looks anew",
        Invitation: "lets somebody in; that they were invited stands in the deeds",
    }
)
leave_out_apps(
    {
        "filer": "knows where the originals lie on this machine",
        "easy_thumbnails": "not used; filer will not start without it",
        "account": "allauth's own; made again when somebody signs in",
        "mfa": "passkeys belong to one person and one address",
        "sessions": "who is signed in just now",
        "django_tasks_database": "messengers; the truth about pending work is in rows",
        "admin": "not used; it has no address here",
        "auth": "not used; policy is in each app's permissions.py",
        "contenttypes": "made by the migrations",
    }
)
