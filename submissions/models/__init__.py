"""What families offer, until the archive has answered."""

from submissions.models.addition import Addition
from submissions.models.call import Call
from submissions.models.collection_day import (
    CollectionDay,
    Keepsake,
    Scan,
    Ticket,
)
from submissions.models.consent import Consent, ConsentText
from submissions.models.contributor import Contributor
from submissions.models.desk_deed import DeskDeed
from submissions.models.hold import Hold
from submissions.models.joining import Joining
from submissions.models.knock import Knock
from submissions.models.lost_link import LostLink
from submissions.models.message import Message
from submissions.models.notice import Notice
from submissions.models.objection import Objection
from submissions.models.person_told import PersonTold
from submissions.models.photograph import Photograph
from submissions.models.recipe import Recipe
from submissions.models.recording import Recording
from submissions.models.submission import Submission
from submissions.models.upload import Upload

__all__ = [
    "Addition",
    "Call",
    "CollectionDay",
    "Consent",
    "ConsentText",
    "Contributor",
    "DeskDeed",
    "Hold",
    "Joining",
    "Keepsake",
    "Knock",
    "LostLink",
    "Message",
    "Notice",
    "Objection",
    "PersonTold",
    "Photograph",
    "Recipe",
    "Recording",
    "Scan",
    "Submission",
    "Ticket",
    "Upload",
]
