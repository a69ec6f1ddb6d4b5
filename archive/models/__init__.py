"""The catalogue: what the society keeps and knows."""

from archive.models.accession import Accession
from archive.models.anchors import AnchorAnswer, DatingAnchor
from archive.models.authority import Authority, Listed
from archive.models.batches import Batch, BatchItem, Template
from archive.models.collections import Collection
from archive.models.decisions import RightsDecision
from archive.models.edition import Edition
from archive.models.file_changes import FileChange
from archive.models.fixity import FixityReport
from archive.models.imports import ColumnMapping, ImportedLine, ImportRun
from archive.models.item import Item
from archive.models.media import Media
from archive.models.merges import Merge
from archive.models.origins import Origin
from archive.models.people import Depiction, Person
from archive.models.photographers import Photographer
from archive.models.places import Place
from archive.models.relations import Relation
from archive.models.scanner import Scanned, ScannerBox
from archive.models.story import Story, StoryTranslation
from archive.models.subjects import Subject
from archive.models.volunteering import Assignment, Suggestion

__all__ = [
    "Accession",
    "AnchorAnswer",
    "Assignment",
    "Authority",
    "Batch",
    "BatchItem",
    "Collection",
    "ColumnMapping",
    "DatingAnchor",
    "Depiction",
    "Edition",
    "FileChange",
    "FixityReport",
    "ImportRun",
    "ImportedLine",
    "Item",
    "Listed",
    "Media",
    "Merge",
    "Origin",
    "Person",
    "Photographer",
    "Place",
    "Relation",
    "RightsDecision",
    "Scanned",
    "ScannerBox",
    "Story",
    "StoryTranslation",
    "Subject",
    "Suggestion",
    "Template",
]
