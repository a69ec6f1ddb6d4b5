"""What the rules say about one item, in sentences with their source: advice, no lock."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from archive import rights
from archive.models import Depiction, Item
from archive.permissions import (
    FAR_AWAY,
    Purpose,
    Use,
    Verdict,
    free_from,
    may_live,
    shows_a_child,
)

USES = {
    Purpose.WEB_NAMED: Use.WEB,
    Purpose.WEB: Use.WEB,
    Purpose.WALL: Use.EXHIBIT,
    Purpose.CATALOGUE: Use.PRINT,
    Purpose.SOCIAL: Use.SOCIAL,
    Purpose.PRESS: Use.PRESS,
}
STRENGTH = {Verdict.YES: 0, Verdict.ASK: 1, Verdict.NO: 2}


@dataclass(frozen=True)
class Reason:
    """One thing that speaks for or against, with the rule it rests on."""

    verdict: Verdict
    says: str
    source: str = ""
    link: str = ""


@dataclass(frozen=True)
class Proposal:
    """What the rules propose for one purpose: the most careful of its reasons."""

    purpose: Purpose
    reasons: list[Reason] = field(default_factory=list)

    @property
    def verdict(self) -> Verdict:
        return max((each.verdict for each in self.reasons), key=STRENGTH.__getitem__)

    @property
    def deciding(self) -> list[Reason]:
        """The reasons that made it so."""
        return [each for each in self.reasons if each.verdict == self.verdict]


def proposals(item: Item, at: dt.datetime | None = None) -> list[Proposal]:
    """All six, in the order of the panel."""
    return [proposal(item, purpose, at) for purpose in Purpose]


def proposal(item: Item, purpose: Purpose, at: dt.datetime | None = None) -> Proposal:
    """Yes, no or ask first, with every reason. The clock comes in, now by default."""
    at = at or timezone.now()
    use = USES[purpose]
    reasons: list[Reason | None] = [
        _of_family(item, use),
        _of_protection(item, use, at),
    ]
    if purpose == Purpose.WEB_NAMED:
        reasons.append(_of_names(item, at))
    if use in FAR_AWAY:
        reasons.append(_of_children(item, use, at))
    return Proposal(purpose, [each for each in reasons if each is not None])


def _of_family(item: Item, use: Use) -> Reason:
    source = _("The family's permission")
    if item.is_withdrawn:
        return Reason(Verdict.NO, _("The family has taken this picture down."), source)
    if use in item.permitted_uses:
        return Reason(Verdict.YES, _("The family has said yes to this use."), source)
    if item.permitted_uses:
        says = _("The family has not said yes to this use.")
        return Reason(Verdict.NO, says, source)
    says = _("Nobody has given permission yet. Ask whoever gave the picture.")
    return Reason(Verdict.ASK, says, source)


def _of_protection(item: Item, use: Use, at: dt.datetime) -> Reason:
    today, basis = timezone.localdate(at), rights.Basis(item.rights_basis)
    free = free_from(item)
    if free is not None and free <= today:
        return _ruled(Verdict.YES, protection(item, today), _rule_of(item, free))
    if basis == rights.Basis.UNKNOWN:
        if use == Use.EXHIBIT:
            says = _(
                "Nobody knows who took it. On our own wall it may hang all the same."
            )
            return _ruled(Verdict.YES, says, "wall")
        says = f"{_('The rights basis is not settled.')} {protection(item, today)}"
        return _ruled(Verdict.ASK, says, _rule_of(item, free))
    if basis == rights.Basis.COMMISSIONED_PORTRAIT:
        says = _("A portrait to order: the right is with the family who ordered it.")
        return _ruled(Verdict.YES, says, "commissioned")
    if basis == rights.Basis.LICENCE:
        says = _("There is an agreement. Look whether it covers this use too.")
        verdict = Verdict.ASK if use in FAR_AWAY else Verdict.YES
        return Reason(verdict, says, _("The agreement itself"))
    says = _("It was taken by the family, and is theirs to permit.")
    return Reason(Verdict.YES, says, "Ophavsretsloven §§ 2 og 61")


def _rule_of(item: Item, free: dt.date | None) -> str:
    if item.photographer_kind == Item.PhotographerKind.AMATEUR:
        return "amateur_line" if free == rights.ALREADY else "amateur"
    return "photographer"


def _of_names(item: Item, at: dt.datetime) -> Reason | None:
    """Names of living persons: their own yes, or the society's rule about years."""
    today = timezone.localdate(at)
    if item.are_names_hidden:
        return Reason(Verdict.NO, _("The names are hidden."), _("The family or we"))
    unasked = [seen for seen in item.depictions.all() if _is_unasked(seen, today)]
    if not unasked:
        says = _("Everybody named is dead, or has agreed to be named.")
        return _ruled(Verdict.YES, says, "living")
    since = rights.named_from(item.latest, rules=settings.SOCIETY.rights)
    years = rights.figure(settings.SOCIETY.rights, "persons")
    if since is not None and since <= today:
        says = _("More than %(years)s years old: names may stand.") % {"years": years}
        return _ruled(Verdict.YES, says, "persons")
    names = ", ".join(seen.person.name for seen in unasked)
    says = _("May be living, and has not been asked: %(names)s.") % {"names": names}
    return _ruled(Verdict.ASK, says, "persons")


