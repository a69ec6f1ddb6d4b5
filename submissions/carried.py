"""What families have given, and are owed, travels in a whole archive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from archive.exchange.nouns import Folder, Noun, carry, carry_folder, leave_out
from submissions.models import (
    Addition,
    Call,
    CollectionDay,
    Consent,
    ConsentText,
    Contributor,
    DeskDeed,
    Hold,
    Joining,
    Keepsake,
    Knock,
    LostLink,
    Message,
    Notice,
    Objection,
    PersonTold,
    Photograph,
    Recipe,
    Recording,
    Scan,
    Submission,
    Ticket,
    Upload,
)

TOKEN = re.compile(r"[\w-]{20,43}", re.ASCII)


def pieces() -> Iterator[tuple[str, Path]]:
    """What has arrived of files that are still on their way."""
    for upload in Upload.objects.filter(finished_at=None).iterator():
        if upload.pieces.is_file():
            yield upload.token, upload.pieces


carry(
    *(Call, Contributor, Submission, Addition, Message, Upload, Photograph),
    *(PersonTold, Recipe, Recording, Consent, Objection, Notice, LostLink),
    Noun(ConsentText, gives_way=True),
    *(DeskDeed, Joining, Joining.stories.through, CollectionDay, Ticket),
    Noun(Scan, left_out={"copy": "where a scanner's file lies on this machine"}),
    Keepsake,
)
leave_out(
    {
        Hold: "who has a contribution in hand just now; gone in three minutes",
        Knock: "counts of the last hour, by addresses of this house's visitors",
    }
)
carry_folder(
    Folder(
        "pieces",
        files=pieces,
        home=lambda: Path(settings.PIECES_DIR),
        is_known=lambda name: TOKEN.fullmatch(name) is not None,
    )
)
