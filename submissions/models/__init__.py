"""What families offer, until the archive has answered."""

from submissions.models.call import Call
from submissions.models.consent import Consent, ConsentText
from submissions.models.contributor import Contributor
from submissions.models.knock import Knock
from submissions.models.message import Message
from submissions.models.notice import Notice
from submissions.models.objection import Objection
from submissions.models.person_told import PersonTold
from submissions.models.photograph import Photograph
from submissions.models.submission import Submission

__all__ = [
    "Call",
    "Consent",
    "ConsentText",
    "Contributor",
    "Knock",
    "Message",
    "Notice",
    "Objection",
    "PersonTold",
    "Photograph",
    "Submission",
]
