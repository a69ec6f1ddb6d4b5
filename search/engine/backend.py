"""Haystack's face of the index: one writer, and a snapshot for everybody who reads."""

import logging
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from haystack import connections
from haystack.backends import BaseSearchBackend, log_query
from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from haystack.exceptions import SkipDocument
from haystack.indexes import SearchIndex
from haystack.models import SearchResult
from haystack.utils import get_identifier, get_model_ct
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.writing import MERGE_SMALL, NO_MERGE, SegmentWriter

from search.engine import schema
from search.engine.folder import IndexFolder, IndexUnavailable
from search.engine.question import Question
from search.engine.snapshot import Snapshot
from search.language import Vocabulary

logger = logging.getLogger(__name__)

MOST_SEGMENTS = 8
MEMORY_FOR_REBUILD = 256


class _Reader:
    """The one snapshot this process has open, and whose turn it is to read it."""

    def __init__(self) -> None:
        self.turn = threading.Lock()
        self.snapshot: Snapshot | None = None
        self.seen: tuple[Path, tuple[int, int, int]] | None = None

    @contextmanager
    def open(self, folder: IndexFolder) -> Iterator[Snapshot]:
        """The newest snapshot; whatever goes wrong in reading is IndexUnavailable."""
        with self.turn:
            try:
                yield self._newest(folder)
            except IndexUnavailable:
                self._forget()
                raise
            except Exception as error:
                # Whoosh meets torn files with a dozen kinds of exception.
                self._forget()
                folder.mark_damaged()
                logger.warning("The index cannot be read: %r", error)
                raise IndexUnavailable(repr(error)) from error

    def _newest(self, folder: IndexFolder) -> Snapshot:
        seen = (folder.path, folder.stamp())
        if self.snapshot is None or seen != self.seen:
            try:
                self.snapshot = Snapshot(folder.verify(), self.snapshot)
            except OSError:
                # A new generation came while we opened the old one: once more.
                self._forget()
                self.snapshot = Snapshot(folder.verify())
            self.seen = seen
        return self.snapshot

    def _forget(self) -> None:
        if self.snapshot:
            self.snapshot.close()
        self.snapshot = self.seen = None


_reader = _Reader()


