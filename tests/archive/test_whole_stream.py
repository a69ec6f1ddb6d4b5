"""The data of a whole archive is read as it comes, and never stands in memory whole."""

import io
import json
import tracemalloc
from collections.abc import Iterator

import pytest

from archive.exchange import stream


def test_a_file_is_read_row_by_row_however_it_is_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = {"ankomst": 2, "item": [{"id": 1, "title": "“Æ” [}]"}, {"id": 22}], "no": []}
    monkeypatch.setattr(stream, "A_PIECE", 3)

    for indent in (None, 1):
        text = io.StringIO(json.dumps(told, indent=indent, ensure_ascii=False))
        assert list(stream.entries(text)) == [
            ("ankomst", 2),
            ("item", {"id": 1, "title": "“Æ” [}]"}),
            ("item", {"id": 22}),
        ]


def test_reading_a_large_file_takes_little_memory() -> None:
    class Long(io.StringIO):
        """Forty megabytes of rows, made while they are read."""

        lines: Iterator[str] = iter(
            ['{"ankomst": 2, "item": [{"id": 0}', *[_row()] * 40_000, "]}"]
        )

        def read(self, size: int | None = -1) -> str:
            return next(self.lines, "")

    tracemalloc.start()
    count = sum(1 for _each in stream.entries(Long()))
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert count == 40_002
    assert most < 4_000_000


def _row() -> str:
    return f',{{"id": 1, "seen": "{"x" * 1000}"}}'
