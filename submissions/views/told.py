"""Who is seen, for the card of the inbox: the points on the picture, and their list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from archive.models import Media
from submissions import seen
from submissions.models import PersonTold, Photograph, Submission

LONGEST_SIDE = 1000


@dataclass(frozen=True)
class Seen:
    """One line of the list: its number on the picture, or the picture it is on."""

    told: PersonTold
    number: int | None = None
    picture: int | None = None


@dataclass(frozen=True)
class Faces:
    """The points in the picture's own proportion, for a drawing laid over it."""

    width: int
    height: int
    points: list[tuple[float, float, int, str]]


def who_is_seen(
    submission: Submission, photographs: list[Photograph], shown: Photograph | None
) -> dict[str, Any]:
    """Those in the shown picture with their numbers, then those told of elsewhere."""
    persons = list(submission.persons_told.all())
    here = seen.of_picture(persons, shown)
    places = {each.pk: number for number, each in enumerate(photographs, start=1)}
    lines = [Seen(told, number=number) for number, told in enumerate(here, start=1)]
    lines += [
        Seen(told, picture=places.get(told.photograph_id or 0))
        for told in persons
        if told not in here
    ]
    return {"seen": lines, "faces": faces(shown.media, lines) if shown else None}


def faces(media: Media, lines: list[Seen]) -> Faces | None:
    """The numbered points; None where there are none, or no picture to lay them on."""
    if not media.width or not media.height:
        return None
    scale = LONGEST_SIDE / max(media.width, media.height)
    width, height = round(media.width * scale), round(media.height * scale)
    points = [
        (
            round(told.spot[0] * width / 100, 1),
            round(told.spot[1] * height / 100, 1),
            line.number,
            str(told),
        )
        for line in lines
        if (told := line.told).spot and line.number
    ]
    return Faces(width, height, points) if points else None
