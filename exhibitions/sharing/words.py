"""Words that go with a card or a link: title, description, post text, structured data."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language

from archive.models import Item
from archive.permissions import Use, permits
from archive.sharing import DESCRIPTION, Share, as_script, shorten
from exhibitions.models import Exhibition
from exhibitions.sharing.cards import Shared, credit_line
from submissions.models import Call

LONGEST_POST = 2200  # Instagram's limit, the shortest of those we write for
MOST_HASHTAGS = 5


def of_exhibition(exhibition: Exhibition) -> Share:
    """The exhibition's share; a card with its cover only where that may be shared."""
    title = exhibition.localized_title.words
    subtitle = exhibition.localized_subtitle.words
    introduction = exhibition.localized_introduction.words
    url = settings.SITE_URL + exhibition.get_absolute_url()
    card = reverse("exhibition_card", args=[exhibition.slug, "1200x630"])
    return Share(
        title=title,
        description=shorten(subtitle or introduction, DESCRIPTION),
        url=url,
        short_url=settings.SITE_URL
        + reverse("short_exhibition", args=[exhibition.slug]),
        image=f"{settings.SITE_URL}{card}?sprog={get_language()}"
        if may_share(exhibition)
        else "",
        image_alt=exhibition.cover.localized_alt.words if exhibition.cover else title,
        structured=as_script(
            {
                "@context": "https://schema.org",
                "@type": "ExhibitionEvent",
                "name": title,
                "description": subtitle,
                "url": url,
                "startDate": f"{exhibition.opens or ''}",
                "endDate": f"{exhibition.closes or ''}",
                "location": {"@type": "Place", "name": exhibition.venue},
                "organizer": {"@type": "Organization", "name": settings.SOCIETY.name},
            }
        ),
    )


def may_share(exhibition: Exhibition) -> bool:
    """Whether the exhibition may go to social media with the picture on its threshold."""
    cover = exhibition.cover
    if not exhibition.is_published:
        return False
    return cover is None or (cover.shows_picture and bool(permits(cover, Use.SOCIAL)))


def post_text(of: Shared, language: str) -> str:
    """A post one can paste: what it is, whose it is, where to see it, a few tags."""
    with translation.override(language):
        if isinstance(of, Item):
            story = next((told.words for told in of.stories.all() if told.words), "")
            lines = [
                of.localized_title.words,
                shorten(story or of.localized_seen.words, 600),
                credit_line(of),
                settings.SITE_URL + reverse("short_item", args=[of.number]),
            ]
        elif isinstance(of, Call):
            lines = [
                of.localized_question.words,
                shorten(of.localized_introduction.words, 600),
                f"{settings.SITE_URL}{reverse('short_call', args=[of.slug])}",
            ]
        else:
            lines = [
                of.localized_title.words,
                of.localized_subtitle.words,
                shorten(of.localized_introduction.words, 600),
                settings.SITE_URL + reverse("short_exhibition", args=[of.slug]),
            ]
        tags = " ".join(settings.SOCIETY.hashtags[:MOST_HASHTAGS])
    text = "\n\n".join(line for line in [*lines, tags] if line)
    return text[:LONGEST_POST]
