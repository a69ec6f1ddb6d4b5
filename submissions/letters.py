"""What stands in a mail: one deed's letter, or the day's glad news in one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from archive import sharing
from archive.models import Depiction, Item
from archive.permissions import Use, permits
from submissions.models import Notice, Objection, Submission
from submissions.on_show import Hanging, hangings
from submissions.querysets import items_of, still_coming

SQUARE = "1080x1080"
Kind = Notice.Kind


def letter(notice: Notice, *together: Notice) -> EmailMultiAlternatives:
    """The mail in the contributor's language, as plain text and as HTML.

    Glad news of one day goes in one letter: `together` are the others.
    """
    society = settings.SOCIETY
    with translation.override(language_of(notice)):
        context = _context(notice, [notice, *together])
        name = "news" if notice.is_news else notice.kind
        head = "news" if together else notice.kind
        subject = render_to_string(f"email/{head}.subject", context)
        mail = EmailMultiAlternatives(
            subject=" ".join(subject.split()),
            body=_one_blank_line(render_to_string(f"email/{name}.txt", context)),
            to=[notice.contributor.email],
            reply_to=[society.email] if society.email else None,
            headers=_headers(notice, is_alone=not together),
        )
        html = render_to_string(f"email/{name}.html", context)
        mail.attach_alternative(html, "text/html")
    return mail


def is_true_still(notice: Notice) -> bool:
    """Whether glad news still holds on the day it is sent."""
    submission = notice.submission
    if submission is None or submission.is_withdrawn:
        return False
    if not submission.contributor.wants_news:
        return False
    if notice.kind == Kind.STILL_HERE:
        return True
    news = _news(notice)
    return bool(news["items"] or news["hanging"] or news["depiction"])


def link_to(about: Submission | Objection) -> str:
    """The whole address of somebody's own page, in the active language."""
    return f"{settings.SITE_URL}{about.get_absolute_url()}"


def language_of(notice: Notice) -> str:
    """The giver's own; a lost link comes in the language it was asked for in."""
    asked = notice.text if notice.kind == Kind.LINKS else ""
    known = {code for code, _name in settings.LANGUAGES}
    return asked if asked in known else notice.language


def _context(notice: Notice, notices: Sequence[Notice]) -> dict[str, Any]:
    about, society = notice.about, settings.SOCIETY
    language = language_of(notice)
    return {
        "notice": notice,
        "submission": notice.submission,
        "objection": notice.objection,
        "contributor": notice.contributor,
        "society": society,
        "society_hours": society.hours_in(language),
        "site_url": settings.SITE_URL,
        "link": link_to(about),
        "news": _all_news(notices) if notice.is_news else [],
        "contributions": _contributions(notice),
        "coming": still_coming(notice.submission) if notice.submission else [],
        "language": language,
        "direction": "rtl" if translation.get_language_bidi() else "ltr",
    }


def _all_news(notices: Sequence[Notice]) -> list[dict[str, Any]]:
    """Contribution by contribution; the last of each is followed by its link."""
    news = [
        _news(each) for each in sorted(notices, key=lambda n: (n.submission_id, n.pk))
    ]
    for each, following in zip(news, [*news[1:], None], strict=True):
        each["is_last"] = not following or following["link"] != each["link"]
    return news


def _news(notice: Notice) -> dict[str, Any]:
    """One piece of news with what it is about, as it stands today."""
    submission = notice.submission
    assert submission is not None  # noqa: S101  (news is about a contribution)
    items = items_of(submission)
    published = [item for item in items if item.is_published]
    return {
        "kind": notice.kind,
        "part": f"email/_{notice.kind}",
        "submission": submission,
        "link": link_to(submission),
        "items": [(each, card_of(each)) for each in published]
        if notice.kind == Kind.PUBLISHED
        else [],
        "hanging": _hanging(notice, items),
        "depiction": _depiction(notice, published),
    }


def card_of(item: Item) -> str:
    """A square picture ready to share; none where the family said no to that."""
    if not (item.shows_picture and permits(item, Use.SOCIAL)):
        return ""
    card = reverse("item_card", args=[item.number, SQUARE])
    return f"{settings.SITE_URL}{card}?sprog={translation.get_language()}"


def share_of(item: Item) -> sharing.Share:
    """The item as it is passed on, with its links."""
    return sharing.of_item(item)


def _hanging(notice: Notice, items: Sequence[Item]) -> Hanging | None:
    if notice.kind != Kind.EXHIBITED:
        return None
    return next((each for each in hangings(items) if each.topic == notice.topic), None)


def _depiction(notice: Notice, items: Sequence[Item]) -> Depiction | None:
    """Who was recognised, while they are still in the picture and it is public."""
    if notice.kind != Kind.RECOGNISED:
        return None
    pk = int(notice.topic.rsplit("-", 1)[1])
    seen = Depiction.objects.filter(item__in=items, person=pk)
    return seen.select_related("item", "person").first()


def _contributions(notice: Notice) -> list[tuple[Submission, str]]:
    """Everything from the same mailbox, each with its link; only for lost links."""
    if notice.kind != Kind.LINKS:
        return []
    mine = Submission.objects.of_mailbox(notice.contributor.email).order_by("-pk")
    return [(each, link_to(each)) for each in mine]


def _headers(notice: Notice, *, is_alone: bool) -> dict[str, str]:
    """One name for one notice, so that a mail sent twice is still one mail."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    headers = {
        "Message-ID": f"<{notice.kind}-{notice.pk}@{host}>",
        "Auto-Submitted": "auto-generated",
    }
    if notice.is_news and notice.submission is not None and is_alone:
        stop = reverse("submissions:hear", args=[notice.submission.token])
        headers["List-Unsubscribe"] = f"<{settings.SITE_URL}{stop}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


def _one_blank_line(text: str) -> str:
    """Plain text without the gaps that template tags leave behind."""
    return re.sub(r"\n\s*\n", "\n\n", text.strip()) + "\n"
