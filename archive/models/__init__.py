"""The catalogue: what the society keeps and knows."""

from archive.models.accession import Accession
from archive.models.edition import Edition
from archive.models.item import Item
from archive.models.media import Media
from archive.models.people import Depiction, Person
from archive.models.places import Place
from archive.models.story import Story, StoryTranslation
from archive.models.subjects import Subject

__all__ = [
    "Accession",
    "Depiction",
    "Edition",
    "Item",
    "Media",
    "Person",
    "Place",
    "Story",
    "StoryTranslation",
    "Subject",
]
