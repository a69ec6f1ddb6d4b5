"""The catalogue: what the society keeps and knows."""

from archive.models.accession import Accession
from archive.models.decisions import RightsDecision
from archive.models.edition import Edition
from archive.models.fixity import FixityReport
from archive.models.item import Item
from archive.models.media import Media
from archive.models.people import Depiction, Person
from archive.models.places import Place
from archive.models.story import Story, StoryTranslation
from archive.models.subjects import Subject
from archive.models.volunteering import Assignment, Suggestion

__all__ = [
    "Accession",
    "Assignment",
    "Depiction",
    "Edition",
    "FixityReport",
    "Item",
    "Media",
    "Person",
    "Place",
    "RightsDecision",
    "Story",
    "StoryTranslation",
    "Subject",
    "Suggestion",
]
