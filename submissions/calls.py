"""What a call shows to visitors: its picture, how far it has come, what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language

from accounts.models import Partner
from archive.models import Item
from archive.permissions import Use, permits
from archive.sharing import DESCRIPTION, Share, shorten
from archive.texts import Text, choose
from submissions.models import Call, Contributor
from submissions.querysets_calls import Came, came_through

MOST_BRICKS = 60
MOST_PICTURES = 12


@dataclass(frozen=True)
class Progress:
    """How far a call has come towards its goal."""

    came: Came
    goal: int | None

    @property
    def bricks(self) -> list[bool]:
        """The wall so far: one brick a family, or fewer where the goal is high."""
        if not self.goal:
            return []
        count = min(self.goal, MOST_BRICKS)
        laid = min(count, self.came.families * count // self.goal)
        return [number < max(laid, 1) for number in range(count)]

    @property
    def is_reached(self) -> bool:
        return self.goal is not None and self.came.families >= self.goal


@dataclass(frozen=True)
class Shown:
    """A call as it hangs among the others: its words, its picture, its progress."""

    call: Call
    hero: Item | None
    progress: Progress


def open_calls() -> list[Call]:
    """The open calls in their order; the society's default call is the first of them."""
    calls = list(Call.objects.open().with_hero())
    return sorted(calls, key=lambda call: call.slug != settings.SOCIETY.default_call)


def known(slug: str) -> Call:
    """The call with this short name, and its picture. Raises Http404."""
    found: Call = get_object_or_404(Call.objects.with_hero(), slug=slug)
    return found


def first_open() -> Call | None:
    """The call that a family meets who comes without one."""
    return next(iter(open_calls()), None)


def shown(calls: Sequence[Call]) -> list[Shown]:
    """Each call with its picture and progress; one query for all of them."""
    came = came_through("call", calls)
    return [
        Shown(call, hero(call), Progress(came.get(call.pk, Came()), call.goal))
        for call in calls
    ]


def progress(call: Call) -> Progress:
    return Progress(came_through("call", [call]).get(call.pk, Came()), call.goal)


def hero(call: Call, use: str = Use.WEB) -> Item | None:
    """The call's picture while it is public and may be used so; else none."""
    item: Item | None = call.hero
    if item is None or not item.is_published or not item.shows_picture:
        return None
    return item if permits(item, Use.WEB) and permits(item, use) else None


def pictures_from(call: Call) -> list[Item]:
    """What everybody may see of what came in through this call."""
    return _public(media__photograph__submission__call=call)


def pictures_through(partner: Partner) -> list[Item]:
    """What everybody may see of what came in through this partner.

    Families who wish to be nameless are left out: standing on an association's page
    would say more about them than they have said themselves.
    """
    named = Contributor.objects.exclude(name="").exclude(
        shown_as=Contributor.ShownAs.FAMILY
    )
    return _public(
        are_names_hidden=False,
        media__photograph__submission__partner=partner,
        media__photograph__submission__contributor__in=named,
    )


def _public(**which: Any) -> list[Item]:
    found = (
        Item.objects.published()
        .filter(publication=Item.Publication.FULL, **which)
        .prefetch_related("media")
        .order_by("-number")
        .distinct()
    )
    permitted = (item for item in found[: 2 * MOST_PICTURES] if permits(item, Use.WEB))
    return list(permitted)[:MOST_PICTURES]


def about(partner: Partner) -> Text:
    """What a partner says about itself, in the reader's language or in its own."""
    return choose(
        "about",
        partner.about,
        written_in=partner.language,
        translations=partner.translations,
        language=get_language() or "da",
    )


def share_of(call: Call) -> Share:
    """The call as others see it when it is passed on."""
    picture = hero(call, Use.SOCIAL)
    question = call.localized_question.words
    card = reverse("call_card", args=[call.slug, "1200x630"])
    return Share(
        title=call.localized_title.words,
        description=shorten(
            f"{question} {call.localized_introduction.words}", DESCRIPTION
        ),
        url=settings.SITE_URL + call.get_absolute_url(),
        short_url=settings.SITE_URL + reverse("short_call", args=[call.slug]),
        image=f"{settings.SITE_URL}{card}?sprog={get_language()}",
        image_alt=picture.localized_alt.words if picture else question,
    )
