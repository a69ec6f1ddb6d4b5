"""The index may be deleted or damaged at any time; it is never trusted."""

import shutil
from pathlib import Path

import pytest

from archive.models import Item
from search import outbox
from search.engine import IndexUnavailable
from search.finding import Asked, find
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def item() -> Item:
    made = make.published_item(title="Byen set fra båden", seen="Ishøj i 1973.")
    outbox.drain()
    return made


def files() -> list[Path]:
    folder = outbox.backend().folder.generation()
    return [file for file in sorted(folder.iterdir()) if file.stat().st_size]


def assert_answers_and_heals(item: Item) -> None:
    away = find(Asked("båden"))
    outbox.drain()
    healed = find(Asked("båden"))

    assert [hit.item for hit in away.hits] == [item]
    assert not away.is_from_index
    assert [hit.item for hit in healed.hits] == [item]
    assert healed.is_from_index


def test_without_an_index_the_database_answers(item: Item, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "index")

    assert_answers_and_heals(item)


def test_a_deleted_generation_heals(item: Item) -> None:
    shutil.rmtree(outbox.backend().folder.generation())
    outbox.backend().folder.manifest.touch()

    assert_answers_and_heals(item)


@pytest.mark.parametrize("kind", ["toc", "trm", "pst"])
def test_a_file_with_other_bytes_heals(item: Item, kind: str) -> None:
    for file in files():
        if file.suffix == f".{kind}":
            file.write_bytes(file.read_bytes()[::-1])
    outbox.backend().folder.manifest.touch()

    assert_answers_and_heals(item)


@pytest.mark.parametrize("kind", ["toc", "trm", "pst"])
def test_a_file_cut_short_heals(item: Item, kind: str) -> None:
    for file in files():
        if file.suffix == f".{kind}":
            file.write_bytes(file.read_bytes()[:20])
    outbox.backend().folder.manifest.touch()

    assert_answers_and_heals(item)


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"generation": ""}', "\x00\xff"])
def test_a_broken_manifest_heals(item: Item, content: str) -> None:
    outbox.backend().folder.manifest.write_text(content)

    assert_answers_and_heals(item)


def test_damage_met_by_a_reader_is_told_to_the_writer(
    item: Item, monkeypatch: pytest.MonkeyPatch
) -> None:
    find(Asked("båden"))
    before = outbox.backend().folder.generation()

    def torn(*args: object) -> None:
        raise KeyError("a torn page")

    with monkeypatch.context() as patch:
        patch.setattr("search.engine.snapshot.Snapshot.answer", torn)
        answer = find(Asked("båden"))
    outbox.drain()

    assert [hit.item for hit in answer.hits] == [item]
    assert outbox.backend().folder.generation() != before
    assert find(Asked("båden")).is_from_index


def test_an_unsound_index_says_so(item: Item) -> None:
    outbox.backend().folder.mark_damaged()

    with pytest.raises(IndexUnavailable):
        outbox.backend().verify()


def test_readers_see_one_whole_generation_or_the_next(item: Item) -> None:
    find(Asked("båden"))
    before = outbox.backend().folder.generation()

    outbox.rebuild()

    assert not before.exists()
    assert [hit.item for hit in find(Asked("båden")).hits] == [item]


@pytest.mark.parametrize("odd", ["%", "_", "*", '"', "(", "😀", "\x00", "x" * 10_000])
def test_odd_questions_have_an_answer_from_the_database_too(odd: str) -> None:
    make.published_item()

    assert find(Asked(odd)).hits == []


def test_the_database_answers_with_choices_too(item: Item) -> None:
    dated = make.published_item(title="Båden", date_told="1974")
    outbox.backend().folder.mark_damaged()

    answer = find(Asked("båden", {"decade": "1970"}))

    assert [hit.item for hit in answer.hits] == [dated]
