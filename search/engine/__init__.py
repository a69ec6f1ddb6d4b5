"""Haystack's engine for Ankomst: Whoosh, with words, facets and a writer of its own."""

from haystack.backends import BaseEngine

from search.engine.backend import ArchiveBackend
from search.engine.folder import IndexUnavailable
from search.engine.question import ArchiveQuery

__all__ = ["ArchiveBackend", "ArchiveEngine", "ArchiveQuery", "IndexUnavailable"]


class ArchiveEngine(BaseEngine):
    """What HAYSTACK_CONNECTIONS names."""

    backend = ArchiveBackend
    query = ArchiveQuery
