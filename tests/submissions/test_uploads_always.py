"""However a file is cut, and wherever it breaks off, the same bytes arrive."""

import os
import random
from collections.abc import Callable
from contextlib import suppress

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive import images, upkeep
from submissions.models import Submission, Upload
from submissions.uploads import NotTaken, Piece, offset_of, receive
from tests import photos
from tests.submissions import tus

DATA = photos.jpeg(width=900, height=700) + random.Random(5).randbytes(60_000)

step = st.tuples(
    st.sampled_from(["piece", "cut", "wrong offset", "crash before", "crash after"]),
    st.integers(min_value=1, max_value=40_000),
)


@pytest.mark.django_db
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(step, max_size=12), length=st.sampled_from(["told", "not told"]))
def test_any_pieces_in_any_order_of_trouble_end_with_the_same_bytes(
    client: Client, steps: list[tuple[str, int]], length: str
) -> None:
    Submission.objects.all().delete()
    where = tus.announce(client, len(DATA) if length == "told" else None)["Location"]
    upload = tus.upload_at(where)

    for trouble, size in steps:
        go(upload, trouble, size)
    upload.refresh_from_db()
    if not upload.is_finished:
        at = offset_of(upload)
        rest = Piece(at, tus.reader(DATA[at:]), whole=len(DATA))
        receive(upload, rest)

    media = Submission.objects.get().photographs.get().media
    assert images.original_path(media).read_bytes() == DATA
    assert not upload.pieces.exists()
    assert not [path for path in upkeep.look().untracked if path == upload.pieces]


class Killed(BaseException):
    """The process is gone: nothing after this is run."""


def go(upload: Upload, trouble: str, size: int) -> None:
    """One step of a phone on a bad day."""
    upload.refresh_from_db()
    at = offset_of(upload)
    piece = DATA[at : at + size]
    readers = {"cut": tus.breaking_off(piece), "crash before": dying_after(size)}
    if trouble == "crash after":  # a row that tells of bytes the disk has lost
        if upload.pieces.exists():
            os.truncate(upload.pieces, at // 2)
        return
    with suppress(NotTaken, Killed):
        read = readers.get(trouble, tus.reader(piece))
        receive(upload, Piece(at + (trouble == "wrong offset"), read))


def dying_after(size: int) -> Callable[[int], bytes]:
    """Bytes reach the disk, and the process dies before it has written so down."""
    pieces = [b"?" * size]

    def read(_size: int) -> bytes:
        if pieces:
            return pieces.pop()
        raise Killed

    return read
