"""Pictures that may be the same print: by their bytes, or by how they look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from archive.models import Item, Media
from submissions.models import Photograph, Submission

NEAR = 8  # bits of sixty-four; the white border of a print is cut off before
FLAT = 4  # a picture with fewer edges than this looks like any other
MOST = 3


@dataclass(frozen=True)
class Suspect:
    """A picture that came in, and one we have or that waits like it."""

    photograph: Photograph
    number: int
    media: Media
    is_same_file: bool

    @property
    def item(self) -> Item | None:
        return self.media.item

    @property
    def other(self) -> Submission | None:
        """The sending the other picture came in, while it is no item yet."""
        given: Photograph | None = getattr(self.media, "photograph", None)
        return given.submission if given is not None else None

    @property
    def giver(self) -> str:
        """Who gave the other one, as people of the house read it."""
        if self.other is not None:
            return self.other.contributor.name
        journal = self.item.accession if self.item else None
        return journal.giver if journal else ""


def suspects(photographs: Sequence[Photograph]) -> list[Suspect]:
    """The likeliest few, the nearest first; two queries however large the archive."""
    if not photographs:
        return []
    own = {each.media_id for each in photographs}
    found: list[tuple[int, int, int]] = []
    for pk, sha256, dhash in _others().exclude(pk__in=own):
        for index, each in enumerate(photographs):
            far = distance(each.media, sha256, dhash)
            if far <= NEAR:
                found.append((far, pk, index))
    nearest = sorted(found)[:MOST]
    known = Media.objects.select_related(
        "item__accession", "photograph__submission__contributor"
    ).in_bulk([pk for _far, pk, _index in nearest])
    return [
        Suspect(photographs[index], index + 1, known[pk], is_same_file=far < 0)
        for far, pk, index in nearest
    ]


def distance(media: Media, sha256: str, dhash: str) -> int:
    """How many bits lie between two pictures; below nought for the very same file."""
    if media.sha256 == sha256:
        return -1
    if not media.dhash or not dhash:
        return NEAR + 1
    mine = int(media.dhash, 16)
    if media.dhash != dhash and not FLAT <= mine.bit_count() <= 64 - FLAT:
        return NEAR + 1
    return (mine ^ int(dhash, 16)).bit_count()


def _others() -> QuerySet[Media, tuple[int, str, str]]:
    kept = Q(item__laid_away_at=None, item__withdrawn_at=None, item__isnull=False)
    waits = Q(photograph__submission__state__in=["received", "question"])
    return (
        Media.objects.filter(kept | Q(waits, item=None))
        .exclude(side__in=[Media.Side.SOUND, Media.Side.FILM])
        .values_list("pk", "sha256", "dhash")
    )
