"""Who may do what with an item, and what an item may be used for.

`permits(item, use, at)` is the one judge: pages, print, cards and feeds ask it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import (
    DECIDES,
    DESCRIBES,
    Role,
    Visitor,
    has_role,
    works_here,
)
from archive import rights

if TYPE_CHECKING:
    from archive.models import Item, Media, Person


class Use(models.TextChoices):
    """The six uses a family says yes or no to, each by itself."""

    WEB = "web", _("on the website")
    EXHIBIT = "exhibit", _("in exhibitions")
    PRINT = "print", _("in a booklet or catalogue")
    SOCIAL = "social", _("on social media")
    PRESS = "press", _("in newspapers and on television")
    OPEN = "open", _("free for everybody, with your name")


class Purpose(models.TextChoices):
    """What an archivist decides about, one by one, with the adviser's word beside it."""

    WEB_NAMED = "web_named", _("On the website, with names")
    WEB = "web", _("On the website, without names")
    WALL = "wall", _("On the wall of an exhibition")
    CATALOGUE = "catalogue", _("In a catalogue")
    SOCIAL = "social", _("On social media")
    PRESS = "press", _("In newspapers and on television")


class Verdict(models.TextChoices):
    """What the adviser proposes, and what an archivist decides."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    ASK = "ask", _("Ask first")


# The purpose whose decision holds for each use.
DECIDED_AS = {
    Use.WEB: Purpose.WEB,
    Use.EXHIBIT: Purpose.WALL,
    Use.PRINT: Purpose.CATALOGUE,
    Use.SOCIAL: Purpose.SOCIAL,
    Use.PRESS: Purpose.PRESS,
}

# Where a picture goes that nobody can fetch it home from.
FAR_AWAY = {Use.PRINT, Use.SOCIAL, Use.PRESS, Use.OPEN}


class Missing(models.TextChoices):
    """Why a use is refused, or what publishing still waits for."""

    WITHDRAWN = "withdrawn", _("The family has taken this picture down.")
    LAID_AWAY = "laid_away", _("The item is laid away.")
    RESTRICTED = "restricted", _("The item is closed by agreement.")
    CONSENT = "consent", _("The family has not said yes to this use.")
    RIGHTS = "rights", _("The rights basis is not settled.")
    DECIDED = "decided", _("An archivist has decided against this use.")
    CHILD = "child", _("A child who may be living is known in it. Ask them first.")
    TITLE = "title", _("It has no title.")
    ALT_TEXT = "alt_text", _("It has no alt text.")
    DATE = "date", _("It has no date. Date it, or say that the date is not known.")
    PLACE = "place", _("It has no place. Name it, or say that it is not known.")
    PICTURE = "picture", _("The picture has not been opened yet.")
    SOUND = "sound", _("The recording has not been opened yet.")
    WORDS = "words", _("There is nothing to see, hear or read yet.")
    PERSONS = (
        "persons",
        _("Living persons are named without their yes. Ask them, or hide the names."),
    )


@dataclass(frozen=True)
class Answer:
    """Yes, or no with every reason. True where it is yes."""

    missing: tuple[Missing, ...] = ()

    def __bool__(self) -> bool:
        """Yes where nothing is missing."""
        return not self.missing


def permits(item: Item, use: str, at: dt.datetime | None = None) -> Answer:
    """Whether the item may be used so at this moment (now by default).

    Asked by every output each time it is made; the answer is never kept. What an
    archivist has decided stands above the rules, and below the family's word.
    """
    at = at or timezone.now()
    decided = _decided(item, Use(use))
    is_settled = decided == Verdict.YES
    reasons = [
        (Missing.WITHDRAWN, item.withdrawn_at is not None),
        (Missing.LAID_AWAY, item.laid_away_at is not None),
        (Missing.RESTRICTED, is_closed(item, at)),
        (Missing.CONSENT, use not in item.permitted_uses),
        (Missing.DECIDED, decided == Verdict.NO),
        (Missing.RIGHTS, not is_settled and not basis_covers(item, use, at)),
        (Missing.CHILD, not is_settled and shows_a_child(item, use, at)),
    ]
    return Answer(tuple(reason for reason, holds in reasons if holds))


def _decided(item: Item, use: Use) -> str:
    """What an archivist has said of this use; free for everybody is every use at once."""
    if use != Use.OPEN:
        return str(item.decided.get(DECIDED_AS[use], ""))
    said = {item.decided.get(purpose) for purpose in DECIDED_AS.values()}
    return Verdict.NO if Verdict.NO in said else ""


def is_closed(item: Item, at: dt.datetime) -> bool:
    """Closed by agreement at this moment (Arkibas: klausul)."""
    until = item.restricted_until
    return until is not None and until > timezone.localdate(at)


def basis_covers(item: Item, use: str, at: dt.datetime | None = None) -> bool:
    """Whether this use was the family's to permit: a licence cannot be handed on.

    On the first of January after the protection has run out everything is.
    """
    basis, asked = rights.Basis(item.rights_basis), {rights.Use(use)}
    if rights.licence_permits(basis, asked):
        return True
    today = timezone.localdate(at)
    return bool(rights.licence_permits(_basis_on(item, basis, today), asked))


def free_from(item: Item) -> dt.date | None:
    """The day the picture is free of copyright, by the rules of the society."""
    photographer = getattr(item, "photographed_by", None)
    kind = rights.PhotographerKind(item.photographer_kind)
    died = getattr(photographer, "died", None)
    return rights.free_from(kind, item.latest, died, rules=settings.SOCIETY.rights)


def _basis_on(item: Item, basis: rights.Basis, day: dt.date) -> rights.Basis:
    return rights.basis_at(basis, free_from(item), day)


def shows_a_child(item: Item, use: str, at: dt.datetime | None = None) -> bool:
    """Somebody known in it was a child, may live, and has not agreed; where it matters.

    On our own wall and page a picture can be taken down again the same minute.
    """
    if Use(use) not in FAR_AWAY or item.latest is None:
        return False
    today, rules = timezone.localdate(at), settings.SOCIETY.rights
    return any(
        rights.was_a_child(born=seen.person.born, latest=item.latest, rules=rules)
        and may_live(seen.person, today)
        and not seen.may_be_named
        for seen in item.depictions.all()
    )


def may_live(person: Person, day: dt.date) -> bool:
    """Living, or nobody knows better."""
    return rights.counts_as_living(
        born=person.born,
        dead=person.living == "no",
        at=day,
        rules=settings.SOCIETY.rights,
    )


def missing_for_publication(item: Item, at: dt.datetime | None = None) -> Answer:
    """Everything that stands between the item and the reading room, in words."""
    files = [each for each in item.media.all() if each.laid_away_at is None]
    pictures = [each for each in files if not each.is_sound]
    sounds = [each for each in files if each.is_sound]
    facts = [
        (Missing.TITLE, not item.title),
        (Missing.ALT_TEXT, bool(pictures) and not item.alt_text),
        (Missing.DATE, not item.date_edtf and not item.is_date_unknown),
        (Missing.PLACE, not _says_where(item)),
        (Missing.PICTURE, bool(pictures) and not _any_ready(pictures)),
        (Missing.SOUND, not pictures and bool(sounds) and not _any_ready(sounds)),
        (Missing.WORDS, not files and not _tells(item)),
        (Missing.PERSONS, names_living_without_yes(item)),
    ]
    missing = tuple(reason for reason, holds in facts if holds)
    return Answer(permits(item, Use.WEB, at).missing + missing)


# A living person without a yes is simply not named in public, and a closed item opens
# by itself on its day: neither takes a published picture down for good.
LIVES_WITH = {Missing.PERSONS, Missing.RESTRICTED, Missing.PICTURE, Missing.SOUND}


def ends_publication(item: Item, at: dt.datetime | None = None) -> tuple[Missing, ...]:
    """Why a published item leaves the reading room; nothing where it may stay."""
    missing = missing_for_publication(item, at).missing
    return tuple(reason for reason in missing if reason not in LIVES_WITH)


def hides(item: Item, at: dt.datetime | None = None) -> tuple[Missing, ...]:
    """Why nobody outside would see it: it leaves, or is closed for a while."""
    closed = is_closed(item, at or timezone.now())
    restricted = (Missing.RESTRICTED,) if closed else ()
    return restricted + ends_publication(item, at)


def _says_where(item: Item) -> bool:
    """It has a place, or somebody has said why it has none."""
    return item.place_id is not None or item.is_place_unknown or item.is_place_hidden


def _any_ready(files: list[Media]) -> bool:
    return any(media.is_ready for media in files)


def _tells(item: Item) -> bool:
    """Whether an item without any file holds a story."""
    return any(story.words.strip() for story in item.stories.all())


def names_living_without_yes(item: Item) -> bool:
    """A person who lives, or may live, is named and has not agreed."""
    if item.are_names_hidden:
        return False
    return any(
        not depiction.is_named_in_public and not depiction.person.is_name_hidden
        for depiction in item.depictions.all()
    )


def may_see(user: Visitor, item: Item, at: dt.datetime | None = None) -> bool:
    """People of the house see everything; the others what is published now."""
    if works_here(user):
        return True
    return item.is_published and not is_closed(item, at or timezone.now())


def may_describe(user: Visitor) -> bool:
    """Date, tag and describe: registrars and archivists."""
    return has_role(user, DESCRIBES)


def may_suggest(user: Visitor, item: Item) -> bool:
    """A volunteer, for what is given to them; who describes writes on the card itself."""
    if not has_role(user, {Role.VOLUNTEER}):
        return False
    return item.assignments.filter(volunteer=user.pk, returned_at=None).exists()


def may_publish(user: Visitor) -> bool:
    """Publish, withdraw, settle rights and revert: archivists."""
    return has_role(user, DECIDES)