def _is_unasked(seen: Depiction, today: dt.date) -> bool:
    return not seen.may_be_named and may_live(seen.person, today)


def _of_children(item: Item, use: Use, at: dt.datetime) -> Reason | None:
    if not shows_a_child(item, use, at):
        return None
    says = _("A child who may be living is known in it, and has not been asked.")
    return _ruled(Verdict.ASK, says, "minors")


def _ruled(verdict: Verdict, says: str, name: str) -> Reason:
    rule = settings.SOCIETY.rights[name]
    return Reason(verdict, says, rule.source, rule.link)


def protection(item: Item, at: dt.date | None = None) -> str:
    """How long the photograph is protected, reckoned from its latest possible date."""
    today = at or timezone.localdate()
    kind = rights.PhotographerKind(item.photographer_kind)
    free = free_from(item)
    if free is None:
        return _why_nobody_knows(kind)
    if free == rights.ALREADY:
        line = rights.figure(settings.SOCIETY.rights, "amateur_line")
        says = _("Taken by an amateur before %(year)s: no copyright stands in the way.")
        return says % {"year": line}
    if kind != rights.PhotographerKind.AMATEUR:
        return _after_death(free, today)
    words = {
        "day": date_format(free, "DATE_FORMAT"),
        "years": rights.figure(settings.SOCIETY.rights, "amateur"),
        "year": item.latest.year if item.latest else "",
    }
    if free <= today:
        sentence = _(
            "Free since %(day)s: %(years)s years after %(year)s, the latest year it "
            "can be from."
        )
    else:
        sentence = _(
            "Protected until %(day)s: %(years)s years after %(year)s, the latest year "
            "it can be from. Until then it takes a yes from whoever took it."
        )
    return sentence % words


def _after_death(free: dt.date, today: dt.date) -> str:
    words = {
        "day": date_format(free, "DATE_FORMAT"),
        "years": rights.figure(settings.SOCIETY.rights, "photographer"),
    }
    if free <= today:
        sentence = _(
            "Free since %(day)s: the photographer died %(years)s years before."
        )
    else:
        sentence = _(
            "Protected until %(day)s: %(years)s years after the photographer's death."
        )
    return sentence % words


def _why_nobody_knows(kind: rights.PhotographerKind) -> str:
    if kind == rights.PhotographerKind.AMATEUR:
        return _(
            "Nobody can reckon the protection before the picture has a latest date. "
            "Until then it counts as protected."
        )
    if kind == rights.PhotographerKind.PROFESSIONAL:
        return _(
            "A photographer's picture is protected until 70 years after their death. "
            "It takes an agreement with them or with VISDA."
        )
    return _(
        "As long as nobody knows who took it, it counts as protected. It may hang in "
        "an exhibition."
    )
