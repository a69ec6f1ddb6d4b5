"""What a page says about an item to those who pass it on: links, cards, schema.org."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from archive.images import public_picture
from archive.models import Item
from archive.permissions import Use, free_from, permits
from archive.rights import Basis, uri_for
from archive.rights import Use as RightsUse

LOCALES = {"da": "da_DK", "en": "en_GB", "tr": "tr_TR", "ur": "ur_PK", "ar": "ar_AR"}
CARD = (1200, 630)
DESCRIPTION = 160


@dataclass(frozen=True)
class Share:
    """One page as others will see it when it is passed on."""

    title: str
    description: str
    url: str
    short_url: str
    image: str = ""
    image_alt: str = ""
    kind: str = "article"
    structured: SafeString | str = ""

    @property
    def locale(self) -> str:
        return LOCALES[get_language() or "da"]

    @property
    def other_locales(self) -> list[str]:
        return [each for each in LOCALES.values() if each != self.locale]

    @property
    def image_size(self) -> tuple[int, int]:
        return CARD

    @property
    def links(self) -> list[tuple[str, str]]:
        """Plain links to share by: no script, no tracker, nothing before the click."""
        words = f"{self.title} {self.url}"
        return [
            ("WhatsApp", f"https://wa.me/?text={quote(words)}"),
            (
                "Facebook",
                "https://www.facebook.com/sharer/sharer.php?"
                + urlencode({"u": self.url}),
            ),
            ("E-mail", f"mailto:?subject={quote(self.title)}&body={quote(words)}"),
        ]


def of_item(item: Item) -> Share:
    """The item's share. A card only where the family said yes to social media."""
    title = item.localized_title.words
    said = [item.date_said, item.place.name if item.place else ""]
    facts = ", ".join(each for each in said if each)
    story = next((story.words for story in item.stories.all() if story.words), "")
    description = " · ".join(
        each for each in (facts, item.localized_seen.words or story) if each
    )
    card = reverse("item_card", args=[item.number, "1200x630"])
    return Share(
        title=title,
        description=shorten(description, DESCRIPTION),
        url=settings.SITE_URL + item.get_absolute_url(),
        short_url=settings.SITE_URL + reverse("short_item", args=[item.number]),
        image=f"{settings.SITE_URL}{card}?sprog={get_language()}"
        if permits(item, Use.SOCIAL) and item.shows_picture
        else "",
        image_alt=item.localized_alt.words,
    )


def structured_data(item: Item) -> SafeString:
    """The item in the words of schema.org, for search engines (JSON-LD)."""
    picture = public_picture(item)
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Photograph" if picture else "CreativeWork",
        "identifier": item.reg_number,
        "name": item.localized_title.words,
        "description": item.localized_seen.words,
        "url": settings.SITE_URL + item.get_absolute_url(),
        "temporal": item.date_edtf,
        "creditText": item.credit,
        "creator": {"@type": "Person", "name": item.photographer}
        if item.photographer
        else None,
        "contentLocation": {"@type": "Place", "name": item.place.name}
        if item.place
        else None,
        "keywords": [str(subject) for subject in item.subjects.all()],
        "license": uri_for(
            Basis(item.rights_basis),
            [RightsUse.OPEN] if permits(item, Use.OPEN) else [],
            free=free_from(item),
            at=timezone.localdate(),
        ),
        "image": settings.SITE_URL + picture.src if picture else None,
        "isPartOf": {"@type": "Collection", "name": settings.SOCIETY.archive_name},
    }
    return as_script({name: value for name, value in facts.items() if value})


def as_script(facts: dict[str, Any]) -> SafeString:
    """A JSON-LD element in which no word can end the element."""
    text = json.dumps(facts, ensure_ascii=False)
    for sign, code in (("<", "\\u003C"), (">", "\\u003E"), ("&", "\\u0026")):
        text = text.replace(sign, code)
    safe = mark_safe(text)  # noqa: S308  (every <, > and & has just been escaped)
    return format_html('<script type="application/ld+json">{}</script>', safe)


def shorten(text: str, longest: int) -> str:
    """At most so many letters, cut between words, with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0] + "…"