class ArchiveBackend(BaseSearchBackend):
    """Every change waits for the one writer's place and is whole when it is seen."""

    @property
    def folder(self) -> IndexFolder:
        return IndexFolder(Path(settings.DATA_DIR) / "index")

    def update(
        self,
        index: SearchIndex,
        iterable: Iterable[Any],
        commit: bool = True,  # noqa: FBT001, FBT002
    ) -> None:
        """Put these objects in, each instead of its older self."""
        self.replace(index, iterable, gone=())

    def remove(self, obj_or_string: Any, commit: bool = True) -> None:  # noqa: FBT001, FBT002
        """Take one object out; waits while somebody else is writing."""
        self.replace(None, [], gone=[get_identifier(obj_or_string)])

    def replace(
        self, index: SearchIndex | None, objects: Iterable[Any], *, gone: Iterable[str]
    ) -> None:
        """Put objects in and take others out, in one commit."""
        with self.folder.writing():
            self._write(index, list(objects), gone)

    def clear(self, models: Any = None, commit: bool = True) -> None:  # noqa: FBT001, FBT002
        """Empty the index, or take out every object of some models."""
        if models is None:
            self.rebuild()
            return
        unwanted = {get_model_ct(model) for model in models}
        with self.folder.writing(), _reader.open(self.folder) as snapshot:
            gone = [
                kept[ID] for kept in snapshot.stored() if kept[DJANGO_CT] in unwanted
            ]
        self.replace(None, [], gone=gone)

    def rebuild(
        self,
        index: SearchIndex | None = None,
        objects: Iterable[Any] = (),
        *,
        known: Iterable[str] = (),
    ) -> int:
        """Make a new generation beside the old one, then let readers change over.

        `known` are the archive's own words, which compounds are opened with. Returns
        how many objects were put in.
        """
        with self.folder.writing():
            folder = self.folder.begin()
            vocabulary = Vocabulary(known)
            made = FileIndex.create(FileStorage(str(folder)), self._schema(), "MAIN")
            writer = made.writer(
                compound=False, limitmb=MEMORY_FOR_REBUILD, codec=schema.TermsCodec()
            )
            with _whole(writer):
                self._add(writer, self._prepare(index, objects), vocabulary)
            self.folder.use(folder)
            self.folder.tidy()
            return int(made.doc_count())

    @log_query  # type: ignore[untyped-decorator]
    def search(self, query_string: Question, **options: Any) -> dict[str, Any]:
        """Answer a Question. Highlights are made where the words are: search.shown."""
        question = Question(
            words=query_string.words,
            chosen={
                self._facet(name): values
                for name, values in query_string.chosen.items()
            },
            without=query_string.without,
            facets=tuple(options.get("facets") or ()),
            newest_first="-number" in (options.get("sort_by") or ()),
            start=options.get("start_offset", 0),
            end=options.get("end_offset"),
        )
        with _reader.open(self.folder) as snapshot:
            found = snapshot.answer(question)
        make = options.get("result_class") or SearchResult
        return {
            "results": [
                make(*kept[DJANGO_CT].split("."), kept[DJANGO_ID], score)
                for kept, score in found.hits
            ],
            "hits": found.total,
            "facets": {"fields": found.facets},
            "spelling_suggestion": found.suggestion or None,
        }

    def verify(self) -> int:
        """How many pictures the index holds; IndexUnavailable if it is not sound."""
        self.folder.verify()
        with _reader.open(self.folder) as snapshot:
            return snapshot.count

    def identifiers(self) -> set[str]:
        """Every picture the index knows, by Haystack's identifier."""
        with _reader.open(self.folder) as snapshot:
            return {kept[ID] for kept in snapshot.stored()}

    def _write(
        self, index: SearchIndex | None, objects: list[Any], gone: Iterable[str]
    ) -> None:
        folder = self.folder.generation()
        with _reader.open(self.folder) as snapshot:
            vocabulary = snapshot.knowing()
            segments = len(snapshot.segments)
        writer = FileIndex(FileStorage(str(folder))).writer(
            compound=False, codec=schema.TermsCodec()
        )
        writer.mergetype = NO_MERGE if segments < MOST_SEGMENTS else MERGE_SMALL
        with _whole(writer):
            _cross_out(writer, [*gone, *map(get_identifier, objects)])
            prepared = list(self._prepare(index, objects))
            for each in prepared:
                vocabulary.learn(schema.surfaces(self._texts(each)))
            self._add(writer, prepared, vocabulary)
        self.folder.use(folder)

    def _add(
        self,
        writer: SegmentWriter,
        prepared: Iterable[dict[str, Any]],
        vocabulary: Vocabulary,
    ) -> None:
        index_fields = self._fields()
        for each in prepared:
            writer.add_document(**schema.document(each, index_fields, vocabulary))

    def _prepare(
        self, index: SearchIndex | None, objects: Iterable[Any]
    ) -> Iterator[dict[str, Any]]:
        if index is None:
            return
        for each in objects:
            try:
                yield index.full_prepare(each)
            except SkipDocument:
                continue

    def _texts(self, prepared: dict[str, Any]) -> Iterator[str]:
        for name, field in self._fields().items():
            if schema.is_text(name, field):
                value = prepared.get(name)
                yield from value if isinstance(value, list) else [str(value or "")]

    def _fields(self) -> dict[str, Any]:
        unified = connections[self.connection_alias].get_unified_index()
        return dict(unified.all_searchfields())

    def _facet(self, name: str) -> str:
        unified = connections[self.connection_alias].get_unified_index()
        return str(unified.get_facet_fieldname(name))

    def _schema(self) -> Any:
        return schema.build(self._fields())


@contextmanager
def _whole(writer: SegmentWriter) -> Iterator[None]:
    """Commit what is written, all of it or nothing."""
    try:
        yield
    except BaseException:
        writer.cancel()
        raise
    writer.commit()


def _cross_out(writer: SegmentWriter, identifiers: list[str]) -> None:
    """Delete many with one look at the index, not one look for each."""
    reader = writer.reader()
    try:
        for leaf, base in reader.leaf_readers():
            for identifier in identifiers:
                if (ID, identifier) in leaf:
                    for place in leaf.postings(ID, identifier).all_ids():
                        writer.delete_document(base + place)
    finally:
        reader.close()
