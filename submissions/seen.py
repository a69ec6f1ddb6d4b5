"""The persons a family tells of, from the phone to the archive."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from archive import depicting
from archive.models import Item, Media, Person
from submissions.arrivals import upload_of
from submissions.models import (
    Consent,
    Contributor,
    PersonTold,
    Photograph,
    Submission,
)

Living = Person.Living


def tell(submission: Submission, persons: Iterable[Mapping[str, Any]]) -> None:
    """Keep everybody the page tells of, in place of what it told before.

    A picture may still be on its way: the page's own name for it is kept, and followed
    again when the page says more.
    """
    known = submission.photographs.select_related("media", "awaits")
    files = list(known.prefetch_related("media__uploads"))
    rows = [
        PersonTold(
            submission=submission,
            photograph=photograph_of(str(told.get("picture", "")), files),
            position=position,
            **told,
        )
        for position, told in enumerate(persons)
    ]
    submission.persons_told.all().delete()
    PersonTold.objects.bulk_create(rows)


def photograph_of(picture: str, files: list[Photograph]) -> Photograph | None:
    """The picture the page means: “p137” by its key, “u…” by the upload it came by.

    Without scripts “2” is the second in line. Where there is only one picture, that is the one.
    """
    if picture.startswith("p"):
        return next((each for each in files if f"p{each.pk}" == picture), None)
    if picture.startswith("u"):
        return next((f for f in files if upload_of(f).startswith(picture[1:])), None)
    if not picture:
        return files[0] if len(files) == 1 else None
    place = int(picture) - 1
    return files[place] if 0 <= place < len(files) else None


def of_picture(
    persons: Iterable[PersonTold], photograph: Photograph | None
) -> list[PersonTold]:
    """Those who are seen in one picture."""
    return [
        each
        for each in persons
        if photograph is not None and each.photograph_id == photograph.pk
    ]


def introduce(
    items: Collection[tuple[Item, Photograph]], given: Consent | None, *, by: User
) -> None:
    """Make persons of the archive of everybody who was named in these pictures.

    The same name in two pictures of one contribution is one person. Nobody is shown by
    it: the items are not published, and a living person is named only after a yes.
    """
    known: dict[str, Person] = {}
    for item, photograph in items:
        for told in photograph.persons_told.exclude(name=""):
            key = told.name.casefold()
            if key not in known:
                living = most_careful(told)
                known[key] = depicting.introduce(name=told.name, living=living, by=by)
            if item.depictions.filter(person=known[key]).exists():
                continue
            depicting.point_out(
                item,
                known[key],
                spot=told.spot,
                may_be_named=may_be_named(told, given),
                by=by,
            )


def most_careful(told: PersonTold) -> str:
    """Whether they live; where the pictures disagree, as if they did."""
    same = told.submission.persons_told.filter(name__iexact=told.name)
    answers = {Living.YES if each.is_teller else each.living for each in same}
    return next(
        each for each in (Living.YES, Living.UNKNOWN, Living.NO) if each in answers
    )


def may_be_named(told: PersonTold, given: Consent | None) -> bool:
    """No longer living, or a yes: their own, or as the family says, everybody's."""
    if told.is_teller:
        giver = told.submission.contributor
        return giver.shown_as != Contributor.ShownAs.FAMILY
    agreed = given is not None and given.have_persons_agreed
    return agreed or most_careful(told) == Living.NO


def note(submission: Submission, photograph: Photograph | None) -> str:
    """What was said of the persons, for the archive's internal note."""
    told = submission.persons_told.all()
    persons = of_picture(told, photograph) if photograph else told
    others = [of_another(each) for each in submission.merged.all()]
    lines = [submission.who_told, *map(in_words, persons), *others]
    return "\n".join(line for line in lines if line)


def of_another(merged: Submission) -> str:
    """What was said of who, when and where in a sending put together with this one."""
    said = (merged.who_told, merged.date_told, merged.place_told)
    told = " · ".join(each.strip() for each in said if each.strip())
    return f"{merged.number}: {told}" if told else ""


def in_words(told: PersonTold) -> str:
    """One person in a line: who, what they are to the teller, and if they live."""
    who = told.name or told.relation
    said = [told.relation] if told.name else []
    if told.is_teller:
        said += [_("the teller")]
        who = who or _("The teller")
    elif told.living != Living.UNKNOWN:
        said += [str(told.get_living_display())]
    said = [each for each in said if each]
    return f"{who} ({', '.join(said)})" if said else who


def turn_points(media: Media, degrees: int) -> None:
    """Let the points turn with the picture they are in."""
    for told in PersonTold.objects.filter(photograph__media=media):
        if told.spot is not None:
            told.x, told.y = depicting.turned(told.spot, degrees)
            told.save(update_fields=["x", "y"])
